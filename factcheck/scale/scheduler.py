"""The connection to the scheduler of a Dask cluster, or why there is none in a line.

Needs distributed (the extra `dask`), which is imported when it is asked for.
"""

from __future__ import annotations

import asyncio
import logging
import re
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from distributed import Client

CONNECT = 5.0
"""Seconds within which a scheduler answers, and then knows of a worker."""
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:[^\s/:\[\]]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}")
_SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1 PiB"}
"""A request is as large as the files that it holds."""
_LOGS = ("distributed", "distributed.client", "tornado.application")


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of the scheduler at an address. UsageError where there is none, or what is needed is not installed."""
    if find_spec("distributed") is None:
        raise UsageError("the engine dask needs distributed; install it: pip install 'factcheck-figures[dask]'")
    if not _ADDRESS.fullmatch(address):
        raise UsageError(
            f"{address!r} is no address of a Dask scheduler; write tcp://HOST:PORT, as it says at its start"
        )
    import dask
    from distributed import Client

    with _silenced(), dask.config.set(_SETTINGS):
        _expect_scheduler(address)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that versions differ: it is told as an error
            client = Client(address, timeout=CONNECT, set_as_default=False)
        try:
            yield client
        finally:
            with suppress(OSError):
                client.close(timeout=CONNECT)


def _expect_scheduler(address: str) -> None:
    """Raise UsageError where none answers. What else answers there may say anything, so all is caught.

    A client that meets no scheduler cannot be closed, so it is made afterwards.
    """
    try:
        with ThreadPoolExecutor(1) as thread:  # whoever asks may run a loop of their own
            kind = thread.submit(asyncio.run, _identity(address)).result()
    except Exception as error:
        raise UsageError(
            f"{address}: no Dask scheduler answers within {CONNECT:g} seconds; start one there (dask scheduler), "
            "or correct the address"
        ) from error
    if kind != "Scheduler":
        raise UsageError(
            f"{address}: is a Dask {str(kind).lower()}, not a scheduler; name the address of its scheduler"
        )


async def _identity(address: str) -> object:
    """What answers at an address."""
    from distributed import Security, rpc

    async with asyncio.timeout(CONNECT):
        options = Security().get_connection_args("client")
        async with rpc(address, timeout=CONNECT, connection_args=options) as remote:
            told: dict[str, object] = await remote.identity()
    return told.get("type")


@contextmanager
def _silenced() -> Iterator[None]:
    """What goes wrong is said in a line, so Dask does not log it too."""
    before = {name: logging.getLogger(name).level for name in _LOGS}
    for name in _LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
