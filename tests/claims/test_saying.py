"""Whether a source's figure says what a draft's figure says."""

from __future__ import annotations

import pytest

from factcheck.claims.saying import Saying, says
from tests.claims.builders import mention

ROWS: list[tuple[str, str, Saying | None]] = [
    ("12 ships", "twelve ships", "same"),
    ("12 ships", "13 ships", None),
    ("12 ships", "12 kilometers", None),
    ("40 percent", "40%", "same"),
    ("10 kilometers", "6 miles", "converted"),
    ("10 kilometers", "10 miles", None),
    ("$1.2 million", "$1,215,000", "rounded"),
    ("$3 million", "$3.1 million", None),
    ("about $3 million", "$3.1 million", "rounded"),
    ("$2.80", "$2.79", None),
    ("around 870 cases", "870 cases", "same"),
    ("around 871 cases", "870 cases", None),
    ("about 900 cases", "870 cases", "rounded"),
    ("more than 800 cases", "870 cases", "rounded"),
    ("more than 500 cases", "870 cases", None),
    ("more than 900 cases", "870 cases", None),
    ("under 900 cases", "870 cases", "rounded"),
    ("under 800 cases", "870 cases", None),
    ("$1.30 to $1.40", "$1.30 to $1.40", "same"),
    ("$1.30 to $1.40", "$1.30 to $1.45", None),
    ("$1.40", "$1.30 to $1.40", "same"),
    ("dozens of cases", "dozens of cases", "same"),
    ("millions of cases", "billions of cases", None),
    ("dozens of cases", "48 cases", "rounded"),
    ("dozens of cases", "800 cases", None),
    ("4 March 2024", "Monday, 4 March 2024", "same"),
    ("4 March 2024", "5 March 2024", None),
]


@pytest.mark.parametrize(("draft", "source", "expected"), ROWS)
def test_a_source_gives_the_figure(draft: str, source: str, expected: Saying | None) -> None:
    assert says(mention(draft), mention(source, "d2")) == expected
