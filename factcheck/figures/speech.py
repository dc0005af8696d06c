"""Who says a figure, and how sure it is: attribution and modality. The words stand in `rules/lexicon/speech.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.figures import syntax
from factcheck.figures.hanging import Hanging
from factcheck.figures.language import Parse, Word
from factcheck.lexicon import wordlist


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: the words that name it, the index of its verb or "according", and of its own words."""

    name: str
    at: int
    own: frozenset[int]


def sources(parse: Parse) -> tuple[Source, ...]:
    """Who says so: the subject of the first verb of speech, and the names behind "according to"."""
    verbs = wordlist("speech", "verbs")
    found: list[Source] = []
    said = False
    for word in parse:
        if word.lemma == "accord":
            speakers = [w for to in syntax.children(parse, word, "prep") for w in syntax.children(parse, to, "pobj")]
        elif not said and word.pos == "VERB" and word.lemma in verbs:
            speakers = [w for w in syntax.children(parse, word, "nsubj") if w.pos != "PRON"]
            said = bool(speakers)
        else:
            continue
        found += [_source(parse, word, speaker) for speaker in speakers[:1]]
    return tuple(found)


def _source(parse: Parse, verb: Word, speaker: Word) -> Source:
    words = syntax.noun_phrase(parse, speaker)
    own = frozenset(w.index for w in words) if verb.lemma == "accord" else frozenset[int]()
    return Source(" ".join(w.text for w in words), verb.index, own | {verb.index} if own else own)


def attribution(parse: Parse, found: Sequence[Source], at: int) -> str | None:
    """The source of the word `at`: the first that no "but" keeps from it ("he said 40, but 60, says Bo")."""
    contrast = wordlist("speech", "contrast")
    for source in found:
        first, last = sorted((source.at, at))
        if not any(w.text.lower() in contrast for w in parse[first:last]):
            return source.name
    return found[0].name if found else None


def modality(parse: Parse, hanging: Hanging) -> str:
    """ "planned" under a verb of intention or a modal, "denied" under a negation, else "stated"."""
    if hanging.verb is None:
        return "stated"
    planned = wordlist("speech", "planned")
    if syntax.children(parse, hanging.verb, "neg"):
        return "denied"
    around = [
        hanging.verb,
        *syntax.children(parse, hanging.verb, "aux"),
        *list(syntax.ancestors(parse, hanging.verb))[:1],
    ]
    return "planned" if any(w.lemma in planned for w in around) else "stated"
