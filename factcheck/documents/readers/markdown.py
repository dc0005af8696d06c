"""Markdown: front matter, headings, list items, table rows; code, comments and rules are furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal

from factcheck.documents import front_matter, pipes, remarks
from factcheck.documents.blocks import split
from factcheck.documents.encoding import decoded
from factcheck.documents.layout import lay_out
from factcheck.documents.lines import adjacent, ink_lines
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.model import Block, Span

SUFFIXES = (".md", ".markdown")

_Part = Literal["prose", "heading", "row", "rule", "code"]

_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-+)\Z")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|#+|=+|\[[^\]^]+\]:\s+\S+.*|\|?[\s:|-]*-[\s:|-]*)\Z")


def read(source: Source) -> Iterator[Reading]:
    """The file's text with its signs. Raises UnreadableError where it is not text."""
    found = decoded(source.data)
    reading = remarked(found.text)
    yield replace(reading, problems=(*found.problems, *reading.problems))


def remarked(text: str) -> Reading:
    """A text with its comments to this program taken out as remarks."""
    blank, said = remarks.cut(text, code=list(_fenced(text)))
    return replace(of(blank), remarks=said)


def of(text: str) -> Reading:
    """A text that is no file's."""
    front = front_matter.find(text)
    known, problems = front_matter.metadata(front.quote(text)) if front else (Metadata(), _unclosed(text))
    matter = [Block("furniture", front)] if front else []
    body = list(_blocks(text, Span(front.end if front else 0, len(text))))
    marked = any(block.kind == "heading" for block in body)
    blocks = (*matter, *lay_out(text, body, find_headings=not marked))
    return Reading(text, blocks, known, problems, cells=tuple(pipes.cells(text, blocks)))


def _fenced(text: str) -> Iterator[Span]:
    """The lines of code between fences."""
    end = ""
    for line in ink_lines(text, Span(0, len(text))):
        words = line.quote(text)
        if end:
            yield line
            end = "" if _closes(words, end) else end
        elif fence := _FENCE.match(words):
            end = fence[1]


def _unclosed(text: str) -> tuple[str, ...]:
    if front_matter.is_unclosed(text):
        return ("front matter has no end and is read as text; put a line `---` below it",)
    return ()


def _blocks(text: str, within: Span) -> Iterator[Block]:
    lines = list(ink_lines(text, within))
    parts = zip(_with_underlined(text, lines, list(_parts(text, lines))), lines, strict=True)
    for part, group in groupby(parts, key=lambda pair: pair[0]):
        spans = [span for _, span in group]
        whole = Span(spans[0].start, spans[-1].end)
        if part == "prose":
            yield from split(text, whole, flowing=True)
        elif part == "code":
            yield Block("furniture", whole)
        else:
            yield from (Block("furniture" if part == "rule" else part, span) for span in spans)


def _parts(text: str, lines: list[Span]) -> Iterator[_Part]:
    """What each line is; "code" holds for a fence or a comment up to its end."""
    end = ""
    for line in lines:
        words = line.quote(text)
        if end:
            yield "code"
            end = "" if _closes(words, end) else end
        elif opened := _opens(words):
            yield "code"
            end = "" if opened == "-->" and opened in words else opened
        else:
            yield _part(words)


def _opens(words: str) -> str:
    """What ends the fence or the comment that the line opens; "" where it opens none."""
    if fence := _FENCE.match(words):
        return fence[1]
    return "-->" if words.startswith("<!--") else ""


def _closes(words: str, end: str) -> bool:
    return end in words if end == "-->" else words.startswith(end) and not words.strip(end[0])


def _part(words: str) -> _Part:
    if _HEADING.match(words):
        return "heading"
    if _RULE.match(words):
        return "rule"
    return "row" if words.startswith("|") else "prose"


def _with_underlined(text: str, lines: list[Span], parts: list[_Part]) -> list[_Part]:
    """The parts, a line of prose over a line of `=` or `-` made a heading."""
    for n, (above, below) in enumerate(pairwise(lines)):
        underlined = _UNDERLINE.match(below.quote(text)) and parts[n + 1] in ("rule", "prose")
        if underlined and parts[n] == "prose" and adjacent(text, above, below):
            parts[n : n + 2] = ["heading", "rule"]
    return parts
