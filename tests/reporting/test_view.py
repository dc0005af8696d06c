from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.model import Copied, Finding, Mark, Report, Severity, Skipped, Span, Suppression
from factcheck.reporting.explaining import explain
from factcheck.reporting.view import Case, view
from tests.reporting.samples import CLEAN, FINDINGS, FULL, LEDGER, NOTHING, TIMES, WIRE


def case(name: str, report: Report = FULL) -> Case:
    return next(c for c in view(report).cases if c.id == name)


def test_sides_are_named_by_the_wording_that_most_of_their_figures_share() -> None:
    assert [side.value for side in case("n2").sides] == ["more than 100,000 visitors", "about 130,000 people"]


def test_evidence_says_who_when_and_where() -> None:
    times, wire = case("n2").sides[0].evidence
    assert (times.source, times.published, times.attribution) == ("Harbour Times", "2021-05-05", "the port authority")
    assert times.place == "sources/harbour-times.txt:2:11"
    assert times.quote.number == "100,000"
    assert (wire.source, wire.published) == ("sources/wire.txt", None)
    assert wire.copied == "the same text as Harbour Times; which came first is not told"


EIGHT = "2021-05-05 08:00 UTC"


def timed(report: Report, times: str, wire: str) -> Report:
    """The report with the hours at which both were printed on the 5th of May."""
    at = {"d1": times, "d3": wire}
    known = (replace(d, moment=f"2021-05-05T{at[d.id]}:00Z" if d.id in at else None) for d in report.documents)
    return replace(report, documents=tuple(known))


def copying(*, whole: bool, published: date | None, outlet: str = "Ledger") -> Report:
    """The sample with a wire that copies the Harbour Times (5 May 2021), as a whole or in two paragraphs of its own."""
    stretches = (Copied(Span(0, 56), "d1"), Copied(Span(56, 57), "d1"))
    made = replace(WIRE, published=published, outlet=outlet, copied=stretches, copy_of=WIRE.copy_of if whole else None)
    return replace(FULL, documents=(TIMES, LEDGER, made, *FULL.documents[3:]))


@pytest.mark.parametrize(
    ("report", "beside", "line"),
    [
        (
            copying(whole=True, published=date(2021, 5, 6)),
            "copy of Harbour Times (2021-05-05)",
            "Ledger (2021-05-06) copies Harbour Times (2021-05-05)",
        ),
        (
            copying(whole=False, published=date(2021, 5, 6)),
            "paragraph copied from Harbour Times (2021-05-05)",
            "Ledger (2021-05-06) copies 2 paragraphs of Harbour Times (2021-05-05)",
        ),
        (
            copying(whole=True, published=date(2021, 5, 5)),
            "the same text as Harbour Times; which came first is not told",
            "Ledger (2021-05-05) and Harbour Times (2021-05-05) print one text; which came first is not told",
        ),
        (
            timed(copying(whole=True, published=date(2021, 5, 5)), "08:00", "09:10"),
            "copy of Harbour Times (2021-05-05 08:00 UTC)",
            "Ledger (2021-05-05 09:10 UTC) copies Harbour Times (2021-05-05 08:00 UTC)",
        ),
        (
            timed(copying(whole=True, published=date(2021, 5, 6)), "08:00", "08:00"),
            "the same text as Harbour Times; which came first is not told",
            f"Ledger ({EIGHT}) and Harbour Times ({EIGHT}) print one text; which came first is not told",
        ),
        (
            copying(whole=False, published=None),
            "the same paragraph as Harbour Times; which came first is not told",
            "Ledger (no date) and Harbour Times (2021-05-05) print 2 paragraphs alike; which came first is not told",
        ),
        (
            copying(whole=True, published=date(2021, 5, 6), outlet="Harbour Times"),
            "copy of sources/harbour-times.txt (2021-05-05)",
            "sources/wire.txt (2021-05-06) copies sources/harbour-times.txt (2021-05-05)",
        ),
    ],
    ids=["a copy", "paragraphs", "of one day", "by the hour", "of one moment", "of no day", "of one outlet"],
)
def test_copies_are_named_by_time_where_it_is_told(report: Report, beside: str, line: str) -> None:
    assert case("n2", report).sides[0].evidence[1].copied == beside
    assert view(report).copies == (line,)


def test_paragraphs_alike_are_counted_once_where_nobody_is_told_to_copy() -> None:
    undated = copying(whole=False, published=None)
    times = replace(TIMES, copied=(Copied(Span(0, 21), "d3"),))
    said = view(replace(undated, documents=(times, *undated.documents[1:]))).copies
    assert [line.partition(" print ")[2].partition(";")[0] for line in said] == ["3 paragraphs alike"]


def test_who_copies_nobody_is_not_listed() -> None:
    assert (
        view(
            replace(FULL, documents=(TIMES, LEDGER, replace(WIRE, copy_of=None, copied=()), *FULL.documents[3:]))
        ).copies
        == ()
    )


def test_a_draft_is_named_as_one() -> None:
    assert case("n1").sides[0].sources == ("Harbour Times", "draft.md (draft)")


def test_a_place_that_the_reader_named_stands_beside_the_path() -> None:
    paged = replace(FULL, documents=(replace(TIMES, marks=(Mark(0, "page 3"),)), *FULL.documents[1:]))
    assert case("n1", paged).sides[0].evidence[0].place == "sources/harbour-times.txt, page 3"


def test_explanations_come_before_the_reasons_of_the_claim() -> None:
    assert case("n1").explanations == (
        "a time zone or a late edition could explain one day",
        "two dates of one event differ by 1 day",
    )


def test_grounds_count_the_pairs_that_they_hold_for() -> None:
    assert [(g.reason, g.pairs, g.of) for g in case("n2").grounds] == [
        ("both count people", 1, 2),
        ("both speak of the festival", 2, 2),
    ]


def test_a_finding_without_a_claim_has_no_statement() -> None:
    parts = case("n3")
    assert (parts.statement, parts.grounds) == ("", ())
    assert parts.message == "25 of 40 stalls sold food, which leaves 15."


def test_a_decision_is_laid_over_its_finding_only() -> None:
    assert (case("n3").decision, case("n3").standing) == ("dismissed by R. Editor: five stalls sold both", False)
    assert (case("n1").decision, case("n1").standing) == (None, True)


@pytest.mark.parametrize(
    ("suppression", "told"),
    [
        (
            Suppression("n1", "comment", "the port counts ships", "draft.md:3"),
            "ignored at draft.md:3: the port counts ships",
        ),
        (Suppression("n1", "baseline", "", ".factcheck/baseline.json"), "in the baseline"),
    ],
)
def test_what_settles_a_finding_is_told(suppression: Suppression, told: str) -> None:
    settled = next(c for c in view(replace(FULL, suppressions=(suppression,))).cases if c.id == "n1")
    assert (settled.decision, settled.standing) == (told, False)


def test_a_confirmed_finding_stands() -> None:
    confirmed = replace(FULL, decisions=(replace(FULL.decisions[0], verdict="confirmed"),))
    assert [f.id for f in confirmed.standing()] == ["n1", "n2", "n3"]


def test_claims_without_a_finding_are_settled_and_say_their_stance_where_it_is_not_agreement() -> None:
    assert [(c.statement, c.value) for c in view(FULL).settled] == [
        ("cost of the lighthouse", "$1.2 billion"),
        ("distance of the lighthouse from the old town", "10 kilometres / 6 miles (compatible)"),
    ]
    assert [e.figure for e in next(iter(view(FULL).settled)).evidence] == ["f3", "f9"]


def graded(*severities: Severity) -> Report:
    findings: list[Finding] = [replace(FINDINGS[2], severity=s) for s in severities]
    return replace(FULL, findings=tuple(findings), decisions=())


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        (NOTHING, "Nothing was checked."),
        (CLEAN, "No discrepancies: 13 figures, 1 claim compared."),
        (graded("error"), "1 error."),
        (graded("warning", "warning"), "2 warnings."),
        (graded("info", "warning", "info"), "1 warning and 2 info findings."),
        (graded("info", "warning", "error"), "1 error, 1 warning and 1 info finding."),
        (FULL, "1 error and 1 warning; 1 more settled."),
        (replace(FULL, findings=FINDINGS[2:]), "Nothing to settle: 1 finding settled."),
    ],
)
def test_verdict(report: Report, verdict: str) -> None:
    assert view(report).verdict == verdict


@pytest.mark.parametrize(
    ("undated", "said"),
    [
        ((), None),
        ((TIMES,), "1 document has no publication date: sources/harbour-times.txt"),
        ((TIMES, LEDGER), "2 documents have no publication date: sources/harbour-times.txt, sources/ledger.txt"),
    ],
)
def test_undated(undated: tuple[object, ...], said: str | None) -> None:
    documents = tuple(replace(d, published=None) if d in undated else d for d in (TIMES, LEDGER))
    assert view(Report(documents, (), (), ())).undated == said


def test_what_is_not_checked_stands_apart_from_metadata_that_was_not_read() -> None:
    gone, undated = Skipped("gone.txt", "no such file"), Skipped("a.md", "'soon' is no full date", checked=True)
    shown = view(replace(CLEAN, skipped=(gone, undated)))
    assert (shown.skipped, shown.unread) == ((("gone.txt", "no such file"),), (("a.md", "'soon' is no full date"),))


def test_counts() -> None:
    assert view(CLEAN).counts == ("4 documents", "131 words", "13 figures", "1 claim")


def test_an_explained_claim_says_what_is_copied() -> None:
    lines = explain(FULL, "c1").splitlines()
    quoted = next(n for n, line in enumerate(lines) if line.startswith("  sources/wire.txt:1:11: "))
    assert lines[quoted + 1] == "    the same text as Harbour Times; which came first is not told"
    assert sum("the same text" in line for line in lines) == 1
