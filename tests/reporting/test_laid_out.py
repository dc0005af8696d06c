"""Lines that are wrapped without rich are those that rich would make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reporting.formats.terminal import printed
from factcheck.reporting.laid_out import Line
from factcheck.reporting.page import Page

WORDS = st.lists(st.text("ab–“é·[]/", min_size=1, max_size=25) | st.sampled_from((" ", "  ", "", "中文字", "e\u0301")))
RARE = st.text(st.sampled_from("a b\t\n\u00a0\u200d中"), max_size=60)


@given(WORDS.map(" ".join) | RARE, st.integers(0, 6), st.integers(40, 90), st.booleans())
def test_a_line_is_wrapped_as_rich_wraps_it(words: str, indent: int, width: int, whole: bool) -> None:
    line = Line(((words[:7], "bold"), (words[7:], "")), 0 if whole else indent, whole)
    assert printed([line], Page(width)) == printed([line.__rich__()], Page(width))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("", [""], id="a blank line"),
        pytest.param("x" * 37, ["  " + "x" * 37], id="one that fits"),
        pytest.param("x" * 38 + " y", ["  " + "x" * 38, "  y"], id="one that fits but for its last word"),
        pytest.param("x" * 30 + "  " + "y" * 30, ["  " + "x" * 30, "  " + "y" * 30], id="cut between two spaces"),
        pytest.param("x" * 30 + " " * 30, ["  " + "x" * 30], id="spaces alone need no line"),
        pytest.param(" x", None, id="space before it"),
        pytest.param("x" * 39, None, id="a word that is longer than the line"),
        pytest.param("字 x", None, id="a character of two cells"),
        pytest.param("one\ntwo", None, id="a line break"),
    ],
)
def test_what_needs_rich(words: str, expected: list[str] | None) -> None:
    plain = Line(((words, ""),), indent=2).plain(40)
    assert (plain and [line.rstrip() for line in plain]) == (expected and [line.rstrip() for line in expected])
