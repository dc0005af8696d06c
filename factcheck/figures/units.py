"""From numbers to readings: the currency before, the unit behind, the rate's period, the kind.

Which surfaces name which unit stands in `factcheck/units/units.txt` and `currencies.txt`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.numbers import ABBREVIATED, Number, word
from factcheck.figures.ranges import Numbers
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token
from factcheck.model import FigureKind, Interval

_PER_NOUNS = frozenset(
    (
        "share barrel ton tonne day week month year hour minute second person head game gallon litre liter "
        "night piece bottle pound mile kilometre kilometer kilo kg ounce season household unit pop copy "
        "ticket match inning user customer vote megawatt-hour quarter song track square set shift trip child "
        "student ounce point"
    ).split()
)
_MULTIPLE_AFTER = {
    "the",
    "as",
    "more",
    "faster",
    "larger",
    "bigger",
    "higher",
    "greater",
    "better",
    "stronger",
    "that",
    "what",
}
_MULTIPLE_AFTER |= {"less", "its", "their", "slower", "longer", "lower", "smaller", "brighter", "richer"}
_ONCE = {"once": 1, "twice": 2, "thrice": 3}
_FOLDS = {
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "tenfold": 10,
}


def read_multiple(tokens: Sequence[Token], at: int) -> Reading | None:
    """ "twice", "threefold"; "twice" counts times unless something is compared."""
    text = word(tokens, at)
    value = _FOLDS.get(text)
    if value is not None:
        return _whole(at, value, "multiple", "")
    value = _ONCE.get(text)
    if value is None:
        return None
    if word(tokens, at + 1) in _MULTIPLE_AFTER and text != "once":
        return _whole(at, value, "multiple", "")
    return _whole(at, value, "count", "time") if text != "once" else None


def _whole(at: int, value: int, kind: FigureKind, unit: str) -> Reading:
    number = Decimal(value)
    return Reading(at, at + 1, kind, Interval(number, number), Decimal(1), unit, words=True)


def measured(text: str, tokens: Sequence[Token], numbers: Numbers) -> Reading:
    """The reading of numbers with whatever unit stands before or behind them."""
    if numbers.joined == "score":
        return _scored(tokens, numbers)
    if numbers.joined == "ratio" and numbers.ratio is not None:
        value = Interval(numbers.ratio, numbers.ratio)
        return Reading(numbers.first.start, numbers.end, "ratio", value, Decimal(0))
    money = units.currency_before(text, tokens[numbers.first.start].start)
    numbers = _with_letter_scale(tokens, numbers, money is not None)
    reading = _bare(numbers)
    if money is not None:
        start = next(i for i, t in enumerate(tokens) if t.end > money[1])
        return _rate(tokens, replace(reading, start=start, kind="money", unit=money[0]))
    return _rate(tokens, _behind(tokens, numbers, reading))


def _bare(numbers: Numbers) -> Reading:
    first, second = numbers.first, numbers.second
    reach = first.reach
    value = Interval(first.low, second.high)
    kind: FigureKind = "fraction" if first.form == "fraction" and first.low is not None and first.low < 1 else "count"
    return Reading(
        first.start,
        numbers.end,
        kind,
        value,
        min(first.step, second.step),
        bound="vague" if reach else "between" if numbers.joined == "range" else "exact",
        reach=reach,
        words=first.form == "words",
    )


def _scored(tokens: Sequence[Token], numbers: Numbers) -> Reading:
    written = "".join(t.text for t in tokens[numbers.first.start : numbers.end]).replace("–", "-")
    return Reading(numbers.first.start, numbers.end, "score", iso=written)


def _with_letter_scale(tokens: Sequence[Token], numbers: Numbers, money: bool) -> Numbers:
    """ "$5m", "5m people", "£3b": the letter is a scale beside a currency or before a plural; else a metre."""
    at = numbers.end
    letter = word(tokens, at)
    if letter not in ("m", "b") or not (tokens[at].glued or money):
        return numbers
    after = word(tokens, at + 1)
    plural = (after.endswith("s") and len(after) > 3) or after in (
        "people",
        "men",
        "women",
        "children",
        "euro",
        "pound",
    )
    plural = plural and after not in ("across", "this", "less", "plus", "versus", "metres", "meters")
    if not (money or plural):
        return numbers
    scale = ABBREVIATED[letter]
    second = numbers.second.times(scale, at + 1)
    first = second if numbers.joined == "single" else _lifted(numbers.first, second, scale)
    return replace(numbers, first=first, second=second, end=at + 1)


def _lifted(first: Number, second: Number, scale: Decimal) -> Number:
    larger = first.times(scale)
    return larger if larger.low is not None and second.low is not None and larger.low < second.low else first


def _behind(tokens: Sequence[Token], numbers: Numbers, reading: Reading) -> Reading:
    """The reading with the currency name or unit that follows ("5 million euros", "6.1-magnitude", "10kW")."""
    at = numbers.end
    article = reading.kind == "fraction" and word(tokens, at) in ("a", "an", "of")
    if article and word(tokens, at) == "of" and word(tokens, at + 1) not in ("a", "an"):
        article = False
    at = at + (2 if word(tokens, at) == "of" else 1) if article else at
    hyphen = word(tokens, at) in ("-", "‑") and tokens[at].glued
    at = at + 1 if hyphen else at
    words = [t.text for t in tokens[at : at + units.MAX_WORDS]]
    if not words:
        return reading
    if money := units.currency_after(words):
        code, used, share = money
        return _of_money(reading, code, at, at + used, share)
    if tokens[at].glued and not hyphen and tokens[at].kind == "word" and tokens[at - 1].kind == "digits":
        glued = units.glued(tokens[at].text)
        if glued is None and tokens[at].text == "m":
            glued = units.glued("metres")
        return _of_unit(tokens, reading, glued, at, at + 1, glued=True) if glued else reading
    if hyphen and not tokens[at].glued:
        return reading
    found = units.match(words)
    if found is None:
        counted = _counted_behind(tokens, reading, at, hyphen=hyphen)
        return counted or _magnitude(tokens, reading)
    return _of_unit(tokens, reading, found[0], at, at + found[1], glued=False)


def _counted_behind(tokens: Sequence[Token], reading: Reading, at: int, *, hyphen: bool) -> Reading | None:
    """The noun of "a 20-point lead", and of "15.5 points per game", where a rate follows it."""
    noun = tokens[at]
    if noun.kind != "word" or reading.kind != "count":
        return None
    if hyphen:
        bounds = noun.lower in _NOT_COUNTED or (noun.text[0].isupper() and not noun.text.isupper())
        return None if bounds else replace(reading, unit=_singular(noun), unit_start=at, unit_end=at + 1)
    per, below = word(tokens, at + 1), word(tokens, at + 2)
    if per == "per" or (per in ("a", "an") and below in _PER_NOUNS and noun.lower.endswith("s")):
        return replace(reading, unit=_singular(noun), unit_start=at, unit_end=at + 1)
    return None


_NOT_COUNTED = {"plus", "odd", "ish", "something", "to", "and", "or", "way", "fold", "sided", "time", "strong", "one"}
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot"}


def _singular(noun: Token) -> str:
    """The counted noun's singular, by its ending: enough where the parser sees only a hyphen."""
    text = noun.lower if not noun.text.isupper() else noun.text
    if text in _IRREGULAR:
        return _IRREGULAR[text]
    if text.endswith("ies") and len(text) > 4:
        return text[:-3] + "y"
    return text[:-1] if text.endswith("s") and not text.endswith("ss") and len(text) > 3 else text


def _of_money(reading: Reading, code: str, start: int, end: int, share: Decimal) -> Reading:
    return replace(
        reading,
        kind="money",
        unit=code,
        unit_start=start,
        unit_end=end,
        value=reading.value.scaled(share),
        step=reading.step * share,
        reach=reading.reach.scaled(share) if reading.reach else None,
    )


_KINDS: dict[str, FigureKind] = {"percent": "percent", "percentage_point": "percentage_points"}


def _of_unit(
    tokens: Sequence[Token], reading: Reading, unit: units.Unit, start: int, end: int, *, glued: bool
) -> Reading:
    kind = _KINDS.get(unit.name, "duration" if unit.dimension == "time" else "measure")
    percent = glued or word(tokens, start) == "%"
    value = reading.value
    return replace(
        reading,
        kind=kind,
        unit=unit.name,
        value=value,
        unit_start=start,
        unit_end=end,
        end=end if percent else reading.end,
    )


def _magnitude(tokens: Sequence[Token], reading: Reading) -> Reading:
    """ "magnitude 6.1", "magnitude-6.1", "a magnitude of 6.1", "measuring 7.2 on the Richter scale"."""
    before = [word(tokens, reading.start - k) for k in (1, 2, 3)]
    behind = [word(tokens, reading.end + k) for k in range(5)]
    if "magnitude" in before or "richter" in behind or "magnitude" in behind[:2]:
        at = next((reading.start - k for k in (1, 2, 3) if before[k - 1] == "magnitude"), reading.end)
        return replace(reading, kind="measure", unit="magnitude", unit_start=at, unit_end=at + (at < reading.start))
    return reading


def _rate(tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading as a rate, where a period or thing follows: "per year", "a barrel", "an hour", "/share"."""
    at = reading.last
    if reading.kind in ("percent", "fraction") or not reading.unit:
        return reading
    text, noun = word(tokens, at), word(tokens, at + 1)
    per = text == "per" or (text == "/" and tokens[at].glued)
    each = text in ("a", "an", "each", "every") and noun in _PER_NOUNS and reading.kind in ("money", "measure", "count")
    if not (per or each) or not noun.isalpha():
        return reading
    if noun in ("cent", "day's"):
        return reading
    below = units.match([noun])
    name = below[0].name if below else noun
    if (
        each
        and noun in ("day", "week", "month", "year")
        and word(tokens, at + 2) in ("ago", "later", "earlier", "after", "before")
    ):
        return reading
    return replace(
        reading,
        kind="rate",
        unit=f"{reading.unit}/{name}",
        unit_start=reading.unit_start if reading.unit_end else at,
        unit_end=at + 2,
    )


def is_multiple(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """ "three times the standard" as a multiple, "three times" as a count; "4x" as a multiple."""
    at = reading.end
    text = word(tokens, at)
    if text == "x" and tokens[at].glued and word(tokens, at + 1) and not word(tokens, at + 1).isdigit():
        return replace(reading, kind="multiple", unit="", end=at + 1)
    if text == "-" and word(tokens, at + 1) == "fold":
        return replace(reading, kind="multiple", end=at + 2)
    if text != "times" or reading.unit:
        return None
    if word(tokens, at + 1) in _MULTIPLE_AFTER:
        return replace(reading, kind="multiple", unit_start=at, unit_end=at + 1)
    return replace(reading, kind="count", unit="time", unit_start=at, unit_end=at + 1)


def shared(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """The readings with the unit of a list carried to those before it ("8, 9 and 10 euros")."""
    result = list(readings)
    for i in range(len(result) - 2, -1, -1):
        here, following = result[i], result[i + 1]
        if (
            here.kind != "count"
            or here.unit
            or not following.unit
            or following.kind not in ("money", "measure", "duration", "percent")
        ):
            continue
        between = [t.lower for t in tokens[here.end : following.start]]
        if between and len(between) <= 3 and all(b in (",", "and", "or", "to", "-", "–", "x", "by") for b in between):
            kind, unit = following.kind, following.unit
            result[i] = replace(
                here, kind=kind, unit=unit, unit_start=following.unit_start, unit_end=following.unit_end
            )
    return result


TRIGGERS = frozenset({*_ONCE, *_FOLDS, "noon", "midday", "midnight"})
"""The words besides numbers that a multiple or a clock time can start with."""
