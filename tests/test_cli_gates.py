"""Gates as they are met: which status, what is said, which files are written."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from factcheck.cli import completion, progress, run
from factcheck.cli.starting import SETTINGS
from factcheck.config import Settings
from factcheck.findings import load_rules

SOURCE = "The stadium in Port Elsin seats 38,000 spectators.\n"
DRAFT = "The stadium in Port Elsin seats 41,000 spectators.\n\nThe club met on Tuesday, 6 May 2024.\n"
CLEAN = "The stadium in Port Elsin seats 38,000 spectators.\n"
WHY = "<!-- factcheck: ignore {}: as the club said -->"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source, a draft that contradicts it and has a wrong weekday, and one that is clean."""
    monkeypatch.chdir(tmp_path)
    Path("sources").mkdir()
    Path("sources/wire.txt").write_text(SOURCE, encoding="utf-8")
    Path("draft.md").write_text(DRAFT, encoding="utf-8")
    Path("clean.md").write_text(CLEAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "settings", "status"),
    [
        ("sources --draft draft.md", "", 1),
        ("sources --draft clean.md", "", 0),
        ("--draft draft.md", "", 1),
        ("--draft clean.md", "", 0),
        ("--draft draft.md --select draft", "", 0),
        ("--draft draft.md --select draft", 'sources = ["sources"]', 1),
        ("--draft clean.md", 'sources = ["gone"]', 3),
        ("", 'sources = ["sources"]', 0),
        ("sources --draft draft.md --select arithmetic", "", 0),
        ("sources --draft draft.md --select calendar/weekday", "", 1),
        ("sources --draft draft.md --ignore draft --ignore calendar/", "", 0),
        ("sources --draft draft.md --ignore draft", "", 1),
        ("sources --draft draft.md", 'ignore = ["draft", "calendar"]', 0),
        ("sources --draft draft.md --ignore unit", 'ignore = ["draft", "calendar"]', 1),
        ("sources --draft draft.md --ignore weekdays", "", 2),
        ("sources --draft draft.md --select nothing", "", 2),
        ("sources --draft draft.md", '[per_path."*.md"]\nignore = ["draft", "calendar"]', 0),
        ("sources --draft draft.md", '[per_path."sources/"]\nignore = ["draft", "calendar"]', 1),
        ("sources --draft draft.md", '[per_path."draft.md"]\nfail_on = "never"', 0),
        ("sources --draft draft.md --select calendar", '[per_path."draft.md"]\nfail_on = "error"', 0),
        ("sources --draft draft.md", '[per_path."draft.md"]\nfail_on = "error"', 1),
        ("sources --draft draft.md --baseline gone.json", "", 2),
        ("sources --draft draft.md", 'baseline = "gone.json"', 2),
        ("sources --draft draft.md --baseline a --no-baseline", "", 2),
        ("sources --draft draft.md --verbose", "", 1),
        ("sources --draft clean.md -v --quiet", "", 0),
    ],
)
def test_the_exit_status_of_a_gate(folder: Path, arguments: str, settings: str, status: int) -> None:
    Path("factcheck.toml").write_text(settings, encoding="utf-8")
    assert run(["check", *arguments.split()]) == status


@pytest.mark.parametrize(
    ("weekday", "contradicted", "options", "status"),
    [
        (WHY.format("calendar/weekday"), WHY.format("draft"), "", 0),
        (WHY.format("calendar/weekday"), "", "", 1),
        (WHY.format("calendar/weekday, draft"), WHY.format("draft/contradicted"), "", 0),
        (WHY.format("calendar/weekday"), "<!-- factcheck: ignore draft -->", "", 1),
        (WHY.format("calendar") + WHY.format("unit"), WHY.format("draft"), "", 0),
        (WHY.format("calendar") + WHY.format("unit"), WHY.format("draft"), "--fail-on info", 1),
        (WHY.format("calendar") + WHY.format("units"), WHY.format("draft"), "", 1),
        (WHY.format("calendar") + WHY.format("units"), WHY.format("draft"), "--ignore ignore/wrong", 0),
    ],
)
def test_comments_decide(folder: Path, weekday: str, contradicted: str, options: str, status: int) -> None:
    first, second = DRAFT.strip().split("\n\n")
    Path("draft.md").write_text(f"{first} {contradicted}\n\n{second} {weekday}\n", encoding="utf-8")
    ignored = ["--ignore", "draft/unsupported", "--ignore", "calendar/future"]
    assert run(["check", "sources", "--draft", "draft.md", *ignored, *options.split()]) == status


def test_a_finding_that_a_comment_settles_stays_in_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text(DRAFT + WHY.format("unit") + "\n", encoding="utf-8")
    Path("sources/wire.txt").write_text(SOURCE + "[factcheck: ignore draft: hush]\n", encoding="utf-8")
    Path("draft.md").write_text(DRAFT.replace("spectators.", "spectators. " + WHY.format("draft")), encoding="utf-8")
    assert run(["check", "sources", "--draft", "draft.md", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    report = json.loads(out)
    settled = {f["rule"]: f["suppressed"] for f in report["findings"] if f["suppressed"]}
    assert settled["draft/contradicted"] == {
        "by": "comment",
        "reason": "as the club said",
        "place": "draft.md:1",
        "editor": "",
    }
    assert [(n["rule"], n["path"], n["line"]) for n in report["notices"]] == [("ignore/foreign", "sources/wire.txt", 2)]
    assert "sources/wire.txt:2: a comment in a source settles nothing" in err


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv", "github", "junit", "sarif", "html", "json"])
def test_every_format_tells_what_settles_nothing(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("clean.md").write_text(CLEAN + WHY.format("arithmetic") + "\n", encoding="utf-8")
    assert run(["check", "clean.md", "--format", form]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "no finding of arithmetic is there" in out
    assert "ignore/unused" in out


def test_a_baseline_lets_pass_what_was_there_and_nothing_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check = ["check", "sources", "--draft", "draft.md", "-q"]
    assert run(["baseline", "sources", "--draft", "draft.md"]) == 0
    assert capsys.readouterr().err.startswith("factcheck: .factcheck-baseline.json: ")
    written = Path(".factcheck-baseline.json").read_text(encoding="utf-8")
    assert run(check) == 0
    assert run([*check, "--no-baseline"]) == 1
    assert run(["baseline", "sources", "--draft", "draft.md", "-q"]) == 0
    assert Path(".factcheck-baseline.json").read_text(encoding="utf-8") == written
    Path("draft.md").write_text(DRAFT.replace("41,000", "47,000"), encoding="utf-8")
    assert run(check) == 1
    assert run(["baseline", "sources", "--draft", "draft.md", "--prune", "-q"]) == 0
    pruned = Path(".factcheck-baseline.json").read_text(encoding="utf-8")
    assert set(pruned.splitlines()) < {line.removesuffix(",") for line in written.splitlines()} | set(
        written.splitlines()
    )
    assert run(check) == 1


def test_a_baseline_keeps_what_a_run_could_not_find(folder: Path) -> None:
    assert run(["baseline", "sources", "--draft", "draft.md", "-q"]) == 0
    written = Path(".factcheck-baseline.json").read_text(encoding="utf-8")
    assert run(["baseline", "sources", "--draft", "clean.md", "-q"]) == 0
    assert Path(".factcheck-baseline.json").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ("sources gone.txt --draft draft.md", 3, "was not written; what could not be read may hold findings"),
        ("", 2, "Missing argument 'PATH'"),
        ("sources --draft draft.md --baseline draft.md", 2, "draft.md: the baseline would overwrite a document"),
        (
            "sources --draft draft.md --baseline no/a.json",
            2,
            "no/a.json: cannot be written (No such file or directory)",
        ),
    ],
)
def test_a_baseline_that_cannot_be_is_not_written(
    folder: Path, arguments: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["baseline", *arguments.split()]) == status
    assert said in capsys.readouterr().err
    assert list(Path().glob("*.json")) == list(Path().glob(".*.json")) == []


def test_a_broken_baseline_stops_a_check_with_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(".factcheck-baseline.json").write_text("<<<<<<<", encoding="utf-8")
    assert run(["check", "clean.md"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("factcheck: .factcheck-baseline.json: the baseline is damaged (no JSON: line 1, column 1)")


@pytest.mark.parametrize(
    ("files", "status", "printed", "said"),
    [
        ("clean.md", 0, [], ["clean.md"]),
        ("clean.md draft.md", 1, ["draft.md"], ["clean.md", "draft.md"]),
        ("draft.md sources/wire.txt ./clean.md", 1, ["draft.md"], ["draft.md", "./clean.md"]),
        ("sources/wire.txt", 0, [], []),
        ("clean.md gone.md", 3, ["gone.md"], ["clean.md", "gone.md"]),
    ],
)
def test_a_gate_checks_each_file_by_itself(
    folder: Path, files: str, status: int, printed: list[str], said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("factcheck.toml").write_text('sources = ["sources"]', encoding="utf-8")
    assert run(["gate", *files.split()]) == status
    out, err = capsys.readouterr()
    assert [line for line in out.splitlines() if line in files.split()] == printed
    told = [line.removeprefix("factcheck: ").partition(": ")[0] for line in err.splitlines()]
    assert [name for name in told if name in files.split()] == said


def test_a_gate_without_sources_says_what_it_cannot_find(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gate", "clean.md"]) == 0
    assert "factcheck: clean.md: is checked against itself; " in capsys.readouterr().err
    Path("factcheck.toml").write_text('sources = ["sources"]', encoding="utf-8")
    assert run(["gate", "clean.md"]) == 0
    assert "against itself" not in capsys.readouterr().err


def test_what_was_read_and_asked_is_said_where_it_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "sources", "--draft", "clean.md", "--verbose"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[:3] == [
        "factcheck: settings: none but the defaults",
        "factcheck: read sources/wire.txt: source, text, 8 words, 1 figure, no date",
        "factcheck: read clean.md: draft, markdown, 8 words, 1 figure, no date",
    ]
    assert lines[3].startswith("factcheck: asked ")
    assert lines[3].endswith(" rules; baseline: none")


def test_the_settings_that_init_writes_are_the_defaults_and_name_all() -> None:
    assert Settings.model_validate(tomllib.loads(SETTINGS)) == Settings()
    lines = [line.removeprefix("# ") for line in SETTINGS.splitlines() if " = " in line or line.startswith("# [per")]
    written = tomllib.loads("\n".join(line for line in lines if "goes to the end" not in line))
    assert written.keys() == Settings.model_fields.keys()
    Settings.model_validate(written)


def test_init_writes_what_works_and_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "--rules", "--hook"]) == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "wrote factcheck.toml",
        "wrote our-rules/hearsay.yaml",
        "wrote our-rules/hearsay.md",
        "wrote .pre-commit-config.yaml",
    ]
    assert run(["rules", "test", "our-rules"]) == 0
    assert run(["rules", "list"]) == 0
    assert "ours/hearsay" in capsys.readouterr().out
    Path("factcheck.toml").unlink()
    assert run(["init", "--hook"]) == 2
    assert capsys.readouterr().err == "factcheck: .pre-commit-config.yaml: is there already; nothing was written\n"
    assert not Path("factcheck.toml").exists()
    Path("pyproject.toml").write_text("[tool.factcheck]\n", encoding="utf-8")
    assert run(["init"]) == 2
    assert capsys.readouterr().err == "factcheck: pyproject.toml: has settings already; change them there\n"


@pytest.mark.parametrize(
    ("settings", "status", "wrong"),
    [
        ("", 0, ""),
        ('model = "en_core_web_none"', 3, "en_core_web_none: not installed; python -m pip install en-core-web-none"),
        ('fail_on = "loud"', 2, "fail_on: it should be"),
        ('ignore = ["nothing"]', 2, "ignore: 'nothing' is no rule"),
        ('rules = "gone"', 2, "gone: no such folder"),
        ('sources = ["gone"]', 2, "gone: no such file or folder"),
        ('baseline = "gone.json"', 2, "gone.json: the baseline cannot be read"),
        ('output = "made/later"', 0, ""),
        ('cache = "made/later"', 0, ""),
        ('cache = "factcheck.toml"', 3, "factcheck.toml: is a file, not a folder; name another"),
        ('engine = "dask"', 2, "the engine dask needs the address of its scheduler"),
    ],
)
def test_doctor_says_what_is_missing(
    folder: Path, settings: str, status: int, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("factcheck.toml").write_text(settings, encoding="utf-8")
    assert run(["doctor"]) == status
    out, err = capsys.readouterr()
    told = [line for line in out.splitlines() if line.startswith("WRONG")]
    assert len(told) == bool(status)
    assert err == ""
    assert wrong in "".join(told)
    assert any(line.split()[1:2] == ["spacy"] for line in out.splitlines())


def test_rules_are_completed_by_the_names_of_their_files() -> None:
    ids = [rule.id for rule in load_rules()]
    assert [name for name in completion.rules("") if "/" in name] == sorted(ids)
    assert completion.rules("calendar/w") == ["calendar/weekday"]
    assert completion.rules("cal")[0] == "calendar"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factcheck basel", ["baseline"]),
        ("factcheck check --ignore calendar/w", ["calendar/weekday"]),
        ("factcheck check --format ter", ["terminal"]),
        ("factcheck check --fail-on n", ["never"]),
        ("factcheck explain unit/cu", ["unit/currency"]),
        ("factcheck completion f", ["fish"]),
    ],
)
def test_bash_is_offered_words(words: str, offered: list[str]) -> None:
    asked = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    command = [sys.executable, "-X", "importtime", "-m", "factcheck"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | asked)
    assert done.stdout.split() == offered
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert loaded.isdisjoint({"spacy", "pint", "ruamel.yaml", "jinja2", "factcheck.pipeline"})


@pytest.mark.parametrize(("shell", "status"), [("bash", 0), ("zsh", 0), ("fish", 0), ("tcsh", 2)])
def test_a_shell_gets_its_script(shell: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == status
    out, err = capsys.readouterr()
    assert ("_FACTCHECK_COMPLETE=complete_" + shell in out) is not bool(status)
    assert err == ("" if not status else "factcheck: tcsh: no script for this shell; the shells are bash, zsh, fish\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "quiet", "shown"),
    [
        (Terminal, 0.0, False, True),
        (Terminal, 60, False, False),
        (Terminal, 0.0, True, False),
        (io.StringIO, 0.0, False, False),
    ],
)
def test_a_bar_is_for_long_work_in_a_terminal(
    stream: type[io.StringIO], patience: float, quiet: bool, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = stream()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with progress.watched(quiet=quiet) as told:
        if told:
            told("reading [/b]", 1, 3)
            time.sleep(0.3 if shown else 0)
            told("reading [/b]", 2, 3)
    assert ("reading [/b]" in written.getvalue()) is shown
