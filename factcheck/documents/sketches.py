"""All of a document by which copies are found: its words as numbers, what is a name among them, and where they stand.

A sketch is made where the document is read: five bytes for each word, and no text. Who copies a text may change a
number in it; so a number is only that, a number, and what it says is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from zlib import crc32

from factcheck.model import Block, Document, Role, Span

MASK = crc32(b"0")
"""Stands for every number."""

COLUMNS = 5
"""What is said of a passage."""
SEVERAL = 2
"""Passages that may be told as copies, from which on most of them must be copies if the whole is to be one."""
PARAGRAPH, DOCUMENT = 15, 40
"""Words of its own that a paragraph, and a document, must have to be told as a copy: a line of stock phrases is
anybody's, and who prints what a minister said copies nobody."""

_WORD = re.compile(r"\d[\d.,:]*\w*|[^\W\d_]+")
_NUMBER = re.compile(r"\d(?:[\d.,:]*\d)?")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+")
"""Begun by the stop itself, which is no word: a pattern that looks behind it is tried at each character."""
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|\Z)")
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
_RUNNING = ("paragraph", "item", "caption")
"""Kinds of blocks whose words are copied. Each desk writes its own headings; two tables of one layout are no copies."""

Origin = tuple[int | None, tuple[tuple[Span, int], ...]]
"""The place of the document of which one is a copy as a whole, and its stretches that go back to others, in order, each
with the place of its original's document."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A document as copies are told by it. All bytes are whole numbers of 32 bits, the lowest byte first.

    Passages are its paragraphs, items and captions. Words and numbers are digests, the same in every process.
    """

    path: str
    role: Role
    published: date | None
    moment: str | None
    """In UTC, where the time of day on which the document was published is told."""
    size: int
    """Characters of its text."""
    passages: bytes
    """For each passage as many as `COLUMNS`: its start and end in the text, how many words it has, how many of these
    are its writer's own, and how many numbers. No number is one's own, and no word in quotation marks, which two may
    hear from one speaker."""
    days: tuple[date | None, ...]
    """Of passages that have a day of their own, as posts of a live page; empty where none has."""
    words: bytes
    """The folded words of all passages."""
    names: bytes
    """A bit for each word, the highest of a byte first: whether it is among its passage's names, which are words in
    capitals inside a sentence. A sentence's first word is anything."""
    known: bytes
    """The same of the names of all passages."""
    numbers: bytes
    """What the numbers of each passage say, each once."""
    others: bytes
    """The starts and ends of headings and tables."""


@dataclass(frozen=True, slots=True)
class _Passage:
    words: Sequence[int]
    names: frozenset[int]
    numbers: frozenset[int]
    length: int


def sketched(document: Document) -> Sketch:
    """The sketch of a document."""
    running = [block for block in document.blocks if block.kind in _RUNNING]
    others = [block for block in document.blocks if block.kind not in (*_RUNNING, "furniture")]
    passages = [_passage(block.span.quote(document.text)) for block in running]
    names = frozenset().union(*(passage.names for passage in passages))
    days = tuple(block.published for block in running)
    return Sketch(
        document.path,
        document.role,
        document.published,
        document.moment,
        len(document.text),
        _numbers(chain.from_iterable(map(_row, running, passages))),
        days if any(days) else (),
        _numbers(chain.from_iterable(passage.words for passage in passages)),
        _bits([word in passage.names for passage in passages for word in passage.words]),
        _bits([word in names for passage in passages for word in passage.words]),
        _numbers(chain.from_iterable(sorted(passage.numbers) for passage in passages)),
        _numbers(chain.from_iterable((block.span.start, block.span.end) for block in others)),
    )


def _row(block: Block, passage: _Passage) -> tuple[int, ...]:
    return block.span.start, block.span.end, len(passage.words), passage.length, len(passage.numbers)


def _passage(text: str) -> _Passage:
    written = [found for part in _SENTENCE_END.split(text) if (found := _WORD.findall(part))]
    words = list(map(_digest, chain.from_iterable(written)))
    capitals = {word for sentence in written for word in sentence[1:] if word[0].isupper()}
    own = words if _QUOTED.search(text) is None else list(map(_digest, _WORD.findall(_QUOTED.sub(" ", text))))
    numbers = frozenset(crc32(number.encode()) for number in _NUMBER.findall(text))
    return _Passage(words, frozenset(map(_digest, capitals)) - {MASK}, numbers, len(own) - own.count(MASK))


@lru_cache(maxsize=1 << 16)  # of an archive's words most are written again and again
def _digest(word: str) -> int:
    if word[0].isdigit():
        return MASK
    folded = word.casefold()
    return MASK if folded in _NUMBER_WORDS else crc32(folded.encode())


def _numbers(numbers: Iterable[int]) -> bytes:
    import numpy as np

    return np.fromiter(numbers, "<u4").tobytes()


def _bits(flags: Sequence[bool]) -> bytes:
    import numpy as np

    return np.packbits(np.array(flags, bool)).tobytes()
