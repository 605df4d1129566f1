"""What the system says of a process."""

from __future__ import annotations

from pathlib import Path


def is_there(pid: int) -> bool:
    """Whether the process runs; one that only waits to be taken note of does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in ("Z", "X")
