"""The figures of a claim by the value that they support, and how far the sides stand apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from factcheck.claims.converting import in_unit_of
from factcheck.claims.exchange import drifted
from factcheck.claims.mentions import Mention, Sister
from factcheck.claims.values import converted, opposed, same_value
from factcheck.model import Amount


def sides(members: Sequence[Mention], origins: Sequence[int] = ()) -> list[list[Mention]]:
    """Members with one value together, conversions with what they convert, the best supported side first.

    That is the one with most independent texts, by the `origins` of the members; of equals the one with most documents.
    """
    sentences: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for member in members:
        sentences[member.sentence].append(member)
    sides_: list[_Side] = []
    for member in sorted(members, key=lambda m: (not _converts(m, sentences[m.sentence]), *_size(m))):
        home = next((side for side in sides_ if side.holds(member)), None)
        if home is None:
            sides_.append(home := _Side())
        home.add(member)
    found = [side.members for side in sides_]
    origin = dict(zip((m.figure.id for m in members), origins, strict=False))
    return sorted(found, key=lambda side: (-_texts(side, origin), -_documents(side), -len(side), _key(side[0])))


def _texts(side: Sequence[Mention], origin: Mapping[str, int]) -> int:
    """Independent texts; 0 where nothing is known of them."""
    return len({origin[m.figure.id] for m in side if m.figure.id in origin})


def _documents(side: Sequence[Mention]) -> int:
    return len({m.document.id for m in side})


class _Side:
    """Figures of one side, in their order; what is asked of each of them is asked once of those that say one thing."""

    def __init__(self) -> None:
        self.members: list[Mention] = []
        self._said: set[Sister] = set()
        self._amounts: dict[tuple[str, str, Amount], Mention] = {}
        self._sentences: dict[tuple[str, int], list[Mention]] = defaultdict(list)

    def add(self, member: Mention) -> None:
        self.members.append(member)
        self._said.add(member.said)
        self._amounts.setdefault((member.figure.kind, member.dimension, member.figure.amount), member)
        self._sentences[member.sentence].append(member)

    def holds(self, member: Mention) -> bool:
        """Whether a figure says what the side says: as its first figure, or as a conversion that it holds."""
        others = self._amounts.values()
        if member.said in self._said or _converts(member, self._sentences.get(member.sentence, ())):
            return not any(opposed(m, member) or _other_rate(m, member) for m in others)
        return same_value(self.members[0], member) and not any(opposed(m, member) for m in others)


def _converts(member: Mention, beside: Iterable[Mention]) -> bool:
    """Whether a figure is the conversion of one of its sentence, or that its own."""
    return any(converted(member, other) for other in beside)


def _other_rate(a: Mention, b: Mention) -> bool:
    """Whether two conversions of one sum say two: "110 billion euros" is "$141 billion" here, "$158 billion" there."""
    if a.dimension != "money" or a.figure.amount.unit != b.figure.amount.unit:
        return False
    return not drifted(a, b)


def _size(mention: Mention) -> tuple[bool, str, Decimal, bool, str, int]:
    """By value, so that the sides do not depend on the order of the documents; the exact figure speaks for its side."""
    low, amount = mention.value.low, mention.figure.amount
    return low is None, amount.unit, low or Decimal(0), amount.bound != "exact", *_key(mention)


def _key(mention: Mention) -> tuple[str, int]:
    return mention.document.id, mention.figure.span.start


def gap(found: Sequence[Sequence[Mention]]) -> Decimal | None:
    """The largest value over the smallest, in one unit; None where a side has no positive number, and of times."""
    values = []
    first = found[0][0]
    if first.figure.kind in ("date", "time"):
        return None
    for side in found:
        inside = in_unit_of(side[0], first, side[0].value)
        if inside is None or inside.low is None or inside.high is None or inside.low <= 0:
            continue
        values.append((inside.low + inside.high) / 2)
    return max(values) / min(values) if len(values) > 1 else None
