"""After a crash: every order that was on its way is asked for, and the clerk is told."""

from __future__ import annotations

from boxoffice.connect.errors import ConnectError
from boxoffice.journal.intents import Intent, JournalFailed
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.selling import NotSold, Seller
from boxoffice.presenters.states import Teller
from boxoffice.presenters.tasks import Tasks


class Settling:
    """Settles what an earlier run left open.

    The money was being taken when the intent was written, so the same intent is asked again: the
    server answers that it was sold, sells it now, or says why it cannot be.
    """

    def __init__(self, seller: Seller, tasks: Tasks, tell: Teller) -> None:
        self._seller = seller
        self._tasks = tasks
        self._tell = tell

    def start(self) -> None:
        self._tasks.browse("settle", self._settle())

    async def _settle(self) -> None:
        try:
            intents = await self._seller.open_intents()
        except JournalFailed as error:
            self._tell(Notice.error(Code.NOT_RECORDED, reason=str(error)))
            return
        for intent in intents:
            await self._settle_one(intent)

    async def _settle_one(self, intent: Intent) -> None:
        number = str(intent.order_id)
        self._tell(Notice.warning(Code.CHECKING))
        try:
            await self._seller.ask(intent, self._in_doubt, is_repeat=True)
        except NotSold:
            self._tell(Notice.error(Code.SETTLED_NOT_SOLD, order=number))
        else:
            self._tell(Notice.good(Code.SETTLED_SOLD, order=number))

    def _in_doubt(self, _: ConnectError) -> None:
        self._tell(Notice.warning(Code.CHECKING))
