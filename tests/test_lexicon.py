"""Word lists are YAML that an editor reads and extends; what breaks one is told in a line, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.lexicon import MAX_BYTES, lexicon, read_yaml, shipped_rules

SHIPPED = sorted((shipped_rules() / "lexicon").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_list_holds_words(path: Path) -> None:
    assert isinstance(lexicon(path.stem), list | dict)
    assert lexicon(path.stem)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_list_says_what_it_is_for(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_a_list_is_read_once() -> None:
    assert lexicon("speech") is lexicon("speech")


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("no: 12:30:45\n", {"no": "12:30:45"}),
        ("[yes, no, on, off]\n", ["yes", "no", "on", "off"]),
        ("a: &a [x]\nb: *a\n", {"a": ["x"], "b": ["x"]}),
        ("köpta: [fünf]\n", {"köpta": ["fünf"]}),
        ("", None),
    ],
    ids=["no clock times", "no truth", "an alias", "letters of any language", "nothing"],
)
def test_words_stay_words(content: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_bytes(content.encode("utf-8"))
    assert read_yaml(path) == value


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        (b"a: [b\n", ":1:1", "expected"),
        (b"a: 1\na: 2\n", ":2:1", "duplicate"),
        (b"a: !!python/name:os.system x\n", ":1:4", "constructor"),
        (b"a: caf\xe9\n", "", "UTF-8"),
        (b"\t- a\n", ":1:1", "cannot start"),
        (b"a: x" + b"x" * MAX_BYTES, "", "larger than"),
        (b"a: &a x\nb: [" + b"*a, " * 1001 + b"]\n", "", "aliases"),
    ],
    ids=[
        "an open bracket",
        "a key twice",
        "a tag that names code",
        "no UTF-8",
        "a tab",
        "too large",
        "too many aliases",
    ],
)
def test_a_broken_file_is_told_in_a_line_with_its_place(
    content: bytes, place: str, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "words.yaml"
    path.write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read_yaml(path)
    assert str(raised.value).startswith(f"{path}{place}: ")
    assert problem in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("folder", [False, True], ids=["missing", "a folder"])
def test_what_cannot_be_read_is_told(folder: bool, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    if folder:
        path.mkdir()
    with pytest.raises(UsageError, match="cannot be read"):
        read_yaml(path)


def test_a_list_that_is_not_shipped_is_told() -> None:
    with pytest.raises(UsageError, match=r"riddles\.yaml: cannot be read"):
        lexicon("riddles")
