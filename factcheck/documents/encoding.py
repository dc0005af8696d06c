"""Bytes to text. The text is what the file holds: line ends, control characters and a byte order mark stay."""

from __future__ import annotations

import codecs
import re

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


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252, else the likeliest charset.

    Raises UnreadableError for what is not text.
    """
    for mark, charset in _MARKED:
        if data.startswith(mark):
            return _marked(data, charset)
    if _is_unmarked_utf16(data):
        raise UnreadableError("UTF-16 text without its mark; save it as UTF-8")
    if b"\0" in data:
        raise UnreadableError("not a text file (it holds NUL bytes); save it as plain text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _is_unmarked_utf16(data: bytes) -> bool:
    """Whether NUL stands at every other byte, or nearly so: the upper half of each Latin letter."""
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


def _legacy(data: bytes) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = _likeliest(data)
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise UnreadableError("not a text file (it is full of control characters); save it as plain text")
    return text


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    try:
        return data.decode(best.encoding if best else "ascii")
    except UnicodeDecodeError as error:
        raise UnreadableError("not text in any known encoding; save it as UTF-8") from error
