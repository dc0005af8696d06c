"""Whether a later figure has superseded an earlier one: by the days of the reports, and by their wording.

The words stand in `rules/lexicon/revisions.yaml`.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.mentions import Mention
from factcheck.lexicon import any_of, lexicon, wordlist

_YEAR = 366
"""Days within which a person grows one year older."""
_YEAR_ONLY = re.compile(r"\d{4}")
_LONGEST = 500
"""Characters of a clause that are looked at: a text without a break is asked again for each pair of its figures."""
_BREAK = re.compile(r"[,;:—–()]\s")


def superseded(a: Mention, b: Mention) -> str | None:
    """Why one of two figures of one thing updates the other, in words; None where none does. Symmetric."""
    if a.size is None or b.size is None or a.size == b.size or a.document.id == b.document.id:
        return None
    return _by_day(a, b) or _by_wording(a, b)


def wording(mention: Mention) -> tuple[object, ...]:
    """All that `superseded` asks of a figure, but its value and its document."""
    around = mention.figure.context
    words = tuple(_word(mention, which) for which in ("later", "moved", "earlier"))
    return mention.document.published, around.measure, around.period, *words


def _by_day(a: Mention, b: Mention) -> str | None:
    """A toll that grew from one report to the next, or a person who grew older."""
    first, second = a.document.published, b.document.published
    if first is None or second is None or first == second:
        return None
    earlier, later = (a, b) if first < second else (b, a)
    rise = (later.size or 0) - (earlier.size or 0)
    if later.dimension == "age" and rise == 1 and abs((first - second).days) < _YEAR:
        return "a birthday may lie between the two reports"
    if rise > 0 and _grows(a) and _grows(b) and not _bounds_more(earlier, later):
        published = later.document.published
        return f"the later report, of {published.isoformat() if published else ''}, gives the higher figure"
    return None


def _bounds_more(earlier: Mention, later: Mention) -> bool:
    """Whether the earlier figure says no more than the later one allows ("at most 20", then "12")."""
    return "at_most" in (earlier.figure.amount.bound, later.figure.amount.bound)


def _grows(mention: Mention) -> bool:
    return mention.figure.context.measure in _growing()


@cache
def _growing() -> frozenset[str]:
    """The measures of which later reports may rightly have more."""
    return frozenset(c for c, entry in lexicon("measures").items() if entry.get("grows"))


def _by_wording(a: Mention, b: Mention) -> str | None:
    """One is told as the first figure, or as the one that replaces another, and its report is not the older one."""
    for early, late in ((a, b), (b, a)):
        first, second = early.document.published, late.document.published
        if first and second and first > second:
            continue
        if word := _word(late, "later") or ("" if _of_one_year(early, late) else _word(late, "moved")):
            return f"its wording says that it replaces an earlier figure: “{word}”"
        if word := _word(early, "earlier"):
            return f"the other’s wording says that it came first: “{word}”"
    return None


def _of_one_year(a: Mention, b: Mention) -> bool:
    """Whether both are of one year and no toll: what "rose to 4.2 billion in 2023" replaces is the year before."""
    one, two = a.figure.context.period, b.figure.context.period
    return one == two and _YEAR_ONLY.fullmatch(one or "") is not None and not (_grows(a) or _grows(b))


def _word(mention: Mention, which: str) -> str | None:
    """The word of the list that stands in the figure's own clause; None where none does."""
    before, after = _clause(mention)
    found = _pattern(which).findall(before) or _pattern(which).findall(after)
    return found[-1].lower() if found else None


def _clause(mention: Mention) -> tuple[str, str]:
    """What stands in the figure's clause before and behind it; commas and semicolons end it."""
    before, after = mention.figure.beside(mention.document.text)
    return _BREAK.split(before[-_LONGEST:])[-1], _BREAK.split(after[:_LONGEST])[0]


@cache
def _pattern(which: str) -> re.Pattern[str]:
    return re.compile(any_of(wordlist("revisions", which)), re.IGNORECASE)
