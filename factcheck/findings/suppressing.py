"""What settles findings, comments in the text and the baseline; and what of it settles nothing.

A comment counts in the draft, or in a document that is checked against itself: a source is not the writer's, and
must not be able to hide what it disagrees in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.config import Settings
from factcheck.findings import baseline
from factcheck.findings.selection import is_named, unknown
from factcheck.model import Document, Figure, Finding, Notice, Remark, Rule, Suppression

_FOREIGN = 'a comment in a source settles nothing; put it into the draft, or set comments = "all"'


@dataclass(frozen=True, slots=True)
class Run:
    """The findings of a run, with what they are found in; `known` are the ids of all rules, asked or not."""

    findings: Sequence[Finding]
    figures: Sequence[Figure]
    documents: Sequence[Document]
    rules: tuple[Rule, ...]
    known: tuple[str, ...]

    def is_own(self, document: Document, settings: Settings) -> bool:
        """Whether the comments of a document count."""
        if settings.comments != "own":
            return settings.comments == "all"
        return document.role == "draft" or len(self.documents) == 1

    def of(self, remark: Remark, document: Document) -> list[Finding]:
        """The findings that have a figure where a comment counts, whichever rule's they are."""
        there = {f.id for f in self.figures if f.document == document.id and _holds(remark, f)}
        return [f for f in self.findings if not there.isdisjoint(f.figures)]

    def could_find(self, name: str) -> bool:
        """Whether a rule of that name was asked and had all that it asks: without sources a draft agrees with all."""
        alone = not any(d.role == "source" for d in self.documents) or len(self.documents) == 1
        asked = [rule for rule in self.rules if is_named(rule.id, [name])]
        return any(not (alone and rule.kind in baseline.COMPARING) for rule in asked)


def settled(run: Run, settings: Settings) -> tuple[tuple[Suppression, ...], tuple[Notice, ...]]:
    """What settles findings of a run, in the order of the findings, and what settles none."""
    told = [pair for document in run.documents for pair in _remarked(run, document, settings)]
    found = {s.finding: s for s in reversed([part for part in told if isinstance(part, Suppression)])}
    notices = [part for part in told if isinstance(part, Notice)]
    if settings.baseline:
        known = baseline.load(settings.baseline)
        for finding in run.findings:
            if finding.fingerprint in known:
                found.setdefault(finding.id, Suppression(finding.id, "baseline", "", settings.baseline))
        notices += _gone(run, tuple(known.values()), settings)
    order = {f.id: n for n, f in enumerate(run.findings)} if found else {}
    return tuple(sorted(found.values(), key=lambda s: order[s.finding])), wanted(notices, settings)


def wanted(notices: Iterable[Notice], settings: Settings) -> tuple[Notice, ...]:
    """The notices that no setting leaves out."""
    return tuple(n for n in notices if not is_named(n.rule, settings.ignore))


def _remarked(run: Run, document: Document, settings: Settings) -> Iterator[Suppression | Notice]:
    """What the comments of a document settle, and what is to say of those that settle nothing."""
    ignored = settings.ignored_in(document.path)
    for remark in document.remarks:
        for part in _of_remark(run, remark, document, settings):
            if isinstance(part, Suppression) or not is_named(part.rule, ignored):
                yield part


def _of_remark(run: Run, remark: Remark, document: Document, settings: Settings) -> Iterator[Suppression | Notice]:
    written = (document.path, remark.line)
    if fault := _fault(remark, run.known):
        yield Notice("ignore/wrong", "warning", *written, f"this comment settles nothing: {fault}")
        return
    if not run.is_own(document, settings):
        yield Notice("ignore/foreign", "info", *written, _FOREIGN)
        return
    there = run.of(remark, document)
    for name in remark.rules:
        found = [f for f in there if is_named(f.rule, [name])]
        yield from (Suppression(f.id, "comment", remark.reason, _place(*written)) for f in found)
        if not found and run.could_find(name):
            told = f"this comment settles nothing: no finding of {name} is there; take it out"
            yield Notice("ignore/unused", "info", *written, told)


def _place(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path


def _fault(remark: Remark, known: Sequence[str]) -> str | None:
    if not remark.rules:
        return "it names no rule; write “factcheck: ignore RULE: reason”"
    for name in remark.rules:
        if hint := unknown(name, known):
            return f"{name!r} is no rule; {hint}"
    if not remark.reason:
        return f"it gives no reason; write “factcheck: ignore {', '.join(remark.rules)}: reason”"
    return None


def _gone(run: Run, known: Sequence[baseline.Entry], settings: Settings) -> Iterator[Notice]:
    gone = baseline.gone(known, run.findings, run.documents, run.rules)
    if gone:
        what = "1 finding is" if len(gone) == 1 else f"{len(gone)} findings are"
        message = f"{what} no longer there; `factcheck baseline --prune` takes out what is gone"
        yield Notice("baseline/gone", "info", str(settings.baseline), 0, message)


def _holds(remark: Remark, figure: Figure) -> bool:
    return remark.span is None or remark.span.overlaps(figure.span)
