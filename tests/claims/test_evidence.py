"""Evidence on pairs: symmetric, from 0 to 1, told in words."""

from __future__ import annotations

from itertools import product

import pytest

from factcheck.claims import evidence
from factcheck.claims.rarity import Rarities
from tests.claims.builders import mentions

TEXTS = (
    "The ferry fire off Tamsin killed 14 people in 2021.",
    "The fire on the Tamsin ferry left at least 17 dead, Ilse Brandt said.",
    "Combat troops numbered 3,000 in Halland in 2022.",
    "Dozens of troops are in Halland.",
    "Tallis Motors could pay $40 million for the plant in March.",
    "The plant is worth €38 million, or 12 percent of sales.",
    "The dam is 84 metres (276 feet) high.",
    "Mayor Ilse Brandt, 64, will speak at 8 p.m.",
)


def test_evidence_is_symmetric_and_between_nothing_and_all() -> None:
    ready = mentions(*TEXTS)
    rarities = Rarities.of(ready)
    for a, b in ((a, b) for a, b in product(ready, ready) if a.dimension == b.dimension):
        found = evidence.features(a, b, rarities)
        assert found == pytest.approx(evidence.features(b, a, rarities))
        assert [name for name, value in found.items() if not -1e-9 <= value <= 1 + 1e-9] == []


def test_what_is_asked_for_is_measured_as_among_all() -> None:
    ready = mentions(*TEXTS)
    rarities = Rarities.of(ready)
    asked = frozenset({"same_value", "value_far", "window_alike"})
    for a, b in ((a, b) for a, b in product(ready, ready) if a.dimension == b.dimension):
        found = evidence.features(a, b, rarities)
        assert evidence.features(a, b, rarities, asked) == {name: found[name] for name in asked}


@pytest.mark.parametrize(
    ("one", "two", "holds", "fails"),
    [
        ("The fire killed 14 people.", "The fire killed 17 people.", "same_subject", "other_subject"),
        ("The fire killed 14 ferrymen.", "Some 17 nurses came.", "other_subject", "same_subject"),
        ("The fire killed 14.", "The fire left 17 dead.", "same_measure", "other_measure"),
        ("The fire killed 14.", "The fire injured 14.", "other_measure", "same_measure"),
        ("It made 9 tonnes in [2021].", "It made 9 tonnes in [2021].", "same_action", "other_period"),
        ("It made [9 tonnes] in 2021.", "It made [9 tonnes] in 2022.", "other_period", "same_period"),
        ("It made [9 tonnes] in 2021.", "It made [9 tonnes] in 2021.", "same_period", "other_period"),
        ("In Halland [9] wells leaked.", "In Halland [7] wells leaked.", "same_place", "other_place"),
        ("There are 3,000 combat troops.", "There are 3,000 troops.", "qualifiers_apart", "qualifiers_alike"),
        ("Rents are 900 euros.", "Rents are 9,000 euros.", "value_far", "other_measure"),
    ],
)
def test_what_speaks_for_a_pair_and_what_does_not(one: str, two: str, holds: str, fails: str) -> None:
    a, b = mentions(one, two)
    found = evidence.features(a, b, Rarities.of([a, b]))
    assert (found[holds], found[fails]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("The fire killed 14 people.", "The fire left 17 dead.", "both are figures of “killed”"),
        ("Some 40 wells leaked.", "They shut 31 wells.", "both are of “well”"),
        ("Nine wells leaked.", "Some 40 pipes leaked.", "both hang on “leak”"),
        ("It made [9 tonnes] in 2021.", "It sold [7 tonnes] in 2021.", "the same period: 2021"),
    ],
)
def test_the_reasons_are_told_in_words(one: str, two: str, reason: str) -> None:
    a, b = mentions(one, two)
    assert reason in evidence.reasons(a, b, evidence.features(a, b, Rarities.of([a, b])))


def test_no_evidence_has_no_reasons() -> None:
    a, b = mentions("The fire killed 14 people.", "Halland has 3,000 schools.")
    assert evidence.reasons(a, b, evidence.features(a, b, Rarities.of([a, b]))) == ()
