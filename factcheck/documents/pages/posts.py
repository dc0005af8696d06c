"""The posts of a live page, each with a time of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.documents.pages.article import in_furniture, is_prose, key
from factcheck.documents.pages.linked import Post, Told
from factcheck.documents.pages.moments import day
from factcheck.documents.pages.tree import Element
from factcheck.documents.pages.walk import Piece

_HOLDERS = ("article", "section", "li", "div")
_FEWEST = 2
_PROBE = 30
_UPDATED = re.compile(r"updat|modif|edited", re.IGNORECASE)


def with_days(root: Element, found: Sequence[Piece], told: Told) -> list[Piece]:
    """The pieces with the days of the posts in which they stand; without any where the page is not live."""
    posts = _posts(root, found)
    live = told.live or bool(root.xpath("//*[contains(@itemtype, 'LiveBlogPosting')]"))
    if not live and not _are_siblings(posts):
        return list(found)
    return [replace(piece, published=_day_of(piece, posts, told), sure=live) for piece in found]


def head_day(article: Sequence[Piece]) -> date | None:
    """The one day that stands, for machines to read, between the headline and the first sentence."""
    days = set()
    for piece in article:
        if piece.published or is_prose(piece):
            break
        if not _UPDATED.search(piece.words):
            days |= {day(time.get("datetime")) for time in piece.element.iter("time")}
    return days.pop() if len(days) == 1 else None


def _day_of(piece: Piece, posts: Mapping[Element, date], told: Told) -> date | None:
    outer = (posts[element] for element in (piece.element, *piece.element.iterancestors()) if element in posts)
    return next(outer, None) or _told_day(piece, told.posts)


def _posts(root: Element, found: Sequence[Piece]) -> dict[Element, date]:
    """The elements that hold one time and prose, with the day of that time."""
    times = _times(root)
    counts = Counter(outer for time in times for outer in time.iterancestors())
    prosaic = {outer for piece in found if is_prose(piece) for outer in piece.element.iterancestors()}
    posts: dict[Element, date] = {}
    for time, at in times.items():
        post = time
        while (outer := post.getparent()) is not None and counts[outer] == 1 and outer.tag != "body":
            post = outer
        if post.tag in _HOLDERS and post in prosaic and not in_furniture(post):
            posts[post] = at
    return posts


def _times(root: Element) -> dict[Element, date]:
    """The `<time>` elements that tell a day; of several that stand together, the first."""
    times: dict[Element, date] = {}
    holders = set()
    for time in root.iter("time"):
        at = day(time.get("datetime"))
        if at and time.getparent() not in holders and time.get("itemprop") != "dateModified":
            times[time] = at
            holders.add(time.getparent())
    return times


def _are_siblings(posts: Mapping[Element, date]) -> bool:
    """Whether posts stand in one list and are of one kind, which the parts of an article are not."""
    kinds = Counter((post.getparent(), post.tag, post.get("class")) for post in posts)
    return bool(kinds) and max(kinds.values()) >= _FEWEST


def _told_day(piece: Piece, posts: Sequence[Post]) -> date | None:
    letters = key(piece.words)[:_PROBE]
    if len(letters) < _PROBE:
        return None
    return next((post.published for post in posts if letters in key(post.words)), None)
