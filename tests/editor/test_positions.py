"""Offsets as lines and characters, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from factcheck.cli.editor.positions import Lines


def utf16(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("text", "offset", "line", "character"),
    [
        ("ab\ncd", 0, 0, 0),
        ("ab\ncd", 2, 0, 2),
        ("ab\ncd", 3, 1, 0),
        ("ab\r\ncd", 4, 1, 0),
        ("ab\rcd", 3, 1, 0),
        ("a\u2028b", 2, 0, 2),
        ("🌉b", 1, 0, 2),
        ("", 0, 0, 0),
    ],
)
def test_position(text: str, offset: int, line: int, character: int) -> None:
    lines = Lines(text, utf16)
    assert lines.position(offset) == types.Position(line, character)
    assert lines.offset(types.Position(line, character)) == offset


@pytest.mark.parametrize(("line", "character", "offset"), [(0, 99, 2), (1, 99, 6), (9, 0, 6)])
def test_a_position_outside_is_at_the_nearest_end(line: int, character: int, offset: int) -> None:
    assert Lines("ab\r\ncd", utf16).offset(types.Position(line, character)) == offset


@given(st.text(alphabet="a\r\n🌉é", max_size=20), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    lines = Lines(text, utf16)
    offset = data.draw(st.integers(0, len(text)))
    inside_break = 0 < offset < len(text) and text[offset - 1 : offset + 1] == "\r\n"
    if not inside_break:
        assert lines.offset(lines.position(offset)) == offset
