from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from factcheck.documents.manifest import load
from factcheck.documents.reading import Metadata
from factcheck.model import Skipped

DAY = date(2011, 5, 3)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("news/sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        Path("news", name).write_text("Two ships left.", encoding="utf-8")
    return Path("news")


def known(folder: Path) -> dict[str, Metadata]:
    """What the manifest says, by the document's name."""
    return {Path(real).relative_to(folder.resolve()).as_posix(): told for real, told in load(folder).entries.items()}


def write(folder: Path, *entries: object, name: str = "sources.json") -> None:
    (folder / name).write_text(json.dumps({"cluster": "x", "documents": entries}), encoding="utf-8")


def test_metadata_by_document(folder: Path) -> None:
    write(
        folder,
        {"document": "a.txt", "outlet": "Harbour Times", "published": "2011-05-03", "url": "https://example.org"},
        {"document": "sub/c.txt", "published": "2011-05-03T23:00:00Z", "title": "Ships", "outlet": None},
    )
    assert known(folder) == {
        "a.txt": Metadata(None, "Harbour Times", DAY, "https://example.org"),
        "sub/c.txt": Metadata("Ships", None, DAY, None, moment="2011-05-03T23:00:00Z"),
    }
    assert load(folder).skipped == ()


def test_no_manifest_says_nothing(folder: Path) -> None:
    assert (load(folder).entries, load(folder).skipped) == ({}, ())


def test_sources_json_comes_before_cluster_json(folder: Path) -> None:
    write(folder, {"document": "a.txt", "outlet": "Second"}, name="cluster.json")
    assert known(folder)["a.txt"].outlet == "Second"
    write(folder, {"document": "a.txt", "outlet": "First"})
    assert known(folder)["a.txt"].outlet == "First"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"outlet": "X"}, 'entry 1: names no file; write "document": "a.txt"'),
        ({"document": 5}, "entry 1: document should be text in quotes"),
        ({"document": " "}, "entry 1: '' is no file of the folder"),
        ({"document": "a.txt", "outlet": ["X"]}, "entry 1: outlet should be text in quotes"),
        ({"document": "a.txt", "published": "soon"}, "entry 1: published is no full date; write it as 2022-02-04"),
        ({"document": "a.txt", "published": 1304380800}, "entry 1: published is no full date; write it as 2022-02-04"),
        ({"document": "a.txt", "publshed": "2011-05-03"}, "entry 1: unknown key 'publshed' (known: document, outlet"),
        ({"document": "a.txt", "title": "\ud800"}, "entry 1: title holds characters that no text can have"),
        ("a.txt", 'entry 1: is no object in braces; write {"document": "a.txt"}'),
        ({"document": "gone.txt"}, "entry 1: 'gone.txt' is no file of the folder"),
        ({"document": "sub"}, "entry 1: 'sub' is no file of the folder"),
        ({"document": "../news/../x.txt"}, "entry 1: '../news/../x.txt' leads out of the folder"),
        ({"document": "/etc/passwd"}, "entry 1: '/etc/passwd' leads out of the folder"),
        ({"document": "b\u0000.txt"}, "entry 1: document holds characters that no text can have"),
        ({"document": "b.txt"}, "entry 2: 'b.txt' is named twice; the first entry counts"),
    ],
)
def test_a_wrong_entry_is_said_and_the_others_count(folder: Path, entry: object, reason: str) -> None:
    write(folder, entry, {"document": "b.txt", "outlet": "Bay News"})
    assert known(folder)["b.txt"].outlet in ("Bay News", None)
    assert [(s.path, s.reason[: len(reason)]) for s in load(folder).skipped] == [("news/sources.json", reason)]
    assert "\n" not in load(folder).skipped[0].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"documents": [', "not JSON (line 1, column 16: "),
        (b"", "not JSON (line 1, column 1: "),
        (b"\xff\xfe", "not UTF-8 text (byte 0); save it as UTF-8; "),
        (b"[]", 'holds no list of documents; write {"documents": [{"document": "a.txt"}]}'),
        (b'{"documents": {}}', 'holds no list of documents; write {"documents": [{"document": "a.txt"}]}'),
        (b"[" * 100_000, "no list of documents (nested too deep)"),
        (b'{"documents": [' + b"1" * 5000 + b"]}", "holds a number of too many digits"),
    ],
)
def test_a_broken_manifest_is_one_line(folder: Path, content: bytes, reason: str) -> None:
    (folder / "sources.json").write_bytes(content)
    manifest = load(folder)
    assert manifest.entries == {}
    assert [(s.path, s.reason[: len(reason)]) for s in manifest.skipped] == [("news/sources.json", reason)]
    assert manifest.skipped[0].reason.endswith("its documents are checked without it")


def test_a_manifest_that_is_too_large_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.documents.manifest.MOST_BYTES", 10)
    write(folder, {"document": "a.txt"})
    assert [s.reason for s in load(folder).skipped] == ["larger than 10 bytes; its documents are checked without it"]


def test_a_manifest_that_cannot_be_opened_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write(folder, {"document": "a.txt"})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [s.reason for s in load(folder).skipped] == [
        "cannot be opened (Permission denied); check its permissions; its documents are checked without it"
    ]


def test_a_folder_is_no_manifest(folder: Path) -> None:
    (folder / "sources.json").mkdir()
    assert load(folder).skipped == (
        Skipped(
            "news/sources.json",
            "a folder, not a list of documents; rename it; its documents are checked without it",
            checked=True,
        ),
    )
