"""Our own clusters of news, `tests/samples/clusters/*.md`: invented texts whose figures carry labels.

    # What happened                                        the cluster's title
    ## Claims
    - c1 conflict: homes without power                     a claim that two or more figures speak about, and its stance
    ## Decoys
    - x1 against c1: homes in another town                 figures that are easily taken for one claim, and are not
    ## Coastline News Agency, 2024-06-09                   a document: its outlet, the day of its publication
    Fire leaves {c1:15,000} homes dark; {x1:900} in Brill  its text, the labelled figures in braces

`python -m tests.claims.clusters FOLDER` writes each cluster as a folder of plain texts with `cluster.json` (outlets and
days) and `gold.json` (the labels), the form in which labelled clusters are measured.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path

from factcheck.model import STANCES, Span

FOLDER = Path(__file__).resolve().parents[1] / "samples" / "clusters"
_CLAIM = re.compile(r"- (c\d+) (\w+): (.+)")
_DECOY = re.compile(r"- ([cx]\d+) against ([cx]\d+): (.+)")
_MARK = re.compile(r"\{([cx]\d+):([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Label:
    """A claim (`c1`) that figures of the cluster speak about: how they stand to each other, and what it is."""

    id: str
    stance: str
    statement: str


@dataclass(frozen=True, slots=True)
class Decoy:
    """Two labels whose figures are not of one thing, and what tells them apart."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document without its braces, and where the figures of each label stand in it."""

    name: str
    outlet: str
    published: date
    text: str
    marks: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents on one event, with their labels."""

    name: str
    title: str
    claims: tuple[Label, ...]
    decoys: tuple[Decoy, ...]
    documents: tuple[Text, ...]


def parse(name: str, written: str) -> Cluster:
    """A cluster from its file's text. ValueError where a line or a label does not fit the format."""
    head, *sections = re.split(r"^## (.+)\n", written, flags=re.MULTILINE)
    headings, bodies = sections[0::2], sections[1::2]
    if headings[:2] != ["Claims", "Decoys"] or not head.startswith("# "):
        raise ValueError(f"{name}: a title, ## Claims, ## Decoys and the documents are asked for, in this order")
    claims = tuple(Label(*match.groups()) for match in _lines(name, _CLAIM, bodies[0]))
    decoys = tuple(Decoy(*match.groups()) for match in _lines(name, _DECOY, bodies[1]))
    pairs = zip(headings[2:], bodies[2:], strict=True)
    texts = tuple(_document(f"{n}.txt", heading, body) for n, (heading, body) in enumerate(pairs, start=1))
    made = Cluster(name, head[2:].strip(), claims, decoys, texts)
    _complain(made)
    return made


def _lines(name: str, pattern: re.Pattern[str], body: str) -> Iterable[re.Match[str]]:
    for line in filter(None, body.splitlines()):
        match = pattern.fullmatch(line)
        if match is None:
            raise ValueError(f"{name}: {line!r} is not as {pattern.pattern!r} asks")
        yield match


def _document(name: str, heading: str, body: str) -> Text:
    outlet, _, published = heading.rpartition(", ")
    plain, *marked = _MARK.split(body.strip() + "\n")
    parts = [plain, *(part for n, part in enumerate(marked) if n % 3)]
    ends = list(accumulate(map(len, parts)))
    marks = zip(marked[0::3], map(Span, ends[0::2], ends[1::2]), strict=False)
    return Text(name, outlet, date.fromisoformat(published), "".join(parts), tuple(marks))


def _complain(cluster: Cluster) -> None:
    """Labels that stand in the text but in no list, or the other way round."""
    held = Counter(label for text in cluster.documents for label, _ in text.marks)
    claims = {claim.id for claim in cluster.claims}
    decoys = {label for decoy in cluster.decoys for label in (decoy.a, decoy.b)}
    wrong = [f"{label} is marked but in no list" for label in held.keys() - claims - decoys]
    wrong += [f"{label} has {held[label]} figures" for label in claims if held[label] < 2]
    wrong += [f"{label} is marked nowhere" for label in decoys - held.keys()]
    wrong += [f"{claim.stance} is no stance" for claim in cluster.claims if claim.stance not in STANCES]
    if wrong:
        raise ValueError(f"{cluster.name}: {'; '.join(sorted(wrong))}")


def read(folder: Path = FOLDER) -> list[Cluster]:
    """All clusters of a folder, by name."""
    return [parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))]


def write(cluster: Cluster, folder: Path) -> None:
    """The cluster as plain texts and, beside them, who published them when."""
    entries = []
    for text in cluster.documents:
        (folder / text.name).write_text(text.text, encoding="utf-8")
        entries.append({"document": text.name, "outlet": text.outlet, "published": text.published.isoformat()})
    (folder / "sources.json").write_text(json.dumps({"documents": entries}, indent=1), encoding="utf-8")


def gold(cluster: Cluster) -> dict[str, object]:
    """The labels as `gold.json` holds them; a decoy's figure that is of no claim is no labelled figure."""
    claims = [{"claim": c.id, "statement": c.statement, "stance": c.stance} for c in cluster.claims]
    figures = [
        {"doc": text.name, "start": at.start, "end": at.end, "number": text.text[at.start : at.end], "claim": label}
        for text in cluster.documents
        for label, at in text.marks
        if label.startswith("c")
    ]
    return {"claims": claims, "figures": figures}


def main(arguments: Sequence[str]) -> None:
    """Write all clusters into the folder that is named."""
    for cluster in read():
        folder = Path(arguments[0]) / cluster.name
        folder.mkdir(parents=True)
        write(cluster, folder)
        (folder / "sources.json").rename(folder / "cluster.json")
        (folder / "gold.json").write_text(json.dumps(gold(cluster), indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
