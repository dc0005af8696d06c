"""Clock times: "8:30 p.m.", "8.30am", "0737 GMT", "noon", and play clocks ("7:41 to go").

The words stand in `rules/lexicon/clock.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck.figures import cardinals
from factcheck.figures.reading import Reading
from factcheck.figures.scan import Token, is_glued, word
from factcheck.lexicon import lexicon, wordlist
from factcheck.model import Interval

_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})\Z")
_RACE = re.compile(r"(\d{2}\.\d{1,3})\Z")


@cache
def _minutes(key: str) -> Mapping[str, int]:
    return dict(lexicon("clock")[key])


@cache
def triggers() -> frozenset[str]:
    """The words besides digits that a clock time can start with."""
    return frozenset({*_minutes("named"), *_minutes("parts"), *_minutes("counted")})


def read_time(tokens: Sequence[Token], at: int) -> Reading | None:
    """The clock time at token `at`: minutes since midnight, ISO text "T20:30"."""
    text = word(tokens, at)
    if text in _minutes("named"):
        return _reading(tokens, at, at + 1, _minutes("named")[text], at + 1)
    if text in _minutes("parts") or text in _minutes("counted"):
        return _spoken(tokens, at)
    if at >= len(tokens) or tokens[at].kind != "digits":
        return None
    clock = _hour_minute(tokens, at)
    return (
        (clock and (_twelve_hours(tokens, at, clock) or _opens_span(tokens, at, clock)))
        or _military(tokens, at)
        or (_with_colons(tokens, at, clock) if word(tokens, at + 1) == ":" else None)
        or _travel(tokens, at)
    )


_Clock = tuple[int, int, int]
"""Hour, minute and the index after them."""


def _with_colons(tokens: Sequence[Token], at: int, clock: _Clock | None) -> Reading | None:
    """ "3:54.01", "2:05:43", "15:01"."""
    if found := _race(tokens, at):
        return found
    if clock is None or clock[2] != at + 3 or clock[1] > 59 or _ratio(tokens, at):
        return None
    return _with_seconds(tokens, at, clock) or _colon(tokens, at, clock)


def _hour_minute(tokens: Sequence[Token], at: int) -> _Clock | None:
    """Hour, minute and the index after "8", "8:30" or "8.30"."""
    if tokens[at].text.isdigit() and len(tokens[at].text) <= 2:
        if word(tokens, at + 1) == ":" and tokens[at + 1].glued and _two_digits(tokens, at + 2):
            return int(tokens[at].text), int(tokens[at + 2].text), at + 3
        return int(tokens[at].text), 0, at + 1
    if match := _CLOCK.match(tokens[at].text):
        return int(match[1]), int(match[2]), at + 1
    return None


def _two_digits(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and len(tokens[at].text) == 2 and tokens[at].text.isdecimal() and tokens[at].glued


def _twelve_hours(tokens: Sequence[Token], at: int, clock: _Clock) -> Reading | None:
    hour, minute, end = clock
    if hour > 12 or minute > 59:
        return None
    half, after = _half_of_day(tokens, end)
    if half is None:
        return None
    return _reading(tokens, at, after, (hour % 12 + (12 if half == "p" else 0)) * 60 + minute, after)


def _opens_span(tokens: Sequence[Token], at: int, first: _Clock) -> Reading | None:
    """ "6:40" of "from 6:40 to 10:10 p.m.", "2" of "2 to 5 p.m.": of the same half of the day, if that comes first."""
    if first[0] > 12 or first[1] > 59 or word(tokens, first[2]) not in wordlist("clock", "spans"):
        return None
    second = _hour_minute(tokens, first[2] + 1) if _is_digits(tokens, first[2] + 1) else None
    half = _half_of_day(tokens, second[2])[0] if second and second[0] <= 12 and second[1] <= 59 else None
    if second is None or half is None:
        return None
    minutes = (first[0] % 12) * 60 + first[1]
    before = minutes < (second[0] % 12) * 60 + second[1]
    later = (half == "p") == before
    return _reading(tokens, at, first[2], minutes + (12 * 60 if later else 0), first[2])


def _is_digits(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "digits"


def _spoken(tokens: Sequence[Token], at: int) -> Reading | None:
    """ "half past nine", "quarter to ten", "twenty to seven", "five minutes past eight"."""
    text, side_at = word(tokens, at), at + 1
    part = _minutes("parts").get(text, _minutes("counted").get(text))
    if text in _minutes("counted") and word(tokens, side_at) == "minutes":
        side_at += 1
    side = word(tokens, side_at)
    hour, end = cardinals.cardinal(tokens, side_at + 1)
    if part is None or side not in ("past", "to") or not (end == side_at + 2 and 1 <= hour <= 12):
        return None
    if not _told_as_time(tokens, at, side, end):
        return None
    minutes = (int(hour) % 12) * 60 + (part if side == "past" else -part) + _afternoon(tokens, end)
    return _reading(tokens, at, end, minutes % (24 * 60), end)


def _told_as_time(tokens: Sequence[Token], at: int, side: str, end: int) -> bool:
    """Whether nothing else can be meant: "ten to one" may be odds, and "half to nine" is none."""
    if side == "past" and word(tokens, at) in _minutes("parts"):
        return True
    ahead = word(tokens, at - 1) in wordlist("clock", "ahead")
    return word(tokens, at) != "half" and (ahead or _day_part(tokens, end) != "")


def _day_part(tokens: Sequence[Token], end: int) -> str:
    """ "morning" of "in the morning", "night" of "at night"; "" where none follows."""
    at = end + 1 if word(tokens, end) == "at" else end + 2 if word(tokens, end + 1) in ("the", "that") else end
    return word(tokens, at) if word(tokens, at) in ("morning", "afternoon", "evening", "night") else ""


def _afternoon(tokens: Sequence[Token], end: int) -> int:
    """Minutes to add for "in the afternoon", "in the evening"."""
    return 12 * 60 if _day_part(tokens, end) in ("afternoon", "evening") else 0


def _race(tokens: Sequence[Token], at: int) -> Reading | None:
    """ "3:54.01": minutes, seconds and their hundredths."""
    minutes = tokens[at].text
    if len(minutes) > 2 or word(tokens, at + 1) != ":" or not is_glued(tokens, at + 1) or not is_glued(tokens, at + 2):
        return None
    match = _RACE.match(tokens[at + 2].text)
    if match is None or not minutes.isdecimal():
        return None
    value = int(minutes) * 60 + Decimal(match[1])
    step = Decimal(1).scaleb(match[1].index(".") + 1 - len(match[1]))
    return Reading(at, at + 3, "duration", Interval(value, value), step, "second")


def _travel(tokens: Sequence[Token], at: int) -> Reading | None:
    """ "leaves at 18.45"."""
    if (
        word(tokens, at - 1) != "at"
        or word(tokens, at - 2) not in wordlist("clock", "travel")
        or not (match := _CLOCK.match(tokens[at].text))
    ):
        return None
    hour, minute = int(match[1]), int(match[2])
    return _reading(tokens, at, at + 1, hour * 60 + minute, at + 1) if hour <= 23 and minute <= 59 else None


def _half_of_day(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """ "a" or "p" of a.m. and p.m., and the index after it; "o'clock" counts as morning."""
    text = word(tokens, at)
    if text in ("am", "pm"):
        return text[0], at + 1
    if text in ("a", "p") and word(tokens, at + 1) == "." and word(tokens, at + 2) == "m":
        return text, at + 4 if word(tokens, at + 3) == "." and tokens[at + 3].glued else at + 3
    if text in ("o'clock", "o’clock", "oclock"):
        return "a", at + 1
    return None, at


def _military(tokens: Sequence[Token], at: int) -> Reading | None:
    """ "0737 GMT", "1353 local"."""
    text = tokens[at].text
    if len(text) != 4 or not text.isdigit() or int(text[:2]) > 23 or int(text[2:]) > 59:
        return None
    if word(tokens, at + 1) in _minutes("zones") or (word(tokens, at + 1) in ("local", "hrs") and text[0] in "012"):
        return _reading(tokens, at, at + 1, int(text[:2]) * 60 + int(text[2:]), at + 1)
    return None


def _colon(tokens: Sequence[Token], at: int, clock: _Clock) -> Reading | None:
    """ "15:01", and the play clock "7:41 to go", which is a duration."""
    hour, minute, end = clock
    if word(tokens, end) in wordlist("clock", "remaining"):
        value = Decimal(hour * 60 + minute)
        return Reading(at, end, "duration", Interval(value, value), Decimal(1), "second")
    if hour > 23 or word(tokens, end) == ":":
        return None
    return _reading(tokens, at, end, hour * 60 + minute, end)


def _with_seconds(tokens: Sequence[Token], at: int, clock: _Clock) -> Reading | None:
    """ "won in 2:05:43", a duration in seconds; "at 12:05:43", a clock time."""
    hour, minute, end = clock
    if word(tokens, end) != ":" or not is_glued(tokens, end) or not _two_digits(tokens, end + 1):
        return None
    if hour <= 23 and (word(tokens, at - 1) == "at" or word(tokens, end + 2) in _minutes("zones")):
        return _reading(tokens, at, end + 2, hour * 60 + minute, end + 2)
    value = Decimal(hour * 3600 + minute * 60 + int(tokens[end + 1].text))
    return Reading(at, end + 2, "duration", Interval(value, value), Decimal(1), "second")


def _ratio(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].glued and tokens[at - 1].kind == "word"


def _reading(tokens: Sequence[Token], start: int, end: int, minutes: int, after: int) -> Reading:
    zone = word(tokens, after)
    zone = zone.upper() if zone in _minutes("zones") else "local" if zone == "local" else ""
    utc = "Z" if zone in ("GMT", "UTC") else ""
    value = Decimal(minutes)
    iso = f"T{minutes // 60:02d}:{minutes % 60:02d}{utc}"
    unit_end = after + 1 if zone else end
    return Reading(
        start, end, "time", Interval(value, value), Decimal(1), "", end, unit_end, iso=iso, zone=zone or None
    )
