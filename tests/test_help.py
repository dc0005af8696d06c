"""README.md shows what --help says, and each option of it says something."""

from __future__ import annotations

import pytest

from tests.help import commands, helped, section, shown


def test_the_readme_shows_the_help_of_each_command() -> None:
    assert shown() == section(), "python -m tests.help writes it anew"


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_each_command_helps(command: list[str]) -> None:
    told = helped(command)
    assert told.startswith(f"Usage: {' '.join(['factcheck', *command])}")
    assert len(told.splitlines()) > 3
    assert max(map(len, told.splitlines())) <= 80
