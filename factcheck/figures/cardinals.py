"""Numbers in words: "three hundred and forty-two", "nineteen ninety-nine", "twenty-third"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.figures.scan import Token, is_glued, word

ONES = {
    w: n
    for n, w in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_ORDINALS = {
    w: n
    for n, w in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ).split(),
        start=1,
    )
}
_ORDINALS |= {f"{w[:-1]}ieth": n for w, n in TENS.items()}
_LARGE = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
}
_AND_AFTER = ("hundred", "thousand", "million")

TRIGGERS = frozenset({*ONES, *TENS})
ORDINAL_TRIGGERS = frozenset({*_ORDINALS, *TENS})


def cardinal(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Value and end of the cardinal at `at`; the end is `at` where there is none."""
    if word(tokens, at) not in TRIGGERS:
        return Decimal(0), at
    total, current, i, seen = Decimal(0), Decimal(0), at, False
    room = Decimal(10**4)  # what the next word must be smaller than
    while i < len(tokens):
        j = _joined(tokens, i, seen)
        text = word(tokens, j)
        value = ONES.get(text, TENS.get(text))
        if value is not None and value < room and (value or not seen):
            current, room = current + value, Decimal(10 if text in TENS else 0)
        elif seen and text in TENS and _is_century(current, total):
            current, room = current * 100 + TENS[text], Decimal(10)
        elif seen and text == "hundred" and 0 < current < 100:
            current, room = current * 100, Decimal(100)
        elif seen and text in _LARGE and current:
            total, current, room = total + current * _LARGE[text], Decimal(0), Decimal(1000)
        else:
            break
        i, seen = j + 1, True
    return total + current, i if seen else at


def _is_century(current: Decimal, total: Decimal) -> bool:
    return not total and Decimal(13) <= current <= Decimal(20)


def _joined(tokens: Sequence[Token], i: int, inside: bool) -> int:
    """The index of the next number word, over a hyphen or an "and" inside a number."""
    if not inside:
        return i
    if word(tokens, i) == "-" and is_glued(tokens, i) and is_glued(tokens, i + 1):
        return i + 1
    if word(tokens, i) == "and" and word(tokens, i - 1) in _AND_AFTER:
        return i + 1
    return i


def ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Value and end of the ordinal at `at` ("eleventh", "twenty-third"); the end is `at` where there is none."""
    text = word(tokens, at)
    if text in _ORDINALS:
        return _ORDINALS[text], at + 1
    if text in TENS:
        after = at + 2 if word(tokens, at + 1) == "-" else at + 1
        small = _ORDINALS.get(word(tokens, after), 10)
        if small < 10:
            return TENS[text] + small, after + 1
    return 0, at
