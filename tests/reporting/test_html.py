from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from factcheck.model import OUTCOMES, Report, Suppression
from factcheck.reporting import render
from tests.reporting.samples import CLEAN, DRAFTED, FULL, NOTHING, WIRE, hostile, many

CSS, SCRIPT = (
    files("factcheck.reporting").joinpath("templates", name).read_text(encoding="utf-8")
    for name in ("report.css", "report.js")
)
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


REPORTS = [FULL, CLEAN, NOTHING, DRAFTED, many(60), hostile("</script><script>alert(1)</script>\" onload='x'")]
each_report = pytest.mark.parametrize("report", REPORTS, ids=["full", "clean", "nothing", "draft", "many", "hostile"])


@each_report
def test_every_element_is_closed_and_every_anchor_has_one_target(report: Report) -> None:
    page = Page(report)
    ids = page.values("id")
    assert page.open == []
    assert [i for i in ids if ids.count(i) > 1] == []
    assert {h[1:] for h in page.values("href") if h.startswith("#")} <= set(ids)


@each_report
def test_nothing_runs_but_the_one_script_and_nothing_is_loaded(report: Report) -> None:
    page = Page(report)
    assert {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "base", "foreignobject"} == set()
    assert page.tags("script") == [{}]
    assert page.values("action") == page.values("formaction") == []
    assert [name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"] == []
    assert page.values("src") == []
    assert {h.partition(":")[0] for h in page.values("href") if not h.startswith("#")} <= {"https"}
    assert re.findall(r"url\(|@import", CSS) == []


@each_report
def test_the_policy_lets_in_the_one_style_sheet_and_the_one_script_and_nothing_else(report: Report) -> None:
    page = Page(report)
    policy = next(m["content"] for m in page.tags("meta") if m.get("http-equiv") == "Content-Security-Policy")
    style, script = (
        b64encode(
            hashlib.sha256(page.source.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0].encode()).digest()
        ).decode()
        for tag in ("style", "script")
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_script_is_the_same_for_every_report_and_writes_no_markup() -> None:
    assert {render(r, "html").partition("<script>")[2] for r in REPORTS} == {f"{SCRIPT}</script>\n</body>\n</html>\n"}
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function|fetch|import|http", SCRIPT) == []
    )


def test_a_figure_and_its_evidence_lead_to_each_other() -> None:
    source = Page(FULL).source
    assert '<a href="#figure-f7">sources/ledger.txt:1:25</a>' in source
    assert '<mark id="figure-f7"><a href="#finding-n2">130,000</a></mark>' in source
    assert '<mark id="figure-f9"><a href="#claim-c3">$1.2bn</a></mark>' in source
    assert '<mark id="figure-f6"><a href="#finding-n3">25</a></mark>' in source


def test_a_figure_of_two_findings_leads_to_both() -> None:
    report = replace(FULL, findings=(*FULL.findings, replace(FULL.findings[0], id="n9")))
    assert (
        '<mark id="figure-f8"><a href="#finding-n1">4 May 2021</a><a class="also" href="#finding-n9" '
        'aria-label="also in another finding" data-n="2"></a></mark>'
    ) in Page(report).source


def test_a_figure_of_the_draft_leads_to_its_evidence_and_back() -> None:
    source = Page(DRAFTED).source
    assert '<mark id="figure-o40" class="contradicted"><a href="#evidence-o40">40</a></mark>' in source
    assert 'id="evidence-o40"' in source
    assert '<a href="#figure-o40">back to the text</a>' in source
    assert '<a href="#figure-s4">' in source.partition('id="evidence-o40"')[2].partition("</section>")[0]


def test_what_is_settled_is_folded_and_what_stands_is_not() -> None:
    source = Page(FULL).source
    for name, folded in (("n1", False), ("n3", True)):
        card = source.partition(f'id="finding-{name}"')[2].partition("</article>")[0]
        assert ('<details class="folded">' in card) is folded
        assert ("Settled: dismissed by R. Editor: five stalls sold both" in card) is folded


def test_the_first_to_settle_is_the_first_that_stands() -> None:
    settled = replace(FULL, suppressions=(Suppression("n1", "baseline", "", "b.json"),))
    told = " ".join(Page(settled).source.partition('<p class="first">')[2].partition("</p>")[0].split())
    assert told == (
        'First to settle: <a href="#finding-n2">Visitors to the harbour festival</a>: '
        "<b>more than 100,000 visitors</b> against <b>about 130,000 people</b>."
    )
    assert '<p class="first">' not in Page(CLEAN).source


def test_where_there_are_many_findings_the_list_is_cut_and_what_is_far_is_not_laid_out() -> None:
    page = Page(many(60))
    lists = page.source.split('<ol class="contents"')[1:]
    assert [part.partition("</ol>")[0].count("<li") for part in lists] == [12, 48]
    assert '<section class="findings many"' in page.source
    assert '<section class="findings"' in Page(FULL).source


@pytest.mark.parametrize(("voices", "left"), [(5, 0), (8, 3)])
def test_evidence_beyond_the_first_five_is_folded(voices: int, left: int) -> None:
    papers = [replace(WIRE, id=f"p{n}", path=f"p{n}.txt", copy_of=None) for n in range(voices)]
    figures = [replace(FULL.figures[10], id=f"x{n}", document=f"p{n}") for n in range(voices)]
    side = tuple(f.id for f in figures)
    report = replace(
        FULL,
        documents=(*FULL.documents, *papers),
        figures=(*FULL.figures, *figures),
        findings=(replace(FULL.findings[1], sides=(side, ("f7",))),),
    )
    source = Page(report).source
    assert (f"<summary>{left} more</summary>" in source) is bool(left)
    assert source.count("More than <mark>100,000</mark> visitors came to the harbour festival.") == voices


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
    page = Page(FULL)
    assert [p["aria-labelledby"] for p in page.tags("svg") if p.get("role") == "img"] == [
        f"picture-{n}-title picture-{n}-told" for n in ("n1", "n2")
    ]
    assert [page.source.partition(f'<desc id="picture-{n}-told">')[2].partition("<")[0] for n in ("n1", "n2")] == [
        "2021-05-03 (Harbour Times, draft.md (draft)); 2021-05-04 (Island Ledger)",
        (
            "more than 100,000 visitors (Harbour Times, sources/wire.txt); "
            "about 130,000 people (Island Ledger, draft.md (draft))"
        ),
    ]


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
    assert inks == {"ink", "quiet", "link", "error", "warning", "info", "good", "side-1", "side-2", "side-3", "side-4"}
    assert {
        ink: contrast(colors[ink], colors[ground]) for ink in inks if contrast(colors[ink], colors[ground]) < 4.5
    } == {}
    assert contrast(colors["ink"], colors["mark"]) >= 4.5


def test_every_outcome_has_a_color_and_can_be_taken_off() -> None:
    named = set(re.findall(r"\.([a-z]+)", " ".join(re.findall(r"^(\.[^{]*)\{ --tone", CSS, flags=re.MULTILINE))))
    assert named >= set(OUTCOMES)
    assert re.findall(r"#show-(\w+):not\(:checked\)\) \.text \.(\w+)", CSS) == [(o, o) for o in OUTCOMES]
