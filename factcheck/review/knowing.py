"""What decisions do in the texts as they are now: what they settle and steer, and which of them have lapsed.

A decision holds as long as none of its figures has changed; a further source that says one of the values changes
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from factcheck.model import BY_TIME, SETTLING, Decision, Figure, Finding, Notice, Report, Steering, Stood, by_id
from factcheck.review.known import Known, Now, Value, value


@dataclass(frozen=True, slots=True)
class Laid:
    """Decisions laid over a report: those that hold and what became of others, by the ids of findings."""

    decisions: dict[str, Decision] = field(default_factory=dict)
    lapsed: dict[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def stood(finding: Finding, report: Report, beside: Sequence[str] = ()) -> tuple[tuple[Stood, ...], ...]:
    """The figures of a finding as they stand, by side; `beside` are further ones (ids), a side of their own."""
    known, figures = Known((), report.documents), by_id(report.figures)
    sides = [*(finding.sides or ((finding.primary,),)), *([tuple(beside)] if beside else [])]
    return tuple(tuple(known.stood(figures[name]) for name in side) for side in sides if side)


def steering(decisions: Sequence[Decision], known: Known) -> Steering:
    """What editors said of figures, for those that are known again; of two who disagree the later one counts."""
    said: dict[tuple[str, str], bool] = {}
    for decision in sorted(decisions, key=BY_TIME):
        if decision.verdict not in ("different_things", "same_thing"):
            continue
        now, together = known.now(decision), decision.verdict == "same_thing"
        if not now.changed:
            said |= dict.fromkeys(_together(now) if together else _apart(now), together)
    return Steering(
        frozenset(pair for pair, together in said.items() if not together),
        frozenset(pair for pair, together in said.items() if together),
    )


class _Findings:
    """The findings of a report, to be asked for those that some figures are in."""

    def __init__(self, report: Report) -> None:
        self.by_fingerprint = {f.fingerprint: f for f in report.findings}
        self._figures = by_id(report.figures)
        self._with: dict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            for figure in finding.figures:
                self._with[figure].append(finding)

    def touched(self, figures: Iterable[str], rule: str | None = None) -> list[Finding]:
        """The findings, or those of a rule, that hold one of some figures, each once."""
        found = {f.id: f for figure in figures for f in self._with.get(figure, ()) if rule in (None, f.rule)}
        return list(found.values())

    def within(self, finding: Finding, values: set[Value]) -> bool:
        """Whether a finding gives no other values."""
        return all(value(self._figures[figure]) in values for figure in finding.figures)


def laid(decisions: Sequence[Decision], report: Report, known: Known) -> Laid:
    """The decisions that hold in a report, those that have lapsed, and what is to be said of them.

    `known` are the report's figures; what was looked up of them before is not looked up again.
    """
    over, found = _Findings(report), Laid()
    others: list[tuple[Decision, Now]] = []
    for decision in sorted(decisions, key=BY_TIME):
        now, finding = known.now(decision), over.by_fingerprint.get(decision.fingerprint)
        if finding and all(now.sides):
            found.decisions[finding.id] = decision
        else:
            others.append((decision, now))
    notices = [_followed(decision, now, over, found, known) for decision, now in others]
    return replace(found, notices=tuple(notice for notice in notices if notice))


def _followed(decision: Decision, now: Now, over: _Findings, found: Laid, known: Known) -> Notice | None:
    """Lay a decision over what has become of its finding: it is carried on, or it has lapsed, which is to be said."""
    if not (now.changed or now.elsewhere):
        found.decisions.update(_carried(decision, now, over, found))
        return None
    told, otherwise = _lapsed(decision, now), [figure for _, figure in (*now.changed, *now.elsewhere)]
    touched = [
        *over.touched({*now.figures, *(figure.id for figure in otherwise)}, decision.rule),
        *over.touched(figure.id for _, figure in now.changed),  # another rule may find what it says now
    ]
    about = [finding.id for finding in touched if finding.id not in found.decisions]
    found.lapsed.update(dict.fromkeys(about, told))
    weighs = now.changed and decision.verdict in (*SETTLING, "same_thing")
    return _notice(told, otherwise[0], known) if about or weighs else None


def _carried(decision: Decision, now: Now, over: _Findings, found: Laid) -> dict[str, Decision]:
    """Findings that say nothing that the decision was not about: the same values, with more or fewer sources."""
    values = {value(stood) for side in decision.sides for stood in side}
    return {
        finding.id: replace(decision, fingerprint=finding.fingerprint)
        for finding in over.touched(now.figures, decision.rule)
        if finding.id not in found.decisions
        and sum(not now.figures.isdisjoint(side) for side in finding.sides) >= min(2, len(finding.sides))
        and over.within(finding, values)
    }


def _lapsed(decision: Decision, now: Now) -> str:
    changes = [f"“{stood.text}” is now “{' '.join(figure.text.split())}”" for stood, figure in now.changed]
    changes += [f"“{stood.text}” stands in another sentence" for stood, _ in now.elsewhere]
    what = decision.verdict.replace("_", " ")
    reason = f": {decision.reason}" if decision.reason else ""
    return f"what {decision.editor} decided ({what}{reason}) has lapsed: {', '.join(changes)}"


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
