"""Statements that the databases spell differently, each under one name.

These are all the places that ask which database it is, but for the migrations and what
`sqlite.py` and `postgresql.py` do by themselves. A database that is missing here is an error when
a statement is compiled, or a KeyError.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Integer,
    String,
    Table,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement, GenericFunction
from sqlalchemy.types import Boolean, TypeDecorator, TypeEngine

_INSERTS: dict[str, Callable[[Table], Any]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
_PARAMETER = {"sqlite": "?", "postgresql": "%s"}  # as the driver marks one in a statement


class greatest(GenericFunction[int]):  # noqa: N801 - functions of SQL are written so
    """The greatest of its arguments, none of which is NULL."""

    type = BigInteger()
    inherit_cache = True


@compiles(greatest, "sqlite")
def _greatest_in_sqlite(element: greatest, compiler: Any, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"


def constant(value: int) -> ColumnElement[int]:
    """A value of a closed set, such as a status, written out in the statement.

    A plan is made for all values of its parameters: it goes by how many rows have a status, and
    uses an index of some rows only, where the status is none of them.
    """
    return literal_column(str(int(value)), Integer)


class _Ids(TypeDecorator[Collection[int]]):
    """Any number of ids as one parameter."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kinds: dict[str, TypeEngine[Any]] = {
            "sqlite": String(),
            "postgresql": postgresql.ARRAY(BigInteger),
        }
        return dialect.type_descriptor(kinds[dialect.name])

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> Any:
        ids = list(value or ())
        return ids if dialect.name == "postgresql" else json.dumps(ids)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Any:  # noqa: ARG002
        # It is a condition already: with the '= 1' that SQLite's truths get, no index serves it.
        return self


def among(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Whether the column's id is among those in the parameter of this name, a collection of ids.

    The statement is the same for any number of ids, so it is compiled and planned once.
    """
    return _Among(column, bindparam(name, type_=_Ids()))


@compiles(_Among, "postgresql")
def _among_in_postgresql(element: _Among, compiler: Any, **options: Any) -> str:
    column, ids = (compiler.process(each, **options) for each in element.clauses)
    return f"{column} = ANY ({ids})"


@compiles(_Among, "sqlite")
def _among_in_sqlite(element: _Among, compiler: Any, **options: Any) -> str:
    column, ids = (compiler.process(each, **options) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - our own words


def insert_new(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Inserts a row unless its key is there, and returns whether it did; waits for another
    transaction that is just inserting the same key."""
    inserted = _inserted_if_new(connection.dialect.name, table)
    return connection.execute(inserted, dict(values)).rowcount == 1


@cache
def _inserted_if_new(dialect: str, table: Table) -> Executable:
    inserted = _INSERTS[dialect](table).on_conflict_do_nothing()
    statement: Executable = inserted.execution_options(preserve_rowcount=True)
    return statement


def insert_many(
    connection: Connection,
    table: Table,
    same: Mapping[str, int],
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Inserts hundreds of thousands of rows, which the driver gets as they are.

    Args:
        same: columns that are the same in all rows, whole numbers and False. They stand in the
            statement, which is faster than handing them over with each row.
        columns: of the rows' values.
    """
    names = ", ".join((*same, *columns))
    fixed = ("false" if value is False else str(int(value)) for value in same.values())
    marks = ", ".join((*fixed, *(_PARAMETER[connection.dialect.name] for _ in columns)))
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608
    if rows:
        connection.exec_driver_sql(statement, list(rows))


def new_ids(connection: Connection, table: Table, count: int) -> list[int]:
    """Ids for so many new rows, in a transaction that is the only writer."""
    if connection.dialect.name == "postgresql":
        sequence = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        query = select(sequence).select_from(func.generate_series(1, count))
        return [int(id_) for id_ in connection.execute(query).scalars()]
    last = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    return list(range(int(last) + 1, int(last) + 1 + count))
