from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.documents import Limits, collect, from_text
from factcheck.documents.files import Search, search
from factcheck.model import Skipped

STORY = "Ships leave harbour\n\nTwo ships left the harbour on Monday, the port authority said.\n"
GUESSED = "In Zürich 310 people went on board, the port authority of Müllheim said.".encode("cp437")
"""A byte in it stands for nothing in Windows-1252."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    return tmp_path


def write(path: str, text: str = STORY) -> None:
    Path(path).write_text(text, encoding="utf-8", newline="")


def reasons(*paths: str) -> dict[str, str]:
    return {skipped.path: skipped.reason for skipped in collect(paths)[1]}


def test_a_document_is_its_file(here: Path) -> None:
    write("news/a.txt", STORY.replace("\n", "\r\n"))
    (document,), skipped = collect(["news"])
    assert document.text == STORY.replace("\n", "\r\n")
    assert document.sha256 == hashlib.sha256(Path("news/a.txt").read_bytes()).hexdigest()
    assert (document.id, document.path, document.role, document.title) == (
        "d1",
        "news/a.txt",
        "source",
        "Ships leave harbour",
    )
    assert skipped == ()


def test_documents_are_numbered_in_the_order_of_their_paths() -> None:
    for name in ("c.txt", "a.txt", "b.md"):
        write(f"news/{name}")
    documents, _ = collect(["news/c.txt", "news"], "draft", start=7)
    assert [(d.id, d.path, d.role) for d in documents] == [
        ("d7", "news/a.txt", "draft"),
        ("d8", "news/b.md", "draft"),
        ("d9", "news/c.txt", "draft"),
    ]


def test_what_is_not_read_is_not_checked() -> None:
    assert [s.checked for s in collect(["gone.txt"])[1]] == [False]


def test_what_is_not_read_takes_no_number_and_stops_nothing() -> None:
    write("news/a.txt", " \n\ufeff\n")
    write("news/b.txt")
    documents, skipped = collect(["news", "gone.txt"])
    assert [(d.id, d.path) for d in documents] == [("d1", "news/b.txt")]
    assert [s.path for s in skipped] == ["gone.txt", "news/a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty; there is nothing to check"),
        ("a.md", b"\n \n", "empty; there is nothing to check"),
        ("a.txt", "Two ships left the harbour.".encode("utf-16-le"), "UTF-16 text without its mark; save it as UTF-8"),
        ("a.txt", "Two ships left Ænes.".encode("utf-16-be"), "UTF-16 text without its mark; save it as UTF-8"),
        ("a.txt", b"PK\x03\x04\x00", "not a text file (it holds NUL bytes); save it as plain text"),
        ("a.xyz", b"Two ships.", "no reader for .xyz files; save it as "),
        ("README", b"Two ships.", "no reader for files without a suffix; save it as "),
    ],
)
def test_what_a_folder_holds_and_is_not_read_is_said(name: str, content: bytes, reason: str) -> None:
    Path("news", name).write_bytes(content)
    assert collect(["news"])[0] == ()
    assert reasons("news")[f"news/{name}"][: len(reason)] == reason


@pytest.mark.parametrize("name", ["notes", "story.draft", "STORY.TXT"])
def test_a_file_that_is_named_itself_is_read_as_text(name: str) -> None:
    write(name)
    assert [document.text for document in collect([name])[0]] == [STORY]


@pytest.mark.parametrize(("limit", "read"), [(len(STORY), 1), (len(STORY) - 1, 0)])
def test_the_size_limit(limit: int, read: int) -> None:
    write("a.txt")
    documents, skipped = collect(["a.txt"], limits=Limits(bytes=limit))
    assert (len(documents), len(skipped)) == (read, 1 - read)
    assert all(s.reason == f"larger than the limit of {limit} bytes; split it or raise max_bytes" for s in skipped)


def test_a_file_that_cannot_be_opened_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    write("news/a.txt")
    write("news/b.txt")
    opened = os.open

    def refuse(path: str | os.PathLike[str], flags: int) -> int:
        if Path(path).name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr("factcheck.paths.os.open", refuse)
    assert [d.path for d in collect(["news"])[0]] == ["news/b.txt"]
    assert reasons("news") == {"news/a.txt": "cannot be opened (Permission denied); check its permissions"}


@pytest.mark.parametrize(
    ("swap", "reason"),
    [
        (os.mkfifo, "cannot be opened (it is no plain file)"),
        (os.mkdir, "cannot be opened (Is a directory)"),
        (lambda path: path.symlink_to("/etc/hostname"), "a link"),
    ],
)
def test_a_file_that_becomes_something_else_after_it_was_found_is_not_waited_for(
    swap: Callable[[Path], None], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("news/a.txt")
    write("news/b.txt")

    def swapped(*arguments: Any) -> Search:  # noqa: ANN401
        found = search(*arguments)
        Path("news/a.txt").unlink()
        swap(Path("news/a.txt"))
        return found

    monkeypatch.setattr("factcheck.documents.contents.search", swapped)
    documents, skipped = collect(["news"])
    assert [document.path for document in documents] == ["news/b.txt"]
    assert [s.path for s in skipped] == ["news/a.txt"]
    assert skipped[0].reason.startswith(reason)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", GUESSED, "its encoding is not told and was taken for"),
        ("a.md", GUESSED, "its encoding is not told and was taken for"),
        ("a.csv", b"name,men\n" + GUESSED + b",5\n", "its encoding is not told and was taken for"),
        ("a.json", b'{"text": "' + GUESSED + b'"}', "its encoding is not told and was taken for"),
        ("b.txt", "The café took £5m.".encode("cp1252"), ""),
        ("b.md", "The café took £5m.".encode(), ""),
    ],
)
def test_a_guessed_encoding_is_told(name: str, data: bytes, problem: str) -> None:
    Path("news", name).write_bytes(data)
    documents, skipped = collect(["news"])
    assert len(documents) == 1
    assert [s.reason.startswith(problem) and s.checked for s in skipped] == [True] * bool(problem)


@pytest.mark.parametrize(("limit", "read"), [(1000, 1), (5, 0)])
def test_standard_input_is_plain_text(limit: int, read: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    documents, skipped = collect(["-"], limits=Limits(bytes=limit))
    assert [(d.path, d.text) for d in documents] == [("-", STORY)] * read
    assert len(skipped) == 1 - read


def test_the_manifest_counts_before_front_matter_and_that_before_the_page() -> None:
    front = "---\ntitle: Front\noutlet: Front Times\npublished: 2011-05-02\n---\n"
    write("news/all.md", f"{front}# Page\n\nPublished: 3 May 2011\n\n{STORY}")
    write("news/two.md", f"{front}# Page\n\nPublished: 3 May 2011\n\n{STORY}")
    write("news/one.md", f"# Page\n\nPublished: 3 May 2011\n\n{STORY}")
    told = {"document": "all.md", "title": "Told", "published": "2011-05-01", "url": "https://example.org"}
    Path("news/sources.json").write_text(json.dumps({"documents": [told]}), encoding="utf-8")
    documents, skipped = collect(["news"])
    assert [(d.title, d.outlet, str(d.published), d.url) for d in documents] == [
        ("Told", "Front Times", "2011-05-01", "https://example.org"),
        ("Page", None, "2011-05-03", None),
        ("Front", "Front Times", "2011-05-02", None),
    ]
    assert skipped == ()


def test_the_manifest_of_an_inner_folder_counts_first() -> None:
    Path("news/sub").mkdir()
    write("news/sub/a.txt")
    for folder, name, outlet in (("news", "sub/a.txt", "Outer"), ("news/sub", "a.txt", "Inner")):
        entries = {"documents": [{"document": name, "outlet": outlet}]}
        Path(folder, "sources.json").write_text(json.dumps(entries), encoding="utf-8")
    assert [d.outlet for d in collect(["news"])[0]] == ["Inner"]


def test_a_broken_manifest_is_skipped_and_its_documents_are_read() -> None:
    write("news/a.txt")
    write("news/sources.json", "{")
    documents, skipped = collect(["news/a.txt"])
    assert [d.path for d in documents] == ["news/a.txt"]
    assert [(s.path, s.checked) for s in skipped] == [("news/sources.json", True)]


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title: [\n---", "front matter is not YAML (line 2); correct it or take it out"),
        ("published: soon\n---", "front matter: 'soon' is no full date; write it as 2022-02-04"),
        ("title: Ships", "front matter has no end and is read as text; put a line `---` below it"),
    ],
)
def test_broken_front_matter_is_said_and_the_document_is_checked(front: str, reason: str) -> None:
    write("a.md", f"---\n{front}\n\n{STORY}")
    documents, skipped = collect(["a.md"])
    assert [d.path for d in documents] == ["a.md"]
    assert skipped == (Skipped("a.md", f"{reason} (the document was checked all the same)", checked=True),)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ships  leave\nTwo ships left the harbour on Monday.", "Ships leave"),
        ("3 May 2011\nShips leave\nTwo ships left the harbour on Monday.", "Ships leave"),
        ("\ufeffShips leave\nTwo ships left the harbour on Monday.", "Ships leave"),
        ("Two ships left.\nA night at sea\nTwo ships left the harbour on Monday.", None),
        ("Two ships left.", None),
    ],
)
def test_the_title_is_the_heading_at_the_top(text: str, title: str | None) -> None:
    assert from_text(text).title == title


@pytest.mark.parametrize(("text", "title"), [("# Ships leave #\n\nTwo left.", "Ships leave"), ("Two left.", None)])
def test_a_markdown_title_has_no_marks(text: str, title: str | None) -> None:
    write("a.md", text)
    assert [d.title for d in collect(["a.md"])[0]] == [title]


def test_a_text_without_a_file() -> None:
    document = from_text(STORY, published=date(2011, 5, 3))
    assert (document.id, document.path, document.text, document.published) == ("d1", "-", STORY, date(2011, 5, 3))
    assert document.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_repeats_are_marked() -> None:
    story = "Two ships left the harbour."
    assert [block.repeats for block in from_text(f"{story}\n\n{story}").blocks] == [False, True]


def test_the_same_files_give_the_same_documents() -> None:
    for name in ("b.txt", "a.md"):
        write(f"news/{name}")
    assert collect(["news", "gone"]) == collect(["gone", "news"])
