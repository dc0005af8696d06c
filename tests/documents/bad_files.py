"""Files that are broken, mislabelled or traps, each with what the report must say of it.

`python -m tests.documents.bad_files FOLDER` writes them all. A name ends in the suffix that decides on the reader; the
expected words are those of that reader. "read" stands for a file that is a document all the same. The files of formats
that are more than text stand in `bad_packed`, `bad_pages` and `bad_data`.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READ = "read"
NOTHING = "nothing"
"""It is passed over: the files that it leads to are read where they stand."""
STORY = "Two ships left the harbour on Monday with 310 people on board, the port said.\n"
MEGABYTE = 1_000_000

Content = bytes | Callable[[Path], None]


@dataclass(frozen=True)
class BadFile:
    """A file and its fate: the pattern with which its reason begins, READ or NOTHING; or several, all of them told.

    `content`: its bytes, or what puts it at its path.
    """

    name: str
    fate: str | tuple[str, ...]
    content: Content

    @property
    def fates(self) -> tuple[str, ...]:
        """All that is told of it and its parts, in any order; what is told of many parts alike counts once."""
        return (self.fate,) if isinstance(self.fate, str) else self.fate

    def write(self, folder: Path) -> None:
        path = folder / self.name
        if isinstance(self.content, bytes):
            path.write_bytes(self.content)
        else:
            self.content(path)


def text(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def late(make: Callable[..., bytes], *arguments: Any, **options: Any) -> Callable[[Path], None]:  # noqa: ANN401
    """The bytes are made when the file is written."""
    return lambda path: _write(path, make(*arguments, **options))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inner.txt").write_text(STORY, encoding="utf-8")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path is short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


def _undecodable(path: Path) -> None:
    with suppress(OSError):  # some systems take no such name
        (path.parent / os.fsdecode(b"\xff\xfe.txt")).write_text(STORY, encoding="utf-8")


PLACES = (
    BadFile("pipe.txt", "neither a file nor a folder", os.mkfifo),
    BadFile("socket.txt", "neither a file nor a folder", _socket),
    BadFile("device.txt", "neither a file nor a folder", linked("/dev/zero")),
    BadFile("round.txt", "a link that leads back to itself", linked("round.txt")),
    BadFile("round", NOTHING, linked(".")),
    BadFile("upwards", "a link that leads out of the folder", linked("..")),
    BadFile("outside.txt", "a link that leads out of the folder", linked("/etc/hostname")),
    BadFile("process.txt", "a link that leads out of the folder", linked("/proc/self/environ")),
    BadFile("gone.txt", "no such file or folder", linked("nowhere.txt")),
    BadFile("folder.txt", READ, _folder),
    BadFile("\ufffd\ufffd.txt", READ, _undecodable),
    BadFile("line\nbreak.txt", READ, text(STORY)),
    BadFile("\x1b[31mred\x07.txt", READ, text(STORY)),
    BadFile("\u202etxt.fdp.txt", READ, text(STORY)),
    BadFile("[bold]name[red].txt", READ, text(STORY)),
    BadFile("'$(touch run)`.txt", READ, text(STORY)),
    BadFile("n" * 250 + ".txt", READ, text(STORY)),
    BadFile("no suffix", "no reader for files without a suffix", text(STORY)),
    BadFile("picture.svg", "no reader for .svg files", b'<!DOCTYPE s [<!ENTITY a "aa">]><svg><text>&a;</text></svg>'),
    BadFile("film.mp4", "no reader for .mp4 files", b"\0" * MEGABYTE),
)

TEXTS = (
    BadFile("empty.txt", "empty; there is nothing to check", b""),
    BadFile("blank.txt", "empty; there is nothing to check", b" \r\n\t\n" * 1000),
    BadFile("mark.txt", "empty; there is nothing to check", b"\xef\xbb\xbf"),
    BadFile("mark-16.txt", "empty; there is nothing to check", b"\xff\xfe"),
    BadFile("mark-32.txt", "empty; there is nothing to check", b"\xff\xfe\0\0"),
    BadFile("dots.txt", "no text was found", b"...\n---\n" * 1000),
    BadFile("controls.txt", "no text was found", b"\x01\x02\x03" * 1000),
    BadFile(
        "picture.txt",
        r"not a text file \(it holds NUL bytes\)",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20,
    ),
    BadFile("noise.txt", "not text in any known encoding", bytes((n * n * 7 + n) % 255 + 1 for n in range(9000))),
    BadFile("nul.txt", r"not a text file \(it holds NUL bytes\)", text(STORY) + b"\0"),
    BadFile("bare-16.txt", "UTF-16 text without its mark", STORY.encode("utf-16-le")),
    BadFile("odd-16.txt", "broken UTF-16", b"\xff\xfe" + STORY.encode("utf-16-le") + b"\x41"),
    BadFile("lone-16.txt", "broken UTF-16", b"\xff\xfe" + STORY.encode("utf-16-le") + b"\x00\xd8a\x00"),
    BadFile("wide-32.txt", "broken UTF-32", b"\xff\xfe\0\0" + b"\xff" * 8),
    BadFile("lone-8.txt", READ, text(f"{STORY} \ud800 and 20 men stayed.\n")),
    BadFile(
        "mixed.txt",
        ("its encoding is not told and was taken for", READ),
        text(f"“{STORY}” ") + "The café took £5m.\n".encode("cp1252"),
    ),
    BadFile("cut.txt", READ, text(f"{STORY}Caf\u00e9")[:-1]),
    BadFile("right-to-left.txt", READ, text("\u202e31\u202c0 people and \u2067 1,000\u2069 men left.\n" * 9)),
    BadFile(
        "other-digits.txt",
        READ,
        text("\u0661\u0662\u0663 men, \uff11\uff12 boats, \U0001d7d9\U0001d7da ships, \u4e09 cats.\n" * 9),
    ),
    BadFile("hidden-signs.txt", READ, text("1\u200b0\u200d0\ufeff people, 5\u0301\u0302 more.\n" * 9)),
    BadFile(
        "exponents.txt", READ, text("It took 1e9999999 years, 10^9999999 m and 1E+99999999999 kg of 5⁹⁹⁹⁹⁹⁹.\n" * 20)
    ),
    BadFile("digits.txt", READ, b"The code is " + b"7" * 2 * MEGABYTE + b" today.\n"),
    BadFile("marks.txt", READ, b"1," * 500 + b"1." * 500 + b"1-" * 500 + b"$" * 5_000 + b"-" * 5_000),
    BadFile("spaces.txt", READ, b" " * MEGABYTE + b"5 men" + b"\t" * MEGABYTE + b"\n" * MEGABYTE + b"left."),
    BadFile("returns.txt", READ, b"Two ships left.\r\r\r" * 500),
    BadFile("combining.txt", READ, text("Ships " + "a" + "\u0301" * 100_000 + " left with 5 men.")),
    BadFile("large.txt", "larger than the limit", b"ships " * 900_000),
    BadFile("sparse.txt", "larger than the limit", lambda path: _sparse(path, 10**10)),
)

LONG = (BadFile("line.txt", READ, (b"ships" * 20 + b" ") * 100_000 + b"310 men left."),)
"""Ten megabytes on one line, and the settings that let them pass."""

FRONT = (
    BadFile(
        "aliases.md",
        ("front matter: title is not one value", READ),
        text(
            "---\ntitle: &a [x, x, x]\n" + "".join(f"k{n}: &b{n} [*a, *a, *a]\n" for n in range(30)) + f"---\n{STORY}"
        ),
    ),
    BadFile(
        "aliases-deep.md",
        ("front matter is not simple YAML", READ),
        text(
            "---\n"
            + "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9) if n else 'x'}]\n" for n in range(250))
            + f"---\n{STORY}"
        ),
    ),
    BadFile(
        "brackets.md", ("front matter is not simple YAML", READ), text(f"---\ntitle: {'[' * 10_000}\n---\n{STORY}")
    ),
    BadFile(
        "long.md",
        ("front matter of more than 20000 characters", READ),
        text(f"---\n{'key: value' * 5_000}\n---\n{STORY}"),
    ),
    BadFile(
        "tag.md",
        ("front matter: title is not one value", READ),
        text(f"---\ntitle: !!python/object/apply:os.system ['touch run']\n---\n{STORY}"),
    ),
    BadFile(
        "twice.md", ("front matter: outlet stands 2 times", READ), text(f"---\noutlet: A\noutlet: B\n---\n{STORY}")
    ),
    BadFile("no-yaml.md", ("front matter is not YAML", READ), text(f"---\ntitle: '\n---\n{STORY}")),
    BadFile("no-list.md", ("front matter is not a list", READ), text(f"---\n- a\n- b\n---\n{STORY}")),
    BadFile("no-end.md", ("front matter has no end", READ), text(f"---\ntitle: A\n{STORY}")),
    BadFile(
        "no-date.md",
        ("front matter: '2022-99-99' is no full date", READ),
        text(f"---\npublished: 2022-99-99\n---\n{STORY}"),
    ),
    BadFile("only-front.md", "no text was found", text("---\ntitle: A\noutlet: B\n---\n")),
    BadFile("only-code.md", "no text was found", text("```\n5 men\n")),
    BadFile("quotes.md", READ, text(">" * 50_000 + " 5 men left.\n")),
    BadFile("nested.md", READ, text("[" * 20_000 + "5 men left" + "](a)" * 20_000)),
    BadFile("list.md", READ, text("".join(" " * (n % 2_000) + f"- {n} men\n" for n in range(300)))),
    BadFile("table.md", READ, text("|5 " * 1_000 + "|\n" + "|-" * 20_000 + "|\n")),
    BadFile("stars.md", READ, text("*_" * 50_000 + " 5 men\n" + "`" * 50_000)),
    BadFile("comment.md", READ, text(f"{STORY}\n<!--" + "- " * 50_000)),
    BadFile("picture.md", r"not a text file \(it holds NUL bytes\)", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
)


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


def groups() -> dict[str, tuple[BadFile, ...]]:
    """All the files, in groups of which each is checked in one run."""
    from tests.documents.bad_data import BOOKS, DATA, LETTERS, MAIL, SHEETS, TOLD, WEB
    from tests.documents.bad_packed import PACKED, WORD
    from tests.documents.bad_pages import PAGES, PDFS

    return {
        "texts": PLACES + TEXTS,
        "markdown": FRONT,
        "pages": PAGES + PDFS,
        "sheets": SHEETS + BOOKS,
        "data": DATA + TOLD,
        "letters": MAIL + LETTERS,
        "archives": WEB + PACKED,
        "packed": WORD,
    }


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for group, files in {**groups(), "long": LONG}.items():
        (target / group).mkdir(parents=True)
        for file in files:
            file.write(target / group)
