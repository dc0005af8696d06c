"""Numbers: digits with separators, words, scales, fractions and vague words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.figures.extracted import figure, value

DIGITS = [
    ("The library lent 7 books before noon.", "7", "7"),
    ("The library lent 1,000 books in a week.", "1,000", "1000"),
    ("The library lent 1,234,567 books in ten years.", "1,234,567", "1234567"),
    ("The library lent 1\u00a0000 books in a week.", "1\u00a0000", "1000"),
    ("The library lent 12\u2009500 books in a week.", "12\u2009500", "12500"),
    ("The library lent 12\u202f500 books in a week.", "12\u202f500", "12500"),
    ("The ship took 40 000 tonnes.", "40 000", "40000"),
    ("The watch costs 12 500 kroner.", "12 500", "12500"),
    ("The vault holds 1 234 567 coins.", "1 234 567", "1234567"),
    ("The farm has 3 000 sheep.", "3 000", "3000"),
    ("The watch costs €12 500.", "€12 500", "12500"),
    ("The vault holds 1’234’567 coins.", "1’234’567", "1234567"),
    ("The ship took 40\u200b000 tonnes.", "40\u200b000", "40000"),
    ("The ship took 1\u00ad2 tonnes.", "1\u00ad2", "12"),
    ("The mill paid 1,5 million euros and 12.000 euros more.", "1,5 million", "1500000"),
    ("The mill paid 1,5 million euros and 12.000 euros more.", "12.000", "12000"),
    ("The mill paid 12.000 euros more.", "12.000", "12000"),
    ("The fine was 12.000 euros. About 4.500 people came.", "4.500", "4500"),
    ("The isle has 1.250.000 homes. About 4.500 people came.", "4.500", "4500"),
    ("The mill paid 12.500 euros more.", "12.500", "12.5"),
    ("Petrol costs 1.859 euros a litre.", "1.859", "1.859"),
    ("She scored a perfect 10.000 on beam.", "10.000", "10"),
    ("The fine was 3,000 euros. She ran it in 12.345 seconds.", "12.345", "12.345"),
    ("On June 12 500 people marched.", "500", "500"),
    ("In 2012 300 people marched.", "300", "300"),
    ("In rows 1,2 and 3 people sat.", "2", "2"),
    ("The boxes of 12\n500 gram bars sold.", "500", "500"),
    ("The temple drew 1,00,000 pilgrims.", "1,00,000", "100000"),
    ("The temple drew 12,34,567 pilgrims.", "12,34,567", "1234567"),
    ("The house in Graz costs €1.000,50 a month.", "€1.000,50", "1000.5"),
    ("The island has 1.250.000 residents.", "1.250.000", "1250000"),
    ("The pump moved 3.75 litres.", "3.75", "3.75"),
    ("The scale showed 0.5 grams.", "0.5", "0.5"),
    ("The scale showed .5 grams.", ".5", "0.5"),
    ("The index moved -1.3% on the day.", "-1.3%", "-1.3"),
    ("The index moved −1.3% on the day.", "−1.3%", "-1.3"),
    ("The lake froze at minus five degrees Celsius.", "minus five", "-5"),
    ("The poll errs by plus or minus 3.1 percent.", "3.1", "3.1"),
    ("The poll errs by +/-3 percent.", "3", "3"),
    ("The poll errs by ±3 percent.", "3", "3"),
    ("The star is 3.2×10⁵ kilometres wide.", "3.2×10⁵", "320000"),
    ("The colony holds 10^6 cells.", "10^6", "1000000"),
    ("The delta feeds 10⁶ birds each autumn.", "10⁶", "1000000"),
    ("They moved 10⁶ cubic metres of sand.", "10⁶", "1000000"),
    ("The swarm holds 10¹² flies.", "10¹²", "1000000000000"),
    ("Some 3·10⁶ tonnes of grain rotted.", "3·10⁶", "3000000"),
]

SCALES = [
    ("The dam holds back 1.762bn litres.", "1.762bn", "1762000000"),
    ("The city is home to 5m people.", "5m", "5000000"),
    ("The city is home to 5 million people.", "5 million", "5000000"),
    ("The city is home to 5mn people.", "5mn", "5000000"),
    ("The debt stood at $2tn.", "$2tn", "2000000000000"),
    ("The debt stood at 1.5 trillion dollars.", "1.5 trillion", "1500000000000"),
    ("The post gathered 40k views.", "40k", "40000"),
    ("The post gathered 40 thousand views.", "40 thousand", "40000"),
    ("The scheme reached 3 lakh farmers.", "3 lakh", "300000"),
    ("The scheme reached 5 crores.", "5 crores", "50000000"),
    ("He paid Rs 1.5L for it.", "Rs 1.5L", "150000"),
    ("He paid ₹45Cr for it.", "₹45Cr", "450000000"),
    ("He paid Rs 1.5 lakh crore for it.", "Rs 1.5 lakh crore", "1500000000000"),
    ("She drank 1.5L of water.", "1.5L", "1.5"),
    ("Margins -2 pts on the year.", "-2", "-2"),
    ("He lost 3-2 points.", "3-2", "vague"),
    ("The scheme reached 2.5 crore farmers.", "2.5 crore", "25000000"),
    ("The city is home to 2.3-million people.", "2.3-million", "2300000"),
    ("The fund holds £4bn.", "£4bn", "4000000000"),
    ("The fund holds £4B.", "£4B", "4000000000"),
    ("The fund holds $4M.", "$4M", "4000000"),
]

WORDS = [
    ("Half a million people signed the petition.", "Half a million", "500000"),
    ("The fraud cost a quarter of a million pounds.", "a quarter of a million", "250000"),
    ("The fund gave three quarters of a million to schools.", "three quarters of a million", "750000"),
    ("Half of one million euros was lost.", "Half of one million", "500000"),
    ("A quarter-million people came.", "A quarter-million", "250000"),
    ("A half-million people came.", "A half-million", "500000"),
    ("A million and a half people came.", "A million and a half", "1500000"),
    ("A quarter of the million votes were void.", "A quarter", "0.25"),
    ("A quarter of a town is under water.", "A quarter", "0.25"),
    ("The baker sold two and a half dozen rolls.", "two and a half dozen", "30"),
    ("The baker sold a dozen rolls.", "a dozen", "12"),
    ("The baker sold half a dozen rolls.", "half a dozen", "6"),
    ("The baker sold three dozen rolls.", "three dozen", "36"),
    ("The tour lasted four and a half weeks.", "four and a half", "4.5"),
    ("The shelf holds three hundred and forty-two jars.", "three hundred and forty-two", "342"),
    ("The shelf holds three hundred forty-two jars.", "three hundred forty-two", "342"),
    ("The shelf holds ninety nine jars.", "ninety nine", "99"),
    ("The choir has twenty-one singers.", "twenty-one", "21"),
    ("The port handled two million three hundred thousand boxes.", "two million three hundred thousand", "2300000"),
    ("The port handled one hundred thousand boxes.", "one hundred thousand", "100000"),
    ("The port handled a hundred boxes.", "a hundred", "100"),
    ("The port handled a million boxes.", "a million", "1000000"),
    ("The port handled one and a half million boxes.", "one and a half million", "1500000"),
    ("Fifteen hundred runners finished.", "Fifteen hundred", "1500"),
    ("Zero complaints arrived.", "Zero", "0"),
    ("Nineteen horses escaped.", "Nineteen", "19"),
    ("A couple of horses escaped.", "A couple", "2"),
    ("A pair of horses escaped.", "A pair", "2"),
]

FRACTIONS = [
    ("The plank is 3 1/2 inches thick.", "3 1/2", "7/2"),
    ("The plank is 3½ inches thick.", "3½", "7/2"),
    ("The plank is 3 ½ inches thick.", "3 ½", "7/2"),
    ("The plank is ½ inch thick.", "½", "1/2"),
    ("The plank is 1/4 inch thick.", "1/4", "1/4"),
    ("The plank is ¾ of an inch thick.", "¾", "3/4"),
    ("Two-thirds of the members voted.", "Two-thirds", "2/3"),
    ("Two thirds of the members voted.", "Two thirds", "2/3"),
    ("A third of the members voted.", "A third", "1/3"),
    ("One-third of the members voted.", "One-third", "1/3"),
    ("One third of the members voted.", "One third", "1/3"),
    ("A quarter of the crop was lost.", "A quarter", "1/4"),
    ("Three quarters of the crop was lost.", "Three quarters", "3/4"),
    ("Three-quarters of the crop was lost.", "Three-quarters", "3/4"),
    ("Four-fifths of the crop was lost.", "Four-fifths", "4/5"),
    ("A tenth of the crop was lost.", "A tenth", "1/10"),
    ("Half of the crop was lost.", "Half", "1/2"),
    ("Half the crop was lost.", "Half", "1/2"),
    ("Nine-tenths of the crop was lost.", "Nine-tenths", "9/10"),
    ("Five-eighths of the crop was lost.", "Five-eighths", "5/8"),
    ("2/3 of the crop was lost.", "2/3", "2/3"),
    ("The fire burned 2 1/2 acres.", "2 1/2", "5/2"),
]

VAGUE = [
    ("Dozens of ships waited outside the port.", "Dozens", "ship"),
    ("Hundreds of ships waited outside the port.", "Hundreds", "ship"),
    ("Scores of villagers left.", "Scores", "villager"),
    ("Tens of thousands of bees escaped.", "Tens of thousands", "bee"),
    ("Hundreds of thousands of bees escaped.", "Hundreds of thousands", "bee"),
    ("Several hundred students walked out.", "Several hundred", "student"),
    ("Several students walked out.", "Several", "student"),
    ("A few hundred students walked out.", "A few hundred", "student"),
    ("Dozens of students walked out.", "Dozens", "student"),
    ("A handful of students walked out.", "A handful", "student"),
    ("The queue lasted several hours.", "several", "hour"),
    ("The queue lasted a few hours.", "a few", "hour"),
]


@pytest.mark.parametrize(("sentence", "number", "expected"), [*DIGITS, *SCALES, *WORDS])
def test_a_number_has_the_value_that_it_says(sentence: str, number: str, expected: str) -> None:
    assert value(figure(sentence, number)) == expected


@pytest.mark.parametrize(("sentence", "number", "expected"), FRACTIONS)
def test_a_fraction_has_the_value_that_it_says(sentence: str, number: str, expected: str) -> None:
    found = figure(sentence, number).amount.value
    assert found.low == found.high
    assert float(found.low or 0) == pytest.approx(float(Fraction(expected)))


@pytest.mark.parametrize(("sentence", "number", "unit"), VAGUE)
def test_a_vague_word_has_a_unit_and_no_value(sentence: str, number: str, unit: str) -> None:
    found = figure(sentence, number)
    assert (value(found), found.amount.unit, found.amount.bound) == ("vague", unit, "vague")


def test_a_share_of_something_is_a_fraction_and_not_a_count() -> None:
    assert figure("Two-thirds of the members voted.", "Two-thirds").kind == "fraction"


def test_the_last_written_digit_tells_the_step() -> None:
    assert figure("The dam holds back 1.2 billion litres.", "1.2 billion").amount.step == 100_000_000
