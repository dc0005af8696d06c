"""Documents of printed pages: lines by their place on the page, and the paragraphs that they make."""
