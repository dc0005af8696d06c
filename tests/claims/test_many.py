"""Claims of many figures: they come out as if each figure were laid beside each other one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

import pytest

from factcheck.claims.mentions import Mention
from factcheck.claims.origins import origins
from factcheck.claims.overall import standing
from factcheck.claims.sides import sides
from factcheck.claims.stance import stand, worst
from factcheck.claims.standing import Standing
from factcheck.model import Copied
from tests.claims.builders import mention

WORDS = "harbour gravel lantern copper meadow signal barrel orchard ribbon thunder velvet walnut".split()


def printed(outlets: int, told: Sequence[str], copies: Mapping[int, str]) -> list[Mention]:
    """One sentence of several outlets with one number after the other; a later number is of a later day.

    `copies` are the outlets that print it from another one.
    """
    dated = []
    for n in range(outlets):
        one = mention(f"The flood in the old harbour of Elsin killed [{told[n % len(told)]}] on Monday.", f"d{n}")
        day = date(2024, 3, 1) + timedelta(days=n % len(told))
        copied = (Copied(one.figure.context.sentence, copies[n]),) if n in copies else ()
        dated.append(replace(one, document=replace(one.document, published=day, copied=copied)))
    return dated


def one_by_one(found: Sequence[Sequence[Mention]]) -> Standing:
    pairs = [stand(a, b) for one, two in combinations(found, 2) for a, b in product(one, two)]
    return worst(pairs) if pairs else Standing("agree")


@pytest.mark.parametrize(
    ("told", "copies"),
    [
        (["12 people"], {}),
        (["12 people", "14 people", "14 people"], {}),
        (["12 people", "about 12 people", "more than 10 people", "dozens of people"], {}),
        (["14 people", "12 people", "21 people", "13 people"], {3: "d0", 5: "d0"}),
        (["about 104 people", "about 100 people"], {3: "d8"}),
    ],
    ids=["one number", "a toll that grew", "bounds", "several", "one copy that changed the number"],
)
def test_the_stance_is_that_of_all_pairs(told: list[str], copies: Mapping[int, str]) -> None:
    found = sides(printed(24, told, copies))
    assert standing(found) == one_by_one(found)


def chained(n: int) -> str:
    """A sentence that shares ten of twelve words with the next one's, and fewer with all others'."""
    return " ".join(WORDS[k % 12] + str((n + k) // 12) for k in range(12))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([chained(n) for n in range(30)], (0,) * 30),
        ([chained(n) for n in range(0, 300, 10)], tuple(range(30))),
        ([chained(n) for k in range(15) for n in (40 * k, 40 * k + 1)], tuple(n // 2 * 2 for n in range(30))),
        (["Five died."] * 30, tuple(range(30))),
    ],
    ids=["each copies the last", "none copies another", "pairs", "too short to tell"],
)
def test_copies_among_many_sentences(texts: list[str], expected: tuple[int, ...]) -> None:
    assert origins([mention(f"[214] people, {text}.", f"d{n}") for n, text in enumerate(texts)]) == expected
