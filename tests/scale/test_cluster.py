"""A Dask cluster answers as one process does, whoever of it is lost; and what is no cluster is told in a line."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

pytest.importorskip("distributed", reason="distributed (the extra dask) is not installed")

from distributed import Client

from factcheck import pipeline
from factcheck.cli import run
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import Report
from factcheck.scale.cluster import Cluster
from factcheck.scale.pool import WorkerError
from tests.scale import answering, clusters
from tests.scale.test_pool import words
from tests.work.test_run import as_json, stories, written


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("cluster")
    with clusters.scheduler(folder) as named, clusters.workers(folder, named):
        yield named


@pytest.fixture
def version(tmp_path: Path) -> Path:
    file = tmp_path / "version"
    file.write_text("1", encoding="utf-8")
    return file


def asked(address: str, version: Path) -> Cluster:
    return Cluster(address, answering.answer, partial(answering.version, str(version)))


def test_the_answers_come_in_the_order_of_the_requests(address: str, version: Path) -> None:
    with asked(address, version) as cluster:
        found = [*cluster.answers([b"wait .3", b"one", b"wait .3", *[b"n%d" % n for n in range(20)]])]
        assert words(iter(found)) == ["WAIT", "ONE", "WAIT", *[f"N{n}" for n in range(20)]]
        assert len({answer.split()[1] for answer in found}) == 2
        assert list(cluster.answers([])) == []


def test_requests_are_drawn_as_workers_become_free(address: str, version: Path) -> None:
    drawn: list[int] = []

    def requests() -> Iterator[bytes]:
        for n in range(50):
            drawn.append(n)
            yield b"one"

    with asked(address, version) as cluster:
        next(cluster.answers(requests()))
        assert len(drawn) < 10


def test_one_that_ends_is_asked_again_elsewhere(address: str, version: Path, tmp_path: Path) -> None:
    died = tmp_path / "died"
    with asked(address, version) as cluster:
        requests = [b"one", f"die {died}".encode(), b"two"]
        assert words(cluster.answers(requests)) == ["ONE", "DIE", "TWO"]
    assert died.exists()


def test_a_request_over_which_workers_always_end_is_an_error(address: str, version: Path) -> None:
    with asked(address, version) as cluster, pytest.raises(WorkerError, match="ended over one request; give them more"):
        list(cluster.answers([b"end"]))


def test_what_is_asked_is_cancelled(address: str, version: Path, tmp_path: Path) -> None:
    def requests() -> Iterator[bytes]:
        yield from [b"wait 2"] * 4  # two for each worker: the last is drawn when they have begun the second
        yield f"touch {tmp_path / 'late'}".encode()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), asked(address, version) as cluster:  # noqa: PT012 - the context must end
        clusters.until(lambda: len(cluster._client.nthreads()) == 2)  # also where a test before has ended some
        list(cluster.answers(requests()))
    with asked(address, version) as cluster:
        assert words(cluster.answers([b"one", b"two", b"three"])) == ["ONE", "TWO", "THREE"]
    assert not (tmp_path / "late").exists()


def test_one_that_came_later_with_another_program_is_an_error(address: str, version: Path) -> None:
    with asked(address, version) as cluster:
        assert words(cluster.answers([b"one"])) == ["ONE"]
        version.write_text("2", encoding="utf-8")
        with pytest.raises(UsageError, match="a worker that came later runs another program than this one"):
            list(cluster.answers([b"two"]))


def test_a_scheduler_without_workers_and_one_that_is_lost(
    tmp_path: Path, version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with clusters.scheduler(tmp_path) as named:
        with monkeypatch.context() as patch:
            patch.setattr("factcheck.scale.cluster.CONNECT", 0.5)
            with (
                pytest.raises(UsageError, match="has no workers; start some: dask worker tcp://127"),
                asked(named, version),
            ):
                pass
        with clusters.workers(tmp_path, named, 1), asked(named, version) as cluster:
            answers = cluster.answers([f"wait {n}".encode() for n in (0, 5, 5)])
            assert next(answers).startswith(b"WAIT")
            with Client(named, set_as_default=False) as client:
                process = client.run_on_scheduler(os.getpid)
            os.kill(process, signal.SIGKILL)
            with pytest.raises(WorkerError, match="the scheduler is lost; start it and the check again"):
                list(answers)


def silent(server: socket.socket) -> None:
    """Says nothing."""


def of_the_web(server: socket.socket) -> None:
    connection, _ = server.accept()
    connection.recv(100)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    connection.close()


@pytest.mark.parametrize("answers", [silent, of_the_web])
def test_what_is_no_scheduler_is_one_line(
    answers: Callable[[socket.socket], None], version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.scale.scheduler.CONNECT", 0.5)
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        named = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        thread = Thread(target=answers, args=(server,))
        thread.start()
        with pytest.raises(UsageError) as caught, asked(named, version):
            pass
        thread.join()
    todo = "start one there (dask scheduler), or correct the address"
    assert str(caught.value) == f"{named}: no Dask scheduler answers within 0.5 seconds; {todo}"


def test_a_worker_is_no_scheduler(address: str, version: Path) -> None:
    with Client(address, set_as_default=False) as client:
        worker = min(client.nthreads())
    with pytest.raises(UsageError, match="is a Dask worker, not a scheduler"), asked(worker, version):
        pass


def dask(address: str, **others: str) -> Settings:
    return Settings.model_validate({"engine": "dask", "scheduler": address} | others)


def test_a_cluster_makes_the_same_report(
    archive: str, serial: Report, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.work.run._FILES", 20_000)
    for named in (address, "tcp://nobody:1"):  # where all is remembered, nobody is asked
        assert as_json(pipeline.check([archive], settings=dask(named, cache=str(tmp_path)))) == as_json(serial)


def test_a_worker_that_is_killed_midway_changes_nothing(
    archive: str, serial: Report, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.work.run._FILES", 5_000)
    with Client(address, set_as_default=False) as client:
        process = min(client.run(os.getpid).values())
    told: list[int] = []

    def kill(_what: str, done: int, of: int) -> None:
        if not told:
            os.kill(process, signal.SIGKILL)
        told.append(of - done)

    assert as_json(pipeline.check([archive], settings=dask(address), told=kill)) == as_json(serial)
    assert told[0] > 0


def test_few_documents_go_there_too(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "sources", stories(3))
    draft = tmp_path / "draft.md"
    draft.write_text(stories(4)[0], encoding="utf-8")
    alone = as_json(pipeline.check([folder], str(draft)))
    monkeypatch.delattr("factcheck.work.tasks.Worker.answer")
    monkeypatch.delattr("factcheck.work.run.compared")
    assert as_json(pipeline.check([folder], str(draft), settings=dask(address))) == alone


def test_what_goes_wrong_there_is_told_here(address: str, tmp_path: Path) -> None:
    folder = written(tmp_path / "sources", stories(1))
    with pytest.raises(UsageError, match="model nowhere: not installed"):
        pipeline.check([folder], settings=dask(address, model="nowhere"))


def test_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(clusters.ROOT / "factcheck", other / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(clusters.ROOT / "rules", other / "rules")
    with (other / "rules" / "matching.yaml").open("a", encoding="utf-8") as rules:
        rules.write("# weighed otherwise\n")
    folder = written(tmp_path / "sources", stories(1))
    with clusters.scheduler(tmp_path) as named, clusters.workers(tmp_path, named, 1, path=other):
        with pytest.raises(UsageError) as caught:
            pipeline.check([folder], settings=dask(named))
        with Client(named, set_as_default=False) as client:
            worker = min(client.nthreads())
    assert str(caught.value) == (
        f"{named}: 1 of 1 workers (first {worker}) run another program than this one, so reports could differ; "
        "install the same versions of factcheck, its libraries and Python there"
    )


@pytest.mark.parametrize("command", ["check", "gate"])
@pytest.mark.parametrize(
    ("options", "settings", "line"),
    [
        (["--engine", "spark"], "", "--engine: it should be 'processes' or 'dask', not 'spark'"),
        (
            ["--engine", "dask"],
            "",
            "the engine dask needs the address of its scheduler; give --scheduler tcp://HOST:PORT",
        ),
        (
            ["--scheduler", "tcp://a:1"],
            "",
            "the scheduler tcp://a:1 needs the engine dask; give --engine dask too, or no",
        ),
        ([], 'scheduler = "tcp://a:1"', "the scheduler tcp://a:1 needs the engine dask; give --engine dask too, or no"),
        (["--engine", "dask", "--scheduler", ""], "", "an argument is empty; name a file or folder"),
        (["--engine", "dask"], 'scheduler = "here"', "'here' is no address of a Dask scheduler; write tcp://HOST:PORT"),
        (
            ["--scheduler", "tcp://127.0.0.1:0"],
            'engine = "dask"',
            "tcp://127.0.0.1:0: no Dask scheduler answers within",
        ),
    ],
)
def test_what_cannot_be_asked_for_is_one_line(
    command: str,
    options: list[str],
    settings: str,
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("factcheck.scale.scheduler.CONNECT", 0.5)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Some 40 people came.", encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text(settings, encoding="utf-8")
    assert run([command, "a.txt", *options]) == 2
    printed = capfd.readouterr()
    assert printed.err.startswith(f"factcheck: {line}")
    assert len(printed.err.splitlines()) == 1
    assert printed.out == ""


def test_the_engine_of_the_command_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Some 40 people came.", encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text('engine = "dask"\nscheduler = "tcp://a:1"', encoding="utf-8")
    assert run(["check", "a.txt", "--engine", "processes"]) == 0


def test_what_is_not_installed_is_one_line(version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.scale.scheduler.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"needs distributed; install it: pip install 'factcheck-figures\[dask\]'"):
        asked("tcp://127.0.0.1:1", version).__enter__()
