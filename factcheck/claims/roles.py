"""What a figure's own words say it is: those that stand nearer to it than to another figure of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from factcheck.claims import words
from factcheck.claims.mentions import Mention
from factcheck.claims.objections import counts_another
from factcheck.lexicon import any_of, lexicon, wordlist

_WORD = re.compile(r"[^\W\d_]{2,}")
_REACH = 110
"""Characters on each side of a number in which its own words stand."""

Sentences = Mapping[tuple[str, int], Sequence[Mention]]
"""The figures of each sentence."""


def own_words(mention: Mention, others: Iterable[Mention]) -> frozenset[str]:
    """The stems of a figure's own words, up to the words that part it from other figures of its sentence."""
    text, around, span = mention.document.text, mention.figure.context.sentence, mention.figure.span
    start, end = max(around.start, span.start - _REACH), min(around.end, span.end + _REACH)
    for beside in (o.figure.span for o in others if o.sentence == mention.sentence):
        if beside.end <= span.start:
            start = max(start, _parting(text, beside.end, span.start))
        elif beside.start >= span.end:
            end = min(end, _parting(text, span.end, beside.start))
    found = _WORD.findall(f"{text[start : span.start]} {text[span.end : end]}".lower())
    return frozenset(words.stem(word) for word in found if word not in wordlist("swaps", "common"))


def of_another(draft: Mention, source: Mention, sentences: Sentences) -> str | None:
    """Why two equal numbers are of two things, by direction or measure; None where they may be of one."""
    changes = {draft.figure.amount.change, source.figure.amount.change}
    if changes == {"up", "down"}:
        return "the draft tells of a rise, the source of a fall" if draft.figure.amount.change == "up" else _FALL
    ours, theirs = (_measures(m, sentences) for m in (draft, source))
    if ours and theirs and ours.isdisjoint(theirs):
        return f"the source gives it for “{min(theirs)}”, the draft for “{min(ours)}”"
    return None


def may_be_of_another(draft: Mention, source: Mention, sentences: Sentences) -> bool:
    """The same with a doubt: they count things of two names, which may still be one ("savers", "depositors")."""
    if of_another(draft, source, sentences):
        return True
    shared = _measures(draft, sentences) & _measures(source, sentences)
    return not shared and counts_another(draft, source)


_FALL = "the draft tells of a fall, the source of a rise"


def alike(draft: Mention, source: Mention, sentences: Sentences) -> bool:
    """Whether the words beside two figures name one measure, or one counted thing."""
    named = bool(_measures(draft, sentences) & _measures(source, sentences))
    counted = draft.figure.kind == "count" and draft.thing != "" and draft.thing == source.thing
    return (named or counted) and not may_be_of_another(draft, source, sentences)


def _measures(mention: Mention, sentences: Sentences) -> frozenset[str]:
    known = _named()
    others = [o for o in sentences.get(mention.sentence, ()) if o is not mention and o.dimension == mention.dimension]
    return frozenset(
        measure for word in own_words(mention, others) for measure in known.get((mention.dimension, word), ())
    )


@cache
def _named() -> Mapping[tuple[str, str], frozenset[str]]:
    """The measures that a stem may name, by dimension and stem."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for measure, entry in lexicon("measures").items():
        for word in entry.get("words", ()):
            found[entry["of"], words.stem(word)].add(measure)
    return {key: frozenset(measures) for key, measures in found.items()}


def _parting(text: str, start: int, end: int) -> int:
    """Where between two figures the words of the first end."""
    found = _parts().search(text, start, end)
    return found.start() if found else (start + end) // 2


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"[,;:]|{any_of(wordlist('swaps', 'parts'))}")
