"""The common course of an import: new things are added, different ones are changed, those that are
marked as deleted are deleted, and all of a request is done or nothing.

A thing is identified by its external id, some only within the location or event that they belong
to. A field that is not sent takes its default. A deleted thing is kept, so that readers learn of
it, and comes back with the same id. An import that brings nothing new changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, Table, bindparam, select, update

from boxoffice.service.data.sql import new_ids
from boxoffice.service.data.store import next_stamp, parts_of
from boxoffice.service.errors import Refusal
from boxoffice.service.imports.batch import Batch, InvalidItem

InUse = Callable[[Connection, Sequence[int]], dict[int, str]]


class Imported(Struct, kw_only=True):
    """The base of all imported things. A `deleted` one needs nothing but its external id."""

    deleted: bool = False

    def needed(self) -> tuple[str, ...]:
        """The fields that it must have unless it is deleted."""
        return ("name",)

    def __post_init__(self) -> None:
        for name in () if self.deleted else self.needed():
            if getattr(self, name) in (None, ""):
                raise ValueError(f"{name} is missing")


E = TypeVar("E", bound=Imported)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of imported things.

    Attributes:
        noun: what one is called in a refusal.
        key: the field with its external id.
        owner: the column of the location or event that external ids are unique within; empty where
            they are unique everywhere.
    """

    noun: str
    table: Table
    key: str
    owner: str = ""


class Import(Generic[E]):
    """One import, in the caller's transaction: `identify`, `fill`, `check`, then `write`.

    Attributes:
        ids: the ids of the items by index, with those that new things will have.
        rows: the rows of the items before the import; None for new ones.
        columns: the columns of the items after it, once they are filled in.
        conflicts: why an item cannot be done as things are.
    """

    def __init__(self, connection: Connection, kind: Kind, batch: Batch[E]) -> None:
        self.connection = connection
        self.kind = kind
        self.batch = batch
        self.ids: dict[int, int] = {}
        self.rows: dict[int, RowMapping | None] = {}
        self.conflicts: dict[int, str] = {}
        self._owners: dict[int, int | None] = {}
        self.columns: dict[int, dict[str, Any]] = {}
        self._stamp: int | None = None

    def identify(self, owner_of: Callable[[E], int | None] = lambda _: None) -> None:
        """Finds the row of each item, by its external id and its owner.

        Args:
            owner_of: the location or event that an item belongs to. It may be None for a deleted
                item, whose external id is enough if only one owner has it. Raises InvalidItem
                where the item names no owner that exists.
        """
        known = self._known()
        seen: set[int | tuple[int | None, str]] = set()
        for index, item in self.batch.items.items():
            key: str = getattr(item, self.kind.key)
            name = f"{self.kind.noun} {key[:100]!r}"
            try:
                owner = owner_of(item)
                row = self._row(item, name, known[key], owner)
            except InvalidItem as wrong:
                self.batch.problems[index] = str(wrong)
                continue
            identity = (owner, key) if row is None else int(row["id"])
            if identity in seen:
                self.batch.problems[index] = f"{name} is named twice"
                continue
            seen.add(identity)
            self.rows[index], self._owners[index] = row, owner
        new = [index for index, row in self.rows.items() if row is None]
        fresh = iter(new_ids(self.connection, self.kind.table, len(new)) if new else ())
        self.ids = {
            index: next(fresh) if row is None else int(row["id"])
            for index, row in self.rows.items()
        }

    def _row(
        self, item: E, name: str, known: Sequence[RowMapping], owner: int | None
    ) -> RowMapping | None:
        column = self.kind.owner
        own = [row for row in known if not column or owner in (None, row[column])]
        if len(own) > 1:
            raise InvalidItem(f"{name} is in several places")
        if not own and item.deleted:
            raise InvalidItem(f"there is no {name}")
        return own[0] if own else None

    def _known(self) -> dict[str, list[RowMapping]]:
        table = self.kind.table
        keys = [getattr(item, self.kind.key) for item in self.batch.items.values()]
        found: dict[str, list[RowMapping]] = defaultdict(list)
        for some in parts_of(list(dict.fromkeys(keys))):
            query = select(table).where(table.c.external_id.in_(some))
            for row in self.connection.execute(query).mappings():
                found[row["external_id"]].append(row)
        return found

    @property
    def kept(self) -> list[tuple[int, E]]:
        """The items that are not deleted, with their index."""
        return [(i, self.batch.items[i]) for i in self.ids if not self.batch.items[i].deleted]

    @property
    def going(self) -> dict[int, int]:
        """The ids of the rows that the import deletes, with the index of their item."""
        rows = ((index, self.rows[index]) for index in self.ids if self.batch.items[index].deleted)
        return {row["id"]: index for index, row in rows if row is not None and not row["deleted"]}

    def fill(self, columns_of: Callable[[int, E], dict[str, Any]]) -> None:
        """Fills in the columns of each item that is kept; `columns_of` may raise InvalidItem."""
        for index, item in self.kept:
            try:
                self.columns[index] = columns_of(index, item)
            except InvalidItem as wrong:
                self.batch.problems[index] = str(wrong)

    def check(self, *in_use: InUse) -> None:
        """Refuses the import if an item is not valid, or is in the way of what is there.

        Args:
            in_use: functions that say which of some ids cannot be deleted, and why.

        Raises:
            Refusal: 422 or 409, with the items by index.
        """
        self.batch.refuse_problems()
        going = self.going
        for find_used in in_use if going else ():
            for id_, reason in find_used(self.connection, list(going)).items():
                self.conflicts[going[id_]] = f"{self.kind.noun} {id_} is in use: {reason}"
        if self.conflicts:
            reason = f"{len(self.conflicts)} of {self.batch.size} items are in use"
            raise Refusal(409, reason, items=self.conflicts)

    def stamp(self) -> int:
        """The stamp of all changes of this import, to be asked for only if there are any."""
        if self._stamp is None:
            self._stamp = next_stamp(self.connection)
        return self._stamp

    def write(self, **first: Any) -> set[int]:
        """Writes the rows, and returns the indices of the items that changed something.

        Args:
            first: columns of new rows that no item has.
        """
        table = self.kind.table
        there = {"deleted": False}
        new = [index for index in self.columns if self.rows[index] is None]
        changed = [index for index in self.columns if self._differs(index, there)]
        if new:
            rows = [self._new_row(index) | there | first for index in new]
            self.connection.execute(table.insert(), rows)
        if changed:
            change = update(table).where(table.c.id == bindparam("which"))
            rows = [
                {"which": self.ids[i], "stamp": self.stamp(), **there, **self.columns[i]}
                for i in changed
            ]
            self.connection.execute(change, rows)
        going = self.going
        for some in parts_of(list(going)):
            gone = update(table).where(table.c.id.in_(some))
            self.connection.execute(gone.values(deleted=True, stamp=self.stamp()))
        return {*new, *changed, *going.values()}

    def _differs(self, index: int, there: dict[str, Any]) -> bool:
        row = self.rows[index]
        wanted = (self.columns[index] | there).items()
        return row is not None and any(row[name] != value for name, value in wanted)

    def _new_row(self, index: int) -> dict[str, Any]:
        key = getattr(self.batch.items[index], self.kind.key)
        row = {"id": self.ids[index], "external_id": key, "stamp": self.stamp()}
        if self.kind.owner:
            row[self.kind.owner] = self._owners[index]
        return row | self.columns[index]

    def first_id(self) -> int | None:
        """The id of the first item, which the answer names; None for an empty list."""
        return self.ids.get(0)
