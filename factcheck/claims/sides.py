"""The figures of a claim by the value that they support, and how far the sides stand apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.claims.converting import in_unit_of
from factcheck.claims.exchange import drifted
from factcheck.claims.mentions import Mention
from factcheck.claims.values import converted, opposed, same_value


def sides(members: Sequence[Mention], origins: Sequence[int] = ()) -> list[list[Mention]]:
    """Members with one value together, conversions with what they convert, the best supported side first.

    That is the one with most independent texts, by the `origins` of the members; of equals the one with most documents.
    """
    found: list[list[Mention]] = []
    for member in sorted(members, key=lambda m: (not any(converted(m, other) for other in members), *_size(m))):
        home = next((side for side in found if _belongs(member, side)), None)
        if home is None:
            found.append([member])
        else:
            home.append(member)
    origin = dict(zip((m.figure.id for m in members), origins, strict=False))
    return sorted(found, key=lambda side: (-_texts(side, origin), -_documents(side), -len(side), _key(side[0])))


def _texts(side: Sequence[Mention], origin: Mapping[str, int]) -> int:
    """Independent texts; 0 where nothing is known of them."""
    return len({origin[m.figure.id] for m in side if m.figure.id in origin})


def _documents(side: Sequence[Mention]) -> int:
    return len({m.document.id for m in side})


def _belongs(member: Mention, side: Sequence[Mention]) -> bool:
    """Whether a figure says what the side says: as its first figure, or as a conversion that it holds."""
    if any(converted(m, member) or m.said == member.said for m in side):
        return not any(opposed(m, member) or _other_rate(m, member) for m in side)
    return same_value(side[0], member) and not any(opposed(m, member) for m in side)


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
