"""What a document reckons itself: each check with right and wrong rows, and a long clean text without a finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck import check, findings, plugins
from factcheck.model import Finding
from tests.claims.builders import Source, checked

CLEAN = Path(__file__).parents[1] / "samples" / "clean.md"
DAY = date(2024, 3, 6)


def found(folder: Path, text: str) -> list[Finding]:
    return [f for f in checked(folder, Source(text, DAY)).findings if f.kind == "arithmetic"]


def table(total: str, *entries: str, heading: str = "Votes", name: str = "Total") -> str:
    rows = [f"| Town {n} | {entry} |" for n, entry in zip("ABCDE", entries, strict=False)]
    return "\n".join([f"| Town | {heading} |", "|---|---|", *rows, f"| {name} | {total} |"])


WRONG = [
    ("change", "The club grew from 200 to 250 members, an increase of 30 percent.", "200 to 250 is 25 percent, not 30"),
    ("change", "Sales rose 60 percent from $2.3 billion to $3.4 billion.", "is 47.8 percent, not 60 percent"),
    ("change", "Sales rose 60 percent to $3.4 billion from $2.3 billion a year earlier.", "is 47.8 percent"),
    ("change", "Revenue was $3.4 billion in 2023, up 40 percent from $2.3 billion.", "is 47.8 percent, not 40"),
    ("change", "A 20 percent drop in output, from 500 tons to 450 tons, cost jobs.", "is 10 percent, not 20"),
    ("change", "Membership rose by 40 from 100 to 150 members.", "is 50, not 40"),
    ("change", "The fee fell by $15 from $50 to $40.", "is 10 USD, not $15"),
    ("change", "Turnout fell 15 percentage points from 60 percent to 55 percent.", "is 5 percentage points"),
    ("change", "Sales grew 30 percent to $3.4 billion, compared with $2.3 billion in 2022.", "is 47.8 percent, not 30"),
    ("change", "The number of members doubled from 300 to 900.", "from 300 to 900 is 3 times, not 2"),
    ("change", "The fee was halved in May from $80 to $20.", "from $80 to $20 is 0.2 times, not 0.5"),
    ("change", "Sales rose from $2 million to $3 million, a jump of 130 percent.", "is 50 percent, not 130"),
    ("change", "Taxes fall from $2,000 to $1,900, a cut of 10 percent.", "is 5 percent, not 10"),
    ("move", "The FTSE 100 fell 75 points, or 2 percent, to 7,425.", "is 1 percent, not 2"),
    ("move", "Crude climbed $1.50, or 6 percent, to $76.50 a barrel.", "is 2 percent, not 6"),
    ("move", "The stock lost $5, or 20 percent, to $45.", "is 10 percent, not 20"),
    ("move", "Oil slid by $4, or 8 percent, at $76 a barrel.", "is 5 percent, not 8"),
    ("move", "The index fell 518 points, or 2.5 percent, to 34,079.", "is 1.5 percent, not 2.5 percent"),
    ("move", "Shares of the line rose $5, or 20 percent, to $25.", "is 25 percent, not 20 percent"),
    ("move", "The lake fell by 3 metres (40 percent) to 12 metres.", "is 20 percent, not 40 percent"),
    ("share", "A group of 120 of 400 workers, or 35 percent, stayed at home.", "120 of 400 is 30 percent, not 35"),
    ("share", "The party won 37 percent, or 54 of the 200 seats.", "is 27 percent, not 37 percent"),
    ("share", "The line will cut 15 percent of its 10,000 jobs, or 1,900 posts.", "is 19 percent, not 15"),
    ("share", "The line will cut 1,900 posts, or 15 percent of its 10,000 jobs.", "is 19 percent, not 15"),
    ("share", "Only 18 of the 60 wells (25 percent) were clean.", "is 30 percent, not 25 percent"),
    ("share", "The town spent $3 million of its $12 million, or 35 percent.", "is 25 percent, not 35 percent"),
    ("share", "He holds 40 of the 100 million shares, or 35 percent.", "40 of 100 million is 40 percent, not 35"),
    ("parts", "The bus carried 24 men and 13 women, 39 in all.", "24 + 13 is 37, not 39"),
    ("parts", "Four people died, three men and two women.", "3 + 2 is 5, not 4"),
    ("parts", "4 people were hurt: 3 drivers and 2 passengers.", "3 + 2 is 5, not 4"),
    ("parts", "The fire left 12 dead: 7 men, 4 women and 2 children.", "7 + 4 + 2 is 13, not 12"),
    ("parts", "The bus carried 17 people, 9 men and 7 women.", "9 + 7 is 16, not 17"),
    ("parts", "The team won 12 medals: 7 gold, 4 silver and 2 bronze.", "is 13, not 12"),
    ("parts", "The rescuers found 20 survivors (12 adults and 9 children).", "is 21, not 20"),
    ("parts", "The storm left 11 dead, 15 of them children.", "15 cannot be a part of 11"),
    ("parts", "The council has 30 members - 17 men and 12 women.", "is 29, not 30"),
    ("range", "There were between 50 and 30 people at the gate.", "50 is more than 30"),
    ("range", "A ticket costs between $90 and $40.", "$90 is more than $40"),
    ("range", "Between 1,200 and 900 homes have no power.", "1,200 is more than 900"),
    (
        "age",
        "John Harlow was born in 1960 in Elsin. Harlow, 74, leads the council.",
        "is 63 or 64 on 2024-03-06, not 74",
    ),
    ("age", "Mary Venn, born on 3 January 1984, is the mayor. Venn, 30, rows.", "is 40 on 2024-03-06, not 30"),
    ("age", "John Harlow was born in 1960. The 53-year-old John Harlow leads the council.", "is 63 or 64"),
    ("age", "Henrik Aas, 44, was born on 3 May 1971.", "is 52 on 2024-03-06, not 44"),
    ("age", "Andrés Quintero, 26, who was born on 9 August 2000, rows.", "is 23 on 2024-03-06, not 26"),
    ("age", "Anna Berg, who was born in 1990, is 44 years old.", "is 33 or 34 on 2024-03-06, not 44"),
    ("age", "Born in 1970, Peter Lund, 43, leads the council.", "is 53 or 54 on 2024-03-06, not 43"),
    ("age", "Mary Venn, who was born in 1980, died in 2023 at the age of 54.", "is 42 or 43 at death (2023), not 54"),
    ("age", "Mary Venn, born on 3 January 1980, died on 1 January 2023, aged 43.", "is 42 at death (1 January 2023)"),
    ("average", "The league has 4 teams of 11 players, 48 in all.", "4 times 11 is 44, not 48"),
    ("average", "The guests paid $300 for 3 nights, or $120 a night.", "$300 over 3 is 100, not $120"),
    ("average", "The school bought 20 tickets at $15 each, or $280 in all.", "20 times $15 is 300, not $280"),
    ("points", "Unemployment rose from 4 percent to 6 percent, an increase of 2 percent.", "(2 percentage points)"),
    (
        "average",
        "It sold 240 plots for a total of $9.6 million, or an average of $400,000 each.",
        "is 40,000, not $400",
    ),
    ("average", "The town bought 5 buses for $2 million, or $300,000 each.", "is 400,000, not $300,000"),
    (
        "points",
        "Unemployment rose from 4 percent to 5 percent, an increase of 1 percent.",
        "25 percent (1 percentage point)",
    ),
    ("points", "The margin improved by 1.5 percent, from 10.1 percent to 11.6 percent.", "(1.5 percentage points)"),
    ("points", "Turnout fell 5 percent, from 60 percent to 55 percent.", "is 8.3 percent (5 percentage points)"),
    ("points", "Unemployment rose 0.5 percent to 5.5 percent from 5 percent.", "is 10 percent (0.5 percentage"),
    ("column", table("2,150", "1,200", "850"), "1,200 + 850 is 2,050, not 2,150"),
    ("column", table("9.9", "1.2", "3.4", "4.1", name="Sum"), "is 8.7, not 9.9"),
    ("column", table("$700", "$400", "$250", heading="Fees", name="**All**"), "is 650, not 700"),
]

RIGHT = [
    ("change", "The club grew from 200 to 250 members, an increase of 25 percent."),
    ("change", "Sales rose 47 percent from $2.3 billion to $3.4 billion."),
    ("change", "Sales rose about 50 percent to $3.4 billion from $2.3 billion a year earlier."),
    ("change", "Revenue was $3.4 billion in 2023, up more than 40 percent from $2.3 billion."),
    ("change", "Adjusted for purchases, sales rose 12 percent to $3.4 billion from $2.3 billion."),
    ("change", "Sales rose 12 percent from a year earlier to $3.4 billion, of which $2.3 billion came from ferries."),
    ("change", "The town rose 40 places from 100 to 60 in the list."),
    ("change", "Turnout fell 5 percentage points from 60 percent to 55 percent."),
    ("change", "Sales grew 30 percent to $3.4 billion, compared with $2.3 billion expected in 2022."),
    ("change", "The number of members doubled from 300 to 640."),
    ("change", "The number of members more than doubled from 300 to 900."),
    ("change", "The fee was halved in May from $80 to $40."),
    ("change", "Sales rose from $2 million to $3 million, a jump of 80 percent."),
    ("change", "Taxes fall from $2,000 to $1,900, a cut of 5 percent."),
    ("change", "Sales rose by $3 million to $8 million from $6 million."),
    ("change", "The stock climbed 5 percent to $30 on Tuesday from $20 in January."),
    ("change", "The price rose $2 a day from $10 to $30."),
    ("change", "Prices rose 5 percent weekly from 100 to 150."),
    ("change", "Prices rose 5 percent each session from 100 to 150."),
    ("move", "The FTSE 100 fell 75 points, or 1 percent, to 7,425."),
    ("move", "Crude climbed $1.50, or 2 percent, to $76.50 a barrel."),
    ("move", "The stock lost $5, or 10 percent, to $45."),
    ("move", "Oil slid by $4, or 5 percent, at $76 a barrel."),
    ("move", "The index rose 99 points, or 1 percent, to 5,099."),
    ("move", "The index rose 14 points, or 1 percent, to 1,014."),
    ("move", "The index fell 518 points, or 1.5 percent, to 34,079."),
    ("move", "Shares of the line rose $5, or 25 percent, to finish at $25."),
    ("move", "The lake fell by 3 metres (20 percent) to 12 metres."),
    ("share", "A group of 120 of 400 workers, or 30 percent, stayed at home."),
    ("share", "The party won 27 percent, or 54 of the 200 seats."),
    ("share", "A group of 119 of 400 workers, or 29 percent, stayed at home."),
    ("share", "The line will cut 1,500 posts, or 15 percent of its 10,000 jobs."),
    ("share", "Police held 40 of the 100 guests, or 12 percent of all visitors."),
    ("share", "Some 30 percent of the 1,000 men, or about 300, and 20 percent of the 500 women, or 100, agreed."),
    ("share", "The town spent about $3 million of its $12 million, or 25 percent."),
    ("share", "He holds 40 of the 100 million shares, or 40 percent."),
    ("share", "He holds 40 of the 100 million shares, or 42 percent with its options."),
    ("share", "The line sold 40 of the 100 licences, or 35 percent by value."),
    ("parts", "The bus carried 24 men and 13 women, 37 in all."),
    ("parts", "Five people died, three men and two women."),
    ("parts", "At least 10 people died: 4 men and 5 women."),
    ("parts", "Some 12 people died: 4 men and 5 women."),
    ("parts", "4 people were hurt: 3 drivers and 2 dogs."),
    ("parts", "Police charged 5 men: 3 with murder and 4 with theft."),
    ("parts", "The fire left 13 dead: 7 men, 4 women and 2 children."),
    ("parts", "The camp held 17 people, 9 dogs and 7 cats."),
    ("parts", "The fire left 13 dead, including 4 women and 2 children."),
    ("parts", "The storm left 15 dead, 11 of them children."),
    ("parts", "The council has about 30 members - 17 men and 12 women."),
    ("parts", "Dozens died in 11 attacks, 15 of them children."),
    ("range", "There were between 30 and 50 people at the gate."),
    ("range", "The gate is open between 10 and 4 on each of 12 days."),
    ("range", "The gap between 50 votes and 30 votes decided it."),
    ("age", "John Harlow was born in 1960 in Elsin. Harlow, 63, leads the council."),
    ("age", "John Harlow was born in 1960 in Elsin. Tom Harlow, 30, leads the council."),
    ("age", "John Harlow was born in 1960. Harlow, 30, was a teacher when the bridge fell."),
    ("age", "Henrik Aas, 52, was born on 3 May 1971."),
    ("age", "Andrés Quintero, 23, who was born on 9 August 2000, rows."),
    ("age", "Anna Berg, who was born in 1990, is 34 years old."),
    ("age", "Peter Lund, born in 1950, whose wife died in 2001 at the age of 40, rows."),
    ("age", "Born in 1970, Peter Lund, 54, leads the council."),
    ("age", "Mary Venn, who was born in 1980, died in 2023 at the age of 43."),
    ("age", "Mary Venn, born on 3 January 1980, died on 1 January 2023, aged 42."),
    ("age", "Peter Lund was born in 1970. In a 1995 photo Lund, 25, smiles."),
    ("average", "The league has 4 teams of 11 players, 44 in all."),
    ("average", "The guests paid $400 for 3 nights, or $133 a night."),
    ("average", "The school bought 20 tickets at $15 each, or $300 in all."),
    ("points", "Unemployment rose from 4 percent to 6 percent, an increase of 2 percentage points."),
    ("points", "Unemployment rose from 4 percent to 6 percent, an increase of 50 percent."),
    ("average", "It sold 240 plots for a total of $9.6 million, or an average of $40,000 each."),
    ("average", "The town bought 5 buses for $2 million, or $400,000 each."),
    ("average", "Two groups of 40 and one of 25 marched, a total of 105."),
    ("range", "Between 200 BC and 100 BC nine kings ruled."),
    ("points", "The margin improved by 1.5 percentage points, from 10.1 percent to 11.6 percent."),
    ("points", "Turnout fell 8 percent, from 60 percent to 55 percent."),
    ("column", table("2,050", "1,200", "850")),
    ("column", table("8.8", "1.2", "3.4", "4.1")),
    ("column", table("1,210", "1,200", "850", heading="Average price", name="All")),
    ("column", table("2,150", "1,200", "850", "n/a")),
]


@pytest.mark.parametrize(("name", "text", "says"), WRONG)
def test_a_reckoning_that_does_not_come_out_is_told(name: str, text: str, says: str, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, text)
    assert (finding.rule, finding.severity) == (f"arithmetic/{name}", "warning")
    assert says in finding.explanations[0]
    assert finding.explanations[0] in finding.message
    assert (finding.primary,) in finding.sides


@pytest.mark.parametrize(("name", "text"), RIGHT)
def test_what_comes_out_or_is_not_certain_stays_silent(name: str, text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == [], name


def test_a_draft_reckons_too_and_a_repeated_slip_is_told_once(tmp_path: Path) -> None:
    source, slip = "The camp holds 900 beds.", "The bus carried 17 people, 9 men and 7 women."
    report = checked(tmp_path, source, Source(f"{slip}\n\n{slip}", draft=True))
    (finding,) = (f for f in report.findings if f.kind == "arithmetic")
    (draft,) = (d.id for d in report.documents if d.role == "draft")
    assert {f.document for f in report.figures if (f.id,) in finding.sides} == {draft}


def test_a_rule_may_let_a_share_of_the_result_pass(tmp_path: Path) -> None:
    report = checked(tmp_path, Source("A group of 120 of 400 workers, or 35 percent, stayed at home.", DAY))
    (rule,) = (r for r in report.rules if r.id == "arithmetic/share")
    kind = plugins.load("factcheck.findings.kinds", "arithmetic")
    assert kind.Options.model_validate(rule.options).tolerance == 0
    for tolerance, expected in ((0.05, 1), (0.2, 0)):
        loose = replace(rule, options={"check": "share", "tolerance": tolerance})
        judged = findings.judge(report.claims, report.figures, report.documents, [loose])
        assert len(judged) == expected


def test_many_ages_and_births_are_paired_each_with_the_nearest(tmp_path: Path) -> None:
    text = " ".join(f"Peter Lund was born in {1950 + n}. Lund, {73 - n}, rows." for n in range(30))
    assert found(tmp_path, text) == []
    wrong = " ".join(f"Peter Lund was born in {1950 + n}. Lund, {63 - n}, rows." for n in range(30))
    assert len(found(tmp_path, wrong)) == 30


def test_a_clean_text_has_no_finding_at_all() -> None:
    report = check([str(CLEAN)])
    assert len(report.figures) >= 60
    assert [f"{f.rule}: {f.message}" for f in report.findings] == []
