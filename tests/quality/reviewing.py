"""How fast a review of many findings answers: milliseconds for its first page, a decision, an undo, a filter.

usage: python -m tests.quality.reviewing [FINDINGS]     10,000 unless given; the last line sums up

The page is asked on loopback for all that it asks for when it is opened. Where Chromium is installed the time is told
too that it takes until the finding is on the screen, and from the key that decides to the next finding; and until
the page of a report of a thousand findings is on the screen, and is filtered.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.reporting.samples import many
from tests.review.served import Answer, Served, ask, served

FINDINGS = 10_000
ROUNDS = 20
_WATCHING = """
window.shownAt = window.askedAt = 0;
addEventListener('keydown', () => { window.askedAt = performance.now(); }, true);
new MutationObserver((all) => {
  if (all.some((one) => [...one.addedNodes].some((node) => node.id === 'finding'))) window.shownAt = performance.now();
}).observe(document, {childList: true, subtree: true});
"""
"""Notes when a key was pressed and when a finding was put on the page, in milliseconds since the page was asked for."""
_FIRST = ("/", "/page.css", "/page.js", "/rows?state=open", "/finding/0")


@dataclass(frozen=True, slots=True)
class Speed:
    """What was done some times: the milliseconds of each by the clock, and of CPU (of server and asker) on average."""

    name: str
    walls: Sequence[float]
    cpu: float

    @property
    def row(self) -> str:
        """The speed as a line for people."""
        first, middle, worst = self.walls[0], statistics.median(self.walls), max(self.walls)
        cpu = f"  CPU {self.cpu:6.1f}" if self.cpu else ""
        return f"{self.name:10} first {first:6.1f}  median {middle:6.1f}  worst {worst:6.1f}{cpu} ms"


def measured(name: str, work: Callable[[int], object], rounds: int = ROUNDS) -> Speed:
    """Do something some times, with the number of the round."""
    walls, cpu = [], time.process_time()
    for n in range(rounds):
        start = time.perf_counter()
        work(n)
        walls.append(1000 * (time.perf_counter() - start))
    return Speed(name, walls, 1000 * (time.process_time() - cpu) / rounds)


class Asker:
    """A page of a review, without its browser."""

    def __init__(self, review: Served) -> None:
        self._port = review.port
        self._headers = {"Cookie": ask(review.port, f"/?token={review.token}").cookie}
        found = re.search(r'factcheck-token" content="([^"]+)', self.get("/").body)
        self._token = found[1] if found else ""

    def get(self, path: str) -> Answer:
        return _well(ask(self._port, path, headers=self._headers))

    def post(self, path: str, body: object) -> Answer:
        origin = f"http://127.0.0.1:{self._port}"
        headers = {**self._headers, "Origin": origin, "X-Factcheck-Token": self._token}
        return _well(ask(self._port, path, "POST", json.dumps(body).encode(), headers))

    def open(self, _round: int) -> None:
        """All that the page asks for when it is opened."""
        for path in _FIRST:
            self.get(path)

    def decide(self, n: int) -> None:
        self.post("/decide", {"finding": f"{n:x}", "verdict": "dismissed", "reason": "checked", "editor": "R. Editor"})

    def undo(self, _round: int) -> None:
        self.post("/undo", {"editor": "R. Editor"})


def _well(answer: Answer) -> Answer:
    if answer.status >= 400:
        raise RuntimeError(f"{answer.status}: {answer.body}")
    return answer


@contextmanager
def _review(findings: int) -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        report = many(findings)
        with served(lambda: report, Path(folder) / "decisions.sqlite") as review:
            yield review


def asked(findings: int) -> list[Speed]:
    """What the server does, asked by hand."""
    with _review(findings) as review:
        asker = Asker(review)
        return [
            measured("page", asker.open),
            measured("decision", asker.decide, min(findings, 3 * ROUNDS)),
            measured("undo", asker.undo),
            measured("filter", lambda n: asker.get(f"/rows?words=pier+{n}&state=all")),
            measured("finding", lambda n: asker.get(f"/finding/{findings * n // ROUNDS:x}")),
            measured("history", lambda _: asker.get("/history")),
        ]


def seen(findings: int) -> list[Speed]:
    """What an editor waits for in Chromium, by its own clock."""
    from tests.reporting.browser import chromium

    with _review(findings) as review, chromium() as browser:
        page = browser.new_page()
        page.add_init_script(_WATCHING)

        def shown(act: Callable[[], object], heading: str) -> float:
            act()
            page.locator("#heading", has_text=re.compile(f"^{heading}$")).wait_for()
            return float(page.evaluate("window.shownAt - window.askedAt"))

        opened = [shown(lambda: page.goto(review.address), "ships at pier 0") for _ in range(ROUNDS)]
        decided = [shown(lambda: page.keyboard.press("c"), f"ships at pier {n}") for n in range(1, ROUNDS)]
        return [Speed("opened", opened, 0.0), Speed("c to next", decided, 0.0)]


def read() -> list[Speed]:
    """What a reader of the report of a thousand findings waits for in Chromium, by its own clock."""
    from tests.reporting.browser import FILTERED, WAIT, Opener, chromium

    with (
        tempfile.TemporaryDirectory() as folder,
        chromium() as browser,
        Opener(browser, Path(folder))(many(1000)) as page,
    ):

        def reloaded() -> float:
            page.reload()
            return float(page.evaluate(f"async () => {{ await {WAIT}; return performance.now(); }}"))

        opened = [reloaded() for _ in range(5)]
        filtered = [float(page.evaluate(FILTERED, ["words", f"pier {n}"])) for n in range(ROUNDS)]
        return [Speed("report", opened, 0.0), Speed("filtered", filtered, 0.0)]


def main(arguments: Sequence[str]) -> int:
    """The exit status: 2 for wrong usage."""
    if len(arguments) > 1 or not all(argument.isdecimal() for argument in arguments):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    findings = int(arguments[0]) if arguments else FINDINGS
    speeds = asked(findings)
    shown = [*seen(findings), *read()] if shutil.which("chromium") else []
    sys.stdout.write("".join(f"{speed.row}\n" for speed in [*speeds, *shown]))
    sys.stdout.write("  ".join(f"{speed.name} {statistics.median(speed.walls):.1f}" for speed in speeds) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
