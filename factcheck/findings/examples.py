"""The marked text of a rule: `rules/TOPIC/NAME.md` beside `rules/TOPIC/NAME.yaml`, for editors and for tests.

    # TOPIC/NAME                         the rule's id
    What the rule is for, in a sentence.
    ## Found                             examples in which the rule speaks, once, and no other rule does
    What the example shows.
    ```text outlet="Harbour Times" published=2024-03-06
    The text of the first source.
    ```
    ```text outlet=Ledger published=2024-03-06
    The text of the second source.
    ```
    ## Not found                         examples in which the rule is silent

A fenced block is a source, blocks without prose between them are the sources of one example, and the
prose before the first says what the example shows. `outlet` and `published` may be left out; `role=draft` marks
the draft.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import Role

SECTIONS = {"## Found": True, "## Not found": False}
_BLOCK = re.compile(r"^```text(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_HEADING = re.compile(r"^(##? .*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an example: a source or the draft, and what is known about it."""

    text: str
    published: date | None = None
    outlet: str = ""
    role: Role = "source"


@dataclass(frozen=True, slots=True)
class Example:
    """Texts, whether the rule speaks of them, what they show, and the line on which the first begins."""

    rule: str
    found: bool
    shows: str
    passages: tuple[Passage, ...]
    line: int = 0

    def fault(self, spoke: Sequence[str]) -> str | None:
        """What is wrong where these rules spoke, one entry for each finding; None where nothing is."""
        if not self.found:
            return f"{self.rule} should be silent, but spoke" if self.rule in spoke else None
        if list(spoke) == [self.rule]:
            return None
        told = ", ".join(spoke) if spoke else "no rule"
        return f"{self.rule} should speak, once and alone, but {told} spoke"


def examples(text: str) -> list[Example]:
    """The examples of a marked text. ValueError where it breaks the format."""
    if not text.startswith("# "):
        raise ValueError("the first line is the rule's id: # TOPIC/NAME")
    rule, _, rest = text.removeprefix("# ").partition("\n")
    parts = _BLOCK.split(rest)
    made: list[Example] = []
    section: bool | None = None
    line = 2
    for prose, known, words in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        line += prose.count("\n")
        passage = _passage(known, words)
        if not prose.strip() and made:
            made[-1] = replace(made[-1], passages=(*made[-1].passages, passage))
            if sum(p.role == "draft" for p in made[-1].passages) > 1:
                raise ValueError(f"{made[-1].shows!r:.40}: an example has one draft at most")
        else:
            section, shows = _before(prose, section)
            made.append(Example(rule.strip(), section, shows, (passage,), line))
        line += words.count("\n") + 1
    if parts[-1].strip():
        raise ValueError(f"{parts[-1].strip()!r:.40}: no example follows")
    return made


def _before(prose: str, section: bool | None) -> tuple[bool, str]:
    """The section that an example is in and what it shows, from the prose before it."""
    above, *headed = _HEADING.split(prose)
    shows = " ".join((headed[-1] if headed else prose).split())
    if "```" in prose:
        raise ValueError(f"{shows!r:.40}: a source stands between ```text and ```")
    if len(headed) > 2 or (headed and above.strip() and section is not None):
        raise ValueError(f"{headed[-2]}: no example stands before it")
    if headed and headed[0].strip() not in SECTIONS:
        raise ValueError(f"{headed[0]}: the sections are {' and '.join(SECTIONS)}")
    if headed:
        section = SECTIONS[headed[0].strip()]
    if section is None or not shows:
        raise ValueError(f"{shows!r:.40}: an example stands in a section, behind what it shows")
    return section, shows


def _passage(known: str, text: str) -> Passage:
    said = {key: value for key, _, value in (word.partition("=") for word in shlex.split(known))}
    published, outlet, role = said.pop("published", None), said.pop("outlet", ""), said.pop("role", "source")
    if said or role not in ("source", "draft"):
        raise ValueError(f"{', '.join(said) or role}: a source has outlet, published and role (source or draft)")
    day = date.fromisoformat(published) if published else None
    return Passage(text.strip(), day, outlet, "draft" if role == "draft" else "source")
