"""Makes the README's picture of a review anew: `python -m tests.review.photograph`, after `make report`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import expect

from factcheck import pipeline
from factcheck.config import Settings
from tests.reporting.browser import chromium
from tests.review.served import served

EXAMPLE = Path("reports/border-buildup")


def main() -> None:
    """Write `review.png` beside the example: its first finding, about to be decided."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "decisions.sqlite"
        found = pipeline.desk([str(EXAMPLE / "sources")], str(EXAMPLE / "draft.md"), str(database), settings=Settings())
        with served(found, database) as review, chromium() as browser:
            page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=1.25)
            page.goto(review.address)
            expect(page.locator("#heading")).to_be_visible()
            page.keyboard.press("d")
            page.keyboard.press("2")
            page.screenshot(path=EXAMPLE / "review.png")


if __name__ == "__main__":
    main()
