"""`make fuzz`: every reader, and the grammar, with atheris, which looks for inputs that reach new code.

Each has its share of the seconds in a process of its own, and begins with its samples. An input that makes one crash,
take over 20 seconds or 2 GB is written to `.fuzz/` and told; the last lines say how many were tried, by reader.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import GRAMMAR, targets

_FOUND = Path(".fuzz")
_LONGEST = 60_000
_SLACK = 120
"""Seconds for starting, and for the last input."""


def main() -> int:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    names = [*targets(), GRAMMAR]
    _FOUND.mkdir(exist_ok=True)
    tried = {name: _run(name, max(1, seconds // len(names))) for name in names}
    for name, (count, fault) in tried.items():
        sys.stdout.write(f"{name:12} {count:9,} inputs {fault}".rstrip() + "\n")
    return int(any(fault for _, fault in tried.values()))


def _run(name: str, seconds: int) -> tuple[int, str]:
    """How many inputs were tried, and what one of them did."""
    limits = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2000", f"-max_len={_LONGEST}"]
    options = [f"-artifact_prefix={_FOUND}/{name}-", "-print_final_stats=1", *limits]
    command = [sys.executable, "-m", "tests.fuzz.explore", name, *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds + _SLACK)
    except subprocess.TimeoutExpired:
        return 0, "does not end"
    (_FOUND / f"{name}.log").write_text(done.stderr + done.stdout, encoding="utf-8")
    counted = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
    fault = "" if done.returncode == 0 else f"and one that breaks it: see .fuzz/{name}.log"
    return int(counted[1]) if counted else 0, fault


if __name__ == "__main__":
    sys.exit(main())
