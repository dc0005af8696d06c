from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from factcheck.model import Report
from factcheck.reporting import render
from factcheck.reporting.evidence import escaped
from factcheck.reporting.formats.json import written
from tests.reporting.samples import CLEAN, FULL, NOTHING, hostile

SCHEMA: dict[str, Any] = json.loads(
    files("factcheck.reporting").joinpath("factcheck-report-1.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
WORDS = '\x1b[0m\u202e“quoted” \\ "x"'


@pytest.mark.parametrize("report", [FULL, CLEAN, NOTHING, hostile(WORDS)], ids=["full", "clean", "nothing", "hostile"])
def test_rendered_reports_keep_to_the_schema_and_are_the_report(report: Report) -> None:
    data = json.loads(render(report, "json"))
    VALIDATOR.validate(data)
    assert data == report.to_dict()


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("format",), "factcheck-report/2"),
        (("surprise",), 1),
        (("documents", 0, "published"), "5 May 2021"),
        (("documents", 0, "surprise"), 1),
        (("figures", 0, "kind"), "number"),
        (("figures", 0, "start"), -1),
        (("figures", 0, "low"), ["1"]),
        (("claims", 0, "stance"), "unsure"),
        (("claims", 0, "confidence"), 1.5),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "decision"), {"verdict": "maybe", "reason": "", "editor": ""}),
        (("summary", "findings", "error"), "one"),
        (("skipped", 0, "reason"), None),
    ],
)
def test_the_schema_refuses(where: tuple[str | int, ...], value: object) -> None:
    data = json.loads(render(FULL, "json"))
    *path, last = where
    part: Any = data
    for step in path:
        part = part[step]
    part[last] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


@pytest.mark.parametrize("missing", list(FULL.to_dict()))
def test_the_schema_refuses_a_report_without_a_part(missing: str) -> None:
    data = {name: part for name, part in FULL.to_dict().items() if name != missing}
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def parts(schema: object, where: str = "report") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every subschema that describes an object or a property, with its place."""
    if not isinstance(schema, dict):
        return
    yield where, schema
    for group in ("properties", "$defs"):
        for name, part in schema.get(group, {}).items():
            yield from parts(part, f"{where}.{name}")
    yield from parts(schema.get("items"), f"{where}[]")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("where", "part"), [pytest.param(*row, id=row[0]) for row in parts(SCHEMA)])
def test_everything_in_the_schema_is_described_and_closed(where: str, part: dict[str, Any]) -> None:
    described = SCHEMA["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    assert described["description"].endswith("."), where
    if part.get("type") == "object":
        assert part["additionalProperties"] is (where == "report.settings"), where
        assert part.get("required", []) == list(part.get("properties", {})), where


def test_text_stands_as_it_is_with_sorted_keys_and_an_indent_of_two() -> None:
    text = render(FULL, "json")
    assert '\n      "statement": "visitors to the harbour festival"\n' in text
    assert "“more than 100,000” leaves room" in text
    assert list(json.loads(text)) == sorted(json.loads(text))


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_VALUES = st.recursive(_SCALARS, lambda held: st.lists(held) | st.dictionaries(st.text(), held), max_leaves=20)


@given(_VALUES)
def test_a_value_is_written_as_the_standard_library_indents_it(value: object) -> None:
    dumped = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    assert written(value) == escaped(dumped)
    assert written(iter([value, (value,)])) == written([value, [value]])


@pytest.mark.parametrize(
    ("value", "error"), [(float("nan"), ValueError), (float("inf"), ValueError), (object(), TypeError)]
)
def test_what_json_cannot_hold_is_not_written(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        written([value])


def test_the_parts_of_a_report_are_its_object() -> None:
    assert written(FULL.parts()) == written(FULL.to_dict())
    assert json.loads(written(FULL.parts())) == json.loads(json.dumps(FULL.to_dict()))
