"""Who may come in: whoever has the address that was printed, from this page, to this server.

The address holds a token that is made at every start; the first visit exchanges it for a cookie. What changes
something needs a second token besides, which only the page itself can read. Neither a page of another site nor one that
has made a name of its own lead to this machine (DNS rebinding) gets past the names of this server.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from secrets import compare_digest, token_urlsafe
from typing import Final

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.review.page.names import Names

MOST_BYTES: Final = 65_536
"""Of a request's body; a decision is far shorter."""
TOKEN_HEADER: Final = "x-factcheck-token"  # noqa: S105 - the header's name
_STRANGER = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>factcheck review</title>
<h1>Open the address that factcheck review printed</h1>
<p>It lets this browser in. If a link of another page has just led here with it: <a href="/">go on</a>.</p>
</html>
"""
"""A cookie set on the way from another site comes back with the next click, not with that one."""
_READING = ("GET", "HEAD")
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


def _secret() -> str:
    return token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one start: of the address, of the cookie, and of what changes something.

    `opening` is for the address that a browser is started with: other programs can see it there, so it serves once.
    """

    address: str = field(default_factory=_secret)
    opening: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    page: str = field(default_factory=_secret)


class Guard:
    """The application behind its checks; every answer, refusals too, has the headers that keep a page to itself."""

    def __init__(self, app: ASGIApp, keys: Keys, names: Names) -> None:
        self._app, self._keys, self._names = app, keys, names
        self._cookie = f"factcheck-review-{names.port}"
        self._opened = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _headed(send))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        answer = self._refused(scope, headers) or self._entered(scope, headers) or self._unknown(scope, headers)
        if answer is None and scope["method"] not in _READING:
            body = await _body(headers, receive)
            if body is None:
                answer = _refusal(413, "what was sent is too large")
            else:
                receive = _once(body, receive)
        await (answer or self._app)(scope, receive, send)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        """What comes under a foreign name or from a foreign page."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._names.has(hosts[0]):
            return _refusal(403, "this server is not called so")
        origins = headers.getlist("origin")
        if any(origin != f"{scope['scheme']}://{hosts[0]}" for origin in origins):
            return _refusal(403, "asked for by another site")
        site = headers.get("sec-fetch-site")
        if scope["method"] in _READING:
            entering = scope["path"] == "/" and headers.get("sec-fetch-mode") in (None, "navigate")
            foreign = site not in (None, "none", "same-origin") and not entering  # a link in a mail may lead here
        else:
            foreign = not (origins or site) or site not in (None, "same-origin")
        return _refusal(403, "asked for by another site") if foreign else None

    def _entered(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to the address that was printed: a cookie, and the way to the address without the token."""
        given = QueryParams(scope["query_string"]).getlist("token")
        if scope["path"] != "/" or scope["method"] not in _READING or not given:
            return None
        if len(given) != 1 or not (self._lets_in(given[0]) or self._knows(headers)):
            return _refusal(403, "the token is wrong; take the address that factcheck review printed")
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._cookie, self._keys.cookie, httponly=True, samesite="strict", path="/")
        return answer

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """Who has no cookie, and what changes something without the page's token."""
        if not self._knows(headers):
            return HTMLResponse(_STRANGER, 403)
        given = headers.getlist(TOKEN_HEADER)
        if scope["method"] not in _READING and (len(given) != 1 or not _same(given[0], self._keys.page)):
            return _refusal(403, "the page's token is missing or wrong; reload the page")
        return None

    def _lets_in(self, token: str) -> bool:
        first = _same(token, self._keys.opening) and not self._opened
        self._opened = self._opened or first
        return _same(token, self._keys.address) or first

    def _knows(self, headers: Headers) -> bool:
        return any(_same(value, self._keys.cookie) for value in _cookies(headers, self._cookie))


def _same(given: str, secret: str) -> bool:
    """Compared in constant time, so that a guess learns nothing from how long it took."""
    return compare_digest(given.encode("utf-8", "replace"), secret.encode())


def _cookies(headers: Headers, name: str) -> Iterable[str]:
    """The values of a cookie; other programs on this machine may have set some of that name, or malformed ones."""
    parts = (part.strip().partition("=") for line in headers.getlist("cookie") for part in line.split(";"))
    return (value for key, _, value in parts if key == name)


def _refusal(status: int, why: str) -> Response:
    return PlainTextResponse(f"{why}\n", status)


async def _body(headers: Headers, receive: Receive) -> bytes | None:
    """The whole body; None where it is longer than it may be, which is told by what came, not by what was announced."""
    announced = headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced) > MOST_BYTES:
        return None
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > MOST_BYTES:
            return None
        if not message.get("more_body"):
            return body


def _once(body: bytes, receive: Receive) -> Receive:
    """The body as it was read, then whatever comes next."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def read() -> Message:
        return waiting.pop() if waiting else await receive()

    return read


def _headed(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sent
