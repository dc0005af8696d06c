from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reporting.evidence import Quote, escaped, in_line, quote, visible
from tests.reporting.samples import one_figure

ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("\x1b\x9b\u202e\u2066\u200b\ufeff\r\n\t\U000e0041"))


def active(text: str) -> list[str]:
    """Characters that a screen would act upon rather than show."""
    harmless = "\t\n\u200c\u200d"
    found = [c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in harmless]
    return found + [c for c in text if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, with “quotes” – and £5", "plain text, with “quotes” – and £5"),
        ("red \x1b[31malert", "red ␛[31malert"),
        ("bell\x07 delete\x7f", "bell␇ delete␡"),
        ("C1 \x9b31m", "C1 �31m"),
        ("price \u202e0005", "price �0005"),
        ("isolate \u20665\u2069", "isolate �5�"),
        ("\ufeffstart of file", "start of file"),
        ("soft\u00adhyphen", "softhyphen"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("lone \ud800 surrogate", "lone � surrogate"),
        ("tag \U000e0041", "tag �"),
        ("no character \ufffe \uffff", "no character � �"),
        ("family 👨\u200d👩", "family 👨\u200d👩"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\n  b\tc", "a b c"), ("a\u00a0b", "a b"), ("", ""), (" a ", " a "), ("a\x85b", "a�b")],
)
def test_in_line(text: str, shown: str) -> None:
    assert in_line(text) == shown


def test_what_is_shown_as_it_stands_is_what_the_full_look_would_show() -> None:
    """A line break before it makes a text be looked through: of each character there is the answer is the same."""
    for character in map(chr, range(sys.maxunicode + 1)):
        text, looked_through = f"a{character}b", f"\na{character}b"
        assert visible(text) == visible(looked_through)[1:], hex(ord(character))
        assert in_line(text) == in_line(looked_through)[1:], hex(ord(character))


@given(ANY_TEXT)
def test_nothing_shown_acts_upon_a_screen(text: str) -> None:
    assert active(visible(text)) == []
    assert "\n" not in in_line(text)
    visible(text).encode()


@given(ANY_TEXT)
def test_escaped_json_is_the_same_data_and_inert(text: str) -> None:
    document = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document) == json.loads(json.dumps({"text": text}))
    assert active(document) == []


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (60, "The fleet has 40 ships in two harbours, he said."),
        (48, "The fleet has 40 ships in two harbours, he said."),
        (47, "The fleet has 40 ships in two harbours, he …"),
        (24, "… has 40 ships in two …"),
        (16, "… has 40 ships …"),
        (12, "… 40 ships …"),
        (11, "… 40 …"),
        (0, "… 40 …"),
    ],
)
def test_shortened(room: int, shown: str) -> None:
    short = Quote("The fleet has ", "40", " ships in two harbours, he said.").shortened(room)
    assert short.before + short.number + short.after == shown


@given(st.text("ab ", max_size=40), st.text("12", min_size=1, max_size=5), st.text("ab ", max_size=40), st.integers(0))
def test_shortening_keeps_the_number_and_the_room(before: str, number: str, after: str, room: int) -> None:
    short = Quote(before, number, after).shortened(room)
    assert short.number == number
    assert len(short.before + number + short.after) <= max(room, len(number) + 4)


def test_quote_is_the_sentence_on_one_line() -> None:
    figure, text = one_figure("The  fleet\thas 40 ships.", "40")
    assert quote(figure, text) == Quote("The fleet has ", "40", " ships.")
