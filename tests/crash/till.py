"""A till in a process of its own: the real program, and a hand at it.

    python -m tests.crash.till SPEC

It is `boxoffice --server ADDRESS` as it is, by its own `main`; what is added is a hand that begins
to work once the window is there, a PDF in place of the printer, and what SPEC (a JSON object, see
`Spec`) asks for: steps that end the process, a bug, a shadow of what is flushed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from boxoffice.cli.main import main as boxoffice
from boxoffice.desktop import app, starting
from tests.crash import power, steps
from tests.crash.bugs import BUGS
from tests.crash.look import look
from tests.crash.stories import STORIES, Till


@dataclass(frozen=True, slots=True)
class Spec:
    """What a till does.

    Attributes:
        home: its BOXOFFICE_HOME.
        told: the file of what comes and is seen.
        story: what the clerk does; empty to look at what an earlier run left.
        label: the step that ends it; empty for none.
        shadow: where to keep what a loss of power leaves; empty for nowhere.
        choice: what becomes of open orders after a restart: `go on`, `give back`, or empty to
            leave them.
        orders: the numbers of what the clerk knows to be sold.
        is_watched: whether steps are counted at all; a restart is looked at as it is.
    """

    address: str
    home: str
    told: str
    story: str = ""
    label: str = ""
    nth: int = 1
    bug: str = ""
    shadow: str = ""
    choice: str = ""
    orders: tuple[int, ...] = ()
    unreadable: tuple[str, ...] = ()
    is_watched: bool = True


def main(words: list[str]) -> int:
    spec = Spec(**json.loads(words[0]))
    if spec.shadow:
        power.watch(Path(spec.home), Path(spec.shadow))
    gate = steps.Gate(Path(spec.told), spec.label, spec.nth)
    if spec.is_watched:
        steps.instrument(gate, spec.story)
    if spec.bug:
        BUGS[spec.bug]()
    _print_to(Path(spec.home) / "paper.pdf")
    steps.wrap(
        "boxoffice.desktop.app:Application.__init__", partial(_with_a_hand, spec=spec, gate=gate)
    )
    return boxoffice(["--server", spec.address, "--language", "en"])


def _print_to(paper: Path) -> None:
    """A PDF stands for the printer, as in every test."""
    setattr(starting, app.Options.__name__, partial(app.Options, print_to=paper))


def _with_a_hand(old: Any, *, spec: Spec, gate: steps.Gate) -> Any:
    def begin(self: app.Application, options: app.Options) -> None:
        till = Till(gate, Path(spec.home))
        if spec.story in ("sale", steps.RESTART):
            till.arm()  # the start is a step as well
        old(self, options)
        till.task = asyncio.get_running_loop().create_task(_work(self, till, spec))

    return begin


async def _work(application: app.Application, till: Till, spec: Spec) -> None:
    """The hand's work; what goes wrong with it is told, and ends the process."""
    failures = _Failures()
    logging.getLogger().addHandler(failures)
    try:
        await till.sit_down(application)
        if spec.story in STORIES:
            await STORIES[spec.story](till)
        else:
            await look(till, spec.orders, spec.choice, frozenset(spec.unreadable))
        till.tell(end=spec.story, failures=failures.lines)
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever looks from outside is told
        till.tell(failed=f"{type(error).__name__}: {error}", screen=till.screen())
        application.window.closing.emit()
        return
    if spec.story:
        await asyncio.Event().wait()  # until it is killed
    application.window.closing.emit()


class _Failures(logging.Handler):
    """What the program calls an error of its own."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record)[-500:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
