"""How requests and answers travel between processes, and into the cache."""

from __future__ import annotations

from factcheck.columns import Columns
from factcheck.documents import Content, Limits, Metadata
from factcheck.model import Copied, Rule, Skipped, Span
from factcheck.work.comparing import Found, Spots
from factcheck.work.groups import Bundle, Group
from factcheck.work.held import Said
from factcheck.work.parts import Card, Part

_OF_FILES = (Metadata, Limits, Content, Card, Part, Skipped)
_OF_GROUPS = (Span, Copied, Said, Group, Bundle, Rule, Spots, Found)

MESSAGES = Columns((*_OF_FILES, *_OF_GROUPS))
