"""Plug-ins found by their folder: one module, one reader, format or kind.

A folder of plug-ins is a package; each of its modules (names not starting with "_") holds one
plug-in. Adding a file adds a plug-in; no list names it elsewhere.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def names(package: str) -> list[str]:
    """The plug-ins of a package, sorted, without importing them."""
    folder = importlib.import_module(package)
    return sorted(m.name for m in pkgutil.iter_modules(folder.__path__) if not m.name.startswith("_"))


def load(package: str, name: str) -> ModuleType:
    """The module of one plug-in; ModuleNotFoundError where there is none of that name."""
    return importlib.import_module(f"{package}.{name}")
