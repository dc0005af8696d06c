"""A mail as a file: its text, and its attachments as documents of their own. What it quotes is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, islice
from typing import TYPE_CHECKING

from factcheck.documents import nested, passages
from factcheck.documents.encoding import Decoded, decoded
from factcheck.documents.moments import in_utc
from factcheck.documents.reading import Metadata, Reading, Source
from factcheck.documents.transcript import Transcript
from factcheck.errors import UnreadableError
from factcheck.model import Skipped

if TYPE_CHECKING:
    from email.message import EmailMessage

SUFFIXES = (".eml",)

_HEADERS = ("from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type")
_QUOTED = re.compile(r"[ \t]*>")
_QUOTES = re.compile(r"(?:On\b.{5,200}\bwrote:|.{0,200}\bschrieb.{0,80}:|Le\b.{5,200} a écrit\s?:)[ \t]*\Z")
_FORWARD = re.compile(r"-{2,}\s*(?:Original Message|Ursprüngliche Nachricht)\s*-{2,}", re.IGNORECASE)
_LOCKED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_DASHES = "--"
_SIGNATURE = f"{_DASHES} "
_LONGEST_HEADER = 2_000
"""Characters: decoding a longer one takes time by the square."""
MOST_ATTACHED = 200


def read(source: Source) -> Iterator[Reading | Skipped]:
    """The mail's text, then its attachments. Raises UnreadableError for what has no mail's headers."""
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    mail = message_from_bytes(source.data, policy=policy.default)
    if not isinstance(mail, EmailMessage) or not any(header in mail for header in _HEADERS):
        raise UnreadableError("no mail (it has no headers); save it as .txt")
    if isinstance(held := mail.get_payload(), list):
        del held[MOST_ATTACHED + 2 :]  # the text, and one more than is read: each costs a look at its headers
    yield _text(mail)
    attached, parts = list(islice(_attached(mail), MOST_ATTACHED + 1)), nested.Parts()
    for n, part in enumerate(attached[:MOST_ATTACHED], 1):
        yield from _attachment(source, part, n, parts)
    if len(attached) > MOST_ATTACHED:
        yield Skipped("", f"attachments behind the first {MOST_ATTACHED} were not read; save them as files")


def _text(mail: EmailMessage) -> Reading | Skipped:
    from email.message import EmailMessage

    body = mail.get_body(preferencelist=("plain", "html"))
    if mail.get_content_type() in _LOCKED:
        return Skipped("", "a mail that is encrypted, or signed as a whole; save its text as .txt")
    try:
        found = _content(body) if isinstance(body, EmailMessage) else _unparted(mail)
    except UnreadableError as error:
        return Skipped("", f"the mail's text: {error}")
    words = found.text
    if not words.strip():
        return Skipped("", "a mail without text; its attachments are read by themselves")
    written = Transcript()
    subject = _header(mail, "subject")
    if subject:
        written.add("heading", subject, "subject")
    if body is not None and body.get_content_subtype() == "html":
        passages.write_html(written, words, "")
    else:
        _write(written, words)
    sent = _sent(mail)
    known = Metadata(subject, _sender(mail), sent.date() if sent else None, moment=in_utc(sent) if sent else None)
    return written.reading(known, (*found.problems, *_problems(mail)))


def _content(part: EmailMessage) -> Decoded:
    """The text of a part; a charset that is unknown or false is found as for any file."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return Decoded("")
    return decoded(data, part.get_content_charset("") if _is_sound(part, "content-type") else "")


def _unparted(mail: EmailMessage) -> Decoded:
    """What a mail holds that says that it has parts and does not part them."""
    whole = mail.get_payload()
    is_parted = mail.get_content_maintype() == "multipart"
    return decoded(whole.encode("utf-8", "surrogateescape")) if is_parted and isinstance(whole, str) else Decoded("")


def _problems(mail: EmailMessage) -> tuple[str, ...]:
    faults = sorted({type(defect).__name__ for part in mail.walk() for defect in part.defects})
    return (f"the mail is broken ({', '.join(faults)}); parts of it may be missing",) if faults else ()


def _is_sound(mail: EmailMessage, name: str) -> bool:
    return all(len(str(value)) <= _LONGEST_HEADER for key, value in mail.raw_items() if key.lower() == name)


def _header(mail: EmailMessage, name: str) -> str | None:
    if not _is_sound(mail, name):
        return None
    try:
        return " ".join(str(mail.get(name, "")).split()) or None
    except (ValueError, IndexError, AttributeError):  # the headers of hostile mails make the parser stumble
        return None


def _sender(mail: EmailMessage) -> str | None:
    from email.utils import parseaddr

    name, address = parseaddr(_header(mail, "from") or "")
    return name or address or None


def _sent(mail: EmailMessage) -> datetime | None:
    try:
        told: datetime | None = mail["date"].datetime if "date" in mail and _is_sound(mail, "date") else None
    except (ValueError, AttributeError, IndexError, TypeError):
        return None
    return told


def _write(written: Transcript, text: str) -> None:
    n = 0
    if ">" not in text and _DASHES not in text:  # nothing is quoted
        passages.write_plain(written, "\n".join(text.splitlines()), "")
        return
    for quoted, lines in groupby(_told(text.splitlines()), key=lambda pair: pair[0]):
        words = "\n".join(line for _, line in lines)
        if quoted:
            written.add("furniture", words, "quoted")
        elif words.strip():
            n += 1
            passages.write_plain(written, words, f"part {n}" if n > 1 else "")


def _told(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it is not the writer's own: a quote, the line above one, a signature, a mail below."""
    rest = False
    for n, line in enumerate(lines):
        rest = rest or line == _SIGNATURE or _FORWARD.match(line) is not None
        yield rest or _QUOTED.match(line) is not None or _heads_quote(line, lines[n + 1 : n + 4]), line


def _heads_quote(line: str, below: list[str]) -> bool:
    """Whether a line says whom the quote below it is by; as it ends with a colon, few need a closer look."""
    if not line.rstrip(" \t").endswith(":"):
        return False
    following = next((later for later in below if later.strip()), "")
    return _QUOTED.match(following) is not None and _QUOTES.match(line) is not None


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    from email.message import EmailMessage

    if mail.get_content_type() == "message/rfc822":
        yield mail  # a mail around another one, as its whole
        return
    try:
        yield from (part for part in mail.iter_attachments() if isinstance(part, EmailMessage))
    except (KeyError, TypeError, AttributeError):  # a mail of one part that is broken
        return


def _attachment(source: Source, part: EmailMessage, n: int, parts: nested.Parts) -> Iterator[Reading | Skipped]:
    from email.message import EmailMessage

    name = part.get_filename() or f"attachment-{n}{_suffix(part)}"
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        data = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        name = name if name.lower().endswith(".eml") else f"{name}.eml"
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
    yield from nested.inside(source, name, data, parts.of(name))


def _suffix(part: EmailMessage) -> str:
    from mimetypes import guess_extension

    return ".eml" if part.get_content_type() == "message/rfc822" else guess_extension(part.get_content_type()) or ""
