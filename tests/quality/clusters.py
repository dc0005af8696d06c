"""Labelled clusters of news as the learning reads them: their figures, and the claim that each is labelled with."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import documents
from factcheck import figures as extraction
from factcheck.claims import grouping
from factcheck.claims.kindred import Meeting
from factcheck.claims.mentions import Mention, mentions
from factcheck.claims.rarity import Rarities
from factcheck.model import Document, Figure

SHARED = Path(__file__).resolve().parents[3] / "shared"
CLUSTERS = SHARED / "corpus" / "news-clusters"


@dataclass(frozen=True)
class Cluster:
    """A labelled cluster, read once: its figures as mentions, the evidence on its pairs, the labelled claim of each."""

    name: str
    gold: Path
    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    ready: list[Mention]
    pairs: dict[tuple[int, int], dict[str, float]]
    labels: list[str | None]
    meeting: Meeting

    def same(self, a: int, b: int) -> bool:
        """Whether two figures are labelled as one claim."""
        return self.labels[a] is not None and self.labels[a] == self.labels[b]

    def dimension(self, n: int) -> str:
        return self.ready[n].dimension.split(":", maxsplit=1)[0]


def read(gold: Path) -> Cluster:
    """One cluster; its documents are copied, so that the labels do not lie beside them."""
    with tempfile.TemporaryDirectory() as scratch:
        manifest = json.loads((gold.parent / "cluster.json").read_text(encoding="utf-8"))
        for entry in manifest["documents"]:
            (Path(scratch) / entry["document"]).write_bytes((gold.parent / entry["document"]).read_bytes())
        (Path(scratch) / "sources.json").write_text(json.dumps(manifest), encoding="utf-8")
        texts, _ = documents.collect([scratch])
    found = tuple(f for e in extraction.extract(texts) for f in e.figures)
    ready = mentions(found, texts)
    rarities = Rarities.of(ready)
    pairs = dict(grouping.compared(ready, rarities))
    return Cluster(
        gold.parent.name, gold, texts, found, ready, pairs, _labels(gold, texts, found), rarities.kindred.meeting
    )


def _labels(gold: Path, texts: Sequence[Document], found: Sequence[Figure]) -> list[str | None]:
    """The labelled claim of each figure: that of the labelled figure which it overlaps most."""
    names = {d.id: Path(d.path).name for d in texts}
    labelled = json.loads(gold.read_text(encoding="utf-8"))["figures"]
    best: dict[int, tuple[int, int]] = {}
    for n, figure in enumerate(found):
        for k, label in enumerate(labelled):
            if label["doc"] == names[figure.document]:
                overlap = min(figure.span.end, label["end"]) - max(figure.span.start, label["start"])
                if overlap > best.get(k, (0, 0))[0]:
                    best[k] = (overlap, n)
    claim_of = {n: labelled[k]["claim"] for k, (_, n) in best.items()}
    return [claim_of.get(n) for n in range(len(found))]
