"""Pages of the API's lists, and the markers by which a reader asks for what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, func, not_, or_, select

from boxoffice.service.data.sql import greatest
from boxoffice.service.data.store import next_marker

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """The part of a list that is asked for.

    Attributes:
        number: from 1.
        since: a marker, for what changed at or after it; 0 for everything that is there.
    """

    number: int = 1
    size: int = 100
    since: int = 0

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size


@dataclass(frozen=True, slots=True)
class Found:
    """A page of entities.

    Attributes:
        total: how many entities there are on all pages.
        marker: to ask with next time for what changed meanwhile.
    """

    entities: Sequence[Entity]
    total: int
    marker: int


def page_of(
    connection: Connection,
    query: Select[Any],
    page: Page,
    entity: Callable[[RowMapping], Entity],
    *tables: Table,
    changed: Any = None,
) -> Found:
    """A page of what is there; with a marker, of what changed or was deleted since.

    Args:
        tables: the table of the rows, then those that the rows belong to: a row is deleted and
            comes back with its owners.
        changed: the stamp of a row, where it is not simply the highest of the tables' stamps.
    """
    gone, changed = _gone(tables), _changed(tables) if changed is None else changed
    query = query.add_columns(gone, changed.label("changed"))
    query = query.where(changed >= page.since if page.since else not_(gone))
    rows = connection.execute(query.limit(page.size).offset(page.offset)).mappings()
    entities = [_marked(row, entity) for row in rows]
    is_all = page.number == 1 and len(entities) < page.size
    total = len(entities) if is_all else count_of(connection, query)
    return Found(entities, total, next_marker(connection))


def entity_of(
    connection: Connection,
    query: Select[Any],
    entity: Callable[[RowMapping], Entity],
    table: Table,
    *,
    changed: Any = None,
) -> Entity:
    """The entity of the one row of a query, as in a list, even a deleted one."""
    changed = _changed([table]) if changed is None else changed
    query = query.add_columns(_gone([table]), changed.label("changed"))
    return _marked(connection.execute(query).mappings().one(), entity)


def _gone(tables: Sequence[Table]) -> Any:
    return or_(*(table.c.deleted for table in tables)).label("gone")


def _changed(tables: Sequence[Table]) -> Any:
    stamps = [table.c.stamp for table in tables]
    return greatest(*stamps) if len(stamps) > 1 else stamps[0]


def _marked(row: RowMapping, entity: Callable[[RowMapping], Entity]) -> Entity:
    return entity(row) | {"last_updated": row["changed"], "deleted": bool(row["gone"])}


def count_of(connection: Connection, query: Select[Any]) -> int:
    """How many rows a query has on all its pages."""
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    return int(connection.execute(counted).scalar_one())


def moment(seconds: float | None) -> str | None:
    """Seconds since 1970 as ISO 8601 in UTC."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()
