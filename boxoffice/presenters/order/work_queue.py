"""The work on orders, one piece after the other; what goes wrong with it is told."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from boxoffice.connect.errors import BadReply, ConnectError, OutcomeUnknown, Refused
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.notices import Notice
from boxoffice.presenters.tasks import Tasks

Work = Callable[[], Coroutine[Any, Any, Any]]


class WorkQueue:
    """Does work in turn, never silently cancelled.

    Args:
        address: of the server, for what is told of it.
        look_again: done after a refusal, and where nobody knows: what the screen shows may be true
            no more.
        on_change: called when there is work, and when a piece of it is done.
    """

    def __init__(
        self,
        tasks: Tasks,
        address: str,
        tell: Callable[[Notice | None], None],
        look_again: Work,
        on_change: Callable[[], None],
    ) -> None:
        self._tasks = tasks
        self._address = address
        self._tell = tell
        self._look_again = look_again
        self._on_change = on_change
        self._count = 0

    @property
    def is_busy(self) -> bool:
        return self._count > 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is bought at all, by whomever."""
        return not self.is_busy and not self._tasks.is_buying

    def do(self, work: Work) -> None:
        """Does the work after all that was asked for before; it begins with what is true then."""
        self._count += 1
        self._tasks.buy(self._told(work))
        self._on_change()

    async def _told(self, work: Work) -> None:
        try:
            await self._tried(work)
        finally:
            self._count -= 1
            self._on_change()

    async def _tried(self, work: Work) -> None:
        try:
            await work()
        except ConnectError as error:
            self._tell(notice_of(error, self._address))
            if isinstance(error, Refused | OutcomeUnknown | BadReply):
                await self._looked(is_told=not isinstance(error, Refused))

    async def _looked(self, *, is_told: bool) -> None:
        """Where nothing can be seen either, and that nothing is known is told, that is enough."""
        try:
            await self._look_again()
        except ConnectError as error:
            if not is_told:
                self._tell(notice_of(error, self._address))
