"""Front matter: YAML between two `---` lines at the top of a file, for title, outlet, published and url.

The YAML is composed but never constructed: each value is the text that stands in the file, and
aliases, tags and merge keys have no effect.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

from factcheck.documents.moments import moment
from factcheck.documents.reading import Metadata
from factcheck.model import Span

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

MOST_CHARACTERS = 20_000
_MOST_BRACKETS = 200

_EDGE = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_END = re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_BEGUN = re.compile(_EDGE.pattern + r"\w+:(?=\s)")
_KEYS = {"title": "title", "outlet": "outlet", "published": "published", "date": "published", "url": "url"}


def find(text: str) -> Span | None:
    """The front matter with both of its lines, or None."""
    opening = _EDGE.match(text)
    # searched from the end of the opening line, whose line end may be the closing line's too
    closing = _END.search(text, opening.end() - 1) if opening else None
    return Span(text.index("---"), closing.end()) if closing else None


def is_unclosed(text: str) -> bool:
    """Whether the text begins as front matter does, and no line ends it."""
    return find(text) is None and _BEGUN.match(text) is not None


def metadata(source: str) -> tuple[Metadata, tuple[str, ...]]:
    """What the front matter (with its `---` lines) says, and what of it could not be read."""
    if len(source) > MOST_CHARACTERS:
        return Metadata(), (f"front matter of more than {MOST_CHARACTERS} characters is not read; shorten it",)
    if source.count("[") + source.count("{") > _MOST_BRACKETS:  # a YAML reader spends seconds on deep nests
        return Metadata(), ("front matter is not simple YAML; keep to lines of `key: value`",)
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    lines = source.splitlines()
    try:
        node = YAML(typ="safe", pure=True).compose("\n".join(lines[1:-1]))
    except YAMLError as error:
        return Metadata(), (f"front matter is not YAML{_where(error)}; correct it or take it out",)
    except (RecursionError, ValueError):
        return Metadata(), ("front matter is not simple YAML; keep to lines of `key: value`",)
    return _told(node)


def day(words: str) -> date | None:
    """An ISO 8601 date or time, or a full date in words; None for anything else."""
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError:
        from factcheck.documents.dates import printed_dates  # its patterns take long to make, and most days are ISO's

        dates = printed_dates(words)
        return dates[0].day if len(dates) == 1 else None


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 2})" if mark else ""


def _told(node: Node | None) -> tuple[Metadata, tuple[str, ...]]:
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    if node is None:
        return Metadata(), ()
    if not isinstance(node, MappingNode):
        return Metadata(), ("front matter is not a list of `key: value` lines; correct it or take it out",)
    values: dict[str, str] = {}
    written = Counter(key.value for key, _ in node.value if isinstance(key, ScalarNode) and key.value in _KEYS)
    problems = [f"front matter: {key} stands {n} times; the first counts" for key, n in written.items() if n > 1]
    for key, value in node.value:
        name = _KEYS.get(key.value) if isinstance(key, ScalarNode) else None
        if name and isinstance(value, ScalarNode):
            values.setdefault(name, value.value.strip())
        elif name:
            problems.append(f"front matter: {key.value} is not one value; write `{key.value}: …` on one line")
    return _metadata(values, problems)


def _metadata(values: dict[str, str], problems: list[str]) -> tuple[Metadata, tuple[str, ...]]:
    written = values.get("published")
    published = day(written) if written else None
    if written and not published:
        problems.append(f"front matter: {written[:40]!r} is no full date; write it as 2022-02-04")
    known = Metadata(
        values.get("title") or None,
        values.get("outlet") or None,
        published,
        values.get("url") or None,
        moment=moment(written or ""),
    )
    return known, tuple(problems)
