"""A sample of `python -m tests.scans`: real keys, stamped by X, at the real window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scans.display import missing

pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(missing()), reason="no X server, or nobody at its keyboard"),
]


def run(folder: Path, *words: str) -> dict[str, Any]:
    told = folder / "scans.json"
    command = [sys.executable, "-m", "tests.scans", "--json", str(told), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert told.exists(), done.stdout + done.stderr
    found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    return found


def test_real_scans_are_looked_up_or_refused_and_do_nothing_else(tmp_path: Path) -> None:
    told = run(tmp_path, "--minutes", "0", "--forms", "4", "--places", "map,payment,list open")
    assert len(told["scans"]) == 12
    in_time = [seen for seen in told["scans"] if not seen["is_late"]]
    assert in_time
    for seen in in_time:
        assert seen["is_right"], seen
        assert (seen["seats"], seen["sold"], seen["characters"]) == (0, 0, 0), seen


def test_a_hand_is_no_scanner_while_the_window_stands_still(tmp_path: Path) -> None:
    typed = run(tmp_path, "--minutes", "0.15", "--forms", "1", "--places", "search")["typing"]
    assert typed["characters"] > 0
    assert typed["stalls"] > 0
    assert (typed["wrong"], typed["scans"]) == ([], 0)
