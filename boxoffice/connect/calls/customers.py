"""Customers: found by name, mail or number, and added."""

from __future__ import annotations

from collections.abc import AsyncIterator

from boxoffice.connect import operations, order_mapping, wire
from boxoffice.connect.errors import BadReply
from boxoffice.connect.listing import Page
from boxoffice.connect.mapping import parsed
from boxoffice.connect.paging import raw_pages, whole_list
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import CustomerId
from boxoffice.domain.orders.customer import Customer, NewCustomer

_LONGEST_SEARCH = 200


class CustomerCalls:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def search(self, text: str) -> tuple[Customer, ...]:
        """Who matches the text; everybody for an empty one."""
        page = await whole_list(self._sender, operations.CUSTOMERS, _query(text))
        return self._read(page.items)

    async def pages(self, text: str) -> AsyncIterator[Page[Customer]]:
        """As `search`, a page at a time: who types a letter does not wait for everybody."""
        async for page in raw_pages(self._sender, operations.CUSTOMERS, _query(text)):
            yield Page(self._read(page.items), page.done, page.total)

    async def get(self, customer_id: CustomerId) -> Customer:
        """One customer.

        Raises:
            Refused: 404, BadReply: the server does not have them.
        """
        query = {"customerID": str(customer_id)}
        page = await whole_list(self._sender, operations.CUSTOMERS, query)
        for found in self._read(page.items):
            if found.id == customer_id:
                return found
        raise BadReply(operations.CUSTOMERS.name, f"there is no customer {customer_id}")

    async def add(self, customer: NewCustomer, key: str) -> CustomerId:
        """Adds a customer and returns the number that the server gave them."""
        body = {
            name: getattr(customer, name)
            for name in operations.ADD_CUSTOMER.body
            if getattr(customer, name)
        }
        reply = await self._sender.send(operations.ADD_CUSTOMER, body=body, key=key)
        return CustomerId(_made_id(reply.result))

    def _read(self, items: list[object]) -> tuple[Customer, ...]:
        found = (self._sender.read(operations.CUSTOMERS, wire.CustomerWire, item) for item in items)
        return tuple(order_mapping.customer(c) for c in found if not c.deleted)


def _query(text: str) -> dict[str, str]:
    words = text.strip()[:_LONGEST_SEARCH]
    return {"search": words} if words else {}


def _made_id(result: dict[str, object]) -> int:
    found = parsed(operations.ADD_CUSTOMER, wire.SimpleWire, result)
    if found.id is None:
        raise BadReply(operations.ADD_CUSTOMER.name, "the new customer has no id")
    return found.id
