"""Which figures go back to one text: copies of a sentence count as one source."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims.origins import origins
from tests.claims.builders import checked, mentions

WIRE = "The ferry Maren sank off the port of Elsin on Monday with [214] passengers and crew on board, the port said."
TRIMMED = (
    "The ferry Maren sank off the port of Elsin on Monday with [214] passengers and crew on board, officials said."
)
OWN = "Some [214] people were on the Maren when it went down, survivors told this paper."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([WIRE, WIRE], (0, 0)),
        ([WIRE, TRIMMED], (0, 0)),
        ([WIRE, OWN], (0, 1)),
        ([OWN, WIRE, TRIMMED, OWN], (0, 1, 1, 0)),
        (["[Five] died.", "[Five] died."], (0, 1)),
        ([f"{WIRE} [214] were on board."], (0, 0)),
    ],
    ids=["one text", "a trimmed copy", "two texts", "two of each", "too short to tell", "one document"],
)
def test_copies_are_one_source(texts: list[str], expected: tuple[int, ...]) -> None:
    assert origins(mentions(*texts)) == expected


def test_a_finding_counts_independent_sources(tmp_path: Path) -> None:
    wire, other = WIRE.replace("[214]", "214"), WIRE.replace("[214]", "241").replace("Monday", "Monday morning")
    own = "There were 241 passengers and crew on board of the Maren when it sank off Elsin, its owner said."
    report = checked(tmp_path, wire, wire, wire, other, own)
    (finding,) = (f for f in report.findings if f.rule == "discrepancy/conflict")
    texts = {f.id: f.text for f in report.figures}
    assert {texts[side[0]]: n for side, n in zip(finding.sides, finding.independent, strict=True)} == {
        "214": 1,
        "241": 2,
    }
    assert any("independent sources: 1 for 214" in why for why in finding.explanations)
