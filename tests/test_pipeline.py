"""The whole way from paths to a report: what one bad file leaves of it, and that it is the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Document, Skipped
from tests.claims.builders import Source, write

TIMES = Source("The stadium in Port Elsin seats 41,000 spectators.", date(2024, 3, 5), "Harbour Times")
LEDGER = Source("The stadium in Port Elsin seats 38,000 spectators. Its roof is 31 metres high.", date(2024, 3, 6))


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sources, in the folder of the run."""
    monkeypatch.chdir(tmp_path)
    folder = Path("sources")
    folder.mkdir()
    write(folder, [TIMES, LEDGER])
    return folder


def test_a_report_holds_all_stages_of_a_run(sources: Path) -> None:
    report = pipeline.check(["sources"])
    assert [(d.id, d.path, d.role, d.outlet) for d in report.documents] == [
        ("d1", "sources/1.md", "source", "Harbour Times"),
        ("d2", "sources/2.md", "source", None),
    ]
    assert [(f.id, f.text) for f in report.figures] == [("d1.1", "41,000"), ("d2.1", "38,000"), ("d2.2", "31")]
    assert [claim.figures for claim in report.claims] == [("d1.1", "d2.1")]
    assert [finding.claim for finding in report.findings] == ["c1"]
    assert report.skipped == ()
    assert report.summary()["findings"] == {"error": 0, "warning": 1, "info": 0}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bad.txt", b""),
        ("bad.txt", b"PK\x03\x04\x00\x00\x00\x00\xff\xfe\x00\x01"),
        ("bad.xyz", b"The stadium seats 41,000."),
        ("bad.txt", b"The stadium seats 41,000. " * 100),
    ],
    ids=["empty", "no text", "no reader", "too large"],
)
def test_one_unreadable_file_leaves_the_others(sources: Path, name: str, content: bytes) -> None:
    (sources / name).write_bytes(content)
    report = pipeline.check(["sources"], settings=Settings(max_bytes=1000))
    assert [skipped.path for skipped in report.skipped] == [f"sources/{name}"]
    assert report.skipped[0].reason
    assert [d.path for d in report.documents] == ["sources/1.md", "sources/2.md"]
    assert len(report.findings) == 1


def test_a_missing_path_is_skipped_and_said(sources: Path) -> None:
    report = pipeline.check(["sources", "nowhere"])
    assert [skipped.path for skipped in report.skipped] == ["nowhere"]
    assert len(report.documents) == 2


def test_reading_one_file_says_why_it_failed_whatever_else_is_wrong(sources: Path) -> None:
    (sources / "sources.json").write_text("{", encoding="utf-8")
    (sources / "empty.txt").touch()
    assert pipeline.read("sources/empty.txt") == Skipped("sources/empty.txt", "empty; there is nothing to check")
    assert isinstance(pipeline.read("sources/1.md"), Document)


def test_a_draft_is_read_after_the_sources(sources: Path) -> None:
    Path("draft.md").write_text(TIMES.text, encoding="utf-8")
    report = pipeline.check(["sources"], "draft.md")
    assert [(d.id, d.role) for d in report.documents] == [("d1", "source"), ("d2", "source"), ("d3", "draft")]
    assert [claim.sides for claim in report.claims] == [(("d1.1", "d3.1"), ("d2.1",))]


def test_a_missing_draft_is_skipped_and_said(sources: Path) -> None:
    report = pipeline.check(["sources"], "draft.md")
    assert [skipped.path for skipped in report.skipped] == ["draft.md"]


def test_wrong_rules_stop_the_run(sources: Path) -> None:
    with pytest.raises(UsageError, match="nowhere: no such folder; give the folder"):
        pipeline.check(["sources"], settings=Settings(rules="nowhere"))


def test_a_folder_of_rules_is_laid_over_the_shipped_ones(sources: Path) -> None:
    rule = (
        "id: mine/seats\nkind: discrepancy\nseverity: error\nmessage: 'Seats: {values}'\noptions: {stance: conflict}\n"
    )
    Path("house/mine").mkdir(parents=True)
    Path("house/mine/seats.yaml").write_text(rule, encoding="utf-8")
    report = pipeline.check(["sources"], settings=Settings(rules="house"))
    assert [(f.severity, f.rule) for f in report.findings] == [
        ("error", "mine/seats"),
        ("warning", "discrepancy/conflict"),
    ]
    assert report.findings[0].message == "Seats: 41,000 against 38,000"


def test_figures_gives_dropped_numbers_with_their_document(sources: Path) -> None:
    (sources / "3.md").write_text("They drove down Route 6 for 40 miles.\n", encoding="utf-8")
    found = pipeline.figures(["sources"])
    assert [f.text for f in found.figures if f.document == "d3"] == ["40"]
    assert [(document, dropped.text) for document, dropped in found.dropped] == [("d3", "6")]
    assert found.dropped[0][1].reason


def test_nothing_makes_an_empty_report(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nothing is counted here.\n", encoding="utf-8")
    report = pipeline.check([str(tmp_path)])
    assert (len(report.documents), report.figures, report.claims, report.findings) == (1, (), (), ())


def checked_in_a_process(folder: Path, seed: str) -> bytes:
    """The JSON report as another process prints it."""
    code = "from factcheck import pipeline; print(pipeline.render(pipeline.check(['sources']), 'json'))"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout


def test_the_same_input_gives_the_same_bytes(sources: Path) -> None:
    here = pipeline.render(pipeline.check(["sources"]), "json")
    assert isinstance(here, str)
    assert pipeline.render(pipeline.check(["sources"]), "json") == here
    assert {checked_in_a_process(Path.cwd(), seed) for seed in ("1", "2")} == {(here + "\n").encode()}


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a draft is one file, this is a folder"):
        pipeline.check([str(tmp_path)], str(tmp_path))


@pytest.mark.parametrize(("name", "comment"), [("draft.md", "<!-- {} -->"), ("draft.txt", "[{}]")])
def test_a_comment_counts_while_a_draft_is_written(sources: Path, name: str, comment: str) -> None:
    read = pipeline.read_sources(["sources"], name)
    said = "The stadium in Port Elsin seats 47,000 spectators."
    assert pipeline.check_text(said, name, read).standing()
    ignored = f"{said} {comment.format('factcheck: ignore draft: the club said so')}"
    report = pipeline.check_text(ignored, name, read)
    assert report.suppressions
    assert [f for f in report.standing() if f.rule.startswith("draft/")] == []
