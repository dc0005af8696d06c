"""A review under way: the report, its queue of findings, and what is decided of them. Page and terminal share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import RLock

from factcheck.errors import UsageError
from factcheck.model import BY_TIME, Decision, Report, Verdict, by_id
from factcheck.review.entries import UNDATED, Entry, standing, taken_back, undoing
from factcheck.review.items import Changes, Item, Sieve
from factcheck.review.knowing import Laid, laid, stood
from factcheck.review.known import Known
from factcheck.review.store import Store

__all__ = ["NEEDS_REASON", "Changes", "Desk", "Item", "Sieve"]

NEEDS_REASON: tuple[Verdict, ...] = ("dismissed",)
_FEWEST = 2
"""Figures that can be the same thing."""


@dataclass(frozen=True, slots=True)
class _State:
    """The report of one check, with what does not change while it stands."""

    report: Report
    known: Known
    items: tuple[Item, ...]
    by_finding: dict[str, int]
    by_fingerprint: dict[str, int]

    def item(self, finding: str) -> Item:
        at = self.by_finding.get(finding, self.by_fingerprint.get(finding))
        if at is None:
            raise UsageError(f"{finding}: no such finding; the check was run again, load the list anew")
        return self.items[at]


class Desk:
    """The findings of `check()`, decided by any number of editors who share the store. Safe for threads."""

    def __init__(self, store: Store, check: Callable[[], Report]) -> None:
        self._store = store
        self._check = check
        self._lock = RLock()
        self._entries: list[Entry] = []
        self._state = _state(check())
        self.refresh()

    @property
    def report(self) -> Report:
        """The report of the last check, as it was made."""
        return self._state.report

    def refresh(self) -> bool:
        """Take in what others have decided; whether there was anything."""
        with self._lock:
            fresh = self._store.entries(len(self._entries))
            self._entries += fresh
            if fresh:
                self._decide(fresh)
            return bool(fresh)

    def items(self, sieve: Sieve | None = None) -> tuple[Item, ...]:
        """The queue, in the order of the report."""
        items = self._state.items
        return items if sieve is None else tuple(item for item in items if sieve.passes(item))

    def item(self, finding: str) -> Item:
        """The item of a finding by its id or fingerprint. UsageError where there is none."""
        return self._state.item(finding)

    def shown(self, finding: str) -> tuple[Item, Report]:
        """The same, with the report that it is of: another thread may run the check again at any moment."""
        state = self._state
        return state.item(finding), state.report

    def about(self, fingerprint: str) -> Item | None:
        """The item that a decision is of; None where the report has it no more."""
        at = self._state.by_fingerprint.get(fingerprint)
        return None if at is None else self._state.items[at]

    def progress(self) -> tuple[int, int]:
        """How many findings are decided or settled, and of how many."""
        return sum(not item.open for item in self._state.items), len(self._state.items)

    def counts(self) -> Counter[tuple[str, str]]:
        """How many findings have a severity, rule, path and state: ("severity", "error"): 3."""
        tally: Counter[tuple[str, str]] = Counter()
        for item in self._state.items:
            tally["severity", item.finding.severity] += 1
            tally["rule", item.finding.rule] += 1
            tally["path", item.path] += 1
            tally["state", "open" if item.open else "decided"] += 1
        return tally

    def decide(
        self, finding: str, verdict: Verdict, reason: str, editor: str, *, beside: Sequence[str] = ()
    ) -> Decision:
        """Write down what an editor says of a finding. `beside` are further figures that are the same thing.

        UsageError where the finding is not there, or a reason is wanted; the store's errors where it cannot be written.
        """
        item, report = self.shown(finding)
        reason, editor = " ".join(reason.split()), " ".join(editor.split())
        if not reason and verdict in NEEDS_REASON:
            raise UsageError(f"a finding is {verdict} for a reason; give one")
        if not editor:
            raise UsageError("who decides? give a name")
        sides = stood(item.finding, report, beside)
        if verdict == "same_thing" and sum(map(len, sides)) < _FEWEST:
            raise UsageError("it speaks of one figure alone; say of which other figure it is the same thing")
        return self._write(
            Entry(
                at=UNDATED,
                editor=editor,
                fingerprint=item.finding.fingerprint,
                verdict=verdict,
                reason=reason,
                rule=item.finding.rule,
                message=item.finding.message,
                sides=sides,
            )
        ).decision()

    def undo(self, editor: str, decision: str | None = None) -> Decision | None:
        """Take back a decision by its id, or the editor's latest that stands; None where there is none."""
        with self._lock:
            self.refresh()
            gone = taken_back(self._entries)
            kept = [e for e in self._entries if not e.undoes and e.id not in gone]
            mine = [e for e in kept if (e.id == decision if decision else e.editor == editor)]
            if not mine:
                return None
            last = max(mine, key=BY_TIME)
            self._write(undoing(last, editor))
            return last.decision()

    def taken_in(self, after: int = 0) -> tuple[Entry, ...]:
        """The entries that are known, or those behind the first `after`, in the order in which they came."""
        return tuple(self._entries[after:])

    def history(self) -> tuple[Entry, ...]:
        """Every entry, the latest first."""
        return tuple(sorted(self._entries, key=BY_TIME, reverse=True))

    def recheck(self) -> Changes:
        """Run the check again; what is new and what is gone since the last one. FactcheckError as a check raises it."""
        before = {item.finding.fingerprint: item for item in self._state.items}
        fresh = _state(self._check())
        with self._lock:
            self._state = fresh
            self.refresh()
            self._decide(self._entries)
        after = {item.finding.fingerprint for item in fresh.items}
        return Changes(
            tuple(item.finding for item in fresh.items if item.finding.fingerprint not in before),
            tuple(item.finding for name, item in before.items() if name not in after),
            tuple(dict.fromkeys(item.lapsed for item in self._state.items if item.lapsed)),
        )

    def _write(self, entry: Entry) -> Entry:
        with self._lock:
            written = self._store.append(entry)
            self.refresh()
            return written

    def _decide(self, fresh: Sequence[Entry]) -> None:
        """Lay what stands over the items: over those that fresh entries name, or over all where one may concern any.

        That is one of a finding that is not here: what was decided of it may hold for others, by its figures. One that
        stands again where another is taken back may be about figures that have changed since.
        """
        stands, items, known = standing(self._entries), list(self._state.items), self._state.by_fingerprint
        touched = [known.get(entry.fingerprint) for entry in fresh]
        undone = [entry.fingerprint for entry in fresh if entry.undoes]
        if None in touched or (undone and not (stands.keys() <= known.keys() - undone)):
            over = laid([entry.decision() for entry in stands.values()], self._state.report, self._state.known)
            items = [_under(item, over) for item in items]
        else:
            for n in (n for n in touched if n is not None):
                held = stands.get(items[n].finding.fingerprint)
                items[n] = replace(items[n], decision=held.decision() if held else None, lapsed="")
        self._state = replace(self._state, items=tuple(items))


def _under(item: Item, over: Laid) -> Item:
    name = item.finding.id
    return replace(item, decision=over.decisions.get(name), lapsed=over.lapsed.get(name, ""))


def _state(report: Report) -> _State:
    """The items of a report, undecided."""
    documents = by_id(report.documents)
    figures = by_id(report.figures)
    statements = {c.id: c.statement for c in report.claims}
    settled = {s.finding: s.reason or s.by for s in report.suppressions}
    items = []
    for number, finding in enumerate(report.findings, start=1):
        figure = figures[finding.primary]
        document = documents[figure.document]
        statement = finding.statement or statements.get(finding.claim or "", "")
        place = document.place(figure.span.start)
        items.append(Item(number, finding, document.path, place, statement, None, settled.get(finding.id, "")))
    by_finding = {item.finding.id: n for n, item in enumerate(items)}
    known = Known(report.figures, report.documents)
    return _State(
        report, known, tuple(items), by_finding, {item.finding.fingerprint: n for n, item in enumerate(items)}
    )
