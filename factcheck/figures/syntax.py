"""Walking a parse: the small questions that context asks of a dependency tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from factcheck.figures.language import Parse, Word

_NOUNS = ("NOUN", "PROPN")
_TIES = ("prep", "agent")
_INSIDE_NAME = ("compound", "flat", "nmod", "amod", "poss")


def within(parse: Parse, start: int, end: int) -> list[Word]:
    """The words that overlap the characters `start` to `end` of the sentence."""
    first = bisect_right(parse, start, key=lambda w: w.end)
    last = bisect_left(parse, end, key=lambda w: w.start)
    return list(parse[first:last])


def top(words: Iterable[Word]) -> Word | None:
    """The word of a span that hangs on something outside of it; the last one where several do."""
    span = list(words)
    inside = {w.index for w in span}
    outer = [w for w in span if w.head not in inside or w.head == w.index]
    return outer[-1] if outer else None


def children(parse: Parse, word: Word, *deps: str) -> list[Word]:
    """The words that hang on `word`, by dependency where given, in order."""
    if not deps:
        return [parse[i] for i in word.below]
    return [w for i in word.below if (w := parse[i]).dep in deps] if word.below else []


def ancestors(parse: Parse, word: Word) -> Iterator[Word]:
    """The heads of a word up to the root."""
    seen = word
    while seen.head != seen.index:
        seen = parse[seen.head]
        yield seen


def noun_phrase(parse: Parse, noun: Word) -> list[Word]:
    """A noun with its compounds, adjectives and possessors, in order of the text."""
    if not noun.below:
        return [noun]
    parts = [w for w in children(parse, noun, *_INSIDE_NAME) if w.pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    holding = (w for w in parts if w.below and w.dep in ("poss", "compound", "nmod"))
    inner = [v for w in holding for v in children(parse, w, "compound")]
    return sorted({*parts, *inner, noun}, key=lambda w: w.index)


def name_at(parse: Parse, noun: Word) -> str:
    """The proper name whose head is `noun`, as written: "Vladimir Putin"."""
    if not noun.below:
        return noun.text
    parts = [w for w in children(parse, noun, "compound", "flat") if w.pos == "PROPN"]
    return " ".join(w.text for w in sorted([*parts, noun], key=lambda w: w.index))


def names(parse: Parse) -> list[str]:
    """The proper names of a sentence, as written, in order: runs of proper nouns."""
    found: list[list[Word]] = []
    for word in parse:
        if word.pos == "PROPN" and word.text[0].isalpha():
            if found and found[-1][-1].index == word.index - 1:
                found[-1].append(word)
            else:
                found.append([word])
    return [" ".join(w.text for w in run) for run in found]


def objects(parse: Parse, word: Word, *prepositions: str) -> list[Word]:
    """The nouns that prepositions tie to a word ("of people", "in Egypt"), any preposition where none is given."""
    if not word.below:
        return []
    ties = [p for p in children(parse, word, *_TIES) if not prepositions or p.lemma in prepositions]
    return [o for p in ties for o in children(parse, p, "pobj", "pcomp")]


def objects_of_agent(parse: Parse, verb: Word) -> list[Word]:
    """Who does what a passive verb says: the nouns behind its "by"."""
    return [o for by in children(parse, verb, "agent") for o in children(parse, by, "pobj")]


def subjects(parse: Parse, verb: Word) -> list[Word]:
    """The subjects of a verb; of the verb that it is coordinated with or depends on, where it has none."""
    own = children(parse, verb, "nsubj", "nsubjpass", "csubj", "expl")
    if own:
        return own
    if verb.dep in ("conj", "xcomp", "advcl", "acl", "relcl") and verb.head != verb.index:
        head = parse[verb.head]
        return [head] if head.pos in _NOUNS else subjects(parse, head)
    return []


def antecedent(parse: Parse, pronoun: Word) -> Word:
    """The noun that a pronoun stands for: the head of its relative clause, or the last subject before it."""
    if pronoun.tag in ("WP", "WDT"):
        clause = next((w for w in ancestors(parse, pronoun) if w.dep == "relcl"), None)
        return parse[clause.head] if clause else pronoun
    before = [w for w in parse[: pronoun.index] if w.dep in ("nsubj", "nsubjpass") and is_noun(w)]
    return before[-1] if before else pronoun


def lemma(parse: Parse, noun: Word) -> str:
    """The lemma of a noun with what is hyphened to it: "co-worker", "break-in"."""
    first = noun
    while first.index > 1 and _joins(parse, first.index - 1) and parse[first.index - 2].pos != "NUM":
        first = parse[first.index - 2]
    before = "".join(w.text.lower() for w in parse[first.index : noun.index])
    last = noun
    while last.index + 2 < len(parse) and _joins(parse, last.index + 1) and _ends_compound(parse[last.index + 2]):
        last = parse[last.index + 2]
    behind = "".join(w.text.lower() for w in parse[noun.index + 1 : last.index])
    return before + noun.lemma if last is noun else f"{before}{noun.lemma}{behind}{last.lemma.removesuffix('s')}"


def _joins(parse: Parse, at: int) -> bool:
    """Whether a hyphen without spaces stands at word `at`."""
    hyphen = parse[at].text == "-" and 0 < at < len(parse) - 1
    return hyphen and parse[at - 1].end == parse[at].start and parse[at].end == parse[at + 1].start


def _ends_compound(word: Word) -> bool:
    """The noun of "co-workers", the particle of "break-ins", "runner-up"."""
    return word.pos in ("NOUN", "ADP", "PART", "ADV") or word.text.lower() in ("ins", "offs", "ups", "outs")


def is_noun(word: Word) -> bool:
    return word.pos in _NOUNS
