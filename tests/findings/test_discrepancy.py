"""The kind `discrepancy`: of which claims it speaks, with which sides, words and identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import check
from factcheck.findings import judge
from factcheck.model import SEVERITIES, STANCES, Claim, Finding, Rule, Severity, Stance
from tests.claims.builders import Source, checked, mentions, write

Sides = list[list[str]]
TWO: Sides = [["12 ferries"], ["15 ferries"]]


def found(
    sides: Sides, stance: Stance, *rules: Rule, gap: str | None = None, reasons: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """What rules find in one claim, given as the texts (one figure, one document each) of its sides."""
    ready = mentions(*(text for side in sides for text in side))
    ids = iter(m.figure.id for m in ready)
    named = tuple(tuple(next(ids) for _ in side) for side in sides)
    every = tuple(m.figure.id for m in ready)
    claim = Claim("c1", "ferries", every, stance, named, reasons=reasons, gap=Decimal(gap) if gap else None)
    return judge([claim], [m.figure for m in ready], [m.document for m in ready], rules)


def rule(stance: Stance = "conflict", severity: Severity = "warning", **options: object) -> Rule:
    return Rule("t/rule", "discrepancy", severity, "{statement}: {values}", {"stance": stance, **options})


@pytest.mark.parametrize("asked", STANCES)
@pytest.mark.parametrize("stance", STANCES)
def test_a_rule_is_for_one_stance(stance: Stance, asked: Stance) -> None:
    assert len(found(TWO, stance, rule(asked))) == (stance == asked)


@pytest.mark.parametrize("stance", STANCES)
def test_one_side_is_no_discrepancy(stance: Stance) -> None:
    assert found([["12 ferries", "12 ferries"]], stance, rule(stance)) == ()


@pytest.mark.parametrize(
    ("tolerance", "gap", "speaks"),
    [
        (0.0, "1.001", True),
        (0.0, None, True),
        (0.2, "1.19", False),
        (0.2, "1.2", False),
        (0.2, "1.21", True),
        (0.2, "10", True),
        (0.2, None, False),
        (1, "1.9", False),
        (1, "2.1", True),
    ],
)
def test_tolerance_lets_small_gaps_pass(tolerance: float, gap: str | None, speaks: bool) -> None:
    assert bool(found(TWO, "compatible", rule("compatible", tolerance=tolerance), gap=gap)) is speaks


@pytest.mark.parametrize(
    ("sides", "bounds", "kept"),
    [
        ([["12 ferries"], ["about 15 ferries"]], ["exact", "about"], [["12"], ["15"]]),
        ([["12 ferries"], ["dozens of ferries"]], ["exact", "about"], None),
        ([["12 ferries"], ["15 ferries"], ["dozens of ferries"]], ["exact"], [["12"], ["15"]]),
        ([["12 ferries", "at least 12 ferries"], ["15 ferries"]], ["exact"], [["12"], ["15"]]),
        ([["12 ferries"], ["dozens of ferries"]], [], [["12"], ["dozens"]]),
        ([["12 ferries"], ["15 ferries"]], ["vague"], None),
    ],
    ids=[
        "both listed",
        "one side left over",
        "a third side is left out",
        "a figure of a side is left out",
        "no list",
        "none",
    ],
)
def test_only_listed_bounds_count(sides: Sides, bounds: list[str], kept: Sides | None) -> None:
    figures = {m.figure.id: m.figure.text for m in mentions(*(text for side in sides for text in side))}
    spoken = [
        [[figures[f] for f in side] for side in finding.sides]
        for finding in found(sides, "compatible", rule("compatible", bounds=bounds))
    ]
    assert spoken == ([kept] if kept else [])


@pytest.mark.parametrize(
    ("sides", "speaks"),
    [
        ([["It carries 10 bcm a year.", "It carries 10 bcm."]], True),
        ([["It carries 10 bcm a year."], ["It carries 10 bcm."]], True),
        ([["It carries 10 bcm a year."], ["It carries 10 bcm per year."]], False),
        ([["It carries 10 bcm."], ["It carries 10 bcm."]], False),
    ],
    ids=["on one side", "on two sides", "both are rates", "neither is"],
)
def test_a_rate_against_a_figure_without_its_period(sides: Sides, speaks: bool) -> None:
    findings = found(sides, "agree", rule("agree", rate=True))
    assert [finding.sides for finding in findings] == ([(("d1.1",), ("d2.1",))] if speaks else [])


@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_severity_is_the_rule_s(severity: Severity) -> None:
    assert [f.severity for f in found(TWO, "conflict", rule(severity=severity))] == [severity]


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        ([["12 miles"], ["15 miles"]], "ferries: 12 miles against 15 miles"),
        ([["12 miles"], ["15 miles"], ["18 miles"]], "ferries: 12 miles against 15 miles against 18 miles"),
        ([["12 miles", "twelve miles"], ["15\nmiles"]], "ferries: 12 miles against 15 miles"),
        ([["$5 million"], ["€7 million"]], "ferries: $5 million against €7 million"),
        ([["more than 12 miles"], ["nearly 15 miles"]], "ferries: at least 12 miles against about 15 miles"),
    ],
    ids=["two sides", "three", "the first figure of a side, on one line", "with its sign", "behind its bound"],
)
def test_the_message_gives_the_values_as_written(sides: Sides, message: str) -> None:
    assert [f.message for f in found(sides, "conflict", rule())] == [message]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("They differ: {values}.", "They differ: 3:10 p.m. against 3:50 a.m."),
        ("They differ: {values}...", "They differ: 3:10 p.m. against 3:50 a.m...."),
        ("{values}: they differ.", "3:10 p.m. against 3:50 a.m.: they differ."),
    ],
)
def test_a_value_with_a_full_stop_ends_the_sentence(message: str, told: str) -> None:
    sides = [["The ferry left at 3:10 p.m. sharp."], ["The ferry left at 3:50 a.m. sharp."]]
    assert [f.message for f in found(sides, "conflict", replace(rule(), message=message))] == [told]


@pytest.mark.parametrize(
    ("options", "explanations"),
    [
        ({}, ("a bound leaves room",)),
        (
            {"tolerance": 0.2},
            ("a bound leaves room", "the largest figure is 30 percent above the smallest (the rule lets 20% pass)"),
        ),
    ],
    ids=["the claim's reasons", "the tolerance is told"],
)
def test_explanations(options: Mapping[str, object], explanations: tuple[str, ...]) -> None:
    reasons = ("a bound leaves room",)
    asked = replace(rule(), options={"stance": "compatible", **options})
    spoken = found(TWO, "compatible", asked, gap="1.3", reasons=reasons)
    assert [f.explanations for f in spoken] == [explanations]


def test_a_finding_names_its_rule_and_claim_and_points_at_the_weakest_side() -> None:
    finding = found(TWO, "conflict", rule())[0]
    assert (finding.rule, finding.kind, finding.claim) == ("t/rule", "discrepancy", "c1")
    assert (finding.sides, finding.primary) == ((("d1.1",), ("d2.1",)), "d2.1")
    assert finding.id == f"f-{finding.fingerprint}"


def test_the_worst_comes_first() -> None:
    severities: dict[str, Severity] = {"t/a": "info", "t/b": "error", "t/c": "warning", "t/z": "error"}
    rules = [replace(rule(severity=severity), id=name) for name, severity in severities.items()]
    spoken = found(TWO, "conflict", *rules)
    assert [(f.severity, f.rule) for f in spoken] == [
        ("error", "t/b"),
        ("error", "t/z"),
        ("warning", "t/c"),
        ("info", "t/a"),
    ]


SEATS = "The stadium in Port Elsin seats 41,000 spectators."
OTHER = "The stadium in Port Elsin seats 38,000 spectators."
ROOF = "Its roof is 31 metres high."


def test_findings_of_one_severity_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    first = f"{SEATS} {ROOF} The striker cost Port Elsin 18 million euros."
    second = f"{OTHER} {ROOF} The striker cost Port Elsin 22 million euros."
    report = checked(tmp_path, first, second)
    order = [f.id for f in report.figures]
    places = [order.index(f.primary) for f in report.findings]
    assert len(places) == 2
    assert places == sorted(places)


def test_a_finding_is_pinned_to_the_draft(tmp_path: Path) -> None:
    write(tmp_path, [Source(SEATS), Source(OTHER)])
    draft = tmp_path / "draft.md"
    draft.write_text(SEATS, encoding="utf-8")
    report = check([str(tmp_path / "1.md"), str(tmp_path / "2.md")], draft=str(draft))
    assert [(f.sides, f.primary) for f in report.findings] == [((("d3.1", "d1.1"), ("d2.1",)), "d3.1")]


def fingerprint(folder: Path, *sources: Source | str) -> str:
    folder.mkdir()
    report = checked(folder, *sources)
    assert len(report.findings) == 1
    return report.findings[0].fingerprint


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (SEATS, OTHER, True),
        (f"Work began in spring.\n\n{SEATS}", OTHER, True),
        (f"{ROOF} {SEATS}", f"{OTHER}\n\n{ROOF}", True),
        (SEATS, Source(OTHER, outlet="Another Outlet"), True),
        (SEATS.replace(" seats ", "  seats "), OTHER, True),
        (SEATS.replace("41,000", "forty-one thousand"), OTHER, True),
        (SEATS.replace("41,000", "42,000"), OTHER, False),
        (SEATS, OTHER.replace("38,000", "36,000"), False),
        (SEATS.replace("spectators", "guests"), OTHER.replace("spectators", "guests"), False),
        (OTHER, SEATS, False),
    ],
    ids=[
        "nothing",
        "a paragraph before",
        "figures elsewhere",
        "the outlet's name",
        "a blank",
        "the number's spelling",
        "one number",
        "the other number",
        "what is counted",
        "who says which",
    ],
)
def test_a_fingerprint_lasts_until_a_number_changes(
    first: Source | str, second: Source | str, same: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = fingerprint(Path("before"), SEATS, OTHER)
    Path("before").rename("kept")
    assert (fingerprint(Path("before"), first, second) == before) is same


def test_rules_have_fingerprints_of_their_own() -> None:
    one, two = found(TWO, "conflict", rule(), replace(rule(), id="t/other"))
    assert one.fingerprint != two.fingerprint


def test_findings_of_one_report_have_identities_of_their_own() -> None:
    ready = mentions("12 ferries", "15 ferries", "12 ferries", "15 ferries")
    ids = [m.figure.id for m in ready]
    documents = [replace(m.document, within="ab.md"[n % 2 :]) for n, m in enumerate(ready)]
    claims = [
        Claim(f"c{n}", "ferries", (a, b), "conflict", ((a,), (b,))) for n, (a, b) in enumerate((ids[:2], ids[2:]))
    ]
    one, two = judge(claims, [m.figure for m in ready], documents, [rule()])
    assert one.fingerprint != two.fingerprint
    assert [one.id, two.id] == [f"f-{one.fingerprint}", f"f-{two.fingerprint}"]


def test_two_things_of_one_value_have_fingerprints_of_their_own() -> None:
    dam, wall = (
        found([[f"The {what} is 84 metres high."], [f"The {what} is 94 metres high."]], "conflict", rule())
        for what in ("dam", "wall")
    )
    assert dam[0].fingerprint != wall[0].fingerprint


@pytest.mark.parametrize(
    ("count", "told"), [(6, "10 against 11 against 12 against 13 against 14 against 15"), (9, "against 15 and 3 more")]
)
def test_a_message_names_the_first_values(count: int, told: str) -> None:
    sides = [[f"{n} ferries"] for n in range(10, 10 + count)]
    (finding,) = found(sides, "conflict", rule())
    assert told in finding.message
    assert (" more" in finding.message) is (count > 6)
    assert len(finding.sides) == count
