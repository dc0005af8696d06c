"""Values before and after that are said to have doubled, tripled or halved: "doubled from 300 to 900"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.numbers import likely, plain, quotient, shown
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import WORDS, Sentence, mark, same_unit, sentences
from factcheck.lexicon import any_of, lexicon, wordlist
from factcheck.model import Figure, Interval

_ROUGH = Decimal("0.2")
"""What "doubled" leaves open: a double is told in round numbers."""


def doublings(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Pairs of values whose quotient is far from the multiple that the verb before them says."""
    for sentence in sentences(evidence):
        for match, marked in sentence.matches(_pattern()) if sentence.may_have(_verbs()) else ():
            before = sentence.text[: match.start()].split()[-1:]
            if wordlist("reckoning", "change", "roughly").isdisjoint(before):
                yield from _slip(sentence, match, marked["a"], marked["b"], tolerance)


def _slip(sentence: Sentence, match: re.Match[str], a: Figure, b: Figure, tolerance: Decimal) -> Iterator[Slip]:
    before, after, times = plain(a), plain(b), _multiples()[match["verb"]]
    if before is None or after is None or before <= 0 or not same_unit(a, b):
        return
    said = Interval(times, times).widened(_ROUGH + tolerance)
    if not said.overlaps(quotient(likely(b), likely(a))):
        says = f"from {sentence.quote(a)} to {sentence.quote(b)} is {shown(after / before)} times, not {times}"
        yield Slip((b, a), b, says, sentence.written(match))


@cache
def _multiples() -> Mapping[str, Decimal]:
    return {verb: Decimal(str(times)) for verb, times in lexicon("reckoning")["change"]["multiples"].items()}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_multiples())


@cache
def _pattern() -> re.Pattern[str]:
    verb = rf"(?P<verb>{any_of(_verbs())})"
    return re.compile(rf"{verb} (?:{WORDS}{{0,25}}? )?from {mark('a', 'cmu')}{WORDS}{{0,25}}? to {mark('b', 'cmu')}")
