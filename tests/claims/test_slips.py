"""The slip that turns one figure into another is named, and nothing is named where none does."""

from __future__ import annotations

import pytest

from factcheck.claims.slips import slips
from tests.claims.builders import mention

SLIPS = [
    ("The pipe carries 12 bcm of gas", "The pipe carries 1.2 bcm of gas", "ten times"),
    ("The budget is $4 billion", "The budget is $4 million", "a thousand times"),
    ("The mine has 5,312 workers", "The mine has 5,132 workers", "transposed"),
    ("The town has 48,210 inhabitants", "The town has 48,290 inhabitants", "one digit differs"),
    ("The dam is 55 miles away", "The dam is 55 km away", "one of the units"),
    ("The road is 100 km long", "The road is 62 km long", "kilometer"),
    ("The vote is on 4 May 2021", "The vote is on 5 May 2021", "one day apart"),
    ("The vote is on 4 May 2021", "The vote is on 11 May 2021", "same weekday"),
    ("The plant burned on 4 May 2021", "The plant burned on 4 May 2020", "one year apart"),
    ("The train left at 8 a.m.", "The train left at 11 a.m.", "3 hours apart"),
]

CLEAN = [
    ("The mine has 5,312 workers", "The mine has 6,007 workers"),
    ("The budget is $4 billion", "The budget is $5 billion"),
    ("The vote is on 4 May 2021", "The vote is on 9 June 2021"),
    ("The train left at 8 a.m.", "The train left at 8:20 a.m."),
    ("The train left at 0800 GMT", "The train left at 1100 GMT"),
    ("Four wells were shut", "Five wells were shut"),
    ("Dozens of wells were shut", "Five wells were shut"),
]


@pytest.mark.parametrize(("a", "b", "named"), SLIPS)
def test_the_slip_is_named_either_way_round(a: str, b: str, named: str) -> None:
    assert any(named in words for words in slips(mention(a), mention(b)))
    assert any(named in words for words in slips(mention(b, "d2"), mention(a, "d2")))


@pytest.mark.parametrize(("a", "b"), CLEAN)
def test_no_slip_is_named_where_none_explains_the_difference(a: str, b: str) -> None:
    assert list(slips(mention(a), mention(b))) == []
