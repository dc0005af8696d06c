"""What a number hangs on in the parse: the noun that it counts or measures, and the verb above."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.figures import syntax
from factcheck.figures.language import Parse, Word
from factcheck.figures.reading import Reading
from factcheck.model import Span

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
_LISTED = ("ADJ", "PROPN", "NOUN", "CCONJ", "NUM")
_COLLECTIVE = ("personnel", "person", "police", "staff", "troops")
_LIST = 12
"""How far the noun of a list may stand."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where a figure hangs in the tree: its own top word, the noun it counts or measures, its verb.

    `named`: the number stands behind a proper name that it belongs to ("Nord Stream 2").
    `number` and `unit` are the indices of the figure's own words.
    """

    top: Word
    noun: Word | None
    verb: Word | None
    named: bool
    number: frozenset[int]
    unit: frozenset[int]


def hang(parse: Parse, reading: Reading, number: Span, unit: Span | None, sentence: Span) -> Hanging | None:
    """Find top word, noun and verb of a figure; the spans are of the document."""
    numeral = _words(parse, number, sentence)
    measure = _words(parse, unit, sentence) if unit else []
    top = syntax.top(numeral + measure)
    if top is None:
        return None
    own = {w.index for w in numeral + measure}
    counted = reading.kind in ("count", "rate", "fraction")
    noun = _counted_noun(parse, top, own) if counted else _measured_noun(parse, top, own)
    if noun is None and reading.kind == "rate":
        noun = _measured_noun(parse, top, own)
    noun = None if noun is not None and _is_numeral(noun) else noun
    verb = next((w for w in syntax.ancestors(parse, noun or top) if w.pos in ("VERB", "AUX")), None)
    head = parse[top.head]
    named = head.index == top.index - 1 and head.pos == "PROPN" and top.pos in ("NUM", "PROPN")
    return Hanging(top, noun, verb, named, frozenset(w.index for w in numeral), frozenset(w.index for w in measure))


def _words(parse: Parse, span: Span, sentence: Span) -> list[Word]:
    return syntax.within(parse, span.start - sentence.start, span.end - sentence.start)


def _counted_noun(parse: Parse, top: Word, own: set[int]) -> Word | None:
    """The noun that a number counts: its head, what follows its "of", or itself ("dozens of people")."""
    for thing in syntax.objects(parse, top, "of"):
        return _plural_behind(parse, thing) if _is_numeral(thing) else thing
    tied = _over_numerals(parse, top)
    head = parse[tied.head]
    counts = tied.dep in _COUNTED_DEPS and (tied.dep == "nummod" or head.index > top.index)
    if counts and head.pos in ("NOUN", "PROPN", "ADJ") and head.index not in own:
        return _plural_ahead(parse, _whole_noun(parse, head))
    plural = head.tag == "NNS" and (head.text.islower() or not head.index)
    if tied.dep == "appos" and plural and top.lemma != "one":
        return head  # "homes nearby, some 1,100,"
    return _plural_behind(parse, top)


def _over_numerals(parse: Parse, number: Word) -> Word:
    """The last number of those that hang on each other: in "23 of 36 passes" both count passes."""
    if number.index + 1 < len(parse) and parse[number.index + 1].lemma == "off":
        return number  # "112 off 167 balls": the balls are of the second number alone
    while number.dep in _COUNTED_DEPS and parse[number.head].index > number.index and _is_numeral(parse[number.head]):
        number = parse[number.head]
    return number


def _is_numeral(word: Word) -> bool:
    """A number is never what another one counts."""
    return word.pos == "NUM" or not any(c.isalpha() for c in word.text)


def _plural_behind(parse: Parse, number: Word) -> Word | None:
    """The plural directly behind a number: a noun even where the parse takes it for a verb ("29 of 34 passes")."""
    word = parse[number.index + 1] if number.index + 1 < len(parse) and number.pos == "NUM" else None
    return word if word is not None and word.tag in ("NNS", "VBZ") else None


def _plural_ahead(parse: Parse, noun: Word) -> Word:
    """The noun that a list of adjectives or nationalities shares: "11 Yemeni and 12 Somali sailors"."""
    if noun.tag not in ("JJ", "NNP"):
        return noun
    for word in parse[noun.index + 1 : noun.index + _LIST]:
        if word.tag in ("NNS", "NNPS") or word.lemma in _COLLECTIVE:
            return word
        if word.pos not in _LISTED and word.text != ",":
            break
    return noun


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
