"""Texts that a reader of quantities with a list of unit symbols reads wrongly, or does not finish."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, texts, value

TRAPS = [
    ("The bank charges an $8 fee.", "$8", "money", "8", "USD"),
    ("The village got £2m.", "£2m", "money", "2000000", "GBP"),
    ("The village got $3.2bn.", "$3.2bn", "money", "3200000000", "USD"),
    ("They build a $1.5 billion pipeline.", "$1.5 billion", "money", "1500000000", "USD"),
    ("They expect 5–6 million guests.", "5–6 million", "count", "5000000..6000000", "guest"),
    ("They expect 10-20 million euros.", "10-20 million", "money", "10000000..20000000", "EUR"),
    ("In 2019 500 people left.", "500", "count", "500", "person"),
    ("In 2019 500 people left.", "2019", "date", None, ""),
    ("The gates open at 4:00pm.", "4:00pm", "time", "960", ""),
    ("They waited 5 minutes.", "5", "duration", "5", "minute"),
    ("Only 5 per cent agreed.", "5", "percent", "5", "percent"),
    ("The bridge cost €7 million ($7.5 million).", "$7.5 million", "money", "7500000", "USD"),
    ("The lowest reading was absolute 300.", "300", "count", "300", None),
]


@pytest.mark.parametrize(("sentence", "number", "kind", "expected", "unit"), TRAPS)
def test_a_trap_is_read(sentence: str, number: str, kind: str, expected: str | None, unit: str | None) -> None:
    found = figure(sentence, number)
    assert found.kind == kind
    assert expected in (None, value(found))
    assert unit in (None, found.amount.unit)


@pytest.mark.parametrize(
    "sentence", ["The talks came to a halt.", "She lost a key.", "He sat in a bar.", "A mole sat there."]
)
def test_words_that_look_like_units_are_no_figures(sentence: str) -> None:
    assert texts(sentence) == []
