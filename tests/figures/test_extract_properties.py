"""What holds for every text: words read back, spans quote, neighbours change nothing, nothing crashes."""

from __future__ import annotations

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from factcheck import extract
from factcheck.model import Figure
from tests.figures.extracted import value

SENTENCES = [
    "At least 12 people died in the blast.",
    "The bridge cost $45 million.",
    "The port expects 10-15 ships.",
    "Turnout rose by 3.2 percentage points to 55 percent.",
    "The tower is 300 metres (984 feet) tall.",
    "Oil traded at $82 a barrel.",
    "The Otters beat the Herons 31-24.",
    "The 34-year-old baker sold half a million rolls.",
    "The mill opened on July 2, 2013.",
    "Two-thirds of the members voted at 3:37 p.m. in the hall.",
    "Nord Stream 2 was never opened.",
]
FRAGMENTS = [
    *SENTENCES,
    "The sky was grey.",
    "No one came!",
    "Half the crop was lost;",
    "“Some 40,000 people marched,” she said.",
    "a dozen",
    "1/2",
    "€1.000,50",
    "3½ inches",
    "in 1999",
]
SEPARATORS = st.sampled_from([" ", "\n", "\n\n", "\u00a0", "  ", " – "])
HARD = "0123456789.,'’:;/-–−+%°()[]\"$€£¥₹½⅓²×^ \t\n\u00a0\u2009\u202f\u200f\u0301\u0327אבגالعربية١٢٣aekmMbnxts"

few = settings(deadline=None, max_examples=60, derandomize=True)
many = settings(deadline=None, max_examples=200, derandomize=True)


def _said(figure: Figure) -> tuple[str, str, str, str, str, str | None]:
    amount = figure.amount
    return figure.text, figure.kind, value(figure), amount.unit, amount.bound, amount.iso


def _assert_spans_quote(text: str, figures: list[Figure]) -> None:
    for figure in figures:
        sentence = figure.context.sentence
        assert figure.span.quote(text) == figure.text != ""
        assert sentence.start <= figure.span.start < figure.span.end <= sentence.end <= len(text)
        if figure.unit_span:
            assert sentence.start <= figure.unit_span.start < figure.unit_span.end <= sentence.end


def _assert_in_order(figures: list[Figure]) -> None:
    assert all(a.span.end <= b.span.start for a, b in pairwise(figures))


@few
@given(st.integers(2, 10**9 - 1))
def test_a_number_in_words_reads_back(number: int) -> None:
    words = num2words(number).replace(",", "")
    assert [value(f) for f in extract(f"The vault holds {words} coins.")] == [str(number)]


@few
@given(st.integers(2, 10**15), st.sampled_from([",", "\u00a0", "\u2009", "\u202f"]))
def test_a_number_in_groups_reads_back(number: int, separator: str) -> None:
    digits = f"{number:,}".replace(",", separator)
    assert [value(f) for f in extract(f"The vault holds {digits} coins.")] == [str(number)]


@few
@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(SENTENCES), max_size=3), st.sampled_from([" ", "\n\n"]))
def test_other_sentences_do_not_change_a_figure(sentence: str, others: list[str], separator: str) -> None:
    before = "".join(other + separator for other in others)
    text = before + sentence + "".join(separator + other for other in reversed(others))
    inside = [f for f in extract(text) if len(before) <= f.span.start < len(before) + len(sentence)]
    assert [_said(f) for f in inside] == [_said(f) for f in extract(sentence)]


@few
@given(st.sampled_from(SENTENCES), st.text(string.ascii_letters + "  ", max_size=40))
def test_other_paragraphs_do_not_change_a_figure(sentence: str, other: str) -> None:
    text = f"{other.strip()}\n\n{sentence}\n\n{other.strip()}"
    assert [_said(f) for f in extract(text) if f.text in sentence] == [_said(f) for f in extract(sentence)]


@few
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), SEPARATORS), max_size=6))
def test_every_span_quotes_its_sentence(pieces: list[tuple[str, str]]) -> None:
    text = "".join(fragment + separator for fragment, separator in pieces)
    figures = extract(text)
    _assert_spans_quote(text, figures)
    _assert_in_order(figures)


@many
@given(st.text(HARD, max_size=80))
def test_no_text_of_digits_and_signs_crashes(text: str) -> None:
    figures = extract(text)
    _assert_spans_quote(text, figures)
    _assert_in_order(figures)


@few
@given(st.text(max_size=80))
def test_no_text_at_all_crashes(text: str) -> None:
    figures = extract(text)
    _assert_spans_quote(text, figures)
    _assert_in_order(figures)


@few
@given(st.text(HARD, max_size=60))
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert extract(text) == extract(text)


@pytest.mark.parametrize("sentence", ["", " ", "\n", "\ufeff", "No number here."])
def test_a_text_without_numbers_has_no_figures(sentence: str) -> None:
    assert extract(sentence) == []
