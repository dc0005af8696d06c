"""Functions of pdfium that are called thousands of times for a page.

pypdfium2 gives them typed pointers, whose types are looked at in each call; with addresses as plain numbers a call
takes half the time.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, cast
from functools import cache
from typing import Any

Type = Any
"""A type of ctypes."""


@cache
def quick(name: str, result: Type, *arguments: Type) -> Callable[..., Any]:
    """The function of this name, with ctypes' plain types, in which a pointer is `c_void_p`."""
    from pypdfium2 import raw

    return cast(getattr(raw, name), CFUNCTYPE(result, *arguments))
