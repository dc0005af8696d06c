"""A dollar sign without its country in a text that names the country of others."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings.faults import Fault, Page
from factcheck.model import Figure

_OWN = "USD"


def bare(page: Page) -> Iterator[Fault]:
    """The bare signs of a document that writes US$ and another dollar too.

    Beside one other dollar alone a bare sign is house style: "A$50 (US$33)" or "A$50 ($33)" are clear.
    """
    found = [f for f in page.figures if "$" in f.text]
    plain = tuple(f for f in found if f.text.startswith("$") and f.amount.unit == _OWN and not _told(page, f))
    own = tuple(f for f in found if not f.text.startswith("$") and f.amount.unit == _OWN)
    others = tuple(f for f in found if f.amount.unit != _OWN and not f.text.startswith("$"))
    if plain and own and others:
        signs = sorted({f.text.partition("$")[0] + "$" for f in (*own, *others)})
        listed = " and ".join(signs)
        yield Fault(
            (plain, own, others), plain[0], f"{plain[0].text} beside {listed}", (f"the text also writes {listed}",)
        )


def _told(page: Page, figure: Figure) -> bool:
    """Whether it is clear whose dollar it is: "$9 million Canadian", "$5 (US)", "A$50 ($33)"."""
    text = page.document.text
    behind = text[figure.span.end : figure.span.end + 12].lstrip(" (")
    return behind[:1].isupper() or text[figure.span.start - 1 : figure.span.start] == "("
