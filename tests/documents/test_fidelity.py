"""The bundled example in every format gives the same figures, claims and findings as its text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck import check
from factcheck.documents.reading import readers
from tests.documents.fidelity import FORMATS, convert

EXAMPLE = Path(__file__).resolve().parents[2] / "reports" / "border-buildup"
DRAFT = EXAMPLE / "draft.md"
PLACES = frozenset(("start", "end", "sentence"))
NAMES = frozenset(("id", "fingerprint"))
"""Of findings; both hold the names of the files."""
SAID = ("id", "role", "title", "outlet", "published")


def told(report: Mapping[str, Any]) -> dict[str, Any]:
    """What a report says, without the places in texts that differ by format."""
    figures = [{name: said for name, said in figure.items() if name not in PLACES} for figure in report["figures"]]
    documents = [{name: document[name] for name in SAID} for document in report["documents"]]
    addresses = [document["url"] for document in report["documents"] if document["role"] == "source"]
    findings = [{name: said for name, said in found.items() if name not in NAMES} for found in report["findings"]]
    rest = {name: report[name] for name in ("claims", "skipped")}
    return {"figures": figures, "documents": documents, "addresses": addresses, "findings": findings, **rest}


@pytest.fixture(scope="module")
def as_text() -> dict[str, Any]:
    return told(check(str(EXAMPLE / "sources"), str(DRAFT)).to_dict())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_format_gives_what_the_text_gives(suffix: str, as_text: dict[str, Any], tmp_path: Path) -> None:
    sources, draft = convert(EXAMPLE / "sources", DRAFT, suffix, tmp_path)
    found = told(check(str(sources), str(draft)).to_dict())
    for part in ("skipped", "documents", "figures"):
        assert found[part] == as_text[part]
    assert found == as_text


def test_every_suffix_of_every_reader_is_tried() -> None:
    assert set(FORMATS) == set(readers())


def test_the_text_gives_something(as_text: dict[str, Any]) -> None:
    assert len(as_text["figures"]) > 50
    assert as_text["findings"]
    assert all(document["outlet"] for document in as_text["documents"])
