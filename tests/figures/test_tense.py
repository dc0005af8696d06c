"""Days without a year, weekdays and "in two weeks", by the verb of their clause (published on 13 March 2024)."""

from __future__ import annotations

import pytest

from tests.figures.extracted import PUBLISHED, figure

AHEAD = [
    ("The council meets on Monday.", "Monday", "2024-03-18"),
    ("Talks begin on Friday.", "Friday", "2024-03-15"),
    ("The truce expires on Sunday.", "Sunday", "2024-03-17"),
    ("The council is meeting on Monday.", "Monday", "2024-03-18"),
    ("On Monday the council will vote.", "Monday", "2024-03-18"),
    ("The mill is set to close on Monday.", "Monday", "2024-03-18"),
    ("The tax is due by Nov. 1.", "Nov. 1", "2024-11-01"),
    ("The fair runs until Jan. 28.", "Jan. 28", "2025-01-28"),
    ("The law takes effect Jan. 1.", "Jan. 1", "2025-01-01"),
    ("The school will open in February.", "February", "2025-02"),
    ("The board agreed to pay by April 1.", "April 1", "2024-04-01"),
    ("Crews worked to restore supply by Friday.", "Friday", "2024-03-15"),
    ("The minister promised to publish the report by Thursday.", "Thursday", "2024-03-14"),
    ("She asked the court to rule by Friday.", "Friday", "2024-03-15"),
    ("The mill expects to reopen on Monday.", "Monday", "2024-03-18"),
    ("The mill must pay by Tuesday.", "Tuesday", "2024-03-19"),
    ("The mill could reopen on Monday.", "Monday", "2024-03-18"),
    ("Snow is forecast on Friday.", "Friday", "2024-03-15"),
    ("The hearing was adjourned until Friday.", "Friday", "2024-03-15"),
    ("Talks were moved to Friday.", "Friday", "2024-03-15"),
]

OVER = [
    ("The council met on Monday.", "Monday", "2024-03-11"),
    ("The council set a record on Monday.", "Monday", "2024-03-11"),
    ("Police will patrol after Monday's fire.", "Monday", "2024-03-11"),
    ("The roof has leaked since Monday.", "Monday", "2024-03-11"),
    ("The mill opened on August 20.", "August 20", "2023-08-20"),
    ("The mill burned in June.", "June", "2023-06"),
    ("Trains stopped due to the storm on Monday.", "Monday", "2024-03-11"),
    ("Crews managed to restore supply by Friday.", "Friday", "2024-03-08"),
    ("Trains were back to normal by Friday.", "Friday", "2024-03-08"),
    ("Prices fell to record lows by Friday.", "Friday", "2024-03-08"),
    ("Prices hit 40 euros on Tuesday, ten times last year's level.", "Tuesday", "2024-03-12"),
    ("The envoy left to meet rebels on Friday.", "Friday", "2024-03-08"),
    ("The thief may have left on Friday.", "Friday", "2024-03-08"),
    ("The board could not agree on Friday.", "Friday", "2024-03-08"),
]

TWO_CLAUSES = [
    ("The fair is on Sunday and the trial will start on Monday, clerks said Tuesday.", "Sunday", "2024-03-17"),
    ("The fair is on Sunday and the trial will start on Monday, clerks said Tuesday.", "Monday", "2024-03-18"),
    ("The fair is on Sunday and the trial will start on Monday, clerks said Tuesday.", "Tuesday", "2024-03-12"),
    ("Clerks say the strike began on Monday.", "Monday", "2024-03-11"),
    ("The court ruled, and on Monday the council will vote.", "Monday", "2024-03-18"),
    ("The fair will be held in Salem, the old capital, on Monday.", "Monday", "2024-03-18"),
]

TO = [
    ("The rate falls from July 1 to Dec. 31.", "Dec. 31", "2024-12-31"),
    ("The fair will be held from Nov. 21 to Feb. 18.", "Nov. 21", "2024-11-21"),
    ("The fair will be held from Nov. 21 to Feb. 18.", "Feb. 18", "2025-02-18"),
    ("The shop was shut from Monday to Friday.", "Friday", "2024-03-15"),
    ("The fair will run March 12-14.", "March 12-14", "2024-03-12/2024-03-14"),
]

LASTING = [
    "The train will cover the 345 km in two weeks.",
    "The ferry will make the crossing in two weeks.",
    "The town will cut its debt by 20 percent in two weeks.",
    "The firm plans to double its output in two weeks.",
    "They returned in two weeks.",
]

COMING = [
    "The plant will restart in two weeks.",
    "The vote will be held in two weeks.",
    "The mill is due to open in two weeks.",
    "The drive to cut waste will begin in two weeks.",
]


@pytest.mark.parametrize(("sentence", "number", "expected"), [*AHEAD, *OVER, *TWO_CLAUSES, *TO])
def test_the_nearest_verb_tells_which_day_is_meant(sentence: str, number: str, expected: str) -> None:
    assert figure(sentence, number, PUBLISHED).amount.iso == expected


@pytest.mark.parametrize("sentence", LASTING)
def test_how_long_something_takes_is_a_duration(sentence: str) -> None:
    found = figure(sentence, "two", PUBLISHED)
    assert (found.kind, found.amount.unit) == ("duration", "week")


@pytest.mark.parametrize("sentence", COMING)
def test_when_something_happens_is_a_date(sentence: str) -> None:
    assert figure(sentence, "two weeks", PUBLISHED).amount.iso == "2024-03-27"
