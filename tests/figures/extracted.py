"""What a sentence of the rows says: its one figure of some words, its value as text, its dropped numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck import extract
from factcheck.documents import from_text
from factcheck.figures import extract as extracted
from factcheck.model import Figure

PUBLISHED = date(2024, 3, 13)
"""A Wednesday."""


def figure(sentence: str, number: str, published: date | None = None) -> Figure:
    """The figure of the sentence whose own words are `number`; the sentence holds it once."""
    found = extract(sentence, published=published)
    matching = [f for f in found if f.text == number]
    assert len(matching) == 1, f"{number!r} once among {[(f.text, f.kind) for f in found]}"
    return matching[0]


def texts(sentence: str, published: date | None = None) -> list[str]:
    """The words of every figure of the sentence."""
    return [f.text for f in extract(sentence, published=published)]


def value(figure: Figure) -> str:
    """ "1000", "10..15" for two ends, "vague" for none."""
    low, high = figure.amount.value.low, figure.amount.value.high
    if low is None or high is None:
        return "vague"
    return _plain(low) if low == high else f"{_plain(low)}..{_plain(high)}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def dropped(sentence: str) -> dict[str, str]:
    """The numbers of the sentence that are no figures, with the reason."""
    return {d.text: d.reason for d in extracted([from_text(sentence)])[0].dropped}
