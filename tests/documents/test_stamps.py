from __future__ import annotations

import pytest

from factcheck.documents.stamps import leading, parse


@pytest.mark.parametrize(
    ("line", "published", "label"),
    [
        ("May 03,2011 6:05AM", "2011-05-03", "plain"),
        ("Tuesday 3 May 2011", "2011-05-03", "plain"),
        ("on May 03 2011 7:41 AM", "2011-05-03", "plain"),
        ("(9:15 am PDT, May 3rd 2011)", "2011-05-03", "plain"),
        ("May 3,2011 - - 08:10 GMT (00:10 PST)", "2011-05-03", "plain"),
        ("NORWAY, May 3,2011", "2011-05-03", "plain"),
        ("Reuters | Tue, 03 May 2011 11:30 CDT", "2011-05-03", "plain"),
        ("By Ada Lind 3 May 2011", "2011-05-03", "plain"),
        ("date 2011-05-03 24m ago", "2011-05-03", "published"),
        ("Published: 2011-05-03", "2011-05-03", "published"),
        ("Published: 2011-05-03T10:00:00+02:00", "2011-05-03", "published"),
        ("Story Created: May 3,2011 at 9:20 AM AKDT", "2011-05-03", "published"),
        ("*Posted on Tuesday, May 3rd, 2011*", "2011-05-03", "published"),
        ("3 May 2011 Last updated at 12:41 GMT", "2011-05-03", "updated"),
        ("Updated: May 3,2011 15:01 IST", "2011-05-03", "updated"),
        ("May 3,2011 - - Updated 0812 GMT (1612 HKT)", "2011-05-03", "updated"),
        ("PUBLISHED: 15:00 GMT, 3 May 2011 | UPDATED: 07:30 GMT, 4 May 2011", "2011-05-03", "published"),
        ("Updated 4 May 2011 | Published 3 May 2011", "2011-05-03", "published"),
        ("Last updated at 12:41 GMT", None, "updated"),
        ("Updated: 3 hours ago", None, "updated"),
        ("Posted: 05 / 04 / 11, 9:00 PM", None, "published"),
    ],
)
def test_a_posting_line_says_when(line: str, published: str | None, label: str) -> None:
    stamp = parse(line)
    assert stamp is not None
    assert (stamp.published and stamp.published.isoformat(), stamp.label) == (published, label)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The bridge opened on 3 May 2011.", id="a sentence"),
        pytest.param("3 May 2011: bridge opens", id="an entry of a time line"),
        pytest.param("End of service: Friday, May 6,2011", id="a date of something else"),
        pytest.param("Deadline: 3 May 2011", id="a label that is none of a page"),
        pytest.param("1 May 2011 - 3 May 2011", id="two days, of which none is said to be the page's"),
        pytest.param("Updated 3 May 2011, 4 May 2011", id="two days under one label"),
        pytest.param("Posted 30 points", id="a number that is no time"),
        pytest.param("Tuesday", id="no number"),
        pytest.param("11/09/2010", id="two readings"),
        pytest.param("Updated 3 May 2011 " + "x " * 200, id="too long"),
    ],
)
def test_any_other_line_is_none(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("date 2011-05-03 The bridge opened to traffic.", "date 2011-05-03 "),
        ("Published: Tuesday, 3 May 2011, 10:24 – The bridge opened.", "Published: Tuesday, 3 May 2011, 10:24 – "),
        ("Updated on May 3, 2011. “We are late”, she said.", "Updated on May 3, 2011. "),
        pytest.param("Updated May 3, 2011 figures show a fall.", "", id="the date belongs to the sentence"),
        pytest.param("The bridge opened on May 3, 2011. It is long.", "", id="no posting word"),
        pytest.param("Published: The diaries of May 3, 2011 are out.", "", id="the date comes later"),
        pytest.param("Published: 2011-05-03", "", id="nothing follows"),
    ],
)
def test_a_note_before_the_first_sentence_is_measured(line: str, note: str) -> None:
    assert line[: leading(line)] == note
