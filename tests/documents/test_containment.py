"""Readers that hang, crash and swell, in the process that reads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from factcheck import pipes
from factcheck.documents import Containment, Limits, collect
from factcheck.documents.containment import ProcessError
from factcheck.documents.reading import Reading
from factcheck.errors import UnreadableError

MEMORY = 600_000_000
LIMITS = Limits(seconds=20, memory=MEMORY)
SHORT = Limits(seconds=0.3, memory=MEMORY)

TRIAL = """
    import ctypes, os, re, sys, time
    from factcheck.documents.reading import Reading
    from factcheck.model import Skipped

    SUFFIXES = (".trial",)
    kept = []

    def read(source):
        exec(source.data.decode(), globals())
        yield Reading("Two ships left.", ())
        yield Skipped("#2", "the second part is no text")
"""


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of .trial files, which runs the code that they hold; it is known to the process that reads alone."""
    (tmp_path / "trial.py").write_text(dedent(TRIAL), encoding="utf-8")
    known = f"import factcheck.documents.readers as known; known.__path__.append({str(tmp_path)!r}); "
    program = pipes._PROGRAM.replace("from {module}", known + "from {module}")
    monkeypatch.setattr(pipes, "_PROGRAM", program)


@pytest.fixture
def contained(trial: None) -> Iterator[Containment]:
    with Containment(LIMITS) as contained:
        yield contained


def fate(contained: Containment, code: str, name: str = "a.trial") -> str:
    """Why the file was not read; what was read of it where it was."""
    try:
        parts = contained.read(name, code.encode())
    except UnreadableError as error:
        return str(error)
    return " + ".join(part.text if isinstance(part, Reading) else part.reason for part in parts)


READ = "Two ships left. + the second part is no text"
BROKE = "broke the reader of .trial files; it is broken or needs more than max_memory: leave it out"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("pass", READ),
        ("print('a line of a library', file=sys.stdout, flush=True); os.write(1, b'and one of C')", READ),
        ("sys.stdin.read(); assert not os.read(0, 1)", READ),
        ("os._exit(0)", BROKE),
        ("os._exit(1)", BROKE),
        ("sys.exit()", BROKE),
        ("raise KeyboardInterrupt", BROKE),
        ("ctypes.string_at(0)", BROKE),
        ("os.kill(os.getpid(), 9)", BROKE),
        (
            "kept.append(bytearray(10**9))",
            f"took more than {MEMORY} bytes of memory to read; raise max_memory or leave it out",
        ),
        (
            "while True: kept.append(' ' * 1000)",
            f"took more than {MEMORY} bytes of memory to read; raise max_memory or leave it out",
        ),
        ("def f(): f()\nf()", "nested too deep to be read; make it flatter or leave it out"),
        (
            "{}['key']",
            "the reader of .trial files failed on it (KeyError); save it as plain text or leave it out",
        ),
        (
            "from factcheck.errors import UnreadableError; raise UnreadableError('locked; unlock it')",
            "locked; unlock it",
        ),
    ],
)
def test_what_a_reader_does_stops_with_its_file(contained: Containment, code: str, expected: str) -> None:
    assert fate(contained, code) == expected
    assert fate(contained, "Ships.", "b.txt") == "Ships."
    assert fate(contained, code) == expected


@pytest.mark.parametrize("code", ["time.sleep(60)", "while True: pass", "re.match('(a+)+$', 'a' * 60 + 'b')"])
def test_what_takes_too_long_is_stopped(trial: None, code: str) -> None:
    with Containment(SHORT) as contained:
        contained._ready()
        begun = time.monotonic()
        assert fate(contained, code) == "took longer than 0.3 seconds to read; raise max_seconds or leave it out"
        assert time.monotonic() - begun < 5
        assert fate(contained, "Ships.", "b.txt") == "Ships."


def test_one_process_reads_many_files(contained: Containment) -> None:
    assert [fate(contained, "kept.append(1); assert len(kept) < 3"), fate(contained, "kept.append(1)")] == [READ] * 2
    assert "AssertionError" in fate(contained, "kept.append(1); assert len(kept) < 3")


def test_what_earlier_files_left_behind_hits_no_limit(contained: Containment) -> None:
    assert fate(contained, "kept.append(bytearray(3 * 10**8))") == READ
    assert fate(contained, "kept.append(bytearray(3 * 10**8))") == READ


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(bytes=15, unpacked=15), READ),
        (
            Limits(bytes=14),
            "its text is larger than the limit of 14 bytes; raise max_bytes + the second part is no text",
        ),
        (Limits(unpacked=14), "holds over 14 characters; raise max_unpacked or leave it out"),
    ],
)
def test_the_text_of_a_file_has_limits_too(trial: None, limits: Limits, expected: str) -> None:
    with Containment(limits) as contained:
        assert fate(contained, "pass") == expected


def test_a_limit_of_memory_below_what_python_takes_is_one_of_each_file(trial: None) -> None:
    with Containment(Limits(memory=1)) as contained:
        for _ in range(2):
            assert fate(contained, "kept.append(bytearray(10**7))").startswith("took more than 1 bytes of memory")


def test_nothing_is_left_running(trial: None) -> None:
    with Containment(LIMITS) as contained:
        fate(contained, "pass")
        worker = contained._worker
        assert worker
    assert worker._process.returncode is not None


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What a shell starts in the background ignores the signal; here it counts all the same."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_passes_and_leaves_nothing_running(trial: None, interruptible: None) -> None:
    with pytest.raises(KeyboardInterrupt), Containment(LIMITS) as contained:  # noqa: PT012 - the context must end
        contained._ready()
        worker = contained._worker
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
        fate(contained, "time.sleep(60)")
    assert worker
    assert worker._process.returncode is not None


def test_a_process_whose_asker_is_gone_ends_by_itself() -> None:
    """Idle it ends at the end of its input; at work, by its alarm, which no reader can put off."""
    code = "import sys; from factcheck.documents.worker import _set_alarm; _set_alarm(0.1)\nwhile True: pass"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=20).returncode == -signal.SIGALRM
    idle = subprocess.run(
        [sys.executable, "-c", "from factcheck.documents.worker import main; main()"],
        input=b"",
        capture_output=True,
        timeout=20,
        check=True,
    )
    assert idle.stderr == b""


@pytest.mark.parametrize(
    ("executable", "program", "why"),
    [
        ("/nowhere/python", None, "No such file or directory"),
        ("", None, "this Python does not say where it is"),
        (None, "import nothing_of_this_name", "it ended before it read anything"),
        (None, "", "it ended before it read anything"),
    ],
)
def test_no_process_at_all_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str | None, program: str | None, why: str
) -> None:
    (tmp_path / "a.txt").write_text("Two ships left.", encoding="utf-8")
    if executable is not None:
        monkeypatch.setattr(sys, "executable", executable)
    if program is not None:
        monkeypatch.setattr(pipes, "_PROGRAM", program)
    with pytest.raises(ProcessError) as caught:
        collect([str(tmp_path)])
    assert str(caught.value) == (
        f"files cannot be read: the process that reads them does not start ({why}); "
        "check that this Python may start itself as another process"
    )


def test_an_unguarded_script_is_run_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two ships left.", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text("print('begun')\nimport factcheck\nprint(factcheck.read('a.txt').text)\n", encoding="utf-8")
    (tmp_path / "marshal.py").write_text("raise SystemExit('a module of the folder was run')", encoding="utf-8")
    done = subprocess.run([sys.executable, script.name], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["begun", "Two ships left.", ""]
    assert done.stderr == ""


def test_threads_read_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two ships left.", encoding="utf-8")
    read: list[int] = []
    threads = [
        threading.Thread(target=lambda: read.append(len(collect([str(tmp_path / "a.txt")])[0]))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [1] * 4


def test_plain_text_and_markdown_load_nothing_heavy(trial: None, contained: Containment) -> None:
    heavy = ("spacy", "pint", "numpy", "pydantic", "lxml", "trafilatura", "ruamel", "rich", "jinja2")
    assert fate(contained, "Ships.\n\nShips.", "a.txt")
    assert fate(contained, "# Ships\n\nShips.", "a.md")
    code = f"found = sorted(set({heavy!r}) & set(sys.modules)); assert not found, found"
    assert fate(contained, code) == READ
