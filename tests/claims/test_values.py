"""When two figures say one number: after conversion, and after the rounding that the wording shows."""

from __future__ import annotations

import pytest
from hypothesis import given

from factcheck.claims.values import same_value
from factcheck.model import Amount
from tests.claims.builders import amounts, exactly, mention, saying


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("12 people", "12 people"),
        ("nine people", "9 people"),
        ("a dozen people", "12 people"),
        ("0 people", "no fewer than 0 people"),
        ("dozens of people", "dozens of people"),
        ("more than 100,000 troops", "100,000 troops"),
        ("40 percent", "40 per cent"),
        ("2.0 percent", "2 percent"),
        ("10 kilometers", "6 miles"),
        ("260 km", "160 miles"),
        ("about 10 miles", "15 km"),
        ("5 tonnes", "5,000 kilograms"),
        ("10 bcm", "10 billion cubic metres"),
        ("60 mph", "97 kilometers per hour"),
        ("half an hour", "30 minutes"),
        ("$108 million", "$108m"),
        ("$1.5 trillion", "$1,500 billion"),
        ("$13.2bn", "$13bn"),
        ("4 March 2024", "March 4, 2024"),
        ("2024-03-04", "4 March 2024"),
        ("yesterday", "5 March 2024"),
        ("8 p.m.", "20:00"),
        ("8 p.m. GMT", "20:00 GMT"),
        ("31-24", "31-24"),
    ],
)
def test_one_value(one: str, two: str) -> None:
    assert same_value(mention(one), mention(two, "d2"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("12 people", "13 people"),
        ("312 people", "321 people"),
        ("dozens of people", "50 people"),
        ("three or four people", "4 people"),
        ("12,300 people", "12,000 people"),
        ("40 percent", "41 percent"),
        ("40 percent", "0.4 percent"),
        ("10 kilometers", "7 miles"),
        ("10 kilometers", "10 miles"),
        ("5 tonnes", "5 kilometers"),
        ("5 tonnes", "500 kilograms"),
        ("$13.2bn", "$14bn"),
        ("$13bn", "$13m"),
        ("$5 million", "€5 million"),
        ("4 March 2024", "5 March 2024"),
        ("4 March 2024", "March 2024"),
        ("8 p.m.", "8 a.m."),
        ("20:00 GMT", "20:00 EST"),
        ("31-24", "31-28"),
    ],
)
def test_two_values(one: str, two: str) -> None:
    assert not same_value(mention(one), mention(two, "d2"))


@given(amounts("kilometer", "mile"), amounts("kilometer", "mile"))
def test_it_is_symmetric(one: Amount, two: Amount) -> None:
    a, b = saying(one), saying(two, "d2")
    assert same_value(a, b) is same_value(b, a)


@given(amounts("kilometer", "mile", "USD", "person"))
def test_every_amount_is_its_own_value(amount: Amount) -> None:
    assert same_value(saying(amount), saying(amount, "d2"))


@given(amounts("kilometer"))
def test_ten_times_as_much_is_another_value(amount: Amount) -> None:
    assert amount.value.low is not None
    tenfold = exactly(amount.value.low * 10)
    assert not same_value(saying(amount), saying(tenfold, "d2"))
