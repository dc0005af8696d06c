"""Web archives (WARC): the pages and texts that were fetched well, each under its address."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.documents import faults, nested
from factcheck.documents.reading import Reading, Source
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SUFFIXES = (".warc",)

_NAMES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
    "text/csv": "page.csv",
    "application/json": "page.json",
    "application/ld+json": "page.json",
    "application/rss+xml": "page.rss",
    "application/atom+xml": "page.atom",
}
_FETCHED = "200"


def read(source: Source) -> Iterator[Reading | Skipped]:
    """The records "#3" that are answers with a text. Raises UnreadableError for what is no web archive."""
    from warcio.archiveiterator import ArchiveIterator

    if not source.data.startswith((b"WARC/", b"\x1f\x8b")):
        raise UnreadableError("named .warc but no web archive; give it the suffix of what it is")
    kinds: Counter[str] = Counter()
    try:
        for n, record in enumerate(ArchiveIterator(io.BytesIO(source.data)), 1):
            if kind := _kind(record):
                kinds[kind] += 1
            if kind in _NAMES:
                yield from _answer(source, record, n, _NAMES[kind])
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # warcio lets through whatever a broken record raises
        if not kinds:
            raise UnreadableError(f"no web archive, or a broken one ({faults.short(error)}); get it anew") from error
        yield Skipped("", f"broken from there on ({faults.short(error)}); get it anew")
    if not kinds:
        raise UnreadableError("a web archive without a page that was fetched well; there is nothing to check")
    yield from _rest(source, {kind: count for kind, count in kinds.items() if kind not in _NAMES})


def _answer(source: Source, record: ArcWarcRecord, n: int, name: str) -> Iterator[Reading | Skipped]:
    data = record.content_stream().read(source.room + 1)
    if len(data) > source.room:
        limit = f"the limit of {source.limits.unpacked} bytes"
        yield Skipped(f"#{n}", f"the archive unpacks to more than {limit}; split it or raise max_unpacked")
        return
    source.unpack(len(data))
    if record.raw_stream.limit > 0:
        yield Skipped(f"#{n}", "broken off: it is shorter than its archive says; get it anew", checked=True)
    yield from _page(source, record, n, name, data)


def _rest(source: Source, left_out: Mapping[str, int]) -> Iterator[Skipped]:
    """What of the archive is not read."""
    if source.data.startswith(b"WARC/") and not source.data.endswith((b"\n\n", b"\r\n\r\n")):
        yield Skipped("", "cut off at its end; what stood there is missing; get it anew")
    if left_out:
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(left_out.items()))
        yield Skipped("", f"parts of pages that hold no text were left out ({told})", checked=True)


def _kind(record: ArcWarcRecord) -> str:
    """The media type of an answer that was fetched well; "" for other records."""
    if record.rec_type not in ("response", "resource") or record.rec_headers is None:
        return ""
    headers = record.http_headers
    if record.rec_type == "response" and (headers is None or headers.get_statuscode() != _FETCHED):
        return ""
    told = (headers or record.rec_headers).get_header("Content-Type") or ""
    return str(told).partition(";")[0].strip().lower() or "of unknown type"


def _page(source: Source, record: ArcWarcRecord, n: int, name: str, data: bytes) -> Iterator[Reading | Skipped]:
    address = record.rec_headers.get_header("WARC-Target-URI")
    prefix = f"/{name}"
    for found in nested.inside(source, name, data, prefix):
        if isinstance(found, Skipped):
            yield replace(found, path=f"#{n}{found.path.removeprefix(prefix)}")
        else:
            known = replace(found.metadata, url=found.metadata.url or address or None)
            yield replace(found, part=f"#{n}{found.part.removeprefix(prefix)}", metadata=known)
