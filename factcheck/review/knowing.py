"""Figures and findings known again: what a decision was about, found in the texts as they are now.

A figure is known again where its document still gives its value in its unit, wherever the text has moved. A decision
holds as long as none of its figures has changed; a further source that says one of the values changes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations

from factcheck.model import SETTLING, Decision, Document, Figure, Finding, Notice, Report, Steering, Stood

_ALIKE = 0.6
"""The share of their words that a sentence has in common with what has become of it."""
_KEPT = 0.75
"""The share of a sentence's words that are left in it when it was written longer, around a figure of the same thing."""
_WORD = re.compile(r"[^\W\d_]+")
_Value = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Laid:
    """Decisions laid over a report: those that hold and what became of others, by the ids of findings."""

    decisions: dict[str, Decision] = field(default_factory=dict)
    lapsed: dict[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Now:
    """A decision in the texts as they are: the ids of its figures by side, and what became of those that changed."""

    sides: tuple[frozenset[str], ...]
    changed: tuple[tuple[Stood, Figure], ...]

    @property
    def figures(self) -> frozenset[str]:
        return frozenset().union(*self.sides)


class Known:
    """The figures of a run, to be known again."""

    def __init__(self, figures: Iterable[Figure], documents: Iterable[Document]) -> None:
        self.documents = {d.id: d for d in documents}
        self._in: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._in[self.documents[figure.document].within].append(figure)

    def stood(self, figure: Figure) -> Stood:
        """A figure as it stands."""
        document = self.documents[figure.document]
        sentence = " ".join(figure.context.sentence.quote(document.text).split())
        return Stood(document.within, *_value(figure), figure.context.subject, figure.text, sentence)

    def now(self, decision: Decision) -> Now:
        """What has become of a decision's figures."""
        found = [[(stood, self._again(stood)) for stood in side] for side in decision.sides]
        lost = [stood for side in found for stood, again in side if not again]
        changed = ((stood, self._instead(stood)) for stood in lost)
        return Now(
            tuple(frozenset(f.id for _, again in side for f in again) for side in found),
            tuple((stood, figure) for stood, figure in changed if figure is not None),
        )

    def _again(self, stood: Stood) -> list[Figure]:
        """The figures that are this one: of its value, of its subject and in its sentence where several are."""
        same = [f for f in self._in[stood.document] if _value(f) == _value(stood)]
        subject = [f for f in same if f.context.subject == stood.subject] or same
        near = [(self._alike(stood, f), f) for f in subject]
        best = max((alike for alike, _ in near), default=0.0)
        return [f for alike, f in near if alike == best]

    def _instead(self, stood: Stood) -> Figure | None:
        """The figure that stands in its place with another value, behind the same words of nearly its sentence."""
        near = [f for f in self._in[stood.document] if self._follows(stood, f)]
        ahead = _words(stood.sentence.partition(stood.text)[0])
        return max(
            near,
            key=lambda f: (
                (f.kind, f.context.subject) == (stood.kind, stood.subject),
                _shared(ahead, _words(f.beside(self.documents[f.document].text)[0])),
                f.amount.unit == stood.unit,
            ),
            default=None,
        )

    def _follows(self, stood: Stood, figure: Figure) -> bool:
        """Whether a figure's sentence is what has become of the one that stood."""
        if self._alike(stood, figure) >= _ALIKE:
            return True
        same = (figure.kind, figure.amount.unit, figure.context.subject) == (stood.kind, stood.unit, stood.subject)
        before = _around(stood.sentence, stood.text)
        return same and bool(before) and len(before & self._beside(figure)) >= _KEPT * len(before)

    def _alike(self, stood: Stood, figure: Figure) -> float:
        return _shared(_around(stood.sentence, stood.text), self._beside(figure))

    def _beside(self, figure: Figure) -> frozenset[str]:
        return _around(figure.context.sentence.quote(self.documents[figure.document].text), figure.text)


def stood(finding: Finding, report: Report, beside: Sequence[str] = ()) -> tuple[tuple[Stood, ...], ...]:
    """The figures of a finding as they stand, by side; `beside` are further ones (ids), a side of their own."""
    known, figures = Known((), report.documents), {f.id: f for f in report.figures}
    sides = [*(finding.sides or ((finding.primary,),)), *([tuple(beside)] if beside else [])]
    return tuple(tuple(known.stood(figures[name]) for name in side) for side in sides if side)


def steering(decisions: Sequence[Decision], figures: Sequence[Figure], documents: Sequence[Document]) -> Steering:
    """What editors said of figures, for those that are known again; of two who disagree the later one counts."""
    known = Known(figures, documents)
    said: dict[tuple[str, str], bool] = {}
    for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
        if decision.verdict not in ("different_things", "same_thing"):
            continue
        now, together = known.now(decision), decision.verdict == "same_thing"
        if not now.changed:
            said |= dict.fromkeys(_together(now) if together else _apart(now), together)
    return Steering(
        frozenset(pair for pair, together in said.items() if not together),
        frozenset(pair for pair, together in said.items() if together),
    )


def laid(decisions: Sequence[Decision], report: Report) -> Laid:
    """The decisions that hold in a report, those that have lapsed, and what is to be said of them."""
    known = Known(report.figures, report.documents)
    by_fingerprint = {f.fingerprint: f for f in report.findings}
    found, notices = Laid(), []
    others = [d for d in decisions if d.fingerprint not in by_fingerprint]
    found.decisions.update({by_fingerprint[d.fingerprint].id: d for d in decisions if d.fingerprint in by_fingerprint})
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings if others else ():
        by_rule[finding.rule].append(finding)
    for decision in sorted(others, key=lambda d: (d.at, d.id)):
        now = known.now(decision)
        if not now.changed:
            near = (f for f in by_rule[decision.rule] if f.id not in found.decisions)
            found.decisions.update(_carried(decision, now, near, report))
            continue
        told = _lapsed(decision, now)
        about = [f for f in _about(decision, now, report.findings) if f.id not in found.decisions]
        found.lapsed.update(dict.fromkeys((f.id for f in about), told))
        if about or decision.verdict in (*SETTLING, "same_thing"):
            notices.append(_notice(told, now.changed[0][1], known))
    return replace(found, notices=tuple(notices))


def _carried(decision: Decision, now: Now, findings: Iterable[Finding], report: Report) -> dict[str, Decision]:
    """Findings that say nothing that the decision was not about: the same values, with more or fewer sources."""
    figures = {f.id: f for f in report.figures}
    values = {_value(stood) for side in decision.sides for stood in side}
    held = {}
    for finding in findings:
        touched = sum(not now.figures.isdisjoint(side) for side in finding.sides)
        if touched >= min(2, len(finding.sides)) > 0 and all(_value(figures[f]) in values for f in finding.figures):
            held[finding.id] = replace(decision, fingerprint=finding.fingerprint)
    return held


def _about(decision: Decision, now: Now, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What a lapsed decision has to do with: findings on a figure that changed, by whatever rule, or of its rule."""
    changed = frozenset(figure.id for _, figure in now.changed)
    for finding in findings:
        touched = changed | now.figures if finding.rule == decision.rule else changed
        if not touched.isdisjoint(finding.figures):
            yield finding


def _lapsed(decision: Decision, now: Now) -> str:
    changes = ", ".join(f"“{stood.text}” is now “{' '.join(figure.text.split())}”" for stood, figure in now.changed)
    what = decision.verdict.replace("_", " ")
    reason = f": {decision.reason}" if decision.reason else ""
    return f"what {decision.editor} decided ({what}{reason}) has lapsed: {changes}"


def _notice(told: str, figure: Figure, known: Known) -> Notice:
    document = known.documents[figure.document]
    line, _, column = document.place(figure.span.start).partition(":")
    return Notice("decision/lapsed", "info", document.path, int(line) if column and line.isdigit() else 0, told)


def _apart(now: Now) -> set[tuple[str, str]]:
    return {_pair(a, b) for one, two in combinations(now.sides, 2) for a in one for b in two if a != b}


def _together(now: Now) -> set[tuple[str, str]]:
    return {_pair(a, b) for a, b in combinations(sorted(now.figures), 2)}


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _value(figure: Figure | Stood) -> _Value:
    """Kind, both ends and unit."""
    if isinstance(figure, Stood):
        return figure.kind, figure.low, figure.high, figure.unit
    amount = figure.amount
    low, high = (amount.iso, amount.iso) if amount.iso else (_text(amount.value.low), _text(amount.value.high))
    return figure.kind, low, high, amount.unit


def _text(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _around(sentence: str, figure: str) -> frozenset[str]:
    """The words of a sentence but for the figure's own: "six" is no word that "seven" takes from it."""
    return _words(sentence) - _words(figure)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of their words that both have (Jaccard); 1 for two without words."""
    return len(one & two) / len(one | two) if one or two else 1.0
