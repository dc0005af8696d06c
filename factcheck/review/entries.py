"""What is written down of a review: an entry for each decision, and for each one that is taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from factcheck.model import BY_TIME, Decision, Stood, Verdict

UNDATED = "2000-01-01T00:00:00.000000Z"
"""In place of the moment, which the store sets."""
_STOOD = tuple(field.name for field in fields(Stood))


class Entry(BaseModel):
    """One decision as it is kept, or, where `undoes` names another entry, that this one is taken back.

    `at` is ISO in UTC with microseconds ("2026-05-07T09:30:00.000000Z"), so that text sorts by time; `id` is a digest
    of all the rest, so that an entry is the same in every database and cannot be changed unseen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal["factcheck-decision/1"] = "factcheck-decision/1"
    id: str = ""
    at: str = Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")
    editor: str = Field(min_length=1)
    fingerprint: str = Field(min_length=1)
    verdict: Verdict | None = None
    undoes: str = ""
    reason: str = ""
    rule: str = ""
    message: str = ""
    sides: tuple[tuple[Stood, ...], ...] = Field(default=(), strict=False)

    @field_validator("at")
    @classmethod
    def _is_a_moment(cls, at: str) -> str:
        datetime.fromisoformat(at)
        return at

    @field_validator("editor", "reason", "rule", "message", mode="before")
    @classmethod
    def _can_be_written(cls, told: object) -> object:
        return _whole(told) if isinstance(told, str) else told

    @field_validator("sides")
    @classmethod
    def _can_stand_in_a_file(cls, sides: tuple[tuple[Stood, ...], ...]) -> tuple[tuple[Stood, ...], ...]:
        return tuple(tuple(_written(stood) for stood in side) for side in sides)

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.verdict is None) != bool(self.undoes):
            raise ValueError("give a verdict, or the entry that is taken back")
        return self

    def digest(self) -> str:
        """What its `id` must be."""
        told = self.model_dump(mode="json", exclude={"id"})
        return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:20]

    def signed(self) -> Entry:
        """The entry with its id."""
        return self.model_copy(update={"id": self.digest()})

    def decision(self) -> Decision:
        """The decision; of no use for an entry that takes one back."""
        verdict = self.verdict or "confirmed"
        return Decision(
            self.fingerprint, verdict, self.reason, self.editor, self.at, self.id, self.rule, self.message, self.sides
        )


def taken_back(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the entries that others take back."""
    return frozenset(entry.undoes for entry in entries if entry.undoes)


def standing(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """For each fingerprint the latest decision that is not taken back, whoever made it."""
    known = sorted(entries, key=BY_TIME)
    gone = taken_back(known)
    return {e.fingerprint: e for e in known if not e.undoes and e.id not in gone}


def undoing(entry: Entry, editor: str) -> Entry:
    """The entry, to be appended, that takes back another one."""
    return Entry(at=UNDATED, editor=editor, fingerprint=entry.fingerprint, undoes=entry.id)


def _written(stood: Stood) -> Stood:
    """The figure in characters that can be written out: a text of JSON may hold half of one."""
    told = {name: getattr(stood, name) for name in _STOOD}
    try:
        "".join(told.values()).encode()
    except UnicodeEncodeError:
        return replace(stood, **{name: _whole(words) for name, words in told.items()})
    return stood


def _whole(words: str) -> str:
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
