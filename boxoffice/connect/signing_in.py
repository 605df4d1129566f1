"""The credential in use, and the calls that wait for another one because it is not valid."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from boxoffice.connect.credentials import Credential
from boxoffice.connect.errors import SignedOut

_log = logging.getLogger(__name__)


class SigningIn:
    """The credential in use. Calls wait here while a person enters another one.

    Args:
        on_signed_out: called once for each credential that turns out not to be valid; calls then
            wait until there is another. With None they fail at once.

    Attributes:
        version: counts the credentials.
    """

    def __init__(
        self, credential: Credential, on_signed_out: Callable[[], None] | None = None
    ) -> None:
        self._credential = credential
        self._on_signed_out = on_signed_out
        self._told = self._given_up = -1
        self._waiting: set[asyncio.Future[None]] = set()
        self.version = 0

    def __repr__(self) -> str:
        return f"SigningIn(version={self.version})"

    @property
    def can_wait(self) -> bool:
        return self._on_signed_out is not None

    def wait_from_now_on(self, on_signed_out: Callable[[], None]) -> None:
        self._on_signed_out = on_signed_out

    def header(self, operation: str) -> str:
        """What stands in the request.

        Raises:
            SignedOut: it holds letters that no header can carry.
        """
        if not self._credential.can_be_sent:
            raise SignedOut(operation, "the credential is not valid")
        return self._credential.header

    def use(self, credential: Credential) -> None:
        """Goes on with another credential: calls that wait are made again with it."""
        self._credential = credential
        self.version += 1
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)

    def give_up(self) -> None:
        """There is no other credential: the calls that wait end with `SignedOut`, and
        those that come fail with it at once, until there is another after all."""
        if self._told == self.version:
            self._given_up = self.version
        self._end_waiting()

    def close(self) -> None:
        """Nobody will give another: what waits ends, and nothing waits any more."""
        self._on_signed_out = None
        self._end_waiting()

    def _end_waiting(self) -> None:
        for waiting in self._waiting:
            waiting.cancel()

    async def renewed(self, version: int, error: SignedOut) -> None:
        """Returns when there is a credential newer than `version`.

        Raises:
            SignedOut: the error, where nobody can be asked for one.
        """
        if self.version != version:
            return
        if self._on_signed_out is None or self._given_up == version:
            raise error
        if self._told != version:
            self._told = version
            _log.warning("the credential is not valid; calls wait for another")
            self._on_signed_out()
        if self.version != version:
            return
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        try:
            await asyncio.wait([waiting])
        finally:
            self._waiting.discard(waiting)
        if waiting.cancelled():
            raise error
