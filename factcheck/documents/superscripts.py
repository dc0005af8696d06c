"""Raised digits as the signs that the grammar reads as powers: 10⁶, not 106."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_DIGITS = frozenset("0123456789+-−–")


def raised(words: str) -> str:
    """The words as they stand raised; letters ("3rd") stay as they are."""
    inner = words.strip()
    return inner.translate(_RAISED) if inner and _DIGITS.issuperset(inner) else words
