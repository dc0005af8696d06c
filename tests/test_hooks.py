"""The files by which other tools run factcheck: pre-commit's hook, the GitHub Action, what `init --hook` writes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from factcheck.cli.starting import HOOK

ROOT = Path(__file__).resolve().parents[1]
GOOD = "The club met on Monday, 6 May 2024.\n"
BAD = "The club met on Tuesday, 6 May 2024.\n"


def loaded(text: str) -> Any:  # noqa: ANN401 - YAML is anything
    return YAML(typ="safe", pure=True).load(text)


def hooks() -> list[dict[str, Any]]:
    (published,) = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = loaded(HOOK)["repos"][0]["hooks"][0]
    return [published, local]


@pytest.mark.parametrize("hook", hooks(), ids=["published", "local"])
def test_a_hook_names_what_pre_commit_needs(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files"} <= hook.keys()
    assert [bool(re.search(hook["files"], name)) for name in ("a.md", "b/c.html", "d.py", "e.md.bak")] == [
        *(True, True),
        *(False, False),
    ]


@pytest.fixture
def on_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The command `factcheck` is this one, and the folder of the run a new one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


@pytest.mark.parametrize(("texts", "status"), [((GOOD, GOOD), 0), ((GOOD, BAD), 1)])
def test_the_hook_fails_for_a_bad_file_among_good_ones(on_path: Path, texts: tuple[str, ...], status: int) -> None:
    names = [f"{n}.md" for n in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        Path(name).write_text(text, encoding="utf-8")
    done = subprocess.run([*hooks()[0]["entry"].split(), *names], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert ("does not fall on this weekday" in done.stdout) is bool(status)
    told = [line.partition(": ")[2].partition(": ")[0] for line in done.stderr.splitlines()]
    assert list(dict.fromkeys(told)) == names


ACTION = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("name", step.get("uses")): step for step in ACTION["runs"]["steps"]}


def test_the_action_takes_its_inputs_from_the_environment_alone() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert scripts
    assert not any("${{" in script for script in scripts)  # what a workflow is given must not run as a script
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert used == ACTION["inputs"].keys()


@pytest.mark.parametrize(
    ("text", "given", "status", "printed"),
    [
        (GOOD, {"FACTCHECK_PATHS": "a.md"}, 0, "No discrepancies"),
        (BAD, {"FACTCHECK_PATHS": "a.md"}, 1, "::warning file=a.md,line=1"),
        (BAD, {"FACTCHECK_DRAFT": "a.md", "FACTCHECK_FAIL_ON": "error"}, 0, "::warning file=a.md,line=1"),
        (BAD, {"FACTCHECK_PATHS": "a.md", "FACTCHECK_SARIF": "b.sarif"}, 1, "::warning file=a.md,line=1"),
        (BAD, {"FACTCHECK_PATHS": "$(touch made) *.md"}, 3, "not checked"),
    ],
)
def test_the_action_s_script(on_path: Path, text: str, given: dict[str, str], status: int, printed: str) -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    empty = {"FACTCHECK_PATHS": "", "FACTCHECK_DRAFT": "", "FACTCHECK_FAIL_ON": "warning", "FACTCHECK_SARIF": ""}
    script = ["bash", "-e", "-c", STEPS["Check"]["run"]]
    done = subprocess.run(script, capture_output=True, text=True, check=False, env=os.environ | empty | given)
    assert done.returncode == status
    assert printed in done.stdout
    assert Path("b.sarif").exists() is ("FACTCHECK_SARIF" in given)
    assert not Path("made").exists()
