"""The bundled example in every format gives the same figures, claims and findings as its text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck import check
from tests.documents.fidelity import WRITERS, convert

EXAMPLE = Path(__file__).resolve().parents[2] / "reports" / "border-buildup"
DRAFT = EXAMPLE / "draft.md"
PUBLISHED = "2022-02-06"
PLACES = frozenset(("start", "end", "sentence"))
NAMES = frozenset(("id", "fingerprint"))
"""Of findings; both hold the names of the files."""


def told(report: Mapping[str, Any]) -> dict[str, Any]:
    """What a report says, without the places in texts that differ by format."""
    figures = [{name: said for name, said in figure.items() if name not in PLACES} for figure in report["figures"]]
    documents = [(d["id"], d["role"], d["published"], d["title"]) for d in report["documents"]]
    findings = [{name: said for name, said in found.items() if name not in NAMES} for found in report["findings"]]
    rest = {name: report[name] for name in ("claims", "skipped")}
    return {"figures": figures, "documents": documents, "findings": findings, **rest}


@pytest.fixture(scope="module")
def as_text() -> dict[str, Any]:
    return told(check(str(EXAMPLE / "sources"), str(DRAFT)).to_dict())


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_format_gives_what_the_text_gives(suffix: str, as_text: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    sources, draft = convert(EXAMPLE / "sources", DRAFT, PUBLISHED, suffix, tmp_path / "sources")
    found = told(check(str(sources), str(draft)).to_dict())
    assert found["figures"] == as_text["figures"]
    assert found == as_text


def test_the_text_gives_something(as_text: dict[str, Any]) -> None:
    assert len(as_text["figures"]) > 50
    assert as_text["findings"]
