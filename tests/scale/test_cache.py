"""What is remembered, by whom, how much of it, and what of a file that is no cache."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from factcheck.scale.cache import FILE, Cache

ONE, TWO, THREE = b"one", b"two", b"three"


def remembered(folder: Path, *keys: bytes) -> dict[bytes, bytes]:
    """What a cache in the folder knows of some keys, and nothing is wrong with it."""
    with Cache(folder) as cache:
        found = cache.known(keys)
    assert cache.notices == []
    return found


def test_what_is_kept_is_known_to_the_next(tmp_path: Path) -> None:
    with Cache(tmp_path / "a" / "b") as cache:
        assert cache.known([ONE]) == {}
        cache.keep({ONE: b"1", TWO: b""})
        assert cache.known([ONE, THREE]) == {ONE: b"1"}
    assert remembered(tmp_path / "a" / "b", ONE, TWO, THREE) == {ONE: b"1", TWO: b""}


def test_a_key_may_be_kept_twice_and_many_may_be_asked_for(tmp_path: Path) -> None:
    keys = [b"%d" % n for n in range(1200)]
    with Cache(tmp_path) as cache:
        cache.keep(dict.fromkeys(keys, b"old"))
        cache.keep({keys[5]: b"new"})
        found = cache.known(keys)
    assert len(found) == 1200
    assert set(found.values()) == {b"old", b"new"}


def test_what_was_not_asked_for_the_longest_goes_first(tmp_path: Path) -> None:
    def kept(key: bytes) -> None:
        with Cache(tmp_path, most=1000) as cache:
            cache.known([ONE])
            cache.keep({key: bytes(300)})

    for key in (ONE, TWO, THREE, b"four"):
        kept(key)
    assert remembered(tmp_path, ONE, TWO, THREE, b"four").keys() == {ONE, b"four"}


def test_a_value_larger_than_all_that_is_held_is_not_held(tmp_path: Path) -> None:
    with Cache(tmp_path, most=1000) as cache:
        cache.keep({ONE: bytes(5000)})
    assert remembered(tmp_path, ONE) == {}


def overwritten(file: Path) -> None:
    file.write_bytes(b"These are the notes of an editor, and no database at all." * 50)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def of_another_version(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")


def changed(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE known SET value = x'00'")


@pytest.mark.parametrize("harm", [overwritten, cut, of_another_version, changed])
def test_a_broken_cache_is_built_anew_and_says_so(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    with Cache(tmp_path) as cache:
        cache.keep({b"%d" % n: bytes(2000) for n in range(50)})
    harm(tmp_path / FILE)
    with Cache(tmp_path) as cache:
        assert cache.known([b"%d" % n for n in range(50)]) == {}
        cache.keep({ONE: b"1"})
    assert len(cache.notices) == 1
    assert cache.notices[0].startswith(f"{tmp_path / FILE}: the cache was broken (")
    assert cache.notices[0].endswith(") and is built anew")
    assert remembered(tmp_path, ONE) == {ONE: b"1"}


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with Cache(tmp_path / "file" / "cache") as cache:
        cache.keep({ONE: b"1"})
        assert cache.known([ONE]) == {}
    assert [notice.partition(": ")[2] for notice in cache.notices] == [
        "the cache cannot be used (its folder is a file; name another); this run works without it"
    ]


def test_one_that_another_holds_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.scale.cache._WAIT", 0.05)
    with Cache(tmp_path) as cache:
        cache.keep({ONE: b"1"})
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN IMMEDIATE")
    with Cache(tmp_path) as cache:
        assert cache.known([ONE]) == {ONE: b"1"}
        cache.keep({TWO: b"2"})
    other.close()
    assert cache.notices == [
        f"{tmp_path / FILE}: the cache cannot be used (database is locked); this run works without it"
    ]
    assert remembered(tmp_path, ONE, TWO) == {ONE: b"1"}


def test_several_programs_share_one(tmp_path: Path) -> None:
    program = dedent(f"""
        import sys
        from pathlib import Path
        from factcheck.scale.cache import Cache
        for n in range(25):
            with Cache(Path({str(tmp_path)!r})) as cache:
                cache.keep({{f"{{sys.argv[1]}} {{n}}".encode(): b"x" * 500}})
            assert not cache.notices, cache.notices
    """)
    running = [subprocess.Popen([sys.executable, "-c", program, str(n)]) for n in range(4)]
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    keys = [f"{one} {n}".encode() for one in range(4) for n in range(25)]
    assert remembered(tmp_path, *keys).keys() == set(keys)
