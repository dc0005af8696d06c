"""Documents written in every format that is read, so that a format can be held to give what their text gives.

A format joins by a line of FORMATS. What it has a field for (outlet, day, address, title) is written there; the
folder's `sources.json` says the rest.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Literal

from factcheck.documents.reading import Metadata, Reading, Source, reader_of
from factcheck.model import BlockKind
from tests.documents.packs import open_text, word_file
from tests.documents.prints import Print
from tests.samples.packing import packed, web_archive

Field = Literal["title", "outlet", "published", "url"]
_UNKNOWN = Metadata()
_EVERY: tuple[Field, ...] = ("title", "outlet", "published", "url")


@dataclass(frozen=True, slots=True)
class Story:
    """A document as its blocks (kind and words, headings without their signs) and what is known about it."""

    blocks: tuple[tuple[BlockKind, str], ...]
    name: str = ""
    known: Metadata = _UNKNOWN

    @property
    def title(self) -> str:
        return self.blocks[0][1]

    @property
    def body(self) -> tuple[tuple[BlockKind, str], ...]:
        return self.blocks[1:]

    @property
    def day(self) -> str:
        return self.known.published.isoformat() if self.known.published else ""

    @property
    def moment(self) -> str:
        """The day as mails and feeds write it."""
        return f"{self.known.published:%a, %d %b %Y} 10:00:00 +0000"


def stories(sources: Path) -> list[Story]:
    """Those of the texts in a folder, by what its manifest says of them."""
    rows = json.loads((sources / "sources.json").read_text(encoding="utf-8"))["documents"]
    return [
        replace(
            story_of(sources / row["document"]),
            known=Metadata(None, row["outlet"], date.fromisoformat(row["published"]), row["url"]),
        )
        for row in rows
    ]


def story_of(path: Path) -> Story:
    """The story of a plain text or a Markdown file, without its front matter."""
    (reading,) = reader_of(path.name)(Source(path.name, path.read_bytes()))
    assert isinstance(reading, Reading)
    blocks = [block for block in reading.blocks if block.kind != "furniture"]
    told = tuple((block.kind, block.span.quote(reading.text).lstrip("# ")) for block in blocks)
    return Story(told, path.stem, reading.metadata)


def as_text(story: Story) -> bytes:
    return "\n\n".join(words for _, words in story.blocks).encode()


def as_markdown(story: Story) -> bytes:
    signs = {"heading": "# ", "item": "- "}
    said = {name: getattr(story.known, name) for name in _EVERY}
    matter = "".join(f"{name}: {value}\n" for name, value in said.items() if value)
    body = "\n\n".join(signs.get(kind, "") + words for kind, words in story.blocks)
    return f"---\n{matter}---\n\n{body}\n".encode()


def as_html(story: Story) -> bytes:
    lines = [
        "<!DOCTYPE html>",
        f"<html>{_head(story)}<body><article>",
        _tagged(story.blocks),
        "</article></body></html>",
    ]
    return "\n".join(lines).encode()


def _head(story: Story) -> str:
    known = story.known
    said = (("og:site_name", known.outlet), ("article:published_time", story.day), ("og:url", known.url))
    meta = [f'<meta property="{name}" content="{escape(value)}">' for name, value in said if value]
    return "\n".join(["<head>", f"<title>{escape(story.title)}</title>", *meta, "</head>"]) if meta else ""


def _tagged(blocks: Sequence[tuple[BlockKind, str]], heading: str = "h1") -> str:
    tags = {"heading": heading, "item": "li"}
    return "\n".join(f"<{tags.get(kind, 'p')}>{escape(words)}</{tags.get(kind, 'p')}>" for kind, words in blocks)


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


def as_csv(story: Story) -> bytes:
    """A paragraph a row, as exports have it."""
    return "".join('"{}"\n'.format(words.replace('"', '""')) for _, words in story.blocks).encode()


def as_tsv(story: Story) -> bytes:
    return "".join(f"{words}\n" for _, words in story.blocks).encode()


def as_workbook(story: Story) -> bytes:
    from openpyxl import Workbook

    book, written = Workbook(), io.BytesIO()
    assert book.active is not None
    for _, words in story.blocks:
        book.active.append([words])
    book.save(written)
    return written.getvalue()


def _object(story: Story) -> dict[str, str | None]:
    known = story.known
    text = "\n\n".join(words for _, words in story.body)
    said = {"title": story.title, "outlet": known.outlet, "published": story.day, "url": known.url, "text": text}
    return {name: value for name, value in said.items() if value}


def as_json(told: Sequence[Story]) -> bytes:
    return json.dumps({"articles": [_object(story) for story in told]}, indent=1).encode()


def as_json_lines(told: Sequence[Story]) -> bytes:
    return "".join(json.dumps(_object(story)) + "\n" for story in told).encode()


def as_rss(told: Sequence[Story]) -> bytes:
    items = "".join(
        f"<item><title>{escape(story.title)}</title><pubDate>{story.moment}</pubDate>"
        f"{_tag('link', story.known.url)}<source url='https://example.net/'>{story.known.outlet}</source>"
        f"<description>{escape(_tagged(story.body, 'h2'))}</description></item>\n"
        for story in told
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wires</title>{items}</channel></rss>'.encode()


def as_atom(told: Sequence[Story]) -> bytes:
    entries = "".join(
        f"<entry><title>{escape(story.title)}</title><published>{story.day}T10:00:00Z</published>"
        f"{_link(story.known.url)}"
        f"<source><title>{story.known.outlet}</title></source>"
        f"<content type='html'>{escape(_tagged(story.body, 'h2'))}</content></entry>\n"
        for story in told
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Wires</title>{entries}</feed>'.encode()


def _link(url: str | None) -> str:
    return f'<link href="{escape(url)}"/>' if url else ""


def _tag(name: str, words: str | None) -> str:
    return f"<{name}>{escape(words)}</{name}>" if words else ""


def as_mail(story: Story) -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"] = f"{story.known.outlet} <desk@example.com>"
    mail["Subject"] = story.title
    mail["Date"] = story.moment
    mail.set_content("\n\n".join(words for _, words in story.body))
    return mail.as_bytes()


def as_zip(told: Sequence[Story]) -> bytes:
    return packed({f"pages/{story.name}.html": as_html(story) for story in told})


def as_gzip(story: Story) -> bytes:
    return gzip.compress(as_html(story), mtime=0)


def as_web_archive(told: Sequence[Story]) -> bytes:
    """Without an address there is no record."""
    kind = "text/html; charset=utf-8"
    return web_archive(*((story.known.url or "https://example.org/", kind, as_html(story)) for story in told))


@dataclass(frozen=True, slots=True)
class Format:
    """`fields`: what its files say of themselves, beside their text."""

    write: Callable[[Story], bytes]
    fields: tuple[Field, ...] = ()
    named: str = ""
    """The suffix of a whole name, where that is longer (".html.gz")."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A format of which one file holds many documents, with all their fields."""

    write: Callable[[Sequence[Story]], bytes]


WRITERS: Mapping[str, Callable[[Story], bytes]] = {".html": as_html, ".pdf": as_pdf, ".docx": as_docx, ".odt": as_odt}
"""The formats of documents that are printed or shown, of any length."""

FORMATS: Mapping[str, Format | Collected] = {
    ".txt": Format(as_text),
    ".md": Format(as_markdown, _EVERY),
    ".markdown": Format(as_markdown, _EVERY),
    ".html": Format(as_html, _EVERY),
    ".htm": Format(as_html, _EVERY),
    ".xhtml": Format(as_html, _EVERY),
    ".pdf": Format(as_pdf),
    ".docx": Format(as_docx),
    ".odt": Format(as_odt),
    ".csv": Format(as_csv),
    ".tsv": Format(as_tsv),
    ".tab": Format(as_tsv),
    ".xlsx": Format(as_workbook),
    ".xlsm": Format(as_workbook),
    ".json": Collected(as_json),
    ".jsonl": Collected(as_json_lines),
    ".ndjson": Collected(as_json_lines),
    ".rss": Collected(as_rss),
    ".atom": Collected(as_atom),
    ".xml": Collected(as_rss),
    ".eml": Format(as_mail, ("title", "outlet", "published")),
    ".zip": Collected(as_zip),
    ".gz": Format(as_gzip, _EVERY, named=".html.gz"),
    ".warc": Collected(as_web_archive),
}


def convert(sources: Path, draft: Path, suffix: str, into: Path) -> tuple[Path, Path]:
    """The folder of the sources and the file of the draft in another format.

    The draft stands beside the folder, so that its own manifest says what its format has no field for.
    """
    told, drafted = stories(sources), story_of(draft)
    (into / "sources").mkdir()
    _write(told, suffix, into / "sources", "wires")
    (written,) = _write([drafted], suffix, into, drafted.name)
    return into / "sources", written


def _write(told: Sequence[Story], suffix: str, folder: Path, name: str) -> list[Path]:
    form = FORMATS[suffix]
    if isinstance(form, Collected):
        (folder / f"{name}{suffix}").write_bytes(form.write(told))
        return [folder / f"{name}{suffix}"]
    paths = [folder / f"{story.name}{form.named or suffix}" for story in told]
    for path, story in zip(paths, told, strict=True):
        path.write_bytes(form.write(story))
    rows = [
        {"document": path.name, **{field: _said(story, field) for field in _EVERY if field not in form.fields}}
        for path, story in zip(paths, told, strict=True)
    ]
    (folder / "sources.json").write_text(json.dumps({"documents": rows}), encoding="utf-8")
    return paths


def _said(story: Story, field: Field) -> str | None:
    if field == "title":
        return story.title
    value = getattr(story.known, field)
    return str(value) if value else None
