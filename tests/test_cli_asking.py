"""Questions about a check: what a claim rests on, what keeps two figures apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.cli import run

ONE = "The ferry fire off Tamsin killed [14] people and injured [30]. The ferry was built in [2011]."
TWO = "The ferry fire off Tamsin left [17] dead, the coast guard said on [Monday]. The island has [two] ports."


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sources, whose figures stand in brackets above."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(re.sub(r"[\[\]]", "", text), encoding="utf-8")
    return tmp_path


def place(file: str, number: str) -> str:
    """Where a figure stands, as the reports print it."""
    text = {"one.txt": ONE, "two.txt": TWO}[file]
    before = re.sub(r"[\[\]]", "", text[: text.index(f"[{number}]")])
    return f"{file}:1:{len(before) + 1}"


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = run(["check", "one.txt", "two.txt", "--quiet", *arguments])
    return status, *capsys.readouterr()


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize("claim", ["c1", place("one.txt", "14"), place("two.txt", "17")])
def test_a_claim_is_explained(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, _ = asked(capsys, "--explain", claim)
    assert status == 0
    assert printed.startswith("c1: ")
    assert "stance: conflict" in printed
    assert f"  {place('one.txt', '14')}: The ferry fire off Tamsin killed [14] people" in printed
    assert re.search(r"certainty \d+%; .*both are figures of “killed”", printed)


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        (place("one.txt", "14"), place("two.txt", "17"), "they are one claim: c1"),
        (place("one.txt", "14"), place("one.txt", "30"), "one is a figure of “killed”, the other of “injured”"),
        (place("one.txt", "2011"), place("two.txt", "Monday"), "dates no event"),
        (
            place("one.txt", "14"),
            place("two.txt", "Monday"),
            "they cannot be compared: one is a count, the other a date",
        ),
        (place("one.txt", "14"), place("two.txt", "two"), "one is of “person”, the other of “port”"),
    ],
)
def test_what_keeps_two_figures_apart(one: str, two: str, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, _ = asked(capsys, "--why-not", one, two)
    assert status == 0
    assert reason in printed


@pytest.mark.usefixtures("sources")
def test_a_figure_in_no_claim_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, said = asked(capsys, "--explain", place("two.txt", "two"))
    assert (status, said) == (0, "")
    assert "“two” is in no claim" in printed


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--explain", "c99"), "c99: there is no such claim; they go from c1 to c1"),
        (("--explain", "one.txt:9:9"), "one.txt:9:9: no figure stands there"),
        (("--why-not", place("one.txt", "14"), place("one.txt", "14")), "both name “14”; name two figures"),
        (("--why-not", "one.txt:9:9", place("one.txt", "14")), "one.txt:9:9: no figure stands there"),
    ],
)
def test_a_wrong_question_is_told_in_a_line(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, printed, said = asked(capsys, *arguments)
    assert (status, printed) == (2, "")
    assert told in said
    assert said.count("\n") == 1
