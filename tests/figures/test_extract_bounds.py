"""Bounds before and behind the number, spread and negated, and changes by and to."""

from __future__ import annotations

import pytest

from tests.figures.extracted import PUBLISHED, figure

BEFORE = [
    ("About 40 cars burned.", "40", "about"),
    ("Around 40 cars burned.", "40", "about"),
    ("Roughly 40 cars burned.", "40", "about"),
    ("Approximately 40 cars burned.", "40", "about"),
    ("Some 40 cars burned.", "40", "about"),
    ("An estimated 40 cars burned.", "40", "about"),
    ("Nearly 40 cars burned.", "40", "about"),
    ("Almost 40 cars burned.", "40", "about"),
    ("Close to 40 cars burned.", "40", "about"),
    ("Just under 40 cars burned.", "40", "about"),
    ("Just over 40 cars burned.", "40", "about"),
    ("More than 40 cars burned.", "40", "at_least"),
    ("Over 40 cars burned.", "40", "at_least"),
    ("At least 40 cars burned.", "40", "at_least"),
    ("Well over 40 cars burned.", "40", "at_least"),
    ("Upwards of 40 cars burned.", "40", "at_least"),
    ("A minimum of 40 cars burned.", "40", "at_least"),
    ("Losses in excess of $40 million are likely.", "$40 million", "at_least"),
    ("Losses north of $40 million are likely.", "$40 million", "at_least"),
    ("Up to 40 cars burned.", "40", "at_most"),
    ("As many as 40 cars burned.", "40", "at_most"),
    ("Fewer than 40 cars burned.", "40", "at_most"),
    ("Less than 40 percent voted.", "40", "at_most"),
    ("Under 40 percent voted.", "40", "at_most"),
    ("At most 40 cars burned.", "40", "at_most"),
    ("A maximum of 40 cars burned.", "40", "at_most"),
    ("As much as $40 million was lost.", "$40 million", "at_most"),
    ("The car drove > 40 km.", "40", "at_least"),
    ("The car drove ~40 km.", "40", "about"),
    ("Exactly 40 cars burned.", "40", "exact"),
    ("Only 40 cars burned.", "40", "exact"),
    ("Then 40 cars burned.", "40", "exact"),
    ("The chapel seats about 200 to 300 guests.", "200 to 300", "between"),
    ("The trial took over three years.", "three", "at_least"),
    ("The wait is over three years.", "three", "at_least"),
    ("The mill has run for over three years.", "three", "at_least"),
    ("Sales grew by well over $40 million.", "$40 million", "at_least"),
    ("The plan costs $40 million over three years.", "three", "exact"),
    ("Over three years, the firm lost $4 million.", "three", "exact"),
    ("The firm will cut 500 jobs over five years.", "five", "exact"),
    ("He was jailed for 7 years over $4.5m bribe.", "$4.5m", "exact"),
]

AFTER = [
    ("Forty or so cars burned.", "Forty", "about"),
    ("Some cars, 40 or so, burned.", "40", "about"),
    ("The walk takes 40 minutes or more.", "40", "at_least"),
    ("The walk takes 40 minutes or less.", "40", "at_most"),
    ("The walk takes 40 minutes or so.", "40", "about"),
    ("The walk takes 40-plus minutes.", "40", "at_least"),
    ("A crowd of 100,000-plus cheered.", "100,000", "at_least"),
    ("The walk takes 40+ minutes.", "40", "at_least"),
    ("Pupils of 14 years or older may enter.", "14", "at_least"),
    ("The fine is $40 or more.", "$40", "at_least"),
    ("The walk takes 40 minutes at most.", "40", "at_most"),
    ("The walk takes 40 minutes at least.", "40", "at_least"),
    ("She has 40-odd cats.", "40", "about"),
    ("The firm spent $1bn-plus on land.", "$1bn", "at_least"),
]

SPREAD = [
    ("At least 12 people were killed and 20 wounded.", "20", "at_least"),
    ("At least 12 were killed and 20 were injured.", "20", "at_least"),
    ("More than 12 houses and 20 barns burned.", "20", "at_least"),
    ("About 12 cars and 20 bikes burned.", "20", "about"),
    ("In all, 12 cars and about 20 bikes burned.", "12", "exact"),
    ("In all, about 12 cars and exactly 20 bikes burned.", "20", "exact"),
]

NEGATED = [
    ("No fewer than 40 cars burned.", "40", "at_least"),
    ("No less than 40 percent voted.", "40", "at_least"),
    ("No more than 40 cars burned.", "40", "at_most"),
    ("Not more than 40 cars burned.", "40", "at_most"),
    ("Not less than 40 percent voted.", "40", "at_least"),
    ("Not fewer than 40 cars burned.", "40", "at_least"),
    ("Not quite 40 cars burned.", "40", "about"),
]

CLAUSES = [
    ("At least nine people died and 34 were missing.", "34", "exact"),
    ("At least 12 died and 20 were hurt.", "12", "at_least"),
    ("At least 12 killed and 20 wounded.", "20", "at_least"),
    ("The toll tops 5,000.", "5,000", "at_least"),
    ("The cost could top $2bn.", "$2bn", "at_least"),
    ("The top 30 firms met.", "30", "exact"),
    ("Output will exceed 30%.", "30%", "at_least"),
    ("Deaths surpass 1,000.", "1,000", "at_least"),
    ("Fewer than one in 100 patients died.", "one in 100", "at_most"),
    ("About one in five towns flooded.", "one in five", "about"),
]

COMPARED = [
    ("Attendance may exceed last year's 4,000.", "4,000", "at_least"),
    ("Attendance may exceed last year's 4,000.", "last year", "exact"),
    ("Deaths exceeded the previous year's total of 310.", "310", "at_least"),
    ("Exports topped the previous year's $4.2 billion.", "previous year", "exact"),
    ("Sales will exceed 2019's 300 units.", "2019", "exact"),
    ("Sales will exceed 2019's 300 units.", "300", "at_least"),
    ("Turnout was below last year's 45 percent.", "45", "at_most"),
    ("The medals exceed Norway's 37.", "37", "at_least"),
    ("The row over last year's 4 percent rise goes on.", "4", "exact"),
    ("More than 40 people in Norway's 300 towns left.", "300", "exact"),
    ("Sales exceeded last year's by 300.", "300", "exact"),
    ("Sales are above 2019 levels.", "2019", "exact"),
    ("He left more than two years ago.", "two years ago", "at_most"),
    ("He left over two years ago.", "two years ago", "at_most"),
    ("He left less than two years ago.", "two years ago", "at_least"),
    ("He left two years ago.", "two years ago", "exact"),
    ("She left no later than Friday.", "Friday", "at_most"),
]

CHANGES = [
    ("Shares fell 5 percent.", "5", "down"),
    ("Shares fell by 5 percent.", "5", "down"),
    ("Shares fell to $12.", "$12", "down"),
    ("Shares rose 5 percent.", "5", "up"),
    ("Shares rose by $2 to $12.", "$2", "up"),
    ("Shares rose by $2 to $12.", "$12", "up"),
    ("Shares slid from $14 to $12.", "$12", "down"),
    ("Profit dropped by $43bn to $419bn.", "$43bn", "down"),
    ("Profit dropped by $43bn to $419bn.", "$419bn", "down"),
    ("A 5 percent rise in rents angered tenants.", "5", "up"),
    ("A rise of 5 percent angered tenants.", "5", "up"),
    ("A 5 percent drop in rents pleased tenants.", "5", "down"),
    ("Rents are 5 percent higher than in May.", "5", "up"),
    ("Rents are 5 percent lower than in May.", "5", "down"),
    ("Rents were up 5 percent.", "5", "up"),
    ("Rents were down 5 percent.", "5", "down"),
    ("The toll rose to 11 people.", "11", "up"),
    ("The firm cut staff to 300 people.", "300", "down"),
    ("Rents are 5 percent of income.", "5", "none"),
    ("The shop sold 300 pens.", "300", "none"),
    ("The bridge is worth $5 million.", "$5 million", "none"),
    ("The temperature fell to minus 12 degrees.", "minus 12", "down"),
    ("The temperature fell by 10 degrees.", "10", "down"),
    ("Unemployment fell to 4.1% from 4.3% in May.", "4.1%", "down"),
    ("Unemployment fell to 4.1% from 4.3% in May.", "4.3%", "none"),
    ("The yard employs 12 percent fewer than in 2020.", "12", "down"),
    ("The index fell 518.17 points to 34,079.18.", "518.17", "down"),
    ("The index fell 518.17 points to 34,079.18.", "34,079.18", "down"),
    ("The index shed 300 points.", "300", "down"),
    ("Support dropped six points, to 38 percent.", "six", "down"),
    ("Support dropped six points, to 38 percent.", "38", "down"),
    ("The Otters dropped six points.", "six", "none"),
    ("The yield rose 5 basis points to 1.83 percent.", "5", "up"),
    ("The toll rose from 12 to 31.", "12", "up"),
    ("The toll rose from about 12 to more than 31.", "31", "up"),
    ("Output rose from 3 million in 2020 to 5 million in 2021.", "5 million", "up"),
    ("The duty falls from 20 to 15 percent.", "15", "down"),
    ("The diver jumped from 30 feet to win.", "30", "none"),
    ("Sales +71% in May.", "71%", "up"),
    ("The deficit widened 5 percent.", "5", "up"),
    ("Growth slowed to 5 percent.", "5", "down"),
]

FORMS = [
    ("Shares fell by 5 percent.", "5", "by"),
    ("Shares fell to $12.", "$12", "to"),
    ("Shares rose by $2 to $12.", "$2", "by"),
    ("Shares rose by $2 to $12.", "$12", "to"),
    ("Shares slid from $14 to $12.", "$12", "to"),
    ("Profit dropped by $43bn to $419bn.", "$43bn", "by"),
    ("Profit dropped by $43bn to $419bn.", "$419bn", "to"),
    ("A 5 percent rise in rents angered tenants.", "5", "by"),
    ("A 5 percent drop in rents pleased tenants.", "5", "by"),
    ("Rents are 5 percent higher than in May.", "5", "by"),
    ("Rents are 5 percent lower than in May.", "5", "by"),
    ("The toll rose to 11 people.", "11", "to"),
    ("The firm cut staff to 300 people.", "300", "to"),
    ("Rents are 5 percent of income.", "5", "none"),
    ("The shop sold 300 pens.", "300", "none"),
    ("The bridge is worth $5 million.", "$5 million", "none"),
    ("The temperature fell to minus 12 degrees.", "minus 12", "to"),
    ("The temperature fell by 10 degrees.", "10", "by"),
    ("Unemployment fell to 4.1% from 4.3% in May.", "4.1%", "to"),
    ("Unemployment fell to 4.1% from 4.3% in May.", "4.3%", "none"),
    ("The yard employs 12 percent fewer than in 2020.", "12", "by"),
    ("The index fell 518.17 points to 34,079.18.", "518.17", "by"),
    ("The index fell 518.17 points to 34,079.18.", "34,079.18", "to"),
    ("The toll rose from 12 to 31.", "31", "to"),
    ("Sales +71% in May.", "71%", "by"),
]


@pytest.mark.parametrize(("sentence", "number", "bound"), [*BEFORE, *AFTER, *SPREAD, *NEGATED, *CLAUSES])
def test_a_bound_is_read(sentence: str, number: str, bound: str) -> None:
    assert figure(sentence, number).amount.bound == bound


@pytest.mark.parametrize(("sentence", "number", "bound"), COMPARED)
def test_a_comparison_bounds_the_amount_and_not_its_time_or_owner(sentence: str, number: str, bound: str) -> None:
    assert figure(sentence, number, PUBLISHED).amount.bound == bound


@pytest.mark.parametrize(("sentence", "number", "direction"), CHANGES)
def test_a_change_has_a_direction(sentence: str, number: str, direction: str) -> None:
    assert figure(sentence, number).amount.change == direction


@pytest.mark.parametrize(("sentence", "number", "form"), FORMS)
def test_a_change_is_by_an_amount_or_to_a_level(sentence: str, number: str, form: str) -> None:
    assert figure(sentence, number).amount.change_form == form


@pytest.mark.parametrize(
    ("sentence", "number", "open_end"),
    [
        ("At least 40 cars burned.", "40", "high"),
        ("Up to 40 cars burned.", "40", "low"),
    ],
)
def test_a_bound_leaves_one_end_of_the_precision_open(sentence: str, number: str, open_end: str) -> None:
    precise = figure(sentence, number).amount.precise
    assert [name for name in ("low", "high") if getattr(precise, name) is None] == [open_end]
