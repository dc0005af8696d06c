"""Documents of some twenty pages in each format, made of the bundled example's paragraphs over and over.

What holds several documents (a feed, an archive) holds the sources one by one.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from functools import partial
from html import escape
from io import BytesIO, StringIO
from pathlib import Path

from tests.documents.fidelity import WRITERS, Story, story_of
from tests.samples.packing import packed, web_archive

SOURCES = Path(__file__).resolve().parents[2] / "reports" / "border-buildup" / "sources"
TIMES = 14
ROWS = 1_000
_DAY = "Fri, 04 Feb 2022 08:00:00 GMT"


def stories(times: int = TIMES) -> Iterator[Story]:
    """The stories of all sources one after the other, several times, each paragraph with a number of its own."""
    sources = [story_of(path) for path in sorted(SOURCES.glob("*.txt"))]
    k = 0
    for n in range(times):
        for source in sources:
            yield Story(tuple((kind, f"{words} ({n}.{k + at})") for at, (kind, words) in enumerate(source.blocks)))
            k += len(source.blocks)
        k = 0


def story(times: int = TIMES) -> Story:
    """The stories as one."""
    return Story(tuple(block for part in stories(times) for block in part.blocks))


def page(told: Story) -> bytes:
    """A web page: the article is short, as they are, and furniture stands around it."""
    article = WRITERS[".html"](told).decode("utf-8")
    links = "".join(f"<li><a href='/{n}'>Story number {n} of the week</a></li>" for n in range(150))
    head = "<title>Border</title><meta property='article:published_time' content='2022-02-04'>"
    return (
        article.replace("<html>", f"<html><head>{head}</head>")
        .replace("<article>", f"<nav><ul>{links}</ul></nav><main><article>")
        .replace("</article>", f"</article></main><footer><ul>{links}</ul></footer>")
        .encode("utf-8")
    )


def rows() -> Iterator[tuple[str, ...]]:
    """A table with its heads: names, years, thousands with a point, shares."""
    yield "Place", "Year", "Troops, thousands", "Share of all"
    for n in range(ROWS):
        yield ("Beijing", "Yelnya", "Soloti")[n % 3], str(1990 + n % 30), f"{117.5 + n % 40}", f"{n % 97}%"


def as_csv() -> bytes:
    written = StringIO()
    csv.writer(written).writerows(rows())
    return written.getvalue().encode("utf-8")


def as_xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Troops")
    for n, (place, year, troops, share) in enumerate(rows()):
        sheet.append([place, int(year), float(troops), share] if n else [place, year, troops, share])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def articles() -> Iterator[dict[str, str]]:
    for told in stories():
        (_, headline), *body = told.blocks
        yield {
            "headline": headline,
            "datePublished": "2022-02-04",
            "articleBody": "\n\n".join(words for _, words in body),
        }


def as_json() -> bytes:
    return json.dumps(list(articles())).encode("utf-8")


def as_lines() -> bytes:
    return "\n".join(map(json.dumps, articles())).encode("utf-8")


def as_rss() -> bytes:
    items = "".join(
        f"<item><title>{escape(article['headline'])}</title><pubDate>{_DAY}</pubDate>"
        f"<description>{escape(_paragraphs(article))}</description></item>"
        for article in articles()
    )
    return f'<rss version="2.0"><channel><title>Border</title>{items}</channel></rss>'.encode()


def as_atom() -> bytes:
    entries = "".join(
        f"<entry><title>{escape(article['headline'])}</title><published>2022-02-04T08:00:00Z</published>"
        f'<summary type="html">{escape(_paragraphs(article))}</summary></entry>'
        for article in articles()
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Border</title>{entries}</feed>'.encode()


def _paragraphs(article: Mapping[str, str]) -> str:
    return "".join(f"<p>{escape(words)}</p>" for words in article["articleBody"].split("\n\n"))


def as_mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Ada Lind <ada@example.org>", "Troops at the border", _DAY
    mail.set_content("\n\n".join(words for _, words in story().blocks))
    return mail.as_bytes()


def pages() -> list[bytes]:
    return [page(told) for told in stories(1)]


def as_zip() -> bytes:
    return packed({f"{n}.html": data for n, data in enumerate(pages())})


def as_warc() -> bytes:
    return web_archive(*((f"https://example.org/{n}", "text/html", data) for n, data in enumerate(pages())))


MAKERS: Mapping[str, Callable[[], bytes]] = {
    "html": lambda: page(story(2)),
    **{suffix[1:]: partial(write, story()) for suffix, write in WRITERS.items() if suffix != ".html"},
    "csv": as_csv,
    "xlsx": as_xlsx,
    "json": as_json,
    "jsonl": as_lines,
    "rss": as_rss,
    "atom": as_atom,
    "eml": as_mail,
    "zip": as_zip,
    "warc": as_warc,
}
