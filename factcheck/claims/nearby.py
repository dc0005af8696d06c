"""The source's figure that a draft's figure was made from by a slip: a scale word, a decimal point, another unit.

One number with another scale or unit, told in the words of the draft, is no accident.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import units
from factcheck.claims.converting import ratio
from factcheck.claims.mentions import Mention
from factcheck.claims.rarity import Rarities
from factcheck.claims.slips import slips
from factcheck.claims.words import stem

_ALIKE, _TELLING = 0.15, 1.0
"""How alike the words beside both numbers must be, and how telling in all."""
_ALIKE_SAME, _TELLING_SAME, _LARGE = 0.05, 0.7, 100
"""The same where both write one number of some size, with other units."""
_FAR = 10
"""How many times one value may be the other without a slip: a writer who errs by more has mistaken the thing."""
_SHARES = ("percent", "percentage_points")


def slipped(draft: Mention, sources: Sequence[Mention], rarities: Rarities) -> tuple[Mention, str] | None:
    """The source's figure that a slip turns into the draft's, and the slip in words; None where there is none."""
    found = []
    for source in sources:
        reason = next(_slips(draft, source), None)
        if reason and (alike := _alike(draft, source, rarities)):
            found.append((alike, source, reason))
    best = max(found, key=lambda item: item[0], default=None)
    return best[1:] if best else None


def far(draft: Mention, source: Mention) -> bool:
    """Whether two values lie so far apart that only a slip makes them one."""
    times = ratio(draft, source) if draft.figure.kind not in ("date", "time") else None
    return times is not None and times > _FAR and not any(slips(draft, source))


def same_number(draft: Mention, source: Mention) -> bool:
    """Whether both write one number and only one has its unit: "34 million pounds", "the rest, 34 million"."""
    number = draft.value.low
    if (
        draft.dimension == source.dimension
        or draft.value != source.value
        or number is None
        or number != draft.value.high
    ):
        return False
    kinds = {draft.figure.kind, source.figure.kind}
    bare = any(m.dimension == "count" and _bare(m) for m in (draft, source))
    return _pounds(draft, source) or (bare and kinds in ({"count", "money"}, {"count", "age"}))


def _pounds(draft: Mention, source: Mention) -> bool:
    """Whether one is of money and the other of the weight that has the name of that money."""
    return {draft.figure.amount.unit, source.figure.amount.unit} == {"GBP", "pound"}


def _bare(mention: Mention) -> bool:
    """Whether no noun behind the number says what it counts."""
    subject = mention.subject
    return not subject or stem(subject) not in mention.beside[1:]


def _slips(draft: Mention, source: Mention) -> Iterator[str]:
    kinds = (draft.figure.kind, source.figure.kind)
    if set(kinds) == set(_SHARES) and draft.value == source.value:
        ours, theirs = (units.words_for(m.figure.amount.unit, plural=True) or m.figure.kind for m in (draft, source))
        yield f"the source writes {theirs}, not {ours}"
    elif draft.dimension == source.dimension and not {"date", "time"} & set(kinds):
        yield from (words for words in slips(draft, source) if " times the other" in words or "both say" in words)


def _alike(draft: Mention, source: Mention, rarities: Rarities) -> float:
    """How alike the words beside both are; 0 where that is too little to tell."""
    telling = rarities.between(draft, source).windows
    alike = telling.likeness(draft.window, source.window)
    shared = sum(telling.share(word) for word in sorted(draft.window & source.window))
    same = draft.value == source.value and draft.value.low is not None and draft.value.low >= _LARGE
    least, tells = (_ALIKE_SAME, _TELLING_SAME) if same else (_ALIKE, _TELLING)
    return alike if alike >= least and shared >= tells else 0.0
