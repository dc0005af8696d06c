"""RSS and Atom feeds: each item a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from factcheck.documents.faults import told
from factcheck.documents.front_matter import day
from factcheck.documents.moments import in_utc, moment
from factcheck.documents.passages import Passage
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

SUFFIXES = (".rss", ".atom", ".xml")

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|channel)\b", re.IGNORECASE)
_LOOKED_AT = 5_000


def read(source: Source) -> Iterator[Reading | Skipped]:
    """The items in the feed's order. Raises UnreadableError for what is no feed, or defines entities."""
    if _ENTITY.search(source.data.replace(b"\0", b"")):
        raise UnreadableError("XML that defines entities, which are never read; save it without them")
    if not _ROOT.search(source.data[:_LOOKED_AT].replace(b"\0", b"")):
        raise UnreadableError("XML that is no RSS or Atom feed; save the text as .txt, .html or .json")
    import feedparser

    with told("XML that is broken", "get it anew"):
        feed = feedparser.parse(io.BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False)
    outlet = _words(feed.feed.get("title"))
    for n, entry in enumerate(feed.entries, 1):
        yield _read(entry, n, outlet)
    if not feed.entries:
        raise UnreadableError(f"a feed without items{_fault(feed)}; get it anew")
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield Skipped("", f"the feed is broken{_fault(feed)}; items behind the fault may be missing; get it anew")


def _fault(feed: Mapping[str, Any]) -> str:
    error = feed.get("bozo_exception")
    line = getattr(error, "getLineNumber", lambda: None)()
    return f" (line {line}: not well-formed)" if line else ""


def _read(entry: dict[str, Any], n: int, outlet: str | None) -> Reading | Skipped:
    bodies = [str(content.get("value") or "") for content in entry.get("content", [])]
    body = max((*bodies, str(entry.get("summary") or "")), key=len)
    title = _words(entry.get("title"))
    if not body.strip() and not title:
        return Skipped(f"#{n}", "an item without text; there is nothing to check")
    (published, at), (updated, changed) = _when(entry, "published"), _when(entry, "updated")
    own = _words(entry.get("source", {}).get("title")) or outlet
    later = updated if published and updated != published else None
    at = at if published else changed
    known = Metadata(title, own, published or updated, entry.get("link") or None, later, at)
    return Passage(body, known, n).reading()


def _words(value: object) -> str | None:
    """A title without its tags."""
    from factcheck.documents import fragments

    words = " ".join(p.words for p in fragments.pieces(str(value or "")) if isinstance(p, fragments.Words))
    return words or None


def _when(entry: dict[str, Any], key: str) -> tuple[date | None, str | None]:
    """The day as the feed writes it, in its own zone, and the moment where it tells it."""
    from email.utils import parsedate_to_datetime

    written = str(dict.get(entry, key) or "")  # the feed's own `get` makes up a day of publication
    try:
        told = parsedate_to_datetime(written)
    except ValueError:
        return day(written), moment(written)
    return told.date(), in_utc(told)
