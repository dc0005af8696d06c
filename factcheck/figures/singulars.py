"""Singular and plural of a noun by its ending: enough where no parse is asked."""

from __future__ import annotations

from factcheck.figures.scan import Token

_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot"}


def is_plural(noun: Token) -> bool:
    """Whether the noun is a plural: "barrels", "people"."""
    return noun.lower.endswith("s") or noun.lower in _IRREGULAR


def singular(noun: Token) -> str:
    """The counted noun's singular, by its ending: enough where the parser sees only a hyphen."""
    text = noun.lower if not noun.text.isupper() else noun.text
    if text in _IRREGULAR:
        return _IRREGULAR[text]
    if text.endswith("ies") and len(text) > 4:
        return text[:-3] + "y"
    return text[:-1] if text.endswith("s") and not text.endswith("ss") and len(text) > 3 else text
