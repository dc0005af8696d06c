"""`factcheck review --terminal` as it is met: at a pseudo-terminal, from a script, on screens of any size."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len

from factcheck.cli import run, terminal_review
from factcheck.cli.terminal_review.keyboard import Keyboard, Pasted
from factcheck.cli.terminal_review.screen import Screen
from factcheck.cli.terminal_review.telling import changed
from factcheck.errors import UsageError
from factcheck.reporting.page import Page
from factcheck.review import Desk, Loop, Store, standing
from tests.reporting.samples import FULL
from tests.review.dossier import DRAFT, GAZETTE, POST, Dossier
from tests.review.sitting import REPORTS, TEMPLATES, Sitting, desk, sitting

STYLE = re.compile(r"\x1b\[[\d;]*m")


def stands(folder: Path) -> list[tuple[str, str]]:
    return [(str(e.verdict), e.reason) for e in standing(Store(folder / "decisions.sqlite").entries()).values()]


# At a terminal


def test_a_review_by_keys(tmp_path: Path) -> None:
    with sitting("full", tmp_path) as seat:
        first = seat.until("q quit")
        assert first[0] == "0 of 3 decided · open: 1 of 3 · R. Editor"
        assert first[2:5] == [
            "error  sources/ledger.txt:2:26  [discrepancy.date]",
            "day on which the lighthouse opened",
            "Sources date this differently.",
        ]
        assert "    Island Ledger, 2021-05-06 · sources/ledger.txt:2:26" in first
        assert "      The lighthouse opened on 4 May 2021 after a decade of planning." in first
        assert "why: a time zone or a late edition could explain one day" in first
        assert seat.modes == {"1049", "2004"}
        seat.type("jd")
        asked = seat.until("dismissed, because:")
        assert "1 rounded on purpose" in asked
        seat.type("as counted\r")
        told = seat.until("1 of 3 decided · open: 2 of 2")
        assert "dismissed draft.md:1:6 [discrepancy.count]: as counted" in told
        seat.type("u")
        assert "Some 130,000 people saw the festival." in "\n".join(seat.until("0 of 3 decided"))
        seat.type("c\r\x1b[Ac\r\x1b[Bq")
        assert seat.end() == 0
        assert (seat.attributes(), seat.modes) == (seat.before, {"25", "7"})
    assert stands(tmp_path) == [("confirmed", ""), ("confirmed", "")]


@pytest.mark.parametrize(
    ("keys", "sent", "status"),
    [
        ("q", 0, 0),
        ("\x04", 0, 0),
        ("\x03", 0, 130),
        ("dhalf a rea\x03", 0, 130),
        ("", signal.SIGTERM, 143),
        ("dhalf a rea", signal.SIGTERM, 143),
        ("r", 0, 1),  # an error that nobody expects
    ],
)
def test_however_it_ends_the_terminal_is_as_it_was(keys: str, sent: int, status: int, tmp_path: Path) -> None:
    with sitting("full", tmp_path) as seat:
        seat.until("q quit")
        assert seat.attributes() != seat.before
        seat.type("c\r")
        seat.until("1 of 3 decided")
        seat.type(keys)
        if sent:
            seat.until(keys[1:] or "1 of 3 decided")
            os.kill(seat.process.pid, sent)
        assert seat.end() == status
        assert (seat.attributes(), seat.modes) == (seat.before, {"25", "7"})
    assert stands(tmp_path) == [("confirmed", "")]


def test_ctrl_z_gives_the_terminal_back_until_it_goes_on(tmp_path: Path) -> None:
    program = f"{sys.executable} -m tests.review.sitting full {tmp_path}"
    with Sitting(
        ["script", "-qec", f"bash -c 'set -m; {program}; echo away; sleep 1; fg; echo ended $?'", "/dev/null"]
    ) as seat:
        seat.until("q quit")
        seat.type("j")
        seat.until("open: 2 of 3")
        seat.type("\x1a")
        seat.until("away", output=True)
        assert seat.modes == {"25", "7"}
        seat.wait(lambda: seat.modes == {"1049", "2004"}, "its screen again")
        seat.type("c\rq")
        seat.until("ended 0", output=True)
        assert seat.modes == {"25", "7"}
    assert stands(tmp_path) == [("confirmed", "")]


def test_what_another_decides_is_shown_without_a_key(tmp_path: Path) -> None:
    with sitting("full", tmp_path) as seat:
        seat.until("q quit")
        other = desk("full", tmp_path)
        other.decide("n1", "confirmed", "asked the port", "Ina Bell")
        shown = seat.until("1 of 3 decided")
        assert "decided: confirmed by Ina Bell: asked the port" in shown
        assert "Ina Bell: confirmed sources/ledger.txt:2:26 [discrepancy.date]: asked the port" in shown
        other.undo("Ina Bell")
        assert "decided: confirmed by Ina Bell: asked the port" not in seat.until("0 of 3 decided")


def test_another_size_is_another_screen(tmp_path: Path) -> None:
    with sitting("full", tmp_path) as seat:
        seat.until("q quit")
        seat.resize(40, 12)
        small = seat.until("c d x s f decide")
        assert max(map(cell_len, small)) <= 40
        assert len(small) == 12
        seat.resize(100, 40)
        assert len(seat.until("c confirm")) == 40


def test_a_terminal_of_40_columns_does_all_that_a_wide_one_does(tmp_path: Path) -> None:
    with sitting("full", tmp_path, (40, 20)) as seat:
        seat.until("c d x s f decide")
        for keys, words in (
            (" ", "2 of 2: Space"),
            ("?", "to the next finding"),
            ("q/", "Enter keeps"),
            ("festival\r", "open: 1 of 1 with"),
            ("d", "1 rounded on purpose"),
            ("2", "because: another period"),
            ("\r", "1 of 3 decided"),
            ("h", "R. Editor: dismissed"),
            ("u", "0 of 3 decided"),
            ("q\x1b", "open: 2 of 3"),
            ("a", "none"),
        ):
            seat.type(keys)
            lines = seat.until(words)
            assert max(map(cell_len, lines)) <= 40
            assert len(lines) <= 20


@pytest.mark.parametrize("keys", ["", "dtyped", "d3", "/\x15x", "c3\r", "c3\rh", "c3\ra", "?"])
def test_nothing_of_a_document_or_a_reason_acts_on_the_screen(keys: str, tmp_path: Path) -> None:
    with sitting("hostile", tmp_path) as seat:
        seat.until("q quit")
        assert "␛[31mred" in seat.output
        seat.type(f"{keys}\x04")
        seat.type("\x1b\x1bq")
        seat.end()
        assert seat.strange <= {"\r"}
        assert "\u202e" not in seat.output
        assert seat.modes == {"25", "7"}


def test_what_is_pasted_is_no_key(tmp_path: Path) -> None:
    with sitting("full", tmp_path) as seat:
        seat.until("q quit")
        seat.type("\x1b[200~c\rc\rq\x1b[201~")
        seat.until("what was pasted is no key")
        seat.type("d\x1b[200~two\rlines\x1b[201~\r")
        seat.until("1 of 3 decided")
    assert stands(tmp_path) == [("dismissed", "two lines")]


def test_no_color(tmp_path: Path) -> None:
    with sitting("full", tmp_path, NO_COLOR="1") as seat:
        seat.until("q quit")
        seat.type("d")
        lines = seat.until("dismissed, because: _")
        assert "      The lighthouse opened on [4 May 2021] after a decade of planning." in lines
        seat.type("\x03")
        seat.end()
        assert not STYLE.search(seat.output.removesuffix("\r\n").replace("\x1b[0m\x1b[?2004l", ""))


def test_a_terminal_that_obeys_nothing_is_sent_nothing_to_obey(tmp_path: Path) -> None:
    with sitting("full", tmp_path, TERM="dumb") as seat:
        seat.until("q quit", output=True)
        seat.type("dseen\r")
        seat.until("1 of 3 decided", output=True)
        seat.type("q")
        assert seat.end() == 0
        assert "\x1b" not in seat.output
        assert seat.attributes() == seat.before
    assert stands(tmp_path) == [("dismissed", "seen")]


# From a script


@dataclass(frozen=True)
class Done:
    status: int
    shown: list[str]
    said: list[str]


class Script:
    """`factcheck review --terminal` on a dossier, with keys on standard input."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, printed: pytest.CaptureFixture[str]) -> None:
        self.dossier = Dossier(folder)
        self.dossier.write(gazette=GAZETTE, post=POST, draft=DRAFT)
        self._patch, self._printed = patch, printed

    def run(self, keys: bytes, *options: str, editor: str = "Ina Bell") -> Done:
        script = self.dossier.folder / "keys"
        script.write_bytes(keys)
        with script.open(encoding="utf-8") as stream:
            self._patch.setattr(sys, "stdin", stream)
            status = run(["review", str(self.dossier.folder), "--terminal", "--editor", editor, *options])
        printed = self._printed.readouterr()
        return Done(status, printed.out.splitlines(), printed.err.splitlines())

    def decided(self) -> list[tuple[str, str]]:
        """Verdicts and editors, as a check takes them in."""
        return [(decision.verdict, decision.editor) for decision in self.dossier.check().decisions]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Script:
    return Script(tmp_path, monkeypatch, capsys)


def test_a_script_decides_and_is_told_line_by_line(script: Script) -> None:
    done = script.run(b"z\xffd1\nucas told\r\nj\x1b[Brq")
    place = f"{script.dossier.folder}/draft.md"
    assert re.fullmatch(rf"dismissed {place}:\d+:\d+ \[.*\]: the figures speak of different things", done.shown[0])
    assert done.shown[1].startswith(f"took back dismissed {place}")
    assert done.shown[2].endswith("]: as told")
    assert done.shown[3:] == [
        "checked again: 0 new, 0 gone, 0 lapsed",
        "New: 0 findings",
        "Gone: 0 findings",
        "Lapsed: 0 decisions",
    ]
    assert done.said[:2] == [
        "factcheck: z is no key here; ? lists them",
        "factcheck: \ufffd is no key here; ? lists them",
    ]
    assert done.said[-1] == f"factcheck: 1 of 1 decided; the decisions are in {script.dossier.database}"
    assert done.status == 0
    assert script.decided() == [("confirmed", "Ina Bell")]


def test_a_script_that_breaks_off_within_a_reason_is_wrong(script: Script) -> None:
    done = script.run(b"c\nadbecau", "--quiet")
    assert (done.status, done.said) == (
        2,
        ["factcheck: the keys end within a reason; the finding that it is for was not decided, the others were"],
    )
    assert script.decided() == [("confirmed", "Ina Bell")]


@pytest.mark.parametrize("keys", [b"", b"\x1b", b"q", b"qc\n", b"/x", b"?", b"\x04c\n"])
def test_a_script_that_decides_nothing(keys: bytes, script: Script) -> None:
    done = script.run(keys, "--quiet")
    assert (done.status, done.shown, done.said) == (0, [], [])
    assert script.decided() == []


@pytest.mark.parametrize(
    ("editor", "status", "decided"), [(" ", 2, []), (" Ina \t Bell ", 0, [("confirmed", "Ina Bell")])]
)
def test_who_decides(editor: str, status: int, decided: list[tuple[str, str]], script: Script) -> None:
    assert script.run(b"c\n", editor=editor).status == status
    assert script.decided() == decided


def test_keys_that_cannot_be_read_are_an_error(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UsageError, match="standard input is closed"):
        terminal_review.run(Loop(script.dossier.desk(), "Ina Bell"))


def test_keys_at_a_terminal_want_a_screen(tmp_path: Path) -> None:
    with sitting("full", tmp_path) as seat:
        done = subprocess.run(
            [sys.executable, "-m", "tests.review.sitting", "full", str(tmp_path)],
            stdin=seat._slave,
            capture_output=True,
            check=False,
        )
    assert "standard output is no terminal" in done.stderr.decode().splitlines()[-1]


# Screens


WALKS = ("", "d", "d1", "dsome reason", "/", "/zzz\n", "?", "c\nh", "c\nc\nc\na", "r", "jj")


SIZES = ((40, 6), (40, 24), (57, 12), (80, 24), (120, 50), (300, 3), (80, 1))


@pytest.mark.parametrize("keys", WALKS)
@pytest.mark.parametrize("report", REPORTS)
def test_a_screen_is_never_larger_than_the_terminal(report: str, keys: str, tmp_path: Path) -> None:
    loop = Loop(Desk(Store(tmp_path / "decisions.sqlite"), lambda: REPORTS[report]), "R. Editor", TEMPLATES)
    for key in keys:
        loop.press(key)
    for (width, height), color in product(SIZES, (True, False)):
        drawing = Screen(loop).draw(Page(width, color), height)
        lines = [STYLE.sub("", line) for line in drawing.lines]
        assert len(lines) == height
        assert max(map(cell_len, lines)) <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", "".join(lines))
        assert drawing.pages >= 1


def test_every_line_of_a_long_finding_is_on_one_of_its_pages(tmp_path: Path) -> None:
    loop = Loop(desk("full", tmp_path), "R. Editor")
    whole = Screen(loop).draw(Page(60), 29)
    shown: list[str] = []
    pages = Screen(loop).draw(Page(60), 12).pages
    for page in range(pages + 2):  # pages behind the last are the last
        loop.page = page
        shown += Screen(loop).draw(Page(60), 12).lines
    assert (whole.pages, pages > 2) == (1, True)
    assert set(whole.lines) <= {*shown, "-" * 60}


def test_the_neighbours_are_listed_where_there_is_room(tmp_path: Path) -> None:
    loop = Loop(desk("many", tmp_path), "R. Editor")
    for _ in range(30):
        loop.press("j")
    tall = Screen(loop).draw(Page(80), 40).lines
    assert [line[:35].rstrip() for line in tall if "ships at pier" in line] == [
        "  warning ships at pier 28  sources",
        "  warning ships at pier 29  sources",
        "> warning ships at pier 30  sources",
        "  warning ships at pier 31  sources",
        "  warning ships at pier 32  sources",
        "ships at pier 30",
    ]
    assert [line for line in Screen(loop).draw(Page(80), 24).lines if "pier 31" in line] == []


@pytest.mark.parametrize(
    ("report", "keys", "words"),
    [
        ("clean", "", "The check found nothing."),
        ("full", "a", "Nothing is decided yet; a shows what is open."),
        ("full", "c\nc\nc\n", "Everything is decided. r runs the check again, a shows what was decided, q quits."),
        ("full", "/zzz", "Nothing passes the filter “zzz”; Escape clears it, a shows what else there is."),
        ("full", "h", "Nothing was decided yet."),
    ],
)
def test_where_nothing_is_shown_it_says_why(report: str, keys: str, words: str, tmp_path: Path) -> None:
    loop = Loop(desk(report, tmp_path), "R. Editor")
    for key in keys:
        loop.press(key)
    assert words in Screen(loop).draw(Page(120), 24).lines


def test_what_a_new_check_changes(tmp_path: Path) -> None:
    before, after = replace(FULL, findings=FULL.findings[:2], skipped=()), replace(FULL, findings=FULL.findings[1:])
    found = [after, before]
    loop = Loop(Desk(Store(tmp_path / "decisions.sqlite"), found.pop), "R. Editor")
    loop.press("r")
    assert list(changed(loop)) == [
        "New: 1 finding",
        "  info sources/harbour-times.txt:5:15 [arithmetic.parts]: 25 of 40 stalls sold food, which leaves 15.",
        "Gone: 1 finding",
        "  error [discrepancy.date]: Sources date this differently.",
        "Lapsed: 0 decisions",
        "Skipped: 1 document not checked",
        "  sources/photo.jpg: no reader for .jpg files; give text, Markdown, HTML, PDF or DOCX",
    ]
    assert set(changed(loop)) <= set(Screen(loop).draw(Page(120), 24).lines)


def test_what_a_new_check_finds_although_it_was_fixed(tmp_path: Path) -> None:
    loop = Loop(Desk(Store(tmp_path / "decisions.sqlite"), lambda: FULL), "R. Editor")
    for key in "jf\nr":
        loop.press(key)
    told = list(changed(loop))
    place = told.index("Said to be fixed and still found: 1 finding")
    assert told[place + 1] == "  draft.md:1:6 [discrepancy.count]"


# Keys out of bytes


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ([b"jk"], ["j", "k"]),
        ([b"\r\n"], ["\n", "\n"]),
        ([b"\x1b[A\x1bOB\x1b[5~\x1b[6~"], ["up", "down", "page up", "page down"]),
        ([b"\x1b[", b"A"], ["up"]),
        ([b"\x1b"], ["\x1b"]),
        ([b"\x1b", b"[B"], ["down"]),
        ([b"\x1bj"], ["\x1b", "j"]),
        ([b"\x1b\x1b[A"], ["\x1b", "up"]),
        ([b"\x1b[D\x1b[3~\x1b[1;5C\x1b[I\x1bOPx"], ["x"]),
        ([b"\xc3", b"\xa9"], ["é"]),
        ([b"\xff"], ["\ufffd"]),
        ([b"\x1b[200~a\rb\x1b[A\x1b[201~j"], [Pasted("a\rb\x1b[A"), "j"]),
        ([b"\x1b[200~a", b"b", b"\x1b[20", b"1~"], [Pasted("ab")]),
        ([b"\x1b[200~never ends"], []),
        ([b""], []),
    ],
)
def test_keys_out_of_bytes(sent: list[bytes], keys: list[str | Pasted]) -> None:
    keyboard = Keyboard()
    found = [key for piece in sent for key in keyboard.keys(piece)]
    assert [*found, *keyboard.rest()] == keys
