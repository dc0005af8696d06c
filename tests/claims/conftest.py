"""The model is loaded before the first test, so that no property test pays for it within its deadline."""

from __future__ import annotations

import pytest

from tests.claims.builders import mention


@pytest.fixture(scope="session", autouse=True)
def loaded_model() -> None:
    mention("The track is 5 kilometres long.")
