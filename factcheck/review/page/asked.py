"""What a page may ask to be written down, as JSON."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import UsageError
from factcheck.model import Verdict

_Asked = TypeVar("_Asked", bound="Asked")


class Asked(BaseModel):
    """`editor` is who asks."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    editor: str = Field(max_length=200)


class Deciding(Asked):
    """A verdict on a finding, by its fingerprint; `beside` are further figures that are the same thing."""

    finding: str = Field(min_length=1, max_length=200)
    verdict: Verdict
    reason: str = Field(default="", max_length=2000)
    beside: list[str] = Field(default=[], max_length=50)


class Undoing(Asked):
    """A decision to be taken back, by its id; the editor's own latest where none is named."""

    decision: str | None = Field(default=None, min_length=1, max_length=100)


def read(kind: type[_Asked], body: bytes) -> _Asked:
    """What a body asks. UsageError where it is something else."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the body"
        raise UsageError(f"{place}: {first['msg'].lower()}") from error
