"""PDFs with the same bytes each time they are made."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

Canvas = Any
"""A canvas of reportlab, which brings no types."""

LEFT, TOP = 60, 780


def wrapped(words: str, width: int) -> list[str]:
    """The lines of a paragraph that is so many points wide."""
    from reportlab.lib.utils import simpleSplit

    return [str(line) for line in simpleSplit(words, "Times-Roman", 10, width)]


class Print:
    """A PDF in the making; places are in points from the left and from the foot of the page."""

    def __init__(self, **options: object) -> None:
        from reportlab.pdfgen import canvas

        self._stream = BytesIO()
        self.canvas: Canvas = canvas.Canvas(self._stream, pagesize=(595, 842), invariant=1, **options)
        self.y = TOP

    def write(
        self, words: str, *, x: int = LEFT, y: int | None = None, size: int = 10, font: str = "Times-Roman"
    ) -> None:
        """One line at a place, by default at the next of the page."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y if y is None else y, words)
        self.y = (self.y if y is None else y) - size - 3

    def paragraph(self, words: str, *, x: int = LEFT, width: int = 460) -> None:
        """Lines as wide as the page, and some room below."""
        if self.y < 120:
            self.turn()
        for line in wrapped(words, width):
            self.write(line, x=x)
        self.y -= 8

    def raised(self, before: str, power: str, after: str) -> None:
        """A line with a raised figure in it."""
        text = self.canvas.beginText(LEFT, self.y)
        for words, size, rise in ((before, 10, 0), (power, 6, 4), (after, 10, 0)):
            text.setFont("Times-Roman", size)
            text.setRise(rise)
            text.textOut(words)
        self.canvas.drawText(text)
        self.y -= 21

    def table(self, rows: Sequence[Sequence[str]], width: int = 100) -> None:
        """A table with ruled lines."""
        top, height = self.y, 18
        for r in range(len(rows) + 1):
            self.canvas.line(LEFT, top - r * height, LEFT + width * len(rows[0]), top - r * height)
        for c in range(len(rows[0]) + 1):
            self.canvas.line(LEFT + c * width, top, LEFT + c * width, top - height * len(rows))
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                self.write(words, x=LEFT + 4 + c * width, y=top - 13 - r * height)
        self.y = top - height * len(rows) - 20

    def turn(self) -> None:
        """To the next page."""
        self.canvas.showPage()
        self.y = TOP

    def data(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._stream.getvalue()
