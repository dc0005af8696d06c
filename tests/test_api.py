"""The public functions: check, extract, read, and the objects that they give."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck import Document, Figure, Skipped, check, checks, extract, extract_many, read
from factcheck.errors import UsageError

KEYS = (
    "id document start end text kind low high unit bound change subject measure of places period attribution "
    "modality sentence"
).split()


def test_check_gives_a_report_whose_object_is_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The stadium in Port Elsin seats 41,000 spectators.\n", encoding="utf-8")
    report = check([str(tmp_path)]).to_dict()
    assert json.loads(json.dumps(report)) == report
    assert list(report) == "format documents figures claims findings draft skipped notices settings summary".split()
    assert report["format"] == "factcheck-report/1"


@pytest.mark.parametrize("workers", [0, -1])
def test_check_needs_a_worker(workers: int) -> None:
    with pytest.raises(UsageError, match=f"workers {workers}: give 1 or more"):
        check(["sources"], workers=workers)


@pytest.mark.parametrize(
    "form", [str, Path, lambda p: [str(p)], lambda p: (p,), lambda p: iter([p]), lambda p: (q for q in [p])]
)
def test_check_takes_one_path_or_several(form: Callable[[Path], Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing is counted here.\n", encoding="utf-8")
    report = check(form(tmp_path / "a.txt"))
    assert ([d.path for d in report.documents], report.skipped) == ([str(tmp_path / "a.txt")], ())


def test_a_draft_may_be_checked_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing is counted here.\n", encoding="utf-8")
    assert [d.role for d in check([], draft=tmp_path / "a.txt").documents] == ["draft"]


WRONG: Any = b"bytes"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: check([]), UsageError, "nothing to check; name at least one file or folder"),
        (lambda: check(""), UsageError, "a path is empty"),
        (lambda: check(["a", ""]), UsageError, "a path is empty"),
        (lambda: check(WRONG), TypeError, "a path is a str or an os.PathLike of one, not bytes"),
        (lambda: check([WRONG]), TypeError, "a path is a str or an os.PathLike of one, not bytes"),
        (lambda: check("a", draft=WRONG), TypeError, "a path is a str or an os.PathLike of one, not bytes"),
        (lambda: read(WRONG), TypeError, "a path is a str or an os.PathLike of one, not bytes"),
        (lambda: extract(WRONG), TypeError, "text: give a str, not bytes"),
        (lambda: extract(5), TypeError, "text: give a str, not int"),  # type: ignore[call-overload]
        (lambda: extract("5", published=WRONG), TypeError, "published: give a datetime.date, as date(2022, 2, 4), not"),
        (lambda: extract(["5"], published=WRONG), TypeError, "published: give a datetime.date, as date(2022, 2, 4)"),
        (lambda: extract_many("some text"), TypeError, "texts: give several, as in [text]; extract(text) is for one"),
        (lambda: next(extract_many([WRONG])), TypeError, "text: give a str, or a pair of one and its date, not bytes"),
        (lambda: next(extract_many([("5", WRONG)])), TypeError, "published: give a datetime.date, as date(2022, 2, 4)"),
        (lambda: next(extract_many([("5", None, 1)])), TypeError, "text: give a str, or a pair"),  # type: ignore[list-item]
        (lambda: checks([], workers=0), UsageError, "workers 0: give 1 or more"),
        (lambda: next(checks(["a"])), TypeError, "a check is a pair of sources and a draft"),  # type: ignore[list-item]
        (lambda: next(checks([([], None)])), UsageError, "nothing to check; name at least one file or folder"),
        (lambda: next(checks([("a", WRONG)])), TypeError, "a path is a str or an os.PathLike of one, not bytes"),
    ],
)
def test_a_wrong_argument_is_said(call: Callable[[], object], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=re.escape(message)):
        call()


@pytest.mark.parametrize(
    ("text", "published", "low"),
    [
        ("The plant opened today.", datetime(2024, 3, 6, 23, 59, tzinfo=UTC), "2024-03-06"),
        ("The plant opened yesterday.", date(2024, 3, 6), "2024-03-05"),
        ("The plant opened on Monday.", date(2024, 3, 6), "2024-03-04"),
        ("The plant opened on 2 March.", date(2024, 3, 6), "2024-03-02"),
        ("The plant opened on 2 March 2024.", date(2024, 3, 6), "2024-03-02"),
        ("The plant opened on 2 March 2024.", None, "2024-03-02"),
        ("The plant opened on 2 March.", None, "XXXX-03-02"),
    ],
)
def test_a_day_depends_on_the_day_of_publication(text: str, published: date | None, low: str) -> None:
    figures = extract(text, published=published)
    assert [(f.kind, f.to_dict()["low"]) for f in figures] == [("date", low)]


@pytest.mark.parametrize("text", ["The plant opened yesterday.", "The plant opened on Monday."])
def test_without_a_day_of_publication_no_day_is_guessed(text: str) -> None:
    assert [f.amount.value for f in extract(text) if f.amount.value.low is not None] == []


def test_figures_come_in_the_order_of_the_text_with_their_own_characters() -> None:
    text = "Some 40,000 people marched.\n\nThe march cost $1.2 million, or 3 percent of the budget.\n"
    figures = extract(text)
    assert [f.text for f in figures] == ["40,000", "$1.2 million", "3"]
    assert all(f.span.quote(text) == f.text for f in figures)
    assert [f.id for f in figures] == ["d1.1", "d1.2", "d1.3"]


@pytest.mark.parametrize("text", ["", " \n\t", "Nothing is counted here.", "They drove down Route 6."])
def test_a_text_may_hold_no_figure(text: str) -> None:
    assert extract(text) == []


TEXTS = [f"Some {n}00 people came to Elsin on Monday, {n % 9 + 2} of them by boat." for n in range(90)]
DAY = date(2024, 3, 6)


@pytest.mark.parametrize("form", [list, iter, tuple, lambda texts: (text for text in texts)])
def test_many_texts_give_what_each_gives(form: Callable[[list[str]], Any]) -> None:
    texts = ["", "Nothing is counted here.", *TEXTS[:20], "The dam is 84 metres high."]
    each = [extract(text, published=DAY) for text in texts]
    assert list(extract_many(form(texts), published=DAY)) == each
    assert list(extract(form(texts), published=DAY)) == each
    assert [len(found) for found in (each[0], each[2], each[-1])] == [0, 3, 1]


def test_a_text_may_have_its_own_day() -> None:
    text = "The plant opened on 2 March."
    given: list[str | tuple[str, date | None]] = [text, (text, date(2023, 5, 2)), (text, None)]
    found = [figures[0].to_dict()["low"] for figures in extract_many(given, published=DAY)]
    assert found == ["2024-03-02", "2023-03-02", "XXXX-03-02"]


def drawn(items: list[Any], seen: list[Any]) -> Iterator[Any]:
    for item in items:
        seen.append(item)
        yield item


def test_texts_are_drawn_as_their_figures_are_asked_for() -> None:
    seen: list[str] = []
    found = extract_many(drawn(TEXTS, seen))
    counts = [len(seen)]
    for _ in range(10):
        next(found)
        counts.append(len(seen))
    assert counts == [0, 1, *[9] * 8, 73]
    assert len(list(found)) == 80
    assert list(extract_many(drawn([], seen))) == []


def test_checks_give_the_reports_that_each_check_gives_one_by_one(tmp_path: Path) -> None:
    for name, seats in (("a", 41_000), ("b", 38_000), ("draft", 40_000), ("other", 38_000)):
        (tmp_path / f"{name}.md").write_text(f"The stadium in Port Elsin seats {seats:,} spectators.\n", "utf-8")
    a, b, draft, other = (tmp_path / f"{name}.md" for name in ("a", "b", "draft", "other"))
    jobs = [([a, b], None), (a, draft), (iter([a, b]), other), ([], draft)]
    seen: list[Any] = []
    made = checks(drawn(jobs, seen))
    reports = [next(made)]
    assert len(seen) == 1
    reports += made
    fresh = [check([a, b]), check(a, draft), check([a, b], other), check([], draft)]
    assert [report.to_dict() for report in reports] == [report.to_dict() for report in fresh]
    assert [len(report.findings) for report in reports] == [1, 1, 1, 0]


def test_what_several_checks_name_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.work import gathering, tasks

    read: list[str] = []
    gathered = gathering.gathered

    def counted(contents: Any, *rest: Any) -> Any:  # noqa: ANN401 - it is handed on
        read.extend(Path(content.label).name for content in contents)
        return gathered(contents, *rest)

    monkeypatch.setattr(tasks, "gathered", counted)
    for name in ("source", "one", "two"):
        (tmp_path / f"{name}.md").write_text("The stadium seats 41,000 spectators.\n", "utf-8")
    made = checks((tmp_path / "source.md", tmp_path / f"{name}.md") for name in ("one", "two", "one"))
    assert [len(report.documents) for report in made] == [2, 2, 2]
    assert sorted(read) == ["one.md", "source.md", "two.md"]


def figure(text: str) -> Figure:
    found = extract(text, published=date(2024, 3, 6))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Some 40,000 people marched in Elsin.",
        "Dozens of wells were shut.",
        "It opened yesterday.",
        "Marwick won 31-24.",
    ],
)
def test_the_object_of_a_figure_has_the_documented_keys(text: str) -> None:
    assert list(figure(text).to_dict()) == KEYS


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The dam is 84 metres high.", 84, 84),
        ("The dam is 84.5 metres high.", 84.5, 84.5),
        ("Between 3 and 5 ferries sank.", 3, 5),
        ("The bridge cost $1.2 billion.", 1_200_000_000, 1_200_000_000),
        ("Dozens of wells were shut.", None, None),
        ("It opened yesterday.", "2024-03-05", None),
        ("Marwick won 31-24.", "31-24", None),
    ],
)
def test_the_values_of_the_object_are_json_numbers_or_iso_text(text: str, low: object, high: object) -> None:
    made = figure(text).to_dict()
    assert (made["low"], made["high"]) == (low, high)
    assert (type(made["low"]), type(made["high"])) == (type(low), type(high))


def test_read_gives_a_document_or_says_why_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The dam is 84 metres high.\n", encoding="utf-8")
    found, missing = read(str(path)), read(str(tmp_path / "b.txt"))
    assert isinstance(found, Document)
    assert found.text == "The dam is 84 metres high.\n"
    assert isinstance(missing, Skipped)
    assert missing.path == str(tmp_path / "b.txt")
    assert missing.reason


def test_what_the_package_offers_is_there() -> None:
    assert [name for name in factcheck.__all__ if not hasattr(factcheck, name)] == []
    functions = {"check", "checks", "extract", "extract_many", "read"}
    assert {*functions, "Figure", "Report", "Document"} <= set(factcheck.__all__)


def test_importing_the_package_reads_and_loads_nothing_that_a_call_needs() -> None:
    heavy = ("spacy", "pint", "quantulum3", "numpy", "pydantic", "ruamel", "factcheck.pipeline", "factcheck.figures")
    code = f"import sys, factcheck; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
