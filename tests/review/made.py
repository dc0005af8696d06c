"""Decisions made up for tests."""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import Stood, Verdict
from factcheck.review import Entry

AT = "2026-05-07T09:30:00.000000Z"


def stood(document: str, text: str) -> Stood:
    value = text.replace(",", "")
    sentence = f"The new stadium in Port Elsin seats {text} spectators, the city said."
    return Stood(document, "count", value, value, "", "seats", text, sentence)


def entry(fingerprint: str = "f1", verdict: Verdict | None = "dismissed", **parts: Any) -> Entry:  # noqa: ANN401
    """A decision that two counts of seats are no conflict; `parts` say what is otherwise."""
    known: dict[str, Any] = {"at": AT, "editor": "R. Editor", "reason": "before and after it was rebuilt"}
    if verdict is not None:
        sides = ((stood("draft.md", "41,000"),), (stood("ledger.txt", "38,000"),))
        known |= {"message": "Seats differ.", "rule": "discrepancy/conflict", "sides": sides}
    return Entry(fingerprint=fingerprint, verdict=verdict, **(known | parts)).signed()


def line(**changes: object) -> str:
    """An entry as a line of an export, changed after it was signed."""
    return json.dumps({**entry().model_dump(mode="json"), **changes})
