"""Which currency stands before or after a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.units import currency_after, currency_before, namesakes
from factcheck.units.currencies import currencies, parse

BEFORE = [
    # text up to the number, the number, code, symbol as written
    ("paid ", "$5", "USD", "$"),
    ("paid ", "US$5", "USD", "US$"),
    ("paid ", "US $5", "USD", "US $"),
    ("paid ", "US\u00a0$5", "USD", "US\u00a0$"),
    ("paid ", "US$ 5", "USD", "US$ "),
    ("paid ", "U.S.$5", "USD", "U.S.$"),
    ("paid ", "$\u00a05", "USD", "$\u00a0"),
    ("", "$5", "USD", "$"),
    ("(", "£5", "GBP", "£"),
    ("worth ", "NT $5", "TWD", "NT $"),
    ("worth ", "HK$5", "HKD", "HK$"),
    ("worth ", "C$5", "CAD", "C$"),
    ("worth ", "AU$5", "AUD", "AU$"),
    ("an iPhone for ", "R$5", "BRL", "R$"),
    ("a ", "RM 5", "MYR", "RM "),
    ("a ", "RM5", "MYR", "RM"),
    ("a ", "Rs. 500", "INR", "Rs. "),
    ("a ", "₹500", "INR", "₹"),
    ("a ", "Y=500", "JPY", "Y="),
    ("a ", "euro110 billion", "EUR", "euro"),
    ("a ", "EUR 110", "EUR", "EUR "),
    ("a ", "Sfr20", "CHF", "Sfr"),
    ("a ", "Dh500", "AED", "Dh"),
    ("a ", "KSh500", "KES", "KSh"),
    ("A ", "$5", "USD", "$"),
    ("a ", "R20,000", "ZAR", "R"),
    ("a ", "R5bn", "ZAR", "R"),
    ("a ", "R 5 billion", "ZAR", "R "),
    ("a ", "N1.5 trillion", "NGN", "N"),
    ("a ", "COP 26 million", "COP", "COP "),
]

NOT_BEFORE = [
    ("5", 0),
    ("the number 5", 11),
    ("the farm 5", 9),
    ("the faRM 5", 9),
    ("MARK 5", 5),
    ("the Euro 5 norm", 9),
    ("an N95 mask", 4),
    ("an N 95 mask", 5),
    ("the K2", 5),
    ("R2-D2", 1),
    ("at COP 26", 7),
    ("$  5", 3),
    ("$\n5", 2),
    ("SR 520", 3),
]

AFTER = [
    ("dollars", "USD", 1, "1"),
    ("US dollars in", "USD", 2, "1"),
    ("U.S. dollars", "USD", 2, "1"),
    ("U.S . dollars", "USD", 3, "1"),
    ("Canadian dollars", "CAD", 2, "1"),
    ("Hong Kong dollars", "HKD", 3, "1"),
    ("euros", "EUR", 1, "1"),
    ("- euro", "EUR", 2, "1"),
    ("Euro", "EUR", 1, "1"),
    ("€", "EUR", 1, "1"),
    ("€ a month", "EUR", 1, "1"),
    ("US$", "USD", 1, "1"),
    ("RM", "MYR", 1, "1"),
    ("pounds", "GBP", 1, "1"),
    ("pounds sterling", "GBP", 2, "1"),
    ("yuan", "CNY", 1, "1"),
    ("Norwegian crowns", "NOK", 2, "1"),
    ("kroner", "NOK", 1, "1"),
    ("Danish kroner", "DKK", 2, "1"),
    ("shekels", "ILS", 1, "1"),
    ("cents a share", "USD", 1, "0.01"),
    ("euro cents", "EUR", 2, "0.01"),
    ("pence", "GBP", 1, "0.01"),
    ("p", "GBP", 1, "0.01"),
    ("Kuwaiti fils", "KWD", 2, "0.001"),
]

NOT_AFTER = [
    "",
    "people",
    "euro zone countries",
    "eurozone members",
    "dollar stores",
    "p . m .",
    "p.m.",
    "C",
    "$ 20 bills",
]


@pytest.mark.parametrize(("lead", "sum_", "code", "symbol"), BEFORE)
def test_symbol_before_a_number(lead: str, sum_: str, code: str, symbol: str) -> None:
    assert currency_before(f"{lead}{sum_} or so", len(lead) + len(symbol)) == (code, len(lead))


@pytest.mark.parametrize(("text", "end"), NOT_BEFORE)
def test_no_symbol_before_a_number(text: str, end: int) -> None:
    assert text[end].isdigit()
    assert currency_before(text, end) is None


@settings(deadline=None)  # the first example reads the tables
@given(st.text(alphabet="USR$RMp€N .5,\u00a0m", max_size=12), st.integers(0, 12))
def test_a_symbol_ends_where_the_number_starts(text: str, end: int) -> None:
    found = currency_before(text, min(end, len(text)))
    assert found is None or found[0] in currencies().written
    assert found is None or text[found[1] : end].strip().replace("\u00a0", " ") in currencies().symbols


@pytest.mark.parametrize(("text", "code", "count", "part"), AFTER)
def test_name_after_a_number(text: str, code: str, count: int, part: str) -> None:
    assert currency_after(text.split()) == (code, count, Decimal(part))


@pytest.mark.parametrize("text", NOT_AFTER)
def test_no_name_after_a_number(text: str) -> None:
    assert currency_after(text.split()) is None


def test_every_currency_is_found_by_the_name_that_a_report_writes() -> None:
    lost = [
        code
        for code, name in currencies().written.items()
        if currency_after(name.plural.split()) != (code, len(name.plural.split()), Decimal(1))
    ]
    assert lost == []


def test_every_symbol_is_found_before_a_sum() -> None:
    wrong = {
        s for s, known in currencies().symbols.items() if currency_before(f"{s}5 million", len(s)) != (known.code, 0)
    }
    assert wrong == set()


def test_the_currencies_of_world_news_are_there() -> None:
    codes = currencies().written
    assert len(codes) >= 60
    assert all(len(code) == 3 and code.isupper() for code in codes)


GOOD = "EUR | € | euro(s) | cent(s)/100"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("XYZ | X", "currencies.txt:2: 2 columns where 4 belong: code | symbols | names | minor"),
        ("EUR | E | eur |", "currencies.txt:2: EUR is defined twice; take one of the lines out"),
        ("XYZ | X | |", "currencies.txt:2: XYZ has no name; say what it is called"),
        ("XYZ | € | xyz |", 'currencies.txt:2: "€" already stands for EUR; take one of them out'),
        ("XYZ | | xyz | cent", 'currencies.txt:2: "cent" is no minor unit; write it as cent(s)/100'),
        ("XYZ | | xyz | cent/0", 'currencies.txt:2: "cent/0" is no minor unit; write it as cent(s)/100'),
        (
            "XYZ | | Euro(s) | euro/100",
            'currencies.txt:2: "euro" already stands for another in currencies.txt:1; take one of them out',
        ),
    ],
)
def test_wrong_lines_are_named(line: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(f"{GOOD}\n{line}\n")
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("name", "code", "part"),
    [("cents", "EUR", "0.01"), ("Cents", "CAD", "0.01"), ("pounds", "EGP", "1"), ("crowns", "CZK", "1")],
)
def test_a_bare_name_has_namesakes(name: str, code: str, part: str) -> None:
    assert namesakes(name)[code] == Decimal(part)


@pytest.mark.parametrize(("name", "code"), [("cents", "GBP"), ("euros", "EUR"), ("$", "USD"), ("ships", "USD")])
def test_what_no_country_stands_before_has_none(name: str, code: str) -> None:
    assert code not in namesakes(name)
