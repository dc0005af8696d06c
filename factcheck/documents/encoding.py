"""Bytes to text. The text is what the file holds: line ends, control characters and a byte order mark stay."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.errors import UnreadableError

_MARKED = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
_UPPER_SHARE = 0.5


_CHARSET = re.compile(
    r"(?:utf-?8|utf-16.*|windows-?\d+|cp\d+|iso-?8859-?\d+|latin-?\d|koi8-[ru]|mac.*|gb.*|big5.*|euc-.*|shift.*|ascii)"
)
_AS_CP1252 = ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii")
"""Charsets that pages declare and mean Windows-1252, as browsers take them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; `problem` where its charset was guessed."""

    text: str
    problem: str = ""

    @property
    def problems(self) -> tuple[str, ...]:
        """The problem as a reading tells it."""
        return (self.problem,) if self.problem else ()


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252, else the likeliest charset.

    Raises UnreadableError for what is not text.
    """
    return decoded(data).text


def decoded(data: bytes, declared: str = "") -> Decoded:
    """As `decode`, with the charset that the file itself declares tried after UTF-8.

    Raises UnreadableError for what is not text.
    """
    for mark, charset in _MARKED:
        if data.startswith(mark):
            return Decoded(_marked(data, charset))
    if _is_unmarked_utf16(data):
        raise UnreadableError("UTF-16 text without its mark; save it as UTF-8")
    if b"\0" in data:
        raise UnreadableError("not a text file (it holds NUL bytes); save it as plain text")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _as_declared(data, declared.strip().lower()) or _legacy(data)


def _is_unmarked_utf16(data: bytes) -> bool:
    """Whether NUL stands at every other byte, or nearly so: the upper half of each Latin letter."""
    if b"\0" not in data:
        return False
    halves = sorted((data[::2], data[1::2]), key=lambda half: half.count(0))
    return halves[0].count(0) == 0 and halves[1].count(0) > _UPPER_SHARE * len(halves[1])


def _marked(data: bytes, charset: str) -> str:
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"broken {charset.upper()} text at byte {error.start}; save it as UTF-8") from error
    if "\0" in text:
        raise UnreadableError("not a text file (it holds NUL characters); save it as plain text")
    return text


def _as_declared(data: bytes, charset: str) -> Decoded | None:
    if not _CHARSET.fullmatch(charset) or charset in _AS_CP1252:
        return None
    try:
        return Decoded(data.decode(charset))
    except (UnicodeDecodeError, LookupError):
        return None


def _legacy(data: bytes) -> Decoded:
    problem = ""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text, charset = _likeliest(data)
        problem = f"its encoding is not told and was taken for {charset}; save it as UTF-8"
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise UnreadableError("not a text file (it is full of control characters); save it as plain text")
    return Decoded(text, problem)


def _likeliest(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    charset = best.encoding if best else "ascii"
    try:
        return data.decode(charset), charset
    except UnicodeDecodeError as error:
        raise UnreadableError("not text in any known encoding; save it as UTF-8") from error
