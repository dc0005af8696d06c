"""Days after the publication of their text that it tells of as over.

A past form proves nothing: most are participles too ("tickets bought on 9 March cost more"), and a plan is told in the
past as well. So a few wordings are known in which the verb is that of a main clause and can only be past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from factcheck.findings.faults import Fault, Page
from factcheck.findings.written import Written, days, told
from factcheck.lexicon import any_of, wordlist

_ZONES = timedelta(days=1)
"""East of the publisher a day begins earlier: the next day may be over there."""
_LONGEST = 8
"""How many words a subject has at most."""

_SUBJECT = r"(?:[^,;]*,\s+(?:and|but)\s+|(?:But|And)\s+)?(?P<subject>[^,;:()“”\"]+?)\s+"
_BY = r"(?:\s+by\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]*)*)?"
_WHERE = r"(?:\s+(?:in|at|near|off|outside)\s+(?:(?:the|a|an)\s+)?[\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*)?"
_PAUSE = r"\s*(?:$|[.;]|,(?!\s*(?:or|and|\d|the\s+\d|[A-Z][a-z]+\s+\d))|\s(?:after|with|when|despite|as)\b)"
"""Behind a date, what shows that its clause does not go on with another verb."""


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
    before, after = text[sentence.start : written.span.start], text[written.span.end : sentence.end]
    aside = wordlist("calendar", "over", "otherwise")
    if _words(before) & wordlist("calendar", "reported") or _words(before + after) & aside:
        return False
    if before.strip().lower() == "on":
        return any(_told(pattern.match(after)) for pattern in _behind_day())
    return any(
        _told(pattern.fullmatch(before)) and re.match(follows, after) is not None for pattern, follows in _before_day()
    )


def _told(match: re.Match[str] | None) -> bool:
    """Whether a wording stands there, and before its verb a plain subject."""
    if match is None:
        return False
    words = match["subject"].split()
    lower = [word.lower() for word in words]
    ties = wordlist("calendar", "over", "ties")
    nested = any(
        before not in ties and before.islower() and (word in ("the", "a", "an") or word[:1].isupper())
        for before, word in pairwise(words)
    )  # "the bridge Elsin took over", "the war the fleet began"
    return not nested and len(words) <= _LONGEST and wordlist("calendar", "over", "subordinate").isdisjoint(lower)


@cache
def _verbs(kind: str) -> str:
    return any_of(wordlist("calendar", "over", kind)).replace(r"\ ", r"\s+")


@cache
def _passive() -> str:
    return rf"(?:was|were)\s+(?:\w+ly\s+)?{_verbs('done')}"


@cache
def _before_day() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The wordings up to the day, each with what must follow it."""
    persons = any_of(wordlist("ages", "persons"))
    objects = rf"(?:him|her|them|(?:{_verbs('objects')}|\d[\d,]*)\s+(?:[\w’'-]+\s+)?{persons})"
    finite = rf"(?:{_verbs('finite')}|{_verbs('events')}|{_passive()}{_BY}|{_verbs('deeds')}\s+{objects})"
    force = rf"(?:[Aa]|[Tt]he)\s+(?P<subject>(?:[\w-]+\s+)?{_verbs('forces')})"
    hit = rf"{force}\s+hit\s+(?:(?:the|a|an)\s+)?[\w’'-]+(?:\s+[\w’'-]+)?"
    dated = rf"(?:[Aa]n?|[Tt]he)\s+(?P<subject>[\w-]+(?:\s+[\w-]+)?{_WHERE})"
    shapes = (
        (rf"{_SUBJECT}{finite}{_WHERE}", ""),
        (rf"{_SUBJECT}{_verbs('closed')}{_WHERE}", _PAUSE),
        (hit, ""),
        (dated, rf"\s+{_verbs('harms')}\s+(?:at\s+least\s+)?(?:{_verbs('objects')}|\d)"),
    )
    return tuple((re.compile(rf"\s*{shape}\s+on\s*", re.DOTALL), follows) for shape, follows in shapes)


@cache
def _behind_day() -> tuple[re.Pattern[str], ...]:
    """The wordings behind "On 9 March 2024"."""
    deed = rf"{_verbs('deeds')}\s+(?:him|her|them|(?:{_verbs('objects')}|\d[\d,]*)\s+\w+)"
    finite = rf"(?:{_verbs('finite')}|{_passive()}|{deed})\b"
    ended = rf"(?:{_verbs('events')}|{_verbs('closed')}){_WHERE}\s*(?:$|[.;])"
    return tuple(re.compile(rf",?\s+{_SUBJECT}{verb}", re.DOTALL) for verb in (finite, ended))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower()))
