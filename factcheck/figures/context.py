"""What a figure is a figure of: read from the parse of its sentence.

The number hangs on a noun ("130,000 troops"), a unit on what it measures ("a depth of 10 km"), both
on a verb with its own subject. From these words come subject, qualifiers, measure and "of".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from factcheck.figures import concepts, roles, speech, syntax, topic
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word
from factcheck.figures.reading import Reading
from factcheck.lexicon import lexicon
from factcheck.model import Context, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """What all figures of a sentence share, read from its parse once.

    `places` are the proper names behind a locative preposition, `content` the words that carry meaning.
    """

    parse: Parse
    sentence: Span
    names: tuple[str, ...]
    places: tuple[Word, ...]
    sources: tuple[speech.Source, ...]
    content: tuple[Word, ...]


def scene(parse: Parse, sentence: Span) -> Scene:
    """The scene of a sentence; `sentence` is a span of the document."""
    places = (w for w in parse if w.dep == "pobj" and w.pos == "PROPN" and parse[w.head].lemma in roles.LOCATIVE)
    content = (w for w in parse if topic.carries_meaning(w))
    names = tuple(syntax.names(parse))
    return Scene(parse, sentence, names, tuple(places), speech.sources(parse), tuple(content))


def context_of(scene: Scene, reading: Reading, hanging: Hanging | None) -> Context:
    """The context of a figure that hangs where `hanging` says."""
    if hanging is None:
        return Context(scene.sentence)
    parse = scene.parse
    measure = concepts.concept(parse, hanging, reading)
    hanging = _without_source(scene, reading, hanging)
    subject = syntax.lemma(parse, hanging.noun) if hanging.noun else ""
    return Context(
        scene.sentence,
        measure=measure,
        subject=subject,
        qualifiers=_qualifiers(parse, hanging),
        action=hanging.verb.lemma if hanging.verb else "",
        actor=roles.actor(parse, hanging),
        names=scene.names,
        where=roles.where(parse, hanging),
        places=_places(scene, hanging),
        attribution=speech.attribution(parse, scene.sources, hanging.top.index),
        modality=speech.modality(parse, hanging),
        words=tuple(dict.fromkeys([w.lemma for w in scene.content if w.index not in hanging.number])),
        of=topic.of_words(parse, reading, hanging, (measure, subject)),
    )


def _without_source(scene: Scene, reading: Reading, hanging: Hanging) -> Hanging:
    """The source of a figure is not what the figure is of; but "according to three jurors" counts them."""
    noun = hanging.noun
    counts = reading.kind == "count" and noun is not None and hanging.top.head == noun.index
    if noun is None or counts or all(noun.index not in s.own for s in scene.sources):
        return hanging
    return replace(hanging, noun=None)


def _qualifiers(parse: Parse, hanging: Hanging) -> tuple[str, ...]:
    """The modifiers of the noun that narrow it: not the number's own words, nor words of estimation."""
    noun = hanging.noun
    if noun is None:
        return ()
    parts = [w for w in syntax.noun_phrase(parse, noun) if w is not noun and w.index not in hanging.number]
    return tuple([w.lemma for w in parts if w.lemma not in _ignored()])


@cache
def _ignored() -> frozenset[str]:
    """The words of estimation."""
    return frozenset(lexicon("subjects")["ignored"])


def _places(scene: Scene, hanging: Hanging) -> tuple[str, ...]:
    """The places of the sentence, the figure's own first."""
    ties = sorted(scene.places, key=lambda w: abs(w.index - hanging.top.index))
    return tuple(dict.fromkeys(syntax.name_at(scene.parse, w) for w in ties))
