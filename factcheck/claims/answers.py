"""The figures of sources that may answer to a draft's: how well their words fit, and what they say of its value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.claims import evidence
from factcheck.claims.mentions import Mention
from factcheck.claims.nearby import same_number
from factcheck.claims.objections import objection
from factcheck.claims.origins import origins
from factcheck.claims.rarity import Rarities
from factcheck.claims.roles import Sentences
from factcheck.claims.saying import Saying, says
from factcheck.claims.slips import slips
from factcheck.claims.weights import Weights, total
from factcheck.model import Claim

_OF_VALUE = frozenset(
    ("same_value", "value_far", "bias", "same_document", "published_apart", "headline", "place_in_text")
)
"""Evidence that tells nothing of whether two figures speak of one thing, or that a draft has by its nature."""
_SLIPPED = 1.5
"""How much a known slip (another unit, transposed digits) outweighs that the value is far off."""
_DECIDED = 100.0
"""The fit of a figure of which an editor said that it is the same thing: better than any evidence."""
_MOST = 60
"""Candidates that are weighed for a figure, of its value and of others: those that share the most words with it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well the words of two figures fit, and the same with what speaks against a value that is far off."""

    words: float
    likely: float


@dataclass(frozen=True)
class Answer:
    """A source's figure as an answer to a draft's: how well it fits, and how it gives the value."""

    source: Mention
    fit: Fit
    saying: Saying | None


@dataclass(frozen=True)
class Known:
    """What a draft is laid beside: the sources' figures and claims by the ids of figures, and how words are weighed."""

    claims: Mapping[str, Claim]
    sources: Mapping[str, Mention]
    rarities: Rarities
    weights: Weights
    sentences: Sentences
    asked: frozenset[str]
    counted: dict[tuple[str, ...], int] = field(default_factory=dict)
    """Independent texts behind groups of figures that were asked for: many figures rest on one group."""

    @classmethod
    def of(
        cls,
        drafts: Sequence[Mention],
        sources: Sequence[Mention],
        claims: Sequence[Claim],
        rarities: Rarities,
        weights: Weights,
    ) -> Known:
        sentences: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for mention in (*drafts, *sources):
            sentences[mention.sentence].append(mention)
        held = {figure: claim for claim in claims for figure in claim.figures}
        return cls(held, {m.figure.id: m for m in sources}, rarities, weights, sentences, _asked(weights))

    def independent(self, backing: Sequence[Mention]) -> int:
        """How many independent texts stand behind some of the sources' figures."""
        ids = tuple(m.figure.id for m in backing)
        if ids not in self.counted:
            self.counted[ids] = len(set(origins(backing)))
        return self.counted[ids]

    def fit(self, draft: Mention, source: Mention) -> Fit:
        """How well the words of two figures fit."""
        table = self.weights.pair(draft.dimension)
        found = evidence.features(draft, source, self.rarities, self.asked)
        words = {name: weight for name, weight in table.items() if name not in _OF_VALUE}
        fit = total(found, words)
        return Fit(fit, fit + table.get("value_far", 0.0) * found.get("value_far", 0.0))


def answers_to(draft: Mention, known: Known) -> list[Answer]:
    """The figures of the sources of the same value, and those of the same thing, the best fit first.

    Where an editor put some of them together with the draft's, they alone may answer.
    """
    put = [known.sources[name] for name in sorted(draft.together) if name in known.sources]
    if put:
        return [Answer(source, Fit(_DECIDED, _DECIDED), _saying(draft, source)) for source in put]
    alike: list[tuple[Mention, Saying | None]] = []
    other: list[tuple[Mention, Saying | None]] = []
    for source in known.sources.values():
        if source.figure.id in draft.apart:
            continue
        saying = _saying(draft, source)
        if saying:
            alike.append((source, saying))
        elif source.dimension == draft.dimension and _akin(draft, source):
            other.append((source, None))
    found = [*_nearest(draft, alike), *_nearest(draft, other)]
    fitted = [Answer(source, known.fit(draft, source), saying) for source, saying in found]
    return sorted(fitted, key=lambda a: -a.fit.words)


def _saying(draft: Mention, source: Mention) -> Saying | None:
    return "same" if same_number(draft, source) else says(draft, source)


def _nearest(draft: Mention, found: list[tuple[Mention, Saying | None]]) -> list[tuple[Mention, Saying | None]]:
    if len(found) <= _MOST:
        return found
    return sorted(found, key=lambda item: -len(draft.window & item[0].window))[:_MOST]


def _asked(weights: Weights) -> frozenset[str]:
    return weights.asked("pair") - (_OF_VALUE - {"value_far", "same_value"})


def _akin(draft: Mention, source: Mention) -> bool:
    """Whether a figure of another value shares words with the draft's, and nothing keeps the two apart."""
    if draft.window.isdisjoint(source.window) or objection(draft, source) is not None:
        return False
    counted = draft.figure.kind == "count"  # what money or a length is of is read less surely than what is counted
    return not (counted and evidence.subjects_differ(draft, source))


def likely(draft: Mention, answer: Answer) -> float:
    """How likely the draft means the source's figure; one that a slip turns into the draft's is likelier."""
    slipped = draft.figure.kind not in ("date", "time") and any(slips(draft, answer.source))
    return answer.fit.likely + (_SLIPPED if slipped else 0.0)
