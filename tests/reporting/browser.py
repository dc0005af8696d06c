"""Reports opened in headless Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from factcheck.model import Report
from factcheck.reporting import render

AXE = Path(__file__).parents[1] / "vendor/axe-core/axe.min.js"
PHONE, DESK = 390, 1200
WAIT = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
FILTERED = f"""async ([name, value]) => {{
    const field = document.getElementById('filter').elements[name], start = performance.now();
    field.value = value;
    field.dispatchEvent(new Event('input', {{bubbles: true}}));
    await {WAIT}; await {WAIT};
    return performance.now() - start;
}}"""
"""Puts a value into a field of the filter; gives the milliseconds until it shows."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. Skips the test where none is installed, and fails it where FACTCHECK_CHROMIUM is "required"."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        reason = "Chromium is not installed: `apt-get install chromium`"
        (pytest.fail if os.environ.get("FACTCHECK_CHROMIUM") == "required" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens reports, and holds against a page what it did that it must not."""

    browser: Browser
    folder: Path

    @contextmanager
    def __call__(
        self, report: Report, *, width: int = DESK, dark: bool = False, script: bool = True, at: str = ""
    ) -> Iterator[Page]:
        """The report's page, `at` an anchor; at the end, that it asked for nothing and complained of nothing."""
        file = self.folder / "report.html"
        file.write_text(render(report, "html"), encoding="utf-8")
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        context = self.browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script
        )
        page, complaints = context.new_page(), list[str]()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{file.as_uri()}{at}")
        yield page
        context.close()
        assert complaints == []
        assert {url.partition("#")[0] for url in asked} == {file.as_uri()}


def settled(page: Page) -> None:
    """Waits for what the last event set off: the next frame, and what it started."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def until(page: Page, condition: str) -> None:
    """Waits until an expression holds; asks from without, since the page's policy lets no text be run in it."""
    for _ in range(200):
        if page.evaluate(f"Boolean({condition})"):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never: {condition}")
