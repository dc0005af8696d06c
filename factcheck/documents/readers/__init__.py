"""One module per input format: `SUFFIXES`, with the dot and in lower case, and `read(data) -> Reading`."""
