"""Whole events told by three to four outlets each: what is joined, what is kept apart, what is flagged.

The texts and their labels are `tests/samples/clusters/*.md`. What is known to be missed stands in tables here, with
the reason; a row that comes right is deleted from them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import pytest

from factcheck import check
from factcheck.model import Finding, Report
from tests.claims import clusters
from tests.claims.clusters import Cluster, Decoy, Label

CLUSTERS = {cluster.name: cluster for cluster in clusters.read()}
DISAGREE = ("conflict", "update")

FLOORS = {"found": 0.99, "joined": 0.48, "stance": 0.51, "right findings": 0.89}
"""The share, over all clusters, that must hold: figures found, pairs of one claim joined, claims that are joined by
half or more and have the right stance, findings that are right.
"""

UNFLAGGED: dict[str, str] = {
    "budget: the deficit as a share of output": "other words: gross domestic product, GDP, national output",
    "budget: votes against": "“84 to 61” is read as a score, “59 no” counts nothing that is named",
    "budget: the deficit in crowns (digits transposed)": "other words: “the gap comes to”, “borrow”",
    "court: money taken from clients": "other words: took, emptied the accounts of, stole",
    "court: the age of the banker": "an age between commas: only the name is shared",
    "court: how long the jury deliberated": "other words: deliberating for, out for",
    "court: day of the arrest": "too little shared: “was arrested on”, “until his arrest on”",
    "dam: year in which it was built (digits transposed)": "other words: built, finished, completed",
    "dam: deaths": "bodies that were found, people who lost their lives: no word names the dead",
    "dam: width of the gap": "other words: a gap is wide, a hole is across",
    "dam: the day of the last inspection": "“On 12 March, the county says” is read as the day of a statement",
    "dam: people missing": "other words: missing, still being looked for",
    "election: turnout (digits transposed)": "told without the word: “61.3 percent of voters went to the polls”",
    "epidemic: cases confirmed by the ministry": "“the number of confirmed cases rose to 1,386” counts no cases",
    "epidemic: share of households without safe water": "“six in ten” and “40 percent” share no word but households",
    "football: spectators (digits transposed)": "a bare number: “the 23,410 in the ground”",
    "football: the minute of the winning goal": "“the 87th minute” is no figure",
    "gas: how long the repair will take": "one sentence says what was revised and to what",
    "marathon: runners at the start": "other words: a field of 18,400, the 14,800 runners, starters",
    "marathon: by how much the course record was beaten": "other words: taking off the record, beating the old mark",
    "marathon: hour of the start": "other words: set off, the gun went off",
    "outage: the day of the fire": "other words: a fire, a transformer that burst into flames",
    "results: load factor (digits transposed)": "other figures of the sentences differ as well",
    "results: passengers": "a bare number: “9.8 million came on board”",
    "results: profit that the airline expects for the year": "other words: expects a net profit, will make",
    "storm: hour of landfall": "other words: came ashore, the clock stopped when it arrived",
    "storm: people who left their homes (a digit too many)": "other words: left their homes, evacuated",
    "strike: dockers on strike (digits transposed)": "other words: walked off the job, are out, are taking part",
    "strike: ships waiting": "other words: waiting at anchor, lay in the bay",
    "strike: share of the shift that stayed away, in two accounts": "one sentence gives what both sides say",
}
"""Claims that differ and are not flagged, and why."""

MIXED: dict[str, str] = {
    "dam: homes in the village, homes in the valley": "both were flooded, and nothing but the place tells them apart",
    "election: the seats won, the seats held before": "only the tense tells them apart: won, held",
}
"""Decoys that are taken for one claim, and why."""


@dataclass(frozen=True)
class Reading:
    """What the program makes of a cluster, by its labels."""

    cluster: Cluster
    report: Report

    @cached_property
    def label_of(self) -> dict[str, str]:
        """The label of each figure: that of the mark which it overlaps most."""
        return {figure: label for label, figures in self.held.items() for figure in figures}

    @cached_property
    def held(self) -> dict[str, list[str]]:
        """The figures of each label."""
        found: dict[str, list[str]] = {label: [] for text in self.cluster.documents for label, _ in text.marks}
        names = {Path(read.path).name: read.id for read in self.report.documents}
        for text in self.cluster.documents:
            figures = [f for f in self.report.figures if f.document == names[text.name]]
            for label, at in text.marks:
                overlaps = [(min(f.span.end, at.end) - max(f.span.start, at.start), f.id) for f in figures]
                size, best = max(overlaps, default=(0, ""))
                found[label] += [best] if size > 0 else []
        return found

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """The claim that each figure of several is in."""
        return {figure: claim.id for claim in self.report.claims for figure in claim.figures}

    def together(self, one: str, two: str) -> bool:
        """Whether one claim holds both figures."""
        return self.claim_of.get(one, one) == self.claim_of.get(two, two)

    def mixed(self, decoy: Decoy) -> bool:
        """Whether a claim holds figures of both labels."""
        return any(one != two and self.together(one, two) for one in self.held[decoy.a] for two in self.held[decoy.b])

    def subject(self, finding: Finding) -> str | None:
        """The labelled claim that a finding is right about: two of its sides hold figures of it, and so do half of all
        its figures.
        """
        sides = [Counter(self.label_of.get(figure, "") for figure in side) for side in finding.sides]
        for claim in self.cluster.claims:
            several = sum(side[claim.id] > 0 for side in sides) > 1
            members = sum(side[claim.id] for side in sides)
            if several and claim.stance != "agree" and 2 * members >= sum(map(len, finding.sides)):
                return claim.id
        return None

    def joined(self) -> Iterator[bool]:
        """For each two figures of a labelled claim, whether one claim holds them."""
        for claim in self.cluster.claims:
            yield from (self.together(one, two) for one, two in combinations(self.held[claim.id], 2))

    def stances(self) -> Iterator[bool]:
        """For each labelled claim, whether a claim that holds half its figures or more has the labelled stance."""
        for claim in self.cluster.claims:
            figures = self.held[claim.id]
            stances = [(len(set(figures) & set(c.figures)), c.stance) for c in self.report.claims]
            size, stance = max(stances, key=lambda s: s[0], default=(0, ""))
            yield size > 1 and 2 * size >= len(figures) and stance == claim.stance


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """Every cluster, checked once."""
    made = {}
    for name, cluster in CLUSTERS.items():
        folder = tmp_path_factory.mktemp(name)
        clusters.write(cluster, folder)
        made[name] = Reading(cluster, check([str(folder)]))
    return made


def rows(kind: dict[str, str], named: Sequence[tuple[Cluster, str, Label | Decoy]]) -> list[object]:
    """A row for each label or decoy; those that are known to fail are expected to, strictly."""
    assert kind.keys() <= {name for _, name, _ in named}
    return [
        pytest.param(cluster.name, what, id=name, marks=[pytest.mark.xfail(reason=kind[name])] if name in kind else [])
        for cluster, name, what in named
    ]


DIFFERING = [
    (cluster, f"{cluster.name}: {claim.statement}", claim)
    for cluster in CLUSTERS.values()
    for claim in cluster.claims
    if claim.stance in DISAGREE
]
DECOYS = [(cluster, f"{cluster.name}: {decoy.why}", decoy) for cluster in CLUSTERS.values() for decoy in cluster.decoys]


@pytest.mark.parametrize(("name", "claim"), rows(UNFLAGGED, DIFFERING))
def test_what_differs_is_flagged(name: str, claim: Label, readings: dict[str, Reading]) -> None:
    reading = readings[name]
    assert claim.id in {reading.subject(finding) for finding in reading.report.findings}


@pytest.mark.parametrize(("name", "decoy"), rows(MIXED, DECOYS))
def test_decoys_are_kept_apart(name: str, decoy: Decoy, readings: dict[str, Reading]) -> None:
    assert readings[name].held[decoy.a]
    assert readings[name].held[decoy.b]
    assert not readings[name].mixed(decoy)


def shares(readings: Sequence[Reading]) -> dict[str, float]:
    """The share of each kind that holds, over all clusters."""
    marked = sum(len(text.marks) for reading in readings for text in reading.cluster.documents)
    held = {
        "joined": [right for reading in readings for right in reading.joined()],
        "stance": [right for reading in readings for right in reading.stances()],
        "right findings": [
            reading.subject(finding) is not None for reading in readings for finding in reading.report.findings
        ],
    }
    found = sum(len(figures) for reading in readings for figures in reading.held.values())
    return {"found": found / marked} | {kind: sum(right) / len(right) for kind, right in held.items()}


@pytest.mark.parametrize("kind", FLOORS)
def test_the_share_that_holds(kind: str, readings: dict[str, Reading]) -> None:
    assert shares(list(readings.values()))[kind] >= FLOORS[kind]


CLUSTER = """# A leak

## Claims

- c1 conflict: barrels lost

## Decoys

- x1 against c1: lost, recovered

## Harbour Wire, Paris, 2024-03-06

Some {c1:300} barrels leaked.

## Ledger, 2024-03-07

Some {c1:500} barrels leaked, and {x1:90} were recovered.
"""


def test_the_format_is_read() -> None:
    leak = clusters.parse("leak", CLUSTER)
    assert (leak.title, leak.claims) == ("A leak", (Label("c1", "conflict", "barrels lost"),))
    assert leak.decoys == (Decoy("x1", "c1", "lost, recovered"),)
    first, second = leak.documents
    assert (first.outlet, str(first.published), first.text) == (
        "Harbour Wire, Paris",
        "2024-03-06",
        "Some 300 barrels leaked.\n",
    )
    assert [(label, second.text[at.start : at.end]) for label, at in second.marks] == [("c1", "500"), ("x1", "90")]
    assert clusters.gold(leak)["figures"] == [
        {"doc": "1.txt", "start": 5, "end": 8, "number": "300", "claim": "c1"},
        {"doc": "2.txt", "start": 5, "end": 8, "number": "500", "claim": "c1"},
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("# A leak", "A leak", "a title"),
        ("## Decoys", "## Traps", "## Decoys"),
        ("- c1 conflict: barrels lost", "- c1: barrels lost", "'- c1: barrels lost' is not"),
        ("c1 conflict", "c1 quarrel", "quarrel is no stance"),
        ("{c1:500}", "500", "c1 has 1 figures"),
        ("{x1:90}", "90", "x1 is marked nowhere"),
        ("{x1:90}", "{x1:90} or {x2:80}", "x2 is marked but in no list"),
        ("2024-03-07", "yesterday", "yesterday"),
    ],
)
def test_a_broken_cluster_is_told(right: str, wrong: str, told: str) -> None:
    assert right in CLUSTER
    with pytest.raises(ValueError, match=re.escape(told)):
        clusters.parse("leak", CLUSTER.replace(right, wrong, 1))
