"""The value of a spreadsheet's cell as its number format shows it: "12.5%", "$4,300", "3 March 2024"."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?,*")
_MOST_DIGITS = 15
"""Spreadsheets keep no more."""
_FRACTION = re.compile(r"[#?0]+/[#?\d]+")


class _Form(NamedTuple):
    """One section of a format: what stands around the digits, and how they are written."""

    before: str
    after: str
    grouped: bool
    decimals: int
    factor: Decimal


def shown(value: object, form: str) -> str:
    """The cell's words; a day is written out, so that none is taken for a month."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float) and form == "General" and len(written := repr(value)) < _MOST_DIGITS - 4:
        return written.removesuffix(".0") if "e" not in written else _number(Decimal(written), form)
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), form) if math.isfinite(value) else str(value)
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value, form)
    return " ".join(str(value).split())


def _number(value: Decimal, form: str) -> str:
    sections = [] if form in ("", "General", "@") else form.split(";")
    plain = not sections or _FRACTION.search(form) or re.search(r"[0#]E[+-]", form)
    if plain:
        return _general(value)
    section = (
        sections[1]
        if value < 0 and len(sections) > 1
        else sections[2]
        if not value and len(sections) > 2
        else sections[0]
    )
    read = _form(section)
    if read is None:
        return _general(value)
    sign = "-" if value < 0 and "(" not in section else ""
    return f"{sign}{read.before}{_digits(abs(value) * read.factor, read)}{read.after}".strip()


def _general(value: Decimal) -> str:
    """As a cell without a format shows it: no digits that come of binary fractions."""
    rounded = value if value == value.to_integral_value() else Decimal(f"{value:.{_MOST_DIGITS - 4}g}")
    written = f"{rounded:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _digits(value: Decimal, form: _Form) -> str:
    return f"{value:{',' if form.grouped else ''}.{form.decimals}f}"


@lru_cache(maxsize=1000)
def _form(section: str) -> _Form | None:
    """None where the section has no place for digits."""
    literals = _LITERAL.sub(_kept, section)
    match = _DIGITS.search(literals)
    if match is None:
        return None
    digits = match.group()
    scale = len(digits) - len(digits.rstrip(","))
    before, after = (_unmasked(part) for part in (literals[: match.start()], literals[match.end() :]))
    percent = Decimal(100) if "%" in before + after else Decimal(1)
    factor = percent.scaleb(-3 * scale)
    decimals = len(digits.rstrip(",").partition(".")[2])
    return _Form(before, after, "," in digits.rstrip(","), decimals, factor)


def _kept(match: re.Match[str]) -> str:
    """The literal in private signs, so that its digits and commas are no part of the pattern."""
    quoted, escaped, currency = match.groups()
    return "".join(chr(0xF0000 + ord(c)) if ord(c) < 0xFFFF else c for c in quoted or escaped or currency or "")


def _unmasked(words: str) -> str:
    return "".join(chr(ord(c) - 0xF0000) if 0xF0000 <= ord(c) < 0xFFFFF else c for c in words)


def _moment(value: date | time | timedelta, form: str) -> str:
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    timed = isinstance(value, datetime) and "h" in form.lower() and value.time() != time.min
    return _day(value, form.lower()) + (f" {value:%H:%M}" if timed else "")  # a day alone has midnight


def _day(value: date, form: str) -> str:
    """Only what the format shows of the day: "2024", "March 2024", "3 March 2024"."""
    letters = _LITERAL.sub("", form)
    if "d" in letters or "y" not in letters:
        return f"{value.day} {value:%B} {value.year:04}"
    return f"{value:%B} {value.year:04}" if "m" in letters.partition("h")[0] else f"{value.year:04}"
