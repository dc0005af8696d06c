"""Makes the README's picture of the example anew: `python -m tests.reporting.photograph`, after `make report`."""

from __future__ import annotations

from pathlib import Path

from tests.reporting.browser import chromium

EXAMPLE = Path("reports/border-buildup")


def main() -> None:
    """Write `report.png` beside `report.html`: the first finding, at one and a half times its size."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1100, "height": 1400}, device_scale_factor=1.5)
        page.goto((EXAMPLE / "report.html").resolve().as_uri())
        page.evaluate("document.getElementById('filter').hidden = true")  # it would stick over the finding
        page.locator(".finding").first.screenshot(path=EXAMPLE / "report.png")


if __name__ == "__main__":
    main()
