"""Which documents meet: all of a small folder, the likeliest few of an archive, the same in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import blocks, kindred, weights, why_not
from factcheck.claims.grouping import group
from factcheck.claims.mentions import Mention
from factcheck.claims.rarity import Rarities
from tests.claims.builders import PUBLISHED, mention, mentions

FERRY = "The ferry fire off Tamsin killed 14 people."
FERRY_TOO = "The fire on the Tamsin ferry left 17 dead."
DAM = "The Merrin dam is 84 metres high."
DAM_TOO = "Engineers of Halsey measured the Merrin dam: 94 metres high."
WELLS = "Some 40 wells leaked near Sorvik."


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three documents are an archive."""
    monkeypatch.setattr(kindred, "MOST", 1)


def meeting(ready: list[Mention]) -> set[tuple[str, str]]:
    """The documents that meet, each two once."""
    found = kindred.kindred(ready).meeting
    assert all(one in found[other] for one, others in found.items() for other in others), "not symmetric"
    return {(one, other) for one, others in found.items() for other in others if one < other}


def test_a_small_folder_meets_in_whole() -> None:
    ready = mentions(FERRY, DAM, WELLS)
    assert meeting(ready) == {("d1", "d2"), ("d1", "d3"), ("d2", "d3")}
    assert set(kindred.kindred(ready).event.values()) == {frozenset({"d1", "d2", "d3"})}


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([FERRY, DAM, WELLS], set()),
        ([FERRY, DAM, WELLS, FERRY_TOO], {("d1", "d4")}),
        ([FERRY, DAM, FERRY_TOO, DAM_TOO], {("d1", "d3"), ("d2", "d4")}),
        ([FERRY, FERRY, FERRY], {("d1", "d2"), ("d1", "d3")}),
        (["Nurses treated 2,117 of them.", "It weighs 9 tonnes.", "There are 2,117 wells."], {("d1", "d3")}),
        (["Nurses treated 2,117 of them.", "It weighs 9 tonnes.", "There are 2,118 wells."], set()),
        ([], set()),
    ],
    ids=[
        "nothing shared",
        "one event",
        "two events",
        "equally like: no more than so many",
        "a rare value",
        "another value",
        "nothing",
    ],
)
def test_of_an_archive_the_documents_of_one_event_meet(texts: list[str], expected: set[tuple[str, str]]) -> None:
    assert meeting(mentions(*texts)) == expected


@pytest.mark.usefixtures("archive")
def test_a_document_of_an_event_that_meets_none_is_an_event_of_its_own() -> None:
    found = kindred.kindred(mentions(FERRY, DAM, FERRY)).event
    assert (found["d1"], found["d2"]) == (frozenset({"d1", "d3"}), frozenset({"d2"}))


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(("then", "met"), [(date(2024, 3, 20), True), (date(2019, 3, 6), False), (None, True)])
def test_a_report_of_another_year_must_be_more_alike(
    then: date | None, met: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(day: date | None) -> list[Mention]:
        return [mention(FERRY, "d1"), mention(FERRY_TOO, "d2", day), mention(DAM, "d3")]

    chosen = kindred._chosen(kindred._told({one.document.id: [one] for one in told(PUBLISHED)}))
    likeness = next(share for _, other, share in chosen if other == "d2")
    monkeypatch.setattr(kindred, "LEAST", 0.9 * likeness)
    assert (("d1", "d2") in meeting(told(then))) is met


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(("lookups", "met"), [(1000, True), (1, False)])
def test_words_that_too_many_documents_hold_are_not_looked_at(
    lookups: int, met: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kindred, "LOOKUPS", lookups)
    assert bool(meeting(mentions(FERRY, FERRY_TOO, DAM))) is met


TEXTS = (FERRY, FERRY_TOO, DAM, DAM_TOO, WELLS, "The ferry fire killed 17 people, the coast guard said.")


@settings(max_examples=15, deadline=None)
@given(st.permutations(TEXTS))
def test_the_same_figures_meet_in_whatever_order(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kindred, "MOST", 1)
        assert _met(texts) == _met(list(TEXTS))
        assert _grouped(texts) == _grouped(list(TEXTS))


def _met(texts: list[str]) -> set[frozenset[str]]:
    """The pairs, as the sentences that they stand in."""
    ready = mentions(*texts)
    pairs = blocks.pairs(ready, kindred.kindred(ready).meeting)
    return {frozenset((ready[a].document.text, ready[b].document.text)) for a, b in pairs}


def _grouped(texts: list[str]) -> set[frozenset[str]]:
    """The groups, as sentences."""
    ready = mentions(*texts)
    found = group(ready, Rarities.of(ready), weights.shipped()).groups
    return {frozenset(ready[n].document.text for n in members) for members in found}


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(("pair", "told"), [((0, 1), False), ((0, 2), True)])
def test_of_documents_that_do_not_meet_it_is_said(pair: tuple[int, int], told: bool) -> None:
    ready = mentions(FERRY, FERRY_TOO, WELLS)
    ids = [f"{m.document.id}.1" for m in ready]
    figures = [replace(m.figure, id=name) for m, name in zip(ready, ids, strict=True)]
    lines = why_not(figures, [m.document for m in ready], ids[pair[0]], ids[pair[1]])
    said = "their documents share too few telling words to be of one event, so they were not compared"
    assert (lines == (said,)) is told
