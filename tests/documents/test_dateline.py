from __future__ import annotations

import pytest

from factcheck.documents.dateline import parse


@pytest.mark.parametrize(
    ("dateline", "published", "outlet"),
    [
        ("ELSIN, May 2, 2024 - ", "2024-05-02", None),
        ("ELSIN, May 2, 2024 -- ", "2024-05-02", None),
        ("ELSIN, May 2, 2024 - - ", "2024-05-02", None),
        ("ELSIN May 2, 2024 – ", "2024-05-02", None),
        ("ELSIN, May 2, 2024—", "2024-05-02", None),
        ("ELSIN, 2 May 2024 (Wire) — ", "2024-05-02", "Wire"),
        ("ELSIN, 2024-05-02 (Wire) - ", "2024-05-02", "Wire"),
        ("ELSIN, Norland, May 2, 2024 /ElsinNews/ -- ", "2024-05-02", "ElsinNews"),
        ("ST. ELSIN-ON-SEA, Norland, May 2, 2024 (Wire) - ", "2024-05-02", "Wire"),
        ("Elsin, Norland, May 2, 2024 — ", "2024-05-02", None),
        ("Elsin, May 2, 2024 — ", "2024-05-02", None),
        ("Port of Elsin, Norland, 2 May 2024 (The Elsin Post) - ", "2024-05-02", "The Elsin Post"),
        ("May 2, 2024 (The Elsin Post) - ", "2024-05-02", "The Elsin Post"),
        ("ELSIN, May 2, 2024 (Thursday) - ", "2024-05-02", None),
        ("ELSIN, May 2, 2024 (10:00 GMT) - ", "2024-05-02", None),
        ("ELSIN, May 2 (Wire) - ", None, "Wire"),
        ("ELSIN, 2 May - ", None, None),
        ("May 2 (The Elsin Post) — ", None, "The Elsin Post"),
    ],
)
def test_a_dateline_is_read_up_to_its_dash(dateline: str, published: str | None, outlet: str | None) -> None:
    found = parse(f"{dateline}Six ships left.")
    assert found is not None
    assert (found.published and found.published.isoformat(), found.outlet) == (published, outlet)
    assert found.length == len(dateline)


@pytest.mark.parametrize(
    "story",
    [
        pytest.param("On Friday, May 3, 2024 - the last day - six ships left.", id="a phrase"),
        pytest.param("Friday, May 3, 2024 - the last day - was dull.", id="a weekday"),
        pytest.param("Since Elsin, May 3, 2024 - all is well.", id="a word that begins a sentence"),
        pytest.param("Elsin on May 3, 2024 - a quiet town - woke.", id="running text"),
        pytest.param("Elsin May 3, 2024 - a quiet day.", id="a place in small letters that no comma sets off"),
        pytest.param("May 3, 2024 - six ships left.", id="a date alone"),
        pytest.param("(May 3, 2024) (The Elsin Post) - six ships left.", id="a date in brackets"),
        pytest.param("May 3, 2024 (Friday) - six ships left.", id="a weekday in brackets"),
        pytest.param("May 3, 2024 (the first day) - six ships left.", id="a remark in brackets"),
        pytest.param("ELSIN, May 3, 2024 (Wire) six ships left.", id="no dash"),
        pytest.param("ELSIN, May 3, 2024-May 5, 2024, six ships left.", id="a span of days"),
        pytest.param("ELSIN, May 3, 2024 (Wire) - ", id="no story"),
        pytest.param("ELSIN (Wire) - On May 3, 2024 - six ships left.", id="a date in the story"),
        pytest.param("ELSIN, May 300 - six ships left.", id="no day"),
        pytest.param("Six ships left the harbour.", id="no date"),
        pytest.param("", id="nothing"),
    ],
)
def test_any_other_opening_is_none(story: str) -> None:
    assert parse(story) is None
