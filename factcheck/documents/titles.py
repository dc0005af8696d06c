"""Titles that files carry beside their text; programs fill the field with anything."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_HEAD = 3000
"""Characters of the text in which the words of its title must stand."""


def borne_out(title: str, text: str) -> str | None:
    """The title, where all its words, two at least, stand at the head of the text too."""
    title = " ".join(title.split())
    words = set(_WORD.findall(title.casefold()))
    return title if len(words) > 1 and words <= set(_WORD.findall(text[:_HEAD].casefold())) else None
