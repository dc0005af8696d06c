"""JSON: an article, a list of them, or lines of them, as exports, schema.org and wires write them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from factcheck.documents.encoding import decoded
from factcheck.documents.front_matter import day
from factcheck.documents.moments import moment
from factcheck.documents.passages import Passage
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

SUFFIXES = (".json", ".jsonl", ".ndjson")

_LINES = (".jsonl", ".ndjson")
_TEXT = ("articleBody", "body_text", "text", "body", "content", "body_html", "body_xhtml", "contentText", "description")
_TITLE = ("headline", "title", "name")
_OUTLET = ("outlet", "publisher", "provider", "source", "site_name", "copyrightHolder")
_PUBLISHED = (
    "published",
    "datePublished",
    "published_at",
    "publishedAt",
    "publication_date",
    "pubDate",
    "firstCreated",
)
_PUBLISHED_TOO = ("firstcreated", "contentCreated", "versioncreated", "versionCreated", "date", "created")
_UPDATED = ("updated", "dateModified", "updated_at", "updatedAt", "modified", "contentModified", "versioncreated")
_URL = ("url", "link", "canonicalurl", "canonical_url", "mainEntityOfPage", "uri")
_NAMES = ("name", "title", "rendered", "literal", "value", "text", "@id", "href", "id")
_LISTS = (
    "articles",
    "items",
    "documents",
    "results",
    "entries",
    "stories",
    "posts",
    "hits",
    "data",
    "@graph",
    "itemSet",
)
_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|newsItem|text)\Z")
_CUT_OFF = re.compile(r"\[\+(\d{1,9}) char(?:acter)?s\]\s*\Z")
_EXAMPLE = 'give each a "text"'


def read(source: Source) -> Iterator[Reading | Skipped]:
    """Each article as a document "#3". Raises UnreadableError for what is no JSON or has no article in it."""
    decoding = decoded(source.data)
    text = decoding.text.lstrip("\ufeff")
    yield from (Skipped("", problem, checked=True) for problem in decoding.problems)
    if PurePath(source.name).suffix.lower() in _LINES:
        yield from _lines(text)
        return
    content = _parsed(text)
    found = _articles(content)
    alone = isinstance(content, dict) and found == [content]
    for n, article in enumerate(found, 1):
        yield _read(article, 0 if alone else n)
    if not found:
        raise UnreadableError(f"JSON without an article in it; {_EXAMPLE}")


def _lines(text: str) -> Iterator[Reading | Skipped]:
    for n, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if not line.strip():
            continue
        try:
            yield _read(_parsed(line), n)
        except UnreadableError as error:
            yield Skipped(f"#{n}", str(error))


def _parsed(text: str) -> object:
    """The JSON with its numbers as they are written. Raises UnreadableError."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"not JSON (line {error.lineno}, column {error.colno}: {error.msg}); correct it"
        ) from error
    except RecursionError as error:
        raise UnreadableError("JSON nested too deep to be a list of articles; take the articles out of it") from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Raises UnreadableError where a key stands twice: programs differ in which of the two they read."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise UnreadableError(f"JSON in which the key {_short(twice)!r} stands twice in one object; keep one of them")
    return found


def _articles(content: object) -> list[object]:
    """The objects of a list, of a list within an object, or the object itself."""
    if isinstance(content, list):
        return [inner for item in content for inner in _unwrapped(item)]
    if not isinstance(content, dict):
        return []
    if _has_text(content) or "@graph" in content:
        return _unwrapped(content)
    for key in _LISTS:
        if isinstance(content.get(key), list | dict):
            return _articles(content[key])
    return [content]


def _unwrapped(item: object) -> list[object]:
    """A member of a list; an object around another list or article is opened."""
    graph = item.get("@graph") if isinstance(item, dict) else None
    if isinstance(graph, list):
        return [node for node in graph if _is_article(node)] or graph
    return [item]


def _is_article(node: object) -> bool:
    return isinstance(node, dict) and _ARTICLE.match(_named(node.get("@type")) or "") is not None


def _has_text(article: Mapping[str, Any]) -> bool:
    return any(_body(article.get(key)) for key in _TEXT)


def _read(article: object, item: int) -> Reading | Skipped:
    part = f"#{item}" if item else ""
    if not isinstance(article, dict):
        return Skipped(part, f"no object in braces; {_EXAMPLE}")
    article = _flattened(article)
    body = next((body for key in _TEXT if (body := _body(article.get(key)))), "")
    if not body:
        return Skipped(
            part, f"an object without text (keys: {', '.join(map(_short, list(article)[:6])) or 'none'}); {_EXAMPLE}"
        )
    known, (body, missing) = _Known(article), _whole(body)
    return Passage(body, known.metadata(), item, (*known.problems(), *missing)).reading()


def _whole(body: str) -> tuple[str, tuple[str, ...]]:
    """The text without the mark by which services say that they cut it off ("… [+2345 chars]"), and what it says."""
    cut = _CUT_OFF.search(body)
    if cut is None or not body[: cut.start()].strip():
        return body, ()
    return body[: cut.start()], (f"its text is cut off, {cut[1]} more characters are not in the file; give all of it",)


def _short(key: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in key[:30])


def _flattened(article: dict[str, Any]) -> dict[str, Any]:
    """The article without the objects that wires put around its parts, as NewsML-G2 does."""
    flat = dict(article)
    for key in ("newsItem", "item", "_source", "itemMeta", "contentMeta", "contentSet", "inlineXML", "inlineData"):
        inner = flat.get(key)
        if isinstance(inner, dict):
            flat = {**inner, **flat}
        elif key.startswith("inline") and inner:
            flat.setdefault("body", inner)
    return flat


def _body(value: object) -> str:
    """The text of a field: text, an object around it, or paragraphs in a list."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, dict):
        return next(
            (body for key in ("rendered", "html", "text", "value", "body") if (body := _body(value.get(key)))), ""
        )
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_body, value)))
    return ""


def _named(value: object) -> str | None:
    """The name in a field: text, an object with a name, or the first of a list."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, list):
        return next(filter(None, map(_named, value)), None)
    if isinstance(value, dict):
        return next(filter(None, (_named(value.get(key)) for key in _NAMES)), None)
    return None


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article says of itself."""

    article: Mapping[str, Any]

    def metadata(self) -> Metadata:
        said, updated = self._dated(*_PUBLISHED, *_PUBLISHED_TOO), day(self._dated(*_UPDATED))
        published = day(said)
        later = updated if updated != published else None
        return Metadata(self._first(_TITLE), self._first(_OUTLET), published, self._address(), later, moment(said))

    def problems(self) -> tuple[str, ...]:
        """A time of publication that is none."""
        if self._dated(*_PUBLISHED, *_PUBLISHED_TOO):
            return ()
        said = self._first((*_PUBLISHED, *_PUBLISHED_TOO))
        return (f"{said[:40]!r} is no full date; write it as 2022-02-04",) if said else ()

    def _first(self, keys: Sequence[str]) -> str | None:
        return next(self._names(keys), None)

    def _dated(self, *keys: str) -> str:
        """The first that is a day or a time; "" for none."""
        return next(filter(day, self._names(keys)), "")

    def _address(self) -> str | None:
        return next((found for found in self._names(_URL) if found.startswith(("http://", "https://"))), None)

    def _names(self, keys: Sequence[str]) -> Iterator[str]:
        """What stands under those of the keys that the article has."""
        held = [self.article[key] for key in keys if key in self.article]
        return filter(None, map(_named, held))
