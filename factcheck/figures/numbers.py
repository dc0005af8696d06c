"""Numbers as news writes them: digits, scales, words, fractions, vague words.

`read_number` is the grammar's base: what one number at a token is worth. Ranges, units and dates
are built on it (see `ranges`, `units`, `periods`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from factcheck.figures.scan import MAX_DIGITS, Token
from factcheck.model import Interval

Form = Literal["digits", "words", "vague", "fraction"]

_ONES = {
    w: n
    for n, w in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ).split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
    "dozen": Decimal(12),
}
ABBREVIATED = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_PARTS |= {"ninth": 9, "tenth": 10, "twelfth": 12}
_SIGNS = dict(
    zip(
        "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        "1/4 1/2 3/4 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(),
        strict=True,
    )
)

VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12),
    "several": (3, 10),
    "few": (2, 6),
    "handful": (2, 8),
    "multiple": (2, 20),
}
"""What a vague word leaves possible: wide on purpose, used only to compare."""

_VAGUE_UNIT = {"several": (3, 10), "few": (2, 9)}
_TENS_OF = {"tens": (2, 10), "hundreds": (2, 10), "dozens": (2, 9)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the tokens `start` to `end`.

    `step` is the size of its last written digit at full scale (0.1 million for "1.2 million");
    `reach` what a vague word leaves possible.
    """

    low: Decimal | None
    high: Decimal | None
    step: Decimal
    start: int
    end: int
    form: Form
    scale: Decimal = Decimal(1)
    reach: Interval | None = None

    @property
    def plain(self) -> bool:
        """Digits without a scale word, separator or fraction: what a year or an identifier looks like."""
        return self.form == "digits" and self.scale == 1 and self.step == 1

    def times(self, scale: Decimal, end: int | None = None) -> Number:
        """The number at a larger scale, with the scale's word up to token `end`."""
        if self.low is None or self.high is None:
            return self
        return replace(
            self,
            low=self.low * scale,
            high=self.high * scale,
            step=self.step * scale,
            scale=self.scale * scale,
            end=self.end if end is None else end,
        )


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """The longest single number that starts at token `at`, or None."""
    return _article(tokens, at) or _vague(tokens, at) or _digits(tokens, at) or _words(tokens, at) or _half(tokens, at)


def word(tokens: Sequence[Token], at: int) -> str:
    """The lower-case text of a token; "" beyond the ends."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def decimal_of(digits: str) -> Decimal | None:
    """The value of a numeral with separators; None where it has too many digits to be a figure."""
    if len(digits) > MAX_DIGITS:
        return None
    plain = digits.translate({ord(c): None for c in "\u00a0\u202f\u2009"})
    if "," in plain and "." in plain and plain.rfind(",") > plain.rfind("."):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if plain.count(".") > 1:
        return Decimal(plain.replace(".", ""))
    return Decimal(plain.replace(",", ""))


def _digits(tokens: Sequence[Token], at: int) -> Number | None:
    if at >= len(tokens):
        return None
    if tokens[at].kind == "fraction":
        part = _sign_value(tokens[at].text)
        return _scaled(tokens, Number(part, part, Decimal(0), at, at + 1, "fraction"))
    value = decimal_of(tokens[at].text) if tokens[at].kind == "digits" else None
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    number = Number(value, value, step, at, at + 1, "digits")
    return _scaled(tokens, _mixed(tokens, number))


def _sign_value(sign: str) -> Decimal:
    above, below = _SIGNS[sign].split("/")
    return Decimal(above) / Decimal(below)


def _mixed(tokens: Sequence[Token], number: Number) -> Number:
    """ "3 1/2" and "3½" are one number."""
    at, whole = number.end, number.low
    if whole is None or number.step != 1 or at >= len(tokens):
        return number
    if tokens[at].kind == "fraction":
        value = whole + _sign_value(tokens[at].text)
        return replace(number, low=value, high=value, step=Decimal(0), end=at + 1, form="fraction")
    if word(tokens, at + 1) in ("/", "⁄"):
        above, below = _small(tokens, at), _small(tokens, at + 2)
        if above and below and above < below <= 64 and not tokens[at].glued:
            value = whole + Decimal(above) / Decimal(below)
            return replace(number, low=value, high=value, step=Decimal(0), end=at + 3, form="fraction")
    return number


def _small(tokens: Sequence[Token], at: int) -> int | None:
    if at < len(tokens) and tokens[at].kind == "digits" and len(tokens[at].text) <= 2 and tokens[at].text.isdigit():
        return int(tokens[at].text)
    return None


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the scale words that follow it ("2.5 million", "110-billion", "1.762bn")."""
    at = number.end
    if word(tokens, at) == "-" and tokens[at].glued and word(tokens, at + 1) in SCALES:
        at += 1
    scale = SCALES.get(word(tokens, at))
    if scale is None and at < len(tokens):
        scale = _abbreviation(tokens, at)
    if scale is None or number.low is None:
        return number
    larger = number.times(scale, at + 1)
    return _scaled(tokens, larger) if word(tokens, at) in ("hundred", "thousand", "lakh") else larger


def _abbreviation(tokens: Sequence[Token], at: int) -> Decimal | None:
    """The scale of "bn", "mn", "k" …; "m" and "b" are left to `units`, which sees the currency."""
    token = tokens[at]
    if token.lower in ("m", "b") or (token.lower == "k" and not token.glued):
        return None
    return ABBREVIATED.get(token.lower)


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """Cardinals in words: "three hundred and forty-two", "nineteen ninety-nine", "four and a half million"."""
    value, end = _cardinal(tokens, at)
    if end == at:
        return None
    step = SCALES.get(word(tokens, end - 1), Decimal(1))
    step = step if step >= 1000 else Decimal(1)
    number = Number(value, value, step, at, end, "words", scale=step)
    part, after = _and_part(tokens, end)
    if part and (value < 100):
        number = replace(number, low=value + part, high=value + part, step=Decimal(0), end=after, form="fraction")
    fraction = _word_fraction(tokens, number)
    return fraction or _scaled(tokens, number)


def _cardinal(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Value and end of the cardinal at `at`; the end is `at` where there is none."""
    total, current, i, seen = Decimal(0), Decimal(0), at, False
    room = Decimal(10**4)  # what the next word must be smaller than
    while i < len(tokens):
        j = _joined(tokens, i, seen)
        text = word(tokens, j)
        value = _ONES.get(text, _TENS.get(text))
        if value is not None and value < room and (value or not seen):
            current, room = current + value, _room(text, value)
        elif seen and text in _TENS and _is_century(current, total):
            current, room = current * 100 + _TENS[text], Decimal(10)
        elif seen and text == "hundred" and 0 < current < 100:
            current, room = current * 100, Decimal(100)
        elif seen and text in ("thousand", "million", "billion", "trillion", "lakh", "crore") and current:
            total, current, room = total + current * SCALES[text], Decimal(0), Decimal(1000)
        else:
            break
        i, seen = j + 1, True
    return total + current, i if seen else at


def _room(text: str, value: int) -> Decimal:
    return Decimal(10) if text in _TENS and value else Decimal(0)


def _is_century(current: Decimal, total: Decimal) -> bool:
    return not total and Decimal(13) <= current <= Decimal(20)


def _joined(tokens: Sequence[Token], i: int, inside: bool) -> int:
    """The index of the next number word, over a hyphen or an "and" inside a number."""
    if not inside:
        return i
    if word(tokens, i) == "-" and i + 1 < len(tokens) and tokens[i].glued and tokens[i + 1].glued:
        return i + 1
    if word(tokens, i) == "and" and word(tokens, i - 1) in ("hundred", "thousand", "million"):
        return i + 1
    return i


def _and_part(tokens: Sequence[Token], at: int) -> tuple[Decimal | None, int]:
    """The part of "and a half", "and three quarters" after a number, and where it ends."""
    if word(tokens, at) != "and":
        return None, at
    if word(tokens, at + 1) in ("a", "one") and word(tokens, at + 2) in _PARTS:
        return Decimal(1) / _PARTS[word(tokens, at + 2)], at + 3
    if word(tokens, at + 1) == "three" and word(tokens, at + 2) == "quarters":
        return Decimal("0.75"), at + 3
    return None, at


def _word_fraction(tokens: Sequence[Token], number: Number) -> Number | None:
    """ "two-thirds", "three quarters", "one sixth"."""
    at = number.end
    if word(tokens, at) == "-":
        at += 1
    text = word(tokens, at)
    plural = text.endswith("s") and text not in _PARTS
    part = _PARTS.get(text[:-1] if plural else text)
    if part is None or number.low is None or not 0 < number.low < part or (number.low == 1) == plural:
        return None
    if word(tokens, at + 1) not in ("of", "the", "as", ",", ".", "") and at == number.end:
        return None  # "three quarters" of a game, "one second half"
    value = number.low / part
    return replace(number, low=value, high=value, step=Decimal(0), end=at + 1, form="fraction")


def _article(tokens: Sequence[Token], at: int) -> Number | None:
    """ "a dozen", "a hundred", "a couple", "a pair", "a quarter of", "a few hundred"."""
    if word(tokens, at) not in ("a", "an"):
        return None
    text = word(tokens, at + 1)
    if text in ("few", "handful"):
        inner = _vague(tokens, at + 1)
        return replace(inner, start=at) if inner else None
    if text in ("couple", "pair"):
        return Number(Decimal(2), Decimal(2), Decimal(1), at, at + 2, "words")
    if text in SCALES:
        one = Number(Decimal(1), Decimal(1), Decimal(1), at, at + 1, "words")
        return _scaled(tokens, one)
    if text in _PARTS and text != "half" and word(tokens, at + 2) == "of":
        value = Decimal(1) / _PARTS[text]
        return Number(value, value, Decimal(0), at, at + 2, "fraction")
    return None


def _half(tokens: Sequence[Token], at: int) -> Number | None:
    """ "half a million", "half an hour", "half of", "half the"; not "half-court"."""
    if word(tokens, at) != "half" or word(tokens, at - 1) in ("first", "second", "other", "-"):
        return None
    half = Number(Decimal("0.5"), Decimal("0.5"), Decimal(0), at, at + 1, "fraction")
    if word(tokens, at + 1) in ("a", "an") and word(tokens, at + 2) in SCALES:
        return replace(_scaled(tokens, replace(half, end=at + 2)), start=at)
    if word(tokens, at + 1) in ("a", "an"):
        return replace(half, end=at + 2) if at + 2 < len(tokens) else half
    return half if word(tokens, at + 1) in ("of", "the", "their", "its", "his", "her", "are", "were", "our") else None


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a few"."""
    text = word(tokens, at)
    span = VAGUE.get(text)
    if text in _TENS_OF and word(tokens, at + 1) == "of" and word(tokens, at + 2) in VAGUE:
        return _vague_product(tokens, at, at + 2, _TENS_OF[text], word(tokens, at + 2)[:-1])
    if text in _VAGUE_UNIT and word(tokens, at + 1) in SCALES:
        return _vague_product(tokens, at, at + 1, _VAGUE_UNIT[text], word(tokens, at + 1))
    if span is None:
        return None
    reach = Interval(Decimal(span[0]), Decimal(span[1]))
    return Number(None, None, Decimal(0), at, at + 1, "vague", reach=reach)


def _vague_product(
    tokens: Sequence[Token], at: int, scale_at: int, times: tuple[int, int], scale: str
) -> Number | None:
    size = SCALES.get(scale)
    if size is None:
        return None
    base = 10 if tokens[at].lower == "tens" else 100 if tokens[at].lower == "hundreds" else 1
    reach = Interval(size * base * times[0], size * base * times[1])
    return Number(None, None, Decimal(0), at, scale_at + 1, "vague", reach=reach)


TRIGGERS = frozenset({*_ONES, *_TENS, *VAGUE, "a", "an", "half", "tens"})
"""The words that a number can start with."""
