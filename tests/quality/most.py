"""The most memory that a process has had."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_BYTES = 1 if sys.platform == "darwin" else 1024
"""Of the unit in which the most memory is told."""


def most() -> float:
    """That of this process, in megabytes; on Linux without what its parent had when it began."""
    if _STATUS.exists():
        return int(_STATUS.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) * 1024e-6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES * 1e-6
