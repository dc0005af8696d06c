"""The digest of the program is that of what it does, not of where it lies."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import factcheck

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
