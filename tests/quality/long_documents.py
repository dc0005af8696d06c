"""Documents of some twenty pages in each format, made of the bundled example's paragraphs over and over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.documents.fidelity import WRITERS, Story, story_of

SOURCES = Path(__file__).resolve().parents[2] / "reports" / "border-buildup" / "sources"
TIMES = 14


def story(times: int = TIMES) -> Story:
    """The stories of all sources one after the other, several times, each paragraph with a number of its own."""
    blocks = [block for path in sorted(SOURCES.glob("*.txt")) for block in story_of(path).blocks]
    return Story(tuple((kind, f"{words} ({n}.{k})") for n in range(times) for k, (kind, words) in enumerate(blocks)))


def page() -> bytes:
    """A web page: the article is short, as they are, and furniture stands around it."""
    article = WRITERS[".html"](story(2)).decode("utf-8")
    links = "".join(f"<li><a href='/{n}'>Story number {n} of the week</a></li>" for n in range(150))
    head = "<title>Border</title><meta property='article:published_time' content='2022-02-04'>"
    return (
        article.replace("<html>", f"<html><head>{head}</head>")
        .replace("<article>", f"<nav><ul>{links}</ul></nav><main><article>")
        .replace("</article>", f"</article></main><footer><ul>{links}</ul></footer>")
        .encode("utf-8")
    )


MAKERS: Mapping[str, Callable[[], bytes]] = {
    "html": page,
    **{suffix[1:]: partial(write, story()) for suffix, write in WRITERS.items() if suffix != ".html"},
}
