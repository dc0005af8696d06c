"""What a page says of itself: title, outlet, address, and the days of its publication and of its last change.

Told is told: a day comes from the data that a page carries for machines, never from one that merely stands on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date
from urllib.parse import urlsplit

from factcheck.documents.moments import moment
from factcheck.documents.pages.linked import Told
from factcheck.documents.pages.moments import day
from factcheck.documents.pages.tree import Element
from factcheck.documents.pages.words import words_of
from factcheck.documents.reading import Metadata

_PUBLISHED = """article:published_time og:article:published_time og:published_time rnews:datepublished datepublished
    article:published dc.date.issued dcterms.issued dcterms.created dc.date.created parsely-pub-date sailthru.date
    pubdate publishdate publish-date publish_date publication_date article.published cxenseparse:recs:publishtime
    date dc.date dcterms.date""".split()
"""The names of meta tags, the surest first."""
_UPDATED = """article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified
    dc.date.modified last-modified lastmod article.updated""".split()
_ADDRESSES = ("og:url", "twitter:url")
_OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
_TITLES = ("og:title", "twitter:title", "dc.title")
_FURTHEST = "2100-01-01"
"""htmldate takes today where nothing is said, and a run must not hang on its day."""


def about(root: Element, data: Told) -> Metadata:
    """What the page's own data say; None where they say nothing, or two things."""
    metas = _metas(root)
    url = _address(_canonical(root)) or _address(_first(metas, _ADDRESSES)) or _address(data.url)
    published = data.published or _day(metas, _PUBLISHED) or _marked(root, "datePublished")
    return Metadata(
        title=_first(metas, _TITLES) or data.title or _title(root),
        outlet=_first(metas, _OUTLETS) or data.outlet,
        published=published or (None if data.doubted else _found(root, url)),
        url=url,
        moment=data.moment if data.published else moment(_dated(metas, _PUBLISHED)),
        updated=data.updated or _day(metas, _UPDATED) or _marked(root, "dateModified"),
    )


def _metas(root: Element) -> Mapping[str, str]:
    """The content of the meta tags by name or property in lower case; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name, content)
    return metas


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _day(metas: Mapping[str, str], names: Iterable[str]) -> date | None:
    return day(_dated(metas, names))


def _dated(metas: Mapping[str, str], names: Iterable[str]) -> str:
    """The first that begins with a day; "" for none."""
    return next((metas[name] for name in names if day(metas.get(name))), "")


def _marked(root: Element, name: str) -> date | None:
    """The day of the page's microdata; None where the page marks several (those of its posts, or of other articles)."""
    elements = root.xpath("//*[@itemprop=$name]", name=name)
    days = {day(element.get("datetime") or element.get("content") or element.text) for element in elements}
    return days.pop() if len(days) == 1 else None


def _found(root: Element, url: str | None) -> date | None:
    """What htmldate finds in the head and the address of the page: a day in its body may be any day."""
    from htmldate import find_date
    from lxml import html

    head = root.find("head")
    if head is None and not url:
        return None
    page = html.Element("html")
    if head is not None:
        page.append(deepcopy(head))
        for said in page.xpath("//script | //meta[@*[contains(., 'modif') or contains(., 'update')]]"):
            said.getparent().remove(said)  # htmldate takes the day of the last change where there is no other
    page.append(html.Element("body"))
    return day(find_date(page, extensive_search=False, original_date=True, url=url, max_date=_FURTHEST))


def _canonical(root: Element) -> str | None:
    links = (link for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((link.get("href") for link in links), None)


def _address(said: str | None) -> str | None:
    """A whole web address; anything else ("javascript:", "/a") leads nowhere."""
    said = (said or "").strip()
    try:
        parts = urlsplit(said)
    except ValueError:
        return None
    return said if parts.scheme in ("http", "https") and parts.netloc else None


def _title(root: Element) -> str | None:
    heads = [words_of(head) for head in root.iter("h1") if head.find(".//a") is None]  # a link is the outlet's name
    if len(heads) == 1 and heads[0]:
        return heads[0]
    title = root.find(".//title")
    return " ".join(title.text.split()) or None if title is not None and title.text else None
