"""What the sources say of each figure of a draft: the same, another value, or nothing.

Equal numbers are not enough: a figure of the sources supports the draft's only where it speaks of the same
thing at least as plainly as one with another value does. So two swapped figures are found, and the right
number of another thing is no support.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims import times
from factcheck.claims.answers import Answer, Known, answers_to, likely
from factcheck.claims.mentions import Mention
from factcheck.claims.nearby import far, slipped
from factcheck.claims.rarity import Rarities
from factcheck.claims.roles import alike, may_be_of_another, of_another
from factcheck.claims.saying import says, tilted
from factcheck.claims.slips import slips
from factcheck.claims.speakers import misattributed
from factcheck.claims.stance import stand
from factcheck.claims.statements import statement
from factcheck.claims.swaps import Pair, swapped
from factcheck.claims.weights import Drafts, Weights
from factcheck.model import Claim, Outcome, Support

_HELD = ("supported", "rounded", "converted")
_CHANGED_PLACES = "this figure and another one of its sentence have changed places"


def supports(
    drafts: Sequence[Mention], sources: Sequence[Mention], claims: Sequence[Claim], rarities: Rarities, weights: Weights
) -> tuple[Support, ...]:
    """What the sources say of each of the draft's figures, in their order."""
    known = Known.of(drafts, sources, claims, rarities, weights)
    own_answers = [answers_to(draft, known) for draft in drafts]
    beside: dict[tuple[str, int], list[tuple[Mention, Sequence[Answer]]]] = defaultdict(list)
    for draft, own in zip(drafts, own_answers, strict=True):
        beside[draft.sentence].append((draft, own))
    found = []
    for draft, own in zip(drafts, own_answers, strict=True):
        said = [m for m in drafts if m.dimension == draft.dimension and m is not draft]
        other = _swapped(draft, own, beside[draft.sentence], known)
        support = _support(draft, own, said, known)
        if other:
            support = replace(_contradicted(draft, own, other, known), reasons=(_CHANGED_PLACES,))
        spoken = [draft, *(known.sources[f] for f in (*support.sources, *support.others))]
        found.append(replace(support, statement=statement(spoken)))
    return tuple(found)


def _swapped(
    draft: Mention, own: Sequence[Answer], others: Sequence[tuple[Mention, Sequence[Answer]]], known: Known
) -> Answer | None:
    """The source's figure whose place the draft's has taken: two figures of a sentence that fit better crosswise."""
    mine = next((a for a in own if a.saying), None)
    for other, answers in others:
        theirs = next((a for a in answers if a.saying), None)
        if mine is None or theirs is None or mine.source is theirs.source:
            continue
        if other.dimension != draft.dimension or says(draft, theirs.source):
            continue
        crossed = known.fit(draft, theirs.source)
        across = crossed.words + known.fit(other, mine.source).words - mine.fit.words - theirs.fit.words
        telling = known.rarities.between(draft, mine.source).windows
        if swapped(Pair(draft, other), Pair(mine.source, theirs.source), across, telling):
            return Answer(theirs.source, crossed, None)
    return None


def _support(draft: Mention, answers: Sequence[Answer], said: Sequence[Mention], known: Known) -> Support:
    limits, name = known.weights.drafts, draft.figure.id
    same = [a for a in answers if a.saying]
    near = [
        a
        for a in answers
        if not a.saying and (a.fit.words >= limits.other if same else likely(draft, a) >= limits.fit)
        if not far(draft, a.source) or a.source.figure.id in draft.together
    ]
    other = max(near, key=lambda a: likely(draft, a), default=None)
    if not same and draft.figure.kind == "date" and times.deictic(draft.figure.text):
        return Support(
            name, "unchecked", reasons=("a day told only from the day of publication, which no source gives",)
        )
    slip = None if same else slipped(draft, list(known.sources.values()), known.rarities)
    if slip:
        return Support(name, "contradicted", others=_like(slip[0], known), reasons=(slip[1],))
    if not same and other is None:
        return Support(name, "unsupported")
    if rival := _of_the_thing(draft, answers, known):
        return _contradicted(draft, same, rival, known)
    if other and (not same or _misplaced(draft, same[0], other, limits)):
        return _contradicted(draft, same, other, known)
    return _told(draft, same, said, known)


def _of_the_thing(draft: Mention, answers: Sequence[Answer], known: Known) -> Answer | None:
    """The source's figure of what the draft's figure is of, where the equal numbers are all of something else."""
    same = [a for a in answers if a.saying]
    if not same or not all(may_be_of_another(draft, a.source, known.sentences) for a in same):
        return None
    rivals = [a for a in answers if not a.saying and not far(draft, a.source)]
    rivals = [a for a in rivals if alike(draft, a.source, known.sentences) and _conflict(draft, a.source)]
    best = max(rivals, key=lambda a: a.fit.words, default=None)
    return best if best and best.fit.words >= known.weights.drafts.other else None


def _conflict(draft: Mention, source: Mention) -> bool:
    return stand(draft, source).stance == "conflict"


def _contradicted(draft: Mention, answers: Sequence[Answer], other: Answer, known: Known) -> Support:
    same = [a for a in answers if a.saying]
    others = _like(other.source, known)
    return Support(draft.figure.id, "contradicted", others=others, reasons=tuple(_why(draft, same, other)))


def _misplaced(draft: Mention, same: Answer, other: Answer, limits: Drafts) -> bool:
    """Whether a value that cannot be right as well fits so much better that the equal number is of another thing."""
    if draft.figure.amount.bound != other.source.figure.amount.bound and not _conflict(draft, other.source):
        return False
    margin = other.fit.words - same.fit.words
    return margin >= (limits.margin if same.fit.words <= limits.fit else 2 * limits.margin)


def _why(draft: Mention, same: Sequence[Answer], other: Answer) -> Iterator[str]:
    if same:
        yield f"the {same[0].source.figure.text} of a source is a figure of something else"
    yield from slips(draft, other.source)


def _like(source: Mention, known: Known) -> tuple[str, ...]:
    """A source's figure, and those of its claim that say the same."""
    claim = known.claims.get(source.figure.id)
    members = [known.sources[f] for f in claim.figures if f in known.sources] if claim else []
    return (source.figure.id, *(m.figure.id for m in members if m is not source and says(source, m) == "same"))


def _told(draft: Mention, same: Sequence[Answer], said: Sequence[Mention], known: Known) -> Support:
    """A figure that a source gives: by whom, how, and who says otherwise."""
    best = same[0]
    claim = known.claims.get(best.source.figure.id)
    members = [known.sources[f] for f in claim.figures if f in known.sources] if claim else []
    near = [a.source for a in same if best.fit.words - a.fit.words <= known.weights.drafts.margin]
    backing = [best.source, *(m for m in (members or near) if m is not best.source and says(draft, m))]
    others = _otherwise(draft, backing, members, said)
    outcome: Outcome = "supported" if best.saying == "same" else best.saying or "supported"
    reasons: list[str] = [] if outcome == "supported" else [f"the source writes {best.source.figure.text}"]
    if tilt := tilted(draft, backing) if outcome == "supported" else None:
        outcome, why = tilt
        reasons.append(why)
    elif outcome in _HELD and all(others_thing := [of_another(draft, m, known.sentences) for m in backing]):
        outcome = "misapplied"
        reasons.append(others_thing[0] or "")
    elif outcome in _HELD and (elsewhere := misattributed(draft, backing)):
        outcome = "misattributed"
        reasons.append(elsewhere)
    if claim and others and claim.stance in ("conflict", "update"):
        outcome = "outdated" if claim.stance == "update" and _older(backing, others) else "disputed"
        reasons += claim.reasons
    ids, theirs = (tuple(m.figure.id for m in group) for group in (backing, others))
    return Support(draft.figure.id, outcome, ids, theirs, known.independent(backing), tuple(reasons))


def _otherwise(
    draft: Mention, backing: Sequence[Mention], members: Sequence[Mention], said: Sequence[Mention]
) -> list[Mention]:
    """The figures of other sources that say another value of the same thing.

    A value that the draft gives as well is one of another thing.
    """
    ours = {m.document.id for m in backing}
    others = [m for m in members if m.document.id not in ours and not says(draft, m)]
    return [m for m in others if not any(says(d, m) for d in said)]


def _older(backing: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether a source that says otherwise is later than all that the draft rests on."""
    ours = [m.document.published for m in backing if m.document.published]
    theirs = [m.document.published for m in others if m.document.published]
    return bool(ours and theirs) and max(ours) < max(theirs)
