"""Figures for tests, from short texts through the real extraction; numbers by hand where a property needs many.

A text marks the figures that a test is about with square brackets where it holds others too:
"Of 40 wells, [25] were shut". The brackets are taken out before the text is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path

from hypothesis import strategies as st

from factcheck import check
from factcheck.claims.mentions import Mention
from factcheck.claims.mentions import mentions as made_ready
from factcheck.documents import from_text
from factcheck.figures import extract
from factcheck.model import Amount, Bound, Document, Figure, Interval, Report, Span

PUBLISHED = date(2024, 3, 6)
"""A Wednesday: the day on which texts without a day of their own were published."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source to be checked: its text, and what its entry in `sources.json` says."""

    text: str
    published: date | None = PUBLISHED
    outlet: str = ""
    draft: bool = False


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without square brackets, and where the words that they held stand in it."""
    parts = re.split(r"\[([^\]]*)\]", text)
    starts = [0, *accumulate(map(len, parts))]
    return "".join(parts), [Span(starts[n], starts[n + 1]) for n in range(1, len(parts), 2)]


def marked_figures(figures: Sequence[Figure], spans: Sequence[Span]) -> list[Figure]:
    """The one figure in each of the marked spans; all figures where nothing is marked."""
    if not spans:
        return list(figures)
    inside = [[f for f in figures if f.span.overlaps(span)] for span in spans]
    assert all(len(found) == 1 for found in inside), f"brackets hold {[len(found) for found in inside]} figures"
    return [found[0] for found in inside]


def document(text: str, name: str = "d1", published: date | None = PUBLISHED) -> Document:
    """A text that is in no file."""
    return replace(from_text(text, path=f"{name}.txt", published=published), id=name)


def _read(text: str, name: str, published: date | None) -> list[Mention]:
    plain, spans = unmarked(text)
    read = document(plain, name, published)
    return made_ready(marked_figures(extract([read])[0].figures, spans), [read])


@cache
def mention(text: str, name: str = "d1", published: date | None = PUBLISHED) -> Mention:
    """The one figure of a text (the marked one) as the matching sees it."""
    found = _read(text, name, published)
    assert len(found) == 1, f"{text!r} holds {[m.figure.text for m in found]}"
    return found[0]


def mentions(*texts: str) -> list[Mention]:
    """The figures of some texts (the marked ones), one document each."""
    return [m for n, text in enumerate(texts, start=1) for m in _read(text, f"d{n}", PUBLISHED)]


def saying(amount: Amount, name: str = "d1") -> Mention:
    """A mention in a plain sentence that says another amount than the one that stands there."""
    made = mention("The track is 5 kilometres long.", name)
    return replace(made, figure=replace(made.figure, amount=amount))


def exactly(value: Decimal, unit: str = "kilometer") -> Amount:
    """The amount of a number written to its last digit that is not zero."""
    step = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    return Amount(Interval(value, value), Interval(value - step / 2, value + step / 2), unit, step=step)


def bounded(value: Decimal, bound: Bound, unit: str = "kilometer") -> Amount:
    """The amount of a number with the words of its bound: "about", "more than", "up to"."""
    reach = {
        "about": Interval(value * Decimal("0.95"), value * Decimal("1.05")),
        "at_least": Interval(value, None),
        "at_most": Interval(None, value),
    }
    made = exactly(value, unit)
    return replace(made, precise=reach.get(bound, made.precise), bound=bound)


VALUES = st.builds(lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(1, 999), st.integers(-1, 5))
BOUNDS = st.sampled_from(("exact", "about", "at_least", "at_most"))


def amounts(*units: str) -> st.SearchStrategy[Amount]:
    """Amounts of some units, as written with up to three digits and a scale, with every bound."""
    return st.builds(bounded, VALUES, BOUNDS, st.sampled_from(units))


def write(folder: Path, sources: Sequence[Source]) -> None:
    """The sources as files of a folder, with the `sources.json` that says when and by whom."""
    entries = []
    for n, source in enumerate((s for s in sources if not s.draft), start=1):
        (folder / f"{n}.md").write_text(source.text + "\n", encoding="utf-8")
        known = {"document": f"{n}.md", "outlet": source.outlet or None}
        known["published"] = source.published.isoformat() if source.published else None
        entries.append({key: value for key, value in known.items() if value is not None})
    (folder / "sources.json").write_text(json.dumps({"documents": entries}), encoding="utf-8")


def checked(folder: Path, *sources: Source | str) -> Report:
    """The report on some sources; a plain text was published on the usual day."""
    given = [Source(s) if isinstance(s, str) else s for s in sources]
    write(folder, given)
    drafts = [source for source in given if source.draft]
    if not drafts:
        return check([str(folder)])
    path = folder.with_name(f"{folder.name}-draft.md")
    day = f"published: {drafts[0].published}\n" if drafts[0].published else ""
    path.write_text(f"---\n{day}outlet: {drafts[0].outlet or 'Draft'}\n---\n{drafts[0].text}\n", encoding="utf-8")
    return check([str(folder)], draft=str(path))


def marked(folder: Path, *texts: str) -> tuple[Report, set[str]]:
    """The report on texts, and the ids of the figures that they mark."""
    plain = [unmarked(text) for text in texts]
    report = checked(folder, *(text for text, _ in plain))
    ids = {
        figure.id
        for read, (_, spans) in zip(report.documents, plain, strict=True)
        for figure in marked_figures([f for f in report.figures if f.document == read.id], spans)
    }
    return report, ids
