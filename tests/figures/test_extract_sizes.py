"""Long lines: the work grows with the length, and nothing runs away."""

from __future__ import annotations

import random
import sys
from types import FrameType

import pytest

from factcheck import extract

UNITS = [
    "1,",
    "1.000,50 ",
    "3/4 ",
    "$5 ",
    "a million and ",
    "between 3 and ",
    "3 to 5 ",
    "7:",
    "(2) ",
    "one two ",
    "9'",
    "1/",
]
SEPARATORS = "0123456789 ,.'-–/:$€%"
LONG_LINE = 64 * 1024
MOST = 2.5
"""How many times the calls twice the text may take: twice, and room for what a parse makes of it."""


def _calls(text: str) -> int:
    """The number of Python and built-in functions that extraction calls."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        extract(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_about_twice_the_work(unit: str) -> None:
    extract(unit * 10)  # fills what is kept between calls
    once, twice = _calls(unit * 100), _calls(unit * 200)
    assert twice <= MOST * once


def test_a_long_line_of_digits_and_separators_ends() -> None:
    line = "".join(random.Random(3).choices(SEPARATORS, k=LONG_LINE))  # noqa: S311 - no secret
    assert all(0 <= f.span.start < f.span.end <= LONG_LINE for f in extract(line))


@pytest.mark.parametrize(
    "line", ["1," * 2000, "1 " * 800, "9" * 300, "The code is " + "7" * 300 + " metres.", "1e" + "9" * 300]
)
def test_a_run_of_digits_ends(line: str) -> None:
    assert all(f.text in line for f in extract(line))
