from __future__ import annotations

import tomllib

import pytest

from factcheck import plugins
from factcheck.documents import readers
from tests.quality import bare, long_documents, quality, reading

WITHOUT_LIBRARY = {"text", "markdown"}


@pytest.mark.parametrize("name", bare.LIBRARIES)
def test_the_library_alone_gives_the_words_that_the_reader_gives(name: str) -> None:
    told = str(bare.LIBRARIES[name](long_documents.MAKERS[name]()))
    assert all(word in told for word in ("Beijing", "117.5", "Yelnya"))


@pytest.mark.parametrize("name", bare.LIBRARIES)
def test_the_reader_gives_them_too(name: str) -> None:
    told = "\n".join(part.text for part in reading.read(name, long_documents.MAKERS[name]()))
    assert all(word in told for word in ("Beijing", "117.5", "Yelnya"))


def test_every_reader_that_has_a_library_is_timed_against_it_and_has_a_ceiling() -> None:
    timed = {f".{name}" for name in bare.LIBRARIES}
    for name in set(plugins.names(readers.__name__)) - WITHOUT_LIBRARY:
        assert timed & set(plugins.load(readers.__name__, name).SUFFIXES), name
    ceilings = tomllib.loads(quality.FLOORS.read_text(encoding="utf-8"))["reading"]
    assert set(bare.LIBRARIES) == set(long_documents.MAKERS) == set(ceilings)


def test_a_pace_is_the_time_of_ours_against_the_library_s() -> None:
    pace = reading.Pace("pdf", ours=0.3, library=0.2)
    assert pace.ratio == pytest.approx(1.5)
    assert pace.row == "pdf        3.3 documents a second, the library alone     5.0, more by  100.0 ms"
