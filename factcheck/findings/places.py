"""Where in a YAML file a value stands, so that a mistake is told with its line and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.lexicon import compose_yaml


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a file that `read_yaml` has read."""

    path: Path
    root: Any

    @classmethod
    def of(cls, path: Path) -> Places:
        return cls(path, compose_yaml(path))

    def at(self, keys: Sequence[str | int] = ()) -> str:
        """FILE:LINE:COLUMN of the key that the keys lead to, or of what stands nearest above it."""
        place = self.position(keys)
        return f"{self.path}:{place[0]}:{place[1]}" if place else str(self.path)

    def position(self, keys: Sequence[str | int] = ()) -> tuple[int, ...]:
        """Line and column, both from 1; nothing where the file is empty."""
        node, mark = self.root, getattr(self.root, "start_mark", None)
        for key in keys:
            found = next((pair for pair in _children(node) if pair[0] == str(key)), None)
            if found is None:
                break
            _, mark, node = found
        return (mark.line + 1, mark.column + 1) if mark else ()


def _children(node: Any) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - a node of the YAML library
    """Name, mark and node of each value in a mapping or a list."""
    if not isinstance(getattr(node, "value", None), list):
        return
    for n, child in enumerate(node.value):
        if isinstance(child, tuple):
            yield str(child[0].value), child[0].start_mark, child[1]
        else:
            yield str(n), child.start_mark, child
