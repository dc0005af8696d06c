"""Reports made by hand from small made-up texts, one sentence a line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.model import (
    OUTCOMES,
    Amount,
    Bound,
    Claim,
    Context,
    Copied,
    Decision,
    Document,
    Figure,
    FigureKind,
    Finding,
    Interval,
    Link,
    Report,
    Severity,
    Skipped,
    Span,
    Support,
)

TIMES = Document(
    id="d1",
    path="sources/harbour-times.txt",
    outlet="Harbour Times",
    title="Crowds fill the quays",
    published=date(2021, 5, 5),
    url="https://example.com/quays",
    sha256="a" * 64,
    text=(
        "Crowds fill the quays\n"
        "More than 100,000 visitors came to the harbour festival on its first weekend, the port authority said, "
        "although rain closed two of the five stages on Saturday afternoon and several ships left early for the sea.\n"
        "The new lighthouse, which opened on 3 May 2021, cost $1.2 billion.\n"
        "It stands 10 kilometres from the old town.\n"
        "Of 40 stalls, 25 sold food and 20 sold crafts.\n"
    ),
)
LEDGER = Document(
    id="d2",
    path="sources/ledger.txt",
    outlet="Island Ledger",
    published=date(2021, 5, 6),
    sha256="b" * 64,
    text=(
        "The festival drew about 130,000 people, its organisers estimated.\n"
        "The lighthouse opened on 4 May 2021 after a decade of planning.\n"
        "At $1.2bn it is the dearest in the country, and it is 6 miles from the old town.\n"
    ),
)
WIRE = Document(
    id="d3",
    path="sources/wire.txt",
    sha256="c" * 64,
    copy_of="d1",
    copied=(Copied(Span(0, 56), "d1"),),
    text="More than 100,000 visitors came to the harbour festival.\n",
)
DRAFT = Document(
    id="d4",
    path="draft.md",
    role="draft",
    published=date(2021, 5, 7),
    sha256="d" * 64,
    text="Some 130,000 people saw the festival.\nThe lighthouse opened on 3 May 2021.\n",
)


def figure(
    name: str,
    document: Document,
    words: str,
    value: str | tuple[str | None, str | None],
    *,
    kind: FigureKind = "count",
    unit: str = "",
    unit_words: str = "",
    bound: Bound = "exact",
    iso: str | None = None,
    attribution: str | None = None,
) -> Figure:
    """The figure that `words` (the first time that they stand in the text) are; its sentence is their line."""
    text = document.text
    place = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert place, f"{words!r} is not in {document.path}"
    start = place.start()
    sentence = Span(text.rfind("\n", 0, start) + 1, text.index("\n", start))
    low, high = (value, value) if isinstance(value, str) else value
    interval = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    unit_start = text.find(unit_words, start)
    return Figure(
        id=name,
        document=document.id,
        span=Span(start, start + len(words)),
        text=words,
        kind=kind,
        amount=Amount(interval, interval, unit=unit, bound=bound, iso=iso),
        context=Context(sentence, attribution=attribution),
        unit_span=Span(unit_start, unit_start + len(unit_words)) if unit_words else None,
    )


def day(name: str, document: Document, words: str, when: date) -> Figure:
    """A full date."""
    return figure(name, document, words, str(when.toordinal()), kind="date", iso=when.isoformat())


def one_figure(sentence: str, words: str, unit_words: str = "", bound: Bound = "exact") -> tuple[Figure, str]:
    """A measure of one sentence, with the text that it stands in."""
    document = Document(id="d1", path="a.txt", text=f"{sentence}\n")
    return figure("f1", document, words, "1", kind="measure", unit_words=unit_words, bound=bound), document.text


FIGURES = (
    figure(
        "f1",
        TIMES,
        "100,000",
        "100000",
        unit="visitor",
        bound="at_least",
        attribution="the port authority",
    ),
    day("f2", TIMES, "3 May 2021", date(2021, 5, 3)),
    figure("f3", TIMES, "$1.2 billion", "1.2e9", kind="money", unit="USD"),
    figure("f4", TIMES, "10", "10", kind="measure", unit="kilometer", unit_words="kilometres"),
    figure("f5", TIMES, "40", "40", unit="stall"),
    figure("f6", TIMES, "25", "25", unit="stall"),
    figure("f7", LEDGER, "130,000", "130000", unit="person", unit_words="people", bound="about"),
    day("f8", LEDGER, "4 May 2021", date(2021, 5, 4)),
    figure("f9", LEDGER, "$1.2bn", "1.2e9", kind="money", unit="USD"),
    figure("f10", LEDGER, "6", "6", kind="measure", unit="mile", unit_words="miles"),
    figure("f11", WIRE, "100,000", "100000", unit="visitor", bound="at_least"),
    figure("f12", DRAFT, "130,000", "130000", unit="person", unit_words="people", bound="about"),
    day("f13", DRAFT, "3 May 2021", date(2021, 5, 3)),
)

VISITORS = Claim(
    id="c1",
    statement="visitors to the harbour festival",
    figures=("f1", "f7", "f11", "f12"),
    stance="compatible",
    sides=(("f1", "f11"), ("f7", "f12")),
    links=(
        Link("f1", "f7", 0.8, ("both count people", "both speak of the festival")),
        Link("f1", "f11", 0.9, ("both speak of the festival",)),
    ),
    confidence=0.8,
    reasons=("“more than 100,000” leaves room for 130,000, but the values stand 30 % apart",),
    gap=Decimal("1.3"),
)
OPENING = Claim(
    id="c2",
    statement="day on which the lighthouse opened",
    figures=("f2", "f8", "f13"),
    stance="conflict",
    sides=(("f2", "f13"), ("f8",)),
    links=(Link("f2", "f8", 0.95, ("same event: the lighthouse opened",)),),
    reasons=("two dates of one event differ by 1 day",),
)
COST = Claim(id="c3", statement="cost of the lighthouse", figures=("f3", "f9"), stance="agree", sides=(("f3", "f9"),))
DISTANCE = Claim(
    id="c4",
    statement="distance of the lighthouse from the old town",
    figures=("f4", "f10"),
    stance="compatible",
    sides=(("f4",), ("f10",)),
)

FINDINGS = (
    Finding(
        id="n1",
        fingerprint="11aa",
        rule="discrepancy.date",
        kind="discrepancy",
        severity="error",
        message="Sources date this differently.",
        claim="c2",
        sides=OPENING.sides,
        primary="f8",
        explanations=("a time zone or a late edition could explain one day",),
        independent=(2, 1),
    ),
    Finding(
        id="n2",
        fingerprint="22bb",
        rule="discrepancy.count",
        kind="discrepancy",
        severity="warning",
        message="Sources count differently: choose one and say whose count it is.",
        claim="c1",
        sides=VISITORS.sides,
        primary="f12",
    ),
    Finding(
        id="n3",
        fingerprint="33cc",
        rule="arithmetic.parts",
        kind="arithmetic",
        severity="info",
        message="25 of 40 stalls sold food, which leaves 15.",
        claim=None,
        sides=(("f5",), ("f6",)),
        primary="f6",
    ),
)

FULL = Report(
    documents=(TIMES, LEDGER, WIRE, DRAFT),
    figures=FIGURES,
    claims=(VISITORS, OPENING, COST, DISTANCE),
    findings=FINDINGS,
    skipped=(Skipped("sources/photo.jpg", "no reader for .jpg files; give text, Markdown, HTML, PDF or DOCX"),),
    decisions=(Decision("33cc", "dismissed", "five stalls sold both", "R. Editor", "2021-05-07"),),
    settings={"fail_on": "warning"},
)
CLEAN = replace(FULL, claims=(COST,), findings=(), skipped=(), decisions=())
NOTHING = Report(documents=(), figures=(), claims=(), findings=(), skipped=(Skipped("gone.txt", "no such file"),))

GROWTH = tuple(
    Document(
        id=f"g{day}",
        path=f"sources/day-{day}.txt",
        outlet=outlet,
        published=date(2021, 5, day),
        text=f"So far {number} ships have come to the harbour festival, the port authority said.\n",
    )
    for day, outlet, number in (
        (3, "Harbour Times", "12"),
        (4, "Island Ledger", "31"),
        (5, "Evening Post of the Northern Isles", "31"),
        (8, "Harbour Times", "47"),
    )
)
COURIER = Document(
    id="w1",
    path="draft.md",
    role="draft",
    outlet="Sunday Courier",
    published=date(2021, 5, 9),
    text="# The festival\n\n" + "".join(f"At stall {n} the count is {o}.\n" for n, o in enumerate(OUTCOMES, start=31)),
)
SHIPS = tuple(
    figure(f"s{n}", d, number, number, unit="ship")
    for n, (d, number) in enumerate(zip(GROWTH, ("12", "31", "31", "47"), strict=True), start=1)
)
STALLS = tuple(figure(f"o{n}", COURIER, str(n), str(n), unit="ship") for n in range(31, 31 + len(OUTCOMES)))
ARRIVED = Claim(
    id="c1",
    statement="ships that came to the festival",
    figures=("s1", "s2", "s3", "s4", "o31", "o39"),
    stance="update",
    sides=(("s4",), ("s2", "s3", "o31", "o39"), ("s1",)),
    links=(Link("s1", "s4", 0.9, ("both count ships",)),),
)
GROWN = Finding(
    id="n1",
    fingerprint="44dd",
    rule="draft/outdated",
    kind="contradicted",
    severity="warning",
    message="A later source has another figure: 31 against 47.",
    claim="c1",
    sides=(("o39", "s2", "s3"), ("s4",)),
    primary="o39",
    explanations=("the later report, of 2021-05-08, gives the higher figure",),
    independent=(2, 1),
)
DRAFTED = Report(
    documents=(*GROWTH, COURIER),
    figures=(*SHIPS, *STALLS),
    claims=(ARRIVED,),
    findings=(GROWN,),
    supports=tuple(
        Support(
            stall.id,
            outcome,
            sources=() if outcome in ("contradicted", "unsupported", "unchecked") else ("s2", "s3"),
            others=("s4", "s1") if outcome in ("contradicted", "disputed", "outdated") else (),
            independent=0 if outcome in ("contradicted", "unsupported", "unchecked") else 2,
            reasons=("the source writes 31",) if outcome == "rounded" else (),
            statement="ships that came",
        )
        for stall, outcome in zip(STALLS, OUTCOMES, strict=True)
    ),
)
"""A draft with a figure of each outcome, and a figure that grew from day to day."""


def many(findings: int) -> Report:
    """`findings` findings in a hundredth as many documents, a page of each of two outlets."""
    pages = range(0, findings, 100)
    lines = {p: [f"Pier {p + n} took 5 ships." for n in range(min(100, findings - p))] for p in pages}
    texts = [replace(d, id=f"{d.id}p{p}", text="\n".join(lines[p]) + "\n") for p in pages for d in (TIMES, LEDGER)]
    figures = [
        replace(figure("f", d, f"Pier {p + n}", str(k)), id=f"{d.id}-{n}")
        for p in pages
        for k, d in enumerate(t for t in texts if t.id.endswith(f"p{p}"))
        for n in range(len(lines[p]))
    ]
    pairs = [(f"d1p{p}-{n}", f"d2p{p}-{n}") for p in pages for n in range(len(lines[p]))]
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    return Report(
        documents=tuple(texts),
        figures=tuple(figures),
        claims=tuple(
            Claim(
                f"c{n}", f"ships at pier {n}", pair, "conflict", ((pair[0],), (pair[1],)), (Link(*pair, 0.9, ("a",)),)
            )
            for n, pair in enumerate(pairs)
        ),
        findings=tuple(
            replace(
                FINDINGS[0],
                id=f"n{n}",
                fingerprint=f"{n:x}",
                claim=f"c{n}",
                sides=((pair[0],), (pair[1],)),
                primary=pair[1],
                severity=severities[3 * n // findings],
                kind="discrepancy" if n % 2 else "contradicted",
            )
            for n, pair in enumerate(pairs)
        ),
    )


def hostile(words: str) -> Report:
    """A report with `words` in every place that comes from outside."""
    document = Document(
        id="d1", path=f"a{words}.txt", outlet=words, title=words, url=f"javascript:{words}", text=f"{words} 5 {words}\n"
    )
    five = Figure(
        id="f1",
        document="d1",
        span=Span(len(words) + 1, len(words) + 2),
        text="5",
        kind="count",
        amount=Amount(Interval(Decimal(5), Decimal(5)), Interval(Decimal(5), Decimal(5))),
        context=Context(Span(0, len(document.text)), attribution=words),
    )
    claim = Claim("c1", words, ("f1", "f1"), "conflict", (("f1",), ("f1",)), (Link("f1", "f1", 1.0, (words,)),))
    finding = Finding("n1", "ff", words, "discrepancy", "error", words, "c1", claim.sides, "f1", (words,))
    return Report(
        documents=(document, replace(document, id="d2", copy_of="d1", copied=(Copied(Span(0, 1), "d1"),))),
        figures=(five,),
        claims=(claim, replace(claim, id="c2")),
        findings=(finding,),
        skipped=(Skipped(words, words),),
        decisions=(Decision("ff", "dismissed", words, words, "2021-05-07"),),
        settings={"rules": words},
    )
