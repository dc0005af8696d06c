"""The list of decisions for the file: every entry with what became of it, inert in a spreadsheet and on a page."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from factcheck.inert import visible
from factcheck.review import Entry
from factcheck.review.entries import undoing
from factcheck.review.listing import as_csv, as_html, rows
from tests.review.made import entry


def moment(second: int) -> str:
    return f"2026-05-07T09:30:{second:02}.000000Z"


FIRST = entry("f1", "confirmed", at=moment(1), reason="")
SECOND = entry("f1", "dismissed", at=moment(2), editor="M. Chief")
THIRD = entry("f2", "different_things", at=moment(3))
FOURTH = entry("f3", "same_thing", at=moment(4))
UNDO = undoing(THIRD, "M. Chief").model_copy(update={"at": moment(5)}).signed()
ALL = (FIRST, SECOND, THIRD, FOURTH, UNDO)


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            ALL,
            ["confirmed replaced", "dismissed stands", "different things taken back", "same thing stands", "undo "],
        ),
        ((FIRST,), ["confirmed stands"]),
        ((THIRD, FIRST), ["confirmed stands", "different things stands"]),
        ((UNDO,), ["undo "]),
        ((), []),
    ],
)
def test_each_entry_has_what_became_of_it(entries: tuple[Entry, ...], expected: list[str]) -> None:
    assert [f"{row.verdict} {row.state}" for row in rows(entries)] == expected
    assert [f"{row['verdict']} {row['state']}" for row in cells(as_csv(reversed(entries)))] == expected


def test_a_row_says_who_settled_what_and_why() -> None:
    *_, undo = cells(as_csv(ALL))
    assert cells(as_csv(ALL))[1] == {
        "at": moment(2),
        "editor": "M. Chief",
        "verdict": "dismissed",
        "state": "stands",
        "documents": "draft.md, ledger.txt",
        "figures": "41,000 / 38,000",
        "finding": "Seats differ.",
        "reason": "before and after it was rebuilt",
        "rule": "discrepancy/conflict",
        "id": SECOND.id,
        "undoes": "",
        "fingerprint": "f1",
    }
    assert (undo["editor"], undo["undoes"], undo["finding"]) == ("M. Chief", THIRD.id, "Seats differ.")


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "@SUM(A1)", "+1+cmd", "-2+3"])
def test_a_spreadsheet_runs_nothing(words: str) -> None:
    (row,) = cells(as_csv([entry(reason=words, editor=words)]))
    assert (row["reason"], row["editor"]) == (f"'{words}", f"'{words}")


class Page(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_counts_what_stands_and_lists_all() -> None:
    page = Page(as_html(ALL))
    words = " ".join(" ".join(page.words).split())
    assert "Decisions" in words
    assert "2 decisions stand: 1 dismissed, 1 same thing. Moments are in UTC." in words
    assert "2026-05-07 09:30 M. Chief dismissed Seats differ. 41,000 / 38,000 draft.md, ledger.txt" in words
    assert "different things (taken back)" in words
    assert "M. Chief undo (different things, R. Editor) Seats differ." in words
    assert page.tags.count("tr") == len(ALL) + 1
    assert ("class", "past") in page.attributes


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), "Nothing was decided."),
        ((FIRST,), "1 decision stands: 1 confirmed. Moments"),
        ((UNDO,), "0 decisions stand. Moments"),
    ],
)
def test_the_page_says_how_few_there_are(entries: tuple[Entry, ...], expected: str) -> None:
    assert expected in " ".join(" ".join(Page(as_html(entries)).words).split())


def test_words_of_a_decision_are_no_markup() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=1> </td>\" ' \u202e\x1b[2J"
    plain, page = Page(as_html([entry()])), Page(as_html([entry(reason=hostile, editor=hostile, message=hostile)]))
    assert page.tags == plain.tags
    assert "<script>alert(1)</script><img src=x onerror=1> </td>" in " ".join(page.words)


def test_the_page_loads_and_runs_nothing() -> None:
    text = as_html(ALL)
    page = Page(text)
    assert visible(text) == text
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert not [name for name, _ in page.attributes if name in ("src", "href", "style") or name.startswith("on")]
    assert re.search(r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'", text)


def test_the_same_entries_give_the_same_bytes() -> None:
    assert as_html(ALL) == as_html(reversed(ALL))
    assert as_csv(ALL) == as_csv(reversed(ALL))
