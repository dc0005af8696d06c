"""Measure the program on labelled data and hold the figures against `floors.toml`.

usage: python tests/quality/quality.py [--bench]     --bench adds the speeds and the growth

The labelled data lives beside the repository (`../shared`), because its texts are not ours to publish. Where it is
absent one line says so, and only the growth, the reading and the reviewing are measured, on documents made up. Exit 1
where a figure falls under its floor or over its ceiling.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEASURE = ROOT.parent / "shared" / "tools" / "measure.py"
FLOORS = Path(__file__).with_name("floors.toml")
PARTS = ("seeds", "figures", "specs", "clusters", "draft")
UNLABELLED = ("scale", "archived", "reading", "reviewing")
"""Parts that are measured without labelled data, by a module of their own."""
BENCH_PARTS = (*PARTS, "speed", *UNLABELLED)
CEILINGS = frozenset(
    "alarms names right_flagged cold seconds growth memory of_spacy ten_times again changed saved".split()
)
"""Metrics that are to be low, beside all of the reading and the reviewing."""
FIGURES = re.compile(r"\w+ -?[\d.]+(?:  \w+ -?[\d.]+)*")


@dataclass(frozen=True, slots=True)
class Bar:
    """One metric of one part: what was measured (None: not printed) and its bound (None: not set)."""

    part: str
    metric: str
    measured: float | None
    bound: float | None

    @property
    def is_ceiling(self) -> bool:
        return self.metric in CEILINGS or self.part in ("reading", "reviewing")

    @property
    def sense(self) -> str:
        return "at most" if self.is_ceiling else "at least"

    @property
    def holds(self) -> bool:
        if self.bound is None:
            return True
        if self.measured is None:
            return False
        return self.measured <= self.bound if self.is_ceiling else self.measured >= self.bound

    @property
    def row(self) -> str:
        """The bar as a line of the table."""
        asked = "" if self.bound is None else f"  {self.sense} {self.bound:g}"
        return f"{self.part:10}{self.metric:15}{_shown(self.measured):>9}{asked}"

    @property
    def complaint(self) -> str:
        """Why the bar does not hold, in one line."""
        return f"{self.part} {self.metric}: {_shown(self.measured)}, asked {self.sense} {self.bound:g}"


def _shown(measured: float | None) -> str:
    return "missing" if measured is None else f"{measured:.3f}"


def parse(output: str) -> dict[str, float]:
    """The figures on the last printed line, "name value  name value"; empty where that line holds none."""
    lines = output.strip().splitlines()
    if not lines or not FIGURES.fullmatch(lines[-1].strip()):
        return {}
    pairs = (pair.split() for pair in lines[-1].strip().split("  "))
    return {name: float(value) for name, value in pairs}


def compare(part: str, measured: Mapping[str, float], bounds: Mapping[str, float]) -> list[Bar]:
    """One bar per metric that was measured or has a bound, the measured ones first."""
    metrics = dict.fromkeys([*measured, *bounds])
    return [Bar(part, metric, measured.get(metric), bounds.get(metric)) for metric in metrics]


def measure(part: str) -> dict[str, float]:
    """Run one part of the measuring script, or its module; what it says of a failure goes to stderr."""
    script = ["-m", f"tests.quality.{part}"] if part in UNLABELLED else [str(MEASURE), part]
    done = subprocess.run([sys.executable, *script], cwd=ROOT, capture_output=True, text=True, check=False)
    measured = parse(done.stdout)
    if not measured:
        sys.stderr.write(f"{part}: no figures, exit {done.returncode}\n{done.stdout[-1000:]}{done.stderr[-1000:]}\n")
    return measured


def report(bars: Sequence[Bar]) -> str:
    """The table, and a line for each bar that does not hold."""
    complaints = [f"falls short: {bar.complaint}" for bar in bars if not bar.holds]
    return "".join(f"{line}\n" for line in (*(bar.row for bar in bars), *complaints))


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 where every bar holds or there is nothing to measure with, 2 for wrong usage."""
    if any(argument != "--bench" for argument in arguments):
        sys.stderr.write("usage: quality.py [--bench]\n")
        return 2
    parts: Sequence[str] = BENCH_PARTS if arguments else PARTS
    if not MEASURE.exists():
        sys.stdout.write("quality: not measured, there is no labelled data in ../shared\n")
        parts = [part for part in parts if part in UNLABELLED]
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    bars = [bar for part in parts for bar in compare(part, measure(part), floors.get(part, {}))]
    sys.stdout.write(report(bars))
    return 0 if all(bar.holds for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
