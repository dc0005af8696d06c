"""Output formats, one module each: `SUFFIX` of its files, `render(report: Report, page: Page) -> str | bytes`."""
