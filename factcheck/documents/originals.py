"""Which of some texts are copies, and of which one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.documents.meetings import Pair
from factcheck.documents.shingles import Text

_SHARE = 0.7
"""How much of a copy stands in the original: a word that is edited in a sentence of thirty costs a
tenth, and reports of one event by different hands share a fifth."""
_TELLING, _SAME = 3, 0.5
"""Of so many numbers or more a copy keeps this share: a form that is filled in anew each day keeps none. Of one or two
all may have been changed."""


def originals(texts: Sequence[Text], wholes: Sequence[Text], pairs: Iterable[Pair], least: int) -> Mapping[int, int]:
    """The places of texts with at least so many words that are copies, each with that of its one original.

    `texts` have the order in which the first of two is the original where no time tells. A text is laid beside all of
    the other's document, since outlets join and part paragraphs. A copy of a copy goes back to the first. Nothing
    is a copy of what was written later.
    """
    home: dict[int, int] = {}
    for pair in sorted(pairs):
        for original, copy in (pair, pair[::-1]):
            one, two = texts[original], texts[copy]
            may_be = copy not in home and two.length >= least and not _later(one, two)
            if may_be and _root(home, original) != copy and _stands_in(two, wholes[one.document]):
                home[copy] = original
                break
    firsts = {copy: _first(home, copy, texts, wholes) for copy in home}
    return {copy: first for copy, first in firsts.items() if _elsewhere(texts[first], texts[copy])}


def _elsewhere(original: Text, copy: Text) -> bool:
    return original.document != copy.document and not _later(original, copy)


def _stands_in(copy: Text, original: Text) -> bool:
    if not copy.named_alike(original) or len(copy.shingles & original.shingles) < _SHARE * len(copy.shingles):
        return False
    return len(copy.numbers) < _TELLING or len(copy.numbers & original.numbers) >= _SAME * len(copy.numbers)


def _first(home: Mapping[int, int], copy: int, texts: Sequence[Text], wholes: Sequence[Text]) -> int:
    """The first text of a chain of copies that has the copy's names: each may have changed one."""
    first = home[copy]
    while first in home and texts[copy].named_alike(wholes[texts[home[first]].document]):
        first = home[first]
    return first


def _root(home: Mapping[int, int], n: int) -> int:
    while n in home:
        n = home[n]
    return n


def _later(one: Text, two: Text) -> bool:
    """Whether the moments, or else the days, tell that the first was written after the second."""
    if one.moment and two.moment:
        return one.moment > two.moment
    return bool(one.published and two.published and one.published > two.published)
