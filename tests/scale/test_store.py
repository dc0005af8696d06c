"""A store gives back what was put into it, however little of it has room in memory."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.errors import UnreadableError
from factcheck.scale.store import Store


def fill(store: Store) -> None:
    for _ in range(100):
        store.put(b"." * 20_000)


@pytest.mark.parametrize("most", [50_000_000, 100_000])
def test_values_come_back_by_their_numbers(most: int) -> None:
    store = Store(most)
    values = [bytes([n % 256]) * (n * 37 % 40_000) for n in range(300)]
    numbers = [store.put(value) for value in values]
    assert numbers == [*range(300)]
    assert [store.get(n) for n in reversed(numbers)] == values[::-1]


def test_several_threads_share_it() -> None:
    store = Store(100_000)
    with ThreadPoolExecutor(8) as threads:
        numbers = [*threads.map(lambda n: (n, store.put(b"%d" % n * 1000)), range(200))]
        found = [*threads.map(lambda pair: store.get(pair[1]), numbers)]
    assert found == [b"%d" % n * 1000 for n, _ in numbers]


def test_a_full_disk_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = sqlite3.connect("", isolation_level=None)
    connected.execute("PRAGMA max_page_count = 20")
    monkeypatch.setattr("factcheck.scale.store.sqlite3.connect", lambda *_, **__: connected)
    store = Store(100_000)
    with pytest.raises(
        UnreadableError, match=r"^/\S+: takes no more .* by TMPDIR, or hold more in memory \(--memory\)$"
    ):
        fill(store)


def test_a_disk_that_gives_nothing_back_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = sqlite3.connect("", isolation_level=None)
    monkeypatch.setattr("factcheck.scale.store.sqlite3.connect", lambda *_, **__: connected)
    store = Store(100_000)
    number = store.put(b"1")
    connected.execute("DROP TABLE held")
    with pytest.raises(
        UnreadableError, match=r"^/\S+: what has no room in memory cannot be read back .* \(--memory\)$"
    ):
        store.get(number)


def test_values_that_are_put_together_follow_each_other() -> None:
    store = Store(100_000)
    store.put(b"0")
    assert store.put(b"1", b"2", b"3") == 1
    assert [store.get(n) for n in range(4)] == [b"0", b"1", b"2", b"3"]
