"""Words of documents as Markdown shows them as they stand."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~&$^]|:(?=[^\s\d])|(?<=\bwww)\.")
_CALLED = re.compile(r"[@#](?=\w)")


def plain(words: str) -> str:
    """The words without markup, HTML or an address made a link; nobody and no issue is called by them."""
    return _CALLED.sub(r"\g<0><!-- -->", _SIGNS.sub(r"\\\g<0>", words))
