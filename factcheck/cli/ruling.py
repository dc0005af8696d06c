"""The commands about rules: which there are, what one says, whether each does what its marked text shows."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import completion
from factcheck.cli.arguments import known_settings, only, refuse_empty
from factcheck.cli.outputs import columns, deliver, parse, say, screen, show

app = typer.Typer(help="List the rules, and test them against their marked texts.", rich_markup_mode=None)

Folders = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules to add, or to put in place of others."),
]


@app.command("list")
def list_rules(
    folders: Folders = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME[=FILE]", help="How to list them: table or json. [default: table]"),
    ] = None,
) -> None:
    """List the rules: id, kind, severity (“off” where a check leaves it out) and message."""
    from factcheck import pipeline
    from factcheck.cli import rulebook

    outputs = parse(formats or (), dict.fromkeys(rulebook.LAYOUTS), default=("table",))
    files = pipeline.rules(_folder(folders))
    for output in outputs:
        width = None if output.file else columns()
        deliver(rulebook.listed([file.rule for file in files], output.name, width), output)


@app.command("test")
def try_rules(
    folder: Annotated[
        str | None, typer.Argument(metavar="[DIR]", help="The folder of rules. [default: the shipped rules]")
    ] = None,
) -> None:
    """Hold each rule against the marked text beside it; exit with 1 where one does otherwise."""
    from factcheck import pipeline

    refuse_empty([folder] if folder is not None else [])
    tried = pipeline.try_rules(folder, settings=known_settings())
    show("".join(f"{fault}\n" for fault in tried.faults))
    for rule in tried.untested:
        say(f"{rule}: has no marked text; write its examples into the .md file of its name beside it")
    wrong = f"{len(tried.faults)} wrong" if tried.faults else "all as they should be"
    show(f"{_counted(tried.rules, 'rule')}, {_counted(tried.examples, 'example')}: {wrong}\n")
    raise typer.Exit(1 if tried.faults else 0)


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE",
            help="The id of a rule, as `factcheck rules list` gives it.",
            autocompletion=completion.rules,
        ),
    ],
    folders: Folders = None,
) -> None:
    """Say what a rule is for, why, how to fix what it finds, its options and its examples."""
    from factcheck import pipeline
    from factcheck.cli import rulebook

    width, _ = screen()
    if told := rulebook.explained_notice(rule, width):
        show(told)
        return
    show(rulebook.explained(rulebook.named(pipeline.rules(_folder(folders)), rule), width))


def _folder(given: list[str] | None) -> str | None:
    """The folder of rules: the option's, or else that of the settings."""
    from factcheck import config

    folder = only("--rules", given)
    refuse_empty([folder] if folder is not None else [])
    return config.with_options(known_settings(), rules=folder).rules


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
