"""An archive made of the bundled example: many events, each told by a bundle of a few documents, no two bundles alike.

The example is read and its figures are found once. A bundle is that text with other names, numbers and days: in the
text, and in the figures in step with it (their spans move along), so that grouping can be measured on 100,000 figures
without parsing as many sentences. Persons, companies and towns have names of their own in each bundle, the places that
figures name come from a list that all bundles share, numbers are multiples of the example's, days lie whole weeks
earlier. All other words stay: every bundle tells of troops, gas and contracts in the same words, which is harder than
an archive. What the wording shows of a number's precision is scaled with it, not read anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from factcheck import documents
from factcheck import figures as extraction
from factcheck.claims.mentions import dimension_of
from factcheck.model import Amount, Context, Document, Figure, Interval, Span

EXAMPLE = Path(__file__).resolve().parents[2] / "reports" / "border-buildup"
SHARED_PLACES = 300
"""Countries and cities of the archive: each is named in many bundles."""
WEEKS = 520
MOST_TIMES = 5000
"""A number of the example is multiplied by up to this."""
SHORTEST_NUMBER = 10
"""Smaller numbers ("two governments") stay."""

_NUMBERS = frozenset(("count", "money", "measure", "rate", "percent"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_MID_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+")
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DAY = re.compile(r"(\d+) ([A-Z][a-z]+)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = frozenset(f"{date(2024, 1, day):%A}" for day in range(1, 8)) | frozenset(
    f"{date(2024, month, 1):%B}" for month in range(1, 13)
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of a text, and what stands in their place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Variation:
    """What one bundle says instead: names by their lower-case words, times of a number by dimension, days earlier."""

    names: dict[str, str]
    times: dict[str, Decimal]
    earlier: timedelta

    def words(self, text: str) -> str:
        """The text with the bundle's names and days, in the case in which the words stand."""
        return _ISO.sub(self._iso, _WORD.sub(self._word, text))

    def day(self, text: str, known: date) -> str:
        """A day of the month of a known date, earlier."""
        then = known - self.earlier
        return _DAY.sub(f"{then.day} {then:%B}", text)

    def number(self, figure: Figure) -> str:
        """The number's text, multiplied; a number in words is written in digits."""
        times = self.times[dimension_of(figure)]
        if not _WRITTEN.search(figure.text):
            return _digits((figure.amount.value.low or Decimal(0)) * times)
        return _WRITTEN.sub(lambda found: _digits(Decimal(found[0].replace(",", "")) * times), figure.text)

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        new = self.names.get(word.lower(), word)
        return new if new == word else new.upper() if word.isupper() else new.title() if word[0].isupper() else new

    def _iso(self, found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) - self.earlier).isoformat()


def _digits(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


# --- the example, read once ------------------------------------------------------------------------------------------


@cache
def example() -> tuple[tuple[Document, ...], tuple[tuple[Figure, ...], ...]]:
    """The documents of the example, and the figures of each."""
    sources, _ = documents.collect([str(EXAMPLE / "sources")])
    draft, _ = documents.collect([str(EXAMPLE / "draft.md")], start=len(sources) + 1)
    read = (*sources, *draft)
    return read, tuple(tuple(found.figures) for found in extraction.extract(read))


@cache
def _named() -> tuple[frozenset[str], frozenset[str]]:
    """The lower-case words of the example's places, and of its other names."""
    read, found = example()
    contexts = [figure.context for figures in found for figure in figures]
    places = {w for c in contexts for place in c.places for w in _WORD.findall(place)}
    names = {w for c in contexts for name in c.names for w in _WORD.findall(name)}
    names |= {w for document in read for w in _MID_SENTENCE.findall(document.text)}
    named = [{w.lower() for w in words if w[0].isupper() and w.title() not in _CALENDAR} for words in (places, names)]
    return frozenset(named[0]), frozenset(named[1] - named[0])


# --- one bundle ------------------------------------------------------------------------------------------------------


def variation(seed: int, bundle: int, *, alone: bool = False) -> Variation:
    """What a bundle says instead of the example; the same for the same seed. `alone`: its places are no other's."""
    chance = Random(f"{seed} {bundle}")  # noqa: S311 - made-up names are no secret
    places, others = _named()
    own = (
        [_made_up(chance, chance.randint(5, 9)) for _ in places] if alone else chance.sample(_places(seed), len(places))
    )
    names = dict(zip(sorted(places), own, strict=True))
    names |= {word: _made_up(chance, len(word)) for word in sorted(others)}
    figures = [figure for found in example()[1] for figure in found if _varies(figure)]
    times = {d: Decimal(chance.randint(2, MOST_TIMES)) for d in sorted({dimension_of(f) for f in figures})}
    times["share"] = Decimal(chance.randint(1, 8)) / 4
    earlier = timedelta(weeks=chance.randrange(WEEKS))
    february = date(2022, 2, 10) - earlier
    names |= {"january": f"{february - timedelta(10):%B}".lower(), "february": f"{february:%B}".lower()}
    return Variation(names, times, earlier)


@cache
def _places(seed: int) -> list[str]:
    """The places of the whole archive."""
    chance = Random(f"{seed} places")  # noqa: S311
    return sorted({_made_up(chance, chance.randint(5, 9)) for _ in range(SHARED_PLACES)})


def _made_up(chance: Random, letters: int) -> str:
    pairs = (chance.choice("bdfghklmnprstvwz") + chance.choice("aeiou") for _ in range(letters // 2 + 1))
    return "".join(pairs)[:letters]


def _varies(figure: Figure) -> bool:
    low = figure.amount.value.low
    return figure.kind in _NUMBERS and low is not None and low >= SHORTEST_NUMBER


def _edits(document: Document, figures: Sequence[Figure], other: Variation) -> list[Edit]:
    """What changes in a text, in order: its figures' numbers and days, then all names outside of them."""
    edits = []
    for figure in figures:
        if _varies(figure):
            edits.append(Edit(figure.span, other.number(figure)))
        elif figure.kind == "date" and _DAY.fullmatch(figure.text):
            known = date.fromordinal(int(figure.amount.value.low or 1))
            edits.append(Edit(figure.span, other.day(figure.text, known)))
    figured = [edit.span for edit in edits]
    for pattern in (_WORD, _ISO):
        for found in pattern.finditer(document.text):
            span, new = Span(found.start(), found.end()), other.words(found[0])
            if new != found[0] and not any(span.overlaps(s) for s in figured):
                edits.append(Edit(span, new))
    return sorted(edits, key=lambda edit: edit.span)


class _Moved:
    """Where the offsets of a text lie after its edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._ends = [edit.span.end for edit in edits]
        grown = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        self._moves = [0, *accumulate(grown)]

    def offset(self, old: int) -> int:
        return old + self._moves[bisect_right(self._ends, old)]

    def span(self, old: Span) -> Span:
        return Span(self.offset(old.start), self.offset(old.end))


def _edited(text: str, edits: Sequence[Edit]) -> str:
    at, parts = 0, []
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _document(document: Document, name: str, edits: Sequence[Edit], other: Variation) -> Document:
    moved = _Moved(edits)
    return replace(
        document,
        id=name,
        path=f"{name}.txt",
        text=_edited(document.text, edits),
        title=other.words(document.title or ""),
        published=document.published - other.earlier if document.published else None,
        blocks=tuple(replace(block, span=moved.span(block.span)) for block in document.blocks),
    )


def _figure(figure: Figure, n: int, document: Document, moved: _Moved, other: Variation) -> Figure:
    span = moved.span(figure.span)
    return replace(
        figure,
        id=f"{document.id}.{n}",
        document=document.id,
        span=span,
        text=span.quote(document.text),
        amount=_amount(figure, other),
        context=_context(figure.context, moved, other),
        unit_span=moved.span(figure.unit_span) if figure.unit_span else None,
    )


def _amount(figure: Figure, other: Variation) -> Amount:
    amount = figure.amount
    if _varies(figure):
        times = other.times[dimension_of(figure)]
        value, precise = amount.value.scaled(times), amount.precise.scaled(times)
        return replace(amount, value=value, precise=precise, step=amount.step * times)
    if figure.kind == "date" and amount.value.low is not None:
        value, precise = (_earlier(ends, other) for ends in (amount.value, amount.precise))
        return replace(amount, value=value, precise=precise, iso=other.words(amount.iso or ""))
    return amount


def _earlier(days: Interval, other: Variation) -> Interval:
    low, high = (None if end is None else end - other.earlier.days for end in (days.low, days.high))
    return Interval(low, high)


def _context(context: Context, moved: _Moved, other: Variation) -> Context:
    one = other.words

    def several(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(one, texts))

    return replace(
        context,
        sentence=moved.span(context.sentence),
        subject=one(context.subject),
        actor=one(context.actor),
        where=one(context.where),
        period=one(context.period) if context.period else None,
        attribution=one(context.attribution) if context.attribution else None,
        qualifiers=several(context.qualifiers),
        names=several(context.names),
        places=several(context.places),
        words=several(context.words),
        of=several(context.of),
    )


# --- the archive -----------------------------------------------------------------------------------------------------


def bundles(seed: int = 0, *, alone: bool = False) -> Iterator[tuple[list[Document], list[Figure]]]:
    """The documents and figures of one event after the other, without end."""
    read, found = example()
    bundle = 0
    while True:
        other = variation(seed, bundle, alone=alone)
        made, figures = [], []
        for n, (document, own) in enumerate(zip(read, found, strict=True), start=1 + bundle * len(read)):
            edits = _edits(document, own, other)
            made.append(_document(document, f"d{n}", edits, other))
            figures += [_figure(f, k, made[-1], _Moved(edits), other) for k, f in enumerate(own, start=1)]
        yield made, figures
        bundle += 1


def archive(size: int, seed: int = 0) -> tuple[list[Document], list[Figure]]:
    """So many whole bundles that they hold `size` figures or a few more."""
    per_bundle = sum(len(own) for own in example()[1])
    made = list(islice(bundles(seed), -(-size // per_bundle)))
    return [d for documents_, _ in made for d in documents_], [f for _, figures in made for f in figures]
