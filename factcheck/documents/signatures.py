"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from factcheck.errors import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (  # in lower case
    (b"%pdf-", "a PDF", "PDF", ".pdf"),
    (b"pk\x03\x04", "a packed file (Word, Excel, OpenDocument or zip)", "zip", ".docx, .xlsx, .odt or .zip"),
    (_OLE, "an old Office file, or one under a password", "", ""),
    (b"{\\rtf", "rich text", "", ""),
    (b"<!doctype html", "a web page", "HTML", ".html"),
    (b"<html", "a web page", "HTML", ".html"),
    (b"\x89png", "a picture", "", ""),
    (b"\xff\xd8\xff", "a picture", "", ""),
    (b"gif8", "a picture", "", ""),
    (b"\x1f\x8b", "a gzip archive", "", ""),
)
_PEEK = 1024


def expect(data: bytes, form: str, name: str = "") -> None:
    """Raises UnreadableError where the bytes do not begin as the form ("PDF", "zip") does.

    `name` is what users call it.
    """
    sign = next(sign for sign, _, named, _ in _SIGNATURES if named == form)
    if sign not in data[:_PEEK].lower():
        expect_no_other(data, form, name)
        raise UnreadableError(f"no {name or form} file, or one that has lost its beginning; save it anew")


def expect_no_other(data: bytes, form: str, name: str = "") -> None:
    """Raises UnreadableError where the bytes begin as those of another form do."""
    for sign, what, named, suffixes in _SIGNATURES:
        if named != form and data[:_PEEK].lstrip().lower().startswith(sign):
            do = f"name it {suffixes}" if suffixes else "save it as .docx, .pdf or .txt"
            raise UnreadableError(f"named as {name or form} but is {what}; {do}")
