"""`factcheck figures`: what was found in documents, before anything is compared."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import gating
from factcheck.cli.arguments import are_there, known_settings, refuse_empty, refuse_overwriting
from factcheck.cli.options import AllowSkipped, Paths
from factcheck.cli.outputs import deliver, parse, say


def _layouts() -> list[str]:
    from factcheck.cli import listing

    return list(listing.LAYOUTS)


def figures(
    paths: Paths,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="List instead the numbers that are no figures, with the reasons.")
    ] = False,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help="How to list them: table, csv, jsonl or json; may be repeated. [default: table]",
            autocompletion=_layouts,
        ),
    ] = None,
    allow_skipped: AllowSkipped = False,
) -> None:
    """List every figure found."""
    from factcheck import pipeline
    from factcheck.cli import listing

    refuse_empty(paths)
    settings = known_settings()
    outputs = parse(formats or (), dict.fromkeys(listing.LAYOUTS), default=("table",))
    refuse_overwriting(outputs, paths)
    found = pipeline.figures(paths, settings=settings)
    for output in outputs:
        deliver(listing.render(found, output.name, dropped=dropped), output)
    say(*gating.skipped(found.skipped))
    unread = found.skipped and not (allow_skipped and found.documents and are_there(paths))
    raise typer.Exit(gating.UNREAD if unread else gating.CLEAN)
