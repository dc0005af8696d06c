"""What a figure is a figure of: read from the parse of its sentence.

The number hangs on a noun ("130,000 troops"), a unit on what it measures ("a depth of 10 km"), both
on a verb with its own subject. From these words come subject, qualifiers, measure and "of".
"""

from __future__ import annotations

from factcheck.figures import concepts, speech, syntax, topic
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word
from factcheck.figures.reading import Reading
from factcheck.lexicon import lexicon
from factcheck.model import Context, Span

_LOCATIVE = ("in", "near", "at", "off", "outside", "around", "across", "from", "inside", "towards", "along", "of", "to")


def context_of(parse: Parse, reading: Reading, hanging: Hanging | None, number: Span, sentence: Span) -> Context:
    """The context of a figure that hangs where `hanging` says; spans are of the document."""
    shift = sentence.start
    if hanging is None:
        return Context(sentence)
    measure = concepts.concept(parse, hanging, reading)
    noun = hanging.noun
    of = topic.of_words(parse, hanging, number, shift)
    return Context(
        sentence,
        measure=measure,
        subject=noun.lemma if noun else "",
        qualifiers=_qualifiers(parse, noun, number, shift),
        action=hanging.verb.lemma if hanging.verb else "",
        names=tuple(syntax.names(parse)),
        places=_places(parse, hanging),
        attribution=speech.attribution(parse),
        modality=speech.modality(parse, hanging),
        words=topic.content(parse, number, shift),
        of=tuple(w.text for w in of),
    )


def _qualifiers(parse: Parse, noun: Word | None, number: Span, shift: int) -> tuple[str, ...]:
    """The modifiers of the noun that narrow it: not the number's own words, nor words of estimation."""
    if noun is None:
        return ()
    vague = frozenset(lexicon("subjects")["ignored"])
    parts = [w for w in syntax.noun_phrase(parse, noun) if w is not noun and not topic.inside(w, number, shift)]
    return tuple(w.lemma for w in parts if w.lemma not in vague)


def _places(parse: Parse, hanging: Hanging) -> tuple[str, ...]:
    """Proper names behind a locative preposition, the figure's own first."""
    ties = [w for w in parse if w.dep == "pobj" and w.pos == "PROPN" and parse[w.head].lemma in _LOCATIVE]
    ties.sort(key=lambda w: abs(w.index - hanging.top.index))
    return tuple(dict.fromkeys(syntax.name_at(parse, w) for w in ties))
