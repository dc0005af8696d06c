"""The list as a page asks for it, and what a desk keeps of it when decisions and checks change it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.review.desk import Desk
from factcheck.review.page import queue
from factcheck.review.store import Store
from tests.reporting.samples import many
from tests.review.dossier import GAZETTE, POST, Dossier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store(tmp_path / "decisions.sqlite")
    yield Desk(store, lambda: many(450))
    store.close()


def numbers(found: queue.Rows) -> tuple[int, int, int]:
    """The first number, the last, and how many."""
    held = [item.number for item in found.items]
    return held[0], held[-1], len(held)


@pytest.mark.parametrize(
    ("asked", "span", "more", "shown"),
    [
        ({}, (1, 200, 200), True, 450),
        ({"after": "200"}, (201, 400, 200), True, 450),
        ({"after": "400"}, (401, 450, 50), False, 450),
        ({"upto": f"{299:x}"}, (1, 300, 300), True, 450),
        ({"upto": f"{9:x}"}, (1, 200, 200), True, 450),
        ({"upto": "none"}, (1, 200, 200), True, 450),
        ({"severity": "warning"}, (151, 300, 150), False, 150),
        ({"severity": "warning", "after": "290"}, (291, 300, 10), False, 150),
        ({"severity": "sad", "state": "never", "after": "-1"}, (1, 200, 200), True, 450),
        ({"after": "x"}, (1, 200, 200), True, 450),
        ({"after": "²"}, (1, 200, 200), True, 450),
        ({"words": "DATE pier 449"}, (450, 450, 1), False, 1),
    ],
)
def test_rows(desk: Desk, asked: dict[str, str], span: tuple[int, int, int], more: bool, shown: int) -> None:
    found = queue.rows(desk, asked)
    assert (numbers(found), found.more, found.shown) == (span, more, shown)


def test_nothing_behind_the_last(desk: Desk) -> None:
    found = queue.rows(desk, {"after": "999999999"})
    assert (found.items, found.more, found.shown) == ((), False, 450)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"only": "2,0,zz"}, [1, 3]),
        ({"only": "0,2", "state": "decided"}, [1]),
        ({"only": "0,2", "state": "open"}, [3]),
        ({"only": ""}, []),
    ],
)
def test_some_rows_alone(desk: Desk, asked: dict[str, str], found: list[int]) -> None:
    desk.decide("n0", "confirmed", "", "Rob Low")
    rows = queue.only(desk, {"state": "all", **asked})
    assert [item.number for item in rows.items] == found


def test_how_many_there_are_of_each(desk: Desk) -> None:
    desk.decide("n0", "confirmed", "", "Rob Low")
    of_open, of_decided = queue.facets(desk, "open"), queue.facets(desk, "decided")
    assert of_open["state"] == of_decided["state"] == [("open", 449), ("decided", 1), ("all", 450)]
    assert of_open["severity"] == [("error", 149), ("warning", 150), ("info", 150)]
    assert of_decided["severity"] == [("error", 1)]
    assert of_decided["path"] == [("sources/ledger.txt", 1)]


def test_a_finding_is_known_by_its_fingerprint(desk: Desk) -> None:
    decision = desk.decide("a", "confirmed", "", "Rob Low")
    item, report = desk.shown("a")
    assert (item.finding.id, decision.fingerprint, report) == ("n10", "a", desk.report)
    with pytest.raises(UsageError, match="no such finding"):
        desk.shown("zz")


def test_a_finding_decided_twice_falls_back_to_what_stood_before(desk: Desk) -> None:
    desk.decide("0", "confirmed", "", "Rob Low")
    desk.decide("0", "fixed", "", "Ina Bell")
    held: list[str] = []
    for _ in range(3):
        desk.undo("Ina Bell" if not held else "Rob Low")
        decision = desk.item("0").decision
        held.append(decision.verdict if decision else "open")
    assert held == ["confirmed", "open", "open"]


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    made = Dossier(tmp_path)
    made.write(gazette=GAZETTE, post=POST)
    return made


def test_a_check_run_again_tells_what_lapsed(dossier: Dossier) -> None:
    desk = dossier.desk()
    desk.decide(desk.items()[0].finding.id, "dismissed", "two ways of counting", "Rob Low")
    dossier.write(gazette=GAZETTE.replace("340", "370"))
    changes = desk.recheck()
    assert [len(changes.new), len(changes.gone)] == [1, 1]
    (told,) = changes.lapsed
    assert "“340” is now “370”" in told
    assert desk.items()[0].lapsed == told


def test_what_holds_for_a_finding_by_its_figures_goes_when_it_is_taken_back(dossier: Dossier) -> None:
    desk = dossier.desk()
    desk.decide(desk.items()[0].finding.id, "dismissed", "two ways of counting", "Rob Low")
    dossier.write(ledger="The flood destroyed 340 homes in Orrin, said Mr Low of the district's council.\n")
    desk.recheck()
    (item,) = desk.items()
    assert item.decision is not None
    assert item.finding.fingerprint != desk.history()[0].fingerprint
    desk.undo("Rob Low")
    assert [item.decision for item in desk.items()] == [None]
