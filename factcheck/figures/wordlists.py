"""Sets of words from `rules/lexicon/`: written as one text, separated by commas."""

from __future__ import annotations

from functools import cache

from factcheck.errors import UsageError
from factcheck.lexicon import lexicon, shipped_rules


@cache
def wordlist(name: str, *keys: str) -> frozenset[str]:
    """The words under `keys` of `rules/lexicon/<name>.yaml`; UsageError where no words stand there."""
    entry = lexicon(name)
    for key in keys:
        entry = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(entry, str):
        place = shipped_rules() / "lexicon" / f"{name}.yaml"
        raise UsageError(f"{place}: {'.'.join(keys)} must be words separated by commas, like “one, two”")
    return frozenset(word for part in entry.split(",") if (word := " ".join(part.split())))
