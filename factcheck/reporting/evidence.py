"""The words of a document made safe to show, and cut to fit. Every format shows evidence through here."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.inert import escaped, in_line, visible
from factcheck.model import Document, Figure

__all__ = ["Quote", "escaped", "in_line", "place", "quote", "visible"]

ELLIPSIS = "…"
_CUT = 2
"""Characters that a cut takes: an ellipsis and a space."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three pieces, made visible: the words before a number, the number, the words after."""

    before: str
    number: str
    after: str

    def shortened(self, room: int) -> Quote:
        """The quote in at most `room` characters, cut between words, with "…" where it was cut.

        The number is never cut: where there is no room for it, it stands alone between two "…".
        """
        if len(self.before) + len(self.number) + len(self.after) <= room:
            return self
        spare = max(2 * _CUT, room - len(self.number))
        before = _tail(self.before, max(spare // 2, spare - len(self.after)))
        return Quote(before, self.number, _head(self.after, spare - len(before)))


def place(document: Document, figure: Figure) -> str:
    """Where a figure stands: "path:line:column", or the path and the reader's mark."""
    mark = in_line(document.place(figure.span.start))
    return f"{in_line(document.path)}{':' if mark[:1].isdigit() else ', '}{mark}"


def quote(figure: Figure, text: str) -> Quote:
    """The sentence of `figure` in the document's `text`."""
    sentence, span = figure.context.sentence, figure.span
    return Quote(
        in_line(text[sentence.start : span.start]).lstrip(),
        in_line(span.quote(text)),
        in_line(text[span.end : sentence.end]).rstrip(),
    )


def _tail(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return f"{ELLIPSIS} {words[len(words) - room + 1 :].partition(' ')[2]}"


def _head(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return f"{words[: room - 1].rpartition(' ')[0]} {ELLIPSIS}"
