from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from factcheck.model import Report
from factcheck.reporting import render
from tests.reporting.samples import CLEAN, FULL, NOTHING, hostile

CSS = files("factcheck.reporting").joinpath("templates/report.css").read_text(encoding="utf-8")
VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """A parsed page: its elements with their attributes, its text, and whether every element was closed."""

    def __init__(self, report: Report) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.source = render(report, "html")
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute)) is not None]

    def tags(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


REPORTS = [FULL, CLEAN, NOTHING, hostile("</script><script>alert(1)</script>\" onload='x'")]
each_report = pytest.mark.parametrize("report", REPORTS, ids=["full", "clean", "nothing", "hostile"])


@each_report
def test_every_element_is_closed_and_every_anchor_has_one_target(report: Report) -> None:
    page = Page(report)
    ids = page.values("id")
    assert page.open == []
    assert [i for i in ids if ids.count(i) > 1] == []
    assert {h[1:] for h in page.values("href") if h.startswith("#")} <= set(ids)


@each_report
def test_nothing_runs_and_nothing_is_loaded(report: Report) -> None:
    page = Page(report)
    assert {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert [name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"] == []
    assert page.values("src") == []
    assert {h.partition(":")[0] for h in page.values("href") if not h.startswith("#")} <= {"https"}
    assert re.findall(r"url\(|@import", CSS) == []


def test_the_policy_lets_in_the_one_style_sheet_and_nothing_else() -> None:
    page = Page(FULL)
    policy = next(m["content"] for m in page.tags("meta") if m.get("http-equiv") == "Content-Security-Policy")
    style = page.source.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_a_figure_and_its_evidence_lead_to_each_other() -> None:
    source = Page(FULL).source
    assert '<a href="#figure-f7">sources/ledger.txt:1:25</a>' in source
    assert '<mark id="figure-f7"><a href="#finding-n2">130,000</a></mark>' in source
    assert '<mark id="figure-f9"><a href="#claim-c3">$1.2bn</a></mark>' in source
    assert '<mark id="figure-f6">25</mark>' in source


def test_every_figure_is_marked_in_its_document() -> None:
    assert {f"figure-{f.id}" for f in FULL.figures} <= set(Page(FULL).values("id"))


def test_documents_stand_whole_as_they_are() -> None:
    text = Page(FULL).text
    assert [d.path for d in FULL.documents if d.text not in text] == []


def test_hostile_words_are_shown_as_text() -> None:
    words = "<b>&amp;</b>\"'"
    page = Page(hostile(words))
    assert words in page.text
    assert f"{words} 5 {words}\n" in page.text


def test_pictures_are_drawn_for_claims_and_read_out() -> None:
    pictures = Page(FULL).tags("svg")
    dates, visitors = (p["aria-label"] for p in pictures if p.get("role") == "img")
    assert dates == "On one scale: 2021-05-03 (Harbour Times, draft.md (draft)); 2021-05-04 (Island Ledger)"
    assert visitors == (
        "On one scale: more than 100,000 visitors (Harbour Times, sources/wire.txt); "
        "about 130,000 people (Island Ledger, draft.md (draft))"
    )


def palette(block: str) -> dict[str, str]:
    """The colors that a `:root` block of the style sheet names."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))


LIGHT, DARK, PRINT = (palette(block) for block in re.findall(r":root \{(.*?)\}", CSS, flags=re.DOTALL))


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2) of "#rgb" or "#rrggbb"."""
    digits = color[1:] if len(color) == 7 else "".join(2 * c for c in color[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["page", "card"])
def test_text_keeps_the_contrast_of_wcag_aa(colors: dict[str, str], ground: str) -> None:
    inks = {c for c in colors if c not in ("page", "card", "line", "mark")}
    assert inks == {"ink", "quiet", "link", "error", "warning", "info", "side-1", "side-2", "side-3", "side-4"}
    assert {
        ink: contrast(colors[ink], colors[ground]) for ink in inks if contrast(colors[ink], colors[ground]) < 4.5
    } == {}
    assert contrast(colors["ink"], colors["mark"]) >= 4.5
