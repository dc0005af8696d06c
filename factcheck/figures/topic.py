"""The words of the sentence that say what a figure is of."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures import syntax
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word
from factcheck.model import Span

CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV")
_EMPTY_VERBS = {"be", "have", "do", "say", "make", "take", "get", "include"}
_MAX_OF = 8


def of_words(parse: Parse, hanging: Hanging, number: Span, shift: int) -> list[Word]:
    """The words of the sentence that say what the figure is of, in order of the text."""
    chosen: dict[int, Word] = {}

    def add(words: Sequence[Word]) -> None:
        for w in words:
            if w.pos in CONTENT and not inside(w, number, shift) and len(chosen) < _MAX_OF:
                chosen[w.index] = w

    if hanging.noun is not None:
        add(syntax.noun_phrase(parse, hanging.noun))
        add([v for o in syntax.objects(parse, hanging.noun, "of", "in", "for") for v in syntax.noun_phrase(parse, o)])
        add(syntax.children(parse, hanging.noun, "acl"))
    verb = hanging.verb
    if verb is not None:
        if verb.lemma not in _EMPTY_VERBS:
            add([verb])
        add([v for s in syntax.subjects(parse, verb) for v in syntax.noun_phrase(parse, s)])
        add([v for o in syntax.children(parse, verb, "dobj", "attr", "acomp") for v in syntax.noun_phrase(parse, o)])
    return sorted(chosen.values(), key=lambda w: w.index)


def inside(word: Word, number: Span, shift: int) -> bool:
    return word.start + shift < number.end and number.start < word.end + shift


def content(parse: Parse, number: Span, shift: int) -> tuple[str, ...]:
    """The lemmas of the sentence's words that carry meaning, without the number's own."""
    return tuple(dict.fromkeys(w.lemma for w in parse if w.pos in CONTENT and not inside(w, number, shift)))
