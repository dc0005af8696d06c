"""Figures: every number of a document with its unit and context; numbers that are none, with the reason.

`extract` reads each sentence that holds a number with the grammar (`grammar`), asks the parse what
the number hangs on (`context`), and decides what only the parse can tell (`deciding`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.figures import context, countries, deciding, hanging, precision
from factcheck.figures.bounds import Bounding
from factcheck.figures.dates.anchor import Anchor
from factcheck.figures.grammar import Readings, may_hold_figure, read
from factcheck.figures.grouping import grouped, has_dots
from factcheck.figures.language import DEFAULT_MODEL, Parse, parses
from factcheck.figures.reading import NoFigure, Reading
from factcheck.figures.scales import ABBREVIATED
from factcheck.figures.scan import Token, tokenize
from factcheck.figures.sentences import split
from factcheck.figures.tables import Phrase, is_scale, phrases, scaling
from factcheck.model import Amount, Block, Context, Document, Dropped, Figure, Skipped, Span, Wording

__all__ = ["Extracted", "extract", "unread"]

MOST_NUMBERS = 50_000
"""Numbers of a document that are read; no text has more, and a trap may have millions."""
_ROW, _FEWEST_WORDS = 40, 0.25
"""A sentence of so many tokens with a smaller share of words is a row of numbers."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document holds."""

    figures: tuple[Figure, ...]
    dropped: tuple[Dropped, ...]
    unread: str = ""
    """Why the rest of a document with too many numbers was not read; empty where all was."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence whose numbers are read and which waits for its parse; offsets are of `text`.

    That is the document's text, or that of the `phrase` which a cell of a table is read as.
    """

    text: str
    span: Span
    tokens: Sequence[Token]
    readings: Readings
    phrase: Phrase | None = None

    def located(self, span: Span) -> Span | None:
        """The span in the document; None for what stands in the heads of a table."""
        return span if self.phrase is None else self.phrase.located(span)

    @property
    def has_grammar(self) -> bool:
        """Whether a parse can help: the sentence has figures and words, and is no row of numbers."""
        if not self.readings.figures:
            return False
        words = len([t for t in self.tokens if t.kind == "word"])
        row = len(self.tokens) >= _ROW and words < _FEWEST_WORDS * len(self.tokens)
        return words > 0 and not row


def extract(documents: Sequence[Document], model: str = DEFAULT_MODEL) -> list[Extracted]:
    """The figures of each document. The parses of all of them run in one batch; most sentences need none."""
    bounded = [_bounded(_read(document)) for document in documents]
    waiting = [_settled(sentences) for sentences, _ in bounded]
    texts = (_as_parsed(s) for sentences in waiting for s in sentences if s.has_grammar)
    parsed = parses(texts, model) if any(s.has_grammar for sentences in waiting for s in sentences) else iter(())
    found = [_extracted(document, sentences, parsed) for document, sentences in zip(documents, waiting, strict=True)]
    return [replace(one, unread=unread) for one, (_, unread) in zip(found, bounded, strict=True)]


def unread(documents: Sequence[Document], extracted: Sequence[Extracted]) -> Iterator[Skipped]:
    """What of the documents holds too many numbers to be checked."""
    for document, found in zip(documents, extracted, strict=True):
        if found.unread:
            yield Skipped(document.path, found.unread, checked=True)


def _bounded(sentences: Iterator[_Sentence]) -> tuple[list[_Sentence], str]:
    """The sentences up to the most numbers that are read, and why those after them are not."""
    held: list[_Sentence] = []
    numbers = 0
    for sentence in sentences:
        if numbers > MOST_NUMBERS:
            return held, f"holds more than {MOST_NUMBERS} numbers; those after them were not checked: split it"
        held.append(sentence)
        numbers += len(sentence.readings.figures) + len(sentence.readings.dropped)
    return held, ""


def _one_line(text: str, span: Span) -> str:
    """The sentence as the parser sees it: line breaks and what is no prose as spaces, so that no offset moves."""
    return _NO_PROSE.sub(" ", span.quote(text))


def _as_parsed(sentence: _Sentence) -> str:
    """The sentence on one line; a letter that scales digits is a digit there ("1.70 homes"), which the parser knows."""
    line = _one_line(sentence.text, sentence.span)
    for reading, _ in sentence.readings.figures:
        letters = sentence.tokens[reading.end - 1]
        if reading.kind == "count" and letters.kind == "word" and letters.glued and letters.lower in ABBREVIATED:
            start, end = letters.start - sentence.span.start, letters.end - sentence.span.start
            line = f"{line[:start]}{'0' * (end - start)}{line[end:]}"
    return line


_NO_PROSE = re.compile(r"[^\S ]|[*_|#`\ud800-\udfff]")
"""White space, half characters, and the signs of Markdown, which the parser would take for words."""


def _read(document: Document) -> Iterator[_Sentence]:
    dots = has_dots(document.text)
    tabular, scales = phrases(document), scaling(document) if document.cells else ()
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        anchor = _anchor(document, block)
        if block.span in tabular:
            for phrase in tabular[block.span]:
                whole = Span(0, len(phrase.text))
                yield from (replace(s, phrase=phrase) for s in _sentences(phrase.text, whole, anchor, dots=False))
        else:
            found = _sentences(document.text, block.span, anchor, dots=dots)
            yield from map(_without_scale, found) if block.span in scales else found


def _without_scale(sentence: _Sentence) -> _Sentence:
    """The line above a table without the scale that it gives the cells: "Deaths on roads, thousands"."""
    *others, last = sentence.readings.figures or (None,)
    if last is None or last[0].end - last[0].start > 1 or not is_scale(sentence.tokens[last[0].start].text):
        return sentence
    scale = NoFigure(last[0].start, last[0].end, "scale of the table below")
    return replace(sentence, readings=Readings(tuple(filter(None, others)), (*sentence.readings.dropped, scale)))


def _sentences(text: str, within: Span, anchor: Anchor, *, dots: bool) -> Iterator[_Sentence]:
    for span in split(text, within):
        tokens = tokenize(text, span.start, span.end)
        if may_hold_figure(tokens):
            whole = grouped(text, tokens, dots=dots)
            readings = read(text, whole, anchor)
            if readings.figures or readings.dropped:
                yield _Sentence(text, span, whole, readings)


def _settled(sentences: list[_Sentence]) -> list[_Sentence]:
    """The sentences of a document with the currencies that its own money tells."""
    held = [(s.tokens, [reading for reading, _ in s.readings.figures]) for s in sentences]
    result: list[_Sentence] = []
    for sentence, found in zip(sentences, countries.settled(held), strict=True):
        figures = sentence.readings.figures
        if all(new is old for new, (old, _) in zip(found, figures, strict=True)):
            result.append(sentence)
        else:
            told = tuple((new, bounding) for new, (_, bounding) in zip(found, figures, strict=True))
            result.append(replace(sentence, readings=Readings(told, sentence.readings.dropped)))
    return result


_FIRST_YEAR, _LAST_YEAR = 1600, 2200


def _anchor(document: Document, block: Block) -> Anchor:
    published: date | None = block.published or document.published
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None  # "0001-01-01" is how some systems write "unknown"
    return Anchor(published)


def _extracted(document: Document, sentences: Iterable[_Sentence], parsed: Iterator[Parse]) -> Extracted:
    figures: list[Figure] = []
    dropped: list[Dropped] = []
    for sentence in sentences:
        lost: list[NoFigure] = list(sentence.readings.dropped)
        if sentence.readings.figures:
            kept, more = _decided(sentence, next(parsed) if sentence.has_grammar else ())
            lost += more
            placed = [item for item in kept if sentence.located(item[0].span(sentence.tokens))]
            figures += [_figure(document, sentence, len(figures) + n, *item) for n, item in enumerate(placed, start=1)]
        dropped += [d for n in lost if (d := _dropped(document, sentence, n))]
    return Extracted(tuple(figures), tuple(dropped))


def _decided(sentence: _Sentence, parse: Parse) -> tuple[list[deciding.Decided], list[NoFigure]]:
    kept: list[deciding.Decided] = []
    lost: list[NoFigure] = []
    scene = context.scene(parse, sentence.span)
    for reading, bounding in sentence.readings.figures:
        number, unit = reading.span(sentence.tokens), reading.unit_span(sentence.tokens)
        hung = hanging.hang(parse, reading, number, unit, sentence.span)
        around = context.context_of(scene, reading, hung)
        verdict = deciding.decide(sentence.tokens, reading, around, hung)
        if isinstance(verdict, NoFigure):
            lost.append(verdict)
        else:
            kept.append((verdict, bounding, around))
    kept = deciding.with_rates(sentence.tokens, deciding.with_money(deciding.with_antecedents(kept)))
    return deciding.with_period(kept), lost


def _figure(
    document: Document, sentence: _Sentence, n: int, reading: Reading, bounding: Bounding | None, around: Context
) -> Figure:
    own = reading.span(sentence.tokens)
    span = sentence.located(own) or own
    amount = Amount(
        reading.value,
        precision.precise(reading, bounding),
        reading.unit,
        reading.bound,
        reading.change,
        reading.change_form,
        reading.iso,
        reading.zone,
        reading.step,
    )
    text, named = span.quote(document.text), reading.unit_span(sentence.tokens)
    unit = sentence.located(named) if named else None
    worded = None
    if sentence.phrase is not None:
        around, worded = replace(around, sentence=sentence.phrase.row), Wording(sentence.text, own, named)
    return Figure(f"{document.id}.{n}", document.id, span, text, reading.kind, amount, around, unit, worded)


def _dropped(document: Document, sentence: _Sentence, none: NoFigure) -> Dropped | None:
    span = sentence.located(Span(sentence.tokens[none.start].start, sentence.tokens[none.end - 1].end))
    return Dropped(span, span.quote(document.text), none.reason) if span else None
