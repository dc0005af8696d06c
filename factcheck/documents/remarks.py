"""Comments to this program: “factcheck: ignore RULE, RULE: reason”, and “ignore-file” for the whole document.

They stand in `<!-- … -->`, in plain text in square brackets too. At the end of a line they are for that line, on a
line of their own for the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.documents.lines import ink_lines
from factcheck.errors import UnreadableError
from factcheck.model import Remark, Span

_NAME = re.compile(r"\s*factcheck\s*:", re.IGNORECASE)
_TOLD = re.compile(r"(?P<verb>ignore(?:-file)?)(?=[\s:]|\Z)(?P<rules>[^:]*)(?::(?P<reason>.*))?\Z", re.DOTALL)
_SEPARATOR = re.compile(r"[\s,]+")
_BRACKETED = re.compile(r"\[(?=\s{0,9}factcheck\s{0,9}:)([^\[\]\r\n]*)\]", re.IGNORECASE)
MOST_REMARKS = 1000
_OPENING, _CLOSING = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class Order:
    """What a comment says. A reason or rules that it lacks are empty."""

    rules: tuple[str, ...]
    reason: str
    whole: bool = False
    """Whether it is for the whole document."""


def order(comment: str) -> Order | None:
    """What is between a comment's signs, if it speaks to this program."""
    named = _NAME.match(comment)
    if not named:
        return None
    told = _TOLD.match(comment[named.end() :].strip())
    if not told:
        return Order((), "")
    rules = tuple(dict.fromkeys(filter(None, _SEPARATOR.split(told["rules"]))))
    return Order(rules, " ".join((told["reason"] or "").split()), told["verb"] == "ignore-file")


def cut(text: str, *, brackets: bool = False, code: Sequence[Span] = ()) -> tuple[str, tuple[Remark, ...]]:
    """The text with blanks in place of its remarks, so that no offset moves, and the remarks.

    `brackets`: those in square brackets are remarks too. What stands in `code` is none.
    """
    if "factcheck" not in text.casefold():
        return text, ()
    found = [(span, told) for span, words in _comments(text, brackets) if (told := order(words)) is not None]
    refuse_too_many(found)
    found = [(span, told) for span, told in found if not _is_shown(text, span, code)]
    blank = _blanked(text, [span for span, _ in found])
    return blank, tuple(_remark(blank, span, told) for span, told in found)


def refuse_too_many(found: Sequence[object]) -> None:
    """UnreadableError where more comments speak to this program than anybody writes."""
    if len(found) > MOST_REMARKS:
        raise UnreadableError(f"over {MOST_REMARKS} comments to factcheck in it; use per_path or the baseline instead")


def _blanked(text: str, spans: Sequence[Span]) -> str:
    pieces, end = [], 0
    for span in spans:
        pieces += [text[end : span.start], "".join(c if c in "\r\n" else " " for c in span.quote(text))]
        end = span.end
    return "".join([*pieces, text[end:]])


def _comments(text: str, brackets: bool) -> Iterator[tuple[Span, str]]:
    """Comments with what is between their signs, in the order of the text."""
    found = list(_marked(text))
    if brackets:
        found += [(Span(*m.span()), m[1]) for m in _BRACKETED.finditer(text)]
    end = 0
    for span, words in sorted(found):
        if span.start >= end:
            yield span, words
            end = span.end


def _marked(text: str) -> Iterator[tuple[Span, str]]:
    at = text.find(_OPENING)
    while at >= 0:
        end = text.find(_CLOSING, at + len(_OPENING))
        if end < 0:
            return
        yield Span(at, end + len(_CLOSING)), text[at + len(_OPENING) : end]
        at = text.find(_OPENING, end)


def _is_shown(text: str, span: Span, code: Sequence[Span]) -> bool:
    """Whether a comment stands in code, where it is shown and not said."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("`") % 2 == 1 or any(span.overlaps(other) for other in code)


def _remark(blank: str, span: Span, told: Order) -> Remark:
    line = blank.count("\n", 0, span.start) + 1
    return Remark(line, told.rules, told.reason, None if told.whole else _meant(blank, span))


def _meant(blank: str, span: Span) -> Span:
    """The line that a comment ends, or the next one with words, which may be none."""
    start = blank.rfind("\n", 0, span.start) + 1
    end = blank.find("\n", span.end)
    own = Span(start, end if end >= 0 else len(blank))
    if any(True for _ in ink_lines(blank, own)):
        return own
    return next(ink_lines(blank, Span(own.end, len(blank))), Span(len(blank), len(blank)))
