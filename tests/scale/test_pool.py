"""Workers side by side: order, replacement of those that end, and that none is left."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.scale.pool import Pool, WorkerError

MODULE = "tests.scale.answering"


def words(answers: Iterator[bytes]) -> list[str]:
    return [answer.decode().split()[0] for answer in answers]


def test_the_answers_come_in_the_order_of_the_requests() -> None:
    requests = [b"wait .3", b"one", b"two", b"wait .1", *[b"n%d" % n for n in range(20)]]
    with Pool(MODULE, 3) as pool:
        found = words(pool.answers(requests))
        assert found == ["WAIT", "ONE", "TWO", "WAIT", *[f"N{n}" for n in range(20)]]
        assert words(pool.answers([b"again"])) == ["AGAIN"]
        assert list(pool.answers([])) == []


def test_several_workers_answer_and_each_is_kept() -> None:
    with Pool(MODULE, 2) as pool:
        processes = {answer.split()[1] for answer in pool.answers([b"wait .2"] * 8)}
    assert len(processes) == 2


def test_requests_are_drawn_as_workers_become_free() -> None:
    drawn: list[int] = []

    def requests() -> Iterator[bytes]:
        for n in range(50):
            drawn.append(n)
            yield b"one"

    with Pool(MODULE, 2) as pool:
        next(pool.answers(requests()))
        assert len(drawn) < 10


def test_one_that_ends_is_replaced_and_asked_again(tmp_path: Path) -> None:
    died = tmp_path / "died"
    with Pool(MODULE, 2) as pool:
        assert words(pool.answers([b"one", f"die {died}".encode(), b"two", b"three"])) == ["ONE", "DIE", "TWO", "THREE"]
    assert died.exists()


def test_a_request_over_which_workers_always_end_is_an_error() -> None:
    with Pool(MODULE, 2) as pool, pytest.raises(WorkerError, match="ended again and again; free some memory"):
        list(pool.answers([b"one", b"end", b"two"]))


def test_no_process_at_all_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Pool(MODULE, 1) as pool, pytest.raises(WorkerError) as caught:
        list(pool.answers([b"one"]))
    assert str(caught.value) == "no worker process can be started (No such file or directory); give --workers 1"


def test_an_interruption_ends_the_workers_at_once() -> None:
    started = time.perf_counter()
    with pytest.raises(KeyboardInterrupt), Pool(MODULE, 2) as pool:  # noqa: PT012 - the context must end
        (one,) = pool.answers([b"one"])
        threading.Timer(0.2, os.kill, (os.getpid(), 2)).start()
        list(pool.answers([b"wait 60"] * 4))
    assert time.perf_counter() - started < 10
    with pytest.raises(ProcessLookupError):
        os.kill(int(one.split()[1]), 0)
