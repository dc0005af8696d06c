"""One claim explained: its statement, its sides, and why each figure is one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Claim, Document, Figure, Report, by_id
from factcheck.reporting.copying import copied
from factcheck.reporting.evidence import in_line, place, quote
from factcheck.reporting.wording import label


def explain(report: Report, claim: str) -> str:
    """The claim with id `claim` in lines; KeyError where the report has none."""
    found = by_id(report.claims)[claim]
    return "\n".join(_lines(report, found)) + "\n"


def _lines(report: Report, claim: Claim) -> Iterator[str]:
    figures = by_id(report.figures)
    documents = by_id(report.documents)
    yield f"{claim.id}: {in_line(claim.statement)}"
    yield f"stance: {claim.stance}" + "".join(f"; {reason}" for reason in claim.reasons)
    for side in claim.sides:
        yield ""
        first = figures[side[0]]
        yield in_line(label(first, documents[first.document].text))
        for member in side:
            yield f"  {_place(documents, figures[member])}: {_quoted(documents, figures[member])}"
            if remark := copied(figures[member], documents):
                yield f"    {remark}"
    yield ""
    for link in claim.links:
        one, two = figures[link.a], figures[link.b]
        answer, asked = (f"“{in_line(f.text)}” ({_place(documents, f)})" for f in (two, one))
        yield f"{answer} answers to {asked}"
        yield f"  certainty {link.score:.0%}" + "".join(f"; {in_line(reason)}" for reason in link.reasons)


def _place(documents: Mapping[str, Document], figure: Figure) -> str:
    return place(documents[figure.document], figure)


def _quoted(documents: Mapping[str, Document], figure: Figure) -> str:
    words = quote(figure, documents[figure.document].text)
    return f"{words.before}[{words.number}]{words.after}"
