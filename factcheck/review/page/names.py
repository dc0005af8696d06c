"""What this server is called: the names and the port that a request may ask for."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_HTTP = 80


@dataclass(frozen=True, slots=True)
class Names:
    """The names for a server that listens at `host` (as given, or an address) and `port`."""

    host: str
    port: int

    @property
    def local(self) -> bool:
        """Whether nobody but this machine reaches it."""
        return self.host == "localhost" or (_is_address(self.host) and ip_address(self.host).is_loopback)

    @property
    def everywhere(self) -> bool:
        """Whether it listens at every address of this machine."""
        return _is_address(self.host) and ip_address(self.host).is_unspecified

    def has(self, asked: str) -> bool:
        """Whether a request's Host is this server: a name that somebody else has made lead here is not.

        Where it listens everywhere any address will do: no name that is looked up is one.
        """
        name, port = _parted(asked.lower())
        if port != str(self.port) and not (port == "" and self.port == _HTTP):
            return False
        if self.everywhere:
            return name in ("localhost", socket.gethostname().lower()) or _is_address(name.strip("[]"))
        return name == _written(self.host.lower()) or (self.local and name in _LOOPBACK)

    @property
    def address(self) -> str:
        """Where it is to be found: "http://127.0.0.1:8000"."""
        name = socket.gethostname() if self.everywhere else _written(self.host)
        return f"http://{name}:{self.port}"


def _parted(asked: str) -> tuple[str, str]:
    """A Host's name, with the brackets of an address, and its port."""
    if asked.startswith("["):
        name, _, port = asked.partition("]")
        return f"{name}]", port.removeprefix(":")
    name, _, port = asked.partition(":")
    return name, port


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
