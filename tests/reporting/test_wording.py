from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Bound, Document
from factcheck.reporting.wording import label
from tests.reporting.samples import LEDGER, figure, one_figure


@pytest.mark.parametrize(
    ("sentence", "words", "unit", "bound", "shown"),
    [
        ("It sold 400 tickets.", "400", "tickets", "exact", "400 tickets"),
        ("More than 400 people came.", "400", "people", "at_least", "more than 400 people"),
        ("They sold at\nleast 400 tickets.", "400", "tickets", "at_least", "at least 400 tickets"),
        ("A crowd of 400 or more people came.", "400", "people", "at_least", "400 or more people"),
        ("A crowd of 400-plus came.", "400", "", "at_least", "400-plus"),
        ("A crowd of 400+ came.", "400+", "", "at_least", "400+"),
        ("Some 400 or more surplus boats sank.", "400", "boats", "at_least", "400 or more surplus boats"),
        ("Its 400 surplus boats sank.", "400", "boats", "at_least", "at least 400 surplus boats"),
        ("Just over 400 berths stay empty.", "400", "berths", "about", "just over 400 berths"),
        ("They came 400 strong, it seems.", "400", "", "at_least", "at least 400"),
        ("Moreover 400 came.", "400", "", "at_least", "at least 400"),
        ("It was 400 oranges.", "400", "", "about", "about 400"),
        ("Up to 400 berths stay empty.", "400", "berths", "at_most", "up to 400 berths"),
        ("An estimated 400 left.", "400", "", "about", "an estimated 400"),
        ("It took 400 or so.", "400", "", "about", "400 or so"),
        ("Between 400 and 500 left.", "400 and 500", "", "between", "400 and 500"),
        ("Dozens left.", "Dozens", "", "vague", "Dozens"),
        ("Of 400 big red wooden boats some sank.", "400", "boats", "exact", "400 big red wooden boats"),
        ("Of 400 that the whole northern coast had in spring, boats sank.", "400", "boats", "exact", "400 … boats"),
    ],
)
def test_label(sentence: str, words: str, unit: str, bound: Bound, shown: str) -> None:
    assert label(*one_figure(sentence, words, unit, bound)) == shown


@pytest.mark.parametrize(
    ("sentence", "noun", "shown"),
    [
        ("More than 400 boats sank.", "boat", "more than 400 boats"),
        ("More than 400 Old Fishing Boats sank.", "boat", "more than 400 Old Fishing Boats"),
        ("More than 400 small countries sent boats.", "country", "more than 400 small countries"),
        ("More than 400 sank, and boats too.", "boat", "more than 400"),
        ("More than 400 of 500 boats sank.", "boat", "more than 400"),
        ("More than 400 people sank.", "person", "more than 400"),
        ("Boats: more than 400.", "boat", "more than 400"),
        ("More than 400 boathouses burnt.", "boat", "more than 400"),
        ("More than 400 sank.", "", "more than 400"),
    ],
)
def test_a_count_is_named_with_its_noun_where_the_noun_follows(sentence: str, noun: str, shown: str) -> None:
    document = Document(id="d1", path="a.txt", text=f"{sentence}\n")
    assert label(figure("f1", document, "400", "400", unit=noun, bound="at_least"), document.text) == shown


def test_a_unit_that_stands_before_its_number_is_quoted_before_it() -> None:
    named, text = one_figure("A quake of magnitude 6 shook it.", "6")
    assert named.unit_span is None
    start = text.index("magnitude")
    assert label(replace(named, unit_span=replace(named.span, start=start, end=start + 9)), text) == "magnitude 6"


@pytest.mark.parametrize(
    ("iso", "bound", "shown"),
    [
        ("2021-05-03", "exact", "2021-05-03"),
        ("XXXX-05-03", "exact", "3 May"),
        ("2021-05-03", "at_most", "before 3 May"),
    ],
)
def test_a_full_date_is_named_in_iso_form(iso: str, bound: Bound, shown: str) -> None:
    opening = Document(id="d1", path="a.txt", text="It opened before 3 May.\n")
    named = figure("f1", opening, "3 May", "737913", kind="date", iso=iso, bound=bound)
    assert label(named, opening.text) == shown


def test_money_is_named_as_written() -> None:
    assert label(figure("f1", LEDGER, "$1.2bn", "1.2e9", kind="money", unit="USD"), LEDGER.text) == "$1.2bn"
