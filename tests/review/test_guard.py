"""Who may come in to a review, and what every answer says of itself: asked by hand, without a browser."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.review.page.guard import MOST_BYTES
from factcheck.review.page.names import Names
from tests.reporting.samples import FULL
from tests.review.served import Answer, Served, ask, served

DISMISSED = {"finding": "11aa", "verdict": "dismissed", "reason": "one day apart", "editor": "Ina Bell"}
ROUTES = (
    *("/", "/page.css", "/page.js", "/rows", "/finding/11aa", "/finding/11aa/standing", "/finding/11aa/document/d1"),
    *("/history", "/changes", "/events", "/decisions.csv", "/decisions.html"),
)
WRITING = ("/decide", "/undo", "/check")


@dataclass(frozen=True)
class Visitor:
    """Somebody with a cookie and the page's token, as the page has them."""

    review: Served
    cookie: str
    token: str

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.review.port}"

    def headers(self) -> dict[str, str]:
        """What the page itself sends with what changes something."""
        return {
            "Cookie": self.cookie,
            "X-Factcheck-Token": self.token,
            "Origin": self.origin,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
        }

    def get(self, path: str, **changed: str | None) -> Answer:
        return ask(self.review.port, path, headers=_changed({"Cookie": self.cookie}, changed))

    def post(self, path: str, body: object = None, **changed: str | None) -> Answer:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        return ask(self.review.port, path, "POST", sent, _changed(self.headers(), changed))


def _changed(headers: Mapping[str, str], changed: Mapping[str, str | None]) -> dict[str, str]:
    given = {**headers, **{name.replace("_", "-"): value for name, value in changed.items()}}
    return {name: value for name, value in given.items() if value is not None}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with served(lambda: FULL, tmp_path_factory.mktemp("guard") / "decisions.sqlite") as review:
        cookie = ask(review.port, f"/?token={review.token}").cookie
        page = ask(review.port, "/", headers={"Cookie": cookie}).body
        token = re.search(r'name="factcheck-token" content="([^"]+)"', page)
        assert token
        yield Visitor(review, cookie, token[1])


def test_the_address_that_is_printed_lets_in_and_is_not_kept(visitor: Visitor) -> None:
    port = visitor.review.port
    entered = ask(port, f"/?token={visitor.review.token}")
    assert (entered.status, entered.headers["location"]) == (303, "/")
    name, *attributes = entered.headers["set-cookie"].lower().split("; ")
    assert name.startswith(f"factcheck-review-{port}=")
    assert {"httponly", "samesite=strict", "path=/"} <= set(attributes)
    assert ask(port, "/", headers={"Cookie": entered.cookie}).status == 200


def test_the_secrets_differ_from_each_other_and_from_start_to_start(visitor: Visitor, tmp_path: Path) -> None:
    secrets = {visitor.review.token, visitor.token, visitor.cookie.partition("=")[2]}
    assert len(secrets) == 3
    assert all(len(secret) >= 40 for secret in secrets)
    with served(lambda: FULL, tmp_path / "decisions.sqlite") as other:
        assert other.token not in secrets
        assert ask(other.port, f"/?token={visitor.review.token}").status == 403


def test_the_address_that_a_browser_is_started_with_serves_once(visitor: Visitor) -> None:
    opening = visitor.review.server._keys.opening
    assert [ask(visitor.review.port, f"/?token={opening}").status for _ in range(2)] == [303, 403]
    assert visitor.get(f"/?token={opening}").status == 303  # whoever is in already stays in


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:{port}"}, 200),
        ({"Host": "LOCALHOST:{port}"}, 200),
        ({"Host": "[::1]:{port}"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example:{port}"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Host": "127.0.0.1:80"}, 403),
        ({"Host": "127.0.0.1:{port}.evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example:{port}"}, 403),
        ({"Host": "evil.example@127.0.0.1:{port}"}, 403),
        ({"Host": ""}, 403),
        ({"Cookie": None}, 403),
        ({"Cookie": ""}, 403),
        ({"Cookie": "factcheck-review-{port}="}, 403),
        ({"Cookie": "factcheck-review-{port}=wrong"}, 403),
        ({"Cookie": "factcheck-review-{port}=wrong; {cookie}"}, 200),
        ({"Cookie": 'a="; {cookie}'}, 200),
        ({"Cookie": "{cookie}x"}, 403),
        ({"Cookie": "other-{cookie}"}, 403),
        ({"Cookie": "factcheck-review-{port}={token}"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "{origin}"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
    ],
)
def test_who_may_read(visitor: Visitor, changed: dict[str, str | None], status: int) -> None:
    known = {
        "port": visitor.review.port,
        "cookie": visitor.cookie,
        "token": visitor.review.token,
        "origin": visitor.origin,
    }
    written = {name: value and value.format(**known) for name, value in changed.items()}
    assert visitor.get("/rows", **written).status == status


@pytest.mark.parametrize("path", ROUTES)
def test_nothing_is_told_without_the_cookie(visitor: Visitor, path: str) -> None:
    answer = ask(visitor.review.port, path)
    assert answer.status == 403
    assert "lighthouse" not in answer.body
    assert visitor.token not in answer.body


@pytest.mark.parametrize("path", ["/?token=", "/?token=wrong", "/?token={token}x", "/?token={token}&token={token}"])
def test_a_wrong_token_lets_nobody_in(visitor: Visitor, path: str) -> None:
    answer = ask(visitor.review.port, path.format(token=visitor.review.token))
    assert (answer.status, answer.cookie) == (403, "")


@pytest.mark.parametrize("path", ["/rows?token={token}", "/events?token={token}", "/page.js?token={token}"])
def test_the_token_opens_nothing_but_the_page(visitor: Visitor, path: str) -> None:
    assert ask(visitor.review.port, path.format(token=visitor.review.token)).status == 403


def test_a_link_of_another_site_leads_in_by_a_second_click(visitor: Visitor) -> None:
    site = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert ask(visitor.review.port, f"/?token={visitor.review.token}", headers=site).status == 303
    turned_away = ask(visitor.review.port, "/", headers=site)  # the browser keeps the strict cookie back
    assert (turned_away.status, '<a href="/">' in turned_away.body) == (403, True)
    framed = {**site, "Sec-Fetch-Mode": "no-cors", "Cookie": visitor.cookie}
    assert ask(visitor.review.port, "/", headers=framed).status == 403


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"X_Factcheck_Token": None}, 403),
        ({"X_Factcheck_Token": ""}, 403),
        ({"X_Factcheck_Token": "wrong"}, 403),
        ({"X_Factcheck_Token": "{cookie}"}, 403),
        ({"X_Factcheck_Token": "{address}"}, 403),
        ({"X_Factcheck_Token": "ä"}, 403),
        ({"Cookie": None}, 403),
        ({"Cookie": "factcheck-review-{port}=wrong"}, 403),
        ({"Host": "evil.example:{port}"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:{port}"}, 403),  # another name is another site to a browser
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"Origin": None, "Sec_Fetch_Site": None}, 403),
        ({"Origin": None, "Sec_Fetch_Site": "cross-site"}, 403),
        ({"Origin": None}, 200),
        ({"Sec_Fetch_Site": None}, 200),
        ({}, 200),
    ],
)
def test_who_may_write(visitor: Visitor, changed: dict[str, str | None], status: int) -> None:
    known = {
        "port": visitor.review.port,
        "cookie": visitor.cookie.partition("=")[2],
        "address": visitor.review.token,
    }
    written = {name: value and value.format(**known) for name, value in changed.items()}
    before = len(visitor.review.entries())
    assert visitor.post("/decide", DISMISSED, **written).status == status
    assert len(visitor.review.entries()) - before == (status == 200)


def test_a_form_of_another_site_writes_nothing(visitor: Visitor) -> None:
    form = {
        "Origin": "http://evil.example",
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "cross-site",
    }
    before = visitor.review.entries()
    for cookie in ({}, {"Cookie": visitor.cookie}):
        sent = b"finding=11aa&verdict=confirmed&editor=x"
        assert ask(visitor.review.port, "/decide", "POST", sent, {**form, **cookie}).status == 403
    assert visitor.review.entries() == before


def test_another_site_may_not_ask_whether_it_may(visitor: Visitor) -> None:
    asked = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    answer = ask(visitor.review.port, "/decide", "OPTIONS", headers=asked)
    assert answer.status == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", WRITING)
def test_nothing_changes_but_by_post(visitor: Visitor, path: str, method: str) -> None:
    before = visitor.review.entries()
    body = None if method in ("GET", "HEAD", "TRACE") else json.dumps(DISMISSED).encode()
    assert ask(visitor.review.port, path, method, body, visitor.headers()).status in (403, 405)
    assert visitor.review.entries() == before


@pytest.mark.parametrize("path", ["/", "/rows", "/history"])
def test_what_is_read_takes_no_post(visitor: Visitor, path: str) -> None:
    assert visitor.post(path, {}).status == 405


@pytest.mark.parametrize(
    "path",
    [
        *("/../pyproject.toml", "/page.css/../../pyproject.toml", "/%2e%2e/pyproject.toml", "/..%2fpyproject.toml"),
        *("/static/", "/templates/page.html.j2", "/page", "/page/", "//etc/passwd", "/etc/passwd", "/.factcheck/"),
        *(
            "/decisions.sqlite",
            "/app.py",
            "/page.js%00.css",
            "/finding/11aa/document/..%2f..%2fd1",
            "/finding//document/d1",
        ),
        *("/finding/11aa/document/%2fetc%2fpasswd", "/%5c..%5cpyproject.toml", "/rows/"),
    ],
)
def test_no_file_and_no_folder_is_served(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status in (307, 404, 409)
    assert "factcheck-figures" not in answer.body
    assert "root:" not in answer.body


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 10 * MOST_BYTES])
def test_a_body_too_large_is_refused(visitor: Visitor, size: int) -> None:
    assert visitor.post("/decide", b" " * size).status == 413


def test_a_body_larger_than_announced_pieces_is_refused(visitor: Visitor) -> None:
    piece = b"ffff\r\n" + b" " * 0xFFFF + b"\r\n"
    answer = visitor.post("/decide", 3 * piece + b"0\r\n\r\n", Transfer_Encoding="chunked")
    assert answer.status == 413


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "99999999999999999999"])
def test_a_body_of_no_length_is_refused(visitor: Visitor, length: str) -> None:
    with socket.create_connection(("127.0.0.1", visitor.review.port), timeout=10) as connection:
        head = "".join(f"{name}: {value}\r\n" for name, value in visitor.headers().items())
        host = f"Host: 127.0.0.1:{visitor.review.port}"
        connection.sendall(f"POST /decide HTTP/1.1\r\n{host}\r\n{head}Content-Length: {length}\r\n\r\n".encode())
        assert connection.recv(100).split()[1] in (b"400", b"413")


def test_two_names_at_once_are_refused(visitor: Visitor) -> None:
    with socket.create_connection(("127.0.0.1", visitor.review.port), timeout=10) as connection:
        hosts = f"Host: 127.0.0.1:{visitor.review.port}\r\nHost: evil.example\r\n"
        connection.sendall(f"GET /rows HTTP/1.1\r\n{hosts}Cookie: {visitor.cookie}\r\n\r\n".encode())
        assert connection.recv(100).split()[1] in (b"400", b"403")


@pytest.mark.parametrize(
    ("path", "body", "told"),
    [
        ("/decide", b"", "json"),
        ("/decide", b"[]", "the body"),
        ("/decide", b'{"finding": "11aa"', "json"),
        ("/decide", {**DISMISSED, "verdict": "burnt"}, "verdict"),
        ("/decide", {**DISMISSED, "reason": "x" * 2001}, "reason"),
        ("/decide", {**DISMISSED, "reason": 5}, "reason"),
        ("/decide", {**DISMISSED, "reason": " "}, "reason"),
        ("/decide", {**DISMISSED, "editor": ""}, "name"),
        ("/decide", {**DISMISSED, "finding": "none"}, "no such finding"),
        ("/decide", {**DISMISSED, "at": "2020-01-01"}, "at"),
        ("/undo", {"editor": "Ina Bell", "decision": 5}, "decision"),
        ("/undo", {}, "editor"),
    ],
)
def test_what_is_no_decision_is_told_and_not_written(visitor: Visitor, path: str, body: object, told: str) -> None:
    before = visitor.review.entries()
    answer = visitor.post(path, body)
    assert answer.status == 409
    assert told in answer.body
    assert len(answer.body.splitlines()) == 1
    assert visitor.review.entries() == before


EVERYWHERE = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 200),
        ("/page.js", {}, 200),
        ("/rows", {}, 200),
        ("/decisions.html", {}, 200),
        ("/decide", {}, 405),
        ("/none", {}, 404),
        ("/finding/none", {}, 409),
        ("/rows", {"Cookie": None}, 403),
        ("/rows", {"Host": "evil.example"}, 403),
        ("/?token=wrong", {"Cookie": None}, 403),
    ],
)
def test_every_answer_keeps_the_page_to_itself(
    visitor: Visitor, path: str, headers: dict[str, str | None], status: int
) -> None:
    answer = visitor.get(path, **headers)
    assert answer.status == status
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "server" not in answer.headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/page.css", "text/css; charset=utf-8"),
        ("/page.js", "text/javascript; charset=utf-8"),
        ("/rows", "application/json"),
        ("/decisions.csv", "text/csv; charset=utf-8"),
        ("/decisions.html", "text/html; charset=utf-8"),
    ],
)
def test_what_an_answer_is(visitor: Visitor, path: str, kind: str) -> None:
    answer = visitor.get(path)
    assert answer.headers["content-type"] == kind
    assert answer.headers.get("content-disposition", "attachment").startswith("attachment")


def test_the_page_holds_no_script_and_no_style_of_its_own(visitor: Visitor) -> None:
    pages = [visitor.get(path).body for path in ("/", "/finding/11aa", "/history", "/changes")]
    for page in pages:
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?! src=\"/page.js\")", page)


def test_a_mistake_of_the_program_shows_nothing_of_it(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise ValueError("the inner workings")

    monkeypatch.setattr("factcheck.review.page.writing.history", broken)
    answer = visitor.get("/history")
    assert answer.status == 500
    assert "inner workings" not in answer.body
    assert "Traceback" not in answer.body
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert visitor.review.mistakes == ["/history: ValueError: the inner workings"]
    visitor.review.mistakes.clear()


@pytest.mark.parametrize(
    ("host", "asked", "there"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "10.0.0.7:8000", False),
        ("localhost", "localhost:8000", True),
        ("::1", "[::1]:8000", True),
        ("::1", "[::2]:8000", False),
        ("desk.example", "desk.example:8000", True),
        ("desk.example", "DESK.example:8000", True),
        ("desk.example", "localhost:8000", False),
        ("desk.example", "desk.example", False),
        ("10.0.0.7", "10.0.0.7:8000", True),
        ("10.0.0.7", "10.0.0.8:8000", False),
        ("0.0.0.0", "10.0.0.7:8000", True),  # noqa: S104 - a name, not a place to listen
        ("0.0.0.0", "[fe80::7]:8000", True),  # noqa: S104
        ("0.0.0.0", f"{socket.gethostname()}:8000", True),  # noqa: S104
        ("0.0.0.0", "evil.example:8000", False),  # noqa: S104
        ("::", "evil.example:8000", False),
        ("::", "localhost:8000", True),
    ],
)
def test_what_a_server_is_called(host: str, asked: str, there: bool) -> None:
    assert Names(host, 8000).has(asked) == there


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True)]
)
def test_what_nobody_else_reaches(host: str, local: bool) -> None:
    assert Names(host, 8000).local == local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "desk.example"])  # noqa: S104
def test_what_others_reach(host: str) -> None:
    assert not Names(host, 8000).local
