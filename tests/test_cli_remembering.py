"""`factcheck check --cache`: the same reports, lines and status again, until anything changes that they come from."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.cli import commands, run
from factcheck.cli.again import Asking
from factcheck.config import Settings

ONE = "The ferry carried 214 people on Monday, 4 March 2024, the port authority said.\n"
OTHER = "The ferry carried 241 people on Monday, 4 March 2024, the port authority said.\n"
RULE = """\
id: ours/people
kind: wording
severity: warning
message: "People are counted: {values}."
options:
  pattern: 'people'
  kinds: [count]
  documents: all
"""

Heard = tuple[int, str, str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "sources" / "b.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def checked(capsys: pytest.CaptureFixture[str]) -> Callable[..., Heard]:
    """What a check with a cache gives: its status, what it prints and what it says."""

    def check(*options: str) -> Heard:
        status = run(["check", "sources", "--cache", "cache", *options])
        heard = capsys.readouterr()
        return status, heard.out, heard.err

    return check


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings of every check that was worked out."""
    asked: list[Settings] = []
    known = pipeline.check

    def check(*given: object, **named: object) -> object:
        assert isinstance(named["settings"], Settings)
        asked.append(named["settings"])
        return known(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "check", check)
    return asked


@pytest.mark.parametrize(
    "options",
    [(), ("--format", "json"), ("--format", "terminal", "--format", "csv=found.csv"), ("--all",), ("--quiet",)],
    ids=" ".join,
)
def test_a_second_check_is_the_first(
    folder: Path, checked: Callable[..., Heard], worked: list[Settings], options: tuple[str, ...]
) -> None:
    (folder / "sources" / "c.xyz").write_text("What is this?", encoding="utf-8")
    first = checked(*options)
    made = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    for path in folder.glob("*.csv"):
        path.unlink()
    assert first[0] == 3
    assert ("c.xyz" in first[2]) == ("--quiet" not in options)
    assert checked(*options) == first
    assert {path.name: path.read_bytes() for path in folder.glob("*.csv")} == made
    assert len(worked) == 1


def changed_text(folder: Path) -> None:
    (folder / "sources" / "b.txt").write_text(ONE, encoding="utf-8")


def new_document(folder: Path) -> None:
    (folder / "sources" / "c.txt").write_text(OTHER, encoding="utf-8")


def renamed(folder: Path) -> None:
    (folder / "sources" / "a.txt").rename(folder / "sources" / "z.txt")


def manifest(folder: Path) -> None:
    (folder / "sources" / "sources.json").write_text(
        '{"documents": [{"document": "a.txt", "outlet": "Post"}]}', encoding="utf-8"
    )


def settings(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('fail_on = "never"\n', encoding="utf-8")


def baseline(folder: Path) -> None:
    assert run(["baseline", "sources", "--quiet"]) == 0


@pytest.mark.parametrize("change", [changed_text, new_document, renamed, manifest, settings, baseline])
def test_a_change_is_seen(
    folder: Path,
    checked: Callable[..., Heard],
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], None],
) -> None:
    first = checked("--format", "json")
    change(folder)
    capsys.readouterr()
    found = checked("--format", "json")
    assert found != first
    status = run(["check", "sources", "--format", "json"])
    heard = capsys.readouterr()
    assert found == (status, heard.out, heard.err)


def test_a_changed_rule_is_seen(folder: Path, checked: Callable[..., Heard]) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "people.yaml").write_text(RULE, encoding="utf-8")
    assert "People are counted" in checked("--rules", "rules")[1]
    (folder / "rules" / "people.yaml").write_text(RULE.replace("People", "Persons"), encoding="utf-8")
    assert "Persons are counted" in checked("--rules", "rules")[1]


def test_what_changes_during_a_check_is_not_remembered(
    folder: Path, checked: Callable[..., Heard], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = pipeline.check

    def check(*given: object, **named: object) -> object:
        report = known(*given, **named)  # type: ignore[arg-type]
        changed_text(folder)
        return report

    monkeypatch.setattr(pipeline, "check", check)
    first = checked()
    assert "241" in first[1]
    monkeypatch.setattr(pipeline, "check", known)
    (folder / "sources" / "b.txt").write_text(OTHER.replace("241", "250"), encoding="utf-8")
    checked()
    (folder / "sources" / "b.txt").write_text(ONE, encoding="utf-8")
    assert "241" not in checked()[1]


def test_nothing_is_remembered_unless_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "sources"])
    (folder / "factcheck.toml").write_text('cache = "cache"\n', encoding="utf-8")
    run(["check", "sources", "--no-cache"])
    assert not (folder / "cache").exists()
    run(["check", "sources"])
    assert (folder / "cache").exists()


def test_user_is_the_users_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "home"))
    run(["check", "sources", "--cache", "user"])
    assert [path.parent.name for path in folder.glob("home/**/factcheck.sqlite")] == ["factcheck"]


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The words of every command that had to be understood."""
    asked: list[Sequence[str]] = []
    known = commands.perform

    def perform(words: Sequence[str], asking: Asking | None = None) -> int:
        asked.append(words)
        return known(words, asking)

    monkeypatch.setattr(commands, "perform", perform)
    return asked


@pytest.mark.parametrize(
    ("options", "times"),
    [
        ((), 1),
        (("--format", "json"), 1),
        (("--quiet",), 1),
        (("--draft", "sources/a.txt"), 1),
        (("--format", "json=report.json"), 2),
        (("--verbose",), 2),
        (("--explain", "c1"), 2),
    ],
    ids=str,
)
def test_the_same_words_are_understood_once(
    folder: Path, checked: Callable[..., Heard], understood: list[Sequence[str]], options: tuple[str, ...], times: int
) -> None:
    (folder / "sources" / "c.xyz").write_text("What is this?", encoding="utf-8")
    first = checked(*options)
    assert first[0] == 3
    assert checked(*options) == first
    assert len(understood) == times


def test_the_settings_may_name_the_cache(
    folder: Path, capsys: pytest.CaptureFixture[str], understood: list[Sequence[str]]
) -> None:
    (folder / "pyproject.toml").write_text('[tool.factcheck]\ncache = "cache"\n', encoding="utf-8")
    heard = [(run(["check", "sources"]), capsys.readouterr()) for _ in range(3)]
    assert heard[1:] == heard[:1] * 2
    assert len(understood) == 1


def test_words_in_another_order_are_understood_and_known_from_then_on(
    folder: Path, checked: Callable[..., Heard], worked: list[Settings], understood: list[Sequence[str]]
) -> None:
    first = checked("--all", "--format", "json")
    assert [checked("--format", "json", "--all") for _ in range(2)] == [first] * 2
    assert (len(worked), len(understood)) == (1, 2)


def test_the_same_words_in_another_folder_are_others(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["check", "sources", "--cache", str(folder / "cache"), "--format", "json"]
    first = run(words), capsys.readouterr().out
    (folder / "other" / "sources").mkdir(parents=True)
    (folder / "other" / "sources" / "a.txt").write_text(ONE, encoding="utf-8")
    monkeypatch.chdir(folder / "other")
    assert (run(words), capsys.readouterr().out) != first


def test_decisions_that_come_and_go_are_seen(folder: Path, checked: Callable[..., Heard]) -> None:
    first = checked()
    database = folder / "sources" / ".factcheck" / "decisions.sqlite"
    database.parent.mkdir()
    database.write_bytes(b"no database")
    assert checked()[0] == 2
    database.unlink()
    assert checked() == first


def test_a_terminal_of_another_width_gets_its_own_page(
    folder: Path, checked: Callable[..., Heard], monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = checked()
    for module in ("asked", "outputs"):
        monkeypatch.setattr(f"factcheck.cli.{module}.screen", lambda: (50, False))
    narrow = checked()
    assert narrow[1].splitlines()[0] != wide[1].splitlines()[0]
    assert checked() == narrow


def test_the_same_words_load_nothing_that_understands_them(folder: Path) -> None:
    def loaded() -> set[str]:
        command = [sys.executable, "-X", "importtime", "-m", "factcheck", "check", "sources", "--cache", "cache"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}

    heavy = {"typer", "pydantic", "spacy", "factcheck.pipeline"}
    assert heavy <= loaded()
    assert loaded().isdisjoint(heavy)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--cache", ""], "an argument is empty; name a file or folder (a variable of a script may be unset)"),
        (["--cache", "a", "--cache", "b"], "--cache is given 2 times (a, b); give one"),
        (["--cache", "a", "--no-cache"], "--cache and --no-cache are both given; give one"),
        (["--workers", "0"], "--workers: it should be greater than 0, not 0"),
    ],
)
def test_wrong_options_are_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert run(["check", "sources", *options]) == 2
    assert capsys.readouterr().err == f"factcheck: {message}\n"
