"""A dossier of our own that reviews are tried on: a reservoir's level in two papers, and a draft."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.model import Report, Verdict
from factcheck.review.desk import Desk

GAZETTE = "The flood in Orrin destroyed 340 homes, the district's council said on Tuesday.\n"
POST = "The flood in Orrin destroyed 410 homes, the fire service said on Tuesday.\n"
DRAFT = "The flood in Orrin destroyed 410 homes, according to the council.\n"
DAY = "---\npublished: 2024-03-06\n---\n"


@dataclass(frozen=True)
class Dossier:
    """A folder with `sources/` and, once it is written, `draft.md`."""

    folder: Path

    def write(self, **texts: str) -> None:
        """Sources by their names, and the draft; each is the text behind its day."""
        (self.folder / "sources").mkdir(exist_ok=True)
        for name, text in texts.items():
            place = self.folder if name == "draft" else self.folder / "sources"
            (place / f"{name}.md").write_text(DAY + text, encoding="utf-8")

    @property
    def database(self) -> Path:
        return self.folder / ".factcheck" / "decisions.sqlite"

    @property
    def draft(self) -> str | None:
        path = self.folder / "draft.md"
        return str(path) if path.exists() else None

    def desk(self) -> Desk:
        return pipeline.desk([str(self.folder / "sources")], self.draft, str(self.database), settings=Settings())

    def check(self) -> Report:
        """What a check says afterwards."""
        settings = Settings(decisions=str(self.database))
        return pipeline.check([str(self.folder / "sources")], self.draft, settings=settings)

    def decide(self, verdict: Verdict, reason: str = "", editor: str = "R. Editor", rule: str = "") -> None:
        """Decide the first finding (of a rule)."""
        desk = self.desk()
        found = next(item.finding for item in desk.items() if item.finding.rule.startswith(rule))
        desk.decide(found.id, verdict, reason, editor)
