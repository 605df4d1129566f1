"""The way in: what a server speaks, as a report for a person and as a dialect for the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from boxoffice.connect.credentials import Credential
from boxoffice.connect.dialects.dialect import CONTRACT, Dialect
from boxoffice.connect.http_messages import Deadlines
from boxoffice.connect.probe.asking import DEADLINES, Asker, Progress, Survey
from boxoffice.connect.probe.guessing import Found, Hints, find
from boxoffice.connect.probe.heard import Fate
from boxoffice.connect.probe.proposal import proposal
from boxoffice.connect.probe.report import VERDICTS, Report, Verdict, report
from boxoffice.connect.probe.trial import CannotTry, Step, Trial
from boxoffice.connect.transport import Network

__all__ = [
    "VERDICTS",
    "CannotTry",
    "Fate",
    "NoTestEnvironment",
    "Probe",
    "Progress",
    "Report",
    "Step",
    "Verdict",
]


class NoTestEnvironment(Exception):
    """A trial would change something, and the server does not say that nothing there is real."""


@dataclass(frozen=True)
class Way:
    """What a probe begins with.

    Attributes:
        base: how the server says the API, as far as that is known.
        base_name: how a proposed file names it; empty for the contract.
    """

    base: Dialect = CONTRACT
    base_name: str = ""


class Probe:
    """One look at a server. What was seen holds wherever it is broken off.

    Args:
        address: as `checked_address` returns it.
        credential: as `Credential.read` returns it.
        transport: stands in for the network, in tests.
    """

    def __init__(
        self,
        address: str,
        credential: Credential,
        *,
        way: Way | None = None,
        ca_file: Path | None = None,
        transport: Network | None = None,
        deadlines: Deadlines = DEADLINES,
        on_progress: Callable[[Progress], None] = lambda _: None,
    ) -> None:
        self._address = address
        self._secret = credential.secret
        self._way = way or Way()
        self._asker = Asker(
            address, credential, ca_file=ca_file, transport=transport, deadlines=deadlines
        )
        self._survey = Survey(self._asker, self._way.base, on_progress)
        self._trial: Trial | None = None
        self._is_whole = False

    async def read(self) -> Report:
        """Asks for all that can be read; changes nothing."""
        await self._survey.run()
        self._is_whole = True
        return self.report()

    async def result(self) -> tuple[Report, str]:
        """The report and the proposed dialect, as far as they are known."""
        return await asyncio.to_thread(lambda: (self.report(), self.proposal()))

    async def sell(self, on_step: Callable[[Step], None]) -> None:
        """Reserves a seat, changes it and gives it back, on a test environment.

        Raises:
            NoTestEnvironment: the server does not say that it is one.
            CannotTry: there is nothing to be reserved.
        """
        if self.report().is_test is not True:
            raise NoTestEnvironment
        base = self._way
        answers = self._survey.answers
        self._trial = Trial(self._asker, base.base, base.base_name, answers, self._secret, on_step)
        self._is_whole = False
        try:
            await self._trial.run()
        except CannotTry:
            self._is_whole = True
            raise
        self._is_whole = True

    @property
    def held(self) -> tuple[int, ...]:
        """Orders of a trial that could not be given back."""
        return tuple(self._trial.held) if self._trial is not None else ()

    def report(self) -> Report:
        """What is known so far."""
        is_broken_off = not self._is_whole
        return report(
            self._survey.answers,
            self._found(),
            secret=self._secret,
            is_broken_off=is_broken_off,
            steps=self._trial.steps if self._trial is not None else (),
        )

    def proposal(self) -> str:
        """The dialect's file, as far as it is known."""
        about = f"How {self._address} says the API, as its answers show it."
        return proposal(self._found(), about, self._way.base_name)

    def _found(self) -> Found:
        trial = self._trial
        more = trial.answers if trial is not None else []
        hints = trial.hints if trial is not None else Hints()
        return find([*self._survey.answers, *more], self._way.base, hints)

    async def aclose(self) -> None:
        await asyncio.shield(self._asker.aclose())
