"""The routes of the page: what it asks for, and what it has written down."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from threading import RLock

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.review import listing
from factcheck.review.desk import Desk, Item
from factcheck.review.page import asked, queue, writing
from factcheck.review.page.checking import Checking
from factcheck.review.page.events import Events
from factcheck.review.page.look import Look

PAGE_HEADER = "x-factcheck-page"
"""Which page asks, so that it is not told of its own doing."""


@dataclass(slots=True)
class Room:
    """All that the routes share."""

    desk: Desk
    look: Look
    editor: str
    token: str
    events: Events
    checking: Checking
    said: Callable[[str], None]
    _book: writing.Book | None = None
    _lock: RLock = field(default_factory=RLock)

    def book(self, report: Report) -> writing.Book:
        """A report ready to be shown; made once for each check."""
        with self._lock:
            if self._book is None or self._book.report is not report:
                self._book = writing.Book(report, self.look)
            return self._book


def application(
    desk: Desk, look: Look, events: Events, *, editor: str, token: str, said: Callable[[str], None]
) -> Starlette:
    """The page, as yet without its guard; `said` is told what went wrong in the program itself."""
    room = Room(desk, look, editor, token, events, Checking(desk, events), said)
    _warm(room)

    @asynccontextmanager
    async def living(_app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(events.watch())
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    made = Starlette(routes=_routes(), lifespan=living, exception_handlers=_FAILURES)
    made.state.room = room
    return made


def _warm(room: Room) -> None:
    """Have the report indexed and the templates compiled before anybody waits for them."""
    book, items = room.book(room.desk.report), room.desk.items()[:1]
    writing.page(room.look, token="", editor="")
    writing.rows(items)
    for item in items:
        book.finding(item, total=1)


def _routes() -> list[Route]:
    reading: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/": _page,
        "/page.css": _style,
        "/page.js": _script,
        "/rows": _rows,
        "/finding/{finding}": _finding,
        "/finding/{finding}/standing": _standing,
        "/finding/{finding}/document/{document}": _document,
        "/history": _history,
        "/changes": _changes,
        "/events": _events,
        "/decisions.csv": _as_csv,
        "/decisions.html": _as_html,
    }
    writing_down = {"/decide": _decide, "/undo": _undo, "/check": _check}
    return [
        *(Route(path, answer, methods=["GET"]) for path, answer in reading.items()),
        *(Route(path, answer, methods=["POST"]) for path, answer in writing_down.items()),
    ]


def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


async def _page(request: Request) -> Response:
    room = _room(request)
    return HTMLResponse(writing.page(room.look, token=room.token, editor=room.editor))


async def _style(request: Request) -> Response:
    return Response(_room(request).look.style + writing.packed("page.css"), media_type="text/css")


async def _script(_request: Request) -> Response:
    return Response(writing.packed("page.js"), media_type="text/javascript")


async def _rows(request: Request) -> Response:
    room, query = _room(request), request.query_params
    version = room.events.version
    found = queue.only(room.desk, query) if "only" in query else queue.rows(room.desk, query)
    counts = {"shown": found.shown, "facets": queue.facets(room.desk, queue.sieve(query).state)}
    about = {"more": found.more, "known": found.known, "version": version}
    return JSONResponse({**_told(room.desk, found.items), **counts, **about})


def _told(desk: Desk, items: tuple[Item, ...]) -> dict[str, object]:
    """Rows, and how far the review has come."""
    return {"rows": writing.rows(items), "progress": desk.progress()}


async def _finding(request: Request) -> Response:
    room = _room(request)
    item, report = room.desk.shown(request.path_params["finding"])
    made = await asyncio.to_thread(lambda: room.book(report).finding(item, len(report.findings)))
    return HTMLResponse(made)


async def _standing(request: Request) -> Response:
    return HTMLResponse(writing.standing(_room(request).desk.item(request.path_params["finding"])))


async def _document(request: Request) -> Response:
    room = _room(request)
    item, report = room.desk.shown(request.path_params["finding"])
    made = await asyncio.to_thread(lambda: room.book(report).text(item, request.path_params["document"]))
    return PlainTextResponse("no such document\n", 404) if made is None else HTMLResponse(made)


async def _history(request: Request) -> Response:
    desk = _room(request).desk
    return HTMLResponse(await asyncio.to_thread(lambda: writing.history(desk.history())))


async def _changes(request: Request) -> Response:
    room = _room(request)
    return HTMLResponse(await asyncio.to_thread(room.checking.told))


async def _events(request: Request) -> Response:
    return StreamingResponse(_room(request).events.stream(), media_type="text/event-stream")


async def _as_csv(request: Request) -> Response:
    made = await asyncio.to_thread(listing.as_csv, _room(request).desk.history())
    return _filed(made, "text/csv", "decisions.csv")


async def _as_html(request: Request) -> Response:
    made = await asyncio.to_thread(listing.as_html, _room(request).desk.history())
    return _filed(made, "text/html", "decisions.html")


def _filed(made: str, kind: str, name: str) -> Response:
    return Response(made, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


async def _decide(request: Request) -> Response:
    room, wanted = _room(request), asked.read(asked.Deciding, await request.body())
    decision = await asyncio.to_thread(
        lambda: room.desk.decide(
            wanted.finding, wanted.verdict, wanted.reason, wanted.editor, beside=_figures(room, wanted.beside)
        )
    )
    return _written(request, decision.fingerprint)


def _figures(room: Room, names: list[str]) -> list[str]:
    """The figures that are named, without those that a new check no longer knows."""
    known = {figure.id for figure in room.desk.report.figures} if names else set()
    return [name for name in names if name in known]


async def _undo(request: Request) -> Response:
    room, wanted = _room(request), asked.read(asked.Undoing, await request.body())
    decision = await asyncio.to_thread(room.desk.undo, wanted.editor, wanted.decision)
    return _written(request, decision.fingerprint if decision else None)


def _written(request: Request, finding: str | None) -> Response:
    """What the page that wrote something is answered, once all others are told."""
    room = _room(request)
    room.events.announce(request.headers.get(PAGE_HEADER, ""))
    item = room.desk.about(finding) if finding else None
    return JSONResponse({"finding": finding, "known": item is not None, **_told(room.desk, (item,) if item else ())})


async def _check(request: Request) -> Response:
    started = _room(request).checking.start()
    return JSONResponse({"started": started}, 202)


async def _refused(_request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 409)


async def _unwritten(_request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"the decisions cannot be read or written: {error}\n", 503)


async def _failed(request: Request, error: Exception) -> Response:
    """A mistake of the program: told where it was started, and here without what it was."""
    _room(request).said(f"{request.url.path}: {type(error).__name__}: {error}")
    return PlainTextResponse("the program made a mistake; it is told where factcheck review was started\n", 500)


_FAILURES: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
    FactcheckError: _refused,
    OSError: _unwritten,
    sqlite3.Error: _unwritten,
    Exception: _failed,
}
