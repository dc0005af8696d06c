"""Conversions in brackets: "10 kilometres (6 miles)" says one length twice, "10 kilometres (9 miles)" two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck import units
from factcheck.findings.evidence import one_line
from factcheck.findings.faults import Fault, Page, each
from factcheck.lexicon import either, lexicon, wordlist
from factcheck.model import Figure, Interval

_SHARE = Decimal("0.06")
"""What a journalist's rounding may take from a number or add to it."""
_ROUND = Decimal("0.1")
"""What a number that ends in zeros may be rounded by at most: "30 km" of 32.2, "20 km" never of 12."""
_DEGREES = Decimal(2)
_JUDGED = ("measure", "duration", "rate", "count")
_LETTER = re.compile(r"\s[CF]\b")
_CLOSES = re.compile(
    r"\s*(?:\)|(?:(?:deep|wide|long|high|tall|thick|away|each|in (?:size|diameter|length))\b|[;,])[^()]{0,40}\))"
)


class Said(NamedTuple):
    """A number as it is written, and all that it may have been rounded from."""

    exact: Interval
    wide: Interval


def wrong(page: Page) -> Iterator[Fault]:
    """Conversions in brackets whose two sides are farther apart than rounding takes them."""
    for first, second in pairwise(page.figures):
        if not _beside(page, first, second):
            continue
        ours, theirs = _units(first, second)
        if ours == theirs or not units.comparable(ours, theirs) or not _is_physical(ours):
            continue
        if reason := _reason(first, second, ours, theirs):
            words = one_line(page.document.text[first.span.start : _end(page, second)])
            yield Fault(each((first, second)), second, f"{words})", (reason,))


def _is_physical(unit: str) -> bool:
    """Money is not judged: no rate of exchange is known."""
    dimension = units.dimension(unit)
    return bool(dimension) and "money" not in dimension


def _end(page: Page, figure: Figure) -> int:
    """Where the figure ends with its unit, or with the letter that stands for one."""
    if figure.kind == "count":
        letter = _LETTER.match(page.document.text, figure.span.end)
        return letter.end() if letter else figure.span.end
    return figure.extent.end


def _beside(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the second number stands in brackets right behind the first, alone but for words of estimating."""
    if first.kind not in _JUDGED or second.kind not in _JUDGED:
        return False
    text = page.document.text
    joined = _between().fullmatch(text, _end(page, first), second.span.start)
    return joined is not None and _CLOSES.match(text, _end(page, second)) is not None


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*\((?:{either(wordlist('conversion', 'rough'))}\s*)*", re.IGNORECASE)


def _units(first: Figure, second: Figure) -> tuple[str, str]:
    """The two units; letters that stand for degrees count only where both do."""
    letters = lexicon("conversion")["letters"]
    named = [letters.get(f.amount.unit, "") if f.kind == "count" else f.amount.unit for f in (first, second)]
    degrees = [unit in letters.values() for unit in named]
    return (named[0], named[1]) if all(degrees) or "count" not in (first.kind, second.kind) else ("", "")


def _reason(first: Figure, second: Figure, ours: str, theirs: str) -> str:
    """The reckoning where the conversion is wrong in every unit that the first number may be in; else ""."""
    mine, yours = _said(first, ours), _said(second, theirs)
    if mine is None or yours is None or any(_agrees(mine, yours, *read) for read in _readings(ours, theirs)):
        return ""
    value = first.amount.value.low if first.amount.value.low is not None else first.amount.value.high
    made = units.convert(value, ours, theirs) if value is not None else None
    if value is None or made is None:
        return ""
    told = [units.words_for(unit, plural=True) for unit in (ours, theirs)]
    return f"{_digits(value)} {told[0]} are {_short(made)} {told[1]}"


def _said(figure: Figure, unit: str) -> Said | None:
    """The number as written, and the values that it may have been rounded from; None where it shows no number."""
    precise, value = figure.amount.precise, figure.amount.value
    ends = [end for end in (precise.low, precise.high, value.low, value.high) if end is not None]
    if not ends:
        return None
    if "degree" in unit:
        return Said(Interval(min(ends), max(ends)), Interval(min(ends), max(ends)))
    named = [end for end in (value.low, value.high) if end is not None]
    rounded = [end + sign * _zeros(end) for end in named for sign in (-1, 1)]
    return Said(Interval(min(named), max(named)), Interval(min(*ends, *rounded), max(*ends, *rounded)))


def _zeros(value: Decimal) -> Decimal:
    """Half of the last digit that is no zero, for whole numbers, within what rounding takes."""
    if not value or value != value.to_integral_value():
        return Decimal(0)
    last = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    return min(last / 2, abs(value) * _ROUND)


def _readings(ours: str, theirs: str) -> Iterator[tuple[str, str]]:
    """Both units with those that texts call by the same name."""
    also = lexicon("conversion")["also"]
    for one in (ours, *_names(also.get(ours, ""))):
        for other in (theirs, *_names(also.get(theirs, ""))):
            yield one, other


def _names(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def _agrees(mine: Said, yours: Said, ours: str, theirs: str) -> bool:
    """Whether the first number, or one that it was rounded from, converts to the second, or to one behind that.

    Only one of the two is rounded from the other. Degrees are told also as a difference of degrees.
    """
    if "degree" in ours:
        return any(_meets(_slack(_converted(mine.wide, ours, theirs, change=c)), yours.wide) for c in (False, True))
    exact, wide = (_converted(one, ours, theirs, change=False) for one in (mine.exact, mine.wide))
    near = exact.widened(_SHARE) if exact else None
    return _meets(exact, yours.wide) or _meets(wide, yours.exact) or _meets(near, yours.exact)


def _converted(interval: Interval, ours: str, theirs: str, *, change: bool) -> Interval | None:
    if interval.low is None or interval.high is None:
        return None
    low, high = (units.convert(end, ours, theirs, change=change) for end in (interval.low, interval.high))
    return Interval(low, high)


def _slack(interval: Interval | None) -> Interval | None:
    if interval is None or interval.low is None or interval.high is None:
        return None
    return Interval(interval.low - _DEGREES, interval.high + _DEGREES)


def _meets(made: Interval | None, stated: Interval) -> bool:
    return made is None or made.overlaps(stated)


def _digits(value: Decimal) -> str:
    return f"{value.normalize():,f}" if value == value.to_integral_value() else f"{_short(value)}"


def _short(value: Decimal) -> str:
    """A number to three digits."""
    if not value:
        return "0"
    places = max(0, 2 - value.adjusted())
    rounded = round(value, places)
    return f"{rounded:,f}".rstrip("0").rstrip(".") if places else f"{rounded:,f}"
