"""The database: nothing confirmed is lost, whatever happens to it is told in a line, readers leave no trace."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest

from factcheck.errors import UsageError
from factcheck.review import Entry, Store, load, schema
from factcheck.review import reading as reading_module
from factcheck.review.reading import read
from tests.review.crowd import DATABASE
from tests.review.made import entry, stood

ROOT = Path(__file__).resolve().parents[2]
FIRST_VERSION = (
    "CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, "
    "line TEXT NOT NULL)"
)


def started(scene: str, folder: Path, number: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.review.crowd", scene, str(folder), str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def told(program: subprocess.Popen[str]) -> Any:  # noqa: ANN401
    printed, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    return json.loads(printed)


def filled(path: Path, number: int = 3) -> tuple[Entry, ...]:
    """A database at rest, with decisions of as many findings."""
    with closing(Store(path)) as store:
        return tuple(store.append(entry(f"f{n}", reason=f"reason {n}")) for n in range(number))


def listed(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def fault(action: Callable[[], object]) -> str:
    with pytest.raises(UsageError) as caught:
        action()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


# What was confirmed is there.


def test_nothing_confirmed_is_lost_by_twenty_kills(tmp_path: Path) -> None:
    confirmed = told(started("kills", tmp_path, 20))
    assert len(confirmed) == 20
    assert sum(map(bool, confirmed)) >= 10, "hardly a writer came to write"
    there = [e.id for e in read(tmp_path / DATABASE)]
    assert {name for names in confirmed for name in names} <= set(there)
    assert len(there) <= sum(map(len, confirmed)) + 20, "more than one unconfirmed entry for a kill"
    assert integrity(tmp_path / DATABASE) == "ok"
    with closing(Store(tmp_path / DATABASE)) as store:
        assert store.append(entry()).id == store.entries()[-1].id
        assert len(store.entries()) == len(there) + 1


def test_a_database_is_there_whole_or_not_at_all_when_its_maker_is_killed(tmp_path: Path) -> None:
    confirmed = told(started("births", tmp_path, 20))
    for n, names in enumerate(confirmed):
        path = tmp_path / str(n) / DATABASE
        assert path.is_file() or not names
        there = {e.id for e in read(path)} if path.is_file() else set()
        assert set(names) <= there
        with closing(Store(path)) as store:
            store.append(entry())
            assert len(store.entries()) == len(there) + 1


def test_four_processes_write_at_once_while_others_read(tmp_path: Path) -> None:
    writers = [started("crowd", tmp_path, 300) for _ in range(4)]
    seen = [0]
    while any(writer.poll() is None for writer in writers):
        if (tmp_path / DATABASE).exists():
            seen.append(len(read(tmp_path / DATABASE)))
        time.sleep(0.02)
    written = [name for writer in writers for name in told(writer)]
    there = read(tmp_path / DATABASE)
    assert len(set(written)) == len(there) == 1200
    assert {e.id for e in there} == set(written)
    moments = [e.at for e in there]
    assert all(one < two for one, two in pairwise(moments))
    assert seen == sorted(seen)
    assert any(0 < number < 1200 for number in seen), "nobody read while others wrote"
    Store(tmp_path / DATABASE).close()
    assert sorted(listed(tmp_path)) == [DATABASE]


def test_threads_share_a_store(tmp_path: Path) -> None:
    with closing(Store(tmp_path / DATABASE)) as store, closing(Store(tmp_path / DATABASE)) as other:

        def write(to: Store) -> None:
            for _ in range(25):
                to.append(entry())
                to.entries()

        threads = [Thread(target=write, args=(to,)) for to in (store, store, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.version() == other.version() == len({e.at for e in store.entries()}) == 75


# What is written.


def test_entries_come_in_the_order_of_writing(tmp_path: Path) -> None:
    written = filled(tmp_path / "of" / "desk" / DATABASE, 5)
    with closing(Store(tmp_path / "of" / "desk" / DATABASE)) as store:
        assert store.entries() == written
        assert store.entries(3) == written[3:]
        assert store.entries(5) == ()
        assert store.version() == 5
        assert all(e.id == e.digest() for e in written)


def test_a_moment_is_never_before_that_of_an_entry_that_is_there(tmp_path: Path) -> None:
    ahead = (datetime.now(UTC) + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with closing(Store(tmp_path / DATABASE)) as store:
        store.merge([entry(at=ahead)])
        assert ahead < store.append(entry()).at < store.append(entry()).at


def test_merging_adds_what_is_new_once(tmp_path: Path) -> None:
    mine = filled(tmp_path / "a" / DATABASE)
    theirs = filled(tmp_path / "b" / DATABASE)
    with closing(Store(tmp_path / "a" / DATABASE)) as store:
        assert store.merge((*reversed(theirs), *mine, *theirs)) == 3
        assert store.merge(theirs) == 0
        assert store.entries() == (*mine, *theirs)


def test_merging_takes_all_or_nothing(tmp_path: Path) -> None:
    with closing(Store(tmp_path / DATABASE)) as store:
        changed = entry().model_copy(update={"reason": "another"})
        assert "takes in no entry that was changed" in fault(lambda: store.merge([entry("new"), changed]))
        future = entry(at="2999-01-01T00:00:00.000000Z")
        assert re.search(
            r"decisions\.sqlite: takes in no entry of the future: \w{20} of 2999-01-01T00:00:00.000000Z; set the clock",
            fault(lambda: store.merge([entry("new"), future])),
        )
        assert store.entries() == ()


def test_half_a_character_of_a_text_is_written_as_none(tmp_path: Path) -> None:
    half = replace(stood("a.json", "41,000"), sentence="\ud83d seats 41,000")
    with closing(Store(tmp_path / DATABASE)) as store:
        store.append(entry(editor="R\udcff", sides=((half,),)))
        (found,) = store.entries()
    assert (found.editor, found.sides[0][0].sentence) == ("R\ufffd", "\ufffd seats 41,000")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 1",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT seq, id, at, '{}' FROM entries",
        "INSERT OR REPLACE INTO entries SELECT 9, id, at, '{}' FROM entries WHERE seq = 1",
        "REPLACE INTO entries VALUES (1, 'x', 'y', 'z')",
    ],
)
def test_what_is_written_stays_as_it_is(statement: str, tmp_path: Path) -> None:
    written = filled(tmp_path / DATABASE)
    refused = ["decisions are added, never changed", "decisions are added, never deleted"]
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        changed, said = 0, refused[0]
        try:
            changed = connection.execute(statement).rowcount
        except sqlite3.IntegrityError as error:
            said = str(error)
        connection.commit()
    assert (changed, said in refused) == (0, True)
    assert read(tmp_path / DATABASE) == written


# Versions.


def first_version(path: Path, *entries: Entry) -> None:
    execute(path, FIRST_VERSION, "PRAGMA journal_mode = WAL")
    with closing(sqlite3.connect(path)) as connection:
        rows = [(e.id, e.at, e.model_dump_json()) for e in entries]
        connection.executemany("INSERT INTO entries (id, at, line) VALUES (?, ?, ?)", rows)
        connection.commit()


def test_an_older_database_is_read_as_it_is_and_upgraded_when_it_is_written(tmp_path: Path) -> None:
    path, old = tmp_path / DATABASE, (entry("f1"), entry("f2"))
    first_version(path, *old)
    before = listed(tmp_path)
    assert read(path) == old
    assert listed(tmp_path) == before
    with closing(Store(path)) as store:
        new = store.append(entry("f3"))
    assert read(path) == (*old, new)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
        assert connection.execute("PRAGMA application_id").fetchone() == (0x66616374,)
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            connection.execute("DELETE FROM entries")


def test_an_upgrade_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = filled(tmp_path / DATABASE)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("CREATE TABLE notes (words TEXT)", "CREATE NONSENSE")))
    assert "CREATE" not in fault(lambda: Store(tmp_path / DATABASE)).partition("(")[0]
    monkeypatch.undo()
    assert read(tmp_path / DATABASE) == written
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, ("CREATE TABLE notes (words TEXT)",)))
    assert read(tmp_path / DATABASE) == written
    with closing(Store(tmp_path / DATABASE)) as store:
        assert store.entries() == written
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        assert connection.execute("SELECT * FROM notes").fetchall() == []
    monkeypatch.undo()
    assert "was written by a newer factcheck (version 3; this one knows 2); update factcheck" in fault(
        lambda: Store(tmp_path / DATABASE)
    )


# What is no database of ours, or no sound one: told, and left as it is.


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_to(number: int) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(path.read_bytes()[:number])


def holding(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def executed(*statements: str) -> Callable[[Path], None]:
    return lambda path: execute(path, *statements)


def anew(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.unlink()
        execute(path, *statements)

    return make


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe_instead(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def log_alone(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"7" * 4096)
    path.write_bytes(b"")


def looped(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


NONE = "is no database of decisions; name another file, or move this one away"
NOISE = random.Random(1).randbytes(20_000)  # noqa: S311
FREE = tuple(f"DROP TRIGGER entries_are_not_{done}" for done in ("changed", "deleted", "replaced"))
DAMAGED = r"is damaged \({why}\); restore it from a copy, or move it away and import what was exported"
UNFIT = [
    ("cut in half", cut, DAMAGED.format(why=".+")),
    (
        "cut to its head",
        cut_to(100),
        rf"({NONE}|{DAMAGED.format(why='.+')})",
    ),
    ("cut to a word", cut_to(10), NONE),
    (
        "random bytes",
        holding(NOISE),
        NONE,
    ),
    ("text", holding(b'{"format": "factcheck-decision/1"}\n'), NONE),
    ("empty", holding(b""), "is empty, no database of decisions; restore it from a copy, or remove it to begin anew"),
    ("empty beside its log", log_alone, "is empty, no database of decisions; restore it from a copy, or remove it .*"),
    ("a folder", folder_instead, "is a folder; name a file in it"),
    ("a pipe", pipe_instead, "is no plain file; name another file"),
    ("a link to itself", looped, "(cannot be written|cannot be read|no such file).*; .*"),
    ("another's", anew("CREATE TABLE t (x)"), "is a database of another program; name another file"),
    ("another's entries", anew("CREATE TABLE entries (x)"), "is a database of another program; name another file"),
    ("another's mark", executed("PRAGMA application_id = 7"), "is a database of another program; name another file"),
    ("none's", anew("CREATE TABLE t (x)", "DROP TABLE t"), "is a database of another program; name another file"),
    (
        "newer",
        executed("PRAGMA user_version = 99"),
        r"was written by a newer factcheck \(version 99; this one knows 2\); update factcheck",
    ),
    ("without a version", executed("PRAGMA user_version = 0"), DAMAGED.format(why="version 0, .*")),
    ("without its table", executed("DROP TABLE entries"), DAMAGED.format(why="version 2, columns none")),
]
CHANGED = [
    (
        "a changed line",
        executed(*FREE, "UPDATE entries SET line = replace(line, 'Editor', 'Reader') WHERE seq = 2"),
        "entry 2 was changed .*",
    ),
    (
        "a changed moment",
        executed(*FREE, "UPDATE entries SET at = '2020' WHERE seq = 3"),
        "entry 3 was changed after it had been written",
    ),
    ("a lost entry", executed(*FREE, "DELETE FROM entries WHERE seq = 2"), "entry 2 is missing"),
    ("a lost first entry", executed(*FREE, "DELETE FROM entries WHERE seq = 1"), "entry 1 is missing"),
    ("no JSON", executed(*FREE, "UPDATE entries SET line = '{' WHERE seq = 1"), "entry 1: Invalid JSON.*"),
    (
        "an unknown key",
        executed(*FREE, "UPDATE entries SET line = json_set(line, '$.x', 1)"),
        "entry 1: x: Extra inputs.*",
    ),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / DATABASE
    filled(path, 40)
    return path


@pytest.fixture
def there(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / DATABASE))


@pytest.mark.parametrize(("change", "expected"), [row[1:] for row in UNFIT], ids=[row[0] for row in UNFIT])
@pytest.mark.parametrize("action", [read, Store], ids=["read", "write"])
def test_what_is_no_database_of_decisions_is_told_and_left_alone(
    action: Callable[[Path], object], change: Callable[[Path], object], expected: str, there: Path
) -> None:
    change(there)
    before = listed(there.parent)
    assert re.fullmatch(f"{re.escape(str(there))}: {expected}", fault(lambda: action(there)))
    assert listed(there.parent) == before


@pytest.mark.parametrize(("change", "expected"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_an_entry_that_was_changed_or_lost_is_told(
    change: Callable[[Path], object], expected: str, there: Path
) -> None:
    change(there)
    wanted = f"{re.escape(str(there))}: {DAMAGED.format(why=expected)}"
    assert re.fullmatch(wanted, fault(lambda: load(str(there))))
    with closing(Store(there)) as store:
        assert re.fullmatch(wanted, fault(store.entries))


def test_a_byte_that_changed_is_told_or_changes_no_decision(there: Path) -> None:
    data_before, known, chance = there.read_bytes(), read(there), random.Random(3)  # noqa: S311
    outcomes: list[bool | None] = []
    for _ in range(150):
        data = bytearray(data_before)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        there.write_bytes(data)
        try:
            outcomes.append(read(there) == known)
        except UsageError:
            outcomes.append(None)
    assert False not in outcomes
    assert None in outcomes


def test_nothing_is_written_to_a_database_that_is_damaged_where_nobody_reads(there: Path) -> None:
    with closing(sqlite3.connect(there)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries_at'").fetchone()
    data = bytearray(there.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    there.write_bytes(data)
    assert len(read(there)) == 40
    assert re.fullmatch(f"{re.escape(str(there))}: {DAMAGED.format(why='.+')}", fault(lambda: Store(there)))
    assert there.read_bytes() == data


def test_where_there_is_no_file_nothing_was_decided_and_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "no" / DATABASE
    assert load(str(path)) == ()
    assert fault(lambda: read(path)).endswith("no such file; check the spelling, or make it with factcheck review")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("below", ["file/x/decisions.sqlite", "file/decisions.sqlite"])
def test_a_folder_that_cannot_be_made_is_told(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told_so = fault(lambda: Store(tmp_path / below))
    assert re.fullmatch(
        rf"{tmp_path}/{below}: cannot be written \((Not a directory|File exists)\); check the permissions of the file "
        "and its folder, or name another file with --decisions",
        told_so,
    )


# Links, other disks, files that go away.


def test_links_lead_to_the_database(there: Path, tmp_path: Path) -> None:
    link, dangling = tmp_path / "link", tmp_path / "dangling"
    link.symlink_to(there)
    dangling.symlink_to(tmp_path / "made" / DATABASE)
    with closing(Store(link)) as one, closing(Store(dangling)) as two:
        one.append(entry())
        two.append(entry())
        assert len(read(link)) == len(read(there)) == 41
        assert len(load(str(dangling))) == 1
    assert dangling.is_symlink()
    assert (tmp_path / "made" / DATABASE).is_file()


def test_a_disk_without_links_has_its_database_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert filled(tmp_path / DATABASE) == read(tmp_path / DATABASE)
    assert sorted(listed(tmp_path)) == [DATABASE]


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_file_that_was_taken_away(replaced: bool, there: Path) -> None:
    with closing(Store(there)) as store:
        there.rename(there.with_name("elsewhere"))
        if replaced:
            filled(there)
        wanted = f"{there}: was taken away or replaced while it was open; put it back, or begin the review anew"
        assert fault(lambda: store.append(entry())) == wanted
        assert fault(lambda: store.merge([entry()])) == wanted


# Locked, full, not to be written.


def test_a_lock_that_is_kept_too_long_is_told(there: Path) -> None:
    wanted = f"{there}: has been locked by another program for too long; close that one, and try again"
    with closing(Store(there, seconds=0.05)) as store, closing(sqlite3.connect(there, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert fault(lambda: store.append(entry())) == wanted
        assert fault(lambda: Store(there, seconds=0.05)) == wanted
        assert len(read(there)) == len(store.entries()) == 40
        other.execute("ROLLBACK")
        store.append(entry())
        assert len(store.entries()) == 41


def test_a_database_is_opened_while_another_program_reads_it_without_a_log(there: Path) -> None:
    execute(there, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(there, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM entries").fetchone()
        assert "has been locked by another program" in fault(lambda: Store(there, seconds=0.05))
        Timer(0.2, other.execute, ("ROLLBACK",)).start()
        with closing(Store(there, seconds=20)) as store:
            assert store.append(entry()) == read(there)[-1]


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with closing(Store(tmp_path / DATABASE)) as store:
        store._connection.execute("PRAGMA max_page_count = 30")
        written: list[Entry] = []

        def fill() -> None:
            while True:
                written.append(store.append(entry(reason="r" * 3000)))

        wanted = (
            f"{tmp_path / DATABASE}: cannot be written, the disk is full; make room and try again, "
            "what was decided before is kept"
        )
        assert fault(fill) == wanted
        assert len(written) > 5
        assert store.entries() == read(tmp_path / DATABASE) == tuple(written)
        assert fault(lambda: store.merge(entry(f"f{n}", reason="r" * 3000) for n in range(9))) == wanted
        assert store.entries() == tuple(written)
        store._connection.execute("PRAGMA max_page_count = 1000000")
        written.append(store.append(entry()))
        assert store.entries() == tuple(written)


@pytest.mark.parametrize(("most", "fewest"), [(200_000, 5), (8192, 0)])
def test_a_file_that_may_not_grow_is_told_and_loses_nothing(most: int, fewest: int, tmp_path: Path) -> None:
    written, said = told(started("short", tmp_path, most))
    assert len(written) >= fewest
    assert re.fullmatch(
        rf"{tmp_path / DATABASE}: cannot be (written|read) \((disk I/O error|File too large)\); .*what was decided "
        "before is kept",
        said,
    )
    path = tmp_path / DATABASE
    there = [e.id for e in read(path)] if path.exists() else []
    assert there == written
    assert [name for name in listed(tmp_path) if name.endswith(".part")] == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter, unlike that of the test."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in folder.glob("barred*"):
        path.chmod(0o755)
    shutil.rmtree(folder)


def test_whoever_may_not_write_reads_all_and_leaves_no_trace(open_folder: Path) -> None:
    filled(open_folder / "warm" / DATABASE)
    rest, live, crashed, copied = (open_folder / f"barred-{n}" for n in ("at-rest", "live", "crashed", "copied"))
    filled(rest / DATABASE)
    writers = [Store(path / DATABASE) for path in (live, crashed)]
    for writer in writers:
        for n in range(3):
            writer.append(entry(f"f{n}", reason=f"reason {n}"))
    copied.mkdir()
    for name in (DATABASE, f"{DATABASE}-wal"):
        shutil.copy(crashed / name, copied / name)
    folders = (rest, live, crashed, copied)
    before = [sorted(listed(folder)) for folder in folders]
    for folder in folders:
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
    found = told(started("barred", open_folder))
    assert [(name, reasons) for name, reasons, _ in found] == [
        (folder.name, [f"reason {n}" for n in range(3)]) for folder in sorted(folders)
    ]
    for name, _, said in found:
        assert re.fullmatch(
            rf"{open_folder / name / DATABASE}: cannot be written \(.+\); check the permissions of the file and its "
            "folder, or name another file with --decisions",
            said,
        )
    assert [sorted(listed(folder)) for folder in folders] == before
    for writer in writers:
        writer.close()


@pytest.mark.parametrize("left", [(), ("-wal",), ("-wal", "-shm")])
def test_readers_leave_no_trace_beside_what_a_writer_left(left: tuple[str, ...], tmp_path: Path) -> None:
    written = filled(tmp_path / "now" / DATABASE)
    kept = tmp_path / "left"
    kept.mkdir()
    with closing(Store(tmp_path / "now" / DATABASE)) as store:
        written += (store.append(entry("f9", reason="in the log alone")),) if left else ()
        for name in ("", *left):
            shutil.copy(tmp_path / "now" / f"{DATABASE}{name}", kept / f"{DATABASE}{name}")
    before = {name: data for name, data in listed(kept).items() if not name.endswith("-shm")}
    assert read(kept / DATABASE) == written
    assert sorted(listed(kept)) == sorted(f"{DATABASE}{name}" for name in ("", *left))
    assert before.items() <= listed(kept).items()


def test_what_changes_while_it_is_read_is_read_again(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really, times = reading_module._present, []

    def meanwhile(connection: sqlite3.Connection) -> object:
        times.append(1)
        if len(times) < 3:
            filled(there, 1)
        return really(connection)

    monkeypatch.setattr(reading_module, "_present", meanwhile)
    assert len(read(there)) == 42
    assert len(times) == 3


def test_what_changes_without_pause_is_told(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamps = iter(range(1000))
    monkeypatch.setattr(reading_module, "_stamps", lambda _: next(stamps))
    assert fault(lambda: read(there)) == f"{there}: is being changed without pause; try again when that is done"
