"""One text with two numbers: the finding says who copies whom, or that this is not told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.model import Finding
from tests.claims.builders import Source, checked

PARAGRAPH = (
    "The government of Sarnia has moved {} soldiers to its eastern border since the autumn, the defence ministry of "
    "Norvik said on Thursday, and more trains with tanks are on their way."
)
OWN = "A general who has retired reckons that Sarnia has moved {} soldiers to its eastern border."
BOTH = f"{PARAGRAPH.format('100,000')}\n\n{OWN.format('130,000')}"
FIRST, SECOND = date(2024, 3, 7), date(2024, 3, 8)


def wire(text: str, published: date | None = FIRST) -> Source:
    return Source(text, published, "Wire")


def gazette(text: str, published: date | None = SECOND) -> Source:
    return Source(text, published, "Gazette")


def conflict(folder: Path, *sources: Source) -> Finding:
    (found,) = (f for f in checked(folder, *sources).findings if f.kind == "discrepancy")
    return found


CHANGED = "one of the two changed the number"
COPIED = f"Gazette (2024-03-08) copies the text of Wire (2024-03-07): {CHANGED}"
UNTOLD = f"Gazette and Wire print one text, and which came first is not told: {CHANGED}"


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ([wire(PARAGRAPH.format("100,000")), gazette(PARAGRAPH.format("130,000"))], [COPIED]),
        ([wire(PARAGRAPH.format("100,000"), SECOND), gazette(PARAGRAPH.format("130,000"))], [UNTOLD]),
        ([wire(PARAGRAPH.format("100,000")), gazette(PARAGRAPH.format("130,000"), None)], [UNTOLD]),
        ([wire(PARAGRAPH.format("100,000")), gazette(OWN.format("130,000"))], []),
        ([wire(PARAGRAPH.format("100,000")), gazette(BOTH)], []),
        (
            [
                wire(PARAGRAPH.format("100,000")),
                gazette(PARAGRAPH.format("130,000")),
                Source(PARAGRAPH.format("100,000"), SECOND, "Courier"),
            ],
            [COPIED],
        ),
    ],
    ids=[
        "the later copies",
        "of one day",
        "of no day",
        "another text",
        "a copy that adds another figure in its own words",
        "a copy that keeps the number",
    ],
)
def test_a_copy_with_another_number(tmp_path: Path, sources: list[Source], said: list[str]) -> None:
    finding = conflict(tmp_path, *sources)
    assert [why for why in finding.explanations if CHANGED in why] == said


def test_it_is_a_conflict_of_one_text_against_itself(tmp_path: Path) -> None:
    finding = conflict(tmp_path, wire(PARAGRAPH.format("100,000")), gazette(PARAGRAPH.format("130,000")))
    assert (finding.rule, finding.independent) == ("discrepancy/conflict", (1, 1))


def test_two_documents_of_one_outlet_are_named_by_their_paths(tmp_path: Path) -> None:
    later = Source(PARAGRAPH.format("130,000"), SECOND, "Wire")
    (said,) = (w for w in conflict(tmp_path, wire(PARAGRAPH.format("100,000")), later).explanations if CHANGED in w)
    assert "2.md (2024-03-08) copies the text of" in said
