"""What settles findings: whose comments count, for which figures, and what is told of those that settle nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.config import PathSettings, Settings
from factcheck.errors import UsageError
from factcheck.findings import Run, baseline, chosen, outside_of_ignored_paths, settled
from factcheck.model import (
    Amount,
    Context,
    Document,
    Figure,
    Finding,
    Interval,
    Notice,
    Remark,
    Role,
    Rule,
    Span,
    Suppression,
)

TEXT = "Six came.\nTen left.\n"
FIRST, SECOND = Span(0, 9), Span(10, 19)


def document(path: str, *remarks: Remark, role: Role = "source") -> Document:
    return Document(path, path, TEXT, role=role, remarks=remarks)


def figure(path: str, span: Span) -> Figure:
    amount = Interval(Decimal(1), Decimal(1))
    return Figure(f"{path}.{span.start}", path, span, "Six", "count", Amount(amount, amount, ""), Context(span))


def finding(name: str, rule: str, *figures: str) -> Finding:
    return Finding(name, f"print-{name}", rule, "calendar", "warning", "m", None, (figures,), figures[0])


def rule(name: str, kind: str = "calendar", *, enabled: bool = True) -> Rule:
    return Rule(name, kind, "warning", "m", enabled=enabled)


RULES = (rule("calendar/weekday"), rule("calendar/order"), rule("draft/contradicted", "contradicted"))
KNOWN = (*(r.id for r in RULES), "polls/sources")


def run_of(*documents: Document, findings: tuple[Finding, ...] = ()) -> Run:
    figures = tuple(figure(d.id, span) for d in documents for span in (Span(0, 3), Span(10, 13)))
    return Run(findings, figures, documents, RULES, KNOWN)


def remark(*rules: str, span: Span | None = FIRST, reason: str = "why") -> Remark:
    return Remark(1, rules, reason, span)


def told(notices: tuple[Notice, ...]) -> list[tuple[str, str]]:
    return [(n.rule, n.place) for n in notices]


DRAFT = "draft.md"
WEEKDAY = finding("x", "calendar/weekday", "draft.md.0")


@pytest.mark.parametrize(
    ("said", "settles", "notice"),
    [
        (remark("calendar/weekday"), True, None),
        (remark("calendar"), True, None),
        (remark("calendar/"), True, None),
        (remark("calendar/weekday", span=None), True, None),
        (remark("calendar/weekday", span=SECOND), False, "ignore/unused"),
        (remark("calendar/weekday", span=Span(19, 19)), False, "ignore/unused"),
        (remark("calendar/order"), False, "ignore/unused"),
        (remark("calendar/order", "calendar/weekday"), True, "ignore/unused"),
        (remark("cal"), False, "ignore/wrong"),
        (remark("weekday"), False, "ignore/wrong"),
        (remark("calendar/weekday", "nothing"), False, "ignore/wrong"),
        (remark("calendar/weekday", reason=""), False, "ignore/wrong"),
        (remark(), False, "ignore/wrong"),
        (remark("polls/sources"), False, None),
    ],
)
def test_a_comment_of_the_draft(said: Remark, settles: bool, notice: str | None) -> None:
    run = run_of(document("a.txt"), document(DRAFT, said, role="draft"), findings=(WEEKDAY,))
    suppressions, notices = settled(run, Settings())
    assert suppressions == ((Suppression("x", "comment", "why", "draft.md:1"),) if settles else ())
    assert told(notices) == ([(notice, "draft.md:1")] if notice else [])


@pytest.mark.parametrize(
    ("documents", "comments", "settles", "notices"),
    [
        ((document("a.txt", remark("calendar")),), "own", True, []),
        ((document("a.txt", remark("calendar")),), "never", False, ["ignore/foreign"]),
        ((document("a.txt", remark("calendar")), document("b.txt")), "own", False, ["ignore/foreign"]),
        ((document("a.txt", remark("calendar")), document("b.txt")), "all", True, []),
        ((document("a.txt", remark("calendar")), document("b.txt", role="draft")), "own", False, ["ignore/foreign"]),
    ],
)
def test_whose_comments_count(
    documents: tuple[Document, ...], comments: str, settles: bool, notices: list[str]
) -> None:
    run = run_of(*documents, findings=(finding("x", "calendar/weekday", "a.txt.0"),))
    settings = Settings.model_validate({"comments": comments})
    suppressions, said = settled(run, settings)
    assert bool(suppressions) is settles
    assert [notice.rule for notice in said] == notices


def test_any_figure_of_a_finding_is_enough() -> None:
    both = finding("x", "calendar/weekday", "a.txt.0", "draft.md.10")
    run = run_of(document("a.txt"), document(DRAFT, remark("calendar", span=SECOND), role="draft"), findings=(both,))
    assert [s.finding for s in settled(run, Settings())[0]] == ["x"]


def test_a_second_comment_for_a_finding_is_not_unused() -> None:
    first, second = remark("calendar"), replace(remark("calendar/weekday", span=None), line=2)
    run = run_of(document(DRAFT, first, second, role="draft"), findings=(WEEKDAY,))
    suppressions, notices = settled(run, Settings())
    assert [s.place for s in suppressions] == ["draft.md:1"]
    assert notices == ()


@pytest.mark.parametrize(("others", "notices"), [((), []), ((document("a.txt"),), ["ignore/unused"])])
def test_what_only_sources_can_show_is_not_unused_without_them(
    others: tuple[Document, ...], notices: list[str]
) -> None:
    run = run_of(*others, document(DRAFT, remark("draft"), role="draft"))
    assert [notice.rule for notice in settled(run, Settings())[1]] == notices


@pytest.mark.parametrize(
    "settings",
    [
        Settings(ignore=("ignore/unused",)),
        Settings(ignore=("ignore",)),
        Settings(per_path={"*.md": PathSettings(ignore=("ignore",))}),
    ],
)
def test_notices_can_be_ignored(settings: Settings) -> None:
    run = run_of(document(DRAFT, remark("calendar"), role="draft"))
    assert settled(run, settings) == ((), ())


def entry(fingerprint: str, *paths: str, rule: str = "calendar/weekday", draft: str = DRAFT) -> baseline.Entry:
    return baseline.Entry(rule=rule, fingerprint=fingerprint, draft=draft, documents=paths, message="m")


@pytest.mark.parametrize(
    ("entries", "settles", "gone"),
    [
        ([entry("print-x", DRAFT)], True, False),
        ([entry("print-y", DRAFT)], False, True),
        ([entry("print-x", DRAFT), entry("print-y", DRAFT)], True, True),
        ([entry("print-y", DRAFT, "unread.txt")], False, False),
        ([entry("print-y", DRAFT, rule="polls/sources")], False, False),
        ([entry("print-y", DRAFT, rule="draft/contradicted")], False, False),
        ([entry("print-y", DRAFT, draft="")], False, False),
        ([], False, False),
    ],
)
def test_the_baseline_settles_what_it_holds(
    tmp_path: Path, entries: list[baseline.Entry], settles: bool, gone: bool
) -> None:
    file = str(tmp_path / "known.json")
    Path(file).write_text(baseline.dump(entries), encoding="utf-8")
    run = run_of(document(DRAFT, role="draft"), findings=(WEEKDAY,))
    suppressions, notices = settled(run, Settings(baseline=file))
    assert suppressions == ((Suppression("x", "baseline", "", file),) if settles else ())
    assert told(notices) == ([("baseline/gone", file)] if gone else [])


def test_a_comment_comes_before_the_baseline(tmp_path: Path) -> None:
    file = str(tmp_path / "known.json")
    Path(file).write_text(baseline.dump([entry("print-x", DRAFT)]), encoding="utf-8")
    run = run_of(document(DRAFT, remark("calendar"), role="draft"), findings=(WEEKDAY,))
    assert [s.by for s in settled(run, Settings(baseline=file))[0]] == ["comment"]


def test_a_baseline_is_one_sorted_finding_a_line(tmp_path: Path) -> None:
    entries = [entry("b", "x"), entry("a", "x"), entry("c", "x", rule="calendar/order")]
    text = baseline.dump(entries)
    assert [line[:44] for line in text.splitlines()[1:-1]] == [
        '{"rule": "calendar/order", "fingerprint": "c',
        '{"rule": "calendar/weekday", "fingerprint": ',
        '{"rule": "calendar/weekday", "fingerprint": ',
    ]
    assert text == baseline.dump(reversed(entries))
    (tmp_path / "a").write_text(text, encoding="utf-8")
    assert sorted(baseline.load(str(tmp_path / "a"))) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is damaged (no JSON: line 1, column 1)"),
        (b'{"format": "factcheck-baseline/1", "findings": [{}]}', "is damaged (findings.0.rule: Field required)"),
        (b'{"format": "factcheck-baseline/2", "findings": []}', "is damaged (format: "),
        (b'{"format": "factcheck-baseline/1"}', "is damaged (findings: Field required)"),
        (b"[]", "is damaged (: Input should be"),
        (b"\xff\xfe", "is damaged (no UTF-8 text)"),
        (b"[" * 100_000, "is damaged (nested too deep)"),
        (b"<<<<<<< HEAD\n", "is damaged (no JSON: line 1, column 1)"),
        (None, "cannot be read (No such file or directory)"),
    ],
)
def test_a_broken_baseline_is_one_line(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "known.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        baseline.load(str(file))
    assert str(caught.value).startswith(f"{file}: the baseline {said}")
    assert str(caught.value).endswith("; mend it, or make it anew with `factcheck baseline`")
    assert "\n" not in str(caught.value)


ALL = (*RULES, rule("polls/sources", enabled=False))


@pytest.mark.parametrize(
    ("select", "ignore", "asked"),
    [
        ((), (), ["calendar/weekday", "calendar/order", "draft/contradicted"]),
        (("calendar",), (), ["calendar/weekday", "calendar/order"]),
        (("calendar/",), ("calendar/order",), ["calendar/weekday"]),
        ((), ("calendar",), ["draft/contradicted"]),
        (("polls/sources",), (), ["polls/sources"]),
        (("draft", "polls"), (), ["draft/contradicted"]),
        ((), ("ignore/unused",), ["calendar/weekday", "calendar/order", "draft/contradicted"]),
    ],
)
def test_the_rules_that_are_asked(select: tuple[str, ...], ignore: tuple[str, ...], asked: list[str]) -> None:
    laid = chosen(ALL, Settings(select=select, ignore=ignore))
    assert [r.id for r in laid] == asked
    assert all(r.enabled for r in laid)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(select=("calender",)), "select: 'calender' is no rule; did you mean 'calendar'?"),
        (Settings(ignore=("weekday",)), "ignore: 'weekday' is no rule; did you mean 'calendar/weekday'?"),
        (Settings(ignore=("calendar/weekdays",)), "ignore: 'calendar/weekdays' is no rule; did you mean 'calendar/wee"),
        (Settings(ignore=("zzz",)), "ignore: 'zzz' is no rule; `factcheck rules list` names them all"),
        (Settings(ignore=("cal",)), "ignore: 'cal' is no rule; "),
        (Settings(per_path={"a/": PathSettings(ignore=("darft",))}), "per_path.a/.ignore: 'darft' is no rule; did you"),
        (Settings(select=("draft",), ignore=("draft",)), "no rule is left to check by; "),
        (Settings(select=("polls",)), "no rule is left to check by; "),
        (Settings(select=("ignore/unused",)), "no rule is left to check by; "),
    ],
)
def test_a_name_of_no_rule_is_one_line(settings: Settings, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(ALL, settings)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_a_finding_belongs_to_the_path_of_its_primary_figure() -> None:
    documents = (document("a.txt"), document("old/b.txt"))
    run = run_of(*documents)
    found = (
        finding("x", "calendar/weekday", "a.txt.0", "old/b.txt.0"),
        finding("y", "calendar/weekday", "old/b.txt.0", "a.txt.0"),
        finding("z", "draft/contradicted", "old/b.txt.0"),
    )
    settings = Settings(per_path={"old/**": PathSettings(ignore=("calendar",))})
    kept = outside_of_ignored_paths(found, run.figures, documents, settings)
    assert [f.id for f in kept] == ["x", "z"]
