"""The same command again: what it gave is known by its words, before anything is loaded that understands them.

To understand the words of a check takes longer than to look through an archive. So what they came to is remembered by
them, with all else that their meaning depends on. Only a check whose reports go to standard output is: what is said of
a file that cannot be written is said by what understands the words.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.asked import MADE, Made, put, wanted
from factcheck.cli.outputs import Output, say
from factcheck.columns import Columns
from factcheck.paths import CONFIG_FILES, is_file
from factcheck.work.keys import Inputs, of_check, of_command
from factcheck.work.places import cache_folder

if TYPE_CHECKING:
    from factcheck.scale.cache import Cache

COMPLETION = "_FACTCHECK_COMPLETE"
"""Is set where a shell asks for words instead."""
_OPTION = "--cache"


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words of a check came to."""

    inputs: Inputs
    formats: tuple[str, ...]
    everything: bool
    allow_skipped: bool
    quiet: bool
    stood: tuple[tuple[str, bool], ...]
    """Files on which the meaning of the words depends, and whether each was there."""


_COLUMNS = Columns((Understood, Inputs))


class Asking:
    """The words of a check that may be remembered in a folder. `notices` say what went wrong there."""

    def __init__(self, words: tuple[str, ...], folder: Path) -> None:
        self.notices: list[str] = []
        self.looked: tuple[object, bytes] | None = None
        """What was asked for and looked through already, and the key that it has."""
        self._words = words
        self._folder = folder
        self._key = of_command(words, _settings())

    @classmethod
    def of(cls, words: tuple[str, ...]) -> Asking | None:
        """That of a check that names a cache; None for all else."""
        if words[:1] != ("check",) or COMPLETION in os.environ:
            return None
        with suppress(OSError):  # what understands the words says what cannot be read
            folder = cache_folder(_cache(words))
            return cls(words, folder) if folder else None
        return None

    def answered(self) -> int | None:
        """Put what the check gave where it belongs; its exit status, or None where nothing is known of it."""
        from factcheck.scale.cache import FILE, Cache

        if not is_file(self._folder / FILE):
            return None
        with Cache(self._folder) as cache:
            known = self._known(cache)
        self.notices = cache.notices
        if known is None:
            return None
        made, outputs, quiet = known
        say(*cache.notices)
        put(made, outputs, quiet=quiet)
        return made.status

    def noted(self, understood: Understood) -> Mapping[bytes, bytes]:
        """What to remember of the words; nothing where the settings changed since they were read."""
        unchanged = of_command(self._words, _settings()) == self._key
        return {self._key: _COLUMNS.packed(understood)} if unchanged else {}

    def _known(self, cache: Cache) -> tuple[Made, Sequence[Output], bool] | None:
        found = cache.known([self._key])
        if not found:
            return None
        words: Understood = _COLUMNS.unpacked(found[self._key])
        if any(is_file(Path(path)) != there for path, there in words.stood):
            return None
        outputs = tuple(map(Output, words.formats))
        asked = wanted(outputs, everything=words.everything, allow_skipped=words.allow_skipped)
        key = of_check(words.inputs, asked)
        self.looked = (words.inputs, asked), key
        made = cache.known([key])
        return (MADE.unpacked(made[key]), outputs, words.quiet) if made else None


def _settings() -> list[bytes | None]:
    """The files of settings as they stand; None for one that is not there."""
    return [Path(name).read_bytes() if is_file(Path(name)) else None for name in CONFIG_FILES]


def _cache(words: Sequence[str]) -> str | None:
    """The cache that words name, or else the settings. A guess, for it finds nothing where it is wrong."""
    after = [following for word, following in pairwise(words) if word == _OPTION]
    named = [*after, *(word.partition("=")[2] for word in words if word.startswith(f"{_OPTION}="))]
    return named[-1] if named else _cache_of_settings()


def _cache_of_settings() -> str | None:
    import tomllib

    for name in filter(lambda name: is_file(Path(name)), CONFIG_FILES):
        with suppress(OSError, ValueError, RecursionError, AttributeError):
            content = tomllib.loads(Path(name).read_bytes().decode("utf-8-sig"))
            table = content if name == CONFIG_FILES[0] else content.get("tool", {}).get("factcheck")
            if table is not None:
                cache = table.get("cache")
                return cache if isinstance(cache, str) else None
    return None
