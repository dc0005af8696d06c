"""Every bad file ends within its limits, with the right word in the report, and takes nothing with it."""

from __future__ import annotations

import json
import os
import pwd
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.documents.bad_files import LONG, NOTHING, READ, BadFile, groups

GOOD = {
    "good-1.txt": "Police counted 4,000 marchers in Norvik on 3 May 2024.\n",
    "good-2.txt": "Police counted 9,000 marchers in Norvik on 3 May 2024.\n",
}
SECONDS = 4
LIMITS = f"max_seconds = {SECONDS}\nmax_memory = 600_000_000\nmax_pages = 200\nmax_unpacked = 20_000_000\n"
_FEWEST = 60


def check(folder: Path, files: Sequence[BadFile], settings: str = LIMITS) -> dict[str, Any]:
    """The JSON report on the files with the good pair beside them, as `factcheck check` makes it."""
    (folder / "sources").mkdir()
    (folder / "factcheck.toml").write_text(settings, encoding="utf-8")
    for name, words in GOOD.items():
        (folder / "sources" / name).write_text(words, encoding="utf-8")
    for file in files:
        file.write(folder / "sources")
    command = [sys.executable, "-m", "factcheck", "check", "sources", "--format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (1, 3), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def fates(report: dict[str, Any], file: BadFile) -> list[str]:
    """What the report says of a file and its parts: reasons, READ for a document, NOTHING."""
    path = f"sources/{file.name}"

    def is_of(told: dict[str, str]) -> bool:
        return re.fullmatch(re.escape(path) + r"([#/].*)?", told["path"], re.DOTALL) is not None

    reasons = [unread["reason"] for unread in report["skipped"] if is_of(unread)]
    read = [READ for document in report["documents"] if is_of(document)]
    return [*reasons, *read] or [NOTHING]


def wrong(report: dict[str, Any], files: Sequence[BadFile]) -> dict[str, list[str]]:
    """What was told of the files of which something else was to be told, more or less of it."""
    told = {file.name: list(dict.fromkeys(fates(report, file))) for file in files}
    return {file.name: told[file.name] for file in files if not _agree(told[file.name], file.fates)}


def _agree(told: Sequence[str], fates: Sequence[str]) -> bool:
    """Whether all that is told is a fate, and each fate is told."""
    patterns = [re.compile(fate) for fate in fates]
    each = all(any(pattern.match(reason) for reason in told) for pattern in patterns)
    return each and all(any(pattern.match(reason) for pattern in patterns) for reason in told)


@pytest.mark.parametrize(
    ("told", "fates", "agree"),
    [
        ([READ], [READ], True),
        (["broken; save it anew", READ], [READ, "broken; save"], True),
        (["broken; save it anew", READ], [READ], False),
        ([READ], [READ, "broken"], False),
        (["not broken"], ["broken"], False),
        ([NOTHING], [READ], False),
        ([], [READ], False),
    ],
)
def test_what_is_told_is_what_was_to_be_told(told: list[str], fates: list[str], agree: bool) -> None:
    assert _agree(told, fates) is agree


def conflict(report: dict[str, Any]) -> bool:
    """Whether the good pair's disagreement was found."""
    return any("4,000" in f["message"] and "9,000" in f["message"] for f in report["findings"])


@pytest.mark.parametrize("group", groups())
def test_a_bad_file_is_told_and_the_good_ones_are_checked(group: str, tmp_path: Path) -> None:
    files = groups()[group]
    report = check(tmp_path, files)
    assert wrong(report, files) == {}
    assert conflict(report)
    assert not (tmp_path / "run").exists()


def test_a_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    begun = time.monotonic()
    report = check(tmp_path, LONG, "max_bytes = 20_000_000\n")
    assert wrong(report, LONG) == {}
    assert [f["text"] for f in report["figures"] if f["sentence"]["start"] > 10**6] == ["310"]
    assert conflict(report)
    assert time.monotonic() - begun < 60


def test_there_are_many_and_each_has_its_own_name() -> None:
    names = [file.name for files in groups().values() for file in files]
    assert len(names) >= _FEWEST
    assert len({(group, file.name) for group, files in groups().items() for file in files}) == len(names)


def test_what_may_not_be_opened_is_told(tmp_path: Path) -> None:
    """As nobody, since the superuser may open everything."""
    if os.geteuid() == 0 and not _nobody_runs_python():
        pytest.skip("the superuser may open everything, and nobody else may run this Python")
    for name, words in {**GOOD, "locked.txt": "5 men", "locked/a.txt": "5 men"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
        (tmp_path / name).chmod(0o644)
    (tmp_path / "locked.txt").chmod(0)
    (tmp_path / "locked").chmod(0)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", ".", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        **_as_nobody(),
    )
    (tmp_path / "locked").chmod(0o755)
    report = json.loads(done.stdout)
    refused = "cannot be opened (Permission denied); check its permissions"
    assert {s["path"]: s["reason"] for s in report["skipped"]} == {"locked": refused, "locked.txt": refused}
    assert conflict(report)
    assert done.returncode == 3


def _as_nobody() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _nobody_runs_python() -> bool:
    try:
        run = subprocess.run(
            [sys.executable, "-c", "import factcheck"], check=False, capture_output=True, **_as_nobody()
        )
    except (OSError, KeyError):
        return False
    return run.returncode == 0
