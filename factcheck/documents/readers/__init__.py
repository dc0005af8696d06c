"""One module per input format: `SUFFIXES`, with the dot and in lower case, and `read(source)`, a `reading.Reader`."""
