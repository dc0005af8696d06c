"""`make fuzz`: readers and grammar with atheris, which looks for inputs that reach new code.

The first byte of an input says what it is for: a reader, by its place among the suffixes, or the grammar. An input that
makes one crash, take over 20 seconds or 2 GB is written to `.fuzz/` and told; the last lines say how many were tried.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factcheck"]):
    from factcheck.documents.reading import readers
    from tests.fuzz.targets import samples, try_grammar, try_reader

_SUFFIXES = sorted(readers())
_FOUND = Path(".fuzz")
_LONGEST = 20_000


def one(data: bytes) -> None:
    """One input."""
    if not data:
        return
    which = data[0] % (len(_SUFFIXES) + 1)
    if which == len(_SUFFIXES):
        try_grammar(data[1:2_000].decode("utf-8", "surrogateescape"))
    else:
        try_reader(_SUFFIXES[which], data[1:])


def _seeds(folder: Path) -> None:
    """The sample of each format, marked for its reader, and for the grammar as text."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, suffix in enumerate(_SUFFIXES):
        for k, sample in enumerate(samples(suffix)):
            (folder / f"{suffix[1:]}-{k}").write_bytes(bytes([n]) + sample)
    (folder / "grammar").write_bytes(bytes([len(_SUFFIXES)]) + samples(".txt")[0])


def main() -> None:
    seconds = sys.argv[1] if len(sys.argv) > 1 else "600"
    corpus = _FOUND / "corpus"
    _seeds(corpus)
    limits = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000", f"-max_len={_LONGEST}"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={_FOUND}/", "-print_final_stats=1", str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
