"""References between imported things, by id or by external id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from boxoffice.service.data.store import parts_of
from boxoffice.service.imports.batch import InvalidItem, invalid_field

_OWNER = {"areas": "location_id", "entrances": "location_id", "price_categories": "event_id"}


class References:
    """Finds rows that are not deleted; reads each table once.

    Areas and entrances belong to a location, price categories to an event. Their external ids are
    unique only within it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._owners: dict[str, dict[int, int | None]] = {}
        self._by_key: dict[str, dict[str, list[int]]] = {}

    def find(
        self, noun: str, table: Table, id_: int | None, key: str | None, owner: int | None = None
    ) -> int | None:
        """The id of the row that is named; None if neither id nor external id is given.

        Args:
            noun: what it is called in a refusal.
            owner: the location or event to search in; None for all.

        Raises:
            InvalidItem: there is no such row, or more than one.
        """
        if id_ is None and not key:
            return None
        self._read(table)
        owners = self._owners[table.name]
        named = self._by_key[table.name].get(key or "", []) if id_ is None else [id_]
        found = [i for i in named if i in owners and owner in (None, owners[i])]
        name = repr(key[:100] if key else "") if id_ is None else str(id_)
        if len(found) > 1:
            raise InvalidItem(f"{noun} {name} is in several places")
        if not found:
            raise InvalidItem(f"there is no {noun} {name}")
        return found[0]

    def owner(self, table: Table, id_: int) -> int | None:
        """The location or event that a row belongs to, which `find` has found."""
        return self._owners[table.name][id_]

    def has(self, table: Table, key: str) -> bool:
        """Whether any row has this external id."""
        self._read(table)
        return key in self._by_key[table.name]

    def head(self, noun: str, table: Table, name: str, key: str | None) -> int | None:
        """As `find`, for the field `name` of the body's head.

        Raises:
            Refusal: 422 names the field.
        """
        try:
            return self.find(noun, table, None, key)
        except InvalidItem as wrong:
            raise invalid_field(name, str(wrong)) from wrong

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
    """Counts the rows that meet the conditions, for each of the ids that stand in the column.

    Returns: the ids that stand there, with a reason such as 'seats: 3'.
    """
    found: dict[int, str] = {}
    for some in parts_of(ids):
        query = select(column, func.count()).where(column.in_(some), *conditions)
        for id_, count in connection.execute(query.group_by(column)):
            found[id_] = f"{noun}: {count}"
    return found
