"""Words and stems as they are compared: of several words for one thing, the one that stands for all.

The words stand in `rules/lexicon/synonyms.yaml`.
"""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import lexicon

STEM = 5
"""Letters that stand for a word's stem: "injured" and "injuring" are one."""
_ENDING, _SHORTEST = 3, 3
"""An ending has up to three letters ("-ing"), what stands before it three at least."""


@cache
def _first_of_line() -> dict[str, str]:
    """Word to the first word of its line."""
    return {word: line[0] for lines in lexicon("synonyms").values() for line in lines for word in line}


def thing(lemma: str) -> str:
    """The word that stands for a lemma: "temblor" is "quake", "detain" is "arrest"."""
    return _known(lemma) or lemma


@cache
def stem(word: str) -> str:
    """The stem that stands for a word of the text, in whatever form: "wounding" is "injur"."""
    for cut in range(_ENDING + 1):
        base = word[: len(word) - cut]
        known = _known(base) or _known(base + "e") or _known(base[:-1] if base[-2:-1] == base[-1:] else "")
        if known and len(base) >= _SHORTEST:
            return known[:STEM]
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return single[:STEM]


def _known(word: str) -> str | None:
    return _first_of_line().get(word)
