"""Which figures go back to one text: copies of a sentence count as one source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.claims.origins import origins
from factcheck.model import Copied
from tests.claims.builders import Source, checked, mentions

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


@pytest.mark.parametrize(
    ("figures", "copied", "expected"),
    [
        (["a1", "b1"], {"b1": "a"}, (0, 0)),
        (["a1", "b1"], {"b2": "a"}, (0, 1)),
        (["b1", "c1"], {"b1": "a", "c1": "a"}, (0, 0)),
        (["b1", "c1"], {"b1": "a", "c2": "a"}, (0, 1)),
        (["a1", "b1", "b2"], {"b1": "a"}, (0, 0, 0)),
        (["a1", "b1", "b2", "c1"], {"b1": "a", "b2": "c"}, (0, 0, 2, 2)),
        (["a1", "b1", "c1"], {"b1": "a", "c1": "b"}, (0, 0, 0)),
    ],
    ids=[
        "a copied paragraph",
        "a paragraph of its own in a story with a copied one",
        "two copies of a text that says no more of it",
        "a copy and a text of its own",
        "its own words beside a copied figure",
        "paragraphs of two texts in one story do not make them one",
        "a copy of a copy",
    ],
)
def test_a_figure_goes_back_to_what_its_paragraph_copies(
    figures: list[str], copied: Mapping[str, str], expected: tuple[int, ...]
) -> None:
    (made,) = mentions("Some [214] died.")
    found = []
    for name in figures:
        stretches = tuple(Copied(made.figure.span, of) for place, of in copied.items() if place == name)
        read = replace(made.document, id=name[0], copied=stretches)
        found.append(replace(made, document=read, figure=replace(made.figure, id=name, document=name[0])))
    assert origins(found) == expected


PARAGRAPH = (
    "The government of Sarnia has moved {} soldiers to its eastern border since the autumn. {} were there by the "
    "first snow. More trains with tanks are on their way, the defence ministry of Norvik said on Thursday."
)
FIRST, SECOND = PARAGRAPH.format("100,000", "Some 40,000"), PARAGRAPH.format("130,000", "Some 40,000")


def test_a_draft_rests_on_independent_texts(tmp_path: Path) -> None:
    """The sentence is too short to tell a copy, its paragraph is not."""
    draft = Source("Some 40,000 soldiers were there by the first snow.", draft=True)
    report = checked(tmp_path, FIRST, FIRST, draft)
    (support,) = report.supports
    assert (len(support.sources), support.independent) == (2, 1)


def test_the_side_with_more_independent_texts_comes_first(tmp_path: Path) -> None:
    own = "Our reporters counted trains and reckon that Sarnia has moved 130,000 soldiers to its eastern border."
    other = "Sarnia has moved 130,000 soldiers to the eastern border, says a general who has retired."
    report = checked(tmp_path, FIRST, FIRST, FIRST, own, other)
    (finding,) = (f for f in report.findings if f.rule == "discrepancy/conflict")
    texts = {f.id: f.text for f in report.figures}
    assert [(texts[side[0]], n) for side, n in zip(finding.sides, finding.independent, strict=True)] == [
        ("130,000", 2),
        ("100,000", 1),
    ]


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
    assert "independent sources: 2 for 241, 1 for 214" in finding.explanations
