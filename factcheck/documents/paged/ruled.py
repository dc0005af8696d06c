"""Tables whose cells are parted by ruled lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.documents.paged.calls import quick
from factcheck.documents.paged.lines import Line, PrintedPage
from factcheck.documents.tables import is_tabular

if TYPE_CHECKING:
    from pdfplumber.page import Page

_FEWEST_RULES = 4
_THIN = 3.0
_MOST_OBJECTS = 5_000
_AROUND = 2.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table's cells by row, and where on the page it stands, in points from the foot and the left."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, line: Line) -> bool:
        """Whether a line of the page stands in the table."""
        upright = self.bottom - _AROUND <= line.height <= self.top + _AROUND
        return upright and self.left - _AROUND <= line.left and line.right <= self.right + _AROUND


def has_rules(page: PrintedPage) -> bool:
    """Whether lines are drawn on a page that could part cells; looking for them takes long, so this is asked first."""
    from ctypes import c_float, c_int, c_void_p, cast

    from pypdfium2 import raw

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    object_of, type_of = (
        quick("FPDFPage_GetObject", c_void_p, c_void_p, c_int),
        quick("FPDFPageObj_GetType", c_int, c_void_p),
    )
    number, path = cast(page.raw, c_void_p).value, raw.FPDF_PAGEOBJ_PATH
    rules = 0
    for n in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        if type_of(object_of(number, n)) == path:
            drawn = raw.FPDFPage_GetObject(page, n)
            raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
            sides = (right.value - left.value, top.value - bottom.value)
            rules += 1 if min(sides) < _THIN else 2  # a box has two of each
        if rules >= _FEWEST_RULES:
            return True
    return False


def tables(page: Page) -> Sequence[Ruled]:
    """The ruled tables of a page of pdfplumber, from its head down."""
    found = []
    for table in page.find_tables():
        rows = tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in table.extract())
        if is_tabular(rows):
            left, top, right, bottom = table.bbox
            height = float(page.height)
            found.append(Ruled(rows, left, height - bottom, right, height - top))
    return sorted(found, key=lambda table: -table.top)
