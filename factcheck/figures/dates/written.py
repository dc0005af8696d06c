"""Days written with the name of their month: "July 2, 2013", "24th of February", "June 18-20", "18 and 19 June"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures import cardinals
from factcheck.figures.dates import calendar, years
from factcheck.figures.dates.anchor import Anchor, When
from factcheck.figures.dates.calendar import MONTHS
from factcheck.figures.scan import Token, is_glued, word

_OTHER_WORDS = ("may", "march", "mar", "dec", "sep", "jan", "jun")
_SUFFIXES = ("st", "nd", "rd", "th")
_LINKS = ("and", "or", ",", "&")
_SPANS = ("-", "–", "to", "until", "through")
_SIDES = {"last": -1, "previous": -1, "this": 0, "next": 1}
_CURRENCY = ("$", "£", "€", "¥")
_PEOPLE = ("people", "men", "women", "children", "police", "troops")


def is_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month's name stands at token `at`; in small letters only where it is no other word."""
    if word(tokens, at) not in MONTHS:
        return False
    return tokens[at].text[0].isupper() or tokens[at].lower not in _OTHER_WORDS


def after_stop(tokens: Sequence[Token], at: int) -> int:
    """The index behind the full stop of an abbreviation ("Sept."), which must not end the sentence."""
    stopped = word(tokens, at) == "." and is_glued(tokens, at) and len(tokens[at - 1].text) <= 5
    return at + 1 if stopped and at + 1 < len(tokens) else at


def day_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A day of the month and the index after it: "2", "2nd", "eleventh", "twenty-third"."""
    if at < len(tokens) and tokens[at].text.isdecimal() and len(tokens[at].text) <= 2:
        number = int(tokens[at].text)
        suffixed = word(tokens, at + 1) in _SUFFIXES and is_glued(tokens, at + 1)
        end = at + 2 if suffixed else at + 1
    else:
        number, end = cardinals.ordinal(tokens, at)
    return (number, end) if 1 <= number <= 31 else None


def month_first(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "July 2", "July 2nd, 2013", "Aug. 17,1913", "June 18-20", "May twenty nine"."""
    if not _month_like(tokens, at):
        return None
    month, end = MONTHS[word(tokens, at)], after_stop(tokens, at + 1)
    found = day_number(tokens, end) or _after_comma(tokens, end) or _spoken_day(tokens, end)
    if found is None or _counted(tokens, at, found[1]):
        return None
    number, end = found
    last = _span_end(tokens, end)
    if last is not None and last[0] > number:
        year, after = years.year_after(tokens, last[1], anchor.published)
        return _span(year, month, (number, last[0]), after)
    year, after = years.year_after(tokens, end, anchor.published)
    return _dated(year, month, number, after)


def _month_like(tokens: Sequence[Token], at: int) -> bool:
    """A month's name also in lower case where the day stands behind it ("march eighteenth")."""
    if is_month(tokens, at):
        return True
    ranked = tokens[at + 1].kind == "word" if at + 1 < len(tokens) else False
    return word(tokens, at) in MONTHS and ranked and day_number(tokens, at + 1) is not None


def _after_comma(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "October, 1st"."""
    found = day_number(tokens, at + 1) if word(tokens, at) == "," else None
    return found if found and found[1] > at + 2 else None


def _spoken_day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "twenty nine" behind a month, where it ends the clause or a year follows: "in June six men" counts men."""
    value, end = cardinals.cardinal(tokens, at)
    if end == at or not 1 <= value <= 31:
        return None
    closed = end >= len(tokens) or tokens[end].kind == "sign" or years.spoken_year(tokens, end)
    return (int(value), end) if closed else None


def _counted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "in May 25 soldiers": the month stands alone and the number counts."""
    noun = word(tokens, end)
    plural = (noun.endswith("s") and len(noun) > 3 and tokens[end].text.islower()) or noun in _PEOPLE
    return word(tokens, at - 1) == "in" and plural


def _span_end(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    return day_number(tokens, at + 1) if word(tokens, at) in _SPANS else None


def _span(year: str | None, month: int, days: tuple[int, int], end: int) -> When:
    first, last = (f"{year or 'XXXX'}-{month:02d}-{number:02d}" for number in days)
    return When(f"{first}/{last}", end, "between")


def _dated(year: str | None, month: int, number: int, end: int) -> When | None:
    if calendar.day(int(year or 2000), month, number) is None:
        return None
    return When(f"{year or 'XXXX'}-{month:02d}-{number:02d}", end)


def day_first(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "2 July 2013", "24th of February", "18-19 June", "18 and 19 June", "15th day of next month"."""
    found = None if word(tokens, at - 1) in _CURRENCY else day_number(tokens, at) or _spoken_first(tokens, at)
    if found is None:
        return None
    number, end = found
    if when := _of_month(tokens, number, end, anchor):
        return when
    last = _span_end(tokens, end) or (day_number(tokens, end + 1) if word(tokens, end) in _LINKS else None)
    whole = _of_month(tokens, last[0], last[1], anchor) if last and last[0] > number else None
    if whole is None or last is None:
        return None
    first = f"{whole.iso[:-2]}{number:02d}"
    return When(f"{first}/{whole.iso}", whole.end, "between") if word(tokens, end) in _SPANS else When(first, end)


def _spoken_first(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "fifteen August nineteen ninety-three": a cardinal before a month only with a year behind."""
    value, end = cardinals.cardinal(tokens, at)
    if end == at or not 1 <= value <= 31 or not is_month(tokens, end):
        return None
    return (int(value), end) if years.year_after(tokens, end + 1, None)[0] else None


def _of_month(tokens: Sequence[Token], number: int, at: int, anchor: Anchor) -> When | None:
    """The day with the month that follows it at token `at`: "July", "of July", "day of next month"."""
    end = at + 1 if word(tokens, at) == "day" else at
    end = end + 1 if word(tokens, end) == "of" else end
    if word(tokens, end) in _SIDES and word(tokens, end + 1) == "month" and anchor.published:
        month = calendar.shift_months(anchor.published, _SIDES[word(tokens, end)])
        return When(f"{month}-{number:02d}", end + 2)
    if not is_month(tokens, end):
        return None
    month_number, end = MONTHS[word(tokens, end)], after_stop(tokens, end + 1)
    year, after = years.year_after(tokens, end, anchor.published)
    return _dated(year, month_number, number, after)


def listed_day(tokens: Sequence[Token], at: int, anchor: Anchor) -> When | None:
    """ "19" of "June 18 and 19", where it counts nothing."""
    if word(tokens, at - 1) not in ("and", "or") or at < 3:
        return None
    found, start = day_number(tokens, at), at - 4 if word(tokens, at - 2) in _SUFFIXES else at - 3
    start = start - 1 if word(tokens, start) == "." else start
    if found is None or not is_month(tokens, start) or not _closed(tokens, found[1]):
        return None
    year, after = years.year_after(tokens, found[1], anchor.published)
    return _dated(year, MONTHS[word(tokens, start)], found[0], after)


def _closed(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind == "sign" or word(tokens, at) in ("in", "at", "of", "to", "for", "with")
