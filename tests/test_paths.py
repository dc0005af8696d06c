from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.paths import matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/in/a.md", True),
        ("*.md", "a.mdx", False),
        ("a?.md", "deep/a1.md", True),
        ("a?.md", "a12.md", False),
        ("old/*.md", "old/a.md", True),
        ("old/*.md", "old/deep/a.md", False),
        ("old/**", "old/deep/a.md", True),
        ("old/**", "older/a.md", False),
        ("old/", "old/deep/a.md", True),
        ("./old/", "old/a.md", True),
        ("old/**/a.md", "old/a.md", True),
        ("old/**/a.md", "old/x/y/a.md", True),
        ("**/a.md", "a.md", True),
        ("**/old/*", "x/old/a.md", True),
        ("old", "old/a.md", False),
        ("a.b", "axb", False),
        ("[a].md", "a.md", False),
        ("old/*.zip/*", "old/a.zip/b.txt", True),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


def test_a_path_from_the_root_is_seen_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert matches("old/*", str(tmp_path / "old" / "a.md"))
    assert not matches("old/*", str(tmp_path.parent / "old" / "a.md"))
    assert matches(str(tmp_path / "*"), str(tmp_path / "a.md"))
