"""Customers: found by name, mail or number, and added."""

from __future__ import annotations

from collections.abc import AsyncIterator

from boxoffice.connect import operations, order_mapping, wire
from boxoffice.connect.errors import BadReply, ConnectError, OutcomeUnknown, Refused
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
        """Adds a customer and returns the number that the server gave them. Where its answer does
        not tell it, who has all of these details is looked for."""
        body = {
            name: getattr(customer, name)
            for name in operations.ADD_CUSTOMER.body
            if getattr(customer, name)
        }
        doubt: Refused | OutcomeUnknown | BadReply
        try:
            reply = await self._sender.send(operations.ADD_CUSTOMER, body=body, key=key)
            return CustomerId(_made_id(reply.result))
        except OutcomeUnknown as unknown:
            if self._sender.knows_keys:
                raise  # whoever asks again with the key is told
            doubt = unknown
        except Refused as refused:
            if not refused.may_be_done:
                raise
            doubt = refused
        except BadReply as unread:
            doubt = unread
        return await self._added(customer, doubt)

    async def _added(
        self, customer: NewCustomer, doubt: Refused | OutcomeUnknown | BadReply
    ) -> CustomerId:
        """Who has these details; the newest, where they are there more than once."""
        try:
            found = await self.search(customer.email or customer.last_name or customer.first_name)
        except ConnectError:
            raise doubt from None
        same = [each.id for each in found if _is_same(each.details, customer)]
        if not same:
            raise doubt
        return max(same)

    def _read(self, items: list[object]) -> tuple[Customer, ...]:
        found = (self._sender.read(operations.CUSTOMERS, wire.CustomerWire, item) for item in items)
        return tuple(order_mapping.customer(c) for c in found if not c.deleted)


def _is_same(found: NewCustomer, wanted: NewCustomer) -> bool:
    """Whether they have the same names and mail."""
    names = ("first_name", "last_name", "email")
    return all(getattr(found, name) == getattr(wanted, name) for name in names)


def _query(text: str) -> dict[str, str]:
    words = text.strip()[:_LONGEST_SEARCH]
    return {"search": words} if words else {}


def _made_id(result: dict[str, object]) -> int:
    found = parsed(operations.ADD_CUSTOMER, wire.SimpleWire, result)
    if found.id is None:
        raise BadReply(operations.ADD_CUSTOMER.name, "the new customer has no id")
    return found.id
