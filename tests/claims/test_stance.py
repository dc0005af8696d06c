"""How two figures of one claim stand to each other: agree, compatible, update, conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.stance import stand, worst
from factcheck.claims.standing import Standing
from factcheck.model import Amount, Interval, Stance
from tests.claims.builders import amounts, mention, saying

ROWS: list[tuple[str, str, Stance]] = [
    ("12 people", "twelve people", "agree"),
    ("about 50 people", "48 people", "agree"),
    ("12,300 people", "about 12,000 people", "agree"),
    ("10 kilometers", "6 miles", "agree"),
    ("$13.2bn", "$13bn", "agree"),
    ("8 p.m.", "20:00", "agree"),
    ("4 March 2024", "Monday, 4 March 2024", "agree"),
    ("at least five people", "11 people", "compatible"),
    ("more than 100,000 troops", "about 130,000 troops", "compatible"),
    ("up to 200 people", "150 people", "compatible"),
    ("dozens of people", "50 people", "compatible"),
    ("three or four people", "4 people", "compatible"),
    ("between 3 and 5 people", "4 people", "compatible"),
    ("4 March 2024", "March 2024", "agree"),
    ("20:00 GMT", "21:00", "compatible"),
    ("around 8 p.m.", "20:10", "compatible"),
    ("12 people", "13 people", "conflict"),
    ("about 50 people", "60 people", "conflict"),
    ("more than 60,000 people", "about 40,000 people", "conflict"),
    ("up to 200 people", "250 people", "conflict"),
    ("dozens of people", "400 people", "conflict"),
    ("three to five people", "seven people", "conflict"),
    ("magnitude 5.9", "magnitude 6.1", "conflict"),
    ("55 kilometers", "72 kilometers", "conflict"),
    ("10 kilometers", "10 miles", "conflict"),
    ("4 March 2024", "5 March 2024", "conflict"),
    ("8 p.m.", "8:30 p.m.", "conflict"),
    ("$52.5 million", "A$52.5 million", "agree"),
    ("$52.5 million", "US$40.4 million", "conflict"),
    ("30 billion euros", "$40 billion", "agree"),
    ("several people", "two people", "compatible"),
    ("8 a.m. GMT", "3 a.m. EST", "agree"),
    ("11 p.m. EST", "0400 GMT", "agree"),
    ("8 a.m. GMT", "4 a.m. EST", "conflict"),
    ("8 a.m. EST", "8 a.m. PST", "conflict"),
    ("8 a.m. local time", "0800 GMT", "conflict"),
    ("8 a.m. local time", "1300 GMT", "compatible"),
    ("8 a.m.", "0800 GMT", "compatible"),
    ("8:40 p.m.", "8:39 p.m.", "agree"),
    ("8:41 p.m.", "8:39 p.m.", "conflict"),
    ("a few minutes", "a few hours", "compatible"),
]
PARTIAL: list[tuple[str, str, Stance]] = [
    ("19 November", "18 November", "conflict"),
    ("November", "December", "conflict"),
    ("Saturday", "Sunday", "conflict"),
    ("Saturday", "6 December", "agree"),
    ("4 March 2024", "Tuesday", "conflict"),
    ("4 March 2024", "Monday", "agree"),
    ("April 2024", "20 March", "conflict"),
    ("20 March", "March 2024", "agree"),
    ("in 2023", "in March", "agree"),
]


@pytest.mark.parametrize(("one", "two", "stance"), ROWS)
def test_two_figures(one: str, two: str, stance: Stance) -> None:
    a, b = mention(one), mention(two, "d2")
    assert (stand(a, b).stance, stand(b, a).stance) == (stance, stance)


@pytest.mark.parametrize(("one", "two", "stance"), PARTIAL)
def test_dates_without_a_day_of_publication(one: str, two: str, stance: Stance) -> None:
    a, b = mention(one, "d1", None), mention(two, "d2", None)
    assert (stand(a, b).stance, stand(b, a).stance) == (stance, stance)


@pytest.mark.parametrize(
    ("one", "two"), [("today", "today"), ("last night", "yesterday"), ("this week", "a month ago")]
)
def test_days_told_only_from_the_day_of_publication(one: str, two: str) -> None:
    a, b = mention(f"It opened {one}.", "d1", date(2024, 3, 4)), mention(f"It opened {two}.", "d2", date(2024, 3, 7))
    assert stand(a, b).stance != "conflict"


@pytest.mark.parametrize(
    ("one", "two", "days", "stance"),
    [
        ("on Saturday", "on Saturday, 2 March 2024", (date(2024, 3, 4), date(2024, 3, 4)), "agree"),
        ("on Saturday", "on Saturday, 2 March 2024", (date(2024, 3, 11), date(2024, 3, 4)), "agree"),
        ("on Saturday", "on Saturday, 2 March 2024", (date(2024, 5, 6), date(2024, 3, 4)), "conflict"),
        ("on Saturday", "on Friday", (date(2024, 3, 4), date(2024, 3, 4)), "conflict"),
        ("on Saturday", "on 1 March", (date(2024, 3, 4), date(2024, 3, 4)), "conflict"),
        ("on 20 January", "on 20 January 2022", (date(2024, 3, 4), date(2024, 3, 4)), "agree"),
        ("on 20 January", "on 21 January 2022", (date(2024, 3, 4), date(2024, 3, 4)), "conflict"),
        ("on 20 January", "in 2022", (date(2024, 3, 4), date(2024, 3, 4)), "agree"),
        ("on Thursday", "on 20 January", (date(2022, 1, 22), date(2024, 3, 4)), "agree"),
        ("yesterday", "on Saturday", (date(2024, 3, 4), date(2024, 3, 4)), "conflict"),
        ("12 weeks ago", "six weeks ago", (date(2024, 3, 4), date(2024, 3, 4)), "conflict"),
    ],
)
def test_what_is_reckoned_from_publication_is_no_conflict(
    one: str, two: str, days: tuple[date, date], stance: Stance
) -> None:
    a, b = mention(f"It opened {one}.", "d1", days[0]), mention(f"It opened {two}.", "d2", days[1])
    assert (stand(a, b).stance, stand(b, a).stance) == (stance, stance)


@pytest.mark.parametrize(
    ("early", "late", "stance"),
    [
        ("Initially 40 pumps were counted.", "The crew counted 52 pumps.", "update"),
        ("The crew counted 40 pumps.", "The number of pumps was revised to 52.", "update"),
        ("The crew counted 40 pumps.", "The crew counted 52 pumps.", "conflict"),
        ("The crew, initially slow, counted 40 pumps.", "The crew counted 52 pumps.", "conflict"),
    ],
)
def test_the_wording_tells_a_later_figure(early: str, late: str, stance: Stance) -> None:
    a, b = mention(early, "d1"), mention(late, "d2")
    assert (stand(a, b).stance, stand(b, a).stance) == (stance, stance)


@pytest.mark.parametrize(
    ("first", "second", "stance"),
    [
        (date(2024, 3, 4), date(2024, 9, 1), "update"),
        (date(2024, 3, 4), date(2024, 3, 4), "conflict"),
        (date(2021, 3, 4), date(2024, 9, 1), "conflict"),
    ],
    ids=["a birthday lies between", "one day", "three years on"],
)
def test_people_grow_older(first: date, second: date, stance: Stance) -> None:
    a, b = mention("Ms. Orme, 54, resigned.", "d1", first), mention("Ms. Orme, 55, resigned.", "d2", second)
    assert stand(a, b).stance == stance


MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)


@pytest.mark.parametrize(
    ("earlier", "later", "days", "stance"),
    [
        ("The flood killed nine people.", "The flood killed 14 people.", (MONDAY, TUESDAY), "update"),
        ("The flood killed 14 people.", "The flood killed nine people.", (MONDAY, TUESDAY), "conflict"),
        ("The flood killed nine people.", "The flood killed 14 people.", (MONDAY, MONDAY), "conflict"),
        ("The flood killed nine people.", "The flood killed 14 people.", (None, TUESDAY), "conflict"),
        ("The flood killed at least nine people.", "The flood killed 14 people.", (MONDAY, TUESDAY), "update"),
        ("The flood killed at most 20 people.", "The flood killed 24 people.", (MONDAY, TUESDAY), "conflict"),
        ("The flood killed up to 20 people.", "The flood killed 14 people.", (MONDAY, TUESDAY), "compatible"),
        ("The quake had a magnitude of 5.9.", "The quake had a magnitude of 6.4.", (MONDAY, TUESDAY), "conflict"),
    ],
    ids=[
        "a toll grows",
        "a toll shrinks",
        "one day",
        "no day",
        "a toll grows past its bound",
        "an upper bound does not grow",
        "an upper bound leaves room",
        "a magnitude does not grow",
    ],
)
def test_a_later_report(earlier: str, later: str, days: tuple[date | None, date], stance: Stance) -> None:
    found = stand(mention(earlier, "d1", days[0]), mention(later, "d2", days[1]))
    assert found.stance == stance
    assert any("2024-03-05" in reason for reason in found.reasons) is (stance == "update")


def test_one_document_does_not_update_itself() -> None:
    first, second = mention("The flood killed nine people."), mention("The flood killed 14 people.")
    assert stand(first, second).stance == "conflict"


@pytest.mark.parametrize(
    ("one", "two", "word"),
    [
        ("dozens of people", "50 people", "vague"),
        ("at least five people", "11 people", "bound"),
        ("between 3 and 5 people", "4 people", "range"),
        ("about 50 people", "48 people", "rounding"),
        ("4 March 2024", "March 2024", "date"),
        ("20:00 GMT", "21:00", "zone"),
    ],
)
def test_the_reason_says_what_reconciles(one: str, two: str, word: str) -> None:
    assert any(word in reason for reason in stand(mention(one), mention(two, "d2")).reasons)


@given(amounts("kilometer", "mile"), amounts("kilometer", "mile"))
def test_the_stance_is_symmetric(one: Amount, two: Amount) -> None:
    a, b = saying(one), saying(two, "d2")
    assert stand(a, b).stance == stand(b, a).stance


def in_unit(amount: Amount, unit: str, factor: str) -> Amount:
    """The same length written in another unit."""
    times = Decimal(factor)
    value, precise, step = amount.value.scaled(times), amount.precise.scaled(times), amount.step * times
    return replace(amount, value=value, precise=precise, step=step, unit=unit)


@given(amounts("kilometer"), amounts("kilometer"), st.sampled_from((("meter", "1000"), ("mile", "0.625"))))
def test_the_unit_does_not_matter(one: Amount, two: Amount, other: tuple[str, str]) -> None:
    stance = stand(saying(one), saying(two, "d2")).stance
    assert stand(saying(in_unit(one, *other)), saying(in_unit(two, *other), "d2")).stance == stance


def about(amount: Amount, share: Decimal) -> Amount:
    """The amount as a wording with more room gives it; an open end stays open."""
    bound = "about" if amount.bound == "exact" else amount.bound
    return replace(amount, precise=amount.precise.widened(share), bound=bound)


@given(amounts("kilometer", "mile"), amounts("kilometer", "mile"), st.decimals(0, 1, places=2))
def test_more_room_never_makes_a_conflict(one: Amount, two: Amount, share: Decimal) -> None:
    before = stand(saying(one), saying(two, "d2")).stance
    after = stand(saying(about(one, share)), saying(two, "d2")).stance
    assert after != "conflict" or before == "conflict"


@given(amounts("kilometer"))
def test_an_open_end_leaves_room_for_more(amount: Amount) -> None:
    assert amount.value.low is not None
    least = replace(amount, bound="at_least", precise=Interval(amount.value.low, None))
    more = replace(amount, value=amount.value.scaled(Decimal(3)), precise=amount.precise.scaled(Decimal(3)))
    assert stand(saying(least), saying(replace(more, bound="at_least"), "d2")).stance == "compatible"


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        ([], Standing("agree")),
        ([Standing("agree", ("a",)), Standing("compatible", ("b",))], Standing("compatible", ("b",))),
        ([Standing("conflict"), Standing("update", ("a",))], Standing("conflict")),
        ([Standing("update", ("a",)), Standing("compatible", ("b",))], Standing("update", ("a",))),
        ([Standing("update", ("b",)), Standing("update", ("a",))] * 2, Standing("update", ("b", "a"))),
    ],
)
def test_the_worst_of_a_claim(stances: list[Standing], expected: Standing) -> None:
    assert worst(stances) == expected
