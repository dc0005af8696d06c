"""Text documents written in every format that is read, so that a format can be held to give what the text gives.

A format joins by a line of WRITERS: its suffix and what writes a document in it. What a format has no field for
(outlet, day, address) the folder's `sources.json` says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from factcheck.documents.front_matter import find as front_matter
from factcheck.documents.reading import Reading, Source, reader_of
from factcheck.model import BlockKind
from tests.documents.packs import open_text, word_file
from tests.documents.prints import Print


@dataclass(frozen=True, slots=True)
class Story:
    """A document as its blocks: kind and words, headings without their signs."""

    blocks: tuple[tuple[BlockKind, str], ...]


def story_of(path: Path) -> Story:
    """The story of a plain text or a Markdown file, without its front matter."""
    (reading,) = reader_of(path.name)(Source(path.name, path.read_bytes()))
    assert isinstance(reading, Reading)
    matter = front_matter(reading.text)
    start = matter.end if matter else 0
    blocks = [block for block in reading.blocks if block.span.start >= start]
    return Story(tuple((block.kind, block.span.quote(reading.text).lstrip("# ")) for block in blocks))


def as_html(story: Story) -> bytes:
    tags = {"heading": "h1", "item": "li"}
    lines = [f"<{tags.get(kind, 'p')}>{escape(words)}</{tags.get(kind, 'p')}>" for kind, words in story.blocks]
    return "\n".join(["<!DOCTYPE html>", "<html><body><article>", *lines, "</article></body></html>"]).encode()


def as_pdf(story: Story) -> bytes:
    page = Print()
    for kind, words in story.blocks:
        if kind == "heading":
            page.write(words, size=16, font="Times-Bold")
            page.y -= 6
        else:
            page.paragraph(words)
    return page.data()


def as_docx(story: Story) -> bytes:
    from docx import Document

    document = Document()
    for kind, words in story.blocks:
        document.add_paragraph(words, style={"heading": "Heading 1", "item": "List Bullet"}.get(kind))
    return word_file(document)


def as_odt(story: Story) -> bytes:
    tags = {"heading": "h"}
    return open_text(
        "".join(
            f"<text:{tags.get(kind, 'p')}>{escape(words)}</text:{tags.get(kind, 'p')}>" for kind, words in story.blocks
        )
    )


WRITERS: Mapping[str, Callable[[Story], bytes]] = {
    ".html": as_html,
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".odt": as_odt,
}


def convert(sources: Path, draft: Path, published: str, suffix: str, into: Path) -> tuple[Path, Path]:
    """The folder of the sources and the file of the draft in another format; the draft says its day in its text."""
    manifest = json.loads((sources / "sources.json").read_text(encoding="utf-8"))
    for entry in manifest["documents"]:
        path = sources / entry["document"]
        entry["document"] = path.with_suffix(suffix).name
        (into / entry["document"]).write_bytes(WRITERS[suffix](story_of(path)))
    (into / "sources.json").write_text(json.dumps(manifest), encoding="utf-8")
    heading, *rest = story_of(draft).blocks
    written = into.parent / draft.with_suffix(suffix).name
    written.write_bytes(WRITERS[suffix](Story((heading, ("paragraph", f"Published: {published}"), *rest))))
    return into, written
