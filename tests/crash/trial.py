"""One trial: a till is killed, started again as it is, and looked at."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests import ROOT
from tests.crash import facts as there
from tests.crash import power
from tests.crash.facts import Facts
from tests.crash.house import TOKEN, House, Houses
from tests.crash.judge import Fault, judge, notes
from tests.crash.steps import RESTART
from tests.load.verify import verify
from tests.waiting import PATIENCE

_PATIENCE = 300.0  # seconds for a run, on a machine that has much else to do
_AFTER_THE_END = 5.0  # seconds in which what a story began may come to its step
_LONGEST_RESTART = 3.0
_LONGEST = 6.0  # seconds after which a kill at random comes at the latest
RANDOM = "at random"


@dataclass(frozen=True, slots=True)
class Trial:
    """What is done.

    Attributes:
        label: at which step it is killed, or `RANDOM`.
        again: at which step of its restart it is killed once more; empty for none.
        loss: what is lost besides the process: `nothing`, the `power` of the till, or of `both`
            the till and the service.
        choice: what the clerk says to open orders after it.
        is_spoiled: a row of each of the counter's files cannot be read.
    """

    number: int
    database: str
    story: str
    label: str
    nth: int = 1
    loss: str = "nothing"
    choice: str = "give back"
    is_spoiled: bool = False
    again: str = ""
    bug: str = ""
    seed: int = 1

    @property
    def kills(self) -> tuple[str, ...]:
        return (self.label, self.again) if self.again else (self.label,)


@dataclass(slots=True)
class Outcome:
    trial: Trial
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    seconds: float = 0.0
    settled: int = 0
    offered: int = 0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def run(trial: Trial, houses: Houses) -> Outcome:
    """Runs it; what is wrong is in the outcome."""
    began = time.monotonic()
    outcome = Outcome(trial)
    with tempfile.TemporaryDirectory(prefix="crash-trial-") as name:
        folder = Path(name)
        with houses.one(trial.database, folder / "house") as house:
            facts = Facts()
            try:
                _play(trial, house, folder, facts)
            except _NotReached as error:
                outcome.faults.append(("harness", str(error)))
            except Exception as error:  # noqa: BLE001 - the other trials go on
                outcome.faults.append(("harness", f"{type(error).__name__}: {error}"))
            else:
                outcome.faults = judge(facts)
                outcome.notes = notes(facts)
                wrong = verify(house.place, {})
                outcome.faults += [("double", text) for texts in wrong.values() for text in texts]
                looked = list(facts.told("settled", last_run=True))
                outcome.settled = sum(len(line["settled"]) for line in looked)
                outcome.offered = sum(len(line["offers"]) for line in looked)
    outcome.seconds = time.monotonic() - began
    return outcome


class _NotReached(Exception):
    """The step did not come."""


def _play(trial: Trial, house: House, folder: Path, facts: Facts) -> None:
    home = folder / "home"
    home.mkdir()
    what = {"story": trial.story, "label": trial.label, "nth": trial.nth}
    _killed(trial, house, folder, facts, what)
    facts.intents = there.intents_of(home)
    facts.is_exchange = trial.story in ("exchange", "anew")
    if trial.again:
        _killed(trial, house, folder, facts, {"story": RESTART, "label": trial.again})
    if trial.loss != "nothing":
        power.cut(home, folder / "shadow")
    if trial.loss == "both":
        house.lose_power()
    facts.at_kill = there.server_orders(house.place)
    record = there.record_of(home)
    facts.exchanging = [id_ for id_, order in record.items() if order.fate == "exchanging"]
    unreadable: list[str] = []
    if trial.is_spoiled and (home / "orders.sqlite").exists():
        there.spoil(home, house.address)
        unreadable = [there.UNREADABLE]
        facts.is_spoiled = True
    look = {
        "is_watched": False,
        "choice": trial.choice,
        "unreadable": unreadable,
        "bug": trial.bug,
        "orders": sorted(id_ for id_, order in facts.at_kill.items() if order.external_id),
    }
    run_ = _Run(house, folder, len(facts.runs), look)
    facts.ended = run_.wait()
    facts.left_behind = run_.left_behind()
    facts.runs.append(run_.lines())
    facts.errors = run_.errors()
    facts.papers += there.collect_papers(home, len(facts.runs) - 1)
    facts.at_end = there.server_orders(house.place)
    facts.keys = there.answered_keys(house.place)
    facts.intents_at_end = there.intents_of(home)
    facts.record = there.record_of(home)


def _killed(
    trial: Trial, house: House, folder: Path, facts: Facts, what: dict[str, object]
) -> None:
    """Runs the program until it is killed, and looks at what is there then."""
    at_random = what["label"] == RANDOM
    longest = _LONGEST_RESTART if what["story"] == RESTART else _LONGEST
    shadow = str(folder / "shadow") if trial.loss != "nothing" else ""
    given = {"bug": trial.bug, "shadow": shadow}
    run_ = _Run(house, folder, len(facts.runs), given | what | ({"label": ""} if at_random else {}))
    if at_random:
        run_.kill_after(random.Random(trial.seed).uniform(0, longest))
    elif run_.wait() != -9:
        raise _NotReached(f"{what['label']!r} did not come: {run_.lines()[-3:]} {run_.errors()}")
    run_.left_behind()  # what prints for it may come to its end
    facts.runs.append(run_.lines())
    facts.papers += there.collect_papers(folder / "home", len(facts.runs) - 1)
    facts.at_kills.append(there.server_orders(house.place))


def _screen(folder: Path) -> Path:
    """A screen as large as a till's."""
    path = folder / "screen.json"
    screen = {
        "name": "till",
        "x": 0,
        "y": 0,
        "width": 1366,
        "height": 768,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path.write_text(
        json.dumps(
            {
                "synchronousWindowSystemEvents": False,
                "windowFrameMargins": False,
                "screens": [screen],
            }
        )
    )
    return path


class _Run:
    """One run of the program."""

    def __init__(self, house: House, folder: Path, number: int, what: dict[str, object]) -> None:
        self._told = folder / f"told-{number}"
        self._error = folder / f"errors-{number}"
        self._home = home = folder / "home"
        spec = {"address": house.address, "home": str(home), "told": str(self._told)}
        with self._error.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.crash.till", json.dumps(spec | what)],
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                cwd=ROOT,
                env={
                    **os.environ,
                    "BOXOFFICE_HOME": str(home),
                    "BOXOFFICE_TOKEN": TOKEN,
                    "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(folder)}",
                    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
                },
            )

    def wait(self) -> int | None:
        """How it ended; None where it came to its end, or went on and on, and was killed for it."""
        ends = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < ends:
            if any(line.get("end") for line in self.lines()):
                ends = min(ends, time.monotonic() + _AFTER_THE_END)
            time.sleep(0.05)
        if self.process.poll() is None:
            self.kill()
            return None
        return self.process.returncode

    def kill_after(self, seconds: float) -> None:
        """Kills it at a moment after its steps began to count."""
        ends = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < ends:
            if any("armed" in line for line in self.lines()):
                time.sleep(seconds)
                break
            time.sleep(0.05)
        self.kill()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)

    def left_behind(self) -> list[str]:
        """The processes that it began and that are still there once it has ended."""
        ends = time.monotonic() + _AFTER_THE_END
        while (found := _with_home(self._home)) and time.monotonic() < ends:
            time.sleep(0.05)
        return found

    def lines(self) -> list[there.Line]:
        return there.lines_of(self._told)

    def errors(self) -> str:
        return self._error.read_text(encoding="utf-8", errors="replace")[-6000:]


def _with_home(home: Path) -> list[str]:
    """The commands of all processes that work with this home; on Linux only."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"BOXOFFICE_HOME={home}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode()[:200])
        except OSError:
            continue
    return [command for command in found if command]
