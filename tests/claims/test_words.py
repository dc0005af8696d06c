"""Of several words for one thing one stands for all, in whatever form; what must be told apart stays apart."""

from __future__ import annotations

import pytest

from factcheck.claims import words
from factcheck.lexicon import lexicon


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("temblor", "earthquake"),
        ("vessel", "ship"),
        ("staff", "employee"),
        ("household", "home"),
        ("rainfall", "rain"),
        ("outbreak", "epidemic"),
        ("dockworker", "docker"),
    ],
)
def test_one_thing(one: str, two: str) -> None:
    assert words.thing(one) == words.thing(two)


@pytest.mark.parametrize(("one", "two"), [("detain", "arrest"), ("plunge", "drop"), ("wound", "injure")])
def test_one_action(one: str, two: str) -> None:
    assert words.thing(one) == words.thing(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("wounded", "injuring"), ("ships", "vessels"), ("died", "killing"), ("plunged", "dropping"), ("wells", "well")],
)
def test_one_stem(one: str, two: str) -> None:
    assert words.stem(one) == words.stem(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("killed", "injured"),
        ("exports", "imports"),
        ("rose", "fell"),
        ("bought", "sold"),
        ("office", "officer"),
        ("electricity", "election"),
        ("final", "fine"),
        ("wind", "gust"),
    ],
)
def test_what_is_told_apart(one: str, two: str) -> None:
    assert words.stem(one) != words.stem(two)


def test_a_word_stands_in_one_line() -> None:
    lines = [line for lines in lexicon("synonyms").values() for line in lines]
    entries = [word for line in lines for word in line]
    assert len(entries) == len(set(entries))
    assert all(len(line) > 1 for line in lines)
