"""The archive in files: always the same bytes, dated by its manifest."""

from __future__ import annotations

from pathlib import Path

from factcheck import documents
from tests.quality import archives


def test_the_same_number_of_documents_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        archives.write(3, tmp_path / name)
    held = [sorted((file.name, file.read_bytes()) for file in (tmp_path / name).iterdir()) for name in ("a", "b")]
    assert held[0] == held[1]


def test_the_documents_are_long_and_dated_and_tell_of_other_events(tmp_path: Path) -> None:
    archives.write(3, tmp_path)
    read, skipped = documents.collect([str(tmp_path)])
    assert not skipped
    assert len({document.text for document in read}) == 3
    assert all(800 <= len(document.text.split()) <= 1200 and document.published for document in read)
    assert not any("---" in document.text for document in read)


def test_wrong_usage_is_told() -> None:
    assert archives.main(["many", "folder"]) == archives.main([]) == 2
