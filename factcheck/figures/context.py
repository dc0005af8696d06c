"""What a figure is a figure of: read from the parse of its sentence.

The number hangs on a noun ("130,000 troops"), a unit on what it measures ("a depth of 10 km"), both
on a verb with its own subject. From these words come subject, qualifiers, measure and "of".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck import units
from factcheck.figures import syntax
from factcheck.figures.language import Parse, Word
from factcheck.figures.reading import Reading
from factcheck.lexicon import lexicon
from factcheck.model import Context, Span

_COUNTED_DEPS = (
    "nummod",
    "quantmod",
    "compound",
    "amod",
    "nmod",
    "npadvmod",
    "advmod",
    "predet",
    "det",
    "punct",
    "appos",
)
_LOCATIVE = ("in", "near", "at", "off", "outside", "around", "across", "from", "inside", "towards", "along", "of", "to")
_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV")
_EMPTY_VERBS = {"be", "have", "do", "say", "make", "take", "get", "include"}
_MAX_OF = 8


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where a figure hangs in the tree: its own top word, the noun it counts or measures, its verb.

    `named`: the number stands behind a proper name that it belongs to ("Nord Stream 2").
    """

    top: Word
    noun: Word | None
    verb: Word | None
    named: bool


@cache
def measure_words(dimension: str) -> dict[str, str]:
    """Lemma to concept for figures of a dimension, from `rules/lexicon/measures.yaml`."""
    entries = lexicon("measures").items()
    return {w: concept for concept, entry in entries if entry["of"] in (dimension, "any") for w in entry["words"]}


@cache
def person_measures() -> frozenset[str]:
    """The concepts that count persons."""
    return frozenset(c for c, entry in lexicon("measures").items() if entry.get("counts") == "person")


def context_of(parse: Parse, reading: Reading, hanging: Hanging | None, number: Span, sentence: Span) -> Context:
    """The context of a figure that hangs where `hanging` says; spans are of the document."""
    shift = sentence.start
    if hanging is None:
        return Context(sentence)
    measure = _measure(parse, hanging, reading)
    noun = hanging.noun
    of = _of_words(parse, hanging, number, shift)
    return Context(
        sentence,
        measure=measure,
        subject=noun.lemma if noun else "",
        qualifiers=_qualifiers(parse, noun, number, shift),
        action=hanging.verb.lemma if hanging.verb else "",
        names=tuple(syntax.names(parse)),
        places=_places(parse, hanging),
        attribution=_attribution(parse),
        modality=_modality(parse, hanging),
        words=tuple(dict.fromkeys(w.lemma for w in parse if w.pos in _CONTENT and not _inside(w, number, shift))),
        of=tuple(w.text for w in of),
    )


def _qualifiers(parse: Parse, noun: Word | None, number: Span, shift: int) -> tuple[str, ...]:
    """The modifiers of the noun that narrow it: not the number's own words, nor words of estimation."""
    if noun is None:
        return ()
    vague = frozenset(lexicon("subjects")["ignored"])
    parts = [w for w in syntax.noun_phrase(parse, noun) if w is not noun and not _inside(w, number, shift)]
    return tuple(w.lemma for w in parts if w.lemma not in vague)


def _inside(word: Word, number: Span, shift: int) -> bool:
    return word.start + shift < number.end and number.start < word.end + shift


def hang(parse: Parse, reading: Reading, number: Span, unit: Span | None, sentence: Span) -> Hanging | None:
    """Find top word, noun and verb of a figure."""
    shift = sentence.start
    span = syntax.within(parse, number.start - shift, number.end - shift)
    if unit is not None:
        span += syntax.within(parse, unit.start - shift, unit.end - shift)
    top = syntax.top(span)
    if top is None:
        return None
    own = {w.index for w in span}
    counted = reading.kind in ("count", "rate", "fraction")
    noun = _counted_noun(parse, top, own) if counted else _measured_noun(parse, top, own)
    verb = next((w for w in syntax.ancestors(parse, noun or top) if w.pos in ("VERB", "AUX")), None)
    head = parse[top.head]
    named = head.index == top.index - 1 and head.pos == "PROPN" and top.pos in ("NUM", "PROPN")
    return Hanging(top, noun, verb, named)


def _counted_noun(parse: Parse, top: Word, own: set[int]) -> Word | None:
    """The noun that a number counts: its head, what follows its "of", or itself ("dozens of people")."""
    for thing in syntax.objects(parse, top, "of"):
        return thing
    if top.dep in _COUNTED_DEPS and parse[top.head].pos in ("NOUN", "PROPN", "ADJ", "NUM") and top.head not in own:
        head = parse[top.head]
        if top.dep == "nummod" or head.index > top.index:
            return _whole_noun(parse, head)
    return None


def _whole_noun(parse: Parse, noun: Word) -> Word:
    """The head of a compound: "crew members" is members."""
    while noun.dep == "compound" and parse[noun.head].index > noun.index and syntax.is_noun(parse[noun.head]):
        noun = parse[noun.head]
    return noun


def _measured_noun(parse: Parse, top: Word, own: set[int]) -> Word | None:
    """What a measure, price, age or date belongs to: the nearest noun above it that is not its own."""
    for thing in syntax.objects(parse, top, "of", "in"):
        if thing.pos in ("NOUN", "PROPN"):
            return thing
    for word in syntax.ancestors(parse, top):
        if word.index in own:
            continue
        if syntax.is_noun(word):
            return _whole_noun(parse, word)
        if word.pos in ("VERB", "AUX"):
            return _of_verb(parse, word, top, own)
    return None


def _of_verb(parse: Parse, verb: Word, top: Word, own: set[int]) -> Word | None:
    """The subject of the verb that a measure hangs on, or its object."""
    for noun in [*syntax.subjects(parse, verb), *syntax.children(parse, verb, "dobj", "attr")]:
        if noun.index not in own and noun.index != top.index and noun.pos in ("NOUN", "PROPN", "PRON"):
            return syntax.antecedent(parse, noun) if noun.pos == "PRON" else noun
    return None


def _measure(parse: Parse, hanging: Hanging, reading: Reading) -> str:
    """The concept that the words nearest to the figure name."""
    if reading.unit == "magnitude":
        return "magnitude"
    known = measure_words(_dimension(reading))
    for word in _near(parse, hanging):
        if concept := known.get(word.lemma):
            return concept
    return ""


_DIMENSIONS = {"count": "count", "fraction": "count", "money": "money", "percent": "share", "duration": "time"}


def _dimension(reading: Reading) -> str:
    """The dimension that measures are listed by; dates, times and ages have none."""
    if reading.kind in ("measure", "rate"):
        return units.dimension(reading.unit).split("/", maxsplit=1)[0] or "count"
    return _DIMENSIONS.get(reading.kind, "")


def _near(parse: Parse, hanging: Hanging) -> list[Word]:
    """The words that can name the measure, the closest first."""
    top, noun, verb = hanging.top, hanging.noun, hanging.verb
    words: list[Word] = []
    for anchor in (top, noun):
        if anchor is not None:
            words += [anchor, *syntax.children(parse, anchor, "acl", "relcl", "amod", "advmod", "compound", "acomp")]
    if verb is not None:
        words.append(verb)
        words += syntax.children(parse, verb, "acomp", "attr", "oprd", "xcomp", "advmod")
        words += syntax.subjects(parse, verb)
    words += [w for w in syntax.ancestors(parse, top) if w.pos in ("NOUN", "VERB", "ADJ", "ADV")][:3]
    return words


def _of_words(parse: Parse, hanging: Hanging, number: Span, shift: int) -> list[Word]:
    """The words of the sentence that say what the figure is of, in order of the text."""
    chosen: dict[int, Word] = {}

    def add(words: Sequence[Word]) -> None:
        for w in words:
            if w.pos in _CONTENT and not _inside(w, number, shift) and len(chosen) < _MAX_OF:
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


def _places(parse: Parse, hanging: Hanging) -> tuple[str, ...]:
    """Proper names behind a locative preposition, the figure's own first."""
    ties = [w for w in parse if w.dep == "pobj" and w.pos == "PROPN" and parse[w.head].lemma in _LOCATIVE]
    ties.sort(key=lambda w: abs(w.index - hanging.top.index))
    return tuple(dict.fromkeys(syntax.name_at(parse, w) for w in ties))


def _attribution(parse: Parse) -> str | None:
    """Who says so: the subject of a verb of speech, or the name behind "according to"."""
    verbs = frozenset(lexicon("speech")["verbs"])
    for word in parse:
        if word.pos == "VERB" and word.lemma in verbs:
            for subject in syntax.children(parse, word, "nsubj"):
                if subject.pos != "PRON":
                    return " ".join(w.text for w in syntax.noun_phrase(parse, subject))
        if word.lemma == "accord":
            for to in syntax.children(parse, word, "prep"):
                for source in syntax.children(parse, to, "pobj"):
                    return " ".join(w.text for w in syntax.noun_phrase(parse, source))
    return None


def _modality(parse: Parse, hanging: Hanging) -> str:
    """ "planned" under a verb of intention or a modal, "denied" under a negation, else "stated"."""
    if hanging.verb is None:
        return "stated"
    planned = frozenset(lexicon("speech")["planned"])
    if syntax.children(parse, hanging.verb, "neg"):
        return "denied"
    around = [
        hanging.verb,
        *syntax.children(parse, hanging.verb, "aux"),
        *list(syntax.ancestors(parse, hanging.verb))[:1],
    ]
    return "planned" if any(w.lemma in planned for w in around) else "stated"
