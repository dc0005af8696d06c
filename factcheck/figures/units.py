"""From numbers to readings: the currency before, the unit behind, the kind.

Which surfaces name which unit stands in `factcheck/units/units.txt` and `currencies.txt`; a unit
that is not there is asked of quantulum3 (see `quantities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures import letters, money, nouns, quantities, signs, temperatures, weights
from factcheck.figures.ranges import Numbers
from factcheck.figures.rates import as_rate
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist
from factcheck.model import FigureKind, Interval

_KINDS: dict[str, FigureKind] = {"percent": "percent", "percentage_point": "percentage_points"}
_AVERAGE = Decimal("0.001")
"""The step of a batting average: ".358"."""

_TENTH, _STRONGEST = Decimal("0.1"), Decimal(10)

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


def measured(text: str, tokens: Sequence[Token], numbers: Numbers, stop: int) -> Reading:
    """The reading of numbers with whatever sign and unit stand before or behind them.

    What stands before token `stop` belongs to the figure before ("17 USD 25").
    """
    if numbers.joined == "score":
        return _score(tokens, numbers)
    if numbers.joined == "ratio" and numbers.ratio is not None:
        value = Interval(numbers.ratio, numbers.ratio)
        return Reading(numbers.first.start, numbers.end, "ratio", value)
    currency = money.symbol_before(text, tokens, numbers.first.start, stop)
    numbers = letters.with_letter_scale(tokens, numbers, currency[0] if currency else "")
    reading = bare(tokens, numbers)
    if currency is not None:
        reading = money.sum_of(tokens, reading, currency[1], currency[0])
    else:
        reading = _behind(tokens, reading) or money.millions_before(tokens, reading) or _percent_before(tokens, reading)
    return as_rate(tokens, signs.signed(tokens, reading))


def _score(tokens: Sequence[Token], numbers: Numbers) -> Reading:
    """The sides as they stand, joined by hyphens: "68 to 32" is 68-32."""
    written = "-".join(t.text for t in tokens[numbers.first.start : numbers.end] if t.kind == "digits")
    return Reading(numbers.first.start, numbers.end, "score", iso=written)


def bare(tokens: Sequence[Token], numbers: Numbers) -> Reading:
    """The reading of numbers beside which no sign or unit stands."""
    first, second = numbers.first, numbers.second
    average = tokens[first.start].text.startswith(".") and first.step == _AVERAGE
    part = first.form == "fraction" and first.low is not None and first.low < 1
    return Reading(
        first.start,
        numbers.end,
        "ratio" if average else "fraction" if part else "count",
        Interval(first.low, second.high),
        min(first.step, second.step),
        bound="vague" if first.reach else "between" if numbers.joined == "range" else "exact",
        reach=first.reach,
        words=first.form == "words",
    )


def _behind(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """The reading with the currency name or unit that follows ("5 million euros", "6.1-magnitude", "10kW")."""
    at = _over_article(tokens, reading)
    hyphen = word(tokens, at) in ("-", "‑") and is_glued(tokens, at)
    bracket = word(tokens, at) in _BRACKETS
    at = at + 1 if hyphen or bracket else at
    if at >= len(tokens) or (hyphen and not is_glued(tokens, at)):
        return None
    if found := money.sum_behind(tokens, reading, at):
        return weights.weighed(tokens, found)
    if degree := temperatures.degrees(tokens, at - 1) if at == reading.end else None:
        heat = _of_unit(tokens, reading, degree, at, at + 1)
        return replace(heat, end=at + 1) if is_glued(tokens, at) else heat
    attached = is_glued(tokens, at) and not hyphen and tokens[at - 1].kind == "digits"
    if attached and (tokens[at].kind == "word" or signs.is_inch_mark(tokens, at)):
        return _glued(tokens, reading, at)
    known = units.match(_words(tokens, at))
    if known is not None and _closes(tokens, at + known[1], bracket=bracket):
        return _of_unit(tokens, reading, known[0], at, at + known[1])
    return _noun_behind(tokens, reading, at, hyphen=hyphen) or _foreign(tokens, reading, at)


def _closes(tokens: Sequence[Token], end: int, *, bracket: bool) -> bool:
    """Whether a unit may end before token `end`: not inside a code ("24703 L-202"); a bracket needs its other half."""
    if bracket and word(tokens, end) not in _BRACKETS.values():
        return False
    if not is_glued(tokens, end):
        return True
    hyphen = tokens[end].text == "-" and len(tokens[end - 1].text) == 1 and is_glued(tokens, end + 1)
    return tokens[end + 1 if hyphen else end].kind != "digits"


def _words(tokens: Sequence[Token], at: int) -> list[str]:
    """The words that can name a unit: up to a figure of its own ("12 ft 2 in" is not square feet)."""
    words: list[str] = []
    for i, token in enumerate(tokens[at : at + units.MAX_WORDS], start=at):
        if words and token.kind == "digits" and not is_glued(tokens, i) and len(token.text) == 1:
            break
        words.append(token.text)
    return words


def _over_article(tokens: Sequence[Token], reading: Reading) -> int:
    """Where the unit may stand: behind "half an", "a quarter of a"."""
    at, text = reading.end, word(tokens, reading.end)
    if reading.kind != "fraction":
        return at
    if text == "of" and word(tokens, at + 1) in ("a", "an"):
        return at + 2
    return at + 1 if text in ("a", "an") else at


def _glued(tokens: Sequence[Token], reading: Reading, at: int) -> Reading | None:
    """ "10kW", "1.8m tall", '15"'."""
    text = tokens[at].text
    if signs.is_inch_mark(tokens, at):
        text = "in"
    if text == "m":
        text = "min" if letters.behind_hours(tokens, reading.start) else "metres"
    unit = units.glued(text)
    return replace(_of_unit(tokens, reading, unit, at, at + 1), end=at + 1) if unit else None


def _noun_behind(tokens: Sequence[Token], reading: Reading, at: int, *, hyphen: bool) -> Reading | None:
    """The noun of "a 20-point lead", and of "15.5 points per game", where a rate follows it."""
    if reading.kind != "count":
        return None
    noun = nouns.hyphened(tokens[at]) if hyphen else nouns.before_rate(tokens, at)
    return replace(reading, unit=noun, unit_start=at, unit_end=at + 1) if noun else _magnitude(tokens, reading)


def _foreign(tokens: Sequence[Token], reading: Reading, at: int) -> Reading | None:
    """The reading with a unit that only quantulum3 knows ("12 kilolitres")."""
    unit = quantities.unit_of(tokens[at].text) if tokens[at].kind == "word" else None
    return _of_unit(tokens, reading, unit, at, at + 1) if unit else None


def _of_unit(tokens: Sequence[Token], reading: Reading, unit: units.Unit, start: int, end: int) -> Reading:
    return replace(
        reading,
        kind=_kind(unit),
        unit=unit.name,
        unit_start=start,
        unit_end=end,
        end=end if word(tokens, start) == "%" else reading.end,
    )


def _kind(unit: units.Unit) -> FigureKind:
    if unit.dimension == "time":
        return "duration"
    return _KINDS.get(unit.name, "rate" if "/" in unit.name else "measure")


def _magnitude(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """ "magnitude 6.1", "magnitude-6.1", "a magnitude of 6.1", "measuring 7.2 on the Richter scale"."""
    before = [t.lower for t in tokens[max(0, reading.start - 3) : reading.start]][::-1]
    behind = [t.lower for t in tokens[reading.end : reading.end + 5]]
    if "magnitude" not in before and "richter" not in behind and "magnitude" not in behind[:2]:
        return replace(reading, kind="measure", unit="magnitude") if _of_quake(tokens, reading) else None
    at = next((reading.start - k for k, said in enumerate(before, 1) if said == "magnitude"), reading.end)
    return replace(reading, kind="measure", unit="magnitude", unit_start=at, unit_end=at + (at < reading.start))


def _of_quake(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether a decimal below ten is a quake's: "a 7.3 quake", "40 aftershocks, the strongest 5.7"."""
    if reading.step != _TENTH or reading.value.high is None or not reading.value.high < _STRONGEST:
        return False
    nouns_of_quakes, after = wordlist("quakes", "nouns"), word(tokens, reading.end)
    if after in nouns_of_quakes:
        return True
    ends = reading.end >= len(tokens) or tokens[reading.end].kind == "sign" or after in wordlist("quakes", "behind")
    return ends and any(t.lower in nouns_of_quakes for t in tokens)


def _percent_before(tokens: Sequence[Token], reading: Reading) -> Reading:
    """ "percent of 10" with no number before it is ten percent, where nothing is counted."""
    names = (["percent", "of"], ["percents", "of"], ["per", "cent", "of"])
    if reading.last < len(tokens) or [t.lower for t in tokens[: reading.start]] not in names:
        return reading
    return replace(reading, kind="percent", unit="percent", unit_start=0, unit_end=reading.start - 1)
