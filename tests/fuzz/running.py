"""Cases run through the whole client, and what came of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

import httpx

from boxoffice.connect.client import ConnectClient, Deadlines
from boxoffice.connect.errors import ServerWarning
from tests.fuzz.answers import Subject
from tests.fuzz.cases import Case, case
from tests.fuzz.sanity import complaints, complaints_of_error, complaints_of_warning
from tests.turns import stopwatch
from tests.waiting import PATIENCE

LONGEST = 5.0  # seconds that a call may take, less its waiting for a core
MOST_REQUESTS = 600  # of one call
READ = "read"
_AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise broken, with what is needed to see it again; `body` is how the answer begins."""

    subject: str
    seed: int
    index: int
    what: str
    status: int
    body: bytes = field(repr=False)

    def __str__(self) -> str:
        place = f"{self.subject} --seed {self.seed}, case {self.index}, status {self.status}"
        return f"{place}: {self.what}\n    {self.body!r}"


@dataclass(slots=True)
class Outcome:
    """What came of the cases of a result type: how many were read or ended in each kind of error,
    the slowest call in milliseconds, the most requests of one, and what must not be."""

    name: str
    kinds: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    requests: int = 0
    violations: list[Violation] = field(default_factory=list)

    @property
    def answers(self) -> int:
        return self.kinds.total()


class Probe:
    """A client whose server gives the answer of one case, as often as it is asked."""

    def __init__(self) -> None:
        self._case: Case | None = None
        self.requests = 0
        self.warnings: list[ServerWarning] = []
        self.client = ConnectClient(
            "https://box.example/connect",
            "token",
            transport=httpx.MockTransport(self._answer),
            pause=0.0,
            deadlines=Deadlines(read=2.0, bulk=2.0, write=1.0),
            on_warning=self.warnings.append,
        )

    def _answer(self, _: httpx.Request) -> httpx.Response:
        assert self._case is not None
        self.requests += 1
        return self._case.response()

    async def meets(self, case: Case) -> object:
        """What the case's call returns."""
        self._case, self.requests = case, 0
        self.warnings.clear()
        async with asyncio.timeout(PATIENCE):
            return await case.call(self.client)


async def run(subject: Subject, seed: int, indices: Iterable[int]) -> Outcome:
    """Some cases of a result type, a few at once."""
    outcome = Outcome(subject.name)
    left = iter(indices)
    await asyncio.gather(*(_work(subject, seed, left, outcome) for _ in range(_AT_ONCE)))
    return outcome


async def _work(subject: Subject, seed: int, left: Iterator[int], outcome: Outcome) -> None:
    probe = Probe()
    try:
        for index in left:
            await tried(probe, case(subject, seed, index), outcome)
    finally:
        await probe.client.aclose()


async def tried(probe: Probe, case: Case, outcome: Outcome) -> None:
    """One case, entered into the outcome."""
    look: Callable[[], Iterator[str]]
    with stopwatch() as watch:
        try:
            look, kind = partial(complaints, await probe.meets(case), "id"), READ
        except Exception as error:  # noqa: BLE001 - that nothing else comes is what is shown
            look, kind = partial(complaints_of_error, error), type(error).__name__
        spent = watch.seconds
    wrong = [*_looked(look), *(w for told in probe.warnings for w in complaints_of_warning(told))]
    if spent > LONGEST:
        wrong.append(f"took {spent:.1f} s")
    if probe.requests > MOST_REQUESTS:
        wrong.append(f"asked {probe.requests} times")
    outcome.kinds[kind] += 1
    outcome.slowest = max(outcome.slowest, spent * 1000)
    outcome.requests = max(outcome.requests, probe.requests)
    outcome.violations += [
        Violation(case.subject, case.seed, case.index, what, case.status, case.body[:500])
        for what in wrong
    ]


def _looked(look: Callable[[], Iterator[str]]) -> list[str]:
    """The complaints; that looking itself fails is one."""
    try:
        return list(look())
    except Exception as error:  # noqa: BLE001
        return [f"used, it raises {type(error).__name__}: {str(error)[:200]}"]
