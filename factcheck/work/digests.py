"""Digests of what results are worked out from."""

from __future__ import annotations

import hashlib


def digest(*parts: bytes) -> bytes:
    """The SHA-256 of some bytes, each part apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()
