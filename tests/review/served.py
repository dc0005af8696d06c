"""Reviews served on loopback, as `factcheck review` serves them, for tests that open them or ask them by hand."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from factcheck.model import Report
from factcheck.reporting import pieces
from factcheck.review.desk import Desk
from factcheck.review.entries import Entry
from factcheck.review.page.look import Look
from factcheck.review.page.serving import Place, Server
from factcheck.review.store import Store

EDITOR = "Ina Bell"


@dataclass(frozen=True)
class Served:
    """A review under way; what went wrong in the program itself is in `mistakes`."""

    desk: Desk
    store: Store
    server: Server
    mistakes: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """What lets a browser in."""
        return self.server.address

    @property
    def port(self) -> int:
        return self.server.names.port

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    def told(self) -> list[tuple[str, str, str, str]]:
        """What was written down: fingerprint, verdict ("" where something is taken back), reason, editor."""
        return [(e.fingerprint, e.verdict or "", e.reason, e.editor) for e in self.entries()]

    def entries(self) -> tuple[Entry, ...]:
        return self.store.entries()


@contextmanager
def served(check: Callable[[], Report] | Desk, database: Path, *, editor: str = EDITOR) -> Iterator[Served]:
    """Serve the findings of a check, or a desk that is there, from a thread; end it in good order."""
    store = Store(database)
    desk = check if isinstance(check, Desk) else Desk(store, check)
    mistakes: list[str] = []
    look = Look(pieces.style(), pieces.marks(), pieces.Pieces)
    server = Server(desk, look, Place(), editor=editor, said=mistakes.append)
    thread = Thread(target=server.serve_until_ended)
    thread.start()
    try:
        yield Served(desk, store, server, mistakes)
    finally:
        server.should_exit = True
        thread.join()
        store.close()
        assert mistakes == []


@dataclass(frozen=True)
class Answer:
    """What a request was answered; the names of headers are lower case."""

    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def cookie(self) -> str:
        """The cookie that was set, as a request gives it back."""
        return self.headers.get("set-cookie", "").partition(";")[0]


def ask(
    port: int, path: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Answer:
    """A request as it is written here: nothing of its path is tidied up, and no header is added but Host and length."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    given = {"Host": f"127.0.0.1:{port}", **(headers or {})}
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in given.items():
        connection.putheader(name, value)
    if body is not None and "Content-Length" not in given and "Transfer-Encoding" not in given:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    got = connection.getresponse()
    answer = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read().decode())
    connection.close()
    return answer
