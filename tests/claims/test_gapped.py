"""A claim's line as a clause with a gap."""

from __future__ import annotations

import pytest

from factcheck.claims.gapped import gapped
from tests.claims.builders import mentions

ROWS = [
    (["Orla Finch met the envoy in Norvik on [3 May]."], "Orla Finch met the envoy in Norvik on …"),
    (
        ["The firm, said Orla Finch, will deliver [40 tonnes] of steel to Rovia."],
        "Orla Finch, will deliver … of steel to Rovia",
    ),
    (["The works began late, and the bridge cost more than [40 million] euros."], "the bridge cost …"),
    (["# Orla Finch resigns [10 days] after the flood"], "Orla Finch resigns … after the flood"),
    (["Orla Finch, [41], won the seat."], "Orla Finch, …"),
    (["It rained (the river rose by [3 metres] within hours)."], "the river rose … within hours"),
    (
        ["The port took in [300] ships from the whole of the north of the country before noon."],
        "The port took in … ships from the whole",
    ),
]


@pytest.mark.parametrize(("texts", "line"), ROWS)
def test_a_line(texts: list[str], line: str) -> None:
    assert gapped(mentions(*texts)) == line


def test_the_text_with_most_of_what_all_share_is_taken_then_the_shortest() -> None:
    short = "The ferry from Norvik sank on [3 May]."
    long = "The old ferry from Norvik that had been laid up for the winter sank on [3 May]."
    assert gapped(mentions(long, short, "It was [3 May].")) == "The ferry from Norvik sank on …"


@pytest.mark.parametrize("text", ["On [3 May].", "It was [3 May]."])
def test_a_clause_that_says_too_little_is_no_line(text: str) -> None:
    assert gapped(mentions(text, text)) == ""
