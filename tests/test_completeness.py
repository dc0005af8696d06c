"""Each plug-in has what shows that it works: a reader its sample, a format its golden file, a rule its marked text.

The conventions, by file name alone:

    factcheck/documents/readers/NAME.py    tests/samples/documents/NAME.*
    factcheck/findings/kinds/NAME.py       tests/findings/**/test_NAME.py, and a rule in rules/ that says `kind: NAME`
    factcheck/reporting/formats/NAME.py    tests/reporting/golden/NAME.*
    rules/TOPIC/NAME.yaml (no lexicon)     rules/TOPIC/NAME.md with examples of both kinds; `why` and `fix` in the rule
    a setting, a format                    its name in README.md
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from factcheck import plugins
from factcheck.cli.rulebook import meanings
from factcheck.config import Settings
from factcheck.findings import RuleFile, find_rules, load_rules, marked_examples
from factcheck.findings.rule_file import KINDS

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
RULES = sorted(rule for rule in (ROOT / "rules").glob("*/*.yaml") if rule.parent.name != "lexicon")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def samples(reader: str) -> list[Path]:
    return sorted((TESTS / "samples" / "documents").glob(f"{reader}.*"))


def golden_files(form: str) -> list[Path]:
    return sorted((TESTS / "reporting" / "golden").glob(f"{form}.*"))


def kind_tests(kind: str) -> list[Path]:
    return sorted((TESTS / "findings").rglob(f"test_{kind}.py"))


def rules_of(kind: str) -> list[Path]:
    return [rule for rule in RULES if _kind(rule) == kind]


def _kind(rule: Path) -> object:
    return YAML(typ="safe", pure=True).load(rule.read_text(encoding="utf-8")).get("kind")


@pytest.mark.parametrize(
    ("package", "evidence"),
    [
        ("factcheck.documents.readers", samples),
        ("factcheck.findings.kinds", kind_tests),
        ("factcheck.findings.kinds", rules_of),
        ("factcheck.reporting.formats", golden_files),
    ],
)
def test_every_plugin_has_its_evidence(package: str, evidence: Callable[[str], list[Path]]) -> None:
    names = plugins.names(package)
    assert names, f"{package} holds no plug-in"
    assert [name for name in names if not evidence(name)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.relative_to(ROOT).as_posix())
def test_every_rule_has_its_marked_text(rule: Path) -> None:
    marked = rule.with_suffix(".md")
    assert marked.is_file(), f"{rule.stem}: no marked text beside the rule"
    assert marked.read_text(encoding="utf-8").strip()


def test_no_marked_text_without_its_rule() -> None:
    marked = (ROOT / "rules").glob("*/*.md")
    assert [text.name for text in marked if not text.with_suffix(".yaml").is_file()] == []


def test_the_readme_sets_every_setting() -> None:
    shown = tomllib.loads(README.split("```toml\n")[1].split("```")[0])
    assert shown.keys() == Settings.model_fields.keys()
    Settings.model_validate(shown)


def test_the_readme_lists_every_format() -> None:
    assert [name for name in plugins.names("factcheck.reporting.formats") if f"| `{name}` |" not in README] == []


OWN_RULES = [block.split("```")[0] for block in README.split("```yaml\n")[1:]]


@pytest.mark.parametrize("content", OWN_RULES)
def test_the_readme_s_rules_are_rules(content: str, tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(content, encoding="utf-8")
    assert len(load_rules(tmp_path)) == len(RULES) + 1


def test_the_readme_shows_rules() -> None:
    assert OWN_RULES


@pytest.mark.parametrize("rule", find_rules(), ids=lambda file: file.rule.id)
def test_every_rule_says_why_and_what_to_do_and_shows_both_kinds_of_examples(rule: RuleFile) -> None:
    assert rule.rule.why
    assert rule.rule.fix
    assert {example.found for example in marked_examples(rule)} == {True, False}


@pytest.mark.parametrize("kind", plugins.names(KINDS))
def test_every_option_of_a_kind_has_its_meaning(kind: str) -> None:
    options = plugins.load(KINDS, kind).Options
    assert options.model_fields.keys() == meanings(options).keys()
