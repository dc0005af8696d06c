"""The work of extraction grows with the text, not with its square. Calls are counted, not seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from factcheck import extract, figures
from factcheck.documents import from_text
from tests.figures.extracted import PUBLISHED, texts

SIZE = 6_000
LARGEST_RATIO = 2.4
"""Twice the text is twice the work; the rest is for what is read once."""


def _calls(text: str) -> int:
    count = 0

    def profile(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and "factcheck" in frame.f_code.co_filename

    sys.setprofile(profile)
    try:
        extract(text, published=PUBLISHED)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "5 ",
        "5\n",
        "$5m ",
        "12-",
        '5" ',
        "five ",
        "a ",
        "1/2 ",
        "2.",
        "www.a.com 5 ",
        "3 days and ",
        "next week ",
        "between 3 and ",
        "June 5, ",
        "(",
        "...",
        "9",
        "\u0663",
    ],
)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    extract(unit)
    once, twice = (_calls((unit * size)[:size]) for size in (SIZE, 2 * SIZE))
    assert twice <= LARGEST_RATIO * once


@pytest.mark.parametrize("digits", [31, 300, 5_000])
def test_a_long_run_of_digits_is_no_figure(digits: int) -> None:
    assert texts(f"The code is {'7' * digits} today.") == []


def test_a_sentence_that_never_ends_is_read_to_its_end() -> None:
    text = "and so on " * 500 + "until 12 men left."
    assert texts(text) == ["12"]


def test_a_row_of_numbers_is_read_without_a_parse() -> None:
    found = extract(" ".join(["$5"] * 60))
    assert len(found) == 60
    assert {(f.amount.unit, f.context.of) for f in found} == {("USD", ())}


def test_a_column_of_numbers_is_read_without_a_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        pytest.fail("a parse is asked for")

    monkeypatch.setattr(figures, "parses", refused)
    assert texts("5\n12\n3.5\n2012\n") == ["5", "12", "3.5", "2012"]
    assert texts("0.75") == ["0.75"]


@pytest.mark.parametrize("unit", ["1,", "5 ", "|1", "1/2 ", "5\u00a0"])
def test_the_numbers_of_an_endless_row_are_few_to_a_sentence(unit: str) -> None:
    sentences = {figure.context.sentence for figure in extract(unit * 600)}
    assert all(sentence.end - sentence.start <= 300 for sentence in sentences)


def test_a_long_sentence_with_some_numbers_stays_whole() -> None:
    text = "It rained for 5 hours and then " * 40 + "12 men left."
    assert len({figure.context.sentence for figure in extract(text)}) == 1


def test_a_document_of_too_many_numbers_is_read_up_to_them_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_NUMBERS", 100)
    row = " ".join(["5 men left."] * 300)
    long, short = figures.extract([from_text(row), from_text("5 men left.")])
    assert 100 < len(long.figures) < 300
    assert long.unread == "holds more than 100 numbers; those after them were not checked: split it"
    assert (len(short.figures), short.unread) == (1, "")
