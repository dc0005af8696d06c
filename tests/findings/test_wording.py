"""Figures in whose sentence a rule's words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from pydantic import ValidationError

from factcheck import pipeline
from factcheck.findings.examples import Passage
from factcheck.findings.kinds import wording
from factcheck.model import Finding, Rule

RULE = Rule("t/rule", "wording", "error", "“{statement}”: {values}", {"pattern": r"(?i)\b(?:rumou?red|alleged\w*)\b"})


def found(*passages: Passage | str, **options: object) -> Sequence[Finding]:
    """What the rule finds in a draft (a plain text) and sources."""
    texts = [Passage(p, role="draft") if isinstance(p, str) else p for p in passages]
    return pipeline.rehearse(texts, [replace(RULE, options={**RULE.options, **options})]).findings


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("A rumoured 40 ferries were sold.", ["“rumoured”: 40"]),
        ("Rumored sales came to 40 ferries.", ["“Rumored”: 40"]),
        ("The city allegedly\nsold 40 ferries for $9 million.", ["“allegedly”: 40", "“allegedly”: $9 million"]),
        ("The city sold 40 ferries. The buyer is rumoured to be broke.", []),
        ("The buyer is rumoured to be broke.", []),
        ("The city sold 40 ferries.", []),
        ("Unrumoured, the city sold 40 ferries.", []),
        ("Ein Gerücht – “rumoured” – of 40 ferries.", ["“rumoured”: 40"]),
    ],
)
def test_the_words_stand_in_the_figure_s_sentence(text: str, messages: list[str]) -> None:
    assert [f.message for f in found(text)] == messages


def test_a_figure_that_is_said_twice_is_one_finding() -> None:
    (finding,) = found("A rumoured 40 ferries were sold.\n\nThe rumoured 40 ferries were old.")
    assert (finding.sides, finding.primary) == ((("d1.1", "d1.2"),), "d1.1")


@pytest.mark.parametrize(("documents", "places"), [("draft", ["d2.1"]), ("all", ["d1.1", "d2.1"])])
def test_in_which_documents(documents: str, places: list[str]) -> None:
    passages = (Passage("A rumoured 40 ferries were sold."), "A rumoured 50 ships were sold.")
    assert [f.primary for f in found(*passages, documents=documents)] == places


@pytest.mark.parametrize(("kinds", "number"), [(["money"], 1), (["count", "money"], 2), (["percent"], 0)])
def test_for_some_figures_only(kinds: list[str], number: int) -> None:
    assert len(found("The city allegedly sold 40 ferries for $9 million.", kinds=kinds)) == number


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(?=a)b", "RE2 has no look-ahead"),
        ("(?<!a)b", "RE2 has no look-ahead or look-behind: (?<!"),
        (r"\b", "matches where nothing stands"),
        ("$", "matches where nothing stands"),
        (r"(a)\1", "invalid escape sequence"),
        ("(a", "missing )"),
        ("a*", "matches where nothing stands"),
        ("", "matches where nothing stands"),
    ],
)
def test_a_pattern_that_is_none_is_told(pattern: str, told: str) -> None:
    with pytest.raises(ValidationError) as raised:
        wording.Options(pattern=pattern)
    assert told in str(raised.value)


def test_a_pattern_that_backtracks_takes_no_longer() -> None:
    assert found(f"{'a' * 5_000}! 40 ferries were sold.", pattern=r"(a+a+)+\d\d\d") == ()
