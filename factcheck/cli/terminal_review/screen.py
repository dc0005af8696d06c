"""What a review shows in a terminal of 40 columns or more: lines of text, with ANSI styles where the page has color.

All that comes from outside passes through `in_line`: nothing of a document, or of a reason, acts on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.cli.terminal_review.telling import changed, decided, past, spoken, standing
from factcheck.inert import in_line
from factcheck.reporting.formats.terminal import STYLES, evidence, printed
from factcheck.reporting.page import Page
from factcheck.reporting.view import Case, case_by_finding
from factcheck.review.keys import HELP, VERDICTS
from factcheck.review.wording import said

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from factcheck.model import Finding, Report
    from factcheck.review import Loop
    from factcheck.review.desk import Item

_WIDE = 60
"""Columns from which all keys are named below the finding."""
_TALL = 30
"""Lines from which findings beside the one that is shown are listed."""
_NEIGHBOURS = 5
_OTHERS = 3
_LEAST = 4
"""Lines that the finding keeps when a reason is typed."""
_GAP = "   "
_KEYS = (
    "j k move",
    "c confirm",
    "d dismiss",
    "x different",
    "s same",
    "f fixed",
    "u undo",
    "/ filter",
    "a all",
    "h history",
    "r re-check",
    "? help",
    "q quit",
)
_FEW_KEYS = (f"{' '.join(VERDICTS)} decide", "j k move", "? help", "q quit")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a screen, and how many pages what it shows has."""

    lines: tuple[str, ...]
    pages: int


class Screen:
    """Draws a review as it stands."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._of: Report | None = None
        self._case: Callable[[Finding], Case]

    def draw(self, page: Page, height: int) -> Drawing:
        """The screen at a width and a height: how far the review is, what is shown, what was told, what is asked."""
        loop = self._loop
        head, foot = printed(self._head(), page), printed(self._foot(page, height), page)
        body = printed(self._body(page, height), page)
        room = max(1, height - len(head) - len(foot) - 1)
        turned = max(1, room - 1)
        pages = 1 + max(0, -(-(len(body) - room) // turned))
        at = min(loop.page, pages - 1)
        shown = body[at * turned : at * turned + room]
        told = f"{at + 1} of {pages}: Space and b turn the page " if pages > 1 else ""
        parted = printed([_text(told.rjust(page.width, "-") if told else "-" * page.width, "dim")], page)
        filled = [*shown, *[""] * (room - len(shown))]
        return Drawing((*head, *filled, *parted, *foot)[-height:], pages)

    def _head(self) -> Iterator[RenderableType]:
        loop = self._loop
        done, of = loop.desk.progress()
        told = f" · {standing(loop)} · {in_line(loop.editor)}"
        yield _cut(_text(f"{done} of {of} decided", "bold").append(told, "not bold"))

    def _body(self, page: Page, height: int) -> Iterator[RenderableType]:
        loop = self._loop
        if loop.mode in ("help", "history", "changes"):
            yield _text("")
        if loop.mode == "help":
            yield from (_hanging(key, meaning, 9) for key, meaning in HELP)
        elif loop.mode == "history":
            yield from _history(loop, height)
        elif loop.mode == "changes":
            yield from (_text(line) for line in changed(loop))
        else:
            if height >= _TALL and loop.mode == "list":
                yield from _neighbours(loop)
            yield from self._finding(page)

    def _finding(self, page: Page) -> Iterator[RenderableType]:
        item = self._loop.walk.current
        if item is None:
            yield from (_text(""), _text(spoken(self._loop)))
            return
        case = self._read(item)
        yield _text("")
        yield _text(case.severity, STYLES[case.severity]).append(f"  {case.place}  [{case.rule}]", "not bold dim")
        if case.statement:
            yield _text(case.statement, "bold")
        yield _text(case.message)
        yield from _decided(item)
        yield from evidence(case, page)
        if case.explanations:
            yield _text("")
        yield from (_hanging("why:", reason, 5) for reason in case.explanations)

    def _read(self, item: Item) -> Case:
        if self._of is not self._loop.desk.report:
            self._of = self._loop.desk.report
            self._case = case_by_finding(self._of)
        return self._case(item.finding)

    def _foot(self, page: Page, height: int) -> Iterator[RenderableType]:
        loop = self._loop
        for entry in loop.company.lately[-_OTHERS:]:
            yield _text(past(loop, entry), "magenta")
        if loop.told:
            yield _text(in_line(loop.told), "yellow" if loop.refused else "green")
        if loop.mode == "reason" and loop.verdict:
            yield from _reasons(loop, height)
            yield _typed(f"{said(loop.verdict)}, because: ", loop.line, page)
        elif loop.mode == "filter":
            yield _text("Enter keeps the filter, Escape clears it", "dim")
            yield _typed("/", loop.line, page)
        elif loop.mode == "history":
            yield from _keys(("j k move", "u undo", "Escape close"), page)
        elif loop.mode in ("help", "changes"):
            yield from _keys(("Space turn", "Escape close"), page)
        else:
            yield from _keys(_KEYS if page.width >= _WIDE else _FEW_KEYS, page)


def _decided(item: Item) -> Iterator[RenderableType]:
    """What was decided of a finding, or what became of that."""
    if item.decision:
        yield _text(f"decided: {decided(item.decision)}", "green")
    if item.settled:
        yield _text(f"settled in the text or the baseline: {in_line(item.settled)}", "green")
    if item.lapsed:
        yield _text(in_line(item.lapsed), "yellow")


def _neighbours(loop: Loop) -> Iterator[RenderableType]:
    """The queue around the finding that is shown."""
    queue, at = loop.walk.queue, (loop.walk.position or 0) - 1
    first = max(0, min(at - _NEIGHBOURS // 2, len(queue) - _NEIGHBOURS))
    for n, item in enumerate(queue[first : first + _NEIGHBOURS], start=first):
        words = in_line(item.statement or item.finding.message)
        line = _text("> " if n == at else "  ").append(f"{item.finding.severity:<8}", STYLES[item.finding.severity])
        yield _cut(line.append(f"{words}  {in_line(item.path)}", "bold" if n == at else "dim"))


def _history(loop: Loop, height: int) -> Iterator[RenderableType]:
    """The entries around the one that is marked."""
    entries, at = loop.record.entries, loop.record.at
    yield _text("What was written down, the latest first (UTC):" if entries else "Nothing was decided yet.")
    first = max(0, at - max(1, height // 3))
    for n, entry in enumerate(entries[first : first + height], start=first):
        day, time = entry.at[:10], entry.at[11:16]
        words = f"{'>' if n == at else ' '} {day} {time}  {past(loop, entry)}"
        yield _text(words, "bold") if n == at else _cut(_text(words))


def _reasons(loop: Loop, height: int) -> Iterator[RenderableType]:
    """The usual reasons while none is begun, and what keys do."""
    if not loop.line and height - len(loop.templates) > 2 * _LEAST:
        yield from (_cut(_text(f"{n} {in_line(words)}")) for n, words in enumerate(loop.templates, 1))
    wanted = "" if loop.verdict == "dismissed" else " (with or without a reason)"
    yield _text(f"Enter decides{wanted}, Escape leaves it", "dim")


def _typed(asked: str, line: str, page: Page) -> Text:
    return (
        _text(asked, "bold").append(in_line(line), "not bold").append(*((" ", "reverse") if page.color else ("_", "")))
    )


def _keys(keys: Sequence[str], page: Page) -> Iterator[RenderableType]:
    """What keys do, as many on a line as there is room for; the words of none are parted."""
    line = _text("")
    for words in keys:
        if line and line.cell_len + len(words) + len(_GAP) > page.width:
            yield line
            line = _text("")
        key, _, what = words.rpartition(" ")
        line.append(_GAP if line else "").append(key, "bold").append(f" {what}", "dim")
    yield line


def _hanging(key: str, words: str, indent: int) -> RenderableType:
    """Words beside what they are of."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=indent - 1)
    table.add_column(overflow="fold")
    table.add_row(_text(key, "bold"), _text(words))
    return table


def _cut(text: Text) -> RenderableType:
    """One line, however long it is."""
    from rich.console import Group

    text.no_wrap, text.overflow = True, "ellipsis"
    return Group(text)  # a console joins bare texts, and would wrap this one


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)
