"""Which id of the platform stands for which id of the connected ticket system."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from boxoffice.connect import operations, wire
from boxoffice.connect.mapping import parsed
from boxoffice.connect.operations import Operation
from boxoffice.connect.paging import items_of
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import EventId

_AT_ONCE = 100  # ids in one address


class MappedKind(IntEnum):
    """What `ids` can be asked for."""

    EVENT = 0
    SEAT = 1
    PRICE_TYPE = 2


@dataclass(frozen=True, slots=True)
class IdPair:
    """The two ids of one thing; None where that system does not know it."""

    id: int | None
    external_id: str | None


class MappingCalls:
    """Look-ups: with `is_compact` what is not known is left out, else it comes with None."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def customer_types(
        self, ids: Sequence[int] = (), external_ids: Sequence[str] = (), *, is_compact: bool = True
    ) -> tuple[IdPair, ...]:
        asked = _asked(ids, external_ids, is_compact)
        return await self._pairs(operations.CUSTOMER_TYPE_MAPPING, body=asked)

    async def sales_conditions(
        self, ids: Sequence[int] = (), external_ids: Sequence[str] = (), *, is_compact: bool = True
    ) -> tuple[IdPair, ...]:
        asked = _asked(ids, external_ids, is_compact)
        return await self._pairs(operations.SALES_CONDITION_MAPPING, body=asked)

    async def price_types_of_condition(
        self, sales_condition_id: int, customer_type_id: int | None = None
    ) -> tuple[IdPair, ...]:
        """The price types that a sales condition allows, to one type of customer."""
        path = {"salesConditionID": sales_condition_id}
        query = {} if customer_type_id is None else {"customerTypeID": str(customer_type_id)}
        return await self._pairs(operations.SALES_TYPES_OF_CONDITION, path, query)

    async def ids(
        self,
        kind: MappedKind,
        ids: Sequence[int] = (),
        external_ids: Sequence[str] = (),
        *,
        event_id: EventId | None = None,
    ) -> tuple[IdPair, ...]:
        """The pairs for ids of either side; seats belong to an event.

        External ids with a comma cannot be told apart in an address, and find nothing.
        """
        path = {"mapping_type": int(kind)}
        of_event = {} if event_id is None else {"eventID": str(event_id)}
        found: list[IdPair] = []
        for name, asked in (("IDs", [str(i) for i in ids]), ("externalIDs", list(external_ids))):
            for part in _parts(asked):
                query = {name: ",".join(part), **of_event}
                found += await self._pairs(operations.ID_MAPPING, path, query)
        return tuple(found)

    async def _pairs(
        self,
        operation: Operation,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        body: object = None,
    ) -> tuple[IdPair, ...]:
        reply = await self._sender.send(operation, path, query, body)
        found = (parsed(operation, wire.MappingWire, item) for item in items_of(operation, reply))
        return tuple(IdPair(pair.id, pair.external_id) for pair in found)


def _asked(ids: Iterable[int], external_ids: Iterable[str], is_compact: bool) -> dict[str, Any]:
    return {"ids": list(ids), "external_ids": list(external_ids), "is_compact": is_compact}


def _parts(asked: Sequence[str]) -> Iterable[Sequence[str]]:
    return (asked[start : start + _AT_ONCE] for start in range(0, len(asked), _AT_ONCE))
