"""What a page says of its article in schema.org data (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.documents.moments import moment
from factcheck.documents.pages.moments import day
from factcheck.documents.pages.tree import Element

_ARTICLES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
_LIVE = "LiveBlogPosting"
_MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a live page: its day, and its words where the data hold them."""

    published: date
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the data say of the page's article. `doubted`: they tell of several articles and of none as the page's."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    updated: date | None = None
    body: str = ""
    posts: tuple[Post, ...] = ()
    live: bool = False
    doubted: bool = False
    moment: str | None = None
    """Of publication, in UTC."""


def told(root: Element) -> Told:
    """Data that cannot be read say nothing."""
    articles = [node for data in _data(root) for node in _nodes(data) if _is_article(node)]
    if not articles:
        return Told()
    live = next((node for node in articles if _LIVE in _types(node)), None)
    days = {day(_text(node.get("datePublished"))) for node in articles}
    if live is None and len(days) > 1:
        return Told(doubted=True)
    return _of(live or articles[0])


def _of(node: Mapping[str, Any]) -> Told:
    publisher = node.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    outlet = publisher.get("name") if isinstance(publisher, dict) else publisher
    page = node.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, dict) else page
    return Told(
        title=_text(node.get("headline")) or None,
        outlet=_text(outlet) or None,
        url=_text(node.get("url")) or _text(address) or None,
        published=day(_text(node.get("datePublished"))),
        updated=day(_text(node.get("dateModified"))),
        body=_text(node.get("articleBody")),
        posts=tuple(_posts(node.get("liveBlogUpdate"))),
        live=_LIVE in _types(node),
        moment=moment(_text(node.get("datePublished"))),
    )


def _posts(updates: object) -> Iterator[Post]:
    for update in updates if isinstance(updates, list) else [updates]:
        if isinstance(update, dict) and (at := day(_text(update.get("datePublished")))):
            yield Post(at, f"{_text(update.get('headline'))} {_text(update.get('articleBody'))}")


def _data(root: Element) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                yield json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    """The objects that stand in a list or a graph, not those within one another: those are posts, or mentioned."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node
        elif isinstance(node, dict):
            yield node
            waiting[:0] = [node[key] for key in ("@graph", "mainEntity") if key in node]


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(kind.endswith(_ARTICLES) for kind in _types(node))


def _types(node: Mapping[str, Any]) -> Sequence[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
