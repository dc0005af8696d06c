"""Whether a draft gives a figure to somebody to whom its sources do not give it.

Who says a figure is read less surely than the figure, so a doubt tells nothing: a speaker of the draft must be
nobody of the source's sentence, and nowhere in the source one with the speaker that it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.mentions import Mention
from factcheck.lexicon import wordlist

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s|[\r\n]+")


def misattributed(draft: Mention, backing: Sequence[Mention]) -> str | None:
    """Why no source gives the draft's figure to the draft's speaker; None where one does, or may do."""
    speaker = draft.figure.context.attribution
    ours = _telling(speaker)
    if not speaker or not ours or not backing or draft.figure.kind in ("date", "time") or _is_many(speaker):
        return None
    others = [m.figure.context.attribution for m in backing]
    named = [other for other in others if other]
    if len(named) == len(others):
        parted = all(_parted(ours, _telling(other), m) for other, m in zip(named, backing, strict=True))
        return f"the source gives it to {named[0]}, not to {speaker}" if parted else None
    strangers = {w.lower() for w in _WORD.findall(speaker) if w[0].isupper()} & ours
    known = any(_met(strangers, _of_page(m)) for m in backing)
    return f"no source of it names {speaker}" if strangers and not known else None


def _is_many(speaker: str) -> bool:
    """Whether it is a kind of people, who may be the ones that the source calls otherwise: "meteorologists"."""
    return speaker.islower() and speaker.endswith("s") and not speaker.endswith("ss")


def _telling(speaker: str | None) -> frozenset[str]:
    """The words that tell one speaker from another: not "the spokesman", "officials", "a report"."""
    return frozenset(w.lower() for w in _WORD.findall(speaker or "")) - wordlist("speech", "anyone")


def _parted(ours: frozenset[str], theirs: frozenset[str], source: Mention) -> bool:
    """Whether two speakers are surely two: nowhere in the source do they stand in one sentence."""
    if not theirs or _met(ours, theirs) or _met(ours, _words(_own_sentence(source))):
        return False
    sentences = (_words(sentence) for sentence in _SENTENCE.split(source.document.text))
    return not any(_met(ours, said) and _met(theirs, said) for said in sentences)


def _own_sentence(source: Mention) -> str:
    return source.figure.context.sentence.quote(source.document.text)


def _of_page(source: Mention) -> frozenset[str]:
    document = source.document
    return _words(" ".join((document.text, document.title or "", document.outlet or "", document.path)))


def _words(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(text))


def _met(some: frozenset[str] | set[str], others: frozenset[str]) -> bool:
    """Whether a word of the one is a word of the other, in the singular or the plural."""
    return any(w in others or f"{w}s" in others or w.removesuffix("s") in others for w in some)
