"""What keys do to a review, without any screen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model import SEVERITIES, Report
from factcheck.review import Desk, Loop, Store, standing
from factcheck.review.keys import HELP, VERDICTS
from factcheck.review.loop import Mode
from tests.reporting.samples import CLEAN, FULL, many

MANY = many(5)
NAMES = ("alpha", "bravo", "charlie", "delta", "echo")
CLAIMS = tuple(replace(claim, statement=f"ships at {n}") for claim, n in zip(MANY.claims, NAMES, strict=True))
FIVE = replace(MANY, claims=CLAIMS)
"""Findings 1 to 5, from error to info."""
TEMPLATES = ("rounded", "another period")

Decided = dict[int, tuple[str, str]]


def loop(
    folder: Path, report: Report = FIVE, editor: str = "Ina Bell", check: Callable[[], Report] | None = None
) -> Loop:
    return Loop(Desk(Store(folder / "decisions.sqlite"), check or (lambda: report)), editor, TEMPLATES)


def pressed(taking: Loop, keys: Iterable[str]) -> Loop:
    for key in keys:
        if not taking.ended:
            taking.press(key)
    return taking


def stands(folder: Path, report: Report = FIVE) -> Decided:
    """The decisions in the database that stand, by the numbers of their findings."""
    number = {finding.fingerprint: n for n, finding in enumerate(report.findings, start=1)}
    held = standing(Store(folder / "decisions.sqlite").entries()).values()
    return {number[entry.fingerprint]: (str(entry.verdict), entry.reason) for entry in held}


def at(taking: Loop) -> int | None:
    return taking.walk.current.number if taking.walk.current else None


ROWS: tuple[tuple[str, Decided, int | None, Mode], ...] = (
    ("", {}, 1, "list"),
    ("j", {}, 2, "list"),
    ("jjjjjjjj", {}, 5, "list"),
    ("jjkkk", {}, 1, "list"),
    ("dfirst reason\n", {1: ("dismissed", "first reason")}, 2, "list"),
    ("jjdfirst reason\n", {3: ("dismissed", "first reason")}, 4, "list"),
    ("jjdfirst reason\nu", {}, 3, "list"),
    ("jjdfirst reason\nuu", {}, 3, "list"),
    ("d  two   words \n", {1: ("dismissed", "two words")}, 2, "list"),
    (
        "c\nx\ns\nf\n",
        {1: ("confirmed", ""), 2: ("different_things", ""), 3: ("same_thing", ""), 4: ("fixed", "")},
        5,
        "list",
    ),
    ("cas the mayor says\n", {1: ("confirmed", "as the mayor says")}, 2, "list"),
    ("jjjjc\n", {5: ("confirmed", "")}, 1, "list"),
    ("jc\nkc\n", {1: ("confirmed", ""), 2: ("confirmed", "")}, 3, "list"),
    ("c\nc\nc\nc\nc\n", dict.fromkeys(range(1, 6), ("confirmed", "")), None, "list"),
    ("c\nc\nc\nc\nc\nc\nd", dict.fromkeys(range(1, 6), ("confirmed", "")), None, "list"),
    ("c\nc\nc\nc\nc\nu", dict.fromkeys(range(1, 5), ("confirmed", "")), 5, "list"),
    # reasons: templates, corrections, what is left
    ("d1\n", {1: ("dismissed", "rounded")}, 2, "list"),
    ("d2 as before\n", {1: ("dismissed", "another period as before")}, 2, "list"),
    ("d290 is the older count\n", {1: ("dismissed", "290 is the older count")}, 2, "list"),
    ("d2nd count\n", {1: ("dismissed", "2nd count")}, 2, "list"),
    ("d1.5 is a slip\n", {1: ("dismissed", "1.5 is a slip")}, 2, "list"),
    ("d2% off\n", {1: ("dismissed", "2% off")}, 2, "list"),
    ("d1, see the mail\n", {1: ("dismissed", "rounded, see the mail")}, 2, "list"),
    ("d1\x7fd\n", {1: ("dismissed", "rounded")}, 2, "list"),
    ("d3\n", {1: ("dismissed", "3")}, 2, "list"),
    ("d 1\n", {1: ("dismissed", "1")}, 2, "list"),
    ("don 1\n", {1: ("dismissed", "on 1")}, 2, "list"),
    ("d1\x15other\n", {1: ("dismissed", "other")}, 2, "list"),
    ("dabc\x7f\x08z\n", {1: ("dismissed", "az")}, 2, "list"),
    ("done two \x17three\n", {1: ("dismissed", "one three")}, 2, "list"),
    ("d\x7f\x17\x15\x00\x07ok\n", {1: ("dismissed", "ok")}, 2, "list"),
    ("d\n", {}, 1, "reason"),
    ("d  \n", {}, 1, "reason"),
    ("d\nat last\n", {1: ("dismissed", "at last")}, 2, "list"),
    ("djjq", {}, 1, "reason"),
    ("dfirst\x1bj", {}, 2, "list"),
    ("dfirst\x1bc\n", {1: ("confirmed", "")}, 2, "list"),
    # wrong keys
    ("zZ1!é☃\x00\x07\t", {}, 1, "list"),
    ("\n\n\n\x1b", {}, 1, "list"),
    ("u", {}, 1, "list"),
    ("hu", {}, 1, "history"),
    # filter
    ("/delta\nc\n", {4: ("confirmed", "")}, None, "list"),
    ("/delta\x1bc\n", {4: ("confirmed", "")}, 5, "list"),
    ("/delta\n\x1bc\n", {4: ("confirmed", "")}, 5, "list"),
    ("/DELTA  ships\nc\n", {4: ("confirmed", "")}, None, "list"),
    ("/zcharlie\x15charlie\nc\n", {3: ("confirmed", "")}, None, "list"),
    ("/warning\nc\nc\nc\n", {3: ("confirmed", ""), 4: ("confirmed", "")}, None, "list"),
    ("/nowhere\nc\ndcan't be\n", {}, None, "list"),
    ("/nowhere\x1b", {}, 1, "list"),
    ("jj/ships", {}, 3, "filter"),
    ("/delta\nc\nu", {}, 4, "list"),
    # what is shown
    ("a", {}, None, "list"),
    ("aa", {}, 1, "list"),
    ("c\na", {1: ("confirmed", "")}, 1, "list"),
    ("c\nad1\n", {1: ("dismissed", "rounded")}, 1, "list"),
    ("c\nau", {}, 1, "list"),
    ("c\naac\n", {1: ("confirmed", "")}, 2, "list"),
    ("jc\naaa", {2: ("confirmed", "")}, 3, "list"),
    # history
    ("h", {}, 1, "history"),
    ("hj kq", {}, 1, "list"),
    ("c\nc\nhju", {2: ("confirmed", "")}, 1, "history"),
    ("c\nc\nhjuuk\x1b", {2: ("confirmed", "")}, 1, "list"),
    ("c\nhuu", {}, 1, "history"),
    ("c\nhukud", {}, 1, "history"),
    ("c\nad1\nhuq", {1: ("confirmed", "")}, 1, "list"),
    # help, re-check, end
    ("?", {}, 1, "help"),
    ("? b ", {}, 1, "help"),
    ("?q", {}, 1, "list"),
    ("?c\n", {1: ("confirmed", "")}, 2, "list"),
    ("jr", {}, 2, "changes"),
    ("c\nr\x1b", {1: ("confirmed", "")}, 2, "list"),
    ("c\nrc\n", {1: ("confirmed", ""), 2: ("confirmed", "")}, 3, "list"),
    ("r?", {}, 1, "list"),
    ("c\nqc\n", {1: ("confirmed", "")}, 2, "list"),
    ("?qq", {}, 1, "list"),
)


@pytest.mark.parametrize(("keys", "decided", "shown", "mode"), ROWS, ids=[repr(row[0]) for row in ROWS])
def test_keys(keys: str, decided: Decided, shown: int | None, mode: Mode, tmp_path: Path) -> None:
    taking = pressed(loop(tmp_path), keys)
    assert (stands(tmp_path), at(taking), taking.mode) == (decided, shown, mode)


@pytest.mark.parametrize(
    ("keys", "told", "refused"),
    [
        ("dfirst reason\n", "dismissed sources/ledger.txt:1:1 [discrepancy.date]: first reason", False),
        ("x\n", "different things sources/ledger.txt:1:1 [discrepancy.date]", False),
        ("d\n", "a finding is dismissed for a reason; give one", True),
        ("dno\x1b", "nothing was decided", False),
        ("c\nu", "took back confirmed sources/ledger.txt:1:1 [discrepancy.date]", False),
        ("u", "you have decided nothing that could be taken back", True),
        ("c\nhuu", "it is taken back already", True),
        ("c\nhuku", "this took something back; only a decision can be taken back", True),
        ("k", "there is none before it", True),
        ("jjjjj", "there is none behind it", True),
        ("z", "z is no key here; ? lists them", True),
        ("\x07", "no such key; ? lists them", True),
        ("hz", "j and k move, u takes back, Escape closes the history", True),
        ("/nowhere\nd", "there is no finding to decide", True),
        ("/ships\n", "5 shown", False),
        ("/ships\n\x1b", "the filter is cleared", False),
        ("c\na", "decided: 1 shown", False),
        ("r", "checked again: 0 new, 0 gone, 0 lapsed", False),
        ("zj", "", False),
    ],
)
def test_what_a_key_says(keys: str, told: str, refused: bool, tmp_path: Path) -> None:
    taking = pressed(loop(tmp_path), keys)
    assert (taking.told, taking.refused) == (told, refused)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [(["down", "down"], 3), (["down", "up", "up"], 1), (["end", "left", ""], 1), (["page down", "page down"], 1)],
)
def test_keys_that_have_names(keys: list[str], shown: int, tmp_path: Path) -> None:
    assert at(pressed(loop(tmp_path), keys)) == shown


def test_pages_turn_until_another_finding_is_shown(tmp_path: Path) -> None:
    taking = loop(tmp_path)
    pages = [pressed(taking, [key]).page for key in (" ", "page down", "b", "page up", "b", " ", "j")]
    assert pages == [1, 2, 1, 0, 0, 1, 0]


@pytest.mark.parametrize("keys", [*VERDICTS, "d1\n", "c\n", "j", "k", "u", "/x\n", "a", "aa", "hjku", "r", "?", " b"])
def test_a_check_without_findings(keys: str, tmp_path: Path) -> None:
    taking = pressed(loop(tmp_path, CLEAN), keys)
    assert (taking.walk.current, taking.mode == "reason", stands(tmp_path, CLEAN)) == (None, False, {})


def test_the_same_thing_as_what(tmp_path: Path) -> None:
    lone = replace(FULL, findings=(replace(FULL.findings[2], sides=()),))
    taking = pressed(loop(tmp_path, lone), "s")
    assert (taking.mode, taking.refused) == ("list", True)
    assert stands(tmp_path, lone) == {}


@pytest.mark.parametrize(
    ("keys", "text", "line", "mode"),
    [
        ("", "cxq", "", "list"),
        ("h", "u", "", "history"),
        ("d", "two\nlines\x1b[31m", "two lines[31m", "reason"),
        ("d", "1", "1", "reason"),
        ("/", "delta\n", "delta", "filter"),
    ],
)
def test_what_is_pasted_is_text_and_no_keys(keys: str, text: str, line: str, mode: Mode, tmp_path: Path) -> None:
    taking = pressed(loop(tmp_path), keys)
    taking.paste(text)
    assert (taking.line, taking.mode, taking.ended) == (line, mode, False)
    assert stands(tmp_path) == {}


def test_what_cannot_be_written_is_told_and_the_reason_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise UsageError("decisions.sqlite: no room; make some")

    taking = pressed(loop(tmp_path), "dlong thought")
    with monkeypatch.context() as patched:
        patched.setattr(Store, "append", full)
        pressed(taking, "\n")
    assert (taking.told, taking.refused, taking.mode) == ("decisions.sqlite: no room; make some", True, "reason")
    pressed(taking, "\n")
    assert stands(tmp_path) == {1: ("dismissed", "long thought")}


def in_turn(*reports: Report | UsageError) -> Callable[[], Report]:
    """A check that finds something else each time."""
    found: Iterator[Report | UsageError] = iter(reports)

    def check() -> Report:
        report = next(found)
        if isinstance(report, UsageError):
            raise report
        return report

    return check


def test_a_re_check_stays_at_its_finding(tmp_path: Path) -> None:
    """Ids are given anew in each check; the third finding is then the first."""
    shorter = replace(FIVE, findings=tuple(replace(f, id=f"n{n}") for n, f in enumerate(FIVE.findings[2:])))
    taking = pressed(loop(tmp_path, check=in_turn(FIVE, shorter, FIVE)), "jjr")
    assert taking.changes
    assert (taking.changes.new, taking.changes.gone) == ((), FIVE.findings[:2])
    assert taking.walk.current
    assert taking.walk.current.finding.fingerprint == FIVE.findings[2].fingerprint
    pressed(taking, "r")
    assert taking.changes.new == FIVE.findings[:2]
    assert at(taking) == 3


def test_a_re_check_whose_finding_is_gone_goes_on_where_it_was(tmp_path: Path) -> None:
    shorter = replace(FIVE, findings=(*FIVE.findings[:1], *FIVE.findings[2:]))
    assert at(pressed(loop(tmp_path, check=in_turn(FIVE, shorter)), "jr")) == 2
    assert at(pressed(loop(tmp_path, check=in_turn(FIVE, CLEAN)), "jr")) is None


def test_a_re_check_that_fails_changes_nothing(tmp_path: Path) -> None:
    taking = pressed(loop(tmp_path, check=in_turn(FIVE, UsageError("rules.yaml: broken"))), "jr")
    assert (taking.told, taking.refused, taking.mode, at(taking)) == ("rules.yaml: broken", True, "list", 2)


def test_which_key_takes_long(tmp_path: Path) -> None:
    taking = loop(tmp_path)
    assert (taking.takes_long("r"), taking.takes_long("j")) == (True, False)
    assert not pressed(taking, "d").takes_long("r")


# Two editors


def test_what_another_decides_leaves_the_queue_and_is_told(tmp_path: Path) -> None:
    ina, ben = loop(tmp_path), loop(tmp_path, editor="Ben Orr")
    pressed(ben, "jc\n")
    pressed(ina, "j")
    assert at(ina) == 3
    assert [(entry.editor, entry.verdict) for entry in ina.company.lately] == [("Ben Orr", "confirmed")]
    pressed(ina, "k")
    assert (at(ina), ina.company.lately) == (1, ())


def test_what_another_decides_meanwhile_is_decided_anew_by_a_second_enter_only(tmp_path: Path) -> None:
    ina, ben = loop(tmp_path), loop(tmp_path, editor="Ben Orr")
    pressed(ina, "dmine")
    pressed(ben, "c\n")
    pressed(ina, "\n")
    assert (ina.mode, ina.refused, ina.line) == ("reason", True, "mine")
    assert stands(tmp_path) == {1: ("confirmed", "")}
    pressed(ina, "\n")
    assert stands(tmp_path) == {1: ("dismissed", "mine")}
    assert [entry.editor for entry in ina.desk.history()] == ["Ina Bell", "Ben Orr"]


def test_a_key_pressed_as_another_decides_does_not_decide_the_next_one(tmp_path: Path) -> None:
    ina, ben = loop(tmp_path), loop(tmp_path, editor="Ben Orr")
    pressed(ben, "c\n")
    pressed(ina, "dmine\n")
    assert (at(ina), ina.mode) == (1, "reason")
    pressed(ina, "\x1bj")
    assert stands(tmp_path) == {1: ("confirmed", "")}
    assert at(ina) == 2


def test_nobody_takes_back_another_s_decision_unseen(tmp_path: Path) -> None:
    ina, ben = loop(tmp_path), loop(tmp_path, editor="Ben Orr")
    pressed(ben, "c\n")
    pressed(ina, "u")
    assert stands(tmp_path) == {1: ("confirmed", "")}
    pressed(ina, "hu")
    assert stands(tmp_path) == {}


def test_the_mark_of_the_history_stays_as_others_decide(tmp_path: Path) -> None:
    ina, ben = loop(tmp_path), loop(tmp_path, editor="Ben Orr")
    pressed(ina, "c\nh")
    pressed(ben, "jc\n")
    pressed(ina, "u")
    assert stands(tmp_path) == {2: ("confirmed", "")}


def test_what_another_takes_back_is_there_again(tmp_path: Path) -> None:
    ina, ben = loop(tmp_path), loop(tmp_path, editor="Ben Orr")
    pressed(ben, "c\nc\nc\nc\nc\n")
    assert ina.look()
    assert (at(pressed(ina, "j")), ina.walk.position) == (1, None)
    pressed(ben, "u")
    assert ina.look()
    assert [item.number for item in ina.walk.queue] == [5]
    assert not ina.look()


def test_the_same_editor_elsewhere_is_another(tmp_path: Path) -> None:
    here, there = loop(tmp_path), loop(tmp_path)
    pressed(there, "c\n")
    here.look()
    assert len(here.company.lately) == 1
    assert there.company.lately == ()


# Any keys

ALPHABET = [*"jjkcdxsfu/ahr?q 1239zé\n\n\x1b\x7f\x15\x17\x00", "up", "down", "page up", "page down", "end", ""]


class Recording(Desk):
    """A desk that keeps what was asked of it, and done."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.done: list[tuple[str, str]] = []

    def decide(self, *given: object, **more: object) -> object:  # type: ignore[override]
        decision = super().decide(*given, **more)  # type: ignore[arg-type]
        self.done.append((decision.verdict, decision.reason))
        return decision

    def undo(self, *given: object) -> object:  # type: ignore[override]
        decision = super().undo(*given)  # type: ignore[arg-type]
        if decision:
            self.done.append(("undo", ""))
        return decision


def sound(taking: Loop) -> None:
    """What holds after any key."""
    queue, shown = taking.walk.queue, taking.walk.current
    assert [item.number for item in queue] == sorted(item.number for item in queue)
    assert all(taking.walk.sieve.passes(item) for item in queue)
    assert taking.walk.position == (queue.index(shown) + 1 if shown in queue else None)
    assert shown is not None or not queue
    assert taking.mode in get_args(Mode)
    assert (taking.mode == "reason") == (taking.verdict is not None)
    assert taking.mode in ("reason", "filter") or not taking.line
    assert taking.mode != "changes" or taking.changes
    assert taking.page >= 0
    assert taking.desk.progress() == (sum(not item.open for item in taking.desk.items()), len(taking.desk.items()))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(ALPHABET), max_size=60))
def test_any_keys_leave_a_sound_review_and_what_they_decided(keys: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder, "decisions.sqlite"))
        desk = Recording(store, lambda: FIVE)
        taking = Loop(desk, "Ina Bell", TEMPLATES)
        for key in keys:
            pressed(taking, [key])
            sound(taking)
        assert [(e.verdict or "undo", e.reason) for e in store.entries()] == desk.done
        assert {e.editor for e in store.entries()} <= {"Ina Bell"}
        assert all(e.reason for e in store.entries() if e.verdict == "dismissed")
        held = standing(store.entries())
        assert {i.finding.fingerprint: i.decision.id for i in desk.items() if i.decision} == {
            name: entry.id for name, entry in held.items()
        }
        store.close()


class Model:
    """The same keys told once more, in the plainest way: findings by their numbers, no database, no filter."""

    def __init__(self, findings: int) -> None:
        self.open = set(range(1, findings + 1))
        self.at: int | None = 1
        self.decided: Decided = {}
        self.order: list[int] = []
        self.verdict, self.line, self.taken = "", "", ""

    def press(self, key: str) -> None:
        if self.verdict:
            self.write(key)
        elif key in VERDICTS and self.at:
            self.verdict, self.line = VERDICTS[key], ""
        elif key == "j" and self.at:
            self.at = min((n for n in self.open if n > self.at), default=self.at)
        elif key == "k" and self.at:
            self.at = max((n for n in self.open if n < self.at), default=self.at)
        elif key == "u" and self.order:
            self.at = self.order.pop()
            del self.decided[self.at]
            self.open.add(self.at)

    def write(self, key: str) -> None:
        taken, self.taken = self.taken, ""
        reason = " ".join(self.line.split())
        if key == "\x1b":
            self.verdict = ""
        elif key == "\n" and self.at and (reason or self.verdict != "dismissed"):
            self.decided[self.at], self.verdict = (self.verdict, reason), ""
            self.order.append(self.at)
            self.open.discard(self.at)
            self.at = min(self.open, key=lambda n: (n < (self.at or 0), n), default=None)
        elif key == "\x7f":
            self.line = self.line[:-1]
        elif key in "12" and not self.line:
            self.line, self.taken = TEMPLATES[int(key) - 1], key
        elif taken and key.isalnum():
            self.line = taken + key
        elif key != "\n":
            self.line += key


@settings(max_examples=150, deadline=None)
@given(st.text("jjkcdxsfu 12z\n\n\n\x1b\x7f", max_size=80))
def test_keys_do_what_a_plain_model_does(keys: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model, taking = Model(5), loop(Path(folder))
        for key in keys:
            model.press(key)
            taking.press(key)
            assert at(taking) == model.at
        assert stands(Path(folder)) == model.decided


def test_every_key_has_its_line_of_help() -> None:
    explained = {key for keys, _ in HELP for key in keys.replace(",", "").split()}
    assert {*VERDICTS, *"jkbua/hr?q"} <= explained
    assert all(meaning for _, meaning in HELP)


def test_a_severity_is_a_word_of_the_filter(tmp_path: Path) -> None:
    shown = [len(pressed(loop(tmp_path), f"/{severity}\n").walk.queue) for severity in SEVERITIES]
    assert shown == [2, 2, 1]
