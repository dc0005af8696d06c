"""Output formats, one module each: `render(report: Report, page: Page) -> str`."""
