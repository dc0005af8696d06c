"""The words of a document made safe to show, and cut to fit. Every format shows evidence through here.

A terminal obeys escape sequences and C1 controls, and any screen obeys bidirectional overrides, which
can make a number read as another one. Such characters are made visible instead of being obeyed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Document, Figure

_ACTIVE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but for tab and line ends, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks and overrides of the writing direction
    "\u2028\u2029\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"  # separators, lone surrogates, tags
    "\ufffe\uffff"  # no characters; XML cannot hold them
)
_OBEYED = re.compile(f"[{_ACTIVE}]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff]")
_LINE_END = re.compile(r"\r\n?")
_SPACE = re.compile(r"\s+")

ELLIPSIS = "…"
_CUT = 2
"""Characters that a cut takes: an ellipsis and a space."""


def visible(text: str) -> str:
    """`text` with its line breaks (as line feeds) and nothing in it that a screen would act upon.

    C0 controls become their Unicode pictures (ESC is "␛"), all others "�"; characters that have
    neither width nor effect (a byte order mark, a soft hyphen) are left out.
    """
    return _OBEYED.sub(_picture, _UNSEEN.sub("", _LINE_END.sub("\n", text)))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def in_line(text: str) -> str:
    """`text` made visible, on one line, each run of white space one space."""
    return _SPACE.sub(" ", visible(text))


def escaped(document: str) -> str:
    """A JSON document with what a screen would act upon as escape sequences: the same data, inert."""
    return _OBEYED.sub(_escape, _UNSEEN.sub(_escape, document))


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))


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
