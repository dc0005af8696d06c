"""Which blocks of a page are its article: what trafilatura takes, put right where it drops what stands within.

The blocks are those of the page itself, so that each leads back to its line; trafilatura's text says which to take.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from factcheck.documents.blocks import has_ended
from factcheck.documents.pages.tree import Element
from factcheck.documents.pages.walk import Piece
from factcheck.model import BlockKind

_NO_LETTER = re.compile(r"[\W_]+")
_PROBE = 30
"""Letters at the start or the end of a block by which it is found in the article; a shorter one must be whole."""
_FURNITURE_TAGS = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|newsletter|related|recommend\w*|cookie|consent|promo|advert\w*|ads?|sidebar"
    r"|comments?|subscri\w+|signup|sign-up|breadcrumbs?|read-?more|most-?read|popular|trending|toolbar|paywall|teaser"
    r"|outbrain|taboola|nav|menu|footer|banner|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PARTS = frozenset(("ul", "ol", "li", "dl", "dt", "dd", "details", "summary"))
"""Lists and what folds away: never the whole of an article."""
_MOST = 0.8
_PROSE_WORDS, _STRAY_WORDS = 8, 25
_LINKED = 0.5
_NEAR = 12


def chosen(root: Element, found: Sequence[Piece]) -> list[Piece]:
    """The pieces that are the article, or that stand in or beside it and are marked as furniture.

    What stands in a post of a page that says to be live is the article whatever trafilatura takes.
    """
    taken, holder = _taken(root, found)
    taken = [is_taken or _is_of_post(piece) for is_taken, piece in zip(taken, found, strict=True)]
    if not any(taken):
        taken = [not in_furniture(piece.element) and piece.linked < _LINKED * len(piece.words) for piece in found]
    return list(_Judge(found, taken, holder, frozenset(holder.iter())).judged())


def key(words: str) -> str:
    """The letters and digits of some words, by which they are found again."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", words).casefold())


def in_furniture(element: Element, holder: Element = None) -> bool:
    """Whether an element stands in what its page says to be no article; what lies around `holder` is not asked."""
    while element is not None and element is not holder and element.tag not in ("body", "html"):
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
        if element.tag in _FURNITURE_TAGS or (name.strip() and _FURNITURE.search(name)):
            return True
        element = element.getparent()
    return False


def is_prose(piece: Piece, fewest: int = _PROSE_WORDS) -> bool:
    """Whether a block has sentences and is not made of links."""
    words = piece.words
    return len(words.split()) >= fewest and has_ended(words) and piece.linked < _LINKED * len(words)


def _taken(root: Element, found: Sequence[Piece]) -> tuple[list[bool], Element]:
    """Whether trafilatura takes each piece, and the element that holds most of what it takes."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it drops is no message for a user
    document = bare_extraction(root, include_comments=False)
    body = getattr(document, "body", None)
    if body is None:
        return [False] * len(found), root
    whole = key("".join(body.itertext()))
    parts = {key("".join(part.itertext())) for part in body.iter()}
    taken = [_is_in(key(piece.noted), whole, parts) for piece in found]
    return taken, _holder(root, [piece for piece, is_taken in zip(found, taken, strict=True) if is_taken])


def _is_in(letters: str, whole: str, parts: set[str]) -> bool:
    if letters in parts:
        return bool(letters)
    return len(letters) >= _PROBE and (letters[:_PROBE] in whole or letters[-_PROBE:] in whole)


def _holder(root: Element, taken: Sequence[Piece]) -> Element:
    """The innermost element with most of the letters that were taken."""
    weights: Counter[Element] = Counter()
    for piece in taken:
        weights[piece.element] += len(piece.words)
        for outer in piece.element.iterancestors():
            weights[outer] += len(piece.words)
    if not taken:
        return root
    enough = _MOST * weights[root]
    holder = max(
        (e for e, weight in weights.items() if weight >= enough), key=lambda e: sum(1 for _ in e.iterancestors())
    )
    return _home(holder) if holder.tag in _PARTS else holder


@dataclass(frozen=True, slots=True)
class _Judge:
    found: Sequence[Piece]
    taken: Sequence[bool]
    holder: Element
    inside: AbstractSet[Element]

    def judged(self) -> Iterator[Piece]:
        """The pieces with their kinds, without those that are dropped."""
        begin = self.taken.index(True) if True in self.taken else 0
        heads = [n for n, piece in enumerate(self.found[:begin]) if piece.element.tag == "h1" and not piece.linked]
        for n, piece in enumerate(self.found):
            if heads and heads[-1] <= n < begin:
                kind: BlockKind | None = "heading" if n == heads[-1] else "furniture"
            else:
                kind = self._kind(n, piece)
            if kind:
                yield replace(piece, kind=kind)

    def _kind(self, n: int, piece: Piece) -> BlockKind | None:
        """What a piece is; None for what is neither article nor long enough to be it by mistake."""
        if self.taken[n]:
            slipped_in = not is_prose(piece) and in_furniture(piece.element, self.holder)
            return "furniture" if slipped_in or _is_time(piece) else piece.kind
        if piece.element not in self.inside:
            return "furniture" if is_prose(piece, _STRAY_WORDS) else None
        return piece.kind if not in_furniture(piece.element) and self._belongs(n, piece) else "furniture"

    def _belongs(self, n: int, piece: Piece) -> bool:
        """Whether a piece within the article that trafilatura drops is text of it all the same."""
        if piece.table or piece.kind == "caption":
            return True
        if piece.kind == "heading":
            return n + 1 < len(self.found) and (self.taken[n + 1] or self.found[n + 1].table is not None)
        home = _home(piece.element)
        near = (k for k in range(max(0, n - _NEAR), min(len(self.found), n + _NEAR + 1)) if self.taken[k])
        defined = piece.element.tag in ("dt", "dd")  # a list of these is data, in whatever box it stands
        beside = any(defined or _home(self.found[k].element) is home for k in near)
        told = piece.kind == "item" or piece.element.tag == "summary"
        return beside and (is_prose(piece) or (told and piece.linked < _LINKED * len(piece.words)))


def _home(element: Element) -> Element:
    """What holds a block, or the list or the fold in which it stands: the place of both in the page is one."""
    outer = element.getparent()
    while outer is not None and outer.tag in _PARTS:
        outer = outer.getparent()
    return outer


def _is_of_post(piece: Piece) -> bool:
    return piece.sure and piece.published is not None and (is_prose(piece) or piece.kind in ("heading", "item"))


def _is_time(piece: Piece) -> bool:
    """Whether a block is the time of a post and nothing else."""
    times = piece.element.findall(".//time")
    return bool(times) and key(piece.words) == key("".join("".join(time.itertext()) for time in times))
