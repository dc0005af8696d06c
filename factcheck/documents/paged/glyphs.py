"""Where the characters of a page stand, as pdfium tells it.

A page has thousands of them, so what counts is what a call costs.
"""

from __future__ import annotations

from ctypes import addressof, c_double, c_float, c_int, c_void_p, cast
from typing import Any

from factcheck.documents.paged.calls import quick

TextPage = Any
"""A page of text of pypdfium2, which brings no types."""

Box = tuple[float, float, float, float]


class Glyphs:
    """The characters of a page of text by number, whose page must stay open."""

    def __init__(self, page: TextPage) -> None:
        self._ask_origin = quick("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
        self._ask_box = quick("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
        self._page = cast(page.raw, c_void_p).value
        self._x, self._y, self._sides = c_double(), c_double(), (c_float * 4)()
        self._at_x, self._at_y, self._at_sides = map(addressof, (self._x, self._y, self._sides))

    def baseline(self, index: int) -> float:
        """The height on which a character stands, from the page's foot."""
        self._ask_origin(self._page, index, self._at_x, self._at_y)
        return self._y.value

    def box(self, index: int) -> Box:
        """Left, bottom, right and top of the room that a character takes."""
        self._ask_box(self._page, index, self._at_sides)
        left, top, right, bottom = self._sides
        return left, bottom, right, top

    def room(self, first: int, last: int) -> Box:
        """The room from one character to another on its line, as high as the first."""
        self._ask_box(self._page, first, self._at_sides)
        left, top, right, bottom = self._sides
        if last > first:
            self._ask_box(self._page, last, self._at_sides)
            right = self._sides[2]
        return left, bottom, right, top
