from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from boxoffice.domain.clock import SystemClock
from tests import ROOT
from tests.waiting import PATIENCE

_SLEPT = 1200  # seconds
# A process whose machine has slept, by its clocks: Linux can set them off for it.
_AFTER_SLEEP = ["unshare", "--time", "--boottime", str(_SLEPT), "--fork"]
_PROBE = (
    "import time; from boxoffice.domain.clock import SystemClock;"
    "print(SystemClock().monotonic() - time.monotonic())"
)


def test_it_never_steps_back() -> None:
    clock = SystemClock()
    moments = [clock.monotonic() for _ in range(1000)]
    assert all(sooner <= later for sooner, later in pairwise(moments))


@pytest.mark.skipif(sys.platform != "linux", reason="sets the clocks off as Linux does")
def test_it_goes_on_while_the_machine_sleeps() -> None:
    def ahead(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*words, sys.executable, "-c", _PROBE],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    try:
        asleep = ahead(*_AFTER_SLEEP)
    except FileNotFoundError:
        pytest.skip("unshare is not installed")
    if asleep.returncode != 0:
        pytest.skip(f"may not set clocks off here: {asleep.stderr.strip()}")
    awake = ahead()
    assert round(float(asleep.stdout) - float(awake.stdout), -1) == _SLEPT
