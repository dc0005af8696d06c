from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from factcheck.model import Report
from factcheck.reporting import render
from tests.reporting.samples import CLEAN, COST, FULL, NOTHING, hostile

COMPILERS = re.compile(r"\S+:\d+:\d+: (?:error|warning|info): .* \[\S+\]$")
ANSI = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("width", [40, 57, 80, 200])
@pytest.mark.parametrize("report", [FULL, hostile("w" * 300)], ids=["full", "long words"])
def test_no_line_is_wider_than_the_terminal_but_the_one_that_programs_read(width: int, report: Report) -> None:
    lines = [line for line in render(report, "terminal", width=width).splitlines() if not COMPILERS.match(line)]
    assert max(map(cell_len, lines)) <= width


def test_a_terminal_too_narrow_gets_40_columns() -> None:
    assert render(FULL, "terminal", width=3) == render(FULL, "terminal", width=40)


def test_the_number_is_bold_in_color_and_in_brackets_without() -> None:
    assert "Some [130,000] people" in render(FULL, "terminal")
    assert "Some \x1b[1m130,000\x1b[0m people" in render(FULL, "terminal", color=True)


def test_color_only_adds_styles() -> None:
    plain = ANSI.sub("", render(FULL, "terminal", color=True))
    assert "\x1b" not in plain
    assert re.sub(r"\s|\[|\]", "", plain) == re.sub(r"\s|\[|\]", "", render(FULL, "terminal"))


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (FULL, "1 error and 1 warning; 1 more settled."),
        (CLEAN, "No discrepancies: 13 figures, 1 claim compared."),
        (NOTHING, "Nothing was checked."),
        (FULL, "4 documents, 131 words, 13 figures, 4 claims, 1 skipped"),
        (FULL, "1 document has no publication date: sources/wire.txt"),
        (FULL, "Settled: 1 finding; --all shows it"),
        (FULL, "    dismissed by R. Editor: five stalls sold both"),
        (FULL, "sources/ledger.txt:2:26: error: Sources date this differently. [discrepancy.date]"),
        (FULL, "  day on which the lighthouse opened (c2)"),
        (FULL, "  info  25 of 40 stalls sold food, which leaves 15."),
    ],
)
def test_line(report: Report, line: str) -> None:
    assert line in render(report, "terminal").splitlines()


@pytest.mark.parametrize(
    ("claims", "last"), [(12, None), (13, "and 1 more; --all lists them"), (40, "and 28 more; --all lists them")]
)
def test_settled_claims_are_listed_up_to_twelve(claims: int, last: str | None) -> None:
    many = tuple(replace(COST, id=f"c{n}", statement=f"cost number {n}") for n in range(1, claims + 1))
    lines = render(replace(CLEAN, claims=many), "terminal").splitlines()
    assert sum(": cost number" in line for line in lines) == 12
    assert [line for line in lines if line.startswith("and ")] == ([last] if last else [])
    everything = render(replace(CLEAN, claims=many), "terminal", everything=True).splitlines()
    assert sum(": cost number" in line for line in everything) == claims
    assert [line for line in everything if line.startswith("and ")] == []


def test_a_settled_finding_is_shown_in_full_where_everything_is() -> None:
    lines = render(FULL, "terminal", everything=True).splitlines()
    place = "sources/harbour-times.txt:5:15"
    assert f"{place}: info: 25 of 40 stalls sold food, which leaves 15. [arithmetic.parts]" in lines
    assert "  decided: dismissed by R. Editor: five stalls sold both" in lines
    assert "Settled: 1 finding; --all shows it" not in lines


def test_markup_in_evidence_is_text() -> None:
    shown = render(hostile("[/bold] :smile:"), "terminal", width=200, everything=True)
    assert "[/bold] :smile: [5] [/bold] :smile:" in shown
