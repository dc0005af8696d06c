"""How far into its story a figure stands."""

from __future__ import annotations

import pytest

from factcheck.claims.order import Order
from factcheck.documents.collection import from_text

STORY = "Two ships left on Monday, the port said.\n\nFour came back.\n"


@pytest.mark.parametrize("around", ["", "---\ntitle: A long headline about ships\noutlet: Harbour Gazette\n---\n\n"])
def test_what_stands_around_the_story_takes_no_room(around: str) -> None:
    document = from_text(around + STORY, path="a.md")
    told = [Order(document).of(document.text.index(word)) for word in ("Two", "port", "Four", "back")]
    assert told == sorted(told)
    assert told[0] == 0
    assert [round(place, 2) for place in told] == [0, 0.55, 0.73, 0.91]


def test_a_place_without_a_story_is_its_start() -> None:
    document = from_text("", path="a.md")
    assert Order(document).of(0) == 0
