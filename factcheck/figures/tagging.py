"""The parts of speech and lemmas that the model's rules give to tagged words, remembered: most of their time is saved.

The rules look at a word's tag, its dependency, whether "there" stands before it, and the word itself. What they said
once of these four holds for every sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Said = tuple[str, str, str, str, str]
"""A word, its lemma, part of speech, tag and dependency."""
_Key = tuple[int, int, int, bool]
_MOST = 200_000
"""Words with their tags and dependencies that are remembered."""
_RULES = ("attribute_ruler", "lemmatizer")


def finisher(nlp: Any) -> Callable[[Any], Sequence[Said]]:  # noqa: ANN401 - spaCy's Language
    """What gives the words of a parsed document; the components whose work it remembers are taken out of `nlp`."""
    if nlp.pipe_names[-2:] != list(_RULES) or nlp.get_pipe("lemmatizer").overwrite:
        return lambda doc: [_said(token, token.lemma_) for token in doc]
    (_, lemmatizer), (_, ruler) = nlp.remove_pipe("lemmatizer"), nlp.remove_pipe("attribute_ruler")
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part in index:  # lists of thousands of words, of which the lemmatizer asks whether a word is in them
        index[part] = frozenset(index[part])
    return Remembered(ruler, lemmatizer)


class Remembered:
    """The words of documents as the model's `attribute_ruler` and then its `lemmatizer` would leave them."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:  # noqa: ANN401 - spaCy's components
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._words = {word for pattern in ruler.patterns for word in _words(pattern)}
        self._ruled: dict[_Key, tuple[int, int, int]] = {}
        self._known: dict[_Key, Said] = {}
        self._expletive = ruler.vocab.strings["expl"]

    def __call__(self, doc: Any) -> Sequence[Said]:  # noqa: ANN401 - spaCy's Doc
        rows = doc.to_array(["TAG", "DEP", "ORTH"]).tolist()
        keys = [(*row, n > 0 and rows[n - 1][1] == self._expletive) for n, row in enumerate(rows)]
        missing = [n for n, key in enumerate(keys) if key not in self._known]
        if missing:
            self._learn(doc, keys, missing)
        return [self._known[key] for key in keys]

    def _learn(self, doc: Any, keys: Sequence[_Key], missing: Sequence[int]) -> None:  # noqa: ANN401
        if len(self._known) > _MOST:
            self._known.clear()
            missing = range(len(keys))
        for n in missing:
            token = doc[n]
            rule = self._rule(token, keys[n])
            if rule not in self._ruled:
                self._ruled[rule] = self._asked(doc, n)
            token.pos, token.lemma, form = self._ruled[rule]
            token.set_morph(form)
            self._known[keys[n]] = _said(token, token.lemma_ or self._lemmatizer.lemmatize(token)[0])

    def _asked(self, doc: Any, at: int) -> tuple[int, int, int]:  # noqa: ANN401 - spaCy's Doc
        """What the rules say of a word: of it and the word before it alone, for they look no further."""
        pair = list(doc[max(0, at - 1) : at + 1])
        words, tags, deps = zip(*((t.text, t.tag_, t.dep_) for t in pair), strict=True)
        token = self._ruler(type(doc)(doc.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(pair)))))[-1]
        return token.pos, token.lemma, token.morph.key

    def _rule(self, token: Any, key: _Key) -> _Key:  # noqa: ANN401 - spaCy's Token
        """What the rules look at: few of them name words."""
        tag, dep, _, after = key
        return tag, dep, token.lower if token.is_space or token.lower_ in self._words else 0, after


def _said(token: Any, lemma: str) -> Said:  # noqa: ANN401 - spaCy's Token
    return token.text, lemma, token.pos_, token.tag_, token.dep_


def _words(pattern: dict[str, Any]) -> set[str]:
    """The words that one rule names."""
    words: set[str] = set()
    for alternative in pattern["patterns"]:
        for token in alternative:
            asked = token.get("LOWER", {})
            words |= {asked} if isinstance(asked, str) else set(asked.get("IN", ()))
    return words
