"""Where what was made goes: standard output, standard error, and files that are whole or not there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from factcheck import paths
from factcheck.errors import UsageError

STREAM = "-"
_PIECE = 1_000_000
"""Characters that are written at once."""
Text = str | Iterable[str]
"""A text, or its pieces, which may be made as they are asked for."""


@dataclass(frozen=True, slots=True)
class Output:
    """A report to make: the name of its format and its file, None for standard output.

    `make_folder`: its folder is made where there is none.
    """

    name: str
    file: Path | None = None
    make_folder: bool = False


def parse(
    formats: Sequence[str], known: Mapping[str, Path | None], *, default: Sequence[str], folder: str | None = None
) -> tuple[Output, ...]:
    """The outputs of "NAME" and "NAME=FILE", relative files in `folder`; those of `default` where there is none.

    `known` has for each format the file of a NAME alone, None for standard output. Raises UsageError for an unknown
    format, two outputs in one place, or a file that cannot be made.
    """
    outputs = tuple(_output(written, folder, known) for written in formats or default)
    taken: set[str | None] = set()
    for output in outputs:
        target = paths.real(output.file) if output.file else None
        if target in taken:
            place = output.file or "standard output"
            raise UsageError(f"two formats go to {place}; give each a file of its own, as in {output.name}=FILE")
        taken.add(target)
    return outputs


def deliver(made: Text | bytes, output: Output) -> bool:
    """Put what was made where the output says; whether somebody has it.

    UsageError for a file that is no text where there is only a screen.
    """
    if output.file:
        save(made, output.file, make_folder=output.make_folder)
        return True
    if isinstance(made, bytes):
        raise UsageError(f"{output.name} is a file, not text; give the file's name: --format {output.name}=FILE")
    return show(made)


def columns() -> int | None:
    """Columns of the terminal that standard output is; None where it is none."""
    stream = _stream("stdout")
    return shutil.get_terminal_size().columns if stream is not None and stream.isatty() else None


def screen() -> tuple[int, bool]:
    """Columns of standard output, and whether it shows colours: 80 and no where it is no terminal."""
    stream = _stream("stdout")
    if stream is None or not stream.isatty():
        return 80, False
    return shutil.get_terminal_size().columns, not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(text: Text) -> bool:
    """Write to standard output; whether there is a reader: one that has gone away ("| head") is no error.

    Raises UsageError where it is closed, or takes no more.
    """
    stream = _stream("stdout")
    if stream is None:
        raise UsageError("standard output is closed; open it, or write to a file with --format NAME=FILE")
    try:
        _write_stream(text, stream)
    except BrokenPipeError:
        _silence(stream)
        return False
    except OSError as error:
        raise unwritten(error) from error
    return True


def unwritten(error: OSError) -> UsageError:
    """The error of a standard output that takes no more, which is left alone from then on."""
    if stream := _stream("stdout"):
        _silence(stream)
    return UsageError(
        f"standard output: cannot be written ({error.strerror}); make room, or write to a file with --format NAME=FILE"
    )


def say(*messages: str) -> None:
    """A line each to standard error; where that takes none there is nobody to tell, and the exit status speaks."""
    from factcheck.inert import in_line

    stream = _stream("stderr")
    if stream is None:
        return
    try:
        for message in messages:
            _write_stream(f"factcheck: {in_line(message)}\n", stream)
    except OSError:
        _silence(stream)


def save(made: Text | bytes, file: Path, *, make_folder: bool = False) -> None:
    """Put what was made into the file at once: whoever reads it sees the old one or the new one, never a part."""
    target = Path(paths.real(file))
    try:
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not file.is_file():
            with file.open("wb") as stream:  # a device or a pipe, which must not be replaced, and may have no path
                stream.writelines(_data(made))
        else:
            _replace(_data(made), target)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror}); choose another file") from error


def _data(made: Text | bytes) -> Iterator[bytes]:
    """What was made as it stands in a file."""
    if isinstance(made, bytes):
        yield made
    else:
        yield from (piece.encode("utf-8", "backslashreplace") for piece in _pieces(made))


def _pieces(text: Text) -> Iterable[str]:
    return (text,) if isinstance(text, str) else text


def _output(written: str, folder: str | None, known: Mapping[str, Path | None]) -> Output:
    name, given, target = written.partition("=")
    if name not in known:
        raise UsageError(f"unknown format {name!r}; the formats are {', '.join(known)}")
    if given and not target:
        raise UsageError(f"--format {written}: the file's name is missing; write {name}=FILE")
    if target == STREAM:
        return Output(name)
    file = Path(folder or ".") / target if given else known[name]
    if file is None:
        return Output(name)
    makes = not given or (folder is not None and file.parent == Path(folder))
    if reason := paths.refused(file):
        raise UsageError(f"{file}: cannot be written ({reason}); choose another file")
    if paths.is_folder(file):
        raise UsageError(f"{file}: is a folder; name a file in it, as in {name}={file / 'report'}.{name}")
    if paths.is_file(file.parent):
        raise UsageError(f"{file}: {file.parent} is a file, not a folder; choose another folder")
    if not makes and not paths.is_folder(file.parent):
        raise UsageError(f"{file}: there is no folder {file.parent}; make it first, or choose another file")
    return Output(name, file, makes)


def _replace(data: Iterable[bytes], target: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    stream = part.open("xb")  # where it is there already it is not ours
    try:
        with stream:
            stream.writelines(data)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _stream(name: str) -> TextIO | None:
    """A standard stream; None where it was closed before the program began (">&-")."""
    stream: TextIO | None = getattr(sys, name, None)
    return stream


def _silence(stream: TextIO) -> None:
    """The interpreter flushes once more at its end, and would complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _write_stream(text: Text, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    starts = ((piece, start) for piece in _pieces(text) for start in range(0, len(piece), _PIECE))
    parts = (piece[start : start + _PIECE] for piece, start in starts)  # a long text is not held thrice
    stream.writelines(part.encode(encoding, "backslashreplace").decode(encoding) for part in parts)
    stream.flush()
