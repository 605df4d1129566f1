"""What every scenario plays on, and what is watched while it plays: stalls and secrets."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from boxoffice.connect.client import ConnectClient, Deadlines
from boxoffice.connect.errors import ConnectError
from tests.faults.broken import Bug, network
from tests.faults.proxy import Proxy
from tests.faults.scripted import Said, Script, Scripted
from tests.faults.wire import Backstage
from tests.service_fixture import Running, running_service
from tests.turns import Turns
from tests.waiting import PATIENCE

E = TypeVar("E", bound=ConnectError)
# Words that no log and no error may hold: a credential, a card's reference, a person's name.
TOKEN = "canary-token-5b1e"
CARD = "canary-terminal-ref-77410"
PERSON = "Canary Birdsong"
_SECRETS = (TOKEN, CARD, PERSON)
# None of these ends a call, but where a row is about that.
PATIENT = Deadlines(*[PATIENCE] * len(fields(Deadlines)))
PAUSE = 0.02


class Stage:
    """The service where it is wanted, servers before it, clients, and what they raised.

    Attributes:
        data: the service's SQLite file.
        errors: what was raised and noted, to be looked through for secrets.
        turns: those of the loop that the clients run in.
    """

    def __init__(
        self, service: Running | None, data: Path, backstage: Backstage, bug: Bug | None
    ) -> None:
        self.data = data
        self.errors: list[BaseException] = []
        self.turns = Turns()
        self._service = service
        self._backstage = backstage
        self._bug = bug
        self._clients: list[ConnectClient] = []

    @property
    def service(self) -> Running:
        assert self._service is not None, "the row does not ask for a service"
        return self._service

    def proxy(self) -> Proxy:
        return Proxy(self._backstage, self.service.port)

    def scripted(self, script: Script | Said, certificate: Path | None = None) -> Scripted:
        return Scripted(self._backstage, script, certificate)

    def client(self, address: str, **options: Any) -> ConnectClient:
        """A patient client, which repeats in a hurry; closed when the scenario is over."""
        usual: dict[str, Any] = {
            "deadlines": PATIENT,
            "pause": PAUSE,
            "transport": network(self._bug),
        }
        made = ConnectClient(address, TOKEN, **usual | options)
        self._clients.append(made)
        return made

    def note(self, error: BaseException) -> None:
        self.errors.append(error)

    @contextmanager
    def expects(self, kind: type[E], *words: str) -> Iterator[list[E]]:
        """The block raises this and nothing else, and says these words; it is given afterwards."""
        given: list[E] = []
        caught: ConnectError | None = None
        try:
            yield given
        except ConnectError as error:
            self.note(error)
            caught = error
        told = "nothing" if caught is None else f"{type(caught).__name__} ({caught})"
        assert isinstance(caught, kind), f"{told} was raised in place of {kind.__name__}"
        missing = [word for word in words if word.lower() not in str(caught).lower()]
        assert not missing, f"{caught} does not say {missing}"
        given.append(caught)

    async def aclose(self) -> None:
        for client in self._clients:
            await client.aclose()


class Captured(logging.Handler):
    """Everything that is logged, as a handler would write it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    @contextmanager
    def listening(self) -> Iterator[None]:
        root = logging.getLogger()
        level = root.level
        root.addHandler(self)
        root.setLevel(logging.DEBUG)
        try:
            yield
        finally:
            root.removeHandler(self)
            root.setLevel(level)


def leaks(captured: Captured, errors: list[BaseException]) -> list[str]:
    """Where a secret shows: in which line of the log, or in which error."""
    found = [line[:120] for line in captured.lines if any(secret in line for secret in _SECRETS)]
    for error in errors:
        text = f"{error!s} {error!r} {''.join(traceback.format_exception(error))}"
        found += [f"{type(error).__name__} tells {s[:6]}..." for s in _SECRETS if s in text]
    return found


@contextmanager
def stage(folder: Path, bug: Bug | None, *, with_service: bool) -> Iterator[Stage]:
    """A stage, its service begun before and ended after whatever is measured."""
    data = folder / "house.sqlite"
    with ExitStack() as stack:
        service = (
            stack.enter_context(running_service(data=data, token=TOKEN)) if with_service else None
        )
        backstage = stack.enter_context(Backstage())
        yield Stage(service, data, backstage, bug)
