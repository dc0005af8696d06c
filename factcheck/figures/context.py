"""What a figure is a figure of: read from the parse of its sentence.

The number hangs on a noun ("130,000 troops"), a unit on what it measures ("a depth of 10 km"), both
on a verb with its own subject. From these words come subject, qualifiers, measure and "of".
"""

from __future__ import annotations

from factcheck.figures import concepts, speech, syntax, topic
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse
from factcheck.figures.reading import Reading
from factcheck.lexicon import lexicon
from factcheck.model import Context, Span

_LOCATIVE = ("in", "near", "at", "off", "outside", "around", "across", "from", "inside", "towards", "along", "of", "to")


def context_of(parse: Parse, reading: Reading, hanging: Hanging | None, sentence: Span) -> Context:
    """The context of a figure that hangs where `hanging` says; `sentence` is a span of the document."""
    if hanging is None:
        return Context(sentence)
    measure = concepts.concept(parse, hanging, reading)
    subject = syntax.lemma(parse, hanging.noun) if hanging.noun else ""
    return Context(
        sentence,
        measure=measure,
        subject=subject,
        qualifiers=_qualifiers(parse, hanging),
        action=hanging.verb.lemma if hanging.verb else "",
        names=tuple(syntax.names(parse)),
        places=_places(parse, hanging),
        attribution=speech.attribution(parse),
        modality=speech.modality(parse, hanging),
        words=topic.content(parse, hanging),
        of=topic.of_words(parse, reading, hanging, (measure, subject)),
    )


def _qualifiers(parse: Parse, hanging: Hanging) -> tuple[str, ...]:
    """The modifiers of the noun that narrow it: not the number's own words, nor words of estimation."""
    noun = hanging.noun
    if noun is None:
        return ()
    ignored = frozenset(lexicon("subjects")["ignored"])
    parts = [w for w in syntax.noun_phrase(parse, noun) if w is not noun and w.index not in hanging.number]
    return tuple(w.lemma for w in parts if w.lemma not in ignored)


def _places(parse: Parse, hanging: Hanging) -> tuple[str, ...]:
    """Proper names behind a locative preposition, the figure's own first."""
    ties = [w for w in parse if w.dep == "pobj" and w.pos == "PROPN" and parse[w.head].lemma in _LOCATIVE]
    ties.sort(key=lambda w: abs(w.index - hanging.top.index))
    return tuple(dict.fromkeys(syntax.name_at(parse, w) for w in ties))
