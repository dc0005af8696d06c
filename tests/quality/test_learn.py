"""Learning the weights: from labelled pairs to numbers of the right sign; wrong usage is told."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="learning needs the dev extra")

from factcheck.claims import grouping
from factcheck.claims.rarity import Rarities
from factcheck.lexicon import shipped_rules
from tests.claims.builders import mentions
from tests.quality import learn
from tests.quality.clusters import Cluster

LINES = (
    "The fire killed {} people.",
    "The fire hurt {} people.",
    "The dam is {} metres high.",
    "Some {} wells leaked.",
)
ANSWERS = ((14, 14), (30, 31), (84, 84), (40, 47))


def cluster() -> Cluster:
    """Two reports whose lines speak of the same things, in order, with equal and with different numbers."""
    texts = (line.format(pair[side]) for side, (line, pair) in product((0, 1), zip(LINES, ANSWERS, strict=True)))
    ready = mentions(*texts)
    labels: list[str | None] = [f"C{n % len(LINES)}" for n in range(len(ready))]
    rarities = Rarities.of(ready)
    pairs = dict(grouping.compared(ready, rarities))
    figures, documents = tuple(m.figure for m in ready), tuple(m.document for m in ready)
    return Cluster("made", Path("gold.json"), documents, figures, ready, pairs, labels, rarities.kindred.meeting)


def test_what_is_alike_speaks_for_a_pair_and_what_differs_against_it() -> None:
    learned = learn.fit([cluster()])
    table = learned.tables["pair"]["default"]
    assert table["window_alike"] > 0
    assert all(table[name] <= 0 for name in learn.AGAINST if name in table)
    assert all(table[name] >= 0 for name in table if name not in learn.AGAINST | learn.FREE)


def test_the_shipped_thresholds_are_those_of_the_script() -> None:
    """Else a new fit would move them unseen."""
    written = (shipped_rules() / "matching.yaml").read_text(encoding="utf-8")
    limits = ", ".join(f"{name}: {value:g}" for name, value in {**learn.THRESHOLDS, **learn.DRAFTS}.items())
    assert f"thresholds: {{{limits}}}" in written


def test_a_wrong_option_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert learn.main(["--wrong"]) == 2
    assert capsys.readouterr().err
