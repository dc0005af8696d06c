"""Scores, ratios and multiples."""

from __future__ import annotations

import pytest

from tests.figures.extracted import figure, texts, value

SCORES = [
    ("The Otters beat the Herons 31-24.", "31-24"),
    ("The Otters won 3-2 after extra time.", "3-2"),
    ("The Otters hold a 10-3 record.", "10-3"),
    ("The Otters hold a 14-13-2 record.", "14-13-2"),
    ("The Otters drew 1-1 with the Herons.", "1-1"),
    ("The Otters took a 2-0 lead.", "2-0"),
    ("The Otters defeated the Herons 91–73.", "91–73"),
    ("Novik won the match 6-4, 6-2.", "6-4"),
    ("The Otters went 122-147 (.454).", "122-147"),
    ("The Otters (5-9,0-2) play at home.", "0-2"),
    ("The chamber voted 301-148 for the dam.", "301-148"),
    ("Novik won 50.9-49.1 in the second round.", "50.9-49.1"),
    ("Kent were 416-8 at the close.", "416-8"),
]

VOTES = [
    ("The dam bill passed 68 to 32.", "68 to 32", "68-32"),
    ("The council voted by 12 to 11 to sell the mill.", "12 to 11", "12-11"),
    ("The vote was 7 to 2.", "7 to 2", "7-2"),
    ("The council voted 48 to 52 against the dam.", "48 to 52", "48-52"),
    ("Kent made 287 for 6.", "287 for 6", "287-6"),
]

NO_VOTES = [
    ("The party won 20 to 25 seats.", "20 to 25", "count"),
    ("The board approved 10 to 15 percent more pay.", "10 to 15", "percent"),
    ("They sold 287 for 6 euros.", "287", "count"),
    ("The plant cut its staff from 900 to 650.", "900", "count"),
]

RATIOS = [
    ("Voters backed the plan by a margin of 2-to-1.", "2-to-1"),
    ("Voters backed the plan by a 2-to-1 margin.", "2-to-1"),
    ("The odds stand at 700:1.", "700:1"),
    ("One in five drivers uses the tunnel.", "One in five"),
    ("Nine out of ten drivers use the tunnel.", "Nine out of ten"),
    ("Only one in 10 agreed.", "one in 10"),
    ("About 8 in 10 pensioners vote.", "8 in 10"),
    ("Some four in five mills plan to hire.", "four in five"),
    ("About 1 in 20 pupils is ill.", "1 in 20"),
    ("The odds are 3-1 on a cut.", "3-1"),
]

NO_RATIOS = [
    ("The Otters lost four in five games.", "four"),
    ("The storm killed 3 in 10 days.", "3"),
    ("The mill hired 12 in 2012.", "12"),
    ("The gang killed 3 in 5 attacks.", "3"),
]

QUOTIENTS = [
    ("The odds stand at 700:1.", "700:1", "700"),
    ("Voters backed the plan by a 2-to-1 margin.", "2-to-1", "2"),
    ("About 8 in 10 pensioners vote.", "8 in 10", "0.8"),
    ("The odds are 3-1 on a cut.", "3-1", "3"),
    ("One in five drivers uses the tunnel.", "One in five", "0.2"),
    ("Nine out of ten drivers use the tunnel.", "Nine out of ten", "0.9"),
]

MULTIPLES = [
    ("Sales doubled to twice the level of last year.", "twice", "2"),
    ("Sales are three times the level of last year.", "three", "3"),
    ("Sales are three times higher than last year.", "three", "3"),
    ("The core is ten times hotter than the crust.", "ten", "10"),
    ("Wages are four times those of May.", "four", "4"),
    ("Prices are ten times last year's level.", "ten", "10"),
    ("Sales rose threefold.", "threefold", "3"),
    ("Sales rose sixfold.", "sixfold", "6"),
    ("Sales rose tenfold.", "tenfold", "10"),
    ("Sales rose five-fold.", "five-fold", "5"),
    ("The new lens is 4x as sharp as the old.", "4x", "4"),
    ("The city is 10 times bigger than the village.", "10", "10"),
    ("The city is 2.5 times as big as the village.", "2.5", "2.5"),
    ("The dam is 25 times the size of the pond.", "25", "25"),
    ("The town has 3 times as many dogs as cats.", "3", "3"),
]


@pytest.mark.parametrize(("sentence", "number"), SCORES)
def test_a_score_keeps_its_sides(sentence: str, number: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, found.amount.iso) == ("score", number.replace("–", "-"))


@pytest.mark.parametrize(("sentence", "number", "expected"), VOTES)
def test_votes_and_innings_in_words_have_two_sides(sentence: str, number: str, expected: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, found.amount.iso) == ("score", expected)


@pytest.mark.parametrize(("sentence", "number", "kind"), NO_VOTES)
def test_numbers_beside_to_and_for_that_count_are_no_votes(sentence: str, number: str, kind: str) -> None:
    assert figure(sentence, number).kind == kind


@pytest.mark.parametrize(("sentence", "number"), NO_RATIOS)
def test_how_often_in_some_time_is_no_ratio(sentence: str, number: str) -> None:
    assert figure(sentence, number).kind == "count"


@pytest.mark.parametrize(("sentence", "number"), RATIOS)
def test_a_ratio_is_one_figure(sentence: str, number: str) -> None:
    assert figure(sentence, number).kind == "ratio"


@pytest.mark.parametrize(("sentence", "number", "expected"), MULTIPLES)
def test_a_multiple_says_how_many_times(sentence: str, number: str, expected: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found)) == ("multiple", expected)


@pytest.mark.parametrize(("sentence", "number", "expected"), QUOTIENTS)
def test_a_ratio_has_the_quotient_as_value(sentence: str, number: str, expected: str) -> None:
    assert value(figure(sentence, number)) == expected


@pytest.mark.parametrize(
    ("sentence", "number", "kind", "expected"),
    [
        ("Rents rose by a fifth.", "a fifth", "fraction", "0.2"),
        ("Shares jumped a tenth in May.", "a tenth", "fraction", "0.1"),
        ("She served two-and-a-half years.", "two-and-a-half", "duration", "2.5"),
        ("Corn rose 8-1/4 cents.", "8-1/4", "money", "0.0825"),
    ],
)
def test_a_part_is_read_without_its_whole(sentence: str, number: str, kind: str, expected: str) -> None:
    found = figure(sentence, number)
    assert (found.kind, value(found)) == (kind, expected)


@pytest.mark.parametrize(
    "sentence", ["She added a third late in the match.", "He came a fifth time.", "A fifth, Rossi, sang."]
)
def test_an_ordinal_is_no_part(sentence: str) -> None:
    assert texts(sentence) == []
