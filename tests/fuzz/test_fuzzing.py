"""Readers and the grammar on what nobody writes: pieces of each format put together, and samples with bytes changed."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factcheck.documents.reading import Reading, readers
from factcheck.model import Block, Mark, Span
from tests.fuzz.pieces import WORDS, pieces
from tests.fuzz.repacking import changed_within
from tests.fuzz.targets import check, samples, targets, try_grammar, try_reader

_SECONDS = 20
"""An example takes milliseconds, unless it is the first that needs a library."""
_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def fuzzed(examples: int) -> settings:
    """The same examples in every run; a failure is not made smaller, which takes long: `make fuzz` explores."""
    return settings(
        max_examples=examples,
        deadline=timedelta(seconds=_SECONDS),
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=_QUIET,
    )


@cache
def built(suffix: str) -> st.SearchStrategy[bytes]:
    """Files of pieces of the format and of words, inside a sample or alone."""
    words = st.sampled_from(WORDS).map(lambda word: word.encode("utf-8", "surrogatepass") + b" ")
    body = st.lists(st.sampled_from(pieces(suffix)) | words | st.binary(max_size=4), max_size=60).map(b"".join)
    sample, place = st.sampled_from(samples(suffix)), st.floats(0, 1)
    inside = st.tuples(sample, place, body).map(
        lambda t: t[0][: int(t[1] * len(t[0]))] + t[2] + t[0][int(t[1] * len(t[0])) :]
    )
    return body | inside


@cache
def mutated(suffix: str) -> st.SearchStrategy[bytes]:
    """Samples with some bytes changed, a stretch left out, doubled, or the end cut off."""
    change = st.tuples(st.sampled_from(["set", "cut", "double", "end"]), st.floats(0, 1), st.integers(0, 255))
    return st.tuples(st.sampled_from(samples(suffix)), st.lists(change, min_size=1, max_size=8)).map(_changed)


def _changed(given: tuple[bytes, list[tuple[str, float, int]]]) -> bytes:
    data = bytearray(given[0])
    for how, place, value in given[1]:
        at = int(place * max(0, len(data) - 1))
        if how == "set":
            data[at : at + 1] = bytes([value])
        elif how == "cut":
            del data[at : at + value]
        elif how == "double":
            data[at:at] = data[at : at + value]
        elif value > 200:  # an end cut off leaves little to the other changes
            del data[at:]
    return bytes(data)


@cache
def repacked(suffix: str) -> st.SearchStrategy[bytes]:
    """Packed samples with their parts changed as above, left out, or there twice, and packed anew."""
    change = st.tuples(st.sampled_from(["set", "cut", "double", "end"]), st.floats(0, 1), st.integers(0, 255))
    changes = st.lists(change, min_size=1, max_size=4)
    return st.tuples(st.sampled_from(samples(suffix)), st.integers(0, 2**32), changes).map(_repacked)


def _repacked(given: tuple[bytes, int, list[tuple[str, float, int]]]) -> bytes:
    data, seed, changes = given
    packed = changed_within(data, Random(seed), lambda part, most: _changed((part, changes))[:most])  # noqa: S311
    return data if packed is None else packed


def is_packed(suffix: str) -> bool:
    return samples(suffix)[0].startswith((b"PK", b"\x1f\x8b"))


@pytest.mark.parametrize("suffix", sorted(readers()))
def test_a_reader_reads_or_says_why_not(suffix: str) -> None:
    try_reader(suffix, samples(suffix)[0])  # what is loaded once is no example's time

    @fuzzed(60)
    @given(built(suffix) | mutated(suffix))
    def read(data: bytes) -> None:
        try_reader(suffix, data)

    read()


@pytest.mark.parametrize("suffix", sorted(filter(is_packed, readers())))
def test_a_reader_reads_what_is_packed_or_says_why_not(suffix: str) -> None:
    try_reader(suffix, samples(suffix)[0])

    @fuzzed(40)
    @given(repacked(suffix))
    def read(data: bytes) -> None:
        try_reader(suffix, data)

    read()


def test_every_reader_is_explored_with_samples_of_its_own() -> None:
    assert sorted(suffix for suffixes in targets().values() for suffix in suffixes) == sorted(readers())
    assert all(samples(suffix) for suffix in readers())


def test_what_is_packed_is_changed_within() -> None:
    (docx,) = samples(".docx")
    changed = changed_within(docx, Random(1), _other)  # noqa: S311
    assert changed is not None
    with ZipFile(BytesIO(docx)) as before, ZipFile(BytesIO(changed)) as after:
        assert after.namelist() == before.namelist()
        assert [after.read(name) for name in after.namelist()].count(b"other") == 1
    assert changed_within(b"no pack", Random(1), _other) is None  # noqa: S311


def _other(part: bytes, most: int) -> bytes:
    assert len(part) <= most
    return b"other"


@fuzzed(250)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=40).map(" ".join))
def test_the_grammar_reads_anything(text: str) -> None:
    try_grammar(text)


@fuzzed(60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_the_grammar_reads_what_is_written_without_spaces(text: str) -> None:
    try_grammar(text)


@pytest.mark.parametrize(
    "unsound",
    [
        Reading("Ships.", (Block("paragraph", Span(0, 7)),)),
        Reading("Ships.", (Block("paragraph", Span(2, 2)),)),
        Reading("Ships.", (Block("paragraph", Span(0, 4)), Block("paragraph", Span(3, 6)))),
        Reading("Ships.", (), marks=(Mark(9, "page 2"),)),
    ],
)
def test_what_is_not_sound_is_seen(unsound: Reading) -> None:
    with pytest.raises(AssertionError):
        check(unsound)
