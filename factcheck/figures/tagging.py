"""The parts of speech that the model's rules give to its tags, remembered: most of the rules' time is saved.

The rules look at a word's tag, its dependency, whether "there" stands before it, and, for a few hundred
words, the word itself. What they said once of these four holds for every sentence.
"""

from __future__ import annotations

from typing import Any

_Key = tuple[int, int, bool, int]


class Remembered:
    """A pipeline component that does what the model's `attribute_ruler` does."""

    def __init__(self, ruler: Any) -> None:  # noqa: ANN401 - spaCy's AttributeRuler
        self._ruler = ruler
        self._words = {word for pattern in ruler.patterns for word in _words(pattern)}
        self._known: dict[_Key, tuple[int, int, int]] = {}

    def __call__(self, doc: Any) -> Any:  # noqa: ANN401 - spaCy's Doc
        keys = self._keys(doc)
        if any(key not in self._known for key in keys):
            doc = self._ruler(doc)
            said = ((token.pos, token.lemma, token.morph.key) for token in doc)
            self._known.update(zip(keys, said, strict=True))
            return doc
        for key, token in zip(keys, doc, strict=True):
            token.pos, token.lemma, form = self._known[key]
            token.set_morph(form)
        return doc

    def _keys(self, doc: Any) -> list[_Key]:  # noqa: ANN401
        keys: list[_Key] = []
        expletive = False
        for token in doc:
            named = token.is_space or token.lower_ in self._words
            keys.append((token.tag, token.dep, expletive, token.lower if named else 0))
            expletive = token.dep_ == "expl"
        return keys


def _words(pattern: dict[str, Any]) -> set[str]:
    """The words that one rule names."""
    words: set[str] = set()
    for alternative in pattern["patterns"]:
        for token in alternative:
            asked = token.get("LOWER", {})
            words |= {asked} if isinstance(asked, str) else set(asked.get("IN", ()))
    return words
