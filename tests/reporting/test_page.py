"""The HTML report in a browser: what a reader does with it, and that nothing keeps anyone from reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from factcheck.model import Report, Suppression
from tests.reporting.browser import AXE, DESK, FILTERED, PHONE, Opener, chromium, settled, until
from tests.reporting.samples import CLEAN, DRAFTED, FULL, NOTHING, hostile, many

SETTLED = replace(FULL, suppressions=(Suppression("n2", "comment", "the port counts ships", "draft.md:3"),))
REPORTS = {
    "full": FULL,
    "settled": SETTLED,
    "clean": CLEAN,
    "nothing": NOTHING,
    "draft": DRAFTED,
    "many": many(60),
    "hostile": hostile("</script><script>alert(1)</script>\" onload='x' " + "w" * 300),
}
each_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
OPENED = "document.querySelectorAll('details').forEach((details) => { details.open = true; })"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
    with chromium() as browser:
        yield Opener(browser, tmp_path_factory.mktemp("page"))


def shown(page: Page) -> list[str]:
    return page.eval_on_selector_all(".finding", "all => all.filter((f) => !f.hidden).map((f) => f.id)")  # type: ignore[no-any-return]


def where(page: Page) -> str:
    return page.url.partition("#")[2]


def focused(page: Page) -> str:
    """The id of what has the focus, or of what it is in."""
    return page.evaluate("document.activeElement.closest('[id]').id")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("width", "dark"), [(DESK, False), (DESK, True), (PHONE, False)], ids=["light", "dark", "phone"]
)
@each_report
def test_axe_finds_no_violation(opened: Opener, report: Report, width: int, dark: bool) -> None:
    with opened(report, width=width, dark=dark) as page:
        page.evaluate(OPENED)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [(v["id"], node["html"][:200]) for v in result["violations"] for node in v["nodes"]]
    assert told == []
    assert result["passes"]


def test_axe_finds_no_violation_in_open_evidence(opened: Opener) -> None:
    with opened(DRAFTED, at="#evidence-o40") as page:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate("axe.run(document).then((r) => r.violations.map((v) => v.id))") == []


def test_axe_finds_no_violation_in_the_list_of_keys(opened: Opener) -> None:
    with opened(FULL) as page:
        page.keyboard.press("?")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate("axe.run(document).then((r) => r.violations.map((v) => v.id))") == []


def test_axe_finds_what_is_wrong(opened: Opener) -> None:
    with opened(FULL) as page:
        page.evaluate("document.querySelector('h1').outerHTML = '<h1></h1><img src=\"\"><p id=main>'")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        violations = page.evaluate("axe.run(document).then((r) => r.violations.map((v) => v.id))")
        assert {"image-alt", "empty-heading"} <= set(violations)


@pytest.mark.parametrize("width", [PHONE, 320, DESK])
@each_report
def test_nothing_is_wider_than_the_page(opened: Opener, report: Report, width: int) -> None:
    with opened(report, width=width) as page:
        page.evaluate(OPENED)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("report", [FULL, DRAFTED], ids=["full", "draft"])
def test_the_labels_of_pictures_do_not_overlap(opened: Opener, report: Report, width: int) -> None:
    boxes = """(picture) => [...picture.querySelectorAll('text')]
        .map((text) => text.getBoundingClientRect()).filter((box) => box.width)
        .map((box) => [box.left, box.top + 3, box.right, box.bottom - 3])"""
    with opened(report, width=width) as page:
        page.evaluate(OPENED)
        pictures = [picture.evaluate(boxes) for picture in page.query_selector_all(".picture, .timeline")]
        names = page.eval_on_selector_all(".picture .who", "all => all.map((t) => t.getBoundingClientRect().right)")
        marks = page.eval_on_selector_all(".picture .mark", "all => all.map((m) => m.getBoundingClientRect().left)")
    assert pictures
    assert [(a, b) for texts in pictures for n, a in enumerate(texts) for b in texts[:n] if _overlap(a, b)] == []
    assert max(names) < min(marks)


def _overlap(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("severity", "error", ["finding-n1"]),
        ("severity", "info", ["finding-n3"]),
        ("kind", "arithmetic", ["finding-n3"]),
        ("documents", "d3", ["finding-n2"]),
        ("documents", "d2", ["finding-n1", "finding-n2"]),
        ("words", "FESTIVAL organisers", ["finding-n2"]),
        ("words", "late edition", ["finding-n1"]),
        ("words", "late lighthouse festival", []),
        ("words", "  ", ["finding-n1", "finding-n2", "finding-n3"]),
    ],
)
def test_filters(opened: Opener, field: str, value: str, left: list[str]) -> None:
    with opened(FULL) as page:
        if field == "words":
            page.get_by_label("Text").fill(value)
        else:
            page.select_option(f"[name={field}]", value)
        settled(page)
        listed = page.eval_on_selector_all(
            "[data-finding]", "all => all.filter((r) => !r.hidden).map((r) => r.dataset.finding)"
        )
        assert (shown(page), listed, page.inner_text("#shown")) == (left, left, f"{len(left)} of 3")
        page.get_by_role("button", name="Clear").click()
        settled(page)
        assert (len(shown(page)), page.inner_text("#shown")) == (3, "3 of 3")


def test_filters_work_together(opened: Opener) -> None:
    with opened(FULL) as page:
        page.select_option("[name=documents]", "d2")
        page.get_by_label("Text").fill("organisers")
        settled(page)
        assert shown(page) == ["finding-n2"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_a_finding_to_its_sentence_and_back(opened: Opener, script: bool) -> None:
    with opened(FULL, script=script) as page:
        page.click("#finding-n2 a[href='#figure-f7']")
        page.wait_for_selector("#figure-f7 a")
        assert page.locator("#figure-f7").bounding_box() is not None
        assert page.is_visible("#figure-f7")
        page.click("#figure-f7 a")
        assert where(page) == "finding-n2"
        box = page.locator("#finding-n2").bounding_box()
        assert box is not None
        assert -5 <= box["y"] < 400


def test_a_link_to_a_finding_that_is_filtered_away_shows_it(opened: Opener) -> None:
    with opened(FULL, at="#figure-f7") as page:
        page.select_option("[name=severity]", "error")
        settled(page)
        page.click("#figure-f7 a")
        page.wait_for_selector("#finding-n2", state="visible")
        assert page.inner_text("#shown") == "3 of 3"


def test_keys(opened: Opener) -> None:
    with opened(FULL) as page:
        seen = []
        for key in "jnjkp":
            page.keyboard.press(key)
            seen.append(focused(page))
        assert seen == [f"finding-n{n}" for n in (1, 2, 3, 2, 1)]
        page.keyboard.press("s")
        until(page, "document.activeElement.closest('mark')")
        assert (where(page), focused(page)) == ("figure-f2", "figure-f2")
        page.keyboard.press("Enter")
        until(page, "document.activeElement.matches('.finding')")
        settled(page)  # the browser moves the focus before it tells the page of the new address
        assert focused(page) == "finding-n1"
        page.keyboard.press("/")
        page.keyboard.type("jumble/?")
        settled(page)
        assert (shown(page), page.get_by_label("Text").input_value()) == ([], "jumble/?")
        page.keyboard.press("Escape")
        assert len(shown(page)) == 3
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("#keys").is_visible()


def test_keys_can_be_switched_off(opened: Opener) -> None:
    with opened(FULL) as page:
        page.get_by_role("button", name="Keys").click()
        page.uncheck("#obey")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        assert not page.evaluate("document.activeElement.matches('.finding')")
        page.keyboard.press("?")
        assert not page.locator("#keys").is_visible()


def test_an_address_that_leads_nowhere_does_no_harm(opened: Opener) -> None:
    with opened(FULL, at="#%E0%A4%A") as page:
        page.keyboard.press("j")
        assert focused(page) == "finding-n1"


def test_the_first_stop_of_the_keyboard_skips_to_the_findings(opened: Opener) -> None:
    with opened(FULL) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        until(page, "document.activeElement.id === 'main'")


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_figure_of_the_draft_opens_its_evidence(opened: Opener, script: bool, width: int) -> None:
    with opened(DRAFTED, script=script, width=width) as page:
        assert page.locator(".panel:visible").count() == 0
        page.click("#figure-o40 a")
        assert page.locator(".panel:visible").count() == 1
        panel = page.inner_text("#evidence-o40")
        assert "contradicted" in panel
        assert "a source gives the same thing another value" in panel.lower()
        assert "So far 47 ships" in panel
        page.click("#evidence-o40 .close a")
        assert page.locator(".panel:visible").count() == 0
        assert where(page) == "figure-o40"
        page.click("#figure-o39 a")
        page.click("#evidence-o39 .to a")
        assert (where(page), page.locator(".panel:visible").count()) == ("finding-n1", 0)


def test_open_evidence_closes_with_escape_and_leaves_the_keyboard_at_the_figure(opened: Opener) -> None:
    with opened(DRAFTED, width=PHONE) as page:
        page.focus("#figure-o40 a")
        page.keyboard.press("Enter")
        until(page, "document.activeElement.matches('.panel')")
        mark, panel = page.locator("#figure-o40").bounding_box(), page.locator("#evidence-o40").bounding_box()
        assert mark is not None
        assert panel is not None
        assert 0 <= mark["y"] < mark["y"] + mark["height"] <= panel["y"]
        page.keyboard.press("Escape")
        until(page, "document.activeElement.closest('#figure-o40')")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_outcome_can_be_taken_off_the_draft(opened: Opener, script: bool) -> None:
    with opened(DRAFTED, script=script) as page:
        style = "a => getComputedStyle(a).textDecorationColor"
        lines = [page.eval_on_selector(f"#figure-{f} > a", style) for f in ("o31", "o40")]
        page.uncheck("#show-contradicted")
        assert page.eval_on_selector("#figure-o31 > a", style) == lines[0]
        assert page.eval_on_selector("#figure-o40 > a", style) == "rgba(0, 0, 0, 0)" != lines[1]


def test_no_two_outcomes_look_alike(opened: Opener) -> None:
    look = """marks => marks.map((mark) => {
        const line = getComputedStyle(mark.firstChild), word = getComputedStyle(mark, '::after').content;
        return [line.textDecorationStyle, line.textDecorationThickness, word].join();
    })"""
    with opened(DRAFTED) as page:
        looks = page.eval_on_selector_all(".draft .text mark", look)
    harmless = [one for one in looks if one.endswith("none")]
    assert len(looks) == 12
    assert len(set(looks)) == 11, "without color, only what is supported and what is unchecked have one line"
    assert len(harmless) == 4


def test_without_a_script_the_filters_are_absent_and_all_can_be_read(opened: Opener) -> None:
    with opened(FULL, script=False) as page:
        assert not page.is_visible("#filter")
        assert [page.is_visible(f"#finding-n{n}") for n in (1, 2, 3)] == [True] * 3
        page.click("#finding-n3 summary")
        assert page.is_visible("#finding-n3 blockquote >> nth=0")


def printed(page: Page, to: Path) -> str:
    """The words of the page on paper, in one line."""
    page.pdf(path=to, format="A4")
    document = pypdfium2.PdfDocument(to)
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    return " ".join(text.split())


def test_on_paper(opened: Opener, tmp_path: Path) -> None:
    with opened(SETTLED) as page:
        text = printed(page, tmp_path / "full.pdf")
    for words in (
        "1 error",
        "The lighthouse opened on 4 May 2021",
        "same event: the lighthouse opened",
        "five stalls sold both",
    ):
        assert words.lower() in text.lower()
    for words in ("Keys", "Skip to", "Parts of the report", "after a decade of planning.\nAt $1.2bn"):
        assert words not in text


def test_on_paper_a_filter_leaves_its_count_and_an_opened_document_is_there(opened: Opener, tmp_path: Path) -> None:
    with opened(FULL) as page:
        page.select_option("[name=severity]", "error")
        page.click("details.document >> nth=1")
        settled(page)
        text = printed(page, tmp_path / "filtered.pdf")
    assert "1 of 3" in text
    assert "dearest in the country" in text
    assert "closed two of the five stages" not in text


def test_on_paper_the_draft_has_its_words_and_the_evidence_of_what_is_wrong(opened: Opener, tmp_path: Path) -> None:
    with opened(DRAFTED) as page:
        text = printed(page, tmp_path / "draft.pdf")
    assert "At stall 40 contradicted the count" in text
    assert "A source gives the same thing another value" in text


def test_a_thousand_findings_are_filtered_and_reached(opened: Opener) -> None:
    with opened(many(1000)) as page:
        page.evaluate(FILTERED, ["words", "pier 123"])
        page.evaluate(FILTERED, ["severity", "error"])
        assert page.inner_text("#shown") == "2 of 1000", "pier 123, and finding 123"
        page.evaluate(FILTERED, ["words", ""])
        page.keyboard.press("j")
        last = page.locator(".contents a").last.get_attribute("href")
        page.goto(f"{page.url.partition('#')[0]}{last}")
        assert page.locator("#finding-n999").is_visible()
