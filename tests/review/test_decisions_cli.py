"""`factcheck decisions`: which database, what is printed, what is written, what is refused."""

from __future__ import annotations

import csv
import io
import re
import sys
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from factcheck.cli import attributes, register, run
from factcheck.errors import UsageError
from factcheck.review import Entry, Store, lines, standing
from factcheck.review.reading import read
from tests.review.made import entry, line

PLACE = Path(".factcheck", "decisions.sqlite")
HINT = "two branches that add decisions merge without conflict once .gitattributes says:"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "desk")


def decided(path: Path = PLACE, *reasons: str) -> tuple[Entry, ...]:
    """A database in which each reason decides a finding of its own."""
    data, entries = made(reasons or ("a", "b", "c"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return entries


@cache
def made(reasons: tuple[str, ...]) -> tuple[bytes, tuple[Entry, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.sqlite")
        with closing(Store(path)) as store:
            entries = tuple(store.append(entry(f"f{n}", reason=reason)) for n, reason in enumerate(reasons))
        return path.read_bytes(), entries


def told(capsys: pytest.CaptureFixture[str], command: str, status: int = 0) -> tuple[str, str]:
    """What `factcheck decisions` prints and says."""
    capsys.readouterr()
    assert run(["decisions", *command.split()]) == status
    out, err = capsys.readouterr()
    return out, err


def test_a_list_has_a_line_for_each_decision_that_stands(capsys: pytest.CaptureFixture[str]) -> None:
    one, two, _ = decided(PLACE, "first", "second", "third")
    with closing(Store(PLACE)) as store:
        later = store.append(entry("f0", "confirmed", editor="M. Chief", reason=""))
    told(capsys, f"undo {two.id} --editor Night")
    out, err = told(capsys, "list")
    head, *shown = out.splitlines()
    assert head.split() == ["id", "when", "who", "decision", "finding", "reason"]
    assert len(shown) == 2
    assert re.fullmatch(
        r"\w{8}  \d{4}-\d\d-\d\d \d\d:\d\d  R. Editor  dismissed  draft.md, ledger.txt: Seats differ.  third", shown[0]
    )
    assert re.search(r"  M. Chief   confirmed  ", shown[1])
    assert err == ""
    out, _ = told(capsys, "list --all")
    every = out.splitlines()[1:]
    assert [words[:8] for words in every] == [e.id[:8] for e in read(PLACE)]
    assert (every[0][:8], "dismissed (replaced)" in every[0]) == (one.id[:8], True)
    assert "dismissed (taken back)" in every[1]
    assert later.id[:8] in every[3]
    assert re.search(rf"  Night      undo {two.id[:8]}  ", every[4])


def test_where_nothing_stands_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = decided(PLACE, "first")
    told(capsys, f"undo {one.id}")
    assert told(capsys, "list") == (
        "",
        "factcheck: .factcheck/decisions.sqlite: no decision stands; --all lists those that did\n",
    )
    assert told(capsys, "list -q") == ("", "")


@pytest.mark.parametrize("command", ["list", "export", "undo x"])
def test_without_a_database_nothing_is_made(command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = "no such file; check the spelling, or make it with factcheck review"
    assert told(capsys, command, 2) == ("", f"factcheck: .factcheck/decisions.sqlite: {missing}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "command", "settings"),
    [
        (".factcheck/decisions.sqlite", "list", ""),
        (".factcheck/decisions.sqlite", "list sources --draft draft.md", ""),
        (".factcheck/decisions.sqlite", "export --of sources --draft draft.md", ""),
        ("sources/.factcheck/decisions.sqlite", "list sources", ""),
        ("sources/.factcheck/decisions.sqlite", "export --of sources/a.txt", ""),
        ("sources/.factcheck/decisions.sqlite", "list", 'sources = ["sources"]'),
        ("desk/.factcheck/decisions.sqlite", "list desk", ""),
        ("desk/.factcheck/decisions.sqlite", "export --of desk", ""),
        ("kept.sqlite", "list", 'decisions = "kept.sqlite"'),
        ("given.sqlite", "list --decisions given.sqlite", 'decisions = "kept.sqlite"'),
        ("given.sqlite", "export --decisions given.sqlite", ""),
    ],
)
def test_the_database_is_where_a_review_keeps_it(
    place: str, command: str, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in ("sources/a.txt", "draft.md", "desk/sources/a.txt", "desk/draft.md"):
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_text("The stadium seats 38,000.\n", encoding="utf-8")
    Path("factcheck.toml").write_text(settings, encoding="utf-8")
    (one,) = decided(Path(place), "here")
    out, _ = told(capsys, command)
    assert one.id[:8] in out


def test_an_export_is_what_was_decided(capsys: pytest.CaptureFixture[str]) -> None:
    entries = decided()
    assert told(capsys, "export") == told(capsys, "export -") == (lines.dump(entries), "")
    assert told(capsys, "export desk.decisions.jsonl") == ("", "")
    assert Path("desk.decisions.jsonl").read_text(encoding="utf-8") == lines.dump(entries)
    assert told(capsys, "export desk.decisions.jsonl") == ("", "")


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        ("list.csv", "at,editor,verdict"),
        ("list.HTML", "<!doctype html>"),
        ("list.txt", '{"format": "factcheck-decision/1"'),
        ("list.txt --format csv", "at,editor,verdict"),
        ("list.csv --format html", "<!doctype html>"),
    ],
)
def test_the_format_is_that_of_the_option_or_of_the_file(
    arguments: str, begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decided()
    assert told(capsys, f"export {arguments}") == ("", "")
    assert Path(arguments.split(maxsplit=1)[0]).read_text(encoding="utf-8").startswith(begins)
    Path(arguments.split(maxsplit=1)[0]).write_text("over this a list may be written\n", encoding="utf-8")
    assert told(capsys, f"export {arguments}", 2 if begins.startswith("{") else 0)[0] == ""


def test_a_list_for_the_file_goes_to_standard_output_too(capsys: pytest.CaptureFixture[str]) -> None:
    decided(PLACE, "=1+1")
    out, _ = told(capsys, "export --format csv")
    assert [row["reason"] for row in csv.DictReader(io.StringIO(out))] == ["'=1+1"]
    assert told(capsys, "export --format html")[0].endswith("</html>\n")


@pytest.mark.parametrize(
    ("attribute_lines", "file", "said"),
    [
        (None, "desk.decisions.jsonl", "*.decisions.jsonl merge=union"),
        ("", "desk.decisions.jsonl", "*.decisions.jsonl merge=union"),
        ("", "sub/of/desk.decisions.jsonl", "*.decisions.jsonl merge=union"),
        ("", "desk.jsonl", "desk.jsonl merge=union"),
        ("*.decisions.jsonl merge=union", "desk.decisions.jsonl", ""),
        ("*.decisions.jsonl merge=union", "sub/of/desk.decisions.jsonl", ""),
        ("*.decisions.jsonl merge=union", "desk.jsonl", "desk.jsonl merge=union"),
        ("# ours\n\n*.jsonl text eol=lf merge=union", "desk.jsonl", ""),
        ("# *.jsonl merge=union", "desk.jsonl", "desk.jsonl merge=union"),
        ("/desk.jsonl merge=union", "desk.jsonl", ""),
        ("/desk.jsonl merge=union", "sub/of/desk.jsonl", "desk.jsonl merge=union"),
        ("sub/** merge=union", "sub/of/desk.jsonl", ""),
        ("*.jsonl merge=union\n*.jsonl -merge", "desk.jsonl", "desk.jsonl merge=union"),
        ("*.jsonl merge=union\n*.jsonl binary", "desk.jsonl", "desk.jsonl merge=union"),
        ("*.jsonl merge=ours\n*.jsonl merge=union", "desk.jsonl", ""),
        ("", "list.csv", ""),
    ],
)
def test_how_git_merges_an_export_is_said_where_it_would_not(
    attribute_lines: str | None, file: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decided()
    Path(".git").mkdir()
    Path("sub/of").mkdir(parents=True)
    if attribute_lines is not None:
        Path(".gitattributes").write_text(f"{attribute_lines}\n", encoding="utf-8")
    assert told(capsys, f"export {file}") == ("", f"factcheck: {file}: {HINT} {said}\n" if said else "")
    assert told(capsys, f"export {file} -q") == ("", "")


def test_the_inner_folder_s_attributes_have_the_last_word() -> None:
    Path("work/.git").mkdir(parents=True)
    Path("work/in").mkdir()
    Path(".gitattributes").write_text("*.jsonl merge=union\n", encoding="utf-8")
    assert attributes.merge(Path("work/in/a.jsonl")) is None
    Path("work/.gitattributes").write_text("*.jsonl merge=union\n", encoding="utf-8")
    assert attributes.merge(Path("work/in/a.jsonl")) == "union"
    Path("work/in/.gitattributes").write_text("*.jsonl merge=text\n", encoding="utf-8")
    assert attributes.merge(Path("work/in/a.jsonl")) == "text"
    assert not attributes.in_git(Path("a.jsonl"))


def test_importing_says_how_many_are_new(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    theirs, others = decided(Path("a.sqlite")), decided(Path("b.sqlite"), "d", "e")
    Path("a.jsonl").write_text(lines.dump(theirs), encoding="utf-8")
    Path("b.jsonl").write_text(lines.dump((*others, theirs[0])), encoding="utf-8")
    assert told(capsys, "import a.jsonl")[1] == "factcheck: .factcheck/decisions.sqlite: 3 new of 3 entries\n"
    assert told(capsys, "import a.jsonl b.jsonl")[1] == "factcheck: .factcheck/decisions.sqlite: 2 new of 5 entries\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.dump(others[:1]).encode())))
    assert told(capsys, "import -")[1] == "factcheck: .factcheck/decisions.sqlite: 0 new of 1 entry\n"
    assert set(read(PLACE)) == {*theirs, *others}
    assert told(capsys, "import a.jsonl -q") == ("", "")


def test_importing_takes_all_or_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    mine, theirs = decided(), decided(Path("a.sqlite"), "x", "y", "z")
    Path("a.jsonl").write_text(lines.dump(theirs), encoding="utf-8")
    Path("b.jsonl").write_text(f"{lines.dump(theirs)}{line(reason='x')}\n<<<<<<< HEAD\n", encoding="utf-8")
    _, err = told(capsys, "import a.jsonl b.jsonl", 2)
    assert [said.split(": ")[1] for said in err.splitlines()] == ["b.jsonl:4", "b.jsonl:5"]
    assert read(PLACE) == mine
    told(capsys, "import b.jsonl --decisions new/b.sqlite", 2)
    assert not Path("new").exists()


def test_two_databases_come_to_one_by_exchanging_exports(capsys: pytest.CaptureFixture[str]) -> None:
    decided(Path("a.sqlite"))
    decided(Path("b.sqlite"), "d", "e")
    for one, other in (("a", "b"), ("b", "a")):
        told(capsys, f"export {one}.jsonl --decisions {one}.sqlite")
        told(capsys, f"import {one}.jsonl --decisions {other}.sqlite")
    assert told(capsys, "export --decisions a.sqlite") == told(capsys, "export --decisions b.sqlite")
    assert standing(read(Path("a.sqlite"))) == standing(read(Path("b.sqlite")))


def test_a_decision_is_taken_back_by_the_start_of_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    one, two, _ = decided()
    words = f"factcheck: {one.id}: taken back (dismissed, R. Editor, Seats differ.)\n"
    assert told(capsys, f"undo {one.id[:8]} --editor  M.") == ("", words)
    *_, last = read(PLACE)
    assert (last.undoes, last.editor, last.fingerprint) == (one.id, "M.", one.fingerprint)
    assert told(capsys, f"undo {two.id} -q") == ("", "")
    assert read(PLACE)[-1].undoes == two.id
    assert set(standing(read(PLACE))) == {"f2"}


REFUSED = [
    ("undo zzz", "zzz: there is no such decision; factcheck decisions list gives their ids"),
    ("undo {undo}", "{undo}: takes back {one}; to have that again, decide it anew"),
    ("undo {one}", r"{one}: was taken back by Night on \d{{4}}-\d\d-\d\d already"),
    ("undo {two} --editor=", "who takes it back\\? give a name with --editor"),
    ("list nowhere", "nowhere: no such file or folder; check the spelling"),
    ("export --of nowhere", "nowhere: no such file or folder; check the spelling"),
    ("list --decisions a --decisions b", "--decisions is given 2 times \\(a, b\\); give one"),
    ("export --format pdf", "unknown format 'pdf'; the formats are jsonl, csv, html"),
    ("export sub", "sub: is a folder; name a file in it, or what was reviewed with --of sub"),
    ("export no/a.csv", "no/a.csv: cannot be written \\(No such file or directory\\); choose another file"),
    ("export .factcheck/decisions.sqlite", ".factcheck/decisions.sqlite: is the database itself; choose another file"),
    (
        "export theirs.jsonl",
        f"theirs.jsonl: holds 2 entries that {PLACE} does not; take them in first with {{}}".format(
            "factcheck decisions import theirs.jsonl"
        ),
    ),
    ("export notes.md", "notes.md:1: no JSON .*; notes.md is not written over, since it is no export"),
    ("import", "Missing argument 'FILE'; see factcheck decisions import --help"),
    ("import none.jsonl", "none.jsonl: cannot be read \\(No such file or directory\\); check its name and permissions"),
    ("import .factcheck/decisions.sqlite", ".factcheck/decisions.sqlite: is a database, not JSON lines; .*"),
    (
        "import theirs.jsonl --decisions notes.md",
        "notes.md: is no database of decisions; name another file, or move .*",
    ),
    ("list --decisions notes.md", "notes.md: is no database of decisions; name another file, or move this one away"),
    ("list --decisions sub", "sub: is a folder; name a file in it"),
    ("", "Missing command; see factcheck decisions --help"),
    ("forget", "No such command 'forget'; see factcheck decisions --help"),
]


@pytest.mark.parametrize(("command", "expected"), REFUSED)
def test_what_is_wrong_is_told_and_changes_nothing(
    command: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two, _ = decided()
    told(capsys, f"undo {one.id} --editor Night")
    names = {"one": one.id, "two": two.id, "undo": read(PLACE)[-1].id}
    Path("sub").mkdir()
    Path("notes.md").write_text("Notes of the desk, not made by a program.\n" * 20, encoding="utf-8")
    Path("theirs.jsonl").write_text(lines.dump(decided(Path("theirs.sqlite"), "x", "y")), encoding="utf-8")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    out, err = told(capsys, command.format(**names), 2)
    assert out == ""
    assert re.fullmatch(f"factcheck: {expected.format(**names)}\n", err)
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_an_id_that_begins_several_is_refused() -> None:
    entries = [entry(f"f{n}") for n in range(40)]
    start = next(e.id[0] for e in entries if sum(o.id[0] == e.id[0] for o in entries) > 1)
    with pytest.raises(UsageError, match=rf"^{start}: \d+ decisions begin so \(\w+, \w+.*\); give more$"):
        register.named(start, entries)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [(["a" * 20], 8), ([], 8), (["a" * 12 + "b" * 8, "a" * 20], 13), (["ab" * 10, "b" * 20], 8)],
)
def test_as_many_letters_are_shown_as_tell_ids_apart(ids: list[str], expected: int) -> None:
    assert register._length(ids) == expected


def test_on_a_screen_a_long_finding_leaves_room_for_the_reason() -> None:
    from factcheck.review.listing import rows

    (row,) = rows([entry(message="Seats differ " * 20)])
    _, shown = register.listed([row], [row.id], 200).splitlines()
    assert shown.endswith("…  before and after it was rebuilt")
    _, piped = register.listed([row], [row.id], None).splitlines()
    assert "Seats differ " * 19 in piped
