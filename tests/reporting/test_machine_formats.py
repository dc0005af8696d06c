"""What programs read back from a report: CSV, SARIF, JUnit, annotations, ClaimReview."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from factcheck.model import Decision, Document, Mark, Report, Rule, Suppression, Verdict
from factcheck.reporting import render
from tests.reporting.samples import CLEAN, DRAFT, FINDINGS, FULL, NOTHING, hostile

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
IGNORED = replace(FULL, suppressions=(Suppression("n2", "comment", "the port counts ships", "draft.md:1"),))
RULES = (Rule("discrepancy.date", "discrepancy", "error", "Sources date this differently.", why="One is wrong."),)
PAGED = replace(FULL, documents=(*FULL.documents[:3], replace(DRAFT, path="a draft.pdf", marks=(Mark(0, "page 3"),))))


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report, "csv"))))


def test_csv_has_a_row_for_each_figure_of_each_finding() -> None:
    found = [(row["finding"], row["side"], row["value"], row["place"]) for row in rows(FULL) if row["finding"] == "n1"]
    assert found == [
        ("n1", "1", "2021-05-03", "sources/harbour-times.txt:3:37"),
        ("n1", "1", "2021-05-03", "draft.md:2:26"),
        ("n1", "2", "2021-05-04", "sources/ledger.txt:2:26"),
    ]


def test_csv_says_what_is_settled_and_what_was_skipped() -> None:
    assert {row["settled"] for row in rows(FULL) if row["finding"] == "n3"} == {
        "dismissed by R. Editor: five stalls sold both"
    }
    assert [(row["severity"], row["place"]) for row in rows(NOTHING)] == [("skipped", "gone.txt")]


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "＝1+1"])
def test_csv_runs_no_formula(words: str) -> None:
    cells = [cell for row in rows(hostile(words)) for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "@", "+", "-"))] == []
    assert any(cell.startswith("'") for cell in cells)


def log(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(report, "sarif"))
    return found


def results(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(report)["runs"][0]["results"]
    return found


@pytest.mark.parametrize(
    "report",
    [FULL, CLEAN, NOTHING, IGNORED, PAGED, replace(FULL, rules=RULES), hostile("</script>\x1b[1m")],
    ids=["full", "clean", "nothing", "ignored", "paged", "rules", "hostile"],
)
def test_sarif_is_valid(report: Report) -> None:
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log(report))] == []


def test_the_sarif_schema_finds_faults() -> None:
    broken = log(FULL)
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert list(Draft4Validator(SCHEMA).iter_errors(broken))


def test_a_sarif_result_leads_to_its_figures() -> None:
    first = results(FULL)[0]
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "sources/ledger.txt"}
    assert physical["region"] == {
        "startLine": 2,
        "startColumn": 26,
        "endLine": 2,
        "endColumn": 36,
        "snippet": {"text": "4 May 2021"},
    }
    related = [where["physicalLocation"]["artifactLocation"]["uri"] for where in first["relatedLocations"]]
    assert related == ["sources/harbour-times.txt", "draft.md"]
    assert first["partialFingerprints"] == {"factcheck/v1": FINDINGS[0].fingerprint}


def test_a_page_is_a_logical_place_in_sarif() -> None:
    (where,) = results(PAGED)[1]["locations"]
    assert where["logicalLocations"] == [{"fullyQualifiedName": "page 3"}]
    assert where["physicalLocation"] == {"artifactLocation": {"uri": "a%20draft.pdf"}}


def test_sarif_rules_have_their_help() -> None:
    rules = log(replace(FULL, rules=RULES))["runs"][0]["tool"]["driver"]["rules"]
    found = results(FULL)[0]
    assert rules[found["ruleIndex"]]["id"] == found["ruleId"] == "discrepancy.date"
    assert rules[found["ruleIndex"]]["help"] == {"text": "One is wrong."}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, None),
        (1, {"kind": "inSource", "status": "accepted", "justification": "the port counts ships"}),
        (
            2,
            {"kind": "external", "status": "accepted", "justification": "dismissed: five stalls sold both (R. Editor)"},
        ),
    ],
)
def test_what_is_settled_is_suppressed_in_sarif(number: int, expected: dict[str, str] | None) -> None:
    assert results(IGNORED)[number].get("suppressions", [None]) == [expected]


def suites(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(render(report, "junit"))  # noqa: S314 - our own text


def cases(report: Report, tag: str) -> list[str]:
    found = [case for case in suites(report).iter("testcase") if case.find(tag) is not None]
    return [case.get("name", "").split(":")[1].split()[1] for case in found]


@pytest.mark.parametrize(
    ("level", "failed", "passed"),
    [
        ("error", ["discrepancy.date"], ["discrepancy.count"]),
        ("warning", ["discrepancy.date", "discrepancy.count"], []),
        ("info", ["discrepancy.date", "discrepancy.count"], []),
        ("never", [], ["discrepancy.date", "discrepancy.count"]),
    ],
)
def test_junit_fails_as_the_gate_does(level: str, failed: Sequence[str], passed: Sequence[str]) -> None:
    report = replace(FULL, settings={"fail_on": level})
    assert cases(report, "failure") == failed
    assert cases(report, "system-out") == passed
    assert cases(report, "skipped") == ["arithmetic.parts"]


@pytest.mark.parametrize(
    ("report", "counts"),
    [(FULL, ("5", "2", "1", "1")), (CLEAN, ("4", "0", "0", "0")), (NOTHING, ("1", "0", "1", "0"))],
)
def test_junit_counts(report: Report, counts: tuple[str, ...]) -> None:
    root = suites(report)
    assert tuple(root.get(name) for name in ("tests", "failures", "errors", "skipped")) == counts
    assert sum(int(suite.get("tests", "")) for suite in root) == int(counts[0])


def commands(report: Report) -> list[str]:
    return render(report, "github").splitlines()


def test_annotations_are_one_line_each() -> None:
    *found, verdict = commands(FULL)
    assert [line.split("::")[1] for line in found] == [
        "error file=sources/ledger.txt,line=2,col=26,endColumn=36,title=discrepancy.date",
        "warning file=draft.md,line=1,col=6,endColumn=13,title=discrepancy.count",
        "warning file=sources/photo.jpg,title=not checked",
    ]
    assert verdict == "1 error and 1 warning; 1 more settled."


def test_an_annotation_s_signs_are_escaped() -> None:
    standing = replace(hostile("a,b:c%0A\n::error::d"), decisions=())
    first, *rest = commands(standing)
    assert first.startswith("::error file=aa%2Cb%3Ac%250A %3A%3Aerror%3A%3Ad.txt,line=")
    assert "a,b:c%250A ::error::d" in first.split("::", 2)[2]
    assert [line for line in rest if line.startswith("::error")] == []


def reviews(*verdicts: Verdict) -> list[dict[str, Any]]:
    decisions = tuple(
        Decision(finding.fingerprint, verdict, "seen the ledger", "R. Editor", "2021-05-08T09:30:00.000000Z")
        for finding, verdict in zip(FINDINGS, verdicts, strict=False)
    )
    found: list[dict[str, Any]] = json.loads(render(replace(FULL, decisions=decisions), "claimreview"))["@graph"]
    return found


@pytest.mark.parametrize(
    ("verdicts", "ratings"),
    [
        ((), []),
        (("confirmed",), [(1, "Wrong figure")]),
        (("fixed", "dismissed"), [(5, "The figure holds")]),
        (("different_things", "same_thing"), []),
    ],
)
def test_only_decided_findings_are_reviews(verdicts: Sequence[Verdict], ratings: list[tuple[int, str]]) -> None:
    found = [(r["reviewRating"]["ratingValue"], r["reviewRating"]["alternateName"]) for r in reviews(*verdicts)]
    assert found == ratings


def test_a_review_names_claim_reviewer_and_day() -> None:
    (found,) = reviews("confirmed")
    assert found["claimReviewed"] == "The lighthouse opened on 4 May 2021 after a decade of planning."
    assert found["itemReviewed"]["author"]["name"] == "Island Ledger"
    assert (found["author"]["name"], found["datePublished"]) == ("R. Editor", "2021-05-08")


def test_a_review_links_to_the_web_only() -> None:
    wrong = replace(FULL.documents[1], url="javascript:alert(1)")
    decided = Decision(FINDINGS[0].fingerprint, "confirmed", "", "R. Editor", "")
    documents: tuple[Document, ...] = (FULL.documents[0], wrong, *FULL.documents[2:])
    report = replace(FULL, documents=documents, decisions=(decided,))
    (found,) = json.loads(render(report, "claimreview"))["@graph"]
    assert "url" not in found["itemReviewed"]["appearance"]
