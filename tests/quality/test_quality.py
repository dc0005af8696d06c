"""The gate on measured quality: what is read of the measuring script, and when it closes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quality import quality
from tests.quality.quality import Bar, compare, parse, report


@pytest.mark.parametrize(
    ("output", "figures"),
    [
        ("troops 1.000  alarms 0.000\n", {"troops": 1.0, "alarms": 0.0}),
        ("found 0.512  findings_f1 0.200\n", {"found": 0.512, "findings_f1": 0.2}),
        ("other warnings: []\nfalls short: troops 0.000, asked at least 1\ntroops 0.000\n", {"troops": 0.0}),
        ("cold -1\n\n  \n", {"cold": -1.0}),
        ("", {}),
        ("\n", {}),
        ("no JSON report for seeds: exit 2\n", {}),
        ("troops 1.000  alarms 0.000\nTraceback: it broke after the figures\n", {}),
        ("troops one\n", {}),
        ("troops\n", {}),
    ],
)
def test_the_last_line_is_read(output: str, figures: dict[str, float]) -> None:
    assert parse(output) == figures


@pytest.mark.parametrize(
    ("metric", "measured", "bound", "holds"),
    [
        ("growth", 12.0, 12, True),
        ("growth", 12.1, 12, False),
        ("seconds", 61.0, 60, False),
        ("memory", 2001.0, 2000, False),
        ("found", 0.5, 0.4, True),
        ("found", 0.4, 0.4, True),
        ("found", 0.399, 0.4, False),
        ("alarms", 0.4, 0.5, True),
        ("alarms", 0.5, 0.5, True),
        ("alarms", 0.501, 0.5, False),
        ("names", 13.0, 12, False),
        ("right_flagged", 0.2, 0.1, False),
        ("cold", 2.6, 2.5, False),
        ("found", None, 0.0, False),
        ("names", None, 1000, False),
        ("found", 0.0, None, True),
    ],
)
def test_floors_and_ceilings(metric: str, measured: float | None, bound: float | None, holds: bool) -> None:
    assert Bar("figures", metric, measured, bound).holds is holds


def test_a_metric_is_compared_whether_it_was_measured_or_only_asked_for() -> None:
    bars = compare("seeds", {"troops": 1.0, "extra": 3.0}, {"troops": 1, "alarms": 0})
    assert bars == [
        Bar("seeds", "troops", 1.0, 1),
        Bar("seeds", "extra", 3.0, None),
        Bar("seeds", "alarms", None, 0),
    ]


def test_each_figure_that_falls_short_has_its_own_line() -> None:
    text = report([Bar("seeds", "troops", 0.0, 1), Bar("seeds", "alarms", None, 0), Bar("figures", "all", 0.61, 0.6)])
    assert [line for line in text.splitlines() if line.startswith("falls short")] == [
        "falls short: seeds troops: 0.000, asked at least 1",
        "falls short: seeds alarms: missing, asked at most 0",
    ]


@pytest.mark.parametrize(
    ("arguments", "measured", "status", "parts"),
    [
        ([], {"troops": 1.0, "alarms": 0.0}, 0, ["seeds", "figures", "specs", "clusters", "draft"]),
        (
            ["--bench"],
            {"troops": 1.0, "alarms": 0.0},
            0,
            ["seeds", "figures", "specs", "clusters", "draft", "speed", "scale", "archived", "reading", "reviewing"],
        ),
        ([], {"troops": 0.0, "alarms": 0.0}, 1, ["seeds", "figures", "specs", "clusters", "draft"]),
        ([], {}, 1, ["seeds", "figures", "specs", "clusters", "draft"]),
        (["--fast"], {"troops": 1.0, "alarms": 0.0}, 2, []),
    ],
)
def test_exit_status(
    arguments: list[str],
    measured: dict[str, float],
    status: int,
    parts: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[seeds]\ntroops = 1\nalarms = 0\n", encoding="utf-8")
    asked: list[str] = []

    def fake(part: str) -> dict[str, float]:
        asked.append(part)
        return measured

    monkeypatch.setattr(quality, "FLOORS", floors)
    monkeypatch.setattr(quality, "MEASURE", floors)
    monkeypatch.setattr(quality, "measure", fake)
    assert quality.main(arguments) == status
    assert asked == parts


def test_without_labelled_data_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "MEASURE", tmp_path / "absent.py")
    assert quality.main([]) == 0
    assert capsys.readouterr().out == "quality: not measured, there is no labelled data in ../shared\n"


def test_growth_reading_and_reviewing_are_measured_without_labelled_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def fake(part: str) -> dict[str, float]:
        asked.append(part)
        return dict(tomllib.loads(quality.FLOORS.read_text(encoding="utf-8"))[part])

    monkeypatch.setattr(quality, "MEASURE", tmp_path / "absent.py")
    monkeypatch.setattr(quality, "measure", fake)
    assert quality.main(["--bench"]) == 0
    assert asked == ["scale", "archived", "reading", "reviewing"]


def test_a_script_that_fails_measures_nothing_and_is_quoted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "broken.py"
    script.write_text("import sys\nsys.exit('no report for ' + sys.argv[1])\n", encoding="utf-8")
    monkeypatch.setattr(quality, "MEASURE", script)
    assert quality.measure("seeds") == {}
    assert capsys.readouterr().err == "seeds: no figures, exit 1\nno report for seeds\n\n"


def test_every_bound_in_the_floors_is_of_a_measured_part() -> None:
    floors = tomllib.loads(quality.FLOORS.read_text(encoding="utf-8"))
    assert set(floors) == set(quality.BENCH_PARTS)
    assert all(isinstance(bound, (int, float)) for part in floors.values() for bound in part.values())
