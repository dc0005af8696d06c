"""Every example of every marked text: the rule speaks of those under "Found", and is silent of the others."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.findings import load_rules
from factcheck.findings.examples import Example, Passage, examples
from factcheck.lexicon import shipped_rules
from factcheck.model import Report
from tests.claims.builders import Source, checked

TEXTS = sorted(shipped_rules().glob("*/*.md"))
EXAMPLES = [example for path in TEXTS for example in examples(path.read_text(encoding="utf-8"))]


def report_on(example: Example) -> Report:
    """The report of every rule that a check lays, and of the example's own."""
    return pipeline.rehearse(example.passages, [r for r in load_rules() if r.enabled or r.id == example.rule])


def name(example: Example) -> str:
    return f"{example.rule}: {'' if example.found else 'not '}{example.shows}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_the_rule_speaks_or_is_silent(example: Example) -> None:
    report = report_on(example)
    assert example.fault([finding.rule for finding in report.findings]) is None


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_every_source_of_an_example_holds_a_figure(example: Example) -> None:
    report = report_on(example)
    assert {figure.document for figure in report.figures} == {read.id for read in report.documents}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_marked_text_names_its_rule_and_has_examples_of_both_kinds(path: Path) -> None:
    found = examples(path.read_text(encoding="utf-8"))
    assert {example.rule for example in found} == {f"{path.parent.name}/{path.stem}"}
    assert {example.found for example in found} == {True, False}


TEXT = """# topic/rule

What it is for.

## Found

Two sources
of one day.

```text outlet="Harbour Times" published=2024-03-06
# A heading

First.
```

```text
Second.
```

One source.

```text published=2024-03-05
Third.
```

## Not found

Another.

```text role=draft outlet=Ledger
Fourth.
```
"""


def test_the_format_is_read() -> None:
    first = Passage("# A heading\n\nFirst.", date(2024, 3, 6), "Harbour Times")
    assert examples(TEXT) == [
        Example("topic/rule", True, "Two sources of one day.", (first, Passage("Second.")), 10),
        Example("topic/rule", True, "One source.", (Passage("Third.", date(2024, 3, 5)),), 22),
        Example("topic/rule", False, "Another.", (Passage("Fourth.", None, "Ledger", "draft"),), 30),
    ]


@pytest.mark.parametrize("line", [10, 22, 30])
def test_an_example_begins_on_the_line_of_its_first_text(line: int) -> None:
    assert TEXT.splitlines()[line - 1].startswith("```text")


@pytest.mark.parametrize(
    ("found", "spoke", "fault"),
    [
        (True, ["t/rule"], None),
        (True, [], "t/rule should speak, once and alone, but no rule spoke"),
        (True, ["t/other"], "t/rule should speak, once and alone, but t/other spoke"),
        (True, ["t/rule", "t/rule"], "t/rule should speak, once and alone, but t/rule, t/rule spoke"),
        (False, [], None),
        (False, ["t/other"], None),
        (False, ["t/other", "t/rule"], "t/rule should be silent, but spoke"),
    ],
)
def test_what_an_example_expects(found: bool, spoke: list[str], fault: str | None) -> None:
    assert Example("t/rule", found, "It.", ()).fault(spoke) == fault


def test_an_example_is_read_as_its_files_would_be(tmp_path: Path) -> None:
    source = "# A count\n\nThe new stadium in Port Elsin seats 41,000 spectators, the city said."
    draft = "The stadium in Port Elsin seats 14,000 spectators."
    inmemory = pipeline.rehearse([Passage(draft, role="draft"), Passage(source, outlet="Ledger")], load_rules())
    onfile = checked(tmp_path, Source(source, None, "Ledger"), Source(draft, None, draft=True))
    assert [(f.rule, f.sides, f.message) for f in inmemory.findings] == [
        (
            "draft/contradicted",
            (("d2.1",), ("d1.1",)),
            "The draft says otherwise than its sources: 14,000 against 41,000.",
        )
    ]
    assert [(f.rule, f.sides, f.message) for f in onfile.findings] == [
        (f.rule, f.sides, f.message) for f in inmemory.findings
    ]
    assert [(d.title, d.outlet, d.role) for d in inmemory.documents] == [
        ("A count", "Ledger", "source"),
        (None, None, "draft"),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("# topic/rule\n", "", "the first line"),
        ("## Not found", "## Missed", "## Missed: the sections are"),
        ("One source.\n", "## Not found\n", "an example stands in a section"),
        ("## Found\n", "", "an example stands in a section"),
        ("Another.\n", "", "an example stands in a section"),
        ("## Not found", "Nothing.\n\n## Not found", "## Not found: no example stands before it"),
        ("## Not found", "## Found\n\n## Not found", "## Not found: no example stands before it"),
        ("```text published", "```txt published", "between ```text and ```"),
        ("```text role=draft outlet=Ledger", "```txt", "no example follows"),
        ("outlet=Ledger", "paper=Ledger", "paper: a source has"),
        ("outlet=Ledger", "Ledger", "Ledger: a source has"),
        ("role=draft", "role=copy", "copy: a source has"),
        ("2024-03-05", "yesterday", "yesterday"),
        (
            "First.\n```\n\n```text",
            "First.\n```\n\n```text role=draft\nA.\n```\n\n```text role=draft",
            "one draft at most",
        ),
    ],
)
def test_a_broken_marked_text_is_told(right: str, wrong: str, told: str) -> None:
    assert right in TEXT
    with pytest.raises(ValueError, match=re.escape(told)):
        examples(TEXT.replace(right, wrong, 1))
