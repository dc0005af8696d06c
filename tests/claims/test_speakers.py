"""Whether a draft gives a figure to somebody to whom no source gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.builders import Source, checked

BRIDGE = (
    "The bridge carries 14,000 cars a day, Mayor Ada Lind said on Monday. "
    "The harbour master, Bo Ek, said that 320 ships pass below it every week."
)
FIRE = "The fire in the Orla hills burned 420 hectares of forest. Two roads stay closed."


@pytest.mark.parametrize(
    ("draft", "source", "why"),
    [
        ("The mayor said 320 ships pass below it every week.", BRIDGE, "the source gives it to "),
        ("Ek said the bridge carries 14,000 cars a day.", BRIDGE, "the source gives it to "),
        ("According to Lind, 320 ships pass below it every week.", BRIDGE, "the source gives it to "),
        ("The fire burned 420 hectares of forest, Governor Ulla Berg said.", FIRE, "no source of it names "),
        ("The harbour master said 320 ships pass below it every week.", BRIDGE, None),
        ("Bo Ek said that 320 ships pass below it every week.", BRIDGE, None),
        ("The bridge carries 14,000 cars a day, Lind said.", BRIDGE, None),
        ("Officials said the bridge carries 14,000 cars a day.", BRIDGE, None),
        ("The bridge carries 14,000 cars a day.", BRIDGE, None),
        ("The fire burned 420 hectares of forest, a spokesman said.", FIRE, None),
    ],
)
def test_who_says_it(tmp_path: Path, draft: str, source: str, why: str | None) -> None:
    report = checked(tmp_path, source, Source(draft, draft=True))
    (support,) = report.supports
    told = support.reasons[-1] if support.outcome == "misattributed" else None
    assert (told is None) == (why is None), (support.outcome, support.reasons)
    assert told is None or why is None or told.startswith(why)
