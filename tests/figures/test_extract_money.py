"""Money: currencies by sign, code and name, with the country before them."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, texts, value

MONEY = [
    ("Debt rose by 5 billion euros to 30 billion.", "30 billion", "30000000000", "EUR"),
    ("Profit was £60m, up from 45m.", "45m", "45000000", "GBP"),
    ("The bridge cost $45.", "$45", "45", "USD"),
    ("The bridge cost $45 million.", "$45 million", "45000000", "USD"),
    ("The bridge cost $1,250.75.", "$1,250.75", "1250.75", "USD"),
    ("The bridge cost £3m.", "£3m", "3000000", "GBP"),
    ("The bridge cost $20MM.", "$20MM", "20000000", "USD"),
    ("The bridge cost 30 MUSD.", "30", "30000000", "USD"),
    ("The bridge cost MAUD 60.", "MAUD 60", "60000000", "AUD"),
    ("The bridge cost e75m.", "e75m", "75000000", "EUR"),
    ("The ticket cost 3 dollars 50 cents.", "3 dollars 50", "3.5", "USD"),
    ("The ticket cost 17 USD 25.", "17 USD 25", "17.25", "USD"),
    ("Sales rose 15% to $416 million.", "$416 million", "416000000", "USD"),
    ("The bridge cost £ 3 million.", "£ 3 million", "3000000", "GBP"),
    ("The bridge cost €41 million.", "€41 million", "41000000", "EUR"),
    ("The bridge cost 41 million euros.", "41 million", "41000000", "EUR"),
    ("The bridge cost ¥900 million.", "¥900 million", "900000000", "JPY"),
    ("The bridge cost 900 million yen.", "900 million", "900000000", "JPY"),
    ("The bridge cost Y=28,030.", "Y=28,030", "28030", "JPY"),
    ("The bridge cost US$7 million.", "US$7 million", "7000000", "USD"),
    ("The bridge cost HK$7 million.", "HK$7 million", "7000000", "HKD"),
    ("The bridge cost C$7 million.", "C$7 million", "7000000", "CAD"),
    ("The bridge cost A$7 million.", "A$7 million", "7000000", "AUD"),
    ("The bridge cost NZ$7 million.", "NZ$7 million", "7000000", "NZD"),
    ("The bridge cost NT$7 million.", "NT$7 million", "7000000", "TWD"),
    ("The bridge cost S$7 million.", "S$7 million", "7000000", "SGD"),
    ("The bridge cost R$7 million.", "R$7 million", "7000000", "BRL"),
    ("The bridge cost RM23.50.", "RM23.50", "23.5", "MYR"),
    ("The bridge cost Rs 500.", "Rs 500", "500", "INR"),
    ("The bridge cost ₹500 crore.", "₹500 crore", "5000000000", "INR"),
    ("The bridge cost 20 shekels.", "20", "20", "ILS"),
    ("The bridge cost ₪20.", "₪20", "20", "ILS"),
    ("The bridge cost 20 Canadian dollars.", "20", "20", "CAD"),
    ("The bridge cost 20 Australian dollars.", "20", "20", "AUD"),
    ("The bridge cost 20 Swiss francs.", "20", "20", "CHF"),
    ("The bridge cost 20 Hong Kong dollars.", "20", "20", "HKD"),
    ("The bridge cost 20 dollars.", "20", "20", "USD"),
    ("The bridge cost twenty dollars.", "twenty", "20", "USD"),
    ("The bridge cost twenty pounds sterling.", "twenty", "20", "GBP"),
    ("The bridge cost 20 rubles.", "20", "20", "RUB"),
    ("The bridge cost 20 roubles.", "20", "20", "RUB"),
    ("The bridge cost 20 yuan.", "20", "20", "CNY"),
    ("The bridge cost 300,000 rupees.", "300,000", "300000", "INR"),
    ("The bridge cost 300,000 Mexican pesos.", "300,000", "300000", "MXN"),
    ("The bridge cost 300 Swedish kronor.", "300", "300", "SEK"),
    ("The bridge cost 3 billion won.", "3 billion", "3000000000", "KRW"),
    ("The bridge cost USD 300.", "USD 300", "300", "USD"),
    ("The bridge cost 300 USD.", "300", "300", "USD"),
    ("The bridge cost EUR 300 million.", "EUR 300 million", "300000000", "EUR"),
    ("The bridge cost CHF 300.", "CHF 300", "300", "CHF"),
    ("The bridge cost euro110 billion.", "euro110 billion", "110000000000", "EUR"),
    ("The stamp cost 65 cents.", "65", "0.65", "USD"),
    ("The stamp cost 80 pence.", "80", "0.8", "GBP"),
    ("The grant was worth half a million dollars.", "half a million", "500000", "USD"),
    ("They own a $3.5-million yacht.", "$3.5-million", "3500000", "USD"),
    ("They own a $3.5bn yacht yard.", "$3.5bn", "3500000000", "USD"),
    ("The firm lost -$20 million.", "-$20 million", "-20000000", "USD"),
]

CONVERSIONS = [
    ("The bridge cost €41 million ($45 million).", "$45 million", "45000000"),
    ("The bridge cost 300 million yuan ($41.5 million).", "$41.5 million", "41500000"),
    ("The bridge cost $45 million (£35 million; €41 million).", "€41 million", "41000000"),
    ("The bridge cost 41 million euros (45 million dollars).", "45 million", "45000000"),
]


OWN = [
    ("Diesel rose to 1.80 euros a litre, up 15 cents.", "15", "0.15", "EUR"),
    ("Bread costs 2 euros.\n\nA roll costs 15 cents.", "15", "0.15", "EUR"),
    ("Bread costs 2 euros, or $3.\n\nIt is 2 euros in Salem too. A roll costs 15 cents.", "15", "0.15", "EUR"),
    ("Bread costs C$2. A roll costs 15 cents.", "15", "0.15", "CAD"),
    ("Bread costs $2. A roll costs 15 cents.", "15", "0.15", "USD"),
    ("Bread costs 90 yen. A roll costs 15 cents.", "15", "0.15", "USD"),
    ("The watch costs 5,000 Czech crowns.\n\nThe strap costs 214 crowns.", "214", "214", "CZK"),
    ("The watch costs 5,000 Egyptian pounds. The strap costs 214 pounds.", "214", "214", "EGP"),
    ("The watch costs £5,000. The strap costs 214 pounds.", "214", "214", "GBP"),
    ("Oil cost 90 Canadian dollars, then 80 dollars.", "80", "80", "CAD"),
]

NOT_OWN = [
    ("The strap costs 214 crowns.", "214", "count", "crown"),
    ("The watch costs 8,000 Egyptian pounds. A bag of weight 20 pounds fell.", "20", "measure", "pound"),
    ("The watch costs £50 or 80 euros.", "80", "money", "EUR"),
]


@pytest.mark.parametrize(("text", "number", "expected", "currency"), OWN)
def test_a_bare_name_is_of_the_texts_own_money(text: str, number: str, expected: str, currency: str) -> None:
    found = figure(text, number)
    assert (found.kind, value(found), found.amount.unit) == ("money", expected, currency)


@pytest.mark.parametrize(("text", "number", "kind", "unit"), NOT_OWN)
def test_a_bare_name_is_nobodys_where_no_money_tells(text: str, number: str, kind: str, unit: str) -> None:
    found = figure(text, number)
    assert (found.kind, found.amount.unit) == (kind, unit)


@pytest.mark.parametrize(("sentence", "number", "expected", "currency"), MONEY)
def test_money_has_value_and_currency(sentence: str, number: str, expected: str, currency: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found), found.amount.unit) == ("money", expected, currency)


@pytest.mark.parametrize(("sentence", "number", "expected"), CONVERSIONS)
def test_a_conversion_in_brackets_is_not_negative(sentence: str, number: str, expected: str) -> None:
    assert value(figure(sentence, number)) == expected


def test_both_sums_of_a_conversion_are_figures() -> None:
    assert texts("The bridge cost 300 million yuan ($41.5 million).") == ["300 million", "$41.5 million"]


def test_a_currency_name_is_the_span_of_the_unit_and_not_of_the_number() -> None:
    sentence = "The bridge cost 20 Canadian dollars."
    unit = figure(sentence, "20").unit_span
    assert unit is not None
    assert unit.quote(sentence) == "Canadian dollars"
