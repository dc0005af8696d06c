"""Posting lines: "Published: 5 May 2010, 10:24 GMT" and their like, by the words of `stamps.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from factcheck.documents.dates import PrintedDate, printed_dates

Label = Literal["published", "plain", "updated"]

LONGEST = 200
"""Characters."""
_MOST_WORDS = 16
_MOST_NAMES = 4
_MOMENT = re.compile(  # clock times, ages of posts, and dates that have two readings
    r"(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)"
    r"|(?<!\d)t?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:[+-]\d{2}:?\d{2})?"
    r"|(?<!\d)\d{1,2}\s*[ap]\.?m\b\.?"
    r"|(?<![\d,.])\d{4}(?=\s*(?:hrs|hours|[a-z]{2,4}\b))"
    r"|\d+\s*(?:s|m|h|d|mins?|minutes?|hrs?|hours?|days?)\s+ago\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\s[-–—]+\s|[,;|()\[\]/•·–—*_#>]|-(?=\s|\Z)|(?<=\s)-")
_WORD = re.compile(r"[^\W\d_](?:[\w.'’]*\w)?|\d+")
_PROSE = re.compile(r"[\"'“‘(\[]*(?:[A-ZÀ-Þ]|\d)")
_HOLE = "\0"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a posting line says; `published` is None where it tells a time without a full date."""

    published: date | None
    label: Label


@lru_cache(maxsize=256)  # a line is looked at beside the line before, beside the next, and alone
def parse(line: str) -> Stamp | None:
    """The line as a posting line, or None where it says anything else."""
    if len(line) > LONGEST or not any(map(str.isdigit, line)) or len(line.split()) > _MOST_WORDS:
        return None
    dates = printed_dates(line)
    labels = [word for word in map(str.lower, _WORD.findall(line)) if word in _labels()]
    if not (dates or labels) or not all(_is_frame(part) for part in _parts(line, dates)):
        return None
    return _stamp(line, dates, labels)


def leading(line: str) -> int:
    """How many characters of the line are a posting note that prose follows on the same line; 0 for none."""
    note = _note().match(line)
    dates = printed_dates(line[:80]) if note else []
    if note is None or not dates or dates[0].span.start != note.end():
        return 0
    end = dates[0].span.end
    time = re.compile(rf"[\s,]*(?:{_MOMENT.pattern})[\s,]*", re.IGNORECASE).match(line, end)
    end = time.end() if time else end
    rest = line[end:].lstrip(" \t\xa0-–—:|.")
    return len(line) - len(rest) if _PROSE.match(rest) else 0


def _stamp(line: str, dates: list[PrintedDate], labels: list[str]) -> Stamp | None:
    kinds = {_labels()[word] for word in labels}
    label: Label = "published" if "published" in kinds else "updated" if "updated" in kinds else "plain"
    if len({d.day for d in dates}) < 2:
        return Stamp(dates[0].day if dates else None, label)
    if label != "published":
        return None
    said = min(line.lower().find(word) for word in labels if _labels()[word] == "published")
    return Stamp(min(dates, key=lambda d: (d.span.start < said, d.span.start)).day, label)


def _parts(line: str, dates: list[PrintedDate]) -> Iterator[str]:
    """The line cut at its punctuation, its dates and times each a hole."""
    for found in reversed(dates):
        line = f"{line[: found.span.start]} {_HOLE} {line[found.span.end :]}"
    return iter(_APART.split(_MOMENT.sub(f" {_HOLE} ", line)))


def _is_frame(part: str) -> bool:
    """Whether the words are those of a posting line, or a name that stands for itself."""
    words = _WORD.findall(part)
    strange = [word for word in words if not _is_known(word)]
    if not strange:
        return True
    named = len(strange) <= _MOST_NAMES and all(word[0].isupper() for word in strange) and ":" not in part
    alone = len(strange) == len(words) and _HOLE not in part
    return named and (alone or words[0].lower() in ("by", "from"))


def _is_known(word: str) -> bool:
    word = word.lower()
    return word in _known() or (len(word) >= 3 and any(day.startswith(word) for day in _classes()["weekdays"]))


@cache
def words_of(*classes: str) -> frozenset[str]:
    """The words of these classes of `stamps.txt`, in lower case."""
    return frozenset().union(*(_classes()[name] for name in classes))


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("stamps.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            classes.setdefault(name, set()).update(words.split())
    return {name: frozenset(words) for name, words in classes.items()}


@cache
def _known() -> frozenset[str]:
    return words_of("published", "updated", "also", "zones")


@cache
def _labels() -> dict[str, Label]:
    published: dict[str, Label] = dict.fromkeys(sorted(_classes()["published"]), "published")
    updated: dict[str, Label] = dict.fromkeys(sorted(_classes()["updated"]), "updated")
    return published | updated


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_labels(), key=len, reverse=True)))
    return re.compile(rf"\W*(?:(?:{words})\b[\s:]*)+(?:on\s+)?(?:\w+day,?\s+)?", re.IGNORECASE)
