from __future__ import annotations

import pytest

from factcheck.documents.reading import readers
from tests.documents.fidelity import WRITERS
from tests.quality import bare, long_documents, reading


@pytest.mark.parametrize("name", bare.LIBRARIES)
def test_the_library_alone_gives_the_words_that_the_reader_gives(name: str) -> None:
    data = long_documents.MAKERS[name]()
    found = bare.LIBRARIES[name](data)
    told = found.text if name == "html" else str(found)  # type: ignore[attr-defined]
    assert all(word in told for word in ("Beijing", "117.5", "Yelnya"))


def test_every_format_that_a_library_reads_is_timed_and_held_to_the_text() -> None:
    assert set(bare.LIBRARIES) == set(long_documents.MAKERS)
    assert {f".{name}" for name in bare.LIBRARIES} <= set(WRITERS) <= set(readers())


def test_a_pace_is_the_time_of_ours_against_the_library_s() -> None:
    pace = reading.Pace("pdf", ours=0.3, library=0.2)
    assert pace.ratio == pytest.approx(1.5)
    assert pace.row == "pdf        3.3 documents a second, the library alone     5.0"
