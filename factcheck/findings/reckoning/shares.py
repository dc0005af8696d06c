"""Shares that are given with their base and their part: "120 of 400 workers, or 30 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.numbers import plain, quotient, reach, shown, stated
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import WORDS, Sentence, mark, same_unit, sentences
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Figure

_SCALE = Decimal(1000)


def shares(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Percentages that are not what the part is of the base."""
    for sentence in sentences(evidence):
        if len(sentence.figures) < 3 or sentence.has("share", "otherwise"):
            continue
        seen: set[str] = set()
        for pattern in _patterns():
            for match, marked in sentence.matches(pattern):
                share = marked["x"]
                if share.id not in seen and plain(share) is not None and _known(marked["part"], marked["base"]):
                    seen.add(share.id)
                    yield from _slip(sentence, match, marked, tolerance)


def _known(part: Figure, base: Figure) -> bool:
    whole = plain(base)
    return plain(part) is not None and whole is not None and whole > 0 and _same_unit_or_counted(part, base)


def _same_unit_or_counted(part: Figure, base: Figure) -> bool:
    """A part may be counted in other words than its base ("1,500 jobs, or 15 percent of its 10,000 workers")."""
    return same_unit(part, base) or part.kind == base.kind == "count"


def _slip(sentence: Sentence, match: re.Match[str], marked: dict[str, Figure], tolerance: Decimal) -> Iterator[Slip]:
    share, part, base = marked["x"], marked["part"], marked["base"]
    scale = _scale(part, base)
    reckoned = quotient(reach(part).scaled(scale), reach(base)).scaled(Decimal(100))
    if stated(share, tolerance).overlaps(reckoned):
        return
    percent = (plain(part) or Decimal(0)) * scale / (plain(base) or Decimal(1)) * 100
    quote = sentence.quote
    says = f"{quote(part)} of {quote(base)} is {shown(percent)} percent, not {quote(share)}"
    yield Slip((share, part, base), share, says, sentence.written(match))


def _scale(part: Figure, base: Figure) -> Decimal:
    """What the part leaves to the base to say: "40 of the 100 million shares" are 40 million."""
    shared = base.amount.step >= _SCALE and part.amount.step <= 1 and (plain(part) or Decimal(0)) < _SCALE
    return base.amount.step if shared and (plain(base) or Decimal(0)) % base.amount.step == 0 else Decimal(1)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    part, base, share = mark("part", "cm"), mark("base", "cm"), mark("x", "p")
    few, the = WORDS + "{0,40}?", "(?:the |its |all |their |his |her |our )*"
    noun = r"(?: [a-z'’\-]+){0,3}"
    of_base = rf"{part}{noun} (?:out )?of {the}{base}"
    last = rf"(?! {any_of(wordlist('reckoning', 'share', 'otherwise_based'))})"
    shapes = [
        rf"{of_base}{few}(?:, or| -| –| —) ?{share}{last}",
        rf"{of_base}{few},? \({share}\)",
        rf"{share}, or {of_base}",
        rf"{share} \({of_base}",
        rf"{share} of {the}{base}{noun},? or {part}{last}",
        rf"{share} of {the}{base}{noun} \({part}",
        rf"{part}{noun},? or {share} of {the}{base}",
        rf"{part}{noun} \({share} of {the}{base}",
    ]
    return tuple(map(re.compile, shapes))
