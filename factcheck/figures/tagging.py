"""The parts of speech and lemmas that the model's rules give to tagged words, remembered: most of their time is saved.

The rules look at a word's tag, its dependency, whether "there" stands before it, the word itself, and, for a few of
them ("gon" before "na"), the words beside it. What they said once of these holds for every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from factcheck.lexicon import lexicon

Said = tuple[str, str, str, str, str]
"""A word, its lemma in small letters, part of speech, tag and dependency."""
_Key = tuple[int, int, int, int, int, bool]
"""Tag, dependency, word, the words before and behind where rules look at them, whether “there” stands before."""
_MOST = 200_000
"""Words with their tags and dependencies that are remembered."""
_FEW = 8
"""Words that are asked of sooner alone than with their sentence."""
_PLURAL = ("NNS", "NNPS", "NN")
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
        self._ruler, self._lemmatizer, self._strings = ruler, lemmatizer, ruler.vocab.strings
        rules = [(rule["index"], tokens) for rule in ruler.patterns for tokens in rule["patterns"]]
        self._alone = _naming(tokens[index] for index, tokens in rules)
        self._beside = _naming(token for index, tokens in rules for n, token in enumerate(tokens) if n != index)
        self._ruled: dict[_Key, tuple[int, int, int]] = {}
        self._known: dict[_Key, Said] = {}
        self._neighbours: dict[int, int] = {}
        self._expletive = self._strings["expl"]

    def __call__(self, doc: Any) -> Sequence[Said]:  # noqa: ANN401 - spaCy's Doc
        tags, deps, words = doc.to_array(["TAG", "DEP", "ORTH"]).T.tolist()
        near = [0, *map(self._neighbour, words), 0]
        there = [False, *(dep == self._expletive for dep in deps)]
        keys = [*zip(tags, deps, words, near, near[2:], there, strict=False)]
        known = self._known
        missing = [n for n, key in enumerate(keys) if key not in known]
        if missing:
            self._learn(doc, keys, missing)
        return [known[key] for key in keys]

    def _neighbour(self, orth: int) -> int:
        """The word where rules for several words ask for it, else 0."""
        found = self._neighbours.get(orth)
        if found is None:
            found = self._neighbours[orth] = orth if self._beside.fullmatch(self._strings[orth].lower()) else 0
        return found

    def _learn(self, doc: Any, keys: Sequence[_Key], missing: Sequence[int]) -> None:  # noqa: ANN401
        if len(self._known) > _MOST:
            self._known.clear()
            missing = range(len(keys))
        rules = {n: self._rule(doc[n], keys[n]) for n in missing}
        self._ask(doc, {rule: n for n, rule in rules.items() if rule not in self._ruled})
        for n, rule in rules.items():
            token = doc[n]
            token.pos, token.lemma, form = self._ruled[rule]
            token.set_morph(form)
            self._known[keys[n]] = _said(token, token.lemma_ or self._lemmatizer.lemmatize(token)[0])

    def _rule(self, token: Any, key: _Key) -> _Key:  # noqa: ANN401 - spaCy's Token
        """What the rules look at: few of them name words."""
        named = token.is_space or self._alone.fullmatch(token.lower_)
        return (*key[:2], token.lower if named else 0, *key[3:])

    def _ask(self, doc: Any, new: Mapping[_Key, int]) -> None:  # noqa: ANN401 - spaCy's Doc
        """Ask the rules of what is new; the words one by one where few are."""
        whole = self._ruler(doc) if len(new) > _FEW else None
        for rule, n in new.items():
            self._ruled[rule] = _forms(whole[n]) if whole is not None else self._asked(doc, n)

    def _asked(self, doc: Any, at: int) -> tuple[int, int, int]:  # noqa: ANN401 - spaCy's Doc
        """What the rules say of a word: of it and the words beside it alone, for they look no further."""
        first = max(0, at - 1)
        near = list(doc[first : at + 2])
        words, tags, deps = zip(*((t.text, t.tag_, t.dep_) for t in near), strict=True)
        made = type(doc)(doc.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(near))))
        return _forms(self._ruler(made)[at - first])


def _forms(token: Any) -> tuple[int, int, int]:  # noqa: ANN401 - spaCy's Token
    return token.pos, token.lemma, token.morph.key


def _said(token: Any, lemma: str) -> Said:  # noqa: ANN401 - spaCy's Token
    text, tag, lower = token.text, token.tag_, lemma.lower()
    return text, _lemmas().get(text.lower(), lower) if tag in _PLURAL else lower, token.pos_, tag, token.dep_


@cache
def _lemmas() -> Mapping[str, str]:
    """The lemmas of nouns that the model does not know, by the nouns."""
    return dict(lexicon("lemmas")["lemmas"])


def _naming(tokens: Iterable[dict[str, Any]]) -> re.Pattern[str]:
    """The pattern of the words that rules name, in lower case."""
    parts: set[str] = set()
    for token in tokens:
        asked = token.get("LOWER", {})
        if isinstance(asked, str):
            parts.add(re.escape(asked))
        else:
            parts |= {re.escape(word) for word in asked.get("IN", ())}
            parts |= {asked["REGEX"]} if "REGEX" in asked else set()
    return re.compile("|".join(sorted(parts)) or r"(?!)")
