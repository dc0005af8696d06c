"""Parts that are said to make a whole ("12 dead: 7 men, 4 women and 2 children"), and parts larger than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.findings.evidence import Evidence
from factcheck.findings.reckoning.numbers import plain, reach, shown, stated, total
from factcheck.findings.reckoning.slip import Slip
from factcheck.findings.reckoning.wording import Sentence, mark, sentences
from factcheck.lexicon import any_of, wordlist
from factcheck.model import Figure

_END = r"\s*(?:[.;)–—]|$)"


def parts(evidence: Evidence, tolerance: Decimal) -> Iterator[Slip]:
    """Lists of all parts whose sum is not the whole, and parts larger than the whole."""
    for sentence in sentences(evidence):
        slips = [*_lists(sentence, tolerance), *_excesses(sentence)]
        yield from slips[:1]


def _lists(sentence: Sentence, tolerance: Decimal) -> Iterator[Slip]:
    for pattern in _list_patterns():
        for match, marked in sentence.matches(pattern):
            listed, whole = sentence.marked(match["list"]), marked["whole"]
            if _whole_list(match, listed, whole) and not _comes_out(listed, whole, tolerance):
                yield _slip(sentence, match, listed, whole)
                return


def _comes_out(listed: list[Figure], whole: Figure, tolerance: Decimal) -> bool:
    """Whether the parts may make the whole; a whole number that counts is not cut, so it is no digit wider."""
    sum_of = total(listed)
    exact = whole.amount.step <= 1 and tolerance == 0
    return (reach(whole) if exact else stated(whole, tolerance)).overlaps(sum_of)


def _whole_list(match: re.Match[str], listed: list[Figure], whole: Figure) -> bool:
    """Whether the parts are all of the whole: each a part of it, none said to be some of them."""
    number = plain(whole)
    counted = [plain(part) for part in listed]
    if number is None or whole.amount.bound != "exact" or len(counted) < 2:
        return False
    if not _are_parts(match["list"], listed, whole):
        return False
    if re.search(any_of(wordlist("reckoning", "parts", "otherwise")), match[0]):
        return False
    return all(n is not None and n < number for n in counted)


def _are_parts(words: str, listed: list[Figure], whole: Figure) -> bool:
    """Whether people are divided into people, and none of them stands twice ("3 with murder and 4 with theft")."""
    if re.search(r"‹c\d+› (?:with|for|of|in|on|by|to|from|at|over)\b", words):
        return False
    persons = wordlist("ages", "persons")
    return whole.amount.unit not in persons or all(part.amount.unit in persons for part in listed)


def _slip(sentence: Sentence, match: re.Match[str], listed: list[Figure], whole: Figure) -> Slip:
    numbers = [plain(part) or Decimal(0) for part in listed]
    sum_of = " + ".join(map(shown, numbers))
    says = f"{sum_of} is {shown(sum(numbers, Decimal(0)))}, not {shown(plain(whole) or Decimal(0))}"
    return Slip((whole, *listed), whole, says, sentence.written(match))


def _excesses(sentence: Sentence) -> Iterator[Slip]:
    for pattern in _part_patterns():
        for match, marked in sentence.matches(pattern):
            part, whole = marked["part"], marked["whole"]
            least, most = reach(part).low, reach(whole).high
            if least is None or most is None or least <= most:
                continue
            says = f"{sentence.quote(part)} cannot be a part of {sentence.quote(whole)}"
            yield Slip((part, whole), part, says, sentence.written(match))
            return


@cache
def _list_patterns() -> tuple[re.Pattern[str], ...]:
    whole = mark("whole", "c")
    some, people = any_of(wordlist("reckoning", "parts", "part")), any_of(wordlist("reckoning", "parts", "whole"))
    words = r"(?: [a-z'’\-]+){1,4}"
    anything = rf"‹c\d+›{words}"
    person = rf"‹c\d+›(?: [a-z'’\-]+)?? {some}"
    noun = r"(?: [a-z'’\-]+){1,5}"
    persons = rf"(?P<list>{person}(?:, {person})*,? and {person})"
    fate = r"(?:died|drowned|perished|survived|were [a-z]+)"
    return tuple(
        re.compile(shape)
        for shape in (
            rf"{whole}{noun}: ?(?P<list>{anything}(?:, {anything})*,? and {anything}){_END}",
            rf"{whole}(?: [a-z'’\-]+)? {people}(?:,| -| –| —) ?{persons}{_END}",
            rf"{whole}(?: [a-z'’\-]+)? {people} {fate}(?:,| -| –| —) ?{persons}{_END}",
            rf"^[^‹]*{persons}, {whole}(?: {people})? (?:in all|altogether|in total)\b",
            rf"{whole}(?: [a-z'’\-]+)? {people} \({persons}\)",
        )
    )


@cache
def _part_patterns() -> tuple[re.Pattern[str], ...]:
    whole, part = mark("whole", "c"), mark("part", "c")
    free = r"(?<!\bof )(?<!\bin )(?<!\bby )(?<!\bfrom )(?<!\bat )(?<!\bafter )(?<!\bwith )(?<!\bfor )(?<!\bto )"
    people, some = (any_of(wordlist("reckoning", "parts", key)) for key in ("whole", "part"))
    before = rf"^[^‹›]*{free}{whole}(?: [a-z'’\-]+)?? {people}(?: [a-z]+)?,"
    return (
        re.compile(rf"{before}(?: including)? {part} of (?:them|whom)\b"),
        re.compile(rf"{before} (?:including|among them) {part} {some}"),
    )
