"""Templates that write HTML: whatever is put into them is text, never markup, and a name that is missing an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment(package: str, finalize: Callable[[object], object] | None = None) -> Environment:
    """The templates of a package's folder `templates`; `finalize` makes of a value what is escaped."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: packaged(package, f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def packaged(package: str, name: str) -> str:
    """A text file of a package."""
    return files(package).joinpath(*name.split("/")).read_text(encoding="utf-8")
