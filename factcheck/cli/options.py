"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import completion

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")]
SomePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files and folders; - is standard input. [default: the setting `sources`]",
    ),
]
Drafts = Annotated[
    list[str] | None,
    typer.Option("--draft", metavar="FILE", help="A draft to check against the sources and itself."),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="LEVEL",
        help="Exit with 1 from this severity on: error, warning, info, never. [default: warning]",
        autocompletion=completion.levels,
    ),
]
Folders = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules to add, or to put in place of others."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        help="Ask this rule, or group of rules (calendar), alone; may be repeated.",
        autocompletion=completion.rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="RULE",
        help="Do not ask this rule, or group of rules; may be repeated.",
        autocompletion=completion.rules,
    ),
]
Baseline = Annotated[
    list[str] | None,
    typer.Option(
        "--baseline", metavar="FILE", help="The findings that were there before. [default: .factcheck-baseline.json]"
    ),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Take no finding for settled because it was there before.")
]
Decisions = Annotated[
    list[str] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Editors' decisions. [default: .factcheck/decisions.sqlite beside the draft or the sources]",
    ),
]
NoDecisions = Annotated[bool, typer.Option("--no-decisions", help="Take in nothing that editors decided.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", help="Processes that work on it. [default: as many as there are cores]"),
]
MegaBytes = Annotated[
    int | None,
    typer.Option(
        "--memory",
        metavar="MB",
        help="Megabytes of an archive that are held in memory; the rest waits on disk. [default: 40]",
    ),
]
Engine = Annotated[
    list[str] | None,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="What works on it: processes of this machine, or dask (a cluster). [default: processes]",
        autocompletion=completion.engines,
    ),
]
Scheduler = Annotated[
    list[str] | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="With --engine dask: the cluster's scheduler, tcp://HOST:PORT."
    ),
]
CacheFolder = Annotated[
    list[str] | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help="Remember in this folder what is worked out, so that a later check reads only what changed; "
        "“user” is your own folder of caches. [default: nothing is remembered]",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Remember nothing, whatever the settings say.")]
AllowSkipped = Annotated[
    bool,
    typer.Option(
        "--allow-skipped", help="Do not exit with 3 for what was skipped, unless it is missing, the draft, or all."
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but what is wrong with the command.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say on standard error what was read, by which reader, and what asked.")
]
