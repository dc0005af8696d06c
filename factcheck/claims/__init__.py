"""Claims: the figures that speak of one thing, why they do, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.claims import evidence, weights
from factcheck.claims.alignment import Pair
from factcheck.claims.attaching import attached
from factcheck.claims.circles import circles
from factcheck.claims.counterparts import same_place
from factcheck.claims.grouping import group as _group
from factcheck.claims.kindred import MOST, Kindred, Told, meetings, words_told
from factcheck.claims.kindred import kindred as _kindred
from factcheck.claims.mentions import Mention, mentions
from factcheck.claims.origins import origins
from factcheck.claims.overall import standing
from factcheck.claims.parting import why_not
from factcheck.claims.rarity import Rarities
from factcheck.claims.sides import gap, sides
from factcheck.claims.statements import statement, told_apart
from factcheck.claims.steered import TOGETHER, steered
from factcheck.claims.support import supports
from factcheck.claims.sweeping import unswept
from factcheck.model import Claim, Document, Figure, Link, Steering, Support

__all__ = ["MOST", "Kindred", "Studied", "Told", "group", "meetings", "study", "told", "why_not"]


@dataclass(frozen=True, slots=True)
class Studied:
    """The claims of a run, and what the sources say of each of the draft's figures."""

    claims: tuple[Claim, ...]
    supports: tuple[Support, ...] = ()


def group(
    figures: Sequence[Figure], documents: Sequence[Document], given: weights.Weights | None = None
) -> tuple[Claim, ...]:
    """The claims that two or more figures speak about, in the order of their first figure; by the shipped weights."""
    return study(figures, documents, given).claims


def study(
    figures: Sequence[Figure],
    documents: Sequence[Document],
    given: weights.Weights | None = None,
    steering: Steering | None = None,
    kindred: Kindred | None = None,
) -> Studied:
    """The claims of the sources, those of the draft in itself, and the draft's figures beside what supports them.

    A draft changes nothing of what is found between the sources. What editors decided, the `steering`, counts first.
    `kindred` is which of the sources meet, where that is known.
    """
    with unswept():
        ready = steered(mentions(figures, documents), steering or Steering())
        return _study(ready, given or weights.shipped(), kindred)


def _study(ready: Sequence[Mention], weighed: weights.Weights, kindred: Kindred | None) -> Studied:
    drafts = [m for m in ready if m.document.role == "draft"]
    sources = [m for m in ready if m.document.role == "source"]
    found = _claims(sources, weighed, kindred)
    if not drafts:
        return Studied(found)
    found = (*found, *_claims(drafts, weighed, None, len(found) + 1))
    if not sources:
        return Studied(found)
    backed = supports(drafts, sources, found, Rarities.of(ready), weighed)
    return Studied(attached(found, backed, ready), backed)


def told(figures: Sequence[Figure], document: Document) -> bytes:
    """The digests of the words by which a document is known to tell of an event."""
    return words_told(mentions(figures, [document]))


def _claims(
    ready: Sequence[Mention], weighed: weights.Weights, known: Kindred | None, first: int = 1
) -> tuple[Claim, ...]:
    """The claims with lines that tell them apart, numbered in the order of their first figures."""
    place = {mention.figure.id: n for n, mention in enumerate(ready)}
    who_meets = known or _kindred(ready)
    found = [one for circle in circles(ready, who_meets.meeting) for one in _of_circle(circle, weighed, who_meets)]
    found.sort(key=lambda one: place[one[0].figures[0]])
    lines = told_apart([(claim.statement, members) for claim, members in found])
    numbered = enumerate(zip(found, lines, strict=True), start=first)
    return tuple(replace(claim, id=f"c{n}", statement=line) for n, ((claim, _), line) in numbered)


def _of_circle(
    ready: Sequence[Mention], weighed: weights.Weights, known: Kindred
) -> Iterator[tuple[Claim, Sequence[Mention]]]:
    """The claims that figures of one circle speak about, with no names yet, and who speaks about each."""
    rarities = Rarities.of(ready, known)
    grouped = _group(ready, rarities, weighed)
    strongest = _strongest(grouped.links)
    for indices in grouped.groups:
        if len(indices) > 1:
            members = [ready[i] for i in indices]
            yield _claim(members, _links(indices, ready, strongest, rarities)), members


def _claim(members: Sequence[Mention], links: tuple[Link, ...]) -> Claim:
    texts = origins(members)
    found = sides(members, texts)
    told = standing(found)
    return Claim(
        "",
        statement(members),
        tuple(m.figure.id for m in members),
        told.stance,
        tuple(tuple(m.figure.id for m in side) for side in found),
        links,
        round(min((link.score for link in links), default=0.0), 3),
        told.reasons,
        gap(found),
        texts,
    )


def _strongest(links: Mapping[Pair, float]) -> dict[int, tuple[float, int]]:
    """By figure the strongest link to an earlier one, and which that is: of equals the first."""
    found: dict[int, tuple[float, int]] = {}
    for (a, b), score in links.items():
        best = found.get(b)
        if best is None or (score, -a) > (best[0], -best[1]):
            found[b] = score, a
    return found


def _links(
    indices: Sequence[int], ready: Sequence[Mention], strongest: Mapping[int, tuple[float, int]], rarities: Rarities
) -> tuple[Link, ...]:
    """The strongest link of each figure to an earlier one: what holds the claim together."""
    found = []
    for b in indices:
        if b in strongest:
            score, a = strongest[b]
            one, two = ready[a], ready[b]
            why = evidence.reasons(one, two, evidence.features(one, two, rarities, evidence.TOLD))
            place = ("they stand at one place of one text, which is copied",) if same_place(one, two) else ()
            said = (TOGETHER,) if two.figure.id in one.together else ()
            found.append(Link(one.figure.id, two.figure.id, round(score, 3), (*said, *place, *why)))
    return tuple(found)
