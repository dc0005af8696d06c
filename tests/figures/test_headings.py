"""A sign that opens a heading numbers nothing; a sign that is glued to a number does."""

from __future__ import annotations

import pytest

from factcheck import extract


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("# 19 dead as the dam fails", ["19"]),
        ("## 19 dead as the dam fails", ["19"]),
        ("# Dam kills 19 people", ["19"]),
        ("Lot #19 was sold.", []),
        ("The card is #19 of the set.", []),
    ],
)
def test_a_number_behind_a_sign(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in extract(text)] == figures
