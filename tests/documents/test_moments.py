from __future__ import annotations

import pytest

from factcheck.documents.moments import moment
from tests.documents.test_html import page


def meta(content: str, what: str = "published") -> str:
    return f'<meta property="article:{what}_time" content="{content}">'


def data(published: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{published}"}}</script>'


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024-03-04T08:00:00Z", "2024-03-04T08:00:00Z"),
        ("2024-03-04 08:00:59.5+01:00 ", "2024-03-04T07:00:59Z"),
        ("2024-03-04T23:30-0500", "2024-03-05T04:30:00Z"),
        ("0900-03-04T08:00:00Z", "0900-03-04T08:00:00Z"),
        ("2024-03-04T08:00:00", None),
        ("2024-03-04", None),
        ("0001-01-01T00:00:00+05:00", None),
        ("4 March 2024, 08:00 UTC", None),
        ("", None),
    ],
)
def test_a_moment_needs_a_time_and_a_zone(words: str, expected: str | None) -> None:
    assert moment(words) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta("2024-03-04T08:00:00+01:00"), "2024-03-04T07:00:00Z"),
        (meta("2024-03-04"), None),
        (
            data("2024-03-04T08:00:00Z") + meta("2024-03-05T08:00:00Z"),
            "2024-03-04T08:00:00Z",
        ),
        (
            data("2024-03-04") + meta("2024-03-05T08:00:00Z"),
            None,
        ),
        (meta("2024-03-05T08:00:00Z", "modified"), None),
    ],
)
def test_a_page_tells_its_moment_where_it_tells_its_day(head: str, expected: str | None) -> None:
    assert page("<p>Some 120 people were taken off the ferry by boats.</p>", head).metadata.moment == expected
