"""Whether the clause of a date speaks of what is over or of what is to come, from the verb nearest to the date.

The words stand in `rules/lexicon/tenses.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from factcheck.figures.dates.anchor import Tense
from factcheck.figures.dates.calendar import MONTHS, WEEKDAYS
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import wordlist

_WINDOW = 30
_BREAKS = frozenset({",", ";", "and", "but", "while", "–", "—", "(", ")", "“", "”", '"', ":"})
_BE = ("is", "are", "be", "been", "being", "was", "were", "'s", "’s", "get", "gets")
_BEFORE_NOUN = ("the", "a", "an", "its", "his", "her", "their", "bad", "heavy")
_ENDINGS = ("ed", "'ll", "’ll")
_SHORTEST = 4
_REACH = 10
"""How far the verb of "cut emissions by 20 percent in five years" may stand from "in"."""

_TIED = 4
"""How far "by" may stand from its day ("by the end of March")."""

_OVER = ("after", "following", "in", "from", "during")


def _words(key: str) -> frozenset[str]:
    return wordlist("tenses", key)


def tense_at(tokens: Sequence[Token], at: int, end: int) -> Tense:
    """The tense of the date of the tokens `at` to `end`: that of its clause, else of the sentence."""
    if word(tokens, at - 1) == "since" or (word(tokens, end) in ("'s", "’s") and word(tokens, at - 1) in _OVER):
        return "past"
    first, last = max(0, at - _WINDOW), min(len(tokens), end + _WINDOW)
    opens = next((i + 1 for i in range(at - 1, first - 1, -1) if tokens[i].lower in _BREAKS), first)
    closes = next((i for i in range(end, last) if tokens[i].lower in _BREAKS), last)
    if _deadline(tokens, at, opens) or _put_off(tokens, at):
        return "future"
    return (
        _nearest(tokens, range(at - 1, opens - 1, -1), at)
        or _nearest(tokens, range(end, closes), at)
        or _nearest(tokens, range(opens - 1, first - 1, -1), at)
        or _nearest(tokens, range(closes, last), at)
    )


def _deadline(tokens: Sequence[Token], at: int, opens: int) -> bool:
    """Whether the date is when something is to be done: "(worked) to restore supply by Friday"."""
    tie = next((i for i in range(at - 1, max(opens, at - _TIED) - 1, -1) if tokens[i].lower in _words("deadlines")), 0)
    verbs = (i for i in range(tie - 1, opens, -1) if tokens[i].lower in _words("infinitives"))
    verb = next((i for i in verbs if word(tokens, i - 1) == "to"), 0)
    return verb > 0 and word(tokens, verb - 2) not in _words("done")


def _put_off(tokens: Sequence[Token], at: int) -> bool:
    """ "postponed to Friday", "they have until Friday"; but "from Monday to Friday"."""
    return word(tokens, at - 1) in ("to", "until", "till") and word(tokens, at - 2) in _words("put_off")


def gets_done(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is told before token `at` takes its time: "will cover 345 km in", not "will open in"."""
    near = tokens[max(0, at - _REACH) : at]
    verbs = [t.lower for t in near if t.lower in _words("telic") | _words("plural")]
    if verbs and verbs[-1] in _words("telic"):
        return True
    words = {t.lower for t in near}
    return "make" in words and bool(words & _words("journeys"))


def _nearest(tokens: Sequence[Token], places: Iterable[int], date: int) -> Tense:
    """What the first word of these places that tells a tense tells."""
    return next((found for i in places if (found := _told(tokens, i, date))), "")


def _told(tokens: Sequence[Token], at: int, date: int) -> Tense:
    text = tokens[at].lower
    if text not in _telling() and not text.endswith(_ENDINGS):
        return ""
    if _is_future(tokens, at, text) or _is_scheduled(tokens, at, text) or _is_present(tokens, at, text, date):
        return "future"
    return "past" if _is_past(tokens, at, text) else ""


@cache
def _telling() -> frozenset[str]:
    """The words that can tell a tense, besides those with an ending that does."""
    lists = ("open", "modals", "possible", "foreseen", "future", "scheduled", "plural", "past")
    return frozenset({"is", "are"}).union(*map(_words, lists))


def _is_future(tokens: Sequence[Token], at: int, text: str) -> bool:
    after = word(tokens, at + 1)
    if text in _words("open"):
        return after in ("to", "for")
    if text in _words("modals") and tokens[at].text.islower():
        return after != "have"
    if text in _words("possible"):
        return after not in ("have", "not")
    if text in _words("foreseen"):
        return word(tokens, at - 1) in _BE
    because = text == "due" and after == "to" and word(tokens, at + 2) in _BEFORE_NOUN
    return (text in _words("future") and not because) or text.endswith(("'ll", "’ll"))


def _is_scheduled(tokens: Sequence[Token], at: int, text: str) -> bool:
    before = word(tokens, at - 1)
    plural = before.endswith("s") and len(before) >= _SHORTEST and tokens[at - 1].kind == "word"
    after = word(tokens, at + 1)
    dates = text == "last" and (after in _words("spans") or after in WEEKDAYS or after in MONTHS)
    return text in _words("scheduled") or (text in _words("plural") and plural and not dates)


def _is_present(tokens: Sequence[Token], at: int, text: str, date: int) -> bool:
    """ "The game is on Sunday", "the council is meeting on Friday"."""
    if text not in ("is", "are") or at > date:
        return False
    return at in (date - 1, date - 2) or (word(tokens, at + 1).endswith("ing") and not is_glued(tokens, at + 1))


def _is_past(tokens: Sequence[Token], at: int, text: str) -> bool:
    """A past form that is no participle: "was closed" tells it by its "was", "is closed" tells nothing."""
    if text in _words("past"):
        return word(tokens, at - 1) not in _BE or text in ("was", "were")
    regular = text.endswith("ed") and len(text) >= _SHORTEST and text not in _words("adjectives")
    return regular and word(tokens, at - 1) not in _BE
