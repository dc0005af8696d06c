"""Ages: "12-year-old", "aged 40", "Maddon, 66,", "who was 10"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_capital, is_glued, word
from factcheck.lexicon import wordlist

_OLDEST = Decimal(120)
_WAS = {"was", "is", "turned", "turns", "were", "'s", "be"}
_PERSONS = {"he", "she", "who", "i", "they"}
_CLOSING = {",", ".", ")", ";", "", "when", "and", "at", "”", '"', "but", "or", ":"}
_OPENING = {",", "("}
_SAID = {"aged", "age", "ages"}
_SINGLE = {"man", "woman", "boy", "girl"}
_AT_AGE = {"dead", "died", "dies", "die", "dying"}
_AFTER_AGE = {
    "to",
    "in",
    "who",
    "at",
    "and",
    "or",
    "are",
    "were",
    "is",
    "was",
    "have",
    "had",
    "from",
    "with",
    "can",
    "will",
}
_PLACES = {"of", "from", "who", "and", "is", "was", "a", "an", "the", "has", "had"}


def as_age(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """The reading as an age in years where the words around it say so, else None."""
    if reading.kind == "duration" and reading.unit in ("year", "month", "week", "day"):
        return _old(tokens, reading)
    value = reading.value.high
    if reading.kind != "count" or reading.unit or value is None or not 0 < value <= _OLDEST or reading.step != 1:
        return None
    signs = (_abbreviated, _said_before, _bounding, _apposition, _predicate, _turning, _opening, _group)
    if any(sign(tokens, reading) for sign in signs):
        return replace(reading, kind="age", unit="year")
    return None


def _old(tokens: Sequence[Token], reading: Reading) -> Reading | None:
    """ "12-year-old", "22 year-old", "37 years old", "37 years of age"."""
    at = reading.unit_end
    at = at + 1 if word(tokens, at) == "-" else at
    if word(tokens, at) in ("old", "olds"):
        return replace(reading, kind="age", unit_end=at + 1)
    if word(tokens, at) == "of" and word(tokens, at + 1) == "age":
        return replace(reading, kind="age", unit_end=at + 2)
    return None


def _abbreviated(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "87 yo", "87 y.o."."""
    at = reading.end
    text = word(tokens, at)
    return text == "yo" or (text == "y" and word(tokens, at + 1) == "." and word(tokens, at + 2) == "o")


def _said_before(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "aged 40", "age 40", "at the age of 40", "ages 5 to 7"."""
    before, earlier = word(tokens, reading.start - 1), word(tokens, reading.start - 2)
    if before in _SAID or (before == "of" and earlier in ("age", "ages")):
        return True
    if before == "of" and earlier in _SINGLE:
        return word(tokens, reading.end) in _CLOSING | _WAS
    at = reading.start - 1
    while word(tokens, at) in wordlist("ages", "between"):
        at -= 1
    if word(tokens, at) in ("aged", "ages"):
        return True
    return before == "at" and earlier in _AT_AGE and word(tokens, reading.end) in _CLOSING


def _bounding(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "women under 40", "people over 65": nothing is counted behind the number."""
    at = reading.start - 1
    closed = reading.end >= len(tokens) or tokens[reading.end].kind == "sign" or word(tokens, reading.end) in _AFTER_AGE
    return word(tokens, at) in ("under", "over") and word(tokens, at - 1) in wordlist("ages", "persons") and closed


def _apposition(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "Brian Nichols, 37, was", "(Nichols, 37)", "Nichols (37)"."""
    before, name = reading.start - 1, reading.start - 2
    if word(tokens, before) not in _OPENING or name < 0 or reading.words:
        return False
    after = word(tokens, reading.end)
    if tokens[name].lower in ("jr", "sr", "."):
        name -= 1 if tokens[name].kind == "word" else 2
    capital = (
        name >= 0 and tokens[name].kind == "word" and tokens[name].text[0].isupper() and not tokens[name].text.isupper()
    )
    described = _is_person(tokens, name)
    if described and tokens[name].lower.endswith("s") and after in _PLACES - {"and", "of", "from"}:
        return False  # "of 300 patients, 56 had a cough"
    if after == "of" and not is_capital(tokens, reading.end + 1):
        return False  # "Norvik, 40 of them pilots"
    closing = after in (",", ")", ";", "") or (after == "." and reading.end == len(tokens) - 1) or after in _PLACES
    return (capital or described) and closing and (after == ")") >= (word(tokens, before) == "(")


def _predicate(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "who was 10", "when she was just 15", "then 67,"."""
    at = reading.start - 1
    after = word(tokens, reading.end)
    if after not in _CLOSING:
        return False
    at = at - 1 if word(tokens, at) in ("just", "only", "about", "now") else at
    if word(tokens, at) == "then" and after == ",":
        return True
    whose = word(tokens, at - 1) in _PERSONS or _is_person(tokens, at - 1)
    return word(tokens, at) in _WAS and whose and reading.end - reading.start == 1


def _is_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun of a person ends at token `at`: "driver", "mother-of-two"."""
    if word(tokens, at - 1) == "-" and word(tokens, at - 2) == "of":
        at -= 4
    return at >= 0 and word(tokens, at) in wordlist("ages", "persons")


def _turning(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "turns 80 in May": nothing is counted behind the number."""
    if word(tokens, reading.start - 1) not in wordlist("ages", "turning"):
        return False
    after = word(tokens, reading.end)
    return after in _CLOSING or after in wordlist("ages", "at_turning")


def _opening(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "At 83, he still paints"."""
    said = word(tokens, reading.start - 1) == "at" and word(tokens, reading.end) == ","
    return said and word(tokens, reading.end + 1) in wordlist("ages", "subjects")


def _group(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "over-65s", "the under-21 team"."""
    bound, at = word(tokens, reading.start - 2), reading.end
    if bound not in ("over", "under") or not is_glued(tokens, reading.start - 1) or not is_glued(tokens, reading.start):
        return False
    return not is_glued(tokens, at) or word(tokens, at) in ("s", "'s", "’s", *_CLOSING)
