"""What the two databases spell differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class greatest(GenericFunction[int]):  # noqa: N801 - functions of SQL are written so
    """The greatest of its arguments, none of which is NULL."""

    type = BigInteger()
    inherit_cache = True


@compiles(greatest, "sqlite")
def _in_sqlite(element: greatest, compiler: Any, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"
