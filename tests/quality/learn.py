"""Learn the weights of `rules/matching.yaml` from labelled clusters; they stay plain numbers with names.

usage: python -m tests.quality.learn [--write]      fit on all clusters; --write puts the weights into the file
       python -m tests.quality.learn --left-out     score each cluster with weights fitted without it

A pair's weights are fitted to choices: of the figures of another document, which one, if any, speaks of
the same (a conditional logit, see factcheck/claims/alignment.py). Whether both give one value is one piece
of evidence among others, so that the many pairs that agree teach what a shared slot looks like to the few
that differ. The rivals' weights are a logistic regression on the groups of different values. Evidence
speaks for and counter-evidence against: a weight of the wrong sign is held at 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from factcheck import claims, findings
from factcheck.claims import grouping, rivals
from factcheck.claims.alignment import align
from factcheck.claims.weights import Weights
from factcheck.lexicon import shipped_rules
from factcheck.model import Report
from tests.quality.clusters import CLUSTERS, SHARED, Cluster, read

DIMENSIONS = ("count", "money", "date", "clock", "time", "age", "share", "length", "magnitude")
FREE = frozenset(("bias", "headline", "well_attested", "linked"))
"""Evidence that may speak either way."""
AGAINST = rivals.COUNTER | {"other_measure", "both_values", "contradict"}
RIVAL_EVIDENCE = (
    "aligned_best aligned_mean value_far both_values few_values well_attested window_mean same_document "
    "same_slot other_era part_whole other_event contradict"
).split()
PAIR_PENALTY, RIVAL_PENALTY = 1.0, 4.0
THRESHOLDS = {"same_value": 0.35, "other_value": 0.2, "rival_share": 0.9}
DRAFTS = {"draft_fit": 1.5, "draft_other": 2.0, "draft_margin": 1.7}

Vector = np.ndarray[Any, np.dtype[np.float64]]
Tables = dict[str, dict[str, float]]


# --- fitting ---------------------------------------------------------------------------------------------------------


def fit(clusters: Sequence[Cluster]) -> Weights:
    """The weights that the clusters teach."""
    pair = _fit_pairs(clusters)
    draft = _weights(pair, {"default": {}})
    return _weights(pair, _fit_rivals(clusters, draft))


def _weights(pair: Tables, rival: Tables) -> Weights:
    same, other, share = THRESHOLDS.values()
    return Weights({"pair": pair, "rivals": rival}, same, other, share)


def _columns(evidence: Sequence[str], own: Sequence[str]) -> list[tuple[str, str]]:
    """(dimension, piece of evidence) of each weight; `own` are the pieces that each dimension weighs for itself."""
    return [*(("default", name) for name in evidence), *((d, name) for d in DIMENSIONS for name in own)]


def _row(found: Mapping[str, float], dimension: str, columns: Sequence[tuple[str, str]]) -> list[float]:
    given = {**found, "bias": 1.0}
    return [given[name] if of in ("default", dimension) else 0.0 for of, name in columns]


def _bounds(columns: Sequence[tuple[str, str]]) -> list[tuple[float | None, float | None]]:
    """The sign that each weight may have; a dimension's own only adds to the default."""
    signs: list[tuple[float | None, float | None]] = []
    for of, name in columns:
        free = of != "default" or name in FREE
        signs.append((None, None) if free else (None, 0.0) if name in AGAINST else (0.0, None))
    return signs


def _tables(columns: Sequence[tuple[str, str]], weights: Vector) -> Tables:
    """The weights as tables; a dimension's own stand there in whole, not as what they add."""
    tables: Tables = {"default": {}}
    for (of, name), weight in zip(columns, weights, strict=True):
        whole = float(weight) + (tables["default"].get(name, 0.0) if of != "default" else 0.0)
        tables.setdefault(of, {})[name] = round(whole, 2)
    return tables


def _fit_pairs(clusters: Sequence[Cluster]) -> Tables:
    """The conditional logit of the choices: each figure among those of another document, or none."""
    names = sorted(next(iter(clusters[0].pairs.values())))
    columns = _columns([*names, "bias"], ("bias", "same_value"))
    rows, right, choices = [], [], []
    numbers: dict[tuple[str, int, str], int] = {}
    for cluster in clusters:
        for (a, b), found in cluster.pairs.items():
            rows.append(_row(found, cluster.dimension(a), columns))
            right.append(cluster.same(a, b))
            ends = ((a, cluster.ready[b].document.id), (b, cluster.ready[a].document.id))
            choices.append([numbers.setdefault((cluster.name, n, d), len(numbers)) for n, d in ends])
    x, y, of = np.array(rows), np.array(right, float), np.array(choices)
    return _tables(columns, _conditional_logit(x, y, of, len(numbers), columns))


def _conditional_logit(x: Vector, y: Vector, of: Any, size: int, columns: Sequence[tuple[str, str]]) -> Vector:  # noqa: ANN401
    """Weights that make the right choices likeliest; no choice has the score 0."""
    x = x.astype(np.float64)
    ends, twice = of.ravel(), np.repeat(y, 2)
    answered = np.bincount(ends, twice, size) > 0

    def loss(w: Vector) -> tuple[float, Vector]:
        raised = np.repeat(np.exp(np.clip(x @ w, -25, 25)), 2)
        every = 1 + np.bincount(ends, raised, size)
        good = np.where(answered, np.bincount(ends, raised * twice, size), 1.0)
        pull = raised / every[ends] - np.where(answered[ends], raised * twice / good[ends], 0.0)
        value = -np.log(good).sum() + np.log(every).sum() + PAIR_PENALTY * (w**2).sum()
        return float(value), x.T @ pull.reshape(-1, 2).sum(axis=1) + 2 * PAIR_PENALTY * w

    return _minimum(loss, len(columns), columns)


def _fit_rivals(clusters: Sequence[Cluster], draft: Weights) -> Tables:
    """The logistic regression of the groups that have different values."""
    columns = _columns([*RIVAL_EVIDENCE, "bias"], ("bias", "contradict"))
    rows, right = [], []
    for cluster in clusters:
        aligned = align(cluster.ready, cluster.pairs, draft)
        union = grouping.Union(len(cluster.ready))
        grouping.join_values(union, cluster.pairs, aligned, draft)
        groups = union.groups()
        said = {g[0]: Counter(cluster.labels[n] for n in g).most_common(1)[0][0] for g in groups}
        for (a, b), found in rivals.features(cluster.ready, cluster.pairs, aligned, groups, cluster.meeting).items():
            rows.append(_row(found, cluster.dimension(a), columns))
            right.append(said[a] is not None and said[a] == said[b])
    x, y = np.array(rows), np.array(right, float)

    def loss(w: Vector) -> tuple[float, Vector]:
        score = x @ w
        value = np.logaddexp(0, score).sum() - (y * score).sum() + RIVAL_PENALTY * (w**2).sum()
        return float(value), x.T @ (1 / (1 + np.exp(-score)) - y) + 2 * RIVAL_PENALTY * w

    return _tables(columns, _minimum(loss, len(columns), columns))


def _minimum(loss: Any, size: int, columns: Sequence[tuple[str, str]]) -> Vector:  # noqa: ANN401
    found = minimize(
        loss, np.zeros(size), jac=True, method="L-BFGS-B", bounds=_bounds(columns), options={"maxiter": 400}
    )
    return np.asarray(found.x)


# --- scoring and writing ---------------------------------------------------------------------------------------------


def score(clusters: Sequence[Cluster], weights: Sequence[Weights], *flags: str) -> str:
    """What the scorer says of the clusters, each with its own weights."""
    rules = findings.load_rules(None)
    with tempfile.TemporaryDirectory() as scratch:
        pairs = []
        for cluster, own in zip(clusters, weights, strict=True):
            grouped = claims.group(cluster.figures, cluster.documents, own)
            judged = findings.judge(grouped, cluster.figures, cluster.documents, rules)
            report = Report(cluster.documents, cluster.figures, grouped, judged)
            path = Path(scratch) / f"{cluster.name}.json"
            path.write_text(json.dumps(report.to_dict(), default=str), encoding="utf-8")
            pairs.append(f"{cluster.gold}={path}")
        command = [sys.executable, str(SHARED / "tools" / "score_claims.py"), *pairs, *flags]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def write(weights: Weights) -> None:
    """The weights into `rules/matching.yaml`, below its head."""
    path = shipped_rules() / "matching.yaml"
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    limits = ", ".join(f"{name}: {value:g}" for name, value in {**THRESHOLDS, **DRAFTS}.items())
    lines = [*head, f"thresholds: {{{limits}}}"]
    for which, tables in weights.tables.items():
        lines.append(f"{which}:")
        for dimension, own in tables.items():
            lines.append(f"  {dimension}:")
            lines += [f"    {name}: {weight:g}" for name, weight in own.items() if weight or name == "bias"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """The exit status: 2 for wrong usage or where there are no labelled clusters."""
    if not set(arguments) <= {"--write", "--left-out"} or not CLUSTERS.is_dir():
        sys.stderr.write(
            f"{__doc__}\n" if CLUSTERS.is_dir() else "learn: there are no labelled clusters in ../shared\n"
        )
        return 2
    clusters = [read(gold) for gold in sorted(CLUSTERS.glob("*/gold.json"))]
    if "--left-out" in arguments:
        weights = [fit([c for c in clusters if c is not left]) for left in clusters]
    else:
        weights = [fit(clusters)] * len(clusters)
    sys.stdout.write(score(clusters, weights))
    if "--write" in arguments:
        write(weights[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
