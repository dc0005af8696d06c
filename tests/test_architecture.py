"""The budget of the code, and that importing the package is cheap."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 250
LONGEST_USUAL_FUNCTION = 25
MEDIAN_FUNCTION = 10
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
HEAVY = (
    "spacy",
    "pint",
    "quantulum3",
    "pandas",
    "numpy",
    "rich",
    "jinja2",
    "typer",
    "lxml",
    "trafilatura",
    "pypdfium2",
    "docx",
    "starlette",
    "uvicorn",
    "dask",
    "distributed",
)


def lengths(source: str) -> list[int]:
    """Lines of every function of a module, from its `def` to its last line, in the order of the file."""
    functions = (
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return [(node.end_lineno or node.lineno) - node.lineno + 1 for node in functions]


def relative(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f():\n    return 1\n", [2]),
        ("@cache\ndef f():\n    return 1\n", [2]),
        ("class A:\n    async def g(\n        self,\n    ):\n        pass\n\n    def h(self): ...\n", [4, 1]),
        ("x = 1\n", []),
    ],
)
def test_the_ruler_measures(source: str, expected: list[int]) -> None:
    assert lengths(source) == expected


def test_functions_are_short() -> None:
    every = [n for module in MODULES for n in lengths(module.read_text(encoding="utf-8"))]
    assert median(every) < MEDIAN_FUNCTION
    assert quantiles(every, n=10)[-1] < LONGEST_USUAL_FUNCTION


def test_modules_are_short() -> None:
    lines = {relative(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {name: n for name, n in lines.items() if n >= LONGEST_MODULE} == {}


def test_modules_have_names_of_the_domain() -> None:
    names = {relative(module): set(module.relative_to(PACKAGE).with_suffix("").parts) for module in MODULES}
    assert [name for name, parts in names.items() if parts & FORBIDDEN_NAMES] == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, factcheck; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
