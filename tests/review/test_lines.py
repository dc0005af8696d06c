"""Decisions as JSON lines: what is written is read, what is wrong is told by its line, git merges without conflict."""

from __future__ import annotations

import json
import random
import re
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.inert import visible
from factcheck.model import VERDICTS
from factcheck.review import Entry, Store, lines
from factcheck.review.entries import undoing
from tests.review.made import entry, line

KEYS = ["format", "id", "at", "editor", "fingerprint", "verdict", "undoes", "reason", "rule", "message", "sides"]


def moment(second: int) -> str:
    return f"2026-05-07T09:30:{second:02}.000000Z"


MANY = tuple(entry(f"f{n}", verdict, at=moment(n)) for n, verdict in enumerate(VERDICTS))
UNDONE = undoing(MANY[1], "M. Chief").model_copy(update={"at": moment(30)}).signed()
ALL = (*MANY, UNDONE)


def parsed(text: str | bytes) -> tuple[Entry, ...]:
    return lines.parsed(text if isinstance(text, bytes) else text.encode(), "a.decisions.jsonl")


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(UsageError) as caught:
        parsed(text)
    return str(caught.value).splitlines()


def test_what_is_written_is_read() -> None:
    assert parsed(lines.dump(reversed(ALL))) == ALL
    assert parsed("") == ()
    assert lines.dump(()) == ""


def test_a_line_is_an_entry_with_its_keys_in_one_order_by_moment() -> None:
    shuffled = list(ALL * 2)
    random.Random(1).shuffle(shuffled)  # noqa: S311
    text = lines.dump(shuffled)
    assert text == lines.dump(ALL)
    told = [json.loads(one) for one in text.splitlines()]
    assert [e["id"] for e in told] == [e.id for e in ALL]
    assert {tuple(e) for e in told} == {tuple(KEYS)}


def test_what_a_screen_obeys_is_escaped_and_letters_are_not() -> None:
    written = entry(reason="\x1b[2J \u202e000,83 \u2028 Größe 𝟜", editor="\ud800x")
    text = lines.dump([written])
    assert visible(text) == text
    assert "Größe 𝟜" in text
    assert text.count("\n") == 1
    assert parsed(text) == (written,)


@pytest.mark.parametrize(
    "text",
    [
        lines.dump(ALL).replace("\n", "\r\n"),
        "\ufeff" + lines.dump(ALL),
        "\n" + lines.dump(ALL).replace("\n", "\n\n  \n"),
        lines.dump(ALL).rstrip("\n"),
        lines.dump(ALL) + lines.dump(ALL[:3]),
        "".join(reversed(lines.dump(ALL).splitlines(keepends=True))),
        "".join(json.dumps(dict(reversed(json.loads(one).items()))) + "\n" for one in lines.dump(ALL).splitlines()),
    ],
    ids="CRLF BOM blank unended twice reversed keys".split(),
)
def test_the_order_and_the_ends_of_lines_do_not_matter(text: str) -> None:
    assert parsed(text) == ALL


REMEDY = "take the line from an export, or take it out"
CONFLICT = "a conflict that git could not settle; keep the lines of both sides and take out its marks"
DATABASE = "is a database, not JSON lines; factcheck decisions export makes them of it"
NEWER = "was written by a newer factcheck"
CHANGED = "was changed after it had been written (its id is not that of its words); take the line from an export"
WRONG = [
    ("{", f"no JSON (EOF while parsing an object, column 1); {REMEDY}"),
    ("id,at,editor", f"no JSON (expected value, column 1); {REMEDY}"),
    ("[" * 50_000, f"no JSON (recursion limit exceeded, column 202); {REMEDY}"),
    ("[]", f"no decision (no JSON object); {REMEDY}"),
    ("null", f"no decision (no JSON object); {REMEDY}"),
    (line(mood="good"), f"no decision (unknown key mood); {REMEDY}"),
    (line(id=""), f"no decision (id is missing); {REMEDY}"),
    (line(id="0" * 20), CHANGED),
    (line(reason="another"), CHANGED),
    (line(verdict="confirmed"), CHANGED),
    (line(at=moment(59)), CHANGED),
    (line(at="2026-05-07"), f"no decision (at is no moment in UTC with microseconds); {REMEDY}"),
    (line(at="2026-02-30T09:30:00.000000Z"), f"no decision (at: day is out of range for month); {REMEDY}"),
    (line(editor=""), f"no decision (editor is empty); {REMEDY}"),
    (line(editor=7), f"no decision (editor: Input should be a valid string); {REMEDY}"),
    (line(verdict=None), f"no decision (give a verdict, or the entry that is taken back); {REMEDY}"),
    (line(undoes="x"), f"no decision (give a verdict, or the entry that is taken back); {REMEDY}"),
    (line(sides=[[{"document": "a.txt"}]]), f"no decision (sides.0.0.kind is missing); {REMEDY}"),
    ('{"format": "factcheck-decision/1"}', f"no decision (at is missing); {REMEDY}"),
    (
        line(format="factcheck-decision/2", mood="good"),
        f"{NEWER} (factcheck-decision/2); update this one",
    ),
    (line(format="another"), f"no decision (format: Input should be 'factcheck-decision/1'); {REMEDY}"),
    ("<<<<<<< HEAD", CONFLICT),
    ("||||||| 1f2e3d4", CONFLICT),
    ("=======", CONFLICT),
    (">>>>>>> theirs", CONFLICT),
]


@pytest.mark.parametrize(("wrong", "expected"), WRONG)
def test_a_wrong_line_is_told_by_its_number(wrong: str, expected: str) -> None:
    (told,) = faults(f"{lines.dump(ALL[:2])}\n{wrong}\n{lines.dump(ALL[2:])}")
    assert told.startswith(f"a.decisions.jsonl:4: {expected}")


def test_every_wrong_line_is_told_up_to_ten() -> None:
    assert faults("{\n" * 3) == [f"a.decisions.jsonl:{n}: {WRONG[0][1]}" for n in (1, 2, 3)]
    told = faults("{\n" * 300)
    assert len(told) == 11
    assert told[-1] == "a.decisions.jsonl: 290 more lines are wrong"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\n\n\xff\xfe", "a.decisions.jsonl:3: is no UTF-8 text; export it anew"),
        (
            b"SQLite format 3\0" + b"\xff" * 100,
            f"a.decisions.jsonl: {DATABASE} (--decisions a.decisions.jsonl)",
        ),
    ],
)
def test_what_is_no_text_is_told(data: bytes, expected: str) -> None:
    assert faults(data) == [expected]


@pytest.mark.parametrize(("name", "why"), [("none", "No such file or directory"), (".", "Is a directory")])
def test_a_file_that_cannot_be_read_is_told(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        lines.load(str(tmp_path / name))
    assert str(caught.value) == f"{tmp_path / name}: cannot be read ({why}); check its name and permissions"


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run([*command, *words], cwd=folder, capture_output=True, text=True, check=False)
    return f"{done.returncode} {done.stdout}"


def branches(folder: Path, attributes: str) -> tuple[Path, tuple[Entry, ...], str]:
    """A file to which two branches added decisions of the same time, and what git says of merging them."""
    file = folder / "desk.decisions.jsonl"

    def commit(entries: tuple[Entry, ...]) -> None:
        file.write_text(lines.dump(entries), encoding="utf-8")
        git(folder, "add", ".")
        assert git(folder, "commit", "-qm", "decisions").startswith("0")

    old, mine = ALL[:2], tuple(entry(f"m{n}", at=moment(40 + 2 * n)) for n in range(4))
    theirs = tuple(entry(f"t{n}", at=moment(41 + 2 * n)) for n in range(4))
    both = entry("both", at=moment(50))
    git(folder, "init", "-q")
    (folder / ".gitattributes").write_text(attributes, encoding="utf-8")
    commit(old)
    git(folder, "checkout", "-qb", "theirs")
    commit((*old, *theirs, both))
    git(folder, "checkout", "-q", "main")
    commit((*old, *mine, both))
    return file, (*old, *mine, *theirs, both), git(folder, "merge", "-q", "--no-edit", "theirs")


def test_git_merges_two_branches_without_conflict(tmp_path: Path) -> None:
    file, every, said = branches(tmp_path, f"{lines.ATTRIBUTES}\n")
    assert said.startswith("0")
    assert set(lines.load(str(file))) == set(every)
    assert lines.dump(lines.load(str(file))) == lines.dump(every)
    with closing(Store(tmp_path / "decisions.sqlite")) as store:
        assert store.merge(lines.load(str(file))) == len(every)


def test_without_the_line_of_gitattributes_its_conflict_is_told(tmp_path: Path) -> None:
    file, _, said = branches(tmp_path, "\n")
    assert said.startswith("1")
    with pytest.raises(UsageError) as caught:
        lines.load(str(file))
    told = str(caught.value).splitlines()
    assert len(told) == 3
    assert all(re.fullmatch(rf"{re.escape(str(file))}:\d+: {re.escape(CONFLICT)}", one) for one in told)
