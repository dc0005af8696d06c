"""A review in a browser: by keys and by mouse, two at once, texts that change meanwhile, words with markup."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from factcheck.errors import UsageError
from factcheck.model import Report, Rule, Verdict
from factcheck.review.desk import Desk
from factcheck.review.entries import Entry
from factcheck.review.store import Store
from tests.reporting.browser import AXE, DESK, PHONE, chromium
from tests.reporting.samples import DRAFTED, FULL, NOTHING, hostile, many
from tests.review.dossier import GAZETTE, POST, Dossier
from tests.review.served import EDITOR, Served, ask, served

OPENING = "day on which the lighthouse opened"
VISITORS = "visitors to the harbour festival"
STALLS = "25 of 40 stalls sold food, which leaves 15."
MARKUP = '<img src=x onerror="alert(1)"></script><script>alert(2)</script>{{ 7 * 7 }}\u202e&amp;'
SHOWN = MARKUP.replace("\u202e", "\ufffd")
RULED = replace(FULL, rules=(Rule("discrepancy.date", "discrepancy", "error", "", why="A day is a day.", fix="Ask."),))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@dataclass(frozen=True)
class Opener:
    """Opens pages of a review in browsers of their own, and holds against each what it complained of."""

    browser: Browser
    review: Served

    @contextmanager
    def __call__(
        self, *, width: int = DESK, dark: bool = False, height: int = 800, complaints: tuple[str, ...] = ()
    ) -> Iterator[Page]:
        """A page with its first finding; `complaints` are patterns of what its console may say."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        page, told = context.new_page(), list[str]()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("dialog", lambda dialog: told.append(f"dialog {dialog.message}"))
        page.goto(self.review.address)
        expect(page.locator("#progress")).to_contain_text("of")
        expect(page.locator("#case > *").first).to_be_visible()
        yield page
        context.close()
        assert [text for text in told if not any(re.search(pattern, text) for pattern in complaints)] == []


@pytest.fixture
def reviewing(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    with served(lambda: RULED, tmp_path / "decisions.sqlite") as review:
        yield Opener(browser, review)


@contextmanager
def review_of(browser: Browser, folder: Path, check: Callable[[], Report] | Desk) -> Iterator[Opener]:
    with served(check, folder / "decisions.sqlite") as review:
        yield Opener(browser, review)


def at(page: Page, heading: str) -> None:
    """Waits until a finding is there, and what was asked before is written down."""
    expect(page.locator("#heading")).to_have_text(heading)
    expect(page.locator("#deciding")).not_to_have_attribute("aria-busy", "true")


def rows(page: Page) -> list[tuple[str, str]]:
    """The list: each finding's heading, and how it stands."""
    found = page.locator("#rows li").all()
    return [
        (one.locator(".statement").text_content() or "", " ".join(one.locator(".stand").all_inner_texts()))
        for one in found
    ]


def decide(page: Page, verdict: str) -> None:
    page.locator(f"[data-verdict={verdict}]").click()


def test_a_whole_review_by_keys(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        page.keyboard.press("c")
        at(page, VISITORS)
        page.keyboard.press("d")
        expect(page.get_by_label("Reason (needed)")).to_be_focused()
        page.keyboard.type("they count children apart")
        page.keyboard.press("Enter")
        at(page, STALLS)
        page.keyboard.press("1")
        page.keyboard.press("x")
        expect(page.locator("#said")).to_have_text("Different things. u takes it back. Nothing else is open.")
        expect(page.locator("#progress")).to_have_text("3 of 3 decided")
        expect(page.locator("#standing")).to_contain_text(f"different things by {EDITOR}")
        assert page.locator("#bar").get_attribute("value") == "3"
    assert reviewing.review.told() == [
        ("11aa", "confirmed", "", EDITOR),
        ("22bb", "dismissed", "they count children apart", EDITOR),
        ("33cc", "different_things", "the figures speak of different things", EDITOR),
    ]


def test_on_a_phone_a_finding_begins_below_what_is_said(reviewing: Opener) -> None:
    with reviewing() as page:
        page.set_viewport_size({"width": 400, "height": 700})
        page.locator("#rows li", has_text=VISITORS).click()
        at(page, VISITORS)
        top, said = page.locator("#desk").bounding_box(), page.locator(".said").bounding_box()
        assert top
        assert said
        assert page.evaluate("window.scrollY") > 0
        assert top["y"] >= said["y"] + said["height"] - 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2", "another period or day is meant"),
        ("2, see the mail", "another period or day is meant, see the mail"),
        ("290 is the older count", "290 is the older count"),
        ("2nd count", "2nd count"),
        ("2.5 is a slip", "2.5 is a slip"),
    ],
)
def test_a_reason_may_begin_with_a_number(reviewing: Opener, typed: str, reason: str) -> None:
    with reviewing() as page:
        at(page, OPENING)
        page.keyboard.press("d")
        page.keyboard.type(typed)
        expect(page.locator("#reason")).to_have_value(reason)


def test_a_whole_review_by_mouse(reviewing: Opener) -> None:
    with reviewing() as page:
        page.locator("#rows li", has_text=VISITORS).click()
        at(page, VISITORS)
        decide(page, "dismissed")
        expect(page.locator("#reason")).to_be_focused()
        page.get_by_text("The usual reasons").click()
        page.get_by_role("button", name="checked by hand").click()
        decide(page, "dismissed")
        at(page, STALLS)
        decide(page, "fixed")
        at(page, OPENING)  # the one that was left out
        page.locator("#reason").fill("the port’s own paper")
        decide(page, "same_thing")
        expect(page.locator("#progress")).to_have_text("3 of 3 decided")
        page.get_by_role("button", name="Undo").click()
        at(page, OPENING)
        expect(page.locator("#progress")).to_have_text("2 of 3 decided")
    assert reviewing.review.told() == [
        ("22bb", "dismissed", "checked by hand", EDITOR),
        ("33cc", "fixed", "", EDITOR),
        ("11aa", "same_thing", "the port’s own paper", EDITOR),
        ("11aa", "", "", EDITOR),
    ]


def test_moving_and_undoing_by_keys(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        for key, heading in (
            ("j", VISITORS),
            ("j", STALLS),
            ("j", STALLS),
            ("k", VISITORS),
            ("k", OPENING),
            ("k", OPENING),
        ):
            page.keyboard.press(key)
            at(page, heading)
        page.keyboard.press("u")
        expect(page.locator("#said")).to_have_text("There is nothing of yours to take back.")
        page.keyboard.press("f")
        at(page, VISITORS)
        page.keyboard.press("u")
        at(page, OPENING)
        expect(page.locator("#progress")).to_have_text("0 of 3 decided")
        assert [stand for _, stand in rows(page)] == ["", "", ""]
        expect(page.locator("#standing")).to_be_empty()


def test_a_key_that_is_held_down_decides_once(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        for _ in range(5):
            page.keyboard.down("c")
        page.keyboard.up("c")
        at(page, VISITORS)
    assert len(reviewing.review.entries()) == 1


@pytest.mark.parametrize(
    "keys", [["Control+c"], ["Meta+d"], ["Alt+x"], ["q"], ["/", "c", "d"], ["?", "c", "f"], ["Enter", "c"]]
)
def test_keys_that_are_not_meant_for_a_verdict(reviewing: Opener, keys: list[str]) -> None:
    with reviewing() as page:
        at(page, OPENING)
        for key in keys:
            page.keyboard.press(key)
        page.keyboard.press("Escape")
        at(page, OPENING)
    assert reviewing.review.entries() == ()


def test_keys_can_be_switched_off(reviewing: Opener) -> None:
    with reviewing() as page:
        page.keyboard.press("?")
        page.get_by_label("Obey these keys").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("c")
        page.keyboard.press("j")
        at(page, OPENING)
    assert reviewing.review.entries() == ()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (["1"], "the figures speak of different things"),
        (["5"], "checked by hand"),
        (["9", "x"], "9x"),
        ([" ", "3", "0"], "30"),
        (["a", "1"], "a1"),
        (["u", "/", "j", "?"], "u/j?"),
    ],
)
def test_a_reason_is_typed_or_picked(reviewing: Opener, typed: list[str], reason: str) -> None:
    with reviewing() as page:
        at(page, OPENING)
        for key in ["d", *typed, "Enter"]:
            page.keyboard.press(key)
        at(page, VISITORS)
    assert reviewing.review.told() == [("11aa", "dismissed", reason, EDITOR)]


def test_a_dismissal_without_a_reason_waits_for_one(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        for key in ("d", "Enter", "Enter"):
            page.keyboard.press(key)
        expect(page.locator("#reason")).to_be_focused()
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        at(page, VISITORS)
        expect(page.locator("#reason-label")).to_have_text("Reason")
    assert reviewing.review.entries() == ()


def test_a_reason_half_typed_belongs_to_its_finding(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        page.keyboard.press("Enter")
        page.keyboard.type("not yet sure")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        at(page, VISITORS)
        expect(page.locator("#reason")).to_have_value("")
        page.keyboard.press("k")
        at(page, OPENING)
        expect(page.locator("#reason")).to_have_value("not yet sure")


def test_the_history_takes_back_what_anybody_decided(reviewing: Opener) -> None:
    reviewing.review.desk.decide("n2", "dismissed", "theirs", "Rob Low")
    reviewing.review.desk.decide("n1", "confirmed", "", EDITOR)
    with reviewing() as page:
        at(page, STALLS)
        page.keyboard.press("h")
        entries = page.locator(".entries li")
        expect(entries).to_have_count(2)
        expect(entries.nth(1)).to_contain_text("dismissed by Rob Low")
        entries.nth(1).get_by_role("button").click()
        expect(entries.nth(1)).to_contain_text(f"taken back by {EDITOR}")
        expect(entries.nth(1).get_by_role("button")).to_have_count(0)
        page.keyboard.press("Escape")
        at(page, VISITORS)
        expect(page.locator("#progress")).to_have_text("1 of 3 decided")


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("words", "LIGHTHOUSE day", [OPENING]),
        ("words", "draft.md", [VISITORS]),
        ("words", "lighthouse festival", []),
        ("severity", "warning", [VISITORS]),
        ("rule", "arithmetic.parts", [STALLS]),
        ("path", "sources/ledger.txt", [OPENING]),
        ("state", "decided", []),
        ("state", "all", [OPENING, VISITORS, STALLS]),
    ],
)
def test_filters(reviewing: Opener, field: str, value: str, left: list[str]) -> None:
    with reviewing() as page:
        choose(page, field, value)
        expect(page.locator("#shown")).to_have_text(f"{len(left)} of 3")
        assert [heading for heading, _ in rows(page)] == left
        page.get_by_role("button", name="Clear").click()
        expect(page.locator("#shown")).to_have_text("3 of 3")


def choose(page: Page, field: str, value: str) -> None:
    if field == "words":
        page.get_by_label("Text", exact=True).fill(value)
    else:
        page.locator(f"select[name={field}]").select_option(value)


def test_the_filter_counts_and_follows_what_is_decided(reviewing: Opener) -> None:
    with reviewing() as page:
        options = page.locator("select[name=state] option")
        expect(options).to_have_text(["open (3)", "decided (0)", "all (3)"])
        page.keyboard.press("c")
        expect(options).to_have_text(["open (2)", "decided (1)", "all (3)"])
        expect(page.locator("select[name=severity] option")).to_have_text(["all", "warning (1)", "info (1)"])
        page.keyboard.press("a")
        expect(page.locator("#shown")).to_have_text("1 of 3")
        assert rows(page) == [(OPENING, f"confirmed · {EDITOR}")]


def test_a_filter_bounds_where_the_keys_lead(browser: Browser, tmp_path: Path) -> None:
    with review_of(browser, tmp_path, lambda: many(12)) as opened, opened() as page:
        choose(page, "severity", "warning")
        expect(page.locator("#shown")).to_have_text("4 of 12")
        page.locator("#rows li").first.click()
        at(page, "ships at pier 4")
        for n in (5, 6, 7):
            page.keyboard.press("c")
            at(page, f"ships at pier {n}")
        page.keyboard.press("c")
        expect(page.locator("#said")).to_contain_text("Nothing else is open that the filter shows.")


def test_a_reload_keeps_the_place_and_what_was_decided(reviewing: Opener) -> None:
    with reviewing() as page:
        page.keyboard.press("c")
        at(page, VISITORS)
        page.keyboard.press("j")
        at(page, STALLS)
        page.reload()
        at(page, STALLS)
        assert [heading for heading, _ in rows(page)] == [VISITORS, STALLS]
        expect(page.locator("#rows [aria-current=true] .statement")).to_have_text(STALLS)
        expect(page.locator("#progress")).to_have_text("1 of 3 decided")
        assert "token" not in page.url


def test_the_name_of_the_editor_is_kept(reviewing: Opener) -> None:
    with reviewing() as page:
        editor = page.get_by_label("Editor")
        expect(editor).to_have_value(EDITOR)
        editor.fill("Rob Low")
        editor.press("Enter")
        page.reload()
        expect(page.get_by_label("Editor")).to_have_value("Rob Low")
        at(page, OPENING)
        page.keyboard.press("c")
        at(page, VISITORS)
        page.get_by_label("Editor").fill("  ")
        page.get_by_label("Editor").press("Enter")
        page.keyboard.press("c")
        expect(page.locator("#said")).to_have_text("Who decides? Give your name.")
        expect(page.get_by_label("Editor")).to_be_focused()
    assert reviewing.review.told() == [("11aa", "confirmed", "", "Rob Low")]


def test_two_browsers_see_each_other_s_decisions(reviewing: Opener) -> None:
    with reviewing() as one, reviewing() as two:
        at(two, OPENING)
        two.keyboard.press("Enter")
        two.keyboard.type("half a rea")
        one.keyboard.press("d")
        one.keyboard.type("one day apart")
        one.keyboard.press("Enter")
        expect(two.locator("#standing")).to_contain_text(f"dismissed by {EDITOR}")
        expect(two.locator("#progress")).to_have_text("1 of 3 decided")
        expect(two.locator("#rows li").first).to_contain_text("dismissed")
        expect(two.locator("#said")).to_contain_text(f"dismissed · {EDITOR}")
        expect(two.locator("#reason")).to_be_focused()
        expect(two.locator("#reason")).to_have_value("half a rea")
        at(two, OPENING)
        one.keyboard.press("u")
        expect(two.locator("#standing")).to_be_empty()
        expect(two.locator("#rows .done")).to_have_count(0)
        expect(two.locator("#reason")).to_have_value("half a rea")


def test_of_two_who_decide_one_finding_the_later_stands(reviewing: Opener) -> None:
    with reviewing() as one, reviewing() as two:
        at(one, OPENING)
        at(two, OPENING)
        one.keyboard.press("c")
        at(one, VISITORS)
        two.get_by_label("Editor").fill("Rob Low")
        two.get_by_label("Editor").press("Enter")
        expect(two.locator("#standing")).to_contain_text(f"confirmed by {EDITOR}")
        two.keyboard.press("x")
        expect(two.locator("#said")).to_contain_text(
            f"confirmed · {EDITOR} meanwhile. Once more decides it all the same."
        )
        at(two, OPENING)
        two.keyboard.press("x")
        at(two, VISITORS)
        expect(one.locator("#rows li").first).to_contain_text("different things · Rob Low")
        expect(one.locator("#progress")).to_have_text("1 of 3 decided")
    assert [verdict for _, verdict, _, _ in reviewing.review.told()] == ["confirmed", "different_things"]


def test_what_another_program_writes_is_seen(reviewing: Opener, tmp_path: Path) -> None:
    with reviewing() as page:
        at(page, OPENING)
        other = Desk(Store(tmp_path / "decisions.sqlite"), lambda: RULED)
        other.decide("n1", "dismissed", "from the terminal", "Rob Low")
        expect(page.locator("#standing")).to_contain_text("dismissed by Rob Low")
        expect(page.locator("#standing")).to_contain_text("from the terminal")
        other._store.close()


def test_a_page_that_was_away_catches_up(reviewing: Opener) -> None:
    with reviewing(complaints=("Failed to load resource", "ERR_INTERNET_DISCONNECTED")) as page:
        at(page, OPENING)
        page.context.set_offline(True)
        page.keyboard.press("c")
        expect(page.locator("#said")).to_contain_text("No answer")
        at(page, OPENING)
        reviewing.review.desk.decide("n1", "confirmed", "", "Rob Low")
        page.context.set_offline(False)
        page.keyboard.press("r")
        expect(page.locator("#progress")).to_have_text("1 of 3 decided")


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    made = Dossier(tmp_path)
    made.write(
        gazette=GAZETTE,
        post=POST,
        ledger="The bridge at Orrin is 310 metres long.\n",
        wire="The bridge at Orrin is 350 metres long.\n",
        draft="The dam at Orrin holds 45 tonnes of water.\n",
    )
    return made


def test_a_draft_changed_between_is_checked_again(browser: Browser, dossier: Dossier) -> None:
    with review_of(browser, dossier.folder, dossier.desk()) as opened, opened() as page:
        page.locator("#rows li", has_text="340 against 410").click()
        expect(page.locator(".message")).to_contain_text("340 against 410")
        before = page.locator("#heading").text_content() or ""
        page.locator("#reason").fill("two ways of counting")
        decide(page, "dismissed")
        page.locator("#rows li", has_text="310 metres").first.click()
        expect(page.locator(".message")).to_contain_text("310 metres")
        place = page.locator("#heading").text_content() or ""
        dossier.write(gazette=GAZETTE.replace("340", "370"), draft="The bridge at Orrin is 310 metres long.\n")
        page.get_by_role("button", name="Check again").click()
        changes = page.locator("#changes")
        expect(changes).to_contain_text("1 lapsed")
        expect(changes).to_contain_text("“340” is now “370”")
        expect(changes).to_contain_text("new")
        expect(changes).to_contain_text("45 tonnes")
        expect(page.locator("#heading")).to_have_text(place)
        again = page.locator("#rows li", has_text="370 against 410")
        expect(again).to_contain_text(before, ignore_case=True)
        expect(again).to_contain_text("lapsed")
        again.click()
        expect(page.locator("#standing")).to_contain_text("has lapsed")
        page.keyboard.press("Escape")
        expect(changes).to_be_hidden()


def test_a_finding_that_is_gone_gives_way_to_the_next(browser: Browser, dossier: Dossier) -> None:
    with review_of(browser, dossier.folder, dossier.desk()) as opened, opened() as page:
        page.locator("#rows li", has_text="340 against 410").click()
        expect(page.locator(".message")).to_contain_text("340 against 410")
        dossier.write(gazette="It rained.\n")
        page.keyboard.press("r")
        expect(page.locator("#changes")).to_contain_text("gone")
        expect(page.locator(".message")).not_to_contain_text("340 against 410")
        expect(page.locator("#rows li", has_text="340 against 410")).to_have_count(0)


def test_what_was_said_to_be_fixed_and_is_still_there_is_told(browser: Browser, dossier: Dossier) -> None:
    with review_of(browser, dossier.folder, dossier.desk()) as opened, opened() as page:
        page.locator("#rows li", has_text="340 against 410").click()
        expect(page.locator(".message")).to_contain_text("340 against 410")
        page.keyboard.press("f")
        expect(page.locator("#said")).to_contain_text("Fixed")
        page.keyboard.press("r")
        expect(page.locator("#changes")).to_contain_text("1 said to be fixed and still found")


def unlinked(dossier: Dossier) -> None:
    (dossier.folder / "draft.md").unlink()


def unreadable(dossier: Dossier) -> None:
    (dossier.folder / "draft.md").write_bytes(b"\x00\x01\x02\xff" * 100)


@pytest.mark.parametrize(("harm", "told"), [(unlinked, "draft.md"), (unreadable, "draft.md")])
def test_a_draft_that_cannot_be_read_leaves_the_list_as_it_was(
    browser: Browser, dossier: Dossier, harm: Callable[[Dossier], None], told: str
) -> None:
    with review_of(browser, dossier.folder, dossier.desk()) as opened, opened() as page:
        before = rows(page)
        harm(dossier)
        page.keyboard.press("r")
        expect(page.locator("#said")).to_contain_text("The check could not be run again")
        expect(page.locator("#said")).to_contain_text(told)
        expect(page.get_by_role("button", name="Check again")).to_be_enabled()
        assert rows(page) == before
        dossier.write(draft="It rained.\n")
        page.keyboard.press("r")
        expect(page.locator("#said")).to_have_text("Checked again.")


def test_the_page_stays_usable_while_the_check_runs(browser: Browser, tmp_path: Path) -> None:
    go, runs = Event(), iter([False, True])

    def slow() -> Report:
        if next(runs):
            go.wait(30)
            raise UsageError("draft.md: no such file")
        return RULED

    with review_of(browser, tmp_path, slow) as opened, opened() as page, opened() as other:
        page.keyboard.press("r")
        for one in (page, other):
            expect(one.locator("#check")).to_have_text("Checking …")
            expect(one.locator("#check")).to_be_disabled()
        page.keyboard.press("c")
        at(page, VISITORS)
        expect(other.locator("#progress")).to_have_text("1 of 3 decided")
        go.set()
        for one in (page, other):
            expect(one.locator("#said")).to_contain_text("draft.md: no such file")
            expect(one.locator("#check")).to_be_enabled()
        assert len(opened.review.entries()) == 1


def test_words_with_markup_stay_words(reviewing: Opener) -> None:
    with reviewing() as page, reviewing() as other:
        at(page, OPENING)
        page.get_by_label("Editor").fill(MARKUP[:120])
        page.get_by_label("Editor").press("Enter")
        page.keyboard.press("d")
        page.locator("#reason").fill(MARKUP)
        page.keyboard.press("Enter")
        at(page, VISITORS)
        expect(other.locator("#standing")).to_contain_text(SHOWN)
        expect(other.locator("#said")).to_contain_text("onerror")
        page.keyboard.press("h")
        expect(page.locator(".entries")).to_contain_text(SHOWN)
        for one in (page, other):
            assert one.locator("img, script:not([src])").count() == 0
        cookie = "; ".join(f"{c['name']}={c['value']}" for c in page.context.cookies())
        port = reviewing.review.port
        filed = {name: ask(port, f"/decisions.{name}", headers={"Cookie": cookie}).body for name in ("csv", "html")}
        assert "onerror" in filed["csv"]
        assert "<img" not in filed["html"]
    assert reviewing.review.told() == [("11aa", "dismissed", MARKUP, MARKUP[:120])]


def test_documents_with_markup_stay_words(browser: Browser, tmp_path: Path) -> None:
    with review_of(browser, tmp_path, lambda: hostile(MARKUP)) as opened, opened() as page:
        at(page, SHOWN)
        expect(page.locator(".page .text")).to_contain_text(SHOWN)
        page.keyboard.press("c")
        expect(page.locator("#progress")).to_have_text("1 of 1 decided")
        page.keyboard.press("r")
        expect(page.locator("#changes")).to_be_visible()
        assert page.locator("img, script:not([src]), [href^='javascript:']").count() == 0


def test_a_finding_stands_in_its_documents(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        panes = page.locator(".pane")
        expect(panes.locator("h4")).to_have_text(["2021-05-03", "2021-05-04"])
        expect(panes.nth(0).locator("option")).to_have_text(["Harbour Times", "draft.md (draft)"])
        expect(panes.nth(0).locator(".text")).to_contain_text("Crowds fill the quays")
        expect(panes.nth(0).locator("mark.s1")).to_have_text(["3 May 2021"])
        expect(panes.nth(1).locator("mark.s2")).to_have_text(["4 May 2021"])
        panes.nth(0).locator("select").select_option("d4")
        expect(panes.nth(0).locator(".text")).to_contain_text("Some 130,000 people saw the festival.")
        page.locator(".side .place a").first.click()
        expect(panes.nth(0).locator("select")).to_have_value("d1")
        expect(panes.nth(0).locator("mark[data-here]")).to_have_text("3 May 2021")
        expect(panes.nth(0).locator(".page")).to_be_focused()
        page.get_by_text("What discrepancy.date is for").click()
        expect(page.locator("#rule")).to_contain_text("A day is a day.")


def test_sides_of_one_document_share_a_pane(reviewing: Opener) -> None:
    with reviewing() as page:
        page.keyboard.press("k")
        page.locator("#rows li").last.click()
        at(page, STALLS)
        expect(page.locator(".pane h4")).to_have_text(["40 stalls / 25"])
        expect(page.locator(".pane mark.s1")).to_have_text(["40"])
        expect(page.locator(".pane mark.s2")).to_have_text(["25"])


def test_a_long_document_is_scrolled_to_the_place(browser: Browser, tmp_path: Path) -> None:
    with review_of(browser, tmp_path, lambda: many(300)) as opened, opened() as page:
        page.locator("#rows li").nth(90).click()
        at(page, "ships at pier 90")
        for pane in page.locator(".pane").all():
            assert pane.locator(".page").evaluate("(page) => page.scrollTop") > 0
            box, frame = pane.locator("mark.s1, mark.s2").bounding_box(), pane.locator(".page").bounding_box()
            assert box
            assert frame
            assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]


def test_a_lone_figure_can_be_the_same_thing_as_another(browser: Browser, tmp_path: Path) -> None:
    lone = replace(
        DRAFTED.findings[0], id="n7", fingerprint="77", kind="unsupported", sides=(("o41",),), primary="o41", claim=None
    )
    report = replace(DRAFTED, findings=(lone,))
    with review_of(browser, tmp_path, lambda: report) as opened, opened() as page:
        choices = page.locator("[name=beside]")
        expect(choices).to_have_count(4)
        page.keyboard.press("s")
        expect(page.locator("#said")).to_have_text("Of which figure is it the same thing? Tick one.")
        expect(choices.first).to_be_focused()
        chosen = page.locator("#choices label", has_text="47")
        chosen.click()
        expect(page.locator(".pane").last.locator("mark[data-here]")).to_have_text("47")
        page.keyboard.press("s")
        expect(page.locator("#progress")).to_have_text("1 of 1 decided")
        (entry,) = opened.review.entries()
        assert [[stood.text for stood in side] for side in entry.sides] == [["41"], ["47"]]


def test_the_list_goes_on_where_it_is_scrolled_to(browser: Browser, tmp_path: Path) -> None:
    with review_of(browser, tmp_path, lambda: many(500)) as opened, opened() as page:
        expect(page.locator("#rows li")).to_have_count(200)
        for count in (400, 500):
            page.locator("#list").evaluate("(list) => { list.scrollTop = list.scrollHeight; }")
            expect(page.locator("#rows li")).to_have_count(count)
        page.locator("#rows li").nth(420).click()
        at(page, "ships at pier 420")
        page.reload()
        at(page, "ships at pier 420")
        expect(page.locator("#rows [aria-current=true]")).to_be_in_viewport()


def test_the_keys_lead_past_the_end_of_what_is_loaded(browser: Browser, tmp_path: Path) -> None:
    with review_of(browser, tmp_path, lambda: many(230)) as opened, opened() as page:
        page.locator("#rows li").nth(199).click()
        for n in (200, 201):
            page.keyboard.press("j")
            at(page, f"ships at pier {n}")


def test_nothing_to_decide(browser: Browser, tmp_path: Path) -> None:
    with review_of(browser, tmp_path, lambda: NOTHING) as opened, opened() as page:
        expect(page.locator(".nothing")).to_have_text("There is nothing to decide.")
        expect(page.locator("#deciding")).to_be_hidden()
        for key in "cdxsfujk":
            page.keyboard.press(key)
        expect(page.locator("#said")).to_have_text("There is nothing of yours to take back.")


def test_what_is_settled_already_is_not_asked(browser: Browser, tmp_path: Path) -> None:
    verdicts: tuple[Verdict, ...] = ("dismissed", "confirmed", "fixed")
    with served(lambda: RULED, tmp_path / "decisions.sqlite") as review:
        for name, verdict in zip(("n1", "n2", "n3"), verdicts, strict=True):
            review.desk.decide(name, verdict, "so", "Rob Low")
        with Opener(browser, review)() as page:
            expect(page.locator(".nothing")).to_have_text("Everything is decided.")


@pytest.mark.parametrize(
    ("width", "dark"),
    [(DESK, False), (DESK, True), (PHONE, False), (PHONE, True)],
    ids=["light", "dark", "phone", "phone dark"],
)
def test_axe_finds_no_violation(reviewing: Opener, width: int, dark: bool) -> None:
    reviewing.review.desk.decide("n2", "dismissed", "theirs", "Rob Low")
    with reviewing(width=width, dark=dark) as page:
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        choose(page, "state", "all")
        expect(page.locator("#shown")).to_have_text("3 of 3")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert violations(page) == []
        page.keyboard.press("r")
        expect(page.locator("#changes")).to_be_visible()
        assert violations(page) == []
        for key in "h?":
            page.keyboard.press(key)
            expect(page.locator("dialog[open]")).to_be_visible()
            assert violations(page) == []
            page.keyboard.press("Escape")


def test_axe_finds_no_violation_beside_a_lone_figure(browser: Browser, tmp_path: Path) -> None:
    lone = replace(
        DRAFTED.findings[0], id="n7", fingerprint="77", kind="unsupported", sides=(("o41",),), primary="o41", claim=None
    )
    with review_of(browser, tmp_path, lambda: replace(DRAFTED, findings=(lone,))) as opened, opened() as page:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert violations(page) == []


def violations(page: Page) -> list[tuple[str, str]]:
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(v["id"], node["html"][:200]) for v in result["violations"] for node in v["nodes"]]


@pytest.mark.parametrize("width", [400, 320, DESK])
@pytest.mark.parametrize("report", [FULL, many(60), hostile("w" * 300)], ids=["full", "many", "wide"])
def test_nothing_is_wider_than_the_page(browser: Browser, tmp_path: Path, report: Report, width: int) -> None:
    with review_of(browser, tmp_path, lambda: report) as opened, opened(width=width) as page:
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_on_a_phone_the_filter_is_folded_and_a_key_unfolds_it(reviewing: Opener) -> None:
    with reviewing(width=PHONE) as page:
        expect(page.locator("#filter")).to_be_hidden()
        page.keyboard.press("/")
        expect(page.get_by_label("Text", exact=True)).to_be_focused()


def test_what_has_the_focus_is_seen(reviewing: Opener) -> None:
    with reviewing() as page:
        at(page, OPENING)
        unseen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => { const at = document.activeElement, style = getComputedStyle(at);
                return at === document.body || style.outlineStyle !== 'none' ? '' : at.outerHTML.slice(0, 80); }"""
            )
            unseen += [seen] if seen else []
    assert unseen == []


def test_it_ends_when_it_is_interrupted_with_pages_open(browser: Browser, dossier: Dossier) -> None:
    command = [sys.executable, "-m", "factcheck", "review", str(dossier.folder), "--no-browser", "--editor", EDITOR]
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout
        assert run.stderr
        address = run.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", address)
        page = browser.new_page()
        page.goto(address)
        expect(page.locator("#heading")).to_be_visible()
        time.sleep(0.3)  # the stream is open now, and would be waited for
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=20) == 0
        expect(page.locator("#said")).to_contain_text("factcheck review has ended")
        page.close()
        assert "Traceback" not in run.stderr.read()


def test_entries_made_before_are_shown(browser: Browser, tmp_path: Path) -> None:
    store = Store(tmp_path / "decisions.sqlite")
    old = Entry(
        at="2020-01-01T09:30:00.000000Z",
        editor="Rob Low",
        fingerprint="gone",
        verdict="confirmed",
        message="An old one.",
    )
    store.merge([old.signed()])
    store.close()
    with review_of(browser, tmp_path, lambda: RULED) as opened, opened() as page:
        page.keyboard.press("h")
        expect(page.locator(".entries")).to_contain_text("An old one.")
        expect(page.locator(".entries time")).to_have_text("2020-01-01 09:30 UTC")
        page.get_by_role("button", name="Take back: confirmed").click()
        expect(page.locator(".entries")).to_contain_text("taken back by")
