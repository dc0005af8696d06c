"""Dates and times that cannot be right by the calendar or the clock: each check with texts that are wrong and right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.claims.builders import Source, checked
from tests.findings.single import judged

WRONG = [
    ("weekday", "The council met on Tuesday, 4 March 2024.", "4 March 2024 was a Monday"),
    ("weekday", "The council met on Friday, March 5, 2024.", "5 March 2024 was a Tuesday"),
    ("weekday", "It opens on Sunday, the 10th of March 2025.", "10 March 2025 is a Monday"),
    ("weekday", "It opens on March 12, 2024 (Monday).", "12 March 2024 is a Tuesday"),
    ("weekday", "It opens on 12 March 2024, a Friday.", "12 March 2024 is a Tuesday"),
    ("weekday", "It met on Thur. Feb. 28, 2024.", "28 February 2024 was a Wednesday"),
    ("weekday", "The fair opened on Friday night, March 5.", "5 March 2024 was a Tuesday"),
    ("weekday", "The harbour burned on Saturday, March 4.", "4 March 2024 was a Monday"),
    ("weekday", "The council met on Friday, 14 December.", "14 December 2023 was a Thursday"),
    ("impossible", "The vote is on 31 April.", "April has 30 days"),
    ("impossible", "The vote is on 32 May.", "May has 31 days"),
    ("impossible", "The vote is on May 35, 2024.", "May has 31 days"),
    ("impossible", "The bill of 36 June 2023 is due.", "June has 30 days"),
    ("impossible", "The report of 2024-01-35 says so.", "January has 31 days"),
    ("impossible", "The vote is set for the 31st of June.", "June has 30 days"),
    ("impossible", "The bill is due by Nov. 31, 2024.", "November has 30 days"),
    ("impossible", "It burned on February 29, 2023.", "2023 was no leap year: its February had 28 days"),
    ("impossible", "He was born on 30 February 1990.", "February has 28 days"),
    ("impossible", "The report of 2024-02-30 says so.", "February has 29 days"),
    ("impossible", "The ferry left at 20:70 on a Monday.", "an hour has 60 minutes"),
    ("impossible", "The ferry left at 8:75 a.m.", "an hour has 60 minutes"),
    ("impossible", "The ferry left at 26:30 GMT.", "a day has 24 hours"),
    ("impossible", "The ferry left at 14:30 a.m.", "the hours before noon end at 12"),
    ("order", "The fair ran from 12 May to 3 May.", "day 3 of a month lies before day 12"),
    ("order", "The fair runs from May 12 to May 3, 2024.", "3 May 2024 lies before 12 May 2024"),
    ("order", "The fair runs June 12, 2024 - May 3, 2024.", "3 May 2024 lies before 12 June 2024"),
    ("order", "It rains between 12 June 2024 and 3 May 2024.", "3 May 2024 lies before 12 June 2024"),
    ("order", "The fair runs from 12 to 3 May 2024.", "day 3 of a month lies before day 12"),
    ("order", "The fair runs May 12-3, 2024.", "day 3 of a month lies before day 12"),
    ("order", "She was mayor from May 2020 to March 2020.", "March 2020 lies before May 2020"),
    ("order", "She was mayor from 2018 to 2012.", "2012 lies before 2018"),
    ("future", "The bridge opened on 9 March 2024.", "published on 6 March 2024, before 9 March 2024"),
    ("future", "The bridge was opened in Port Elsin on March 19, 2024.", "before 19 March 2024"),
    ("future", "Police arrested the man on Tuesday, 12 March 2024.", "before 12 March 2024"),
    ("future", "On 9 March 2024, the mayor opened the bridge.", "before 9 March 2024"),
    ("future", "On June 3, 2025 nine men robbed a bank.", "before 3 June 2025"),
    ("future", "The ship sank on December 1, 2024, with all hands.", "before 1 December 2024"),
    ("future", "Nine people were killed on 12 June 2024, police said.", "before 12 June 2024"),
    ("future", "The law took effect on 1 July 2024.", "before 1 July 2024"),
    ("future", "The vote took place on 12 April 2024.", "before 12 April 2024"),
    ("future", "The attack on 12 April 2024 killed nine people.", "before 12 April 2024"),
    ("future", "The raid in Elsin on 12 April 2024 killed at least 9 men.", "before 12 April 2024"),
    ("future", "The storm hit the coast on 12 April 2024.", "before 12 April 2024"),
    ("future", "The mayor resigned on 12 April 2024.", "before 12 April 2024"),
    ("future", "The council met on 12 April 2024, after a long quarrel.", "before 12 April 2024"),
    ("future", "It rained for a week, and two men were arrested on 12 April 2024.", "before 12 April 2024"),
    ("future", "On 12 April 2024 the law took effect.", "before 12 April 2024"),
    ("future", "On 12 April 2024 nine people were killed in Elsin.", "before 12 April 2024"),
    ("future", "On 12 April 2024, the bridge opened.", "before 12 April 2024"),
    (
        "chain",
        "The strike began on 3 May. A day later, on 5 May, it was over.",
        "5 May is not a day later, counted from",
    ),
    ("chain", "It sank on Monday. Two days later, on Friday, divers came.", "Friday is not two days later, counted"),
    (
        "chain",
        "They met on 3 February 2024. On 7 February 2024, three days later, they signed.",
        "not three days later",
    ),
    ("chain", "It sank on 2 February 2024. The next day, Sunday, divers came.", "Sunday is not the next day"),
    ("chain", "They voted on 20 May. The offer had come two weeks earlier, on 13 May.", "not two weeks earlier"),
    ("chain", "They met on 27 February 2023. Two days later, on 29 March 2023, they signed.", "from 27 February 2023"),
    ("zones", "The launch is at 8 a.m. EST (1400 GMT).", "EST and GMT are 5 hours apart, the two times 6 hours"),
    ("zones", "It airs at 8 p.m. ET (6 p.m. PT).", "ET and PT are 3 hours apart, the two times 2 hours"),
    ("zones", "It began at noon BST (1000 GMT).", "BST and GMT are 1 hour apart, the two times 2 hours"),
    ("zones", "It struck at 9 a.m. GMT/5 a.m. EST.", "GMT and EST are 5 hours apart, the two times 4 hours"),
    ("zones", "It struck at 8:10 a.m. local time (1315 GMT).", "the clocks are 5 hours 5 minutes apart"),
    ("zones", "It began at 3 p.m. (1247 GMT).", "the clocks are 2 hours 13 minutes apart"),
    ("zones", "It struck at 4:30 a.m. in Elsin (10:40 p.m. in Port Orla).", "the clocks are 5 hours 50 minutes apart"),
    ("zones", "It struck at 4:30 a.m. in Paris (10:40 p.m. in New York).", "the two times 5 hours 50 minutes"),
    ("zones", "It struck at 4:30 a.m. in Paris (10:30 a.m. in New York).", "6 hours apart the other way round"),
    ("zones", "It starts at 8 p.m. in London, or 5 p.m. in Tokyo.", "9 hours apart, the two times 3 hours"),
    ("zones", "It began at 9 a.m. Moscow time (0900 GMT).", "3 hours apart, the two times 0 hours"),
    ("duration", "The fair ran from 2 May to 9 May, ten days.", "7 days, 8 with both"),
    ("duration", "The fair ran from 2 May to 9 May 2024 (ten days).", "7 days, 8 with both"),
    ("duration", "It lasted ten days, from 2 May to 9 May 2024.", "7 days, 8 with both"),
    ("duration", "The strike ran for ten days (from 2 May to 9 May).", "7 days, 8 with both"),
    ("duration", "The fair ran from 1 April to 30 June 2023, or five months.", "90 days, 91 with both"),
    ("duration", "Between March 3, 2013 and August 30, 2016, over five and a half years, it rained.", "1276 days"),
    ("duration", "The court sits from 2 May to 12 May, 14 days.", "10 days, 11 with both"),
    ("duration", "The five-day fair runs from 2 May to 9 May.", "7 days, 8 with both"),
    ("duration", "The fair runs from May 2 to May 30, a two-week run.", "28 days, 29 with both"),
    ("duration", "The three-week course was held in Elsin from 4 March to 12 April.", "39 days, 40 with both"),
    ("duration", "The fair runs from 28 December to 3 January, ten days in all.", "6 days, 7 with both"),
]
RIGHT = [
    "The council met on Monday, 4 March 2024.",
    "The council met on Monday, March 4.",
    "The fair opens on Saturday and Sunday, March 9 and 10.",
    "It is open from Friday to Sunday, March 8-10, 2024.",
    "The ship sank on Sunday, 9 January 1905.",
    "Ten years ago, on Friday, March 5, the plane vanished.",
    "The plane vanished in 1996, on Monday, March 6.",
    "The vote is on 30 April.",
    "It burned on February 29, 2024.",
    "In April 31 people died.",
    "By April 31 ships had left.",
    "Some 31 April showers fell.",
    "They killed 31 June Carter fans.",
    "He won in 25:70.",
    "He scored at 61:32.",
    "Elsin beat Lorne by 60:75.",
    "The ratio stood at 40:60.",
    "They led at 21:75.",
    "They voted from 20:80 to 24:76.",
    "In May 35 people died.",
    "The line sold 35 May tickets.",
    "The ferry left at 14:30 on a Monday.",
    "The fair ran from 3 May to 12 May.",
    "The fair ran from 12 December to 3 January 2024.",
    "The meeting moved from 12 May to 3 May.",
    "The deadline was brought forward from 12 May 2024 to 3 May 2024.",
    "The season ran from November to March.",
    "She was mayor from 2012 to 2018.",
    "Output fell from 2020 to 2018 levels.",
    "It compares the results from 2024 to 2023.",
    "Seats from 2024 to 2023 were fewer.",
    "The bridge opened on 4 March 2024.",
    "The game was moved on 9 March 2024.",
    "On 9 March 2024, the show hosted by Elsin starts.",
    "On 9 March 2024, the delayed launch takes place.",
    "The bridge opened on 7 March 2024.",
    "The bridge will open on 9 March 2024.",
    "The opening is planned on 9 March 2024.",
    "The bridge was to be opened on 9 March 2024.",
    "He said the fair started on 9 March 2024.",
    "Elsin called an election on 9 March 2024.",
    "Schools remain closed on 12 April 2024.",
    "Schools shut on 12 April 2024.",
    "The ban gets lifted on 12 April 2024.",
    "The couple get married on 12 April 2024.",
    "The team hit the road on 12 April 2024.",
    "The book, published on 12 April 2024, costs $9.",
    "The shop opened on 12 April 2024 costs $9 million.",
    "Tickets bought on 12 April 2024 cost $9.",
    "Cars launched on 12 April 2024, or later, are taxed.",
    "Payments made on 12 April 2024 count for two years.",
    "Flights were cancelled on 12 April 2024.",
    "The concert on 12 April 2024 sold out.",
    "The vote on 12 April 2024 called by the mayor decides.",
    "The tour starts where it began on 12 April 2024.",
    "If nine people were killed on 12 June 2024, nobody knows.",
    "In the novel nine people were killed on 12 June 2030.",
    "Under the plan the bridge opened on 12 April 2024.",
    "On 12 April 2024 nine convicted men walk free.",
    "On 12 April 2024 taxes on imported cars rise.",
    "On 12 April 2024 the town remembers the nine who died.",
    "On 12 April 2024 the bridge opened last year closes.",
    "On 12 April 2024 the law Elsin signed a year ago ends.",
    "On 9 March 2024, the council is to vote on what it promised.",
    "The strike began on 3 May. A day later, on 4 May, it was over.",
    "It sank on Monday. Two days later, on Wednesday, divers came.",
    "They met on 3 February 2024. On 6 February 2024, three days later, they signed.",
    "It sank on 2 February 2024. The next day, Saturday, divers came.",
    "They voted on 20 May. The offer had come two weeks earlier, on 7 May.",
    "They met on 28 February 2024. Two days later, on 1 March, they signed.",
    "The strike began on 3 May; the talks had begun on 1 May. Two days later, on 5 May, it was over.",
    "The league starts on 20 June. He was hurt in training. A doctor came. Two days later, on 5 May, he played.",
    "It sank on Monday. At least two days later, on Friday, divers came.",
    "They met on 30 December. Three days later, on 2 January, they signed.",
    "The launch is at 8 a.m. EST (1300 GMT).",
    "It airs at 8 p.m. ET (5 p.m. PT).",
    "It airs at 9 a.m. ET (1300 GMT), and again at 9 a.m. ET (1400 GMT).",
    "It airs at 2 p.m. ET/PT.",
    "It struck at 1:02 a.m. local time (1302 GMT).",
    "It struck at 8:10 a.m. local time (0225 GMT).",
    "It struck shortly after 8 a.m. local time (1303 GMT).",
    "It struck at 4:30 a.m. in Paris (10:30 p.m. in New York).",
    "The hall opens at 9 a.m. (8:10 a.m. on Sundays).",
    "The hall opens at 9 a.m. (and closes at 5:10 p.m. GMT).",
    "The fair ran from 2 May to 9 May, seven days.",
    "It lasted eight days, from 2 May to 9 May 2024.",
    "The fair ran from 1 April to 30 June 2023, or three months.",
    "Between March 3, 2013 and August 30, 2016, over three years, it rained.",
    "The court sits from 2 May to 12 May, four days.",
    "The three-day weekend course runs from 2 May to 30 May.",
    "The museum is open from 9 to 5 May to August.",
    "The list runs from 2023 to 2019.",
    "The eight-day fair runs from 2 May to 9 May.",
    "The three-week course runs from 4 March to 22 March.",
    "The two-week break runs from 20 December to 3 January.",
    "The five-day course runs from 1 May to 7 May 2024.",
    "The pool is closed from 2 May to 9 May, ten days before the race.",
    "The fair ran from 2 May to 9 May, about ten days.",
    "From 2 May to 9 May, three days of rain fell.",
]


@pytest.mark.parametrize(("check", "text", "reason"), WRONG, ids=[text for _, text, _ in WRONG])
def test_what_cannot_be_is_told_with_the_reckoning(check: str, text: str, reason: str) -> None:
    found = judged(text, "calendar")
    assert [rule for rule, _ in found.told()] == [f"calendar/{check}"]
    assert reason in found.reasons()[0]


@pytest.mark.parametrize("text", RIGHT)
def test_what_can_be_is_not_told(text: str) -> None:
    assert judged(text, "calendar").told() == []


@pytest.mark.parametrize(
    ("text", "primary", "sides"),
    [
        ("It met on Tuesday, 4 March 2024.", "Tuesday, 4 March 2024", [["Tuesday, 4 March 2024"]]),
        ("It ran from 12 May to 3 May.", "3 May", [["12 May"], ["3 May"]]),
        ("It is at 8 a.m. EST (1400 GMT).", "1400", [["8 a.m."], ["1400"]]),
        ("It ran from 2 May to 9 May, ten days.", "ten", [["2 May", "9 May"], ["ten"]]),
        ("It is on 31 April 2024.", "31", [["31", "April 2024"]]),
    ],
)
def test_a_finding_holds_its_figures(text: str, primary: str, sides: list[list[str]]) -> None:
    found = judged(text, "calendar")
    assert [shown for _, shown in found.told()] == [primary]
    assert [[found.figures[f].text for f in side] for side in found.findings[0].sides] == sides


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The council met on Friday, March 5.", date(2024, 3, 6), 1),
        ("The council met on Friday, March 5.", date(2021, 3, 6), 0),
        ("The council met on Friday, March 5.", date(2022, 3, 6), 1),
        ("Last year the council met on Friday, March 5.", date(2022, 3, 6), 0),
        ("It burned in 2021. The council met on Friday, March 5.", date(2022, 3, 6), 0),
        ("The council met on Friday, December 15.", date(2024, 3, 6), 0),
        ("The council met on Sunday, December 15.", date(2024, 3, 6), 1),
        ("The council meets on Thursday, September 5.", date(2024, 3, 6), 0),
        ("The council met on Friday, March 5.", None, 0),
        ("The bridge opened on 9 March 2024.", date(2024, 3, 7), 1),
        ("The bridge opened on 9 March 2024.", date(2024, 3, 8), 0),
        ("The bridge opened on 9 March 2024.", None, 0),
    ],
)
def test_what_rests_on_the_publication(text: str, published: date | None, expected: int) -> None:
    assert len(judged(text, "calendar", published).findings) == expected


def test_a_passage_that_is_repeated_is_told_once() -> None:
    assert len(judged("It met on Tuesday, 4 March 2024.\n\nIt met on Tuesday, 4 March 2024.", "calendar").findings) == 1


def test_a_message_that_ends_in_a_full_stop_has_one() -> None:
    (found,) = judged("The ferry left at 8:75 a.m. on a Monday.", "calendar").findings
    assert found.message == "There is no such day or time: 8:75 a.m."


def test_sources_and_draft_are_checked_each_by_itself(tmp_path: Path) -> None:
    draft = Source("The council of Elsin met on Tuesday, 4 March 2024.", draft=True)
    report = checked(tmp_path, "The council of Elsin met on Sunday, 4 March 2024.", draft)
    roles = {read.id: read.role for read in report.documents}
    figures = {figure.id: figure for figure in report.figures}
    told = [f for f in report.findings if f.kind == "calendar"]
    assert sorted(roles[figures[f.primary].document] for f in told) == ["draft", "source"]
