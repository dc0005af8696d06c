"""What is made of a page is made once, and belongs to that page alone."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings.faults import Page
from factcheck.model import Document


def test_a_page_keeps_what_was_made_of_it_and_no_other_page_has_it() -> None:
    asked: list[str] = []

    def words(page: Page) -> Iterator[str]:
        asked.append(page.document.id)
        yield from page.document.text.split()

    def letters(page: Page) -> Iterator[str]:
        yield from page.document.text

    one, two = (Page(Document(name, f"{name}.txt", text), ()) for name, text in (("a", "3 May"), ("b", "4 June")))
    assert [one.once(words), one.once(words), two.once(words)] == [("3", "May"), ("3", "May"), ("4", "June")]
    assert asked == ["a", "b"]
    assert one.once(letters) == tuple("3 May")
