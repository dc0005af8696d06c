"""Every example of every marked text: the rule speaks of those under "Found", and is silent of the others."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.lexicon import shipped_rules
from tests.claims.builders import Source, checked
from tests.findings.marked import Example, examples

TEXTS = sorted(shipped_rules().glob("*/*.md"))
EXAMPLES = [example for path in TEXTS for example in examples(path.read_text(encoding="utf-8"))]


def name(example: Example) -> str:
    return f"{example.rule}: {'' if example.found else 'not '}{example.shows}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_the_rule_speaks_or_is_silent(example: Example, tmp_path: Path) -> None:
    report = checked(tmp_path, *example.sources)
    spoke = [finding.rule for finding in report.findings]
    assert spoke == [example.rule] if example.found else example.rule not in spoke


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_every_source_of_an_example_holds_a_figure(example: Example, tmp_path: Path) -> None:
    report = checked(tmp_path, *example.sources)
    assert {figure.document for figure in report.figures} == {read.id for read in report.documents}
    assert len(report.figures) > 1


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

```text outlet=Ledger
Fourth.
```
"""


def test_the_format_is_read() -> None:
    first = Source("# A heading\n\nFirst.", date(2024, 3, 6), "Harbour Times")
    assert examples(TEXT) == [
        Example("topic/rule", True, "Two sources of one day.", (first, Source("Second.", None))),
        Example("topic/rule", True, "One source.", (Source("Third.", date(2024, 3, 5)),)),
        Example("topic/rule", False, "Another.", (Source("Fourth.", None, "Ledger"),)),
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
        ("```text outlet=Ledger", "```txt", "no example follows"),
        ("outlet=Ledger", "paper=Ledger", "paper: a source has"),
        ("2024-03-05", "yesterday", "yesterday"),
    ],
)
def test_a_broken_marked_text_is_told(right: str, wrong: str, told: str) -> None:
    assert right in TEXT
    with pytest.raises(ValueError, match=re.escape(told)):
        examples(TEXT.replace(right, wrong, 1))
