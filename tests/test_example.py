"""The worked example: its committed report is current, and holds what its documents were written to show."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path("reports/border-buildup")
WIRE, GAZETTE, POST, DRAFT = "continental-wire.txt", "harbour-gazette.txt", "meridian-post.txt", "draft.md"


@dataclass(frozen=True, slots=True)
class Run:
    """The check of the example: exit status, what it printed, where it wrote, and the JSON report read back."""

    status: int
    printed: str
    folder: Path
    report: Mapping[str, Any]

    def covering(self, document: str, quote: str) -> set[str]:
        """The ids of the figures that share a character with `quote`, which stands once in the document."""
        path = next(d["path"] for d in self.report["documents"] if Path(d["path"]).name == document)
        text = (ROOT / path).read_bytes().decode("utf-8")
        assert text.count(quote) == 1, f"{quote!r} stands {text.count(quote)} times in {document}"
        start = text.index(quote)
        ours = (f for f in self.report["figures"] if self.name(f["document"]) == document)
        return {f["id"] for f in ours if f["start"] < start + len(quote) and start < f["end"]}

    def figure(self, document: str, quote: str) -> str:
        """The id of the only figure in `quote`."""
        found = self.covering(document, quote)
        assert len(found) == 1, f"{document}: {quote!r} holds {len(found)} figures"
        return found.pop()

    def name(self, document_id: str) -> str:
        """The file name of a document."""
        return next(Path(d["path"]).name for d in self.report["documents"] if d["id"] == document_id)

    def warnings(self) -> Iterator[Mapping[str, Any]]:
        """The findings that close a gate."""
        return (f for f in self.report["findings"] if f["severity"] in ("warning", "error"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("example")
    formats = ["--format=terminal", f"--format=html={folder}/report.html", f"--format=json={folder}/report.json"]
    command = ["check", f"{EXAMPLE}/sources", "--draft", f"{EXAMPLE}/draft.md", *formats]
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *command], cwd=ROOT, check=False, stdout=subprocess.PIPE, encoding="utf-8"
    )
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Run(done.returncode, done.stdout, folder, report)


@pytest.mark.parametrize("name", ["report.html", "report.json"])
def test_the_committed_report_is_current(run: Run, name: str) -> None:
    assert (ROOT / EXAMPLE / name).read_bytes() == (run.folder / name).read_bytes(), "run `make report`"


def test_the_readme_shows_what_the_check_prints(run: Run) -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert shown.strip()
    assert run.printed.startswith(shown), "paste the start of what `make report` prints into README.md"


def test_the_gate_closes_and_nothing_was_skipped(run: Run) -> None:
    assert run.status == 1
    assert run.report["skipped"] == []


def test_the_troops_are_the_only_warning_and_have_two_sides(run: Run) -> None:
    sides = [{frozenset(side) for side in finding["sides"]} for finding in run.warnings()]
    hundred_thousand = {
        run.figure(WIRE, "100,000 Russian troops"),
        run.figure(GAZETTE, "100,000-plus Russian troops"),
    }
    hundred_thirty = {run.figure(POST, "130,000 troops"), run.figure(DRAFT, "130,000 troops")}
    assert sides == [{frozenset(hundred_thousand), frozenset(hundred_thirty)}]


def test_the_troops_in_the_neighbouring_country_are_another_claim(run: Run) -> None:
    apart = {run.figure(WIRE, "30,000 Russian combat troops"), run.figure(DRAFT, "30,000 Russian combat troops")}
    massed = run.figure(POST, "130,000 troops")
    together = [set(claim["figures"]) for claim in run.report["claims"] if massed in claim["figures"]]
    assert len(together) == 1
    assert not apart & together[0]
    assert not any(apart & set(side) for finding in run.report["findings"] for side in finding["sides"])


AGREEMENTS = {
    "percent": [(POST, "40 percent"), (WIRE, "40 per cent"), (DRAFT, "40 percent")],
    "money": [(WIRE, "$117.5 billion"), (GAZETTE, "$117.5bn"), (DRAFT, "$117.5 billion")],
    "measure in two units": [
        (POST, "260 kilometres"),
        (POST, "160 miles"),
        (GAZETTE, "160 miles"),
        (DRAFT, "260 kilometres"),
    ],
    "volume, per year or not": [(WIRE, "10 billion cubic"), (GAZETTE, "10 bcm"), (DRAFT, "10 billion cubic")],
    "duration": [(POST, "30 years"), (WIRE, "30 years"), (DRAFT, "30 years")],
    "age": [(POST, "69"), (GAZETTE, "69")],
    "clock time": [(POST, "8 p.m."), (WIRE, "20:00")],
    "count in words and digits": [(POST, "fifteen"), (WIRE, "15 agreements"), (DRAFT, "15 agreements")],
    "date by weekday and tomorrow": [(POST, "tomorrow"), (WIRE, "Friday"), (GAZETTE, "4 February"), (DRAFT, "Friday")],
    "date a day later": [(WIRE, "a day later"), (GAZETTE, "15 February"), (DRAFT, "15 February")],
    "date next week": [(WIRE, "on Monday"), (GAZETTE, "7 February"), (DRAFT, "tomorrow")],
    "date last week": [(POST, "On Monday"), (GAZETTE, "31 January")],
}


@pytest.mark.parametrize("places", AGREEMENTS.values(), ids=AGREEMENTS.keys())
def test_what_agrees_is_one_claim_that_agrees(run: Run, places: list[tuple[str, str]]) -> None:
    figures = {run.figure(document, quote) for document, quote in places}
    claims = [claim for claim in run.report["claims"] if figures <= set(claim["figures"])]
    assert [claim["stance"] for claim in claims] == ["agree"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (POST, "Nord Stream 2"),
        (POST, "Power of Siberia 2"),
        (POST, "G7"),
        (POST, "Boeing 737"),
        (WIRE, "Nord Stream 2"),
        (WIRE, "Power of Siberia 2"),
        (WIRE, "Russia-24"),
        (GAZETTE, "Route 6"),
        (GAZETTE, "G7"),
        (GAZETTE, "Nord Stream 2"),
        (DRAFT, "Nord Stream 2"),
    ],
)
def test_a_number_in_a_name_is_no_figure(run: Run, document: str, name: str) -> None:
    assert run.covering(document, name) == set()
