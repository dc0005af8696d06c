"""Findings on a draft's figures that no source gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck import findings
from tests.claims.builders import Source, checked

SOURCE = "The new stadium in Port Elsin seats 41,000 spectators, the city said."
DRAFT = Source("The stadium in Port Elsin has nine lifts and seats 41,000 spectators.", draft=True)


def test_a_warning_says_what_no_source_gives(tmp_path: Path) -> None:
    (finding,) = checked(tmp_path, SOURCE, DRAFT).findings
    assert (finding.rule, finding.severity) == ("draft/unsupported", "warning")
    assert finding.message == "No source gives this figure: nine."


def test_a_message_that_ends_in_a_full_stop_has_one(tmp_path: Path) -> None:
    draft = Source("The gates of the stadium in Port Elsin open at 3:50 a.m. sharp.", draft=True)
    (finding,) = checked(tmp_path, SOURCE, draft).findings
    assert finding.message == "No source gives this figure: 3:50 a.m."


def test_a_rule_may_be_for_some_kinds_of_figures(tmp_path: Path) -> None:
    report = checked(tmp_path, SOURCE, DRAFT)
    (rule,) = (r for r in report.rules if r.id == "draft/unsupported")
    for kinds, expected in ((["money"], 0), (["count", "money"], 1)):
        only = replace(rule, options={"kinds": kinds})
        found = findings.judge(report.claims, report.figures, report.documents, [only], report.supports)
        assert len(found) == expected
