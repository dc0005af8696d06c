"""Findings on a draft's figures of which sources say something else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.claims.builders import Source, checked

ONE = "The new stadium in Port Elsin seats 41,000 spectators, the city said."
TWO = "The stadium that opened in Port Elsin on Monday seats 41,000 spectators."


def test_an_error_names_the_sources_value_and_stands_at_the_draft(tmp_path: Path) -> None:
    report = checked(tmp_path, ONE, TWO, Source("Port Elsin has a stadium for 14,000 spectators.", draft=True))
    (finding,) = report.findings
    texts = {f.id: f.text for f in report.figures}
    assert (finding.rule, finding.severity) == ("draft/contradicted", "error")
    assert finding.message == "The draft says otherwise than its sources: 14,000 against 41,000."
    assert [[texts[f] for f in side] for side in finding.sides] == [["14,000"], ["41,000", "41,000"]]
    assert texts[finding.primary] == "14,000"
    assert finding.independent == (0, 2)
    assert "two digits are transposed" in finding.explanations


def test_one_value_is_one_side_whether_or_not_it_says_what_it_counts(tmp_path: Path) -> None:
    report = checked(
        tmp_path,
        Source("At least 14 people were injured in the fire in Orrin, police said.", published=date(2024, 3, 12)),
        Source("Nineteen people were injured in the fire in Orrin, the hospital said.", published=date(2024, 3, 13)),
        Source("The number of injured in the fire in Orrin stands at 19.", published=date(2024, 3, 14)),
        Source("In the fire in Orrin 14 people were injured.", published=date(2024, 3, 14), draft=True),
    )
    (finding,) = report.findings
    texts = {f.id: f.text for f in report.figures}
    assert finding.rule == "draft/outdated"
    assert sorted(sorted(texts[f] for f in side) for side in finding.sides) == [["14", "14"], ["19", "Nineteen"]]


def test_a_dispute_is_told_once(tmp_path: Path) -> None:
    other = ONE.replace("41,000", "38,000")
    report = checked(tmp_path, ONE, other, Source("Port Elsin has a stadium for 41,000 spectators.", draft=True))
    assert [f.rule for f in report.findings] == ["draft/disputed"]
