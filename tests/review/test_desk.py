"""The state of a review: its queue, its progress, what several editors do to it, and a check that is run again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.model import Report, Severity, Verdict
from factcheck.review.desk import Desk, Sieve
from factcheck.review.store import Store
from tests.reporting.samples import FULL, many

MANY = many(12)


def desk(folder: Path, check: Callable[[], Report] = lambda: MANY) -> Desk:
    return Desk(Store(folder / "decisions.sqlite"), check)


def names(found: Desk, sieve: Sieve) -> list[int]:
    return [item.number for item in found.items(sieve)]


def test_the_queue_is_the_report_s(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    assert [item.finding for item in opened.items()] == list(MANY.findings)
    assert opened.progress() == (0, 12)


def test_decisions_leave_the_queue_and_can_be_taken_back(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    for n in (0, 2):
        opened.decide(MANY.findings[n].id, "dismissed", "seen", "Ina Bell")
    assert names(opened, Sieve()) == [2, *range(4, 13)]
    assert names(opened, Sieve(state="decided")) == [1, 3]
    assert opened.progress() == (2, 12)
    taken = opened.undo("Ina Bell")
    assert taken is not None
    assert taken.fingerprint == MANY.findings[2].fingerprint
    assert names(opened, Sieve(state="decided")) == [1]
    assert [entry.verdict for entry in opened.history()] == [None, "dismissed", "dismissed"]


def test_undo_takes_back_one_s_own_latest_only(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    mine = opened.decide(MANY.findings[0].id, "confirmed", "", "Ina Bell")
    theirs = opened.decide(MANY.findings[1].id, "confirmed", "", "R. Editor")
    assert opened.undo("nobody") is None
    assert opened.undo("Ina Bell") == mine
    assert opened.undo("Ina Bell") is None
    assert opened.undo("Ina Bell", theirs.id) == theirs  # by its id anybody may
    assert opened.progress() == (0, 12)


def test_what_was_taken_back_lets_the_earlier_decision_stand_again(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    name = MANY.findings[0].id
    first = opened.decide(name, "dismissed", "seen", "Ina Bell")
    opened.decide(name, "confirmed", "", "R. Editor")
    opened.undo("R. Editor")
    assert opened.item(name).decision == first


@pytest.mark.parametrize(
    ("verdict", "reason", "editor", "error"),
    [
        ("dismissed", "", "Ina Bell", "for a reason"),
        ("dismissed", " \n ", "Ina Bell", "for a reason"),
        ("confirmed", "", " ", "who decides"),
        ("same_thing", "", "", "who decides"),
    ],
)
def test_what_cannot_be_decided(tmp_path: Path, verdict: Verdict, reason: str, editor: str, error: str) -> None:
    opened = desk(tmp_path)
    with pytest.raises(UsageError, match=error):
        opened.decide(MANY.findings[0].id, verdict, reason, editor)
    assert opened.history() == ()


def test_a_finding_that_is_gone_is_no_finding(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="f-none: no such finding"):
        desk(tmp_path).decide("f-none", "confirmed", "", "Ina Bell")


def test_two_desks_on_one_store_see_each_other(tmp_path: Path) -> None:
    one, two = desk(tmp_path), desk(tmp_path)
    one.decide(MANY.findings[0].id, "confirmed", "", "Ina Bell")
    assert two.progress() == (0, 12)
    assert two.refresh()
    assert two.progress() == (1, 12)
    assert not two.refresh()


@pytest.mark.parametrize(
    ("sieve", "left"),
    [
        (Sieve(state="all"), [1, 2, 3]),
        (Sieve(severities=frozenset({"warning"}), state="all"), [2]),
        (Sieve(severities=frozenset({"warning", "error"}), state="all"), [1, 2]),
        (Sieve(words="no such words", state="all"), []),
    ],
)
def test_the_queue_is_sieved(tmp_path: Path, sieve: Sieve, left: list[int]) -> None:
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    findings = [replace(MANY.findings[0], id=f"f{n}", fingerprint=f"{n}", severity=s) for n, s in enumerate(severities)]
    report = replace(MANY, findings=tuple(findings))
    assert names(desk(tmp_path, lambda: report), sieve) == left


def test_every_word_of_a_filter_must_be_there(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    finding = opened.items()[0]
    word = finding.finding.message.split()[0]
    assert names(opened, Sieve(words=f"{word.upper()} {finding.path}")) == names(opened, Sieve(words=word.lower()))
    assert names(opened, Sieve(words=f"{word} nowhere-at-all")) == []


def test_a_check_run_again_says_what_is_new_and_gone(tmp_path: Path) -> None:
    reports = [MANY, replace(MANY, findings=MANY.findings[1:]), MANY]
    opened = desk(tmp_path, lambda: reports.pop(0))
    opened.decide(MANY.findings[1].id, "dismissed", "seen", "Ina Bell")
    gone = opened.recheck()
    assert (gone.new, gone.gone) == ((), MANY.findings[:1])
    assert opened.progress() == (1, 11)
    back = opened.recheck()
    assert (back.new, back.gone) == (MANY.findings[:1], ())
    assert opened.progress() == (1, 12)


def test_a_check_that_fails_changes_nothing(tmp_path: Path) -> None:
    def fail() -> Report:
        if calls:
            raise UsageError("draft.md: cannot be read")
        calls.append(1)
        return MANY

    calls: list[int] = []
    opened = desk(tmp_path, fail)
    with pytest.raises(UsageError):
        opened.recheck()
    assert opened.progress() == (0, 12)


def test_what_a_comment_settles_needs_no_decision(tmp_path: Path) -> None:
    opened = desk(tmp_path, lambda: FULL)
    settled = {s.finding for s in FULL.suppressions}
    assert {item.finding.id for item in opened.items() if not item.open} == settled
