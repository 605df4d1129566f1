"""The Qt binding at hand must survive a day at the counter.

PySide6 6.12.0 on Python 3.10 and 3.11 takes a reference from None with every call that returns
nothing (and from True with every emit), until the interpreter aborts.
"""

from __future__ import annotations

import subprocess
import sys

from tests.waiting import PATIENCE

MANY_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

app = QCoreApplication([])
bell, heard = Bell(), []
bell.rung.connect(heard.append)
for _ in range(60_000):
    bell.setObjectName("bell")
    bell.rung.emit(True)
print(len(heard))
"""


def test_many_thousand_calls_and_signals_do_not_end_the_interpreter() -> None:
    result = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "60000"
