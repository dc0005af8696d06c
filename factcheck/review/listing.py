"""The list of decisions for the file: as CSV for a spreadsheet, as an HTML page to be printed and put away.

Every entry that is given has its row, those that were taken back or replaced too: who settled what, when and why.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from factcheck.inert import comma_separated, in_line
from factcheck.model import BY_TIME, VERDICTS
from factcheck.review.entries import Entry, standing, taken_back
from factcheck.templating import environment, packaged

STANDS, REPLACED, TAKEN_BACK = "stands", "replaced", "taken back"
_UNDO = "undo"
_COLUMNS = (
    *("at", "editor", "verdict", "state", "documents", "figures", "finding", "reason", "rule"),
    *("id", "undoes", "fingerprint"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in words. `verdict` is "undo", and `state` empty, where it takes back the entry `undoes`.

    `undone` are that one's verdict and editor, `figures` those of each side, with "/" between sides.
    """

    at: str
    editor: str
    verdict: str
    state: str
    documents: str
    figures: str
    finding: str
    reason: str
    rule: str
    id: str
    undoes: str
    undone: str
    fingerprint: str

    @property
    def day(self) -> str:
        """When, to the minute."""
        return self.at[:16].replace("T", " ")

    @property
    def stands(self) -> bool:
        return self.state == STANDS

    @property
    def past(self) -> bool:
        """Whether it is a decision that stands no more."""
        return self.state in (REPLACED, TAKEN_BACK)


def rows(entries: Iterable[Entry]) -> tuple[Row, ...]:
    """The entries in words, the earliest first. What stands is reckoned from these entries alone."""
    known = sorted(entries, key=BY_TIME)
    by_id = {entry.id: entry for entry in known}
    gone = taken_back(known)
    held = {entry.id for entry in standing(known).values()}
    return tuple(_row(entry, by_id.get(entry.undoes), _state(entry, gone, held)) for entry in known)


def as_csv(entries: Iterable[Entry]) -> str:
    """The rows with a head line; nothing in them that a spreadsheet would run."""
    found: Iterator[Mapping[str, object]] = ({c: getattr(row, c) for c in _COLUMNS} for row in rows(entries))
    return comma_separated(found, _COLUMNS)


def as_html(entries: Iterable[Entry]) -> str:
    """One page without script, that loads nothing: how many stand by verdict, and the rows."""
    shown, style = rows(entries), packaged("factcheck.review", "templates/decisions.css")
    return (
        environment("factcheck.review")
        .get_template("decisions.html.j2")
        .render(
            rows=shown,
            counts=counts(shown),
            standing=sum(row.stands for row in shown),
            style=style,
            style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
        )
    )


def counts(shown: Sequence[Row]) -> list[tuple[str, int]]:
    """How many stand by verdict, those of which there is one."""
    tally = Counter(row.verdict for row in shown if row.stands)
    return [(told, tally[told]) for told in map(_told, VERDICTS) if tally[told]]


def _row(entry: Entry, undone: Entry | None, state: str) -> Row:
    about = undone or entry
    documents = dict.fromkeys(in_line(stood.document) for side in about.sides for stood in side)
    sides = (dict.fromkeys(in_line(stood.text) for stood in side) for side in about.sides)
    return Row(
        at=entry.at,
        editor=in_line(entry.editor),
        verdict=_told(entry.verdict or _UNDO),
        state=state,
        documents=", ".join(documents),
        figures=" / ".join(", ".join(side) for side in sides),
        finding=in_line(about.message),
        reason=in_line(entry.reason),
        rule=in_line(about.rule),
        id=entry.id,
        undoes=entry.undoes,
        undone=f"{_told(undone.verdict or _UNDO)}, {in_line(undone.editor)}" if undone else "",
        fingerprint=in_line(entry.fingerprint),
    )


def _state(entry: Entry, gone: frozenset[str], held: set[str]) -> str:
    if entry.undoes:
        return ""
    return STANDS if entry.id in held else TAKEN_BACK if entry.id in gone else REPLACED


def _told(verdict: str) -> str:
    return verdict.replace("_", " ")
