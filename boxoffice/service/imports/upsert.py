"""The one way in which things are imported: what is new is added, what differs is changed, what is
said to be deleted is taken out, and everything or nothing of a request is done.

A thing is known by its external id, some only within the place or event they belong to. What is not
said of it takes its default. Who was taken out stays known, so that readers can be told, and comes
again with the same id. An import that says what is known already changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, Table, bindparam, select, update

from boxoffice.service.data.store import new_ids, next_stamp, parts_of
from boxoffice.service.errors import Refusal
from boxoffice.service.imports.batch import Batch, Wrong

InUse = Callable[[Connection, Sequence[int]], dict[int, str]]


class Imported(Struct, kw_only=True):
    """What every imported thing has. `deleted` takes it out, and wants nothing but its id."""

    deleted: bool = False

    def needed(self) -> tuple[str, ...]:
        """The fields that it cannot be without while it is there."""
        return ("name",)

    def __post_init__(self) -> None:
        for name in () if self.deleted else self.needed():
            if getattr(self, name) in (None, ""):
                raise ValueError(f"{name} is missing")


E = TypeVar("E", bound=Imported)


@dataclass(frozen=True, slots=True)
class Kind:
    """What is imported.

    Attributes:
        key: the field with its external id.
        owner: the column with what its external ids are unique within; none: everywhere.
    """

    noun: str
    table: Table
    key: str
    owner: str = ""


class Import(Generic[E]):
    """One import, in the caller's transaction: `identify`, `fill`, `check`, then `write`.

    Attributes:
        ids: of the items by index; those of new things are already theirs.
        rows: what is known of the items; None of new ones.
        columns: what is to be kept of the items, once it is filled in.
        conflicts: items that cannot be done as things are.
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
        """Finds what each item is, by its external id and its owner.

        Args:
            owner_of: may find none for what is taken out, whose external id is enough where only
                one owner has it. Raises Wrong where it cannot be found.
        """
        known = self._known()
        seen: set[int | tuple[int | None, str]] = set()
        for index, item in self.batch.items.items():
            key: str = getattr(item, self.kind.key)
            name = f"{self.kind.noun} {key[:100]!r}"
            try:
                owner = owner_of(item)
                row = self._row(item, name, known[key], owner)
            except Wrong as wrong:
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
            raise Wrong(f"{name} is in several places")
        if not own and item.deleted:
            raise Wrong(f"there is no {name}")
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
        """The items that are to be there afterwards, by index."""
        return [(i, self.batch.items[i]) for i in self.ids if not self.batch.items[i].deleted]

    @property
    def going(self) -> dict[int, int]:
        """The ids of those that are there and go, with their index."""
        rows = ((index, self.rows[index]) for index in self.ids if self.batch.items[index].deleted)
        return {row["id"]: index for index, row in rows if row is not None and not row["deleted"]}

    def fill(self, columns_of: Callable[[int, E], dict[str, Any]]) -> None:
        """Works out what is to be kept of each item; `columns_of` raises Wrong where it cannot."""
        for index, item in self.kept:
            try:
                self.columns[index] = columns_of(index, item)
            except Wrong as wrong:
                self.batch.problems[index] = str(wrong)

    def check(self, *in_use: InUse) -> None:
        """Nothing makes no sense, and nothing goes that is needed.

        Args:
            in_use: tell which of these ids cannot go, and why.

        Raises:
            Refusal: 422 and 409, by index.
        """
        self.batch.refuse_problems()
        going = self.going
        for look in in_use if going else ():
            for id_, reason in look(self.connection, list(going)).items():
                self.conflicts[going[id_]] = f"{self.kind.noun} {id_} is in use: {reason}"
        if self.conflicts:
            reason = f"{len(self.conflicts)} of {self.batch.size} items are in use"
            raise Refusal(409, reason, items=self.conflicts)

    def stamp(self) -> int:
        """The stamp of all that this import changes; to be asked for only where it does."""
        if self._stamp is None:
            self._stamp = next_stamp(self.connection)
        return self._stamp

    def write(self, **first: Any) -> set[int]:
        """Does it, and returns the indices of what was changed.

        Args:
            first: what columns hold in new rows that an import says nothing of.
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
        """What the answer names: the first item; nothing where there was none."""
        return self.ids.get(0)
