"""A copy of a list of the server's, kept up to date by asking for what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from boxoffice.connect.listing import ListChanges

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh came to, by id: entries that are new or other than before, and those gone."""

    changed: frozenset[int]
    gone: frozenset[int]


class Replica(Generic[T]):
    """Keeps the marker and merges what comes; the same entry may come twice.

    Args:
        read: such as `client.events.changes`, or one event's `changes` with `partial`.
        entries, marker: where an earlier copy ended.
    """

    def __init__(
        self,
        read: Callable[[str], Awaitable[ListChanges[T]]],
        entries: Mapping[int, T] | None = None,
        marker: str = "",
    ) -> None:
        self._read = read
        self._entries = dict(entries or {})
        self._marker = marker
        self._lock = asyncio.Lock()

    @property
    def entries(self) -> Mapping[int, T]:
        return MappingProxyType(self._entries)

    @property
    def marker(self) -> str:
        return self._marker

    async def refresh(self) -> Refreshed:
        """Asks for what changed, once at a time. Where that fails, everything stays as it is.

        Raises:
            ConnectError: as the list's own calls.
        """
        async with self._lock:
            found = await self._read(self._marker)
            is_whole = found.is_whole or not self._marker
            gone = set(found.gone)
            if is_whole:  # a list without a marker is all there is
                gone |= self._entries.keys() - found.entries.keys()
            changed = {
                id_ for id_, entry in found.entries.items() if self._entries.get(id_) != entry
            }
            lost = frozenset(gone & self._entries.keys())
            self._entries.update(found.entries)
            for id_ in lost:
                del self._entries[id_]
            self._marker = found.marker
            return Refreshed(frozenset(changed), lost)
