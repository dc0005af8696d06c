"""The words of the sentence that say what a figure is of: those that it hangs on, then those nearest to it.

Words that say nothing of it stand in `rules/lexicon/topic.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.figures import syntax
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word
from factcheck.figures.reading import Reading
from factcheck.lexicon import wordlist

_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV")
_UNIT_SAYS = ("count", "measure")
"""Kinds whose unit says what they are of: "440 yards", not "seven hours"."""

_HUNG, _MOST = 4, 6
"""How many words come from the tree, and how many there are in all, with subject and measure."""

_BEFORE, _BEHIND = 12, 6
"""How far words may stand from the figure."""

_AROUND = sorted(range(-_BEFORE, _BEHIND + 1), key=abs)
"""The places around the figure, the nearest first, and of two as near the one before it."""


def of_words(parse: Parse, reading: Reading, hanging: Hanging, known: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say what the figure is of, in order of the text; `known` (lemmas) are said besides."""
    chosen: dict[str, Word] = {}
    said = {word.lower() for word in known if word}
    own = hanging.number if reading.kind in _UNIT_SAYS else hanging.number | hanging.unit
    for most, words in ((_HUNG, _hung(parse, hanging)), (_MOST, _near(parse, hanging))):
        for word in words:
            if len(said) >= most:
                break
            if word.pos in _CONTENT and word.index not in own and _says_something(word):
                said.add(lower := word.text.lower())
                chosen.setdefault(lower, word)
    return tuple(w.text for w in sorted(chosen.values(), key=lambda w: w.index))


def _says_something(word: Word) -> bool:
    """Whether a word that carries meaning is none of those that say nothing of a figure."""
    if word.pos == "VERB":
        return word.lemma not in wordlist("topic", "verbs")
    return word.text.lower() not in wordlist("topic", "others")


def _hung(parse: Parse, hanging: Hanging) -> Iterator[Word]:
    """The words that the figure hangs on: the noun and its modifiers, the verb, its subject and object."""
    noun, verb = hanging.noun, hanging.verb
    if noun is not None:
        yield from syntax.noun_phrase(parse, noun)
        for thing in syntax.objects(parse, noun, "of", "in", "for"):
            yield from syntax.noun_phrase(parse, thing)
        yield from syntax.children(parse, noun, "acl")
    if verb is not None:
        yield verb
        for thing in [*syntax.subjects(parse, verb), *syntax.children(parse, verb, "dobj", "attr", "acomp")]:
            yield from syntax.noun_phrase(parse, thing)


def _near(parse: Parse, hanging: Hanging) -> Iterator[Word]:
    """The words around the figure, the nearest first."""
    places = (hanging.top.index + apart for apart in _AROUND)
    return (parse[at] for at in places if 0 <= at < len(parse))


def carries_meaning(word: Word) -> bool:
    """Whether the word is a noun, name, verb, adjective or adverb."""
    return word.pos in _CONTENT
