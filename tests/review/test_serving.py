"""`factcheck review` from the command line: what it prints, what it refuses, which browser it opens."""

from __future__ import annotations

import importlib.util
import re
import socket
import webbrowser
from pathlib import Path
from threading import Event

import pytest

from factcheck.cli import run
from factcheck.review.page.serving import Server
from tests.review.dossier import GAZETTE, POST, Dossier
from tests.review.served import EDITOR, ask

ADDRESS = r"http://{host}:(\d+)/\?token=([\w-]{{43}})\n"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    Dossier(tmp_path).write(gazette=GAZETTE, post=POST)
    return str(tmp_path)


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[Server]:
    """The servers that were started, each ended at once."""
    started: list[Server] = []

    def end(server: Server) -> None:
        started.append(server)
        server._socket.close()

    monkeypatch.setattr(Server, "serve_until_ended", end)
    return started


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"])
def test_the_address_is_printed_and_another_one_opened(
    folder: str,
    ended: list[Server],
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened, there = list[str](), Event()

    def browse(address: str) -> None:
        opened.append(address)
        there.set()

    for other in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, ":0")
    monkeypatch.setattr(webbrowser, "open", browse)
    assert run(["review", folder, "--editor", EDITOR]) == 0
    printed = capsys.readouterr()
    known = re.fullmatch(ADDRESS.format(host=r"127\.0\.0\.1"), printed.out)
    assert known
    assert printed.err == "factcheck: the page is there as long as this runs; Ctrl-C ends it\n"
    assert there.wait(10)
    assert opened[0].startswith(f"http://127.0.0.1:{known[1]}/?token=")
    assert known[2] not in opened[0]
    assert len(ended) == 1


@pytest.mark.parametrize("arguments", [["--no-browser"], []])
def test_no_browser_is_opened(
    folder: str, ended: list[Server], arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(other, raising=False)
    if arguments:
        monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "open", lambda _: pytest.fail("opened"))
    monkeypatch.setattr("sys.platform", "linux")
    assert run(["review", folder, "--editor", EDITOR, *arguments]) == 0


@pytest.mark.parametrize(
    ("host", "named", "warned"),
    [
        ("127.0.0.1", r"127\.0\.0\.1", False),
        ("localhost", "localhost", False),
        ("0.0.0.0", re.escape(socket.gethostname()), True),  # noqa: S104 - it is what is warned of
    ],
)
def test_others_are_let_near_with_a_warning(
    folder: str, ended: list[Server], host: str, named: str, warned: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", folder, "--no-browser", "--host", host, "--quiet", "--editor", EDITOR]) == 0
    printed = capsys.readouterr()
    assert re.fullmatch(ADDRESS.format(host=named), printed.out)
    assert ("other machines reach this page" in printed.err) == warned


def test_a_port_that_is_taken_is_told_in_a_line(
    folder: str, ended: list[Server], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["review", folder, "--no-browser", "--port", str(port), "--editor", EDITOR]) == 2
    told = f"factcheck: 127.0.0.1:{port}: cannot listen there (Address already in use); choose another --port\n"
    assert capsys.readouterr().err == told
    assert ended == []


@pytest.mark.parametrize("host", ["none.invalid", "a b", "203.0.113.7"])
def test_a_host_that_is_not_here_is_told_in_a_line(
    folder: str, ended: list[Server], host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", folder, "--no-browser", "--host", host, "--editor", EDITOR]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"factcheck: {host}:0: cannot listen there (")


@pytest.mark.parametrize("missing", [["starlette"], ["uvicorn"], ["starlette", "uvicorn"]])
def test_without_its_libraries_a_line_says_how_to_get_them(
    folder: str, missing: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in missing else known(name))
    assert run(["review", folder, "--editor", EDITOR]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"factcheck: the page of a review needs {' and '.join(missing)}; ")
    assert "factcheck-figures[review]" in line
    assert "--terminal" in line


@pytest.mark.parametrize("harm", ["draft.md", "sources"])
def test_what_cannot_be_read_is_not_reviewed(
    folder: str, ended: list[Server], harm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = Path(folder) / "draft.md"
    if harm == "draft.md":
        draft.write_bytes(b"\x00\xff\x01" * 100)
    else:
        for source in (Path(folder) / "sources").iterdir():
            source.unlink()
    assert run(["review", folder, "--no-browser", "--editor", EDITOR]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert ended == []


def test_a_served_page_is_closed_afterwards(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ports: list[int] = []

    async def interrupted(server: Server, **_: object) -> None:
        ports.append(server.names.port)
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve", interrupted)
    assert run(["review", folder, "--no-browser", "--editor", EDITOR]) == 0
    with pytest.raises(ConnectionRefusedError):
        ask(ports[0], "/")
