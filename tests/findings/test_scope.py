"""Which figures a rule is for, what it lets pass, and which rules it speaks instead of."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from factcheck import pipeline
from factcheck.findings.examples import Passage
from factcheck.findings.scope import Leeway, Scope
from factcheck.model import Rule
from tests.claims.builders import mention

DEAD = "The fire killed 12 people."
POLL = "The Greens are at 41 percent in a poll."


@pytest.mark.parametrize(
    ("text", "options", "holds"),
    [
        (DEAD, {}, True),
        (DEAD, {"measures": ["killed"]}, True),
        (DEAD, {"measures": ["injured", "killed"]}, True),
        (DEAD, {"measures": ["injured"]}, False),
        (DEAD, {"subjects": ["person"]}, True),
        (DEAD, {"subjects": ["ferry"]}, False),
        (DEAD, {"kinds": ["count"]}, True),
        (DEAD, {"kinds": ["money"]}, False),
        (POLL, {"kinds": ["percent"], "words": ["poll"]}, True),
        (POLL, {"kinds": ["percent"], "words": ["survey"]}, False),
        (POLL, {"kinds": ["count"], "words": ["poll"]}, False),
        (POLL, {"units": ["percent"]}, True),
        (POLL, {"units": ["kilometer"]}, False),
    ],
)
def test_for_which_figures(text: str, options: dict[str, list[str]], holds: bool) -> None:
    assert Scope.model_validate(options).holds(mention(text).figure) is holds


def test_one_figure_of_a_thing_that_says_it_is_enough() -> None:
    scope = Scope(words=("poll",))
    figures = [mention(POLL).figure, mention("The Greens stand at 43 percent.").figure]
    assert scope.covers(figures)
    assert not scope.covers(figures[1:])


@pytest.mark.parametrize("measure", ["dead", "", "Killed"])
def test_an_unknown_measure_is_told(measure: str) -> None:
    with pytest.raises(ValidationError, match="is no measure; known are arrested, "):
        Scope(measures=(measure,))


@pytest.mark.parametrize(
    ("texts", "margin", "passes"),
    [
        (["41 percent", "43 percent"], 0, False),
        (["41 percent", "43 percent"], 1.9, False),
        (["41 percent", "43 percent"], 2, True),
        (["41 percent", "43 percent", "45 percent"], 3, False),
        (["41 percent", "41.5 kilometres"], 3, False),
        (["41 percent"], 3, False),
        (["41 to 43 percent", "44 percent"], 2, True),
        (["at least 41 percent", "43 percent"], 2, True),
    ],
)
def test_a_margin_lets_pass(texts: list[str], margin: float, passes: bool) -> None:
    figures = [mention(f"The share is {text}.").figure for text in texts]
    assert Leeway(margin=margin).passes_margin(figures) is passes


@pytest.mark.parametrize(
    ("texts", "tolerance", "passes"),
    [
        (["40 ferries", "42 ferries"], 0, False),
        (["40 ferries", "42 ferries"], 0.04, False),
        (["42 ferries", "40 ferries"], 0.05, True),
        (["0 ferries", "1 ferries"], 9, False),
        (["40 ferries", "42 euros"], 0.1, False),
    ],
)
def test_a_tolerance_lets_pass(texts: list[str], tolerance: float, passes: bool) -> None:
    figures = [mention(f"The city sold {text}.").figure for text in texts]
    assert Leeway(tolerance=tolerance).passes_tolerance(figures) is passes


def spoke(special: dict[str, object], *passages: Passage) -> list[str]:
    """Which rules speak where a rule for some figures stands beside the general one."""
    general = Rule("t/general", "discrepancy", "warning", "{values}", {"stance": "conflict"})
    mine = Rule("t/special", "discrepancy", "warning", "{values}", {"stance": "conflict", **special})
    return [f.rule for f in pipeline.rehearse(passages, [general, mine]).findings]


SEATS = [Passage(f"The new stadium in Port Elsin seats {n} spectators, the city said.") for n in ("41,000", "39,000")]


@pytest.mark.parametrize(
    ("special", "rules"),
    [
        ({}, ["t/general", "t/special"]),
        ({"instead_of": ["t/general"]}, ["t/special"]),
        ({"instead_of": ["t/general"], "tolerance": 0.1}, []),
        ({"instead_of": ["t/general"], "margin": 2000}, []),
        ({"instead_of": ["t/general"], "margin": 1999}, ["t/special"]),
        ({"tolerance": 0.1}, ["t/general"]),
        ({"instead_of": ["t/general"], "kinds": ["money"]}, ["t/general"]),
        ({"instead_of": ["t/general"], "kinds": ["count"], "subjects": ["spectator"], "tolerance": 0.1}, []),
    ],
    ids=[
        "both speak",
        "the special one speaks alone",
        "what it lets pass is not told by the other either",
        "nor within its margin",
        "beyond its margin",
        "without `instead_of` the other still speaks",
        "of other figures the other speaks",
        "of its figures it does not",
    ],
)
def test_a_special_rule_speaks_instead_of_the_general_one(special: dict[str, object], rules: list[str]) -> None:
    assert spoke(special, *SEATS) == rules


@pytest.mark.parametrize(
    ("options", "number"),
    [
        ({}, 1),
        ({"tolerance": 0.1}, 0),
        ({"tolerance": 0.04}, 1),
        ({"margin": 2000}, 0),
        ({"kinds": ["money"]}, 0),
        ({"subjects": ["spectator"]}, 1),
    ],
)
def test_a_draft_s_rule_has_its_figures_and_its_leeway(options: dict[str, object], number: int) -> None:
    draft = Passage("The stadium in Port Elsin seats 39,000 spectators.", role="draft")
    rule = Rule("t/rule", "contradicted", "error", "{values}", options)
    assert len(pipeline.rehearse([SEATS[0], draft], [rule]).findings) == number
