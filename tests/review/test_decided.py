"""What decisions do in later checks: what they settle, keep apart, put together, and when they lapse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.cli.gating import fails
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Report, Verdict
from tests.review.dossier import DRAFT, GAZETTE, POST, Dossier

CONFLICT = "discrepancy/conflict"
LAPSED = "what R. Editor decided ({}) has lapsed: {}"


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    made = Dossier(tmp_path)
    made.write(gazette=GAZETTE, post=POST)
    return made


def told(report: Report) -> list[tuple[str, str]]:
    """Each finding's rule, with the verdict that settles it or "open"."""
    settled = report.suppressed()
    return [(f.rule, settled[f.id].reason.partition(":")[0] if f.id in settled else "open") for f in report.findings]


@pytest.mark.parametrize(
    ("verdict", "left"),
    [
        ("confirmed", [(CONFLICT, "open")]),
        ("dismissed", [(CONFLICT, "dismissed")]),
        ("different_things", []),
        ("same_thing", [(CONFLICT, "open")]),
        ("fixed", [(CONFLICT, "open")]),
    ],
)
def test_what_a_verdict_leaves(dossier: Dossier, verdict: Verdict, left: list[tuple[str, str]]) -> None:
    dossier.decide(verdict, "seen with the council")
    report = dossier.check()
    assert told(report) == left
    assert fails(report, Settings()) == ("open" in dict(left).values())
    assert [d.verdict for d in report.decisions] == ([verdict] if left else [])


def test_a_dismissed_finding_keeps_its_reason_and_editor(dossier: Dossier) -> None:
    dossier.decide("dismissed", "two ways of counting", "Ina Bell")
    report = dossier.check()
    (held,) = report.suppressed().values()
    assert (held.by, held.reason, held.editor) == ("decision", "dismissed: two ways of counting", "Ina Bell")


def moved(dossier: Dossier) -> None:
    dossier.write(gazette=f"Rain fell all Monday on the hills.\n\n{GAZETTE}")


def reworded(dossier: Dossier) -> None:
    dossier.write(gazette=GAZETTE.replace("on Tuesday", "on Tuesday evening"))


def attested(dossier: Dossier) -> None:
    dossier.write(ledger="The flood destroyed 340 homes in Orrin, said Mr Low of the district's council.\n")


def untold(dossier: Dossier) -> None:
    dossier.write(ledger=GAZETTE)
    dossier.decide("dismissed", "two ways of counting")
    (dossier.folder / "sources" / "ledger.md").unlink()


@pytest.mark.parametrize("change", [moved, reworded, attested, untold])
def test_a_decision_holds_while_its_figures_do(dossier: Dossier, change: Callable[[Dossier], None]) -> None:
    dossier.decide("dismissed", "two ways of counting")
    change(dossier)
    report = dossier.check()
    assert told(report) == [(CONFLICT, "dismissed")]
    assert report.notices == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("340 homes", "345 homes", "“340” is now “345”"),
        ("340 homes", "about 350 homes", "“340” is now “350”"),
        ("340 homes", "340 farms", "“340” is now “340”"),
    ],
)
def test_a_decision_lapses_when_a_figure_changes(dossier: Dossier, old: str, new: str, words: str) -> None:
    dossier.decide("dismissed", "two ways of counting")
    dossier.write(gazette=GAZETTE.replace(old, new))
    report = dossier.check()
    assert "dismissed" not in dict(told(report)).values()
    (notice,) = report.notices
    assert (notice.rule, notice.severity, Path(notice.path).name) == ("decision/lapsed", "info", "gazette.md")
    assert notice.message == f"what R. Editor decided (dismissed: two ways of counting) has lapsed: {words}"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("It lasted six hours.", "It lasted seven hours.", "“six” is now “seven”"),
        ("The flood lasted six hours.", "The whole flood lasted seven hours, we are told.", "“six” is now “seven”"),
        ("The flood lasted six hours.", "The council met about the flood for seven hours.", ""),
        ("The flood lasted six hours.", "The council met on Tuesday.", ""),
    ],
)
def test_a_figure_is_missed_where_its_sentence_was_written_anew_too(
    tmp_path: Path, before: str, after: str, words: str
) -> None:
    dossier = Dossier(tmp_path)
    source = "The flood lasted five hours. It lasted five hours, said the council.\n"
    dossier.write(gazette=source, draft=f"The flood came. {before}\n")
    dossier.decide("dismissed", "from another gauge")
    dossier.write(draft=f"{after}\n")
    messages = [n.message for n in dossier.check().notices]
    assert messages == ([LAPSED.format("dismissed: from another gauge", words)] if words else [])


def test_a_lapse_is_told_at_a_finding_of_another_rule(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(gazette="The repair cost 2.5 million euros.\n", draft="The repair cost 2.5 billion euros.\n")
    dossier.decide("confirmed")
    dossier.write(draft="The repair cost 2.6 billion euros.\n")
    report = dossier.check()
    assert told(report) == [("draft/unsupported", "open")]
    assert [n.message for n in report.notices] == [LAPSED.format("confirmed", "“2.5 billion” is now “2.6 billion”")]
    dossier.write(draft="The repair cost 2.5 million euros.\n")
    assert (dossier.check().findings, dossier.check().notices) == ((), ())


def test_what_lapsed_steers_no_more(dossier: Dossier) -> None:
    dossier.decide("different_things", "damaged and destroyed")
    assert told(dossier.check()) == []
    dossier.write(gazette=GAZETTE.replace("340", "350"))
    report = dossier.check()
    assert told(report) == [(CONFLICT, "open")]
    assert [n.rule for n in report.notices] == ["decision/lapsed"]


def test_a_figure_that_went_away_lapses_nothing(dossier: Dossier) -> None:
    dossier.decide("dismissed", "two ways of counting")
    dossier.write(gazette="The council of Orrin met on Tuesday.\n")
    report = dossier.check()
    assert (told(report), report.notices) == ([], ())


ELSEWHERE = "In Belm the quake left 340 homes without water, an official told us later in spring.\n"


@pytest.mark.parametrize("verdict", ["dismissed", "different_things"])
def test_its_value_elsewhere_does_not_stand_in_for_a_figure_that_changed(dossier: Dossier, verdict: Verdict) -> None:
    dossier.write(gazette=f"{GAZETTE}\n{ELSEWHERE}")
    dossier.decide(verdict, "two ways of counting")
    dossier.write(gazette=f"{GAZETTE.replace('340', '350')}\n{ELSEWHERE}")
    report = dossier.check()
    assert told(report) == [(CONFLICT, "open")]
    assert [n.message.rpartition(": ")[2] for n in report.notices] == ["“340” is now “350”"]


FINED = "The court fined 12 people in Orrin after the riot.\n"
KILLED = "The explosion at the Belm mill killed 12 people that winter.\n"


def of_twelve(report: Report) -> list[tuple[str, str]]:
    """Each finding about a 12: the words of its sentence that tell them apart, with "settled" or "open"."""
    figures, settled = {f.id: f for f in report.figures}, report.suppressed()
    texts = {d.id: d.text for d in report.documents}
    twelves = [(finding, figures[finding.primary]) for finding in report.findings]
    return [
        (f.context.sentence.quote(texts[f.document]).split()[1], "settled" if finding.id in settled else "open")
        for finding, f in twelves
        if f.text == "12"
    ]


@pytest.mark.parametrize(
    ("draft", "then", "left"),
    [
        (f"{FINED}\n{KILLED}", f"{FINED}\n{KILLED}", [("court", "settled"), ("explosion", "open")]),
        (f"{FINED}\n{KILLED}", f"{KILLED}\n{FINED}", [("explosion", "open"), ("court", "settled")]),
        (f"{FINED}\n{KILLED}", FINED, [("court", "settled")]),
        (f"{FINED}\n{KILLED}", KILLED, [("explosion", "open")]),
        (FINED, f"{FINED}\n{KILLED}", [("court", "settled"), ("explosion", "open")]),
        (FINED, f"{KILLED}\n{FINED}", [("explosion", "open"), ("court", "settled")]),
        (FINED, KILLED, [("explosion", "open")]),
        (FINED, "After the riot in Orrin the court fined 12 people.\n", [("the", "settled")]),
    ],
)
def test_a_decision_is_on_one_of_two_things_of_a_value(
    tmp_path: Path, draft: str, then: str, left: list[tuple[str, str]]
) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(gazette="Rain fell on Orrin for 30 hours.\n", draft=draft)
    desk = dossier.desk()
    desk.decide(desk.items()[0].finding.id, "dismissed", "fines are known", "R. Editor")
    dossier.write(draft=then)
    assert of_twelve(dossier.check()) == left


def test_a_value_in_another_sentence_is_told_where_it_is_found(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(gazette="Rain fell on Orrin for 30 hours.\n", draft=FINED)
    dossier.decide("dismissed", "fines are known")
    dossier.write(draft=KILLED)
    assert [n.message.rpartition(": ")[2] for n in dossier.check().notices] == ["“12” stands in another sentence"]


def test_a_second_document_of_a_name_takes_no_decision_from_the_first(dossier: Dossier) -> None:
    dossier.decide("dismissed", "two ways of counting")
    other = dossier.folder / "other"
    other.mkdir()
    (other / "gazette.md").write_text("Rain fell on Orrin for 30 hours.\n", encoding="utf-8")
    settings = Settings(decisions=str(dossier.database))
    report = pipeline.check([str(dossier.folder / "sources"), str(other)], settings=settings)
    assert (told(report), report.notices) == ([(CONFLICT, "dismissed")], ())


def test_a_third_value_is_a_new_question(dossier: Dossier) -> None:
    dossier.decide("dismissed", "two ways of counting")
    dossier.write(ledger=GAZETTE.replace("340", "375"))
    assert told(dossier.check()) == [(CONFLICT, "open")]


def test_a_draft_s_figure_is_kept_from_a_source_s(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(gazette=GAZETTE, draft=DRAFT)
    assert told(dossier.check()) == [("draft/contradicted", "open")]
    dossier.decide("different_things", "another flood")
    assert told(dossier.check()) == [("draft/unsupported", "open")]


def test_a_draft_s_figure_is_put_with_a_source_s(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(
        gazette="Engineers condemned 410 houses along the river.\n",
        draft="The high water left 415 families without a roof.\n",
    )
    desk = dossier.desk()
    (item,) = [item for item in desk.items() if item.finding.rule == "draft/unsupported"]
    source = next(f for f in desk.report.figures if f.text == "410")
    desk.decide(item.finding.id, "same_thing", "families are dwellings here", "R. Editor", beside=[source.id])
    report = dossier.check()
    assert told(report) == [("draft/contradicted", "open")]
    assert [(s.outcome, s.others) for s in report.supports] == [("contradicted", (source.id,))]


def test_the_later_of_two_editors_counts(dossier: Dossier) -> None:
    dossier.decide("dismissed", "two ways of counting", "Ina Bell")
    dossier.decide("confirmed", "asked again", "R. Editor")
    report = dossier.check()
    assert told(report) == [(CONFLICT, "open")]
    assert [(d.editor, d.verdict) for d in report.decisions] == [("R. Editor", "confirmed")]


def test_decisions_do_not_depend_on_the_folder_of_the_run(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier.decide("dismissed", "two ways of counting")
    monkeypatch.chdir(dossier.folder)
    assert told(Dossier(Path()).check()) == [(CONFLICT, "dismissed")]


def test_decisions_on_one_fact_reach_every_draft_of_it(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(gazette=GAZETTE, draft=DRAFT)
    dossier.decide("dismissed", "the council's new count, by telephone")
    dossier.write(draft=f"Orrin counts its losses.\n\n{DRAFT}\nRain went on.\n")
    assert told(dossier.check()) == [("draft/contradicted", "dismissed")]


def test_of_one_figure_alone_nothing_can_be_the_same(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    dossier.write(gazette="Rain fell on Orrin for 30 hours.\n", draft=DRAFT)
    with pytest.raises(UsageError, match="say of which other figure it is the same thing"):
        dossier.decide("same_thing", rule="draft/unsupported")
