"""Money: the currency before or behind a number ("$5", "5 million euros", "30 MUSD")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import units
from factcheck.figures.reading import Reading
from factcheck.figures.scales import SCALES
from factcheck.figures.scan import Token, is_glued, word

_MILLION = Decimal(10**6)


def symbol_before(text: str, tokens: Sequence[Token], at: int, stop: int) -> tuple[str, int] | None:
    """The code and the offset of the currency symbol before token `at`, and behind token `stop`."""
    found = units.currency_before(text, tokens[at].start)
    taken = found is not None and stop < at and found[1] < tokens[stop].start
    return None if taken or stop == at > 0 else found


def sum_of(tokens: Sequence[Token], reading: Reading, start_of_symbol: int, code: str) -> Reading:
    """The reading as the sum whose currency symbol starts at that offset of the text."""
    start = reading.start
    while start > 0 and tokens[start - 1].end > start_of_symbol:
        start -= 1
    end = reading.end
    if end < len(tokens) and units.currency_after([tokens[end].text]) and tokens[end].text.isupper():
        return replace(reading, start=start, kind="money", unit=code, unit_start=end, unit_end=end + 1)
    return replace(reading, start=start, kind="money", unit=code)


def sum_behind(tokens: Sequence[Token], reading: Reading, at: int) -> Reading | None:
    """The reading with the currency that stands at token `at`: "5 million euros", "12-cent", "75 USD million"."""
    words = [t.text for t in tokens[at : at + units.MAX_WORDS]]
    found = units.currency_after(words)
    if found is None:
        return _in_millions(tokens, reading, at)
    code, used, share = found
    if is_glued(tokens, at + used) and tokens[at + used].kind == "digits":
        return None  # "3 USD50 cards": the code belongs to the next number
    scale = SCALES.get(word(tokens, at + used)) if share == 1 else None
    taken = at + used + (1 if scale else 0)
    return _of_money(reading, code, at, taken, share * (scale or 1))


def millions_before(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """ "MAUD 60" is sixty million Australian dollars."""
    at = reading.start - 1
    if at < 0 or not is_millions(tokens[at].text) or (found := units.currency_after([tokens[at].text[1:]])) is None:
        return None
    return replace(_of_money(reading, found[0], at, at + 1, _MILLION), start=at, unit_start=0, unit_end=0)


def _in_millions(tokens: Sequence[Token], reading: Reading, at: int) -> Reading | None:
    """ "30 MUSD" is thirty million dollars."""
    text = tokens[at].text if at < len(tokens) else ""
    if not is_millions(text) or (found := units.currency_after([text[1:]])) is None:
        return None
    return _of_money(reading, found[0], at, at + 1, _MILLION)


def is_millions(text: str) -> bool:
    """Whether the word is a currency's code with M for million: "MUSD"."""
    return len(text) == 4 and text[0] == "M" and text.isupper() and units.currency_after([text[1:]]) is not None


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
