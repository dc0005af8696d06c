"""The language server as an editor meets it: a client over standard input and output."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types

from factcheck.cli.editor.positions import Lines
from tests.editor.client import Editor, applied, talk

WIRE = """Published: 3 May 2021

The new bridge over the Lune cost 40 million euros, the council said. The bridge is 310 metres long.
"""
RECORD = """Published: 4 May 2021

The bridge over the Lune cost 40 million euros, the mayor said on Tuesday.
"""
DRAFT = "# Bridge opens 🌉\n\nPublished: 5 May 2021\n\n🌉 The bridge over the Lune cost 60 million euros.\n"
SETTLED = DRAFT.replace("60", "40")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "sources" / "record.txt").write_text(RECORD, encoding="utf-8")
    return tmp_path


def offsets(text: str) -> Lines:
    return Lines(text, lambda words: len(words.encode("utf-16-le")) // 2)


@pytest.mark.parametrize("name", ["draft.md", "my draft #2 ä.md"])
def test_a_wrong_figure_is_marked_and_the_mark_goes_when_it_is_mended(desk: Path, name: str) -> None:
    async def conversation(editor: Editor) -> tuple[list[types.Diagnostic], ...]:
        wrong = await editor.open(name, DRAFT)
        editor.type(name, SETTLED)
        mended = await editor.diagnostics()
        editor.type(name, DRAFT)
        again = await editor.diagnostics()
        return wrong, mended, again, await editor.close(name)

    wrong, mended, again, closed = talk(desk, conversation, "sources")
    (found,) = wrong
    assert (found.code, found.severity) == ("draft/contradicted", types.DiagnosticSeverity.Error)
    assert offsets(DRAFT).span(found.range).quote(DRAFT) == "60 million"
    related = [(Path(r.location.uri).name, r.message) for r in found.related_information or ()]
    assert ("wire.txt", "40 million euros: sources/wire.txt, 2021-05-03, according to council") in related
    assert (mended, closed) == ([], [])
    assert again == wrong


def test_a_hover_tells_how_a_figure_came_out(desk: Path) -> None:
    async def conversation(editor: Editor) -> tuple[str | None, ...]:
        await editor.open("draft.md", DRAFT)
        wrong, nothing = await editor.hover("draft.md", 4, 40), await editor.hover("draft.md", 4, 8)
        editor.type("draft.md", SETTLED)
        stale = await editor.hover("draft.md", 4, 40)
        await editor.diagnostics()
        return wrong, nothing, stale, await editor.hover("draft.md", 4, 40)

    wrong, nothing, stale, right = talk(desk, conversation, "sources")
    assert wrong is not None
    assert wrong.startswith("**60 million euros**: contradicted\n")
    said = "The new bridge over the Lune cost **40 million** euros, the council said."
    assert f"- sources/wire.txt, 2021-05-03 (sources/wire.txt:3:35): {said}" in wrong
    assert (nothing, stale) == (None, None)
    assert right is not None
    assert right.startswith("**40 million euros**: supported\n")


def test_an_action_takes_the_sources_value_or_ignores_with_a_reason(desk: Path) -> None:
    async def conversation(editor: Editor) -> list[types.CodeAction]:
        (found,) = await editor.open("draft.md", DRAFT)
        nowhere = await editor.actions("draft.md", types.Range(types.Position(0, 0), types.Position(0, 3)))
        assert nowhere == []
        return await editor.actions("draft.md", found.range)

    taken, ignored, *_ = talk(desk, conversation, "sources")
    lines = offsets(DRAFT)

    def place(given: types.Range) -> tuple[int, int]:
        span = lines.span(given)
        return span.start, span.end

    assert taken.title.startswith("Take 40 million (")
    assert applied(DRAFT, taken, place) == SETTLED
    last = applied(DRAFT, ignored, place).splitlines()[-1]
    reason = "the figures speak of different things"
    assert last.endswith(f"60 million euros. <!-- factcheck: ignore draft/contradicted: {reason} -->")


def test_a_plain_text_is_ignored_in_brackets(desk: Path) -> None:
    async def conversation(editor: Editor) -> list[types.CodeAction]:
        (found,) = await editor.open("draft.txt", DRAFT)
        return await editor.actions("draft.txt", found.range)

    _, ignored, *_ = talk(desk, conversation, "sources")
    assert ignored.edit is not None
    ((edit,),) = (ignored.edit.changes or {}).values()
    assert edit.new_text.startswith(" [factcheck: ignore draft/contradicted: ")


def test_sources_that_change_are_read_again(desk: Path) -> None:
    async def conversation(editor: Editor) -> tuple[int, int]:
        before = await editor.open("draft.md", DRAFT)
        for name, text in (("wire", WIRE), ("record", RECORD)):
            changed = text.replace("40 million", "60 million")
            (desk / "sources" / f"{name}.txt").write_text(f"{changed} ", encoding="utf-8")
        editor.save("draft.md")
        return len(before), len(await editor.diagnostics())

    assert talk(desk, conversation, "sources") == (1, 0)


def test_only_the_last_of_many_keystrokes_is_checked(desk: Path) -> None:
    async def conversation(editor: Editor) -> tuple[list[types.Diagnostic], int]:
        await editor.open("draft.md", DRAFT)
        for n in range(12):
            editor.type("draft.md", DRAFT + "More words come. " * n)
        editor.type("draft.md", SETTLED)
        last = await editor.diagnostics()
        await asyncio.sleep(1)
        return last, editor.waiting

    assert talk(desk, conversation, "sources") == ([], 0)


@pytest.mark.parametrize(
    ("encoding", "start"),
    [
        (types.PositionEncodingKind.Utf32, 32),
        (types.PositionEncodingKind.Utf8, 35),
    ],
)
def test_characters_are_counted_as_the_editor_counts(
    desk: Path, encoding: types.PositionEncodingKind, start: int
) -> None:
    async def conversation(editor: Editor) -> types.Diagnostic:
        (found,) = await editor.open("draft.md", DRAFT)
        return found

    found = talk(desk, conversation, "sources", encodings=[encoding])
    assert found.range.start == types.Position(4, start)


def test_a_draft_without_sources_is_checked_in_itself(desk: Path) -> None:
    text = "Of 40 stalls, 25 sold food and the other 20 sold crafts.\n\nIt opened on Monday, 4 May 2021.\n"

    async def conversation(editor: Editor) -> list[types.Diagnostic]:
        return await editor.open("draft.md", text)

    assert "calendar/weekday" in {found.code for found in talk(desk, conversation)}


def test_what_is_wrong_is_shown_and_the_server_goes_on(desk: Path) -> None:
    async def conversation(editor: Editor) -> tuple[str, int]:
        (desk / "factcheck.toml").write_text("fail_onn = 'error'\n", encoding="utf-8")
        item = types.TextDocumentItem(editor.uri("draft.md"), "markdown", 1, DRAFT)
        editor._client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        editor._versions["draft.md"] = 1
        told = await editor.message()
        (desk / "factcheck.toml").unlink()
        editor.save("draft.md")
        return told, len(await editor.diagnostics())

    told, found = talk(desk, conversation, "sources")
    assert told.startswith("factcheck: factcheck.toml: unknown setting 'fail_onn'; did you mean 'fail_on'?")
    assert found == 1
