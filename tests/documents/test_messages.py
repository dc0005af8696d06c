from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.documents.messages import packed, receive, send
from factcheck.documents.reading import Metadata, Reading, Source, reader_of
from factcheck.model import Block, Cell, Mark, Skipped, Span
from tests.fuzz.targets import SAMPLES


class OwnText(str):
    """As the texts of a library that has its own."""


def sent(value: object) -> object:
    stream = BytesIO()
    send(stream, packed(value))
    stream.seek(0)
    return receive(stream)


DAY = date(2024, 5, 3)
HEADED = (Cell(Span(1, 2)), Cell(Span(3, 4), (Span(0, 1), Span(1, 2))), Cell(Span(5, 6), (Span(0, 1),)))


@pytest.mark.parametrize(
    "value",
    [
        ("read", ()),
        ("failed", "ValueError"),
        (Source("a.txt", b"\0\xff"), True),
        (
            Skipped("#1", "no text"),
            Reading("5 men", (), Metadata("A", published=DAY)),
            Skipped("", "cut", checked=True),
        ),
        Reading("ab", (Block("row", Span(0, 1)), Block("item", Span(1, 2), DAY, repeats=True))),
        Reading("a\ud800b", (), marks=(Mark(0, "A1"), Mark(1, "B1")), cells=HEADED, problems=("one", "two")),
        (None, (None, ()), ((),), (1, "a"), ("a", (1, Span(1, 2)))),
    ],
)
def test_what_is_sent_comes_out_the_same(value: object) -> None:
    assert sent(value) == value


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_reading_of_every_format_comes_out_the_same(sample: Path) -> None:
    found = tuple(reader_of(sample.name)(Source(sample.name, sample.read_bytes())))
    assert sent(("read", found)) == ("read", found)


def test_the_texts_of_libraries_come_out_as_plain_ones() -> None:
    found = sent((OwnText("Ferry aground"),))
    assert isinstance(found, tuple)
    assert type(found[0]) is str


def test_a_list_comes_out_as_a_tuple() -> None:
    assert sent(("read", [Span(1, 2), Span(3, 4)], [])) == ("read", (Span(1, 2), Span(3, 4)), ())


def test_what_is_of_no_known_type_is_not_sent() -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        packed((object(),))
