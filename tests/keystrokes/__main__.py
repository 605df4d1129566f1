"""Plays ten sales in the real window, and prints how many keys and clicks each took, and how long a
practised clerk needs for it by the keystroke-level model.

    .venv/bin/python -m tests.keystrokes

Exit code 1 if one takes more than it may.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from boxoffice.views.kit.theme import apply_theme, load_fonts
from tests.keystrokes.model import Operator
from tests.keystrokes.sales import Counted, count_all


def main() -> int:
    app = QApplication(sys.argv[:1])
    load_fonts(app)
    apply_theme(app, "light")
    app.setQuitOnLastWindowClosed(False)
    loops = asyncio.Runner(loop_factory=partial(QEventLoop, app))
    with tempfile.TemporaryDirectory() as folder, loops as runner:
        counted = runner.run(count_all(Path(folder)))
    times = ", ".join(f"{operator.value} {operator.seconds:.2f}" for operator in Operator)
    sys.stdout.write(f"{'sale':42} {'took':>4} {'may':>4} {'KLM s':>6}  what the hand does\n")
    sys.stdout.writelines(map(_line, counted))
    sys.stdout.write(f"seconds: {times}\n")
    return 0 if all(one.strokes.count <= one.sale.most for one in counted) else 1


def _line(one: Counted) -> str:
    strokes = one.strokes
    counts = f"{strokes.count:>4} {one.sale.most:>4} {strokes.seconds:>6.1f}"
    return f"{one.sale.name:42} {counts}  {strokes.letters}\n"


if __name__ == "__main__":
    sys.exit(main())
