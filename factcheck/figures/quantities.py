"""Units that only quantulum3 knows ("12 kilolitres", "3 decametres"). The only import of quantulum3.

It is asked for a word that looks like an SI unit and stands in no table of ours, never for a sentence:
it sees the number in digits and that one word. Its answer counts only where it reads the same value
and names a unit of `factcheck/units/quantulum.txt`.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from factcheck import units

_MAX_WORD = 30
_PROBE = 7
"""The number that quantulum3 sees: the unit must not depend on the one in the text."""

_PREFIX = "atto|femto|pico|nano|micro|milli|centi|deci|deca|deka|hecto|hector|kilo|mega|giga|tera|peta|exa|zetta|yotta"
_BASE = (
    "met(?:er|re)|gram(?:me)?|lit(?:er|re)|joule|watt|volt|amp(?:ere)?|ohm|hertz|pascal|newton|becquerel|sievert|"
    "byte|bit|bar|second|calorie|electron-?volt|cycle"
)
_LOOKS_LIKE_UNIT = re.compile(rf"(?:{_PREFIX})(?:{_BASE})s?\Z")


def unit_of(surface: str) -> units.Unit | None:
    """The unit that quantulum3 reads in `surface`, one word; None where the word looks like no unit."""
    lower = surface.lower()
    return _asked(lower) if len(lower) <= _MAX_WORD and _LOOKS_LIKE_UNIT.match(lower) else None


@cache
def _asked(surface: str) -> units.Unit | None:
    with _quiet():
        from quantulum3 import parser

        found = parser.parse(f"{_PROBE} {surface}")
    if len(found) != 1 or found[0].value != _PROBE:
        return None
    name = units.known_to_quantulum().get(found[0].unit.name)
    known = units.match([name.replace("_", " ")]) if name else None
    return known[0] if known else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep quantulum3 from configuring the root logger, from logging, and from warning of what it lacks."""
    guard, its_own = logging.NullHandler(), logging.getLogger("quantulum3")
    logging.root.addHandler(guard)
    level = its_own.level
    its_own.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        its_own.setLevel(level)
        logging.root.removeHandler(guard)
