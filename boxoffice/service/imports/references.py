"""References of imported things to each other, by id or by external id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from boxoffice.service.data.store import parts_of
from boxoffice.service.imports.batch import Wrong, wrong_field

_OWNER = {"areas": "location_id", "entrances": "location_id", "price_categories": "event_id"}


class References:
    """Finds what is there and not taken out; reads each table once.

    Areas and entrances belong to a location, price categories to an event: their external ids are
    unique there only.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._owners: dict[str, dict[int, int | None]] = {}
        self._by_key: dict[str, dict[str, list[int]]] = {}

    def find(
        self, noun: str, table: Table, id_: int | None, key: str | None, owner: int | None = None
    ) -> int | None:
        """The id of what is meant; None where neither id nor external id is given.

        Args:
            owner: where to look; everywhere if None.

        Raises:
            Wrong: there is none, or more than one.
        """
        if id_ is None and not key:
            return None
        self._read(table)
        owners = self._owners[table.name]
        named = self._by_key[table.name].get(key or "", []) if id_ is None else [id_]
        found = [i for i in named if i in owners and owner in (None, owners[i])]
        name = repr(key[:100] if key else "") if id_ is None else str(id_)
        if len(found) > 1:
            raise Wrong(f"{noun} {name} is in several places")
        if not found:
            raise Wrong(f"there is no {noun} {name}")
        return found[0]

    def owner(self, table: Table, id_: int) -> int | None:
        """What a thing that was found belongs to."""
        return self._owners[table.name][id_]

    def has(self, table: Table, key: str) -> bool:
        """Whether anything anywhere has this external id."""
        self._read(table)
        return key in self._by_key[table.name]

    def head(self, noun: str, table: Table, name: str, key: str | None) -> int | None:
        """As `find`, of the field `name` beside the list.

        Raises:
            Refusal: 422 names the field.
        """
        try:
            return self.find(noun, table, None, key)
        except Wrong as wrong:
            raise wrong_field(name, str(wrong)) from wrong

    def _read(self, table: Table) -> None:
        if table.name in self._owners:
            return
        owner = table.c[_OWNER[table.name]] if table.name in _OWNER else None
        columns = [table.c.id, table.c.external_id, *([] if owner is None else [owner])]
        owners: dict[int, int | None] = {}
        by_key: dict[str, list[int]] = defaultdict(list)
        for row in self._connection.execute(select(*columns).where(table.c.deleted.is_(False))):
            owners[row.id] = None if owner is None else row[2]
            by_key[row.external_id].append(row.id)
        self._owners[table.name], self._by_key[table.name] = owners, by_key


def used_by(
    connection: Connection, column: Any, ids: Sequence[int], noun: str, *conditions: Any
) -> dict[int, str]:
    """Which of the ids stand in the column of rows that meet the conditions, and what to say."""
    found: dict[int, str] = {}
    for some in parts_of(ids):
        query = select(column, func.count()).where(column.in_(some), *conditions)
        for id_, count in connection.execute(query.group_by(column)):
            found[id_] = f"{noun}: {count}"
    return found
