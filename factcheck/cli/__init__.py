"""The command line: arguments, exit status. What understands them is loaded where nothing is known of the same ones."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence

from factcheck.cli.gating import INTERRUPTED, WRONG_USE
from factcheck.cli.outputs import say, unwritten
from factcheck.errors import FactcheckError


def main() -> None:
    """Entry point of the command `factcheck`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; its exit status. Every error of use is one line on standard error."""
    try:
        return _run(tuple(arguments))
    except FactcheckError as error:
        say(*str(error).splitlines())
        return error.exit_code
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        say(str(unwritten(error)))  # the help is printed without `show`
        return WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: tuple[str, ...]) -> int:
    from factcheck.cli.again import Asking

    asking = Asking.of(arguments)
    status = asking.answered() if asking else None
    if status is not None:
        return status
    from factcheck.cli.commands import perform  # which takes longer to load than an archive to look through

    return perform(arguments, asking)
