"""Orders that are put together at this counter: kept, so that the next start can offer them again.

A row is written before the reservation that makes its order leaves, and goes when nothing is held
any more. What cannot be read is left out, and its key told: it hides no other row.
"""

from __future__ import annotations

import logging

from pydantic import TypeAdapter, ValidationError

from boxoffice.domain.address import canonical_address
from boxoffice.domain.orders.held_order import HeldOrder
from boxoffice.journal.intents import Journal

_log = logging.getLogger(__name__)


class Holds:
    """The orders in the journal's file. Its methods block; any thread may call them.

    Every method raises JournalFailed: the file cannot be read or written.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._text: TypeAdapter[HeldOrder] | None = None

    def keep(self, held: HeldOrder) -> None:
        """Writes the order to the disk, in place of what was kept of it."""
        text = self._adapter.dump_json(held).decode()
        with self._journal.using() as connection:
            connection.execute(
                "INSERT INTO holds (key, address, content) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET content = excluded.content",
                (held.key, canonical_address(held.address), text),
            )

    def let_go(self, key: str) -> None:
        """Nothing is held any more."""
        with self._journal.using() as connection:
            connection.execute("DELETE FROM holds WHERE key = ?", (key,))

    def of(self, address: str) -> tuple[tuple[HeldOrder, ...], tuple[str, ...]]:
        """What was held on a server, in the order it was begun; and the keys of what cannot be
        read."""
        with self._journal.using() as connection:
            rows = connection.execute(
                "SELECT key, content FROM holds WHERE address = ? ORDER BY rowid",
                (canonical_address(address),),
            ).fetchall()
        read = [(key, self._read(key, content)) for key, content in rows]
        held = tuple(held for _, held in read if held is not None)
        return held, tuple(key for key, held in read if held is None)

    def _read(self, key: str, content: str) -> HeldOrder | None:
        try:
            return self._adapter.validate_json(content)
        except ValidationError as error:
            _log.error("the order kept as %s cannot be read: %s errors", key, error.error_count())
            return None

    @property
    def _adapter(self) -> TypeAdapter[HeldOrder]:
        """Made when it is needed first: it would delay the start."""
        if self._text is None:
            self._text = TypeAdapter(HeldOrder)
        return self._text
