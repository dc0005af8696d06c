"""What the sources say of a draft's figures: each draft marks the one that is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.model import Outcome, Report, Support
from tests.claims.builders import Source, checked, unmarked

STADIUM = "The new stadium in Port Elsin seats 41,000 spectators and cost $310 million, the city said."
FLOOD = "The flood in the Orla valley killed 12 people and left more than 50 missing, rescuers said."
TRADE = "Exports rose by 19 percent in May, while imports fell by 38 percent, the ministry said."

TURNOUT = "Turnout in Elsin was 68.3 percent, compared with 71.5 percent four years ago."
PORT = "Tars holds 70 percent of the port and Solen 30 percent, the ministry said."
BANK = "Of the bank's 86 million pounds, 52 million went to Cyprus and 34 million to Jersey."
QUAKE = "A quake struck 33 kilometres south of Elsin at a depth of 10 kilometres and injured more than 400 people."
TOWN = "The town has 1,234,567 inhabitants. It had 12,345 births. There 23.7 percent of the homes stand empty."
FEES = "The harbour fees of Elsin brought the town £8,000 a month, the mayor said. Three ships came."

ROWS: list[tuple[str, str, Outcome, list[str]]] = [
    ("Port Elsin has a stadium for [41,000] spectators.", STADIUM, "supported", ["41,000"]),
    ("Port Elsin has a stadium for about [40,000] spectators.", STADIUM, "rounded", ["41,000"]),
    ("Port Elsin has a stadium for [14,000] spectators.", STADIUM, "contradicted", ["41,000"]),
    ("The stadium in Port Elsin cost [$310 million].", STADIUM, "supported", ["$310 million"]),
    ("The stadium in Port Elsin cost [$130 million].", STADIUM, "contradicted", ["$310 million"]),
    ("The stadium in Port Elsin cost more than [$310 million].", STADIUM, "overstated", ["$310 million"]),
    ("The stadium in Port Elsin cost up to [$310 million].", STADIUM, "understated", ["$310 million"]),
    ("The flood in the Orla valley left [50] missing.", FLOOD, "understated", ["50"]),
    ("The flood in the Orla valley left over [50] missing.", FLOOD, "supported", ["50"]),
    ("The stadium in Port Elsin has [nine] lifts.", STADIUM, "unsupported", []),
    ("The flood in the Orla valley killed [12] people and left 50 missing.", FLOOD, "supported", ["12"]),
    ("Exports rose by [38 percent], while imports fell by 19 percent.", TRADE, "contradicted", ["19"]),
    ("Exports rose by [19 percent], while imports fell by 38 percent.", TRADE, "supported", ["19"]),
    ("The stadium in Port Elsin cost [$310 billion].", STADIUM, "contradicted", ["$310 million"]),
    ("The stadium in Port Elsin cost [$300 billion].", STADIUM, "unsupported", []),
    ("Exports rose by [19 percentage points] in May.", TRADE, "contradicted", ["19"]),
    ("Turnout was [71.5] percent, after 68.3 percent in 2021.", TURNOUT, "contradicted", ["68.3"]),
    ("Turnout was [68.3] percent, after 71.5 percent in 2021.", TURNOUT, "supported", ["68.3"]),
    ("Solen owns [70] percent of the port and Tars the other 30 percent.", PORT, "contradicted", ["30"]),
    ("Solen owns [30] percent of the port and Tars the other 70 percent.", PORT, "supported", ["30"]),
    ("Of the money, [34 million] pounds went to Jersey.", BANK, "supported", ["34 million"]),
    ("The harbour fees brought the town nearly [£8,000] a week.", FEES, "contradicted", ["£8,000"]),
    ("The quake killed more than [400] people.", QUAKE, "misapplied", ["400"]),
    ("The quake hurt more than [400] people.", QUAKE, "supported", ["400"]),
    ("The quake struck at a depth of [33 kilometres].", QUAKE, "contradicted", ["10"]),
    ("Exports fell by [19 percent] in May.", TRADE, "misapplied", ["19"]),
    ("The town has [1.2 million] inhabitants.", TOWN, "rounded", ["1,234,567"]),
    ("The town has over [a million] inhabitants.", TOWN, "rounded", ["1,234,567"]),
    ("The town has [1.3 million] inhabitants.", TOWN, "contradicted", ["1,234,567"]),
    ("Nearly [a quarter] of the homes stand empty.", TOWN, "rounded", ["23.7"]),
    ("There were [12,300] births in the town.", TOWN, "rounded", ["12,345"]),
    ("The storm hit on [10 March].", "The storm hit on Sunday, the mayor said.", "contradicted", ["Sunday"]),
    ("The storm hit on [3 March].", "The storm hit on Sunday, the mayor said.", "supported", ["Sunday"]),
    ("The meeting began at [half past six].", "The meeting began at 6:30 p.m. on Friday.", "supported", ["6:30 p.m."]),
]


def asked(report: Report, draft: str) -> Support:
    """What is said of the marked figure of the draft."""
    _, (span,) = unmarked(draft)
    read = next(d for d in report.documents if d.role == "draft")
    offset = read.text.index(unmarked(draft)[0])
    place = span.start + offset
    (figure,) = (f for f in report.figures if f.document == read.id and f.span.start <= place < f.span.end)
    return next(s for s in report.supports if s.figure == figure.id)


def texts(report: Report, figures: tuple[str, ...]) -> list[str]:
    return [f.text for name in figures for f in report.figures if f.id == name]


@pytest.mark.parametrize(("draft", "source", "outcome", "told"), ROWS)
def test_one_source(tmp_path: Path, draft: str, source: str, outcome: Outcome, told: list[str]) -> None:
    report = checked(tmp_path, source, Source(unmarked(draft)[0], draft=True))
    support = asked(report, draft)
    assert (support.outcome, texts(report, support.sources or support.others)) == (outcome, told)


def test_a_draft_changes_nothing_between_the_sources(tmp_path: Path) -> None:
    other = STADIUM.replace("41,000", "38,000")
    alone = checked(tmp_path, STADIUM, other).claims
    beside = checked(tmp_path, STADIUM, other, Source("A stadium in Elsin, for 41,000 spectators.", draft=True)).claims
    assert [(c.statement, c.stance) for c in alone] == [(c.statement, c.stance) for c in beside[: len(alone)]]
    assert all(set(one.figures) <= set(two.figures) for one, two in zip(alone, beside, strict=False))


def test_copies_of_one_text_support_once(tmp_path: Path) -> None:
    draft = "Port Elsin has a stadium that seats [41,000] spectators."
    report = checked(tmp_path, STADIUM, STADIUM, Source(unmarked(draft)[0], draft=True))
    support = asked(report, draft)
    assert (len(support.sources), support.independent) == (2, 1)


def test_a_day_told_from_publication_that_no_source_gives_is_not_checked(tmp_path: Path) -> None:
    draft = "The stadium opens [tomorrow]."
    report = checked(tmp_path, STADIUM, Source(unmarked(draft)[0], draft=True))
    assert asked(report, draft).outcome == "unchecked"


def test_a_value_that_the_draft_gives_of_another_thing_is_no_dispute(tmp_path: Path) -> None:
    one = "The firm earned $127.1 million on an adjusted basis in the third quarter."
    two = "The firm earned $130.4 million from continuing operations in the third quarter."
    draft = "The firm earned [$127.1 million] adjusted and $130.4 million from continuing operations."
    day = date(2024, 3, 7)
    report = checked(tmp_path, one, two, Source(unmarked(draft)[0], day, draft=True))
    assert asked(report, draft).outcome == "supported"


def test_a_bound_that_leaves_room_contradicts_nothing(tmp_path: Path) -> None:
    first = Source("At least 27 people were injured in the storm on the coast of Tarvia.", date(2024, 3, 5))
    later = Source("The number of the injured rose to 31.", date(2024, 3, 6))
    draft = "The storm on the coast of Tarvia injured [31] people."
    report = checked(tmp_path, first, later, Source(unmarked(draft)[0], date(2024, 3, 7), draft=True))
    assert asked(report, draft).outcome == "supported"


def test_a_slip_tells_what_the_draft_meant(tmp_path: Path) -> None:
    source = "Gusts of 142 kilometres per hour were measured at Cape Ruun."
    draft = "Gusts at Cape Ruun reached [142 miles] per hour."
    support = asked(checked(tmp_path, source, Source(unmarked(draft)[0], draft=True)), draft)
    assert support.outcome == "contradicted"
    assert any("one of the units" in reason for reason in support.reasons)
