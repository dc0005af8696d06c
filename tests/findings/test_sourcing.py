"""Figures of some measures that nobody is named for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck import pipeline
from factcheck.findings.examples import Passage
from factcheck.model import Finding, Rule


def found(*passages: Passage | str, **options: object) -> Sequence[Finding]:
    """What a rule for the dead and injured finds in a draft (a plain text) and sources."""
    texts = [Passage(p, role="draft") if isinstance(p, str) else p for p in passages]
    rule = Rule("t/rule", "sourcing", "error", "Who says so? {values}", {"measures": ["killed", "injured"], **options})
    return pipeline.rehearse(texts, [rule]).findings


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("The fire killed 12 people.", ["Who says so? 12"]),
        ("The fire killed at least 12 people.", ["Who says so? at least 12"]),
        ("The fire killed 12 people, rescuers said.", []),
        ("According to the mayor, the fire killed 12 people.", []),
        ("The fire killed 12 people and destroyed 30 houses.", ["Who says so? 12"]),
        ("The fire destroyed 30 houses.", []),
        ("The fire killed 12 people.\n\nRescuers said that 12 people were killed.", []),
        ("The fire killed 12 people.\n\nRescuers said that 14 people were killed.", ["Who says so? 12"]),
        ("The fire killed 12 people.\n\nRescuers said that 12 people were injured.", ["Who says so? 12"]),
        ("# The fire killed 12 people\n\nThe mayor came to the site.", []),
    ],
    ids=[
        "nobody",
        "a bound",
        "somebody",
        "somebody before",
        "only figures of the measures",
        "none of them",
        "somebody at another place",
        "for another number",
        "for another measure",
        "a heading",
    ],
)
def test_who_gives_the_figure(text: str, messages: list[str]) -> None:
    assert [f.message for f in found(text)] == messages


def test_a_figure_that_is_said_twice_is_one_finding() -> None:
    (finding,) = found("The fire killed 12 people.\n\nThe fire that killed 12 people is out.")
    assert (finding.sides, finding.primary) == ((("d1.1", "d1.2"),), "d1.1")


@pytest.mark.parametrize(("documents", "places"), [("draft", ["d2.1"]), ("all", ["d1.1", "d2.1"])])
def test_in_which_documents(documents: str, places: list[str]) -> None:
    passages = (Passage("The fire killed 12 people."), "The fire killed 12 people.")
    assert [f.primary for f in found(*passages, documents=documents)] == places
