"""The page served: on this machine alone, unless another address is given, until it is interrupted."""

from __future__ import annotations

import os
import socket
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

import uvicorn

from factcheck.errors import UsageError
from factcheck.review.desk import Desk
from factcheck.review.page.app import application
from factcheck.review.page.events import Events
from factcheck.review.page.guard import Guard, Keys
from factcheck.review.page.look import Look
from factcheck.review.page.names import Names

_PATIENCE = 1
"""Seconds that requests under way have to end in when the server ends."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""What the environment of a session with a screen names; without one a browser would take the terminal."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen; port 0 is any that is free."""

    host: str = "127.0.0.1"
    port: int = 0


class Server(uvicorn.Server):
    """A server on a socket of its own, whose address is known before it starts."""

    def __init__(self, desk: Desk, look: Look, place: Place, *, editor: str, said: Callable[[str], None]) -> None:
        self._socket = listening(place)
        self._keys, self._events = Keys(), Events(desk)
        self.names = Names(place.host, self._socket.getsockname()[1])
        page = application(desk, look, self._events, editor=editor, token=self._keys.page, said=said)
        super().__init__(
            uvicorn.Config(
                Guard(page, self._keys, self.names),
                loop="asyncio",
                http="h11",
                ws="none",
                log_config=None,
                log_level="critical",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=_PATIENCE,
            )
        )

    @property
    def address(self) -> str:
        """What lets in whoever opens it."""
        return f"{self.names.address}/?token={self._keys.address}"

    def open(self) -> None:
        """Open the browser, where there is one on a screen; meanwhile the server starts."""
        if sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _SCREENS):
            address = f"{self.names.address}/?token={self._keys.opening}"
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def serve_until_ended(self) -> None:
        """Serve until it is interrupted, or `should_exit` is set."""
        try:
            self.run(sockets=[self._socket])
        except KeyboardInterrupt:
            return  # it is told so once more, when it has ended in good order
        finally:
            self._socket.close()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams first: they would be waited for."""
        self._events.end()
        await super().shutdown(sockets)


def listening(place: Place) -> socket.socket:
    """A socket at a place. UsageError where it cannot be had."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        family, kind, protocol, _, address = found[0]
        made = socket.socket(family, kind, protocol)  # without its protocol named, answers wait for 40 ms (Nagle)
        try:
            _bind(made, address)
        except BaseException:
            made.close()
            raise
    except (OSError, OverflowError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{place.host}:{place.port}: cannot listen there ({reason}); choose another --port") from error
    return made


def _bind(made: socket.socket, address: tuple[object, ...]) -> None:
    if sys.platform != "win32":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind(address)
    made.listen(128)
