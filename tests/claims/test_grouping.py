"""Counter-evidence that nothing outweighs, and what the grouping makes of all figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import weights
from factcheck.claims.grouping import apart, group
from factcheck.claims.rarity import Rarities
from tests.claims.builders import mentions

APART = {
    "another measure": ["The ferry fire killed 14 people.", "The ferry fire injured 14 people."],
    "a depth and a height": ["The lake is 40 metres deep.", "The dam is 40 metres high."],
    "one sentence": ["Of [40] wells near Sorvik, [25] were shut."],
    "one sentence, one unit": ["It lies [55 kilometres] from Merrin and [72 kilometres] from Halsey."],
    "up and down": ["Rents rose by 4 percent.", "Rents fell by 4 percent."],
    "another year": ["Exports were [95 bcm] in 2022.", "Exports were [120 bcm] in 2021."],
    "another quarter": ["It earned $9 million in the first quarter.", "It earned $7 million in the third quarter."],
    "the days of two statements": [
        "He knew it, he said on [4 March 2024].",
        "It was late, she said on [5 March 2024].",
    ],
    "counts of two things": [
        "The flood destroyed [814] buses in Velden.",
        "The flood destroyed [684] trees in Velden.",
    ],
    "destroyed and damaged": [
        "The storm destroyed [640] homes in Velden.",
        "The storm damaged [1,380] homes in Velden.",
    ],
    "exports and imports": ["Exports reached 5 million tonnes.", "Imports reached 5 million tonnes."],
}
TOGETHER = {
    "one measure in other words": ["The ferry fire killed 14 people.", "The ferry fire left 17 dead."],
    "a conversion in brackets": ["The pipeline is [260 kilometres] ([160 miles]) long."],
    "two sentences": ["The dam is [84 metres] high. It was to be [94 metres] high."],
    "one direction": ["Rents rose by 4 percent.", "Rents rose by 40 percent."],
    "a direction and none": ["Rents rose to 900 euros.", "Rents are 940 euros."],
    "a volume with and without its period": ["It carries 10 bcm.", "It carries 10 bcm a year."],
}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [*((texts, True) for texts in APART.values()), *((texts, False) for texts in TOGETHER.values())],
    ids=[*APART, *TOGETHER],
)
def test_kept_apart(texts: list[str], expected: bool) -> None:
    one, two = mentions(*texts)
    assert (apart(one, two), apart(two, one)) == (expected, expected)


TEXTS = (
    "The ferry fire killed 14 people and injured 30.",
    "The ferry fire left 14 dead, the coast guard said.",
    "The ferry fire killed 17 people, the coast guard said.",
    "The ferry is 90 metres long.",
    "The ferry was built for 40 million euros in 2011.",
)


@settings(max_examples=15, deadline=None)
@given(st.permutations(TEXTS))
def test_every_figure_is_in_one_group_and_links_stay_inside(texts: list[str]) -> None:
    ready = mentions(*texts)
    found = group(ready, Rarities.of(ready), weights.shipped())
    assert sorted(n for members in found.groups for n in members) == list(range(len(ready)))
    homes = {n: members for members in found.groups for n in members}
    assert found.links
    assert all(a < b and homes[a] is homes[b] and 0 <= score <= 1 for (a, b), score in found.links.items())


def test_nothing_makes_no_groups() -> None:
    assert group([], Rarities.of([]), weights.shipped()).groups == ()
