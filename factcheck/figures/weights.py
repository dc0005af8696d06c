"""Pounds: money or weight, told by the words of the sentence (`rules/lexicon/pounds.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, word
from factcheck.lexicon import wordlist

_WINDOW = 25
_SCALED = 100_000


def weighed(tokens: Sequence[Token], money: Reading) -> Reading:
    """The sum in pounds as a weight where words of weight stand near and none of money; else the sum."""
    return replace(money, kind="measure", unit="pound") if _weighs(tokens, money) else money


def _weighs(tokens: Sequence[Token], money: Reading) -> bool:
    if money.unit != "GBP" or not word(tokens, money.unit_start).startswith("pound"):
        return False
    if money.value.high is not None and money.value.high >= _SCALED:
        return False
    around = {t.lower for t in tokens[max(0, money.start - _WINDOW) : money.unit_end + _WINDOW]}
    return bool(around & wordlist("pounds", "weight")) and not around & wordlist("pounds", "money")
