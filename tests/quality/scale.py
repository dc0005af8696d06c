"""How the grouping of figures grows: CPU seconds and memory for an archive (tests/quality/varied.py) of two sizes.

usage: python -m tests.quality.scale            both sizes, each in a process of its own; the last line sums them up
       python -m tests.quality.scale FIGURES    one size in this process

Only the grouping is timed, in one process; finding the figures grows with the text and is measured by `speed`. The
memory is the most that the process held, with the archive, the language model that read the example, and the claims.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import claims
from tests.quality import varied
from tests.quality.most import most

ROOT = Path(__file__).resolve().parents[2]
SIZES = (10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Run:
    """One size: what was grouped, into how many claims, in how many seconds of CPU and megabytes at most."""

    figures: int
    documents: int
    claims: int
    seconds: float
    memory: float

    @property
    def row(self) -> str:
        """The run as a line that `read` reads."""
        return f"{self.figures} {self.documents} {self.claims} {self.seconds:.3f} {self.memory:.1f}"

    @classmethod
    def read(cls, row: str) -> Run:
        """The run of a row."""
        figures, documents, found, seconds, memory = row.split()
        return cls(int(figures), int(documents), int(found), float(seconds), float(memory))


def run(size: int) -> Run:
    """Group an archive of so many figures."""
    documents, figures = varied.archive(size)
    start = time.process_time()
    found = claims.group(figures, documents)
    seconds = time.process_time() - start
    memory = most()
    return Run(len(figures), len(documents), len(found), seconds, memory)


def elsewhere(size: int) -> Run:
    """The same in a process of its own, whose memory holds nothing else."""
    command = [sys.executable, "-m", "tests.quality.scale", str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Run.read(done.stdout.splitlines()[-1])


def summary(small: Run, large: Run) -> str:
    """The figures as `quality.py` reads them: those of the large run, and how many times the small one's seconds."""
    per_size = large.seconds / small.seconds
    told = {"small": small.seconds, "seconds": large.seconds, "growth": per_size, "memory": large.memory}
    return "  ".join(f"{name} {value:.1f}" for name, value in told.items())


def main(arguments: Sequence[str]) -> int:
    """The exit status: 2 for wrong usage."""
    if len(arguments) > 1 or not all(argument.isdecimal() for argument in arguments):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    if arguments:
        sys.stdout.write(run(int(arguments[0])).row + "\n")
        return 0
    runs = [elsewhere(size) for size in SIZES]
    for one in runs:
        sys.stdout.write(
            f"{one.figures} figures of {one.documents} documents: {one.claims} claims, "
            f"{one.seconds:.1f} s CPU, {one.memory:.0f} MB\n"
        )
    sys.stdout.write(summary(*runs) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
