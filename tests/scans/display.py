"""A display of the run's own: an X server without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.waiting import PATIENCE

_NEEDED = ("Xvfb", "xdotool", "setxkbmap")


def missing() -> tuple[str, ...]:
    """The programs that are needed and not installed here."""
    return tuple(name for name in _NEEDED if shutil.which(name) is None)


def in_time() -> list[str]:
    """Words before a command that has to be in time on a busy machine, as a scanner's chip is;
    where that is not allowed, none."""
    return ["nice", "-n", "-15"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


@contextmanager
def display() -> Iterator[str]:
    """The name of an X server that runs in the block, on a number that was free."""
    read, write = os.pipe()
    words = [
        *in_time(),
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        "1400x900x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(words, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server did not come up"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(PATIENCE)
