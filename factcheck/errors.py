"""What a user can do wrong. Each error is one line: what, where, what to do."""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of every error that the command line shows as one line; `exit_code` is the process's status."""

    exit_code = 2


class UsageError(FactcheckError):
    """A wrong option, setting, rule or lexicon: the run does not start (exit 2)."""


class UnreadableError(FactcheckError):
    """A document that could not be read. Readers raise it; `documents` turns it into `Skipped` (exit 3)."""

    exit_code = 3
