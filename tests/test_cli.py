from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import pytest

import factcheck
from factcheck.cli import run
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model import (
    Amount,
    Bound,
    Context,
    Decision,
    Document,
    Dropped,
    Figure,
    Finding,
    Interval,
    Report,
    Severity,
    Skipped,
    Span,
    Verdict,
)

TEXT = "Storm report\nThe storm cut power to 1,200 homes; Route 6 stayed open.\n"
DOCUMENT = Document("d1", "a.txt", TEXT)
FIGURE = Figure(
    "f1",
    "d1",
    Span(TEXT.index("1,200"), TEXT.index("1,200") + 5),
    "1,200",
    "count",
    Amount(Interval(Decimal(1200), Decimal(1200)), Interval(Decimal(1150), Decimal(1250)), "home"),
    Context(Span(13, len(TEXT) - 1), subject="home", of=("homes", "=power")),
)
NONE = Dropped(Span(TEXT.index("6"), TEXT.index("6") + 1), "6", "part of the name Route 6")
UNREAD = Skipped("gone.txt", "no such file or folder; check the spelling")
UNDATED = Skipped("a.txt", "'soon' is no full date (the document was checked all the same)", checked=True)


@dataclass(frozen=True)
class FiguresFound:
    documents: tuple[Document, ...] = (DOCUMENT,)
    figures: tuple[Figure, ...] = (FIGURE,)
    dropped: tuple[tuple[str, Dropped], ...] = (("d1", NONE),)
    skipped: tuple[Skipped, ...] = ()


def report_of(*findings: Finding, skipped: tuple[Skipped, ...] = (), decisions: tuple[Decision, ...] = ()) -> Report:
    return Report((DOCUMENT,), (FIGURE,), (), findings, skipped, decisions)


def drafted(*skipped: Skipped) -> Report:
    return replace(report_of(skipped=skipped), documents=(replace(DOCUMENT, role="draft"),))


@dataclass
class Pipeline:
    """Stands in for `factcheck.pipeline`: keeps what it is asked, answers with what a test puts into it."""

    report: Report = field(default_factory=report_of)
    found: FiguresFound = FiguresFound()
    asked: list[object] = field(default_factory=list)

    def check(
        self,
        sources: Sequence[str],
        draft: str | None,
        *,
        settings: Settings,
        told: object,
        said: object,
        bench: object,
    ) -> Report:
        assert (told, bench) == (None, None)  # no test runs in a terminal, and no check shares anything
        assert callable(said)
        self.asked.append((list(sources), draft, settings.model_copy(update={"workers": None})))
        return self.report

    def figures(self, paths: Sequence[str], *, settings: Settings) -> FiguresFound:
        self.asked.append((list(paths), settings))
        return self.found

    def in_pieces(
        self, report: Report, format_name: str, *, width: int = 80, color: bool = False, everything: bool = False
    ) -> Iterator[str] | bytes:
        if format_name == "docx":
            return b"PK"
        told = f"<{format_name} {width} {color} “{len(report.findings)}”{' all' * everything}>\n"
        return iter((told[:3], told[3:]))


def finding(severity: Severity) -> Finding:
    return Finding("x1", f"print-{severity}", "rule", "discrepancy", severity, "message", None, (("f1",),), "f1")


def decision(verdict: Verdict) -> Decision:
    return Decision("print-error", verdict, "", "ed", "")


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    fake = Pipeline()
    module = types.ModuleType("factcheck.pipeline")
    for name in ("check", "figures", "in_pieces"):
        setattr(module, name, getattr(fake, name))
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", module)
    monkeypatch.setattr(factcheck, "pipeline", module, raising=False)
    monkeypatch.chdir(tmp_path)
    return fake


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is below a folder called `locked` may not even be looked up, as where its x bit is off."""
    looked_up = Path.stat

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if "locked" in path.parts[:-1]:
            raise PermissionError(13, "Permission denied", str(path))
        return looked_up(path, **options)

    monkeypatch.setattr(Path, "stat", refuse)


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on standard error, where nothing else was printed."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.removesuffix("\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "factcheck: Missing command; see factcheck --help"),
        ("chekc a", "factcheck: No such command 'chekc'. Did you mean 'check'? See factcheck --help"),
        ("check", "factcheck: Missing argument 'PATH'; see factcheck check --help"),
        ("check --colour a", "factcheck: No such option: --colour; see factcheck check --help"),
        ("check a --draft", "factcheck: Option '--draft' requires an argument; see factcheck check --help"),
        ("check a --draft b --draft c", "factcheck: --draft is given 2 times (b, c); give one"),
        ("check a --rules b --rules b", "factcheck: --rules is given 2 times (b, b); give one"),
        ("check a --fail-on loud", "factcheck: --fail-on: it should be 'error', 'warning', 'info' or 'never', not"),
        ("check a --format pdf", "factcheck: unknown format 'pdf'; the formats are "),
        ("check a --format json=", "factcheck: --format json=: the file's name is missing; write json=FILE"),
        ("check a --format json=gone/a.json", "factcheck: gone/a.json: there is no folder gone; make it first, or "),
        ("check a --format json=.", "factcheck: .: is a folder; name a file in it, as in json=report.json"),
        ("check a --format json --format html", "factcheck: two formats go to standard output; give each a file"),
        ("check a --format json=x --format html=x", "factcheck: two formats go to x; give each a file of its own"),
        ("check - --draft -", "factcheck: standard input (-) cannot be both the draft and a source; put one of "),
        ("check a --format json=file/a.json", "factcheck: file/a.json: file is a file, not a folder; choose another"),
        ("check a --format html=locked/x.html", "factcheck: locked/x.html: cannot be written (Permission denied); "),
        ("figures a --format xml", "factcheck: unknown format 'xml'; the formats are table, csv, jsonl, json"),
        ("figures a --format csv=a", "factcheck: a: the report would overwrite a document; choose another file"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(
    pipeline: Pipeline, locked: None, capsys: pytest.CaptureFixture[str], arguments: str, message: str
) -> None:
    Path("file").touch()
    assert run(arguments.split()) == 2
    assert one_line(capsys)[: len(message)] == message
    assert pipeline.asked == []


def test_wrong_settings_are_one_line_and_exit_2(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text("fail = 5", encoding="utf-8")
    assert run(["check", "a"]) == 2
    assert one_line(capsys) == "factcheck: factcheck.toml: unknown setting 'fail'; did you mean 'fail_on'?"


@pytest.mark.parametrize(
    ("report", "arguments", "status"),
    [
        (report_of(), "", 0),
        (report_of(finding("warning")), "", 1),
        (report_of(finding("info")), "", 0),
        (report_of(finding("warning")), "--fail-on error", 0),
        (report_of(finding("error")), "--fail-on error", 1),
        (report_of(finding("info")), "--fail-on info", 1),
        (report_of(finding("error")), "--fail-on never", 0),
        (report_of(finding("error"), decisions=(decision("dismissed"),)), "", 0),
        (report_of(finding("error"), decisions=(decision("confirmed"),)), "", 1),
        (report_of(finding("warning"), decisions=(decision("dismissed"),)), "", 1),
        (report_of(skipped=(UNREAD,)), "", 3),
        (report_of(finding("error"), skipped=(UNREAD,)), "", 3),
        (report_of(skipped=(UNREAD,)), "--fail-on never", 3),
        (report_of(skipped=(UNREAD,)), "--allow-skipped", 0),
        (report_of(finding("warning"), skipped=(UNREAD,)), "--allow-skipped", 1),
        (report_of(skipped=(UNREAD,)), "--allow-skipped gone.txt", 3),
        (report_of(skipped=(UNREAD,)), "--allow-skipped --draft a", 3),
        (drafted(UNREAD), "--allow-skipped --draft a", 0),
        (replace(report_of(skipped=(UNREAD,)), documents=()), "--allow-skipped", 3),
        (report_of(), "--allow-skipped gone.txt", 0),
        (report_of(skipped=(UNDATED,)), "", 3),
    ],
)
def test_the_exit_status_of_a_check(pipeline: Pipeline, report: Report, arguments: str, status: int) -> None:
    Path("a").mkdir()
    pipeline.report = report
    assert run(["check", "a", *arguments.split()]) == status


def test_settings_and_options_reach_the_pipeline(pipeline: Pipeline) -> None:
    Path("factcheck.toml").write_text('fail_on = "info"\nmax_bytes = 10', encoding="utf-8")
    run(["check", "a", "b", "--draft", "d.md", "--rules", "house"])
    assert pipeline.asked == [(["a", "b"], "d.md", Settings(fail_on="info", max_bytes=10, rules="house"))]


@pytest.mark.parametrize(
    ("arguments", "printed", "files"),
    [
        ("", "<terminal 80 False “0”>\n", {}),
        ("--all", "<terminal 80 False “0” all>\n", {}),
        ("--format json", "<json 80 False “0”>\n", {}),
        ("--format json=-", "<json 80 False “0”>\n", {}),
        ("--format json=a.json --quiet", "", {"a.json": "<json 80 False “0”>\n"}),
        ("--format terminal --format html=b", "<terminal 80 False “0”>\n", {"b": "<html 80 False “0”>\n"}),
    ],
)
def test_reports_go_where_they_are_sent(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], arguments: str, printed: str, files: dict[str, str]
) -> None:
    assert run(["check", "a", *arguments.split()]) == 0
    assert capsys.readouterr() == (printed, "")
    assert {path.name: path.read_text(encoding="utf-8") for path in Path().iterdir()} == files


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        ("json=r", "factcheck: No discrepancies: 1 figure, 0 claims compared. The report is in r.\n"),
        ("json=r html=s", "factcheck: No discrepancies: 1 figure, 0 claims compared. The report is in r and s.\n"),
        ("json=r terminal", ""),
    ],
)
def test_where_nothing_is_printed_a_line_says_where_the_report_is(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], formats: str, said: str
) -> None:
    assert run(["check", "a", *(f"--format={name}" for name in formats.split())]) == 0
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (Report((replace(DOCUMENT, role="draft"),), (), (), ()), "factcheck: a.txt: is checked against itself; no "),
        (Report((DOCUMENT, replace(DOCUMENT, role="draft")), (), (), ()), ""),
        (report_of(), ""),
    ],
)
def test_a_draft_without_sources_is_said(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], report: Report, said: str
) -> None:
    pipeline.report = report
    assert run(["check", "a.txt", "--draft", "a.txt"]) == 0
    err = capsys.readouterr().err
    assert (err[: len(said)], err.count("\n")) == (said, bool(said))


@pytest.mark.parametrize(("options", "file"), [([], "out/a.json"), (["--format", "json=a.json"], "a.json")])
def test_the_output_folder_is_that_of_the_settings_formats(pipeline: Pipeline, options: list[str], file: str) -> None:
    Path("out").mkdir()
    Path("factcheck.toml").write_text('formats = ["json=a.json"]\noutput = "out"', encoding="utf-8")
    assert run(["check", "a", *options]) == 0
    assert Path(file).read_text(encoding="utf-8").startswith("<json")


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ("--output out", {"out/report.html", "out/report.json"}),
        ("--output a/b --format html", {"a/b/report.html"}),
        ("--output out --format terminal --format junit", {"out/report.xml"}),
        ("--output out --format csv=b.csv --format sarif", {"out/b.csv", "out/report.sarif"}),
        ("--format html --format docx", {"reports/draft/report.docx"}),
        ("--format docx=b.docx", {"b.docx"}),
    ],
)
def test_a_report_without_a_file_goes_to_the_folder(pipeline: Pipeline, options: str, files: set[str]) -> None:
    assert run(["check", "a", "--draft", "x/draft.md", *options.split()]) == 0
    assert {path.as_posix() for path in Path().rglob("*") if path.is_file()} == files


def test_the_folder_of_the_settings_takes_what_has_no_file(pipeline: Pipeline) -> None:
    Path("factcheck.toml").write_text('formats = ["terminal", "markdown"]\noutput = "out/today"', encoding="utf-8")
    assert run(["check", "a"]) == 0
    assert Path("out/today/report.md").is_file()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--output file/b --format html", "factcheck: file/b/report.html: cannot be written (Not a directory)"),
        ("--output file --format html", "factcheck: file/report.html: file is a file, not a folder; choose another"),
        ("--output a --output b", "factcheck: --output is given 2 times (a, b); give one"),
        ("--format csv=gone/a.csv", "factcheck: gone/a.csv: there is no folder gone; make it first"),
        ("--output out --format csv=gone/a.csv", "factcheck: out/gone/a.csv: there is no folder out/gone"),
        ("--format docx=-", "factcheck: docx is a file, not text; give the file's name: --format docx=FILE"),
        ("--output out --format html --format html", "factcheck: two formats go to out/report.html; give each a file"),
    ],
)
def test_a_folder_that_cannot_be_is_one_line(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], options: str, said: str
) -> None:
    Path("file").write_text("words", encoding="utf-8")
    assert run(["check", "a", *options.split()]) == 2
    err = capsys.readouterr().err
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_a_terminal_gets_its_width_and_colour(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "57")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(["check", "a"])
    monkeypatch.setenv("NO_COLOR", "1")
    run(["check", "a"])
    assert capsys.readouterr().out == "<terminal 57 True “0”>\n<terminal 57 False “0”>\n"


def test_a_report_replaces_its_file_whole(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(part: Path, target: Path) -> None:
        assert part.read_text(encoding="utf-8").startswith("<json")
        raise OSError(28, "No space left on device")

    Path("a.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    assert run(["check", "a", "--format", "json=a.json"]) == 2
    expected = "factcheck: a.json: cannot be written (No space left on device); choose another file"
    assert one_line(capsys) == expected
    assert [(path.name, path.read_text(encoding="utf-8")) for path in Path().iterdir()] == [("a.json", "old")]


def test_a_link_stays_and_its_file_is_replaced(pipeline: Pipeline) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("a.json").symlink_to("real.json")
    assert run(["check", "a", "--format", "json=a.json"]) == 0
    assert Path("a.json").is_symlink()
    assert Path("real.json").read_text(encoding="utf-8").startswith("<json")


def test_a_device_is_written_to_and_not_replaced(pipeline: Pipeline) -> None:
    before = Path(os.devnull).stat().st_ino
    assert run(["check", "a", "--format", f"json={os.devnull}"]) == 0
    assert Path(os.devnull).stat().st_ino == before


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no links to open pipes here")
def test_a_pipe_that_has_no_path_is_written_to(pipeline: Pipeline) -> None:
    reading, writing = os.pipe()
    assert run(["check", "a", "--format", f"json=/dev/fd/{writing}"]) == 0
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        assert pipe.read().startswith("<json")


def test_what_another_run_is_writing_stays(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    part = Path(f".a.json.{os.getpid()}.part")
    part.write_text("another's", encoding="utf-8")
    assert run(["check", "a", "--format", "json=a.json"]) == 2
    assert one_line(capsys) == "factcheck: a.json: cannot be written (File exists); choose another file"
    assert part.read_text(encoding="utf-8") == "another's"


@pytest.mark.parametrize(
    ("options", "said"),
    [([], "factcheck: skipped gone.txt: no such file or folder; check the spelling\n"), (["--quiet"], "")],
)
def test_what_was_skipped_is_said(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    pipeline.report = report_of(skipped=(UNREAD,))
    run(["check", "a", *options])
    assert capsys.readouterr() == ("<terminal 80 False “0”>\n", said)


def test_a_document_that_was_checked_is_not_called_skipped(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.report = report_of(skipped=(UNDATED,))
    run(["check", "a"])
    assert capsys.readouterr().err == (
        "factcheck: a.txt: 'soon' is no full date (the document was checked all the same)\n"
    )


def test_each_mistake_of_the_rules_has_a_line(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> Report:
        raise UsageError("a.yaml: id is missing\nb.yaml: kind is missing")

    monkeypatch.setattr(sys.modules["factcheck.pipeline"], "check", fail)
    assert run(["check", "a"]) == 2
    assert capsys.readouterr().err == "factcheck: a.yaml: id is missing\nfactcheck: b.yaml: kind is missing\n"


def test_a_message_stays_on_its_line_and_inert(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline.report = report_of(skipped=(Skipped("a\nb\x1b[31m.txt", "gone"),))
    run(["check", "a"])
    assert capsys.readouterr().err == "factcheck: skipped a b␛[31m.txt: gone\n"


def test_an_error_of_the_pipeline_is_one_line(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> Report:
        raise UsageError("house/rule.yaml:3: unknown kind")

    monkeypatch.setattr(sys.modules["factcheck.pipeline"], "check", fail)
    assert run(["check", "a"]) == 2
    assert one_line(capsys) == "factcheck: house/rule.yaml:3: unknown kind"


def test_an_interrupt_ends_quietly(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["factcheck.pipeline"], "check", interrupt)
    assert run(["check", "a"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_stream_that_knows_few_characters_gets_the_others_escaped(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    run(["check", "a"])
    assert stream.buffer.getvalue() == b"<terminal 80 False \\u201c0\\u201d>\n"


def rows_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def test_figures_as_a_table(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "a.txt"]) == 0
    assert rows_of(capsys) == [
        "at          text   kind   value  unit  of",
        "a.txt:2:24  1,200  count  1200   home  homes; =power",
    ]


@pytest.mark.parametrize(
    ("low", "high", "bound", "cell"),
    [
        ("3", "4", "exact", "3 to 4"),
        ("5", None, "exact", "5 to …"),
        (None, "5", "exact", "… to 5"),
        ("0", "2", "between", "0 to 2"),
        (None, None, "exact", ""),
        (None, None, "vague", ""),
        ("12000", "12000", "at_least", "at least 12000"),
        ("12000", None, "at_least", "at least 12000"),
        (None, "40", "at_most", "at most 40"),
        ("40", "40", "about", "about 40"),
        ("3", "4", "about", "about 3 to 4"),
        ("0.66666666666666", "0.66666666666666", "exact", "0.6667"),
        ("0.0001234567", "0.0001234567", "exact", "0.0001235"),
        ("3.14159265", "3.14159265", "exact", "3.1416"),
        ("1234567.5", "1234567.5", "exact", "1234567.5"),
    ],
)
def test_an_interval_as_a_cell(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], low: str | None, high: str | None, bound: Bound, cell: str
) -> None:
    interval = Interval(Decimal(low) if low else None, Decimal(high) if high else None)
    pipeline.found = FiguresFound(figures=(replace(FIGURE, amount=Amount(interval, interval, "UNIT", bound)),))
    run(["figures", "a.txt"])
    assert rows_of(capsys)[1].split("count")[1].split("UNIT")[0].strip() == cell


def test_dropped_numbers_as_a_table(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "a.txt", "--dropped"]) == 0
    assert rows_of(capsys) == ["at          text  reason", "a.txt:2:43  6     part of the name Route 6"]


def test_figures_as_csv(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "a.txt", "--format", "csv"]) == 0
    head, row = rows_of(capsys)
    assert head == (
        "path,place,text,kind,low,high,unit,bound,change,measure,subject,of,places,period,attribution,modality,quote"
    )
    assert row == (
        'a.txt,2:24,"1,200",count,1200,1200,home,exact,none,,home,homes; =power,,,,stated,'
        '"The storm cut power to 1,200 homes; Route 6 stayed open."'
    )


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("@A1", "'@A1"),
        ("-A1", "'-A1"),
        ("+1+1", "'+1+1"),
        ("-2.5", "-2.5"),
        ("+40", "+40"),
        ("-", "-"),
        ("a=b", "a=b"),
    ],
)
def test_a_cell_that_looks_like_a_formula_is_guarded(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], words: str, cell: str
) -> None:
    pipeline.found = FiguresFound(dropped=(("d1", Dropped(Span(0, 5), words, "no figure")),))
    assert run(["figures", "a.txt", "--dropped", "--format", "csv"]) == 0
    assert rows_of(capsys)[1] == f"a.txt,1:1,{cell},no figure"


def test_figures_go_to_files(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "a.txt", "--format", "csv=a.csv", "--format", "jsonl"]) == 0
    assert len(rows_of(capsys)) == 1
    assert Path("a.csv").read_text(encoding="utf-8").startswith("path,place,text")


def test_figures_as_json_lines(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figures", "a.txt", "--format", "jsonl"]) == 0
    (line,) = rows_of(capsys)
    assert json.loads(line) == {
        "path": "a.txt",
        "place": "2:24",
        "quote": "The storm cut power to 1,200 homes; Route 6 stayed open.",
        **FIGURE.to_dict(),
    }


@pytest.mark.parametrize(("layout", "lines"), [("table", 1), ("csv", 1), ("jsonl", 0)])
def test_no_figures_leave_the_head_line(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str], layout: str, lines: int
) -> None:
    pipeline.found = FiguresFound(figures=())
    assert run(["figures", "a.txt", "--format", layout]) == 0
    assert len(rows_of(capsys)) == lines


def test_figures_of_what_could_not_be_read_exit_3(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").touch()
    pipeline.found = FiguresFound(skipped=(UNREAD,))
    assert run(["figures", "a.txt", "gone.txt"]) == 3
    assert capsys.readouterr().err == "factcheck: skipped gone.txt: no such file or folder; check the spelling\n"
    assert run(["figures", "a.txt", "gone.txt", "--allow-skipped"]) == 3
    assert run(["figures", "a.txt", "--allow-skipped"]) == 0


Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run python on its own, as a shell would."""

    def execute(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=tmp_path, check=False)

    return execute


def test_the_version_needs_nothing_heavy(command: Command) -> None:
    done = command("-X", "importtime", "-m", "factcheck", "--version")
    assert (done.returncode, done.stdout) == (0, f"factcheck {factcheck.__version__}\n")
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert loaded.isdisjoint({"spacy", "pint", "quantulum3", "numpy", "pydantic", "rich", "jinja2", "ruamel.yaml"})


def test_a_reader_that_goes_away_is_no_error(command: Command) -> None:
    code = (
        "import os, sys; from factcheck.cli.outputs import show; "
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1); show('x' * 10); sys.exit(7)"
    )
    done = command("-c", code)
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")


FULL, CLOSED = "> /dev/full", ">&-"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    ("arguments", "target", "told"),
    [
        ("check a", FULL, "cannot be written (No space left on device); make room"),
        ("figures a", FULL, "cannot be written (No space left on device); make room"),
        ("--version", FULL, "cannot be written (No space left on device); make room"),
        ("--help", FULL, "cannot be written (No space left on device); make room"),
        ("check a", CLOSED, "is closed; open it"),
        ("figures a", CLOSED, "is closed; open it"),
        ("--version", CLOSED, "is closed; open it"),
    ],
)
def test_an_output_that_takes_nothing_is_one_line(tmp_path: Path, arguments: str, target: str, told: str) -> None:
    (tmp_path / "a").write_text("Nothing is counted here.", encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} -m factcheck {arguments} {target}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: standard output")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_working_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    command = f"mkdir gone; cd gone; rmdir ../gone; {shlex.quote(sys.executable)} -m factcheck check a"
    environment = os.environ | {"PYTHONPATH": str(Path(factcheck.__file__).parent.parent)}
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False, env=environment
    )
    assert (done.returncode, done.stderr) == (
        2,
        "factcheck: the working folder is gone; change to another folder\n",
    )


def test_messages_that_nobody_can_read_change_nothing(tmp_path: Path) -> None:
    for target in ("2> /dev/full", "2>&-"):
        command = f"{shlex.quote(sys.executable)} -m factcheck check gone {target}"
        done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (3, "")
        assert "gone: no such file" in done.stdout


@pytest.mark.parametrize("arguments", ["link.txt a.txt", ". ", "a.txt --draft link.txt"])
def test_a_link_that_may_not_be_followed_stops_nothing(
    arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `/proc/1/cwd`: neither where it leads nor what is there may be asked."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Nothing is counted here.", encoding="utf-8")
    Path("link.txt").symlink_to("locked")
    looked_up, read = Path.stat, os.readlink

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if path.name == "link.txt" and options.get("follow_symlinks", True):
            raise PermissionError(13, "Permission denied", str(path))
        return looked_up(path, **options)

    def read_no_link(path: str) -> str:
        if str(path).endswith("link.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(os, "readlink", read_no_link)
    assert run(["check", *arguments.split()]) == 3
    out, err = capsys.readouterr()
    assert out.startswith("1 document, ")
    assert err == "factcheck: skipped link.txt: cannot be opened (Permission denied); check its permissions\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a", "--format", "json=a"], "would overwrite"),
        (["a", "--format", "json=./a"], "would overwrite"),
        (["a", "--format", "json=r", "--format", "html=./r"], "two formats go to"),
        ([""], "is empty"),
        (["a", "--draft", ""], "is empty"),
        (["a", "--rules", ""], "is empty"),
    ],
)
def test_what_would_lose_or_misread_a_document_is_refused(
    arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").write_text("Five people met.", encoding="utf-8")
    assert run(["check", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert Path("a").read_text(encoding="utf-8") == "Five people met."
