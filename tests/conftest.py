"""What tests of several folders share, made once for all of them."""

from __future__ import annotations

import pytest

from factcheck import pipeline
from factcheck.model import Report
from tests.quality import archives


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of more documents than meet as a whole."""
    folder = tmp_path_factory.mktemp("archive")
    archives.write(40, folder)
    return str(folder)


@pytest.fixture(scope="session")
def serial(archive: str) -> Report:
    """The report on the archive, made in this process."""
    return pipeline.check([archive])
