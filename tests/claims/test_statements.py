"""A claim's line: what an editor would write of it, from the words that its figures share."""

from __future__ import annotations

import pytest

from factcheck.claims.statements import statement, told_apart
from tests.claims.builders import mentions

ROWS = [
    (["The flood killed [12] people in Norvik.", "In Norvik [14] people were killed."], "people killed, Norvik"),
    (["Police arrested [three] men.", "[Three] men were arrested."], "men arrested"),
    (["Rovia deployed [9,000] troops.", "[9,500] troops were deployed by Rovia."], "troops deployed, Rovia"),
    (["The firm will cut [400] jobs.", "[450] jobs were cut."], "jobs cut"),
    (["One child was killed.", "[One] child died."], "child killed"),
    (["The quake struck at a depth of [10] kilometers.", "The quake's depth was [12] km."], "depth: quake"),
    (["It was a magnitude [5.9] earthquake.", "The earthquake had a magnitude of [6.1]."], "magnitude: earthquake"),
    (["Orla Finch, [41], won.", "Orla Finch, [42], won."], "age: Orla Finch"),
    (["Sales fell [5 percent].", "Sales fell by [6 percent]."], "fall: Sales fell"),
    (["The firm's revenue was [$5 million].", "The firm had revenue of [$6 million]."], "revenue: firm"),
]


@pytest.mark.parametrize(("texts", "line"), ROWS)
def test_a_line(texts: list[str], line: str) -> None:
    assert statement(mentions(*texts)) == line


def test_the_words_of_units_and_bounds_are_not_said_again() -> None:
    line = statement(mentions("The well is more than [300] meters deep.", "The well is about [310] meters deep."))
    assert not {"meters", "more", "than", "about"} & set(line.split())


def test_a_day_that_most_give_is_told() -> None:
    texts = ["On 2 July 2013 the quake killed [11] people.", "The quake on 2 July 2013 killed [14] people."]
    assert statement(mentions(*texts)).endswith("2 July 2013")


def test_of_several_places_the_nearest_is_told() -> None:
    storms = "After storms in Norvik, snow in Kent, floods in Oslo and rain in Turin,"
    line = statement(mentions(f"{storms} [12] people died.", f"{storms} [14] people died."))
    assert line == "people killed, Turin"


def test_lines_that_would_be_one_are_told_apart() -> None:
    dead = mentions("The fire killed [12] people in the tower.", "[Twelve] people were killed in the tower.")
    others = mentions("The flood killed [30] people in the valley.", "[30] people were killed in the valley.")
    first, second = told_apart([(statement(members), members) for members in (dead, others)])
    assert first != second
    assert "tower" in first
    assert "valley" in second
