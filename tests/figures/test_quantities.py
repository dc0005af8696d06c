"""Units that only quantulum3 knows: asked for a word that looks like one, once, and without a trace."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from factcheck.figures import quantities
from tests.figures.extracted import figure, value


@pytest.mark.parametrize(
    ("surface", "unit"),
    [
        ("kilolitres", "cubic_meter"),
        ("kiloliter", "cubic_meter"),
        ("microlitres", "cubic_millimeter"),
        ("picometres", None),  # units.txt has it, quantulum.txt does not
        ("petaseconds", None),
        ("programs", None),
        ("telegrams", None),
        ("kilo", None),
        ("metres", None),
        ("Decameron", None),
        ("", None),
        ("kilo" * 20 + "metres", None),
    ],
)
def test_a_unit_is_believed_only_where_the_table_has_it(surface: str, unit: str | None) -> None:
    found = quantities.unit_of(surface)
    assert (found.name if found else None) == unit


def test_a_figure_takes_the_unit() -> None:
    found = figure("The tank holds 12 kilolitres of milk.", "12")
    assert (found.kind, value(found), found.amount.unit) == ("measure", "12", "cubic_meter")


def test_the_root_logger_stays_as_it_was() -> None:
    before = (list(logging.root.handlers), logging.root.level)
    quantities.unit_of("kilolitre")
    assert (list(logging.root.handlers), logging.root.level) == before


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    quantities._asked.cache_clear()
    quantities.unit_of("kilolitre")
    assert caplog.records == []
    assert logging.getLogger("quantulum3").level == logging.NOTSET


@pytest.mark.parametrize(
    ("sentence", "loaded"),
    [
        ("The 40 programs cost $5 million over 12 years, and 300 telegrams came.", False),
        ("The tank holds 12 kilolitres.", True),
    ],
)
def test_it_is_loaded_only_for_a_word_that_looks_like_a_unit(sentence: str, loaded: bool) -> None:
    code = f"import sys, factcheck; factcheck.extract({sentence!r}); print('quantulum3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (str(loaded), "")
