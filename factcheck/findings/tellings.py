"""Days after the publication of their text that it tells of as over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from factcheck.findings.faults import Fault, Page
from factcheck.findings.written import Written, days, told
from factcheck.lexicon import wordlist

_ZONES = timedelta(days=1)
"""East of the publisher a day begins earlier: the next day may be over there."""
_LEAST = 4
_BEFORE_VERB = 6
_AFTER_DATE = 12
_ARTICLES = ("the", "a", "an", "its", "their", "his", "her")

_BEHIND_VERB = re.compile(
    r"(?P<before>.*?)\b(?P<verb>[a-z]+)(?:\s+(?:him|her|them|it|the\s+(?:m[ae]n|wom[ae]n|couple|boys?|girls?|suspects?)))?"
    r"(?:\s+(?:in|at|near|off)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?\s+on\s*",
    re.DOTALL,
)
"""A thing as the object may be what is dated ("approved a vote on 9 March"); a person is not."""


def future(page: Page) -> Iterator[Fault]:
    """Days, written with their year, of which a text tells before they come."""
    for written in days(page):
        day = written.on(written.year) if written.year else None
        published = _published(page, written)
        if day and published and day > published + _ZONES and _over(page, written):
            reason = f"the text was published on {told(published)}, before {told(day)}"
            yield Fault((written.figures,), written.figures[0], written.text, (reason,))


def _published(page: Page, written: Written) -> date | None:
    """The latest day on which the passage may have been written."""
    blocks = (b for b in page.document.blocks if b.span.overlaps(written.span))
    known = [d for d in (page.document.published, *(b.published for b in blocks)) if d]
    return max(known, default=None)


def _over(page: Page, written: Written) -> bool:
    """Whether the sentence says plainly that what happened on the day is over."""
    text, sentence = page.document.text, written.figures[0].context.sentence
    before = text[sentence.start : written.span.start]
    if _words(before) & wordlist("calendar", "reported"):
        return False
    if before.strip().lower() == "on":
        return _opens(text[written.span.end : sentence.end])
    match = _BEHIND_VERB.fullmatch(before)
    if match is None or not _is_past(match["verb"]):
        return False
    near = re.findall(r"[a-z]+", match["before"].lower())[-_BEFORE_VERB:]
    return wordlist("calendar", "unreal").isdisjoint(near)


def _opens(clause: str) -> bool:
    """Whether the clause behind "On 9 March 2024" tells in the past, and nothing in it in another tense."""
    words: Sequence[str] = re.findall(r"\b[a-z]+\b", clause)[:_AFTER_DATE]
    other = wordlist("calendar", "unreal") | wordlist("tenses", "scheduled") | wordlist("tenses", "plural")
    if not other.isdisjoint(words):
        return False
    verbs = [w for before, w in pairwise(["", *words]) if _is_past(w) and before not in _ARTICLES]
    return bool(verbs) and verbs[0] not in ("was", "were", "had")


def _is_past(word: str) -> bool:
    if word in wordlist("calendar", "planned"):
        return False
    regular = word.endswith("ed") and len(word) >= _LEAST and word not in wordlist("tenses", "adjectives")
    return regular or word in wordlist("tenses", "past")


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower()))
