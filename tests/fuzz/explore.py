"""One reader, or the grammar, with atheris: `python -m tests.fuzz.explore NAME` and the options of libFuzzer.

The first byte of an input says which of the reader's suffixes the file has.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factcheck"]):
    from factcheck.documents.reading import readers
    from tests.fuzz.targets import GRAMMAR, samples, targets, try_grammar, try_reader

    readers()

from tests.fuzz.repacking import changed_within

_CORPUS = Path(".fuzz") / "corpus"


def main() -> None:
    name, *options = sys.argv[1:]
    corpus = _CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    for n, seed in enumerate(_seeds(name)):
        (corpus / f"seed-{n}").write_bytes(seed)
    tried = _grammar if name == GRAMMAR else _reader(targets()[name])
    for seed in _seeds(name):
        tried(seed)  # what is loaded once is no input's time
    mutator = {} if name == GRAMMAR else {"custom_mutator": _mutated}
    atheris.Setup([sys.argv[0], *options, str(corpus)], tried, **mutator)
    atheris.Fuzz()


def _seeds(name: str) -> list[bytes]:
    if name == GRAMMAR:
        return samples(".txt")
    return [bytes([n]) + sample for n, suffix in enumerate(targets()[name]) for sample in samples(suffix)]


def _grammar(data: bytes) -> None:
    try_grammar(data[:2_000].decode("utf-8", "surrogateescape"))


class _reader:  # noqa: N801 - it is called as a function is
    """What reads an input by a reader of these suffixes."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        self._suffixes = suffixes

    def __call__(self, data: bytes) -> None:
        if data:
            try_reader(self._suffixes[data[0] % len(self._suffixes)], data[1:])


def _mutated(data: bytes, most: int, seed: int) -> bytes:
    """As libFuzzer does, in every other round within a packed file's parts, which it would never get right."""
    if seed % 2 and (inside := changed_within(data[1:], random.Random(seed), atheris.Mutate)):  # noqa: S311
        return (data[:1] + inside)[:most]
    return bytes(atheris.Mutate(data, most))


if __name__ == "__main__":
    main()
