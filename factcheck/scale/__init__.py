"""Scale: what was worked out before is remembered, and what is to be worked out is shared among processes."""
