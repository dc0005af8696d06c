"""A run gives the same report whoever works it out, and whatever of it was worked out before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Report, Shelf
from factcheck.scale.cache import FILE
from factcheck.scale.memory import Memory
from factcheck.work import tasks
from factcheck.work.bench import Bench

TOWNS = ("Norvik", "Elsin", "Orrin", "Sandey", "Lund", "Hamar")
LINES = (
    "The ferry to {town} carried {n} passengers on Monday.",
    "Officials in {town} said that {n} people were injured in the fire.",
    "The port of {town} handled {n} tonnes of fish in 2021, up {m} percent.",
    "About {n} soldiers are stationed near {town}, the ministry said.",
    "The new bridge at {town} cost ${n} million and was opened on {m} March.",
)


def written(folder: Path, texts: Sequence[str]) -> str:
    """A folder of documents, and nothing else in it."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for n, text in enumerate(texts):
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def story(random: Random) -> str:
    town = random.choice(TOWNS)
    lines = random.sample(LINES, 3)
    return "\n\n".join(line.format(town=town, n=random.randint(11, 16), m=random.randint(2, 9)) for line in lines)


def stories(count: int) -> list[str]:
    random = Random(count)  # noqa: S311
    return [story(random) for _ in range(count)]


def as_json(report: Report) -> str | bytes:
    return pipeline.render(report, "json")


def test_an_archive_is_compared_group_by_group(serial: Report) -> None:
    home = {figure.id: figure.document for figure in serial.figures}
    assert len(serial.documents) == 40
    assert len(serial.claims) > 100
    assert [claim.id for claim in serial.claims] == [f"c{n}" for n in range(1, len(serial.claims) + 1)]
    firsts = [int(home[claim.figures[0]][1:]) for claim in serial.claims]
    assert firsts == sorted(firsts)
    known = {claim.id for claim in serial.claims}
    assert all(finding.claim is None or finding.claim in known for finding in serial.findings)


def test_what_is_loaded_as_it_is_asked_for_makes_the_same_report(
    archive: str, serial: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(serial.figures, Shelf)
    little = pipeline.check([archive], settings=Settings(memory=1))
    monkeypatch.setattr("factcheck.work.held._DOCUMENTS", 1)
    monkeypatch.setattr("factcheck.work.merging._GROUPS", 1)
    monkeypatch.setattr("factcheck.work.read.FEW", 1000)
    whole = pipeline.check([archive], settings=Settings())
    assert isinstance(whole.figures, tuple)
    for name in ("json", "terminal", "html", "csv", "sarif"):
        said = pipeline.render(serial, name)
        assert pipeline.render(whole, name) == pipeline.render(little, name) == said


def test_workers_make_the_same_report(archive: str, serial: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.work.run._FILES", 20_000)
    assert as_json(pipeline.check([archive], settings=Settings(workers=2))) == as_json(serial)


def test_what_is_remembered_makes_the_same_report(archive: str, serial: Report, tmp_path: Path) -> None:
    asked = Settings(cache=str(tmp_path))
    for _ in range(2):
        assert as_json(pipeline.check([archive], settings=asked)) == as_json(serial)


@pytest.mark.parametrize("draft", [False, True])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), edits=st.integers(1, 4))
def test_after_edits_a_remembered_run_is_a_fresh_one(tmp_path: Path, draft: bool, seed: int, edits: int) -> None:
    random = Random(seed)  # noqa: S311 - made-up towns are no secret
    texts = [story(random) for _ in range(38)]
    paper = tmp_path / "draft.md"
    asked = Settings(cache=str(tmp_path / "cache"))
    for _ in range(2):
        paper.write_text(story(random), encoding="utf-8")
        given_draft = str(paper) if draft else None
        folder = written(tmp_path / "sources", texts)
        fresh = pipeline.check([folder], given_draft)
        assert as_json(pipeline.check([folder], given_draft, settings=asked)) == as_json(fresh)
        for _ in range(edits):
            at = random.randrange(len(texts))
            match random.choice(("new", "gone", "changed")):
                case "new":
                    texts.insert(at, story(random))
                case "gone" if len(texts) > 34:
                    del texts[at]
                case _:
                    texts[at] = texts[at].replace("1", str(random.randint(2, 9)), 1)


def test_a_second_check_loads_no_language_and_reads_no_file_anew(tmp_path: Path) -> None:
    folder = written(tmp_path / "sources", stories(3))
    program = dedent(f"""
        import sys
        from factcheck import pipeline
        from factcheck.config import Settings
        report = pipeline.check([{folder!r}], settings=Settings(cache={str(tmp_path / "cache")!r}))
        print(len(report.figures), *(name for name in ("spacy", "quantulum3", "pint") if name in sys.modules))
    """)
    ran = [subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in "12"]
    count = ran[0].stdout.split()[0]
    assert int(count) > 5
    assert ran[0].stdout.split()[1:] != []
    assert ran[1].stdout.split() == [count]


def test_a_broken_cache_is_told_and_changes_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path / "sources", stories(1))
    (tmp_path / FILE).write_bytes(b"no database" * 500)
    heard: list[str] = []
    report = pipeline.check([folder], settings=Settings(cache=str(tmp_path)), said=heard.append)
    assert as_json(report) == as_json(pipeline.check([folder]))
    assert len(heard) == 1
    assert "and is built anew" in heard[0]
    (tmp_path / FILE).write_bytes(b"no database" * 500)
    with pytest.warns(UserWarning, match="built anew"):
        pipeline.check([folder], settings=Settings(cache=str(tmp_path)))


def test_a_run_that_shares_memory_works_out_nothing_twice(archive: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    answer = tasks.Worker.answer

    def counted(self: tasks.Worker, request: bytes) -> bytes:
        asked.append(request)
        return answer(self, request)

    monkeypatch.setattr(tasks.Worker, "answer", counted)
    with Bench(Memory()) as bench:
        reports = [as_json(pipeline.check([archive], bench=bench))]
        first = len(asked)
        reports += [as_json(pipeline.check([archive], bench=bench)) for _ in range(2)]
    assert first > 1
    assert len(asked) == first
    assert len(set(reports)) == 1


def test_what_is_known_of_a_document_counts(tmp_path: Path) -> None:
    folder = written(tmp_path / "sources", ["Some 40 people came on Monday."])
    asked = Settings(cache=str(tmp_path / "cache"))
    assert pipeline.check([folder], settings=asked).documents[0].published is None
    (tmp_path / "sources" / "sources.json").write_text(
        '{"documents": [{"document": "000.txt", "published": "2024-03-05"}]}', encoding="utf-8"
    )
    found = pipeline.check([folder], settings=asked)
    assert found.documents[0].published == date(2024, 3, 5)
    assert [figure.amount.iso for figure in found.figures if figure.kind == "date"] == ["2024-03-04"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_model_that_is_not_there_is_one_line(tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.work.run._FILES", 10)
    folder = written(tmp_path / "sources", stories(5))
    with pytest.raises(UsageError, match="model nowhere: not installed"):
        pipeline.check([folder], settings=Settings(model="nowhere", workers=workers))
