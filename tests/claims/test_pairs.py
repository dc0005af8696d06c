"""Pairs that are one claim, and pairs that are not: whole texts through `factcheck.check`.

The figures that a row is about stand in square brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.model import Claim
from tests.claims.builders import checked, marked

ONE_CLAIM = {
    "a toll and its rise": [
        "[Five] people died in a fire at a hotel in Belville.",
        "The death toll from the hotel fire in Belville has risen to [eight].",
    ],
    "a toll that rose to a number of dead": [
        "[Five] people died in a fire at a hotel in Belville.",
        "The toll from the hotel fire in Belville rose to [eleven] dead.",
    ],
    "one of two figures of a sentence": [
        "The ferry carried [312] passengers and 24 crew.",
        "The ferry had [321] passengers and 24 crew on board.",
    ],
    "plants, in other words": [
        "Nordvik will close [two] plants in Poland and invest $300 million in batteries.",
        "Nordvik will shut [three] plants in Poland and spend $0.3bn on batteries.",
    ],
    "a bare percentage": [
        "The vaccine is [91 percent] effective, the maker said.",
        "The vaccine is [19 percent] effective, the maker said.",
    ],
    "a magnitude in other words": [
        "The earthquake had a magnitude of [5.9].",
        "The quake measured [6.1] on the Richter scale.",
    ],
    "rain in two units": [
        "Some [180 mm] of rain fell in 24 hours.",
        "[18 centimetres] of rain fell in a single day.",
    ],
    "a departure on two clocks": ["The train left at [5:45 p.m.]", "The train departed at [17:45]."],
    "a final score": ["Rovers beat United [3-1] in the final.", "Rovers won the final against United [3-2]."],
    "killed and dead": [
        "The ferry fire off Tamsin Island killed [14] people, the coast guard said.",
        "The ferry fire off Tamsin Island left [17] dead, the coast guard said.",
    ],
    "a toll of one flood": [
        "The flood killed [12] people in the Orla valley, rescuers said.",
        "The flood in the Orla valley killed [19] people, rescuers said.",
    ],
    "headline and body": [
        "# Avalanche kills [nine] skiers\n\nAn avalanche above Kalten killed [nine] skiers on Tuesday, police said.",
        "An avalanche above Kalten killed [12] skiers on Tuesday, rescuers said.",
    ],
    "a turnout": [
        "Turnout in the Estmark election was [61 percent], the electoral commission said.",
        "Turnout in the Estmark election was [58 percent], the electoral commission said.",
    ],
    "seats with their digits transposed": [
        "The Green Union won [34] seats in the regional election in Halland.",
        "The Green Union won [43] seats in the regional election in Halland.",
    ],
    "a budget, active and passive": [
        "The Estmark parliament passed a budget of [4.2 billion euros] on Thursday.",
        "The budget of [4.6 billion euros] was passed by the Estmark parliament on Thursday.",
    ],
    "cases of an epidemic": [
        "The health ministry has confirmed [312] cases of measles in the Lorne district.",
        "The health ministry has confirmed [321] cases of measles in the Lorne district.",
    ],
    "children vaccinated": [
        "Nurses vaccinated [5,200] children in Lorne in the first week.",
        "In Lorne, [4,800] children were vaccinated in the first week.",
    ],
    "a transfer fee": [
        "Port Elsin signed the striker for [18 million euros].",
        "Port Elsin signed the striker for [22 million euros].",
    ],
    "medals": [
        "Estmark won [nine] medals at the winter games.",
        "Estmark won [seven] medals at the winter games.",
    ],
    "a distance from one town": [
        "The quake struck [55 kilometres] from Merrin, the survey said.",
        "The quake struck [34 miles] from Merrin, the agency said.",
    ],
    "a magnitude by two agencies": [
        "The quake off Merrin had a magnitude of [5.9], the survey said.",
        "The quake off Merrin had a magnitude of [6.3], the agency said.",
    ],
    "a power in two units": [
        "The wind farm off Halland will supply [600 megawatts].",
        "The wind farm off Halland will supply [0.6 gigawatts].",
    ],
    "barrels a day": [
        "The refinery in Sorvik processes [240,000 barrels] of oil a day.",
        "The refinery in Sorvik processes [210,000 barrels] of oil a day.",
    ],
    "gas with and without its year": [
        "The Sorvik pipeline carries [10 bcm] of gas to Estmark.",
        "The Sorvik pipeline carries [10 bcm] of gas a year to Estmark.",
    ],
    "a vague word and a number": [
        "[Dozens] of wells near Sorvik were shut after the leak.",
        "Some [40] wells near Sorvik were shut after the leak.",
    ],
    "an opening day": [
        "The plant at Sorvik will open on [12 June 2024].",
        "The plant at Sorvik will open on [14 June 2024].",
    ],
    "a kick-off": [
        "The match in Elsin begins at [8 p.m.] on Saturday.",
        "The match in Elsin begins at [9 p.m.] on Saturday.",
    ],
    "an age": [
        "Mayor Ilse Brandt, [64], will not run again.",
        "Mayor Ilse Brandt, [61], will not run again.",
    ],
    "jobs": [
        "Tallis Motors will cut [3,000] jobs at its plant in Elsin.",
        "Tallis Motors will cut [3,400] jobs at its plant in Elsin.",
    ],
    "inflation": [
        "Inflation in Estmark rose to [7.4 percent] in April.",
        "Inflation in Estmark rose to [7.9 percent] in April.",
    ],
    "a stake": [
        "Norland Gas holds a stake of [25 percent] in the Sorvik terminal.",
        "Norland Gas holds a stake of [30 percent] in the Sorvik terminal.",
    ],
    "a conversion in brackets": [
        "The pipeline runs [260 kilometres] ([160 miles]) from Sorvik to the coast.",
    ],
    "a cost and what was spent": [
        "The cost of fuel at Norvane Air fell to [412 million euros].",
        "Norvane Air spent [412 million euros] on fuel.",
    ],
    "homes and households": [
        "The blackout in Elsin cut off [15,000] homes.",
        "The power outage in Elsin cut off [15,000] households.",
    ],
    "a part that names its whole": [
        "Three of the [12] suspects are from Elsin.",
        "Police hold [12] suspects after the raid in Elsin.",
    ],
}
APART = {
    "the years of two figures": ["Gas exports fell to 120 bcm in [2021].", "Gas exports fell to 95 bcm in [2022]."],
    "seats needed and seats still needed": [
        "The party needs [101] seats for a majority.",
        "The party won 92 seats and needs [nine] more seats for a majority.",
    ],
    "the day of a fire and of a statement": [
        "Five people died in a fire at a hotel on [Sunday].",
        "The death toll of the hotel fire has risen to eight, the fire service said on [Wednesday].",
    ],
    "killed and injured": [
        "The ferry fire off Tamsin Island killed [14] people, the coast guard said.",
        "The ferry fire off Tamsin Island injured [14] people, the coast guard said.",
    ],
    "killed and displaced": [
        "The flood in Lorne killed [30] people.",
        "The flood in Lorne displaced [3,000] people.",
    ],
    "arrested and injured": [
        "Police arrested [12] people after the riot in Elsin.",
        "The riot in Elsin left [12] people injured.",
    ],
    "cases and deaths": [
        "The health ministry has confirmed [312] cases of measles in Lorne.",
        "The health ministry has confirmed [14] deaths from measles in Lorne.",
    ],
    "exports and imports": [
        "Exports of gas from Norland reached [40 billion] cubic metres in 2022.",
        "Imports of gas to Norland reached [12 billion] cubic metres in 2022.",
    ],
    "a price and a fine": [
        "Tallis Motors paid [$40 million] for the plant in Elsin.",
        "Tallis Motors paid a fine of [$25 million] over the plant in Elsin.",
    ],
    "revenue and profit": [
        "Tallis Motors reported revenue of [4.1 billion euros].",
        "Tallis Motors reported a profit of [310 million euros].",
    ],
    "a price and a wage": [
        "The price of a ticket rose to [12 euros].",
        "The wage of a steward rose to [14 euros].",
    ],
    "a deficit and a debt": [
        "The budget of Estmark foresees a deficit of [3 percent] of its output.",
        "The budget of Estmark foresees a debt of [61 percent] of its output.",
    ],
    "a wind and a gust": [
        "The storm hit Elsin with winds of [120 kilometres] per hour.",
        "The storm hit Elsin with gusts of [150 kilometres] per hour.",
    ],
    "cancelled and delayed": [
        "The airport of Elsin cancelled [140] flights because of the storm.",
        "The airport of Elsin delayed [190] flights because of the storm.",
    ],
    "vaccinated and infected": [
        "Nurses have vaccinated [5,200] people in Lorne.",
        "The measles have infected [5,700] people in Lorne.",
    ],
    "a depth and a height": [
        "The lake behind the dam at Halsey is [40 metres] deep.",
        "The dam at Halsey is [84 metres] high.",
    ],
    "a speed and a length": [
        "The train reached a speed of [310 kilometres] per hour.",
        "The track is [310 kilometres] long.",
    ],
    "money and megawatts": [
        "The wind farm off Halland cost [900 million euros].",
        "The wind farm off Halland will supply [900 megawatts].",
    ],
    "a rise and a fall": [
        "Prices of gas in Estmark rose by [4 percent].",
        "Prices of gas in Estmark fell by [6 percent].",
    ],
    "two persons' ages": [
        "Mayor Ilse Brandt, [64], will not run again.",
        "Her deputy Jonas Falk, [41], will run for mayor.",
    ],
    "a share of the vote and a turnout": [
        "The Green Union took [31 percent] of the vote.",
        "Turnout was [58 percent] in the election.",
    ],
    "an age and a duration": [
        "The dam at Halsey is [60 years] old.",
        "The repair of the dam at Halsey will take [3 years].",
    ],
    "a rate and a stock": [
        "The refinery in Sorvik processes [240,000 barrels] of oil a day.",
        "The refinery in Sorvik stores [900,000 barrels] of oil.",
    ],
    "a whole and its parts": [
        "Of the [40] wells, [25] were shut and [20] leaked.",
    ],
    "two towns in one sentence": [
        "The quake struck [55 kilometres] from Merrin and [72 kilometres] from Halsey.",
    ],
}


def claims_of(claims: Sequence[Claim], ids: set[str]) -> list[set[str]]:
    """The marked figures of each claim that has some."""
    return [found for claim in claims if (found := ids & set(claim.figures))]


@pytest.mark.parametrize("texts", ONE_CLAIM.values(), ids=ONE_CLAIM.keys())
def test_one_claim(texts: list[str], tmp_path: Path) -> None:
    report, ids = marked(tmp_path, *texts)
    assert len(ids) >= 2
    assert claims_of(report.claims, ids) == [ids]


@pytest.mark.parametrize("texts", APART.values(), ids=APART.keys())
def test_not_one_claim(texts: list[str], tmp_path: Path) -> None:
    report, ids = marked(tmp_path, *texts)
    assert len(ids) >= 2
    assert all(len(found) == 1 for found in claims_of(report.claims, ids))


STADIUM = "The stadium in Port Elsin seats 41,000 spectators."


def test_a_source_that_repeats_itself_does_not_outweigh_two_others(tmp_path: Path) -> None:
    other = STADIUM.replace("41,000", "38,000")
    report = checked(
        tmp_path, f"{STADIUM}\n\nWork began in spring.\n\n{STADIUM}\n\nIt opens soon.\n\n{STADIUM}", other, other
    )
    texts = {f.id: f.text for f in report.figures}
    sides = [[texts[f] for f in side] for claim in report.claims for side in claim.sides]
    assert sides == [["38,000", "38,000"], ["41,000", "41,000", "41,000"]]


def test_a_claim_says_what_holds_it_together(tmp_path: Path) -> None:
    claim, *more = checked(tmp_path, STADIUM, STADIUM.replace("41,000", "38,000")).claims
    assert more == []
    assert {"stadium", "spectators"} <= set(claim.statement.split())
    assert [(link.a, link.b) for link in claim.links] == [claim.figures]
    assert "both are of “spectator”" in claim.links[0].reasons
    assert 0 < claim.confidence <= 1
