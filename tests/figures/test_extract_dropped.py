"""Numbers that are no figures, dropped with their reason."""

from __future__ import annotations

import pytest

from tests.figures.extracted import dropped, texts

NAMES = [
    ("Nord Stream 2 was never opened.", "2"),
    ("Ministers of the G7 met in Rome.", "G7"),
    ("A Boeing 737 landed in Oslo.", "737"),
    ("An Airbus A320 landed in Oslo.", "320"),
    ("She sold her iPhone 11 online.", "11"),
    ("She still runs Windows 7 at home.", "7"),
    ("The S&P 500 closed higher.", "500"),
    ("The FTSE 100 closed higher.", "100"),
    ("He carried an AK-47 in a bag.", "47"),
    ("The PlayStation 5 sold out.", "5"),
    ("Apollo 13 came home.", "13"),
    ("The team uses the Galaxy S24 phone.", "24"),
    ("Formula 1 returns to Spain.", "1"),
    ("They watched Channel 4 all night.", "4"),
    ("The Covid-19 ward is closed.", "19"),
    ("She bought a Mazda 3 in Leeds.", "3"),
    ("The attacks of 9/11 changed the law.", "9/11"),
    ("The Philadelphia 76ers lost.", "76ers"),
    ("The F-16 jets flew home.", "16"),
    ("The T-72 tanks rolled.", "72"),
    ("The M25 was shut.", "25"),
    ("The A1 was shut.", "1"),
    ("The B-52s sang.", "52s"),
    ("The company sells 3G phones.", "3G"),
    ("The Area 51 myth lives.", "51"),
    ("The board has USB 3.0 ports.", "3.0"),
    ("They seized AK 47 guns.", "47"),
    ("A Geforce GT 650M draws the pictures.", "650M"),
    ("They repaired the SEA-ME-WE 4 cable.", "4"),
    ("The laptop has ExpressCard/34 support.", "34"),
    ("The new iLife 09 ships soon.", "09"),
    ("The Safety Order 2005 names the duties.", "2005"),
    ("The Curve 8900 helps its owners.", "8900"),
    ("She sits in seat 12C today.", "12C"),
    ("The iPhone 5C sold well.", "5C"),
    ("The 13F filing is late.", "13F"),
    ("The F-35C flew home.", "35C"),
    ("She shot a 1080p video.", "1080p"),
    ("She works 9 to 5 at the mill.", "9 to 5"),
    ("She drives an Audi Q3 to work.", "3"),
    ("There is a 50-50 chance of rain.", "50-50"),
    ("The mother-of-two was killed.", "two"),
    ("She saw Ocean's Eleven.", "Eleven"),
    ("He robbed a 7-Eleven.", "7-Eleven"),
    ("The Five Eyes met.", "Five"),
    ("The Big Four will be split.", "Four"),
    ("The Group of Seven met.", "Seven"),
    ("He paid a six-figure sum.", "six"),
]

BESIDE = [
    ("The party won 84 seats, and Apollo 11 landed.", "11"),
    ("The jet held 84 people, the Boeing 737, he said.", "737"),
]

PERIODS = [
    ("Ortega scored in the second quarter.", "second quarter", "quarter of a game"),
    ("The Otters scored twice in the first half.", "first half", "half of a game"),
    ("Novik limped in the second half.", "second half", "part of a game or year that is not named"),
]

RANKED = [
    "Output fell for the third quarter in a row.",
    "She reached the third quarter-final.",
    "The first quarter since the war was weak.",
]

IDENTIFIERS = [
    ("The crash blocked Route 6 near Salem.", "6"),
    ("The crash blocked Interstate 95 near Salem.", "95"),
    ("The crash blocked Highway 12 near Salem.", "12"),
    ("The court cited Section 427 of the code.", "427"),
    ("The court cited Article 5 of the treaty.", "5"),
    ("See page 3 for the table.", "3"),
    ("See pages 30 for the table.", "30"),
    ("The suspects met in Room 214 at night.", "214"),
    ("Passengers of Flight 308 were safe.", "308"),
    ("The rule is in Chapter 11 of the code.", "11"),
    ("He lives at 12 Elm Street in Salem.", "12"),
    ("Ask for form No. 33 at the desk.", "33"),
    ("The case is filed under No. 17 in Kent.", "17"),
    ("The parts carry the code X86 inside.", "86"),
    ("Version 3.1 of the program is out.", "3.1"),
    ("He called 911 from the car.", "911"),
    ("The jury heard the 911 call.", "911"),
    ("3. What else will they sell?", "3."),
    ("Psalm 23 was read.", "23"),
    ("He read verse 7 aloud.", "7"),
    ("Then lot 49 was sold.", "49"),
    ("(2) The staff sings.", "2"),
    ("Act 2 of the play was short.", "2"),
    ("The team signed No. 10 Rossi.", "10"),
    ("The M&A team sits on Floor 9.", "9"),
]

CONTACTS = [
    "Call 555-201-3344 for tickets.",
    "Call 1-555-201-3344 for tickets.",
    "Call (555) 010-4477 for tickets.",
    "Call 0800 555 111 for tickets.",
    "Call 020 7946 0958 for tickets.",
    "Tickets: 01632 960983.",
    "Tickets: +44 20 7946 0958.",
    "Tickets: +1 (555) 010-4477.",
    "Write to desk42@paper99.example for tickets.",
    "See https://paper.example/2021/05/story-77.html for more.",
    "See www.paper77.example/a/12 for more.",
]

ORDINALS = [
    ("She came 22nd in the race.", "22nd"),
    ("It was her 3rd win.", "3rd"),
    ("It was the 1,000th visitor.", "1,000th"),
]

PRONOUNS = [
    ("One of the best days was spent there.", "One"),
    ("No one came.", "one"),
    ("This one is better than that.", "one"),
    ("He is one of the owners.", "one"),
    ("One never knows.", "One"),
]

KEPT = [
    ("Police 30 officers strong blocked the road.", ["30"]),
    ("In Kent 30 people were hurt.", ["30"]),
    ("The Boeing plant built 737 wings.", ["737"]),
    ("One man was hurt.", ["One"]),
    ("Five Oslo schools shut.", ["Five"]),
    ("Storm Kills Five Near Oslo Harbour", ["Five"]),
    ("The shop (2 rooms) is shut.", ["2"]),
    ("The school has 12 rooms.", ["12"]),
    ("The road is 6 miles long.", ["6"]),
    ("The book has 3 pages.", ["3"]),
    ("The store sold 11 iPhones.", ["11"]),
    ("The ten largest towns voted.", ["ten"]),
    ("The 18-hole course has 3 lakes.", ["18", "3"]),
    ("The 16-page leaflet has 24 pictures.", ["16", "24"]),
    ("The order covers 787 jets.", ["787"]),
    ("The first 3 chapters are free.", ["3"]),
    ("The F-16 jets flew 12 sorties.", ["12"]),
    ("Page 12 has 4 names.", ["4"]),
    ("The stamp costs 80p in shops.", ["80"]),
    ("The Otters tied 50-50.", ["50-50"]),
    ("The scale showed 0.5 grams (12 in all).", ["0.5", "12"]),
]


@pytest.mark.parametrize(("sentence", "number"), NAMES)
def test_a_number_of_a_name_is_no_figure(sentence: str, number: str) -> None:
    assert texts(sentence) == []
    assert any(number in text or text in number for text in dropped(sentence))


@pytest.mark.parametrize(("sentence", "number"), IDENTIFIERS)
def test_an_identifier_is_no_figure(sentence: str, number: str) -> None:
    assert texts(sentence) == []
    assert any(number in text for text in dropped(sentence))


@pytest.mark.parametrize("sentence", CONTACTS)
def test_a_telephone_number_or_an_address_is_no_figure(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(("sentence", "number"), ORDINALS)
def test_an_ordinal_is_no_figure(sentence: str, number: str) -> None:
    assert texts(sentence) == []
    assert dropped(sentence) == {number: "ordinal"}


@pytest.mark.parametrize(("sentence", "number"), PRONOUNS)
def test_the_pronoun_one_is_no_figure(sentence: str, number: str) -> None:
    assert texts(sentence) == []
    assert "pronoun" in dropped(sentence)[number]


@pytest.mark.parametrize(("sentence", "numbers"), KEPT)
def test_a_number_beside_a_name_or_word_that_counts_is_a_figure(sentence: str, numbers: list[str]) -> None:
    assert texts(sentence) == numbers


@pytest.mark.parametrize(
    ("sentence", "number", "reason"),
    [
        ("The crash blocked Route 6 near Salem.", "6", "Route"),
        ("See page 3 for the table.", "3", "page"),
        ("Call 555-201-3344 for tickets.", "555-201-3344", "telephone"),
        ("It was her 3rd win.", "3rd", "ordinal"),
        ("Nord Stream 2 was never opened.", "2", "name"),
        ("He lives at 12 Elm Street in Salem.", "12 Elm Street", "address"),
    ],
)
def test_the_reason_says_what_the_number_is(sentence: str, number: str, reason: str) -> None:
    assert reason in dropped(sentence)[number]


@pytest.mark.parametrize(("sentence", "number", "reason"), PERIODS)
def test_a_half_or_quarter_of_no_named_year_is_dropped_with_its_reason(sentence: str, number: str, reason: str) -> None:
    assert dropped(sentence)[number] == reason


@pytest.mark.parametrize("sentence", RANKED)
def test_an_ordinal_before_a_quarter_is_no_number(sentence: str) -> None:
    assert (texts(sentence), dropped(sentence)) == ([], {})


@pytest.mark.parametrize(("sentence", "number"), BESIDE)
def test_a_name_behind_a_count_keeps_its_number(sentence: str, number: str) -> None:
    assert dropped(sentence)[number].startswith("part of the name")
