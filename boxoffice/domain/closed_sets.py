"""Closed sets: nothing that depends on the members of an enum is left out when one is added.

What depends on a member is told at the enum itself (its traits), by a `match` that ends in
`assert_never`, or by a table that is checked here when it is made. None of them has a default
that a new member would fall into.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

E = TypeVar("E", bound=Enum)
V = TypeVar("V")


class NotComplete(Exception):
    """A table has no value for some member of its closed set."""


def complete(members: type[E], table: Mapping[E, V]) -> Mapping[E, V]:
    """The table itself, which has a value for every member of the enum.

    Raises:
        NotComplete: there is none for the members that are named.
    """
    missing = [member.name for member in members if member not in table]
    if missing:
        raise NotComplete(f"{members.__name__}: no value for {', '.join(missing)}")
    return table
