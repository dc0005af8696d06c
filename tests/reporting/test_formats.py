"""What holds for every output format."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from factcheck.errors import UsageError
from factcheck.model import Finding, Report, Skipped
from factcheck.reporting import format_names, in_pieces, render
from tests.reporting.regenerate import GOLDEN, rendered
from tests.reporting.samples import CLEAN, FULL, NOTHING, hostile, many

UNDATED = replace(CLEAN, skipped=(Skipped("a.md", "'soon' is no full date", checked=True),))
HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)",
    "markup": "[/bold][link=https://example.com]x[/link] :smile:",
    "template": "{{ 7 * 7 }}{% raw %}",
    "escape sequence": "\x1b[31mred\x1b]8;;https://example.com\x07",
    "C1 control": "\x9b31m",
    "override": "\u202e000,5\u202c \u2066x\u2069",
    "line ends": "a\r\nb\u2028c",
    "surrogate": "\udc80",
}
ACTED_UPON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", rendered())
def test_golden(name: str) -> None:
    assert rendered()[name] == (GOLDEN / name).read_bytes(), "python -m tests.reporting.regenerate"


def test_every_format_has_a_golden_file_and_every_golden_file_is_made() -> None:
    assert {name.split(".")[0] for name in rendered()} >= set(format_names())
    assert {path.name for path in GOLDEN.iterdir()} == set(rendered())


def test_unknown_format() -> None:
    with pytest.raises(
        UsageError, match=r"^unknown format 'pdf'; the formats are claimreview, csv, docx, github, html, json, "
    ):
        render(FULL, "pdf")


TEXTS = [name for name in format_names() if name != "docx"]
"""The formats that are text; the Word file has tests of its own."""


@pytest.mark.parametrize("format_name", TEXTS)
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_come_through_inert(words: str, format_name: str) -> None:
    text = render(hostile(words), format_name)
    assert ACTED_UPON.findall(text) == []
    text.encode()


@pytest.mark.parametrize("format_name", [name for name in TEXTS if name != "claimreview"])  # it holds decisions alone
@pytest.mark.parametrize(
    ("report", "reason"), [(FULL, "no reader for .jpg files"), (NOTHING, "no such file"), (UNDATED, "is no full date")]
)
def test_what_was_skipped_is_said(report: Report, reason: str, format_name: str) -> None:
    assert reason in " ".join(render(report, format_name).split())


@pytest.mark.parametrize("format_name", TEXTS)
@pytest.mark.parametrize("report", [FULL, CLEAN, NOTHING], ids=["full", "clean", "nothing"])
def test_same_report_same_text_ending_in_one_line_break(report: Report, format_name: str) -> None:
    text = render(report, format_name)
    assert text == render(report, format_name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("format_name", ["html", "terminal"])
def test_a_document_that_was_checked_is_not_called_skipped(format_name: str) -> None:
    text = render(UNDATED, format_name)
    assert "1 metadata problem" in text
    assert "Metadata not read" in text
    assert "Not checked" not in text
    assert "Skipped" not in text


def run(code: str, **environment: str) -> str:
    """What a fresh Python prints for `code`, with these environment variables added."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return done.stdout


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"COLUMNS": "30"}, {"TERM": "dumb"}, {"PYTHONHASHSEED": "7"}],
    ids=str,
)
def test_the_surroundings_change_nothing(environment: dict[str, str]) -> None:
    code = (
        "import json, sys\nfrom tests.reporting.regenerate import rendered\n"
        "sys.stdout.write(json.dumps({name: data.hex() for name, data in rendered().items()}))\n"
    )
    assert json.loads(run(code, **environment)) == {name: data.hex() for name, data in rendered().items()}


def test_importing_loads_no_renderer() -> None:
    code = "import sys, factcheck.reporting; print(sorted({'rich', 'jinja2', 'pint'} & set(sys.modules)))"
    assert run(code) == "[]\n"


@pytest.mark.parametrize("format_name", TEXTS)
@pytest.mark.parametrize("report", [many(300), CLEAN, NOTHING], ids=["many", "clean", "nothing"])
def test_the_pieces_of_a_report_are_the_report(report: Report, format_name: str) -> None:
    pieces = in_pieces(report, format_name)
    assert not isinstance(pieces, bytes)
    assert "".join(pieces) == render(report, format_name)


def test_the_terminal_begins_before_all_is_laid_out() -> None:
    asked = []

    class Findings(tuple[Finding, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[Finding]:
            for finding in super().__iter__():
                asked.append(finding.id)
                yield finding

    report = many(300)
    pieces = in_pieces(replace(report, findings=Findings(report.findings)), "terminal")
    asked.clear()
    first, *_ = islice(pieces, 1)
    assert str(first).startswith("6 documents")
    passes = asked.count("n0")
    assert asked.count("n299") == passes - 1, "the last finding was not laid out yet"
