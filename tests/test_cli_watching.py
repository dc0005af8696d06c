"""`factcheck watch`: what counts as a change, when it is looked for, and what is checked and said after it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.cli import looking, run, watching
from factcheck.cli.asked import Asked
from factcheck.config import Settings
from factcheck.documents import Content
from factcheck.work import gathering, tasks
from tests.test_cli_gates import CLEAN, DRAFT, SOURCE

Edit = Callable[[], object]
BEFORE, PART, WHOLE = ({"a.md": (size, 0, 0)} for size in (1, 2, 3))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source and a draft that contradicts it, in the folder of the run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    put("sources/wire.txt", SOURCE)
    put("draft.md", DRAFT)
    return tmp_path


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def putting(name: str, text: str) -> Edit:
    return lambda: put(name, text)


def replacing(name: str, text: str) -> Edit:
    """As many editors save: into another file, which is then put in its place."""

    def edit() -> None:
        put(f"{name}~", text)
        Path(f"{name}~").replace(name)

    return edit


def removing(name: str) -> Edit:
    return lambda: Path(name).unlink()


def into_folder() -> None:
    Path("draft.md").unlink()
    Path("draft.md").mkdir()


def edited(monkeypatch: pytest.MonkeyPatch, *edits: Edit) -> None:
    """Have each edit made while the watch waits, and end it after the last; no time passes."""
    left = list(edits)

    def pauses() -> Iterator[None]:
        yield from (None, None)  # a look at what has not changed
        if left:
            left.pop(0)()
            yield from (None, None, None)

    monkeypatch.setattr(watching, "pauses", pauses)


def test_what_is_seen(folder: Path) -> None:
    put("sources/deep/b.txt", "12")
    put("sources/.hidden/c.txt", "1")
    put("sources/.d.txt", "1")
    put("sources/report.html", "1")
    Path("sources/deep/up").symlink_to("..")
    found = looking.seen(["sources", "gone.md", "draft.md"], ["./sources/report.html", "draft.md"])
    assert sorted(found) == ["draft.md", "gone.md", "sources/deep/b.txt", "sources/deep/up", "sources/wire.txt"]
    assert (found["gone.md"], found["sources/deep/b.txt"][0]) == ((-1, -1, -1), 2)
    assert found == looking.seen(["sources", "gone.md", "draft.md"], ["sources/report.html"])


@pytest.mark.parametrize(
    "edit",
    [
        putting("draft.md", f"{DRAFT} "),
        putting("draft.md", DRAFT.replace("41", "42")),
        replacing("draft.md", DRAFT.replace("41", "42")),
        removing("draft.md"),
        lambda: Path("draft.md").chmod(0o600),
    ],
    ids=["longer", "as long", "replaced", "gone", "permissions"],
)
def test_every_edit_is_seen(folder: Path, edit: Edit) -> None:
    os.utime("draft.md", ns=(0, 0))
    before = looking.seen(["draft.md"])
    edit()
    assert looking.seen(["draft.md"]) != before


@pytest.mark.parametrize(
    ("looks", "found"),
    [
        ([], None),
        ([BEFORE, BEFORE], None),
        ([BEFORE, WHOLE], None),
        ([BEFORE, WHOLE, WHOLE], WHOLE),
        ([PART, WHOLE, WHOLE, BEFORE], WHOLE),
        ([PART, {}, WHOLE, WHOLE], WHOLE),
        ([PART, BEFORE, PART, BEFORE, BEFORE], None),
        ([PART, WHOLE] * 5, None),
        ([PART, WHOLE] * 6, PART),
    ],
)
def test_a_change_counts_once_it_stands_still(looks: list[looking.Seen], found: looking.Seen | None) -> None:
    rest = iter(looks)
    assert looking.changed(BEFORE, lambda: next(rest), [None] * len(looks)) == found


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abc", "abc", ""),
        ("abc", "aBc", "changed: b"),
        ("abc", "abcd", "new: d"),
        ("abc", "ab", "gone: c"),
        ("abc", "Ac d", "changed: a; new: d; gone: b"),
        ("abcde", "ABCDE", "changed: a, b, c and 2 more"),
    ],
)
def test_a_change_is_told_in_a_line(before: str, after: str, told: str) -> None:
    gone = dict.fromkeys("abcde", (-1, -1, -1))
    was, now = (gone | {s.lower(): (ord(s), 0, 0) for s in state.replace(" ", "")} for state in (before, after))
    assert looking.change(was, now) == told


def test_looks_that_take_long_are_rarer() -> None:
    slept: list[float] = []
    times = iter([0, 0.01, 1, 1.1, 2, 4, 5])
    due = looking.pauses(slept.append, lambda: next(times))
    for _ in range(4):
        next(due)
    assert slept == pytest.approx([0.3, 0.3, 0.9, 18])


def test_each_change_is_told_and_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(
        monkeypatch,
        putting("draft.md", CLEAN),
        replacing("sources/wire.txt", SOURCE.replace("38", "37")),
        removing("sources/wire.txt"),
        putting("sources/other.txt", SOURCE),
    )
    assert run(["watch", "sources", "--draft", "draft.md"]) == 0
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if line.startswith("Draft:")] == [
        "Draft: 2 figures (1 contradicted, 1 unsupported)",
        "Draft: 1 figure (1 supported)",
        "Draft: 1 figure (1 contradicted)",
        "Draft: 1 figure (1 supported)",
    ]
    assert "skipped sources: no documents in this folder" in printed.err
    assert [line for line in printed.err.splitlines() if "wire" in line or "draft" in line or "other" in line] == [
        "factcheck: changed: draft.md",
        "factcheck: changed: sources/wire.txt",
        "factcheck: gone: sources/wire.txt",
        "factcheck: new: sources/other.txt",
    ]


def test_a_check_again_reads_only_what_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[str]] = []
    gathered = gathering.gathered

    def counted(contents: list[Content], *rest: object) -> object:
        read.append([content.label for content in contents])
        return gathered(contents, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(tasks, "gathered", counted)
    put("sources/other.txt", "The harbour is 300 metres long.\n")
    manifest = '{"documents": [{"document": "wire.txt", "outlet": "Wire"}]}'
    edited(
        monkeypatch,
        putting("draft.md", CLEAN),
        putting("draft.md", DRAFT),
        putting("sources/sources.json", manifest),
        putting("factcheck.toml", 'ignore = ["draft/unsupported"]'),
    )
    assert run(["watch", "sources", "--draft", "draft.md", "--quiet"]) == 0
    assert read == [["sources/other.txt", "sources/wire.txt", "draft.md"], ["draft.md"], ["sources/wire.txt"]]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("factcheck.toml", 'ignore = ["draft/contradicted"]', "new: factcheck.toml"),
        ("pyproject.toml", '[tool.factcheck]\nignore = ["draft/contradicted"]', "new: pyproject.toml"),
        ("ours/ours.yaml", "id: draft/contradicted\nkind: contradicted\nenabled: false\n", "new: ours/ours.yaml"),
    ],
)
def test_what_shapes_a_check_is_watched(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, text: str, told: str
) -> None:
    put("ours/old.yaml", Path(__file__).parents[1].joinpath("rules/calendar/weekday.yaml").read_text("utf-8"))
    if name.startswith("ours"):
        shipped = Path(__file__).parents[1].joinpath("rules/draft/contradicted.yaml").read_text("utf-8")
        text = f"{shipped}\nenabled: false\n"
    edited(monkeypatch, putting(name, text))
    assert run(["watch", "sources", "--draft", "draft.md", "--rules", "ours"]) == 0
    printed = capsys.readouterr()
    assert (printed.out.count("Draft: "), printed.out.count("[draft/contradicted]")) == (2, 1)
    assert f"factcheck: {told}" in printed.err


DATABASE = ".factcheck/decisions.sqlite"


def decided() -> object:
    """What keeps the database open, in which a finding of the draft is dismissed."""
    desk = pipeline.desk(["sources"], "draft.md", DATABASE, settings=Settings())
    found = next(item.finding for item in desk.items() if item.finding.rule == "draft/contradicted")
    desk.decide(found.id, "dismissed", "the club has sent us the plan", "ed")
    return desk


def test_what_editors_decide_and_what_was_there_before_is_watched(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_desks: list[object] = []
    edited(monkeypatch, lambda: open_desks.append(decided()), putting(".factcheck-baseline.json", "{"))
    assert run(["watch", "sources", "--draft", "draft.md"]) == 0
    printed = capsys.readouterr()
    assert [line for line in printed.err.splitlines() if "new:" in line or "changed:" in line] == [
        f"factcheck: new: {DATABASE}",
        "factcheck: new: .factcheck-baseline.json",
    ]
    assert [printed.out.count(said) for said in ("Draft: ", "1 error", "sent us the plan")] == [2, 1, 1]


def test_a_check_that_reads_decisions_is_no_change(folder: Path) -> None:
    desk = decided()
    settings = Settings(decisions=DATABASE)
    watched = watching.Watched(Asked(("sources",), "draft.md", settings, (), everything=False), DATABASE)
    before = watched.look()
    assert len(pipeline.check(["sources"], "draft.md", settings=settings).decisions) == 1
    assert watched.look() == before
    assert before[DATABASE][0] > 0
    del desk


@pytest.mark.parametrize(
    ("arguments", "edit", "said"),
    [
        ("", putting("factcheck.toml", "fail_onn = 1"), "factcheck.toml: unknown setting 'fail_onn'"),
        ("", removing("draft.md"), "skipped draft.md: no such file or folder"),
        ("", into_folder, "draft.md: a draft is one file"),
        ("--rules ours", putting("ours/a.yaml", "id: ["), "ours/a.yaml"),
        ("--baseline known.json", putting("known.json", "{"), "known.json"),
    ],
    ids=["settings", "draft", "folder", "rules", "baseline"],
)
def test_what_goes_wrong_is_said_and_the_watch_goes_on(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: str,
    edit: Edit,
    said: str,
) -> None:
    put("ours/old.yaml", Path(__file__).parents[1].joinpath("rules/calendar/weekday.yaml").read_text("utf-8"))
    put("known.json", "")
    edited(monkeypatch, edit, putting("sources/b.txt", SOURCE))
    assert run(["watch", "sources", "--draft", "draft.md", *arguments.split()]) == 0
    err = capsys.readouterr().err
    assert said in err
    assert err.index("factcheck: new: sources/b.txt") > err.index(said)


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        ("", "", "Missing argument 'PATH'"),
        ("-", "", "standard input (-) cannot be watched; name files and folders"),
        ("sources --draft -", "", "standard input (-) cannot be watched; name files and folders"),
        ("sources", "fail_onn = 1", "factcheck.toml: unknown setting 'fail_onn'"),
        ("sources --format nothing", "", "unknown format 'nothing'"),
        ("sources --baseline a --no-baseline", "", "--baseline and --no-baseline are both given"),
    ],
)
def test_what_is_wrong_at_the_start_ends_it(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: str, settings: str, said: str
) -> None:
    put("factcheck.toml", settings)
    assert run(["watch", *arguments.split()]) == 2
    printed = capsys.readouterr()
    assert (said in printed.err, printed.out) == (True, "")


def test_its_own_reports_and_cache_are_no_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(monkeypatch, putting("draft.md", CLEAN))
    arguments = "watch sources --draft draft.md --format json=sources/report.json --cache sources/cache"
    assert run(arguments.split()) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "new:" in line or "changed:" in line]
    assert told == ["factcheck: changed: draft.md"]
    assert '"contradicted": 0' in Path("sources/report.json").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="no process can be interrupted there as a terminal does it")
def test_a_watch_in_a_process_of_its_own(folder: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "watch", "sources", "--draft", "draft.md"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        lines: queue.Queue[str] = queue.Queue()
        reading = threading.Thread(target=lambda: deque(map(lines.put, process.stdout or ()), 0))
        reading.start()

        def until(said: str) -> str:
            heard = ""
            while said not in heard:
                heard += lines.get(timeout=60)
            return heard

        assert "1 error" in until("watches for changes")
        replacing("draft.md", CLEAN)()
        assert "error" not in until("No discrepancies")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        reading.join()
    rest = "".join(lines.queue)
    assert "Traceback" not in rest


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_watch_ends_where_nobody_reads_on(folder: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "watch", "sources", "--draft", "draft.md"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        replacing("draft.md", CLEAN)()
        assert process.wait(timeout=60) == 0
