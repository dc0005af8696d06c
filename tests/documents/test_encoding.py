from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.encoding import decode
from factcheck.errors import UnreadableError

PRICE = "The ferry cost £5m – “too much”, said the mayor’s office."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(PRICE.encode("utf-8"), PRICE, id="utf-8"),
        pytest.param(PRICE.encode("cp1252"), PRICE, id="windows-1252"),
        pytest.param(b"\xef\xbb\xbf5 ships", "\ufeff5 ships", id="the byte order mark stays"),
        pytest.param("\ufeff£5m".encode("utf-16-le"), "\ufeff£5m", id="utf-16 little-endian by its mark"),
        pytest.param("\ufeff£5m".encode("utf-16-be"), "\ufeff£5m", id="utf-16 big-endian by its mark"),
        pytest.param("\ufeff£5m".encode("utf-32-le"), "\ufeff£5m", id="utf-32, whose mark begins like utf-16"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", id="line ends stay"),
        pytest.param(b"a\x1b[31mb\x0cc", "a\x1b[31mb\x0cc", id="control characters stay"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_text_is_what_the_bytes_say(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "NUL", id="a picture"),
        pytest.param("5 ships".encode("utf-16-le"), "UTF-16 text without its mark", id="utf-16 without a mark"),
        pytest.param("\ufeff5\0ships".encode("utf-16-le"), "NUL", id="a NUL in utf-16"),
        pytest.param(b"\xff\xfe5", "broken UTF-16-LE text at byte 2", id="half a utf-16 character"),
        pytest.param(bytes(range(1, 32)) * 9 + b"\xff", "control characters", id="bytes at random"),
    ],
)
def test_what_is_not_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(data)


def test_a_charset_that_windows_1252_cannot_be_is_guessed() -> None:
    # 0x8D and 0x9D mean nothing in Windows-1252
    data = ("Účet za opravu mostu činil 300 milionů korun, řekl starosta. Ťukot, Ťažba, Ťava. " * 9).encode("cp1250")
    assert "činil 300 milionů" in decode(data)


def test_letters_in_no_order_are_refused() -> None:
    with pytest.raises(UnreadableError, match="not text in any known encoding; save it as UTF-8"):
        decode(bytes(128 + (n * 77) % 128 for n in range(500)))


@given(st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"])))
def test_utf_8_reads_back_letter_for_letter(text: str) -> None:
    assert decode(text.encode("utf-8")) == text
