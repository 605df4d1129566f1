"""The ticket systems that the server is connected to."""

from __future__ import annotations

from boxoffice.connect import mapping, operations, wire
from boxoffice.connect.errors import BadReply
from boxoffice.connect.paging import whole_list
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import TicketSystemId
from boxoffice.domain.orders.ticket import TicketSystem


class TicketSystemCalls:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def list(
        self, *, area_type: int | None = None, system_id: TicketSystemId | None = None
    ) -> tuple[TicketSystem, ...]:
        """All ticket systems, those of one area type (1 or 2), or one."""
        query = {}
        if area_type is not None:
            query["systemAreaTypeID"] = str(area_type)
        if system_id is not None:
            query["ticketSystemID"] = str(system_id)
        operation = operations.TICKET_SYSTEMS
        page = await whole_list(self._sender, operation, query)
        found = (self._sender.read(operation, wire.TicketSystemWire, item) for item in page.items)
        return tuple(mapping.ticket_system(system) for system in found if not system.deleted)

    async def save(self, system: TicketSystem, key: str) -> TicketSystemId:
        """Sets up a ticket system, or changes the one with its id; returns the id."""
        operation = operations.SAVE_TICKET_SYSTEM
        entity = {
            "name": system.name,
            "system_type_area_id": system.area_type,
            "url": system.url,
            "is_online": system.is_online,
        }
        body: dict[str, object] = {"ticket_system": entity, "system_type_area_id": system.area_type}
        if system.id is not None:
            entity["id"] = system.id
            body["ticket_system_id"] = system.id
        reply = await self._sender.send(operation, body=body, key=key)
        saved = mapping.parsed(operation, wire.SimpleWire, reply.result).id
        if saved is None:
            raise BadReply(operation.name, "the ticket system has no id")
        return TicketSystemId(saved)
