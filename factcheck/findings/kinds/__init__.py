"""Kinds of check: one module each, with `Options` (pydantic) and `find(rule, evidence)`."""
