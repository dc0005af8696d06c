from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.documents.files import search


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one: paths are given as a user in it gives them."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Two ships left.", encoding="utf-8")


def labels(*paths: str) -> list[str]:
    return [file.label for file in search(paths).files]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["news"], ["news/a.txt", "news/b.md", "news/sub/c.txt"]),
        (["./news/"], ["news/a.txt", "news/b.md", "news/sub/c.txt"]),
        (["news/b.md", "news/a.txt"], ["news/a.txt", "news/b.md"]),
        (["news/a.txt", "news", "news/../news/a.txt"], ["news/a.txt", "news/b.md", "news/sub/c.txt"]),
        (["news/.hidden.txt"], ["news/.hidden.txt"]),
        (["-", "news/a.txt"], ["-", "news/a.txt"]),
        (["-", "-"], ["-"]),
    ],
)
def test_paths_lead_to_files_once_and_sorted(here: Path, given: list[str], expected: list[str]) -> None:
    make("news/b.md", "news/a.txt", "news/sub/c.txt", "news/.hidden.txt", "news/.git/d.txt", "news/sources.json")
    assert labels(*given) == expected
    assert search(given).skipped == ()


def test_the_current_folder_needs_no_prefix(here: Path) -> None:
    make("a.txt", "sub/b.txt")
    assert labels(".") == ["a.txt", "sub/b.txt"]


@pytest.mark.parametrize("given", [".", "./-"])
def test_a_file_called_dash_is_not_standard_input(here: Path, given: str) -> None:
    make("-")
    assert labels(given) == ["./-"]


def test_an_absolute_path_stays_as_given(here: Path) -> None:
    make("a.txt")
    assert labels(str(here / "a.txt")) == [(here / "a.txt").as_posix()]


def test_a_manifest_is_no_document_but_its_folder_counts(here: Path) -> None:
    make("news/sources.json", "news/a.txt")
    assert labels("news/sources.json", "news/a.txt") == ["news/a.txt"]
    assert [s.path for s in search(["news/sources.json"]).skipped] == ["news/sources.json"]
    assert search(["news/a.txt"]).folders == (Path("news"),)


def test_exported_decisions_are_no_document(here: Path) -> None:
    make("news/a.txt", "news/desk.decisions.jsonl", "news/decisions.jsonl")
    assert labels("news") == ["news/a.txt", "news/decisions.jsonl"]
    assert labels("news/desk.decisions.jsonl") == []
    assert [(s.path, s.reason) for s in search(["news/desk.decisions.jsonl"]).skipped] == [
        ("news/desk.decisions.jsonl", "decisions, not a document; factcheck decisions import takes them in")
    ]


def test_what_is_excluded_is_not_found(here: Path) -> None:
    make("news/a.txt", "news/draft.md")
    assert [file.label for file in search(["news"], excluding=["./news/draft.md", "-"]).files] == ["news/a.txt"]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("nowhere.txt", "no such file or folder; check the spelling"),
        ("a.txt/b.txt", "no such file or folder; check the spelling"),
        ("x" * 300, "no file can have so long a name; check the spelling"),
        ("round", "a link that leads back to itself; correct it or take it out"),
        ("empty", "no documents in this folder; put text or Markdown files into it"),
        ("bare", "no documents in this folder; put text or Markdown files into it"),
        ("pipe", "neither a file nor a folder; give a text file"),
    ],
)
def test_what_leads_nowhere_is_skipped_with_a_reason(here: Path, given: str, reason: str) -> None:
    make("a.txt", "bare/sources.json", "bare/.hidden.txt")
    Path("empty").mkdir()
    os.mkfifo("pipe")
    Path("round").symlink_to("round")
    found = search([given, "a.txt"])
    assert [(s.path, s.reason) for s in found.skipped] == [(given, reason)]
    assert [file.label for file in found.files] == ["a.txt"]


def test_a_missing_path_given_twice_is_said_once(here: Path) -> None:
    assert len(search(["nowhere.txt", "./nowhere.txt"]).skipped) == 1


def test_links_inside_a_folder_never_lead_out_of_it(here: Path) -> None:
    make("outside/secret.txt", "news/a.txt", "news/sub/b.txt")
    Path("news/out.txt").symlink_to("../outside/secret.txt")
    Path("news/out").symlink_to("../outside")
    Path("news/again.txt").symlink_to("a.txt")
    Path("news/round").symlink_to(".")
    Path("news/broken.txt").symlink_to("gone.txt")
    found = search(["news"])
    assert [file.label for file in found.files] == ["news/a.txt", "news/sub/b.txt"]
    assert [(s.path, s.reason.split(";")[0]) for s in found.skipped] == [
        ("news/broken.txt", "no such file or folder"),
        ("news/out", "a link that leads out of the folder"),
        ("news/out.txt", "a link that leads out of the folder"),
    ]


def test_a_link_that_is_named_itself_is_followed(here: Path) -> None:
    make("outside/a.txt")
    Path("link.txt").symlink_to("outside/a.txt")
    assert labels("link.txt") == ["link.txt"]


def test_a_folder_that_cannot_be_listed_is_skipped(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("news/a.txt", "news/locked/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = search(["news"])
    assert [(s.path, s.reason) for s in found.skipped] == [
        ("news/locked", "cannot be opened (Permission denied); check its permissions")
    ]
    assert [file.label for file in found.files] == ["news/a.txt"]


def test_a_name_that_is_no_text_gets_a_label_that_can_be_written(here: Path) -> None:
    Path("news").mkdir()
    Path(os.fsdecode(b"news/\xff.txt")).write_text("Two ships left.", encoding="utf-8")
    assert labels("news") == ["news/\ufffd.txt"]
