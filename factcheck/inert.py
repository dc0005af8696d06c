"""Words made inert: nothing in them that a screen would act upon or that a spreadsheet would run.

A terminal obeys escape sequences and C1 controls, and any screen obeys bidirectional overrides, which
can make a number read as another one. Such characters are made visible instead of being obeyed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

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
_FORMULA = re.compile(r"[=@+＝＠＋－-](?!\Z)")
"""The wide characters begin one where Chinese, Japanese or Korean is set."""
_PLAIN_NUMBER = re.compile(r"[+-][\d.,]*\d")


def visible(text: str) -> str:
    """`text` with its line breaks (as line feeds) and nothing in it that a screen would act upon.

    C0 controls become their Unicode pictures (ESC is "␛"), all others "�"; characters that have
    neither width nor effect (a byte order mark, a soft hyphen) are left out.
    """
    if text.isprintable():  # as nearly all are: none of these characters is, and no line break
        return text
    return _OBEYED.sub(_picture, _UNSEEN.sub("", _LINE_END.sub("\n", text)))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def in_line(text: str) -> str:
    """`text` made visible, on one line, each run of white space one space."""
    if text.isprintable() and "  " not in text:  # of all white space only the space itself is printable
        return text
    return _SPACE.sub(" ", visible(text))


def escaped(document: str) -> str:
    """A JSON document with what a screen would act upon as escape sequences: the same data, inert."""
    return _OBEYED.sub(_escape, _UNSEEN.sub(_escape, document))


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))


def comma_separated(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """CSV (RFC 4180, line feeds) of some columns of the rows, with a head line."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guarded(row[column]) for column in columns] for row in rows)
    return stream.getvalue()


def words(value: object) -> str:
    """A cell's words: a list's parts by semicolons, nothing for None."""
    if isinstance(value, list):
        return in_line("; ".join(map(str, value)))
    return "" if value is None else in_line(str(value))


def _guarded(value: object) -> str:
    """The cell's words; an apostrophe keeps a spreadsheet from running what looks like a formula."""
    told = words(value)
    runs = isinstance(value, str | list) and _FORMULA.match(told.lstrip()) and not _PLAIN_NUMBER.fullmatch(told)
    return f"'{told}" if runs else told
