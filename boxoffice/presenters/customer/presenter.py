"""Whose order it is: searched as the clerk types, added in place, and never in the way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Protocol

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.orders.customer import Customer, NewCustomer, is_mail
from boxoffice.presenters.customer.state import CustomerState, CustomerView
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.idempotency import until_known
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import OrderState
from boxoffice.presenters.tasks import Tasks

_TYPING = 0.2  # seconds without another key before the server is asked
_MOST_SHOWN = 5
_LONGEST = 100


class CustomersOrder(Protocol):
    """The order that gets a customer, and tells when it has another."""

    @property
    def state(self) -> OrderState: ...

    def set_customer(self, customer: Customer | None) -> None: ...


class CustomerPresenter:
    """Finds and adds customers.

    Args:
        typing_seconds: how long no key is waited for before the server is asked.
    """

    def __init__(
        self,
        view: CustomerView,
        client: ConnectClient,
        order: CustomersOrder,
        tasks: Tasks,
        typing_seconds: float = _TYPING,
    ) -> None:
        self._view = view
        self._client = client
        self._order = order
        self._tasks = tasks
        self._typing_seconds = typing_seconds
        self._is_sending = False
        self.state = CustomerState()

    def follow(self, shown: OrderState) -> None:
        """The order on screen is another, or has another customer."""
        if shown.customer != self.state.chosen:
            self._show(replace(self.state, chosen=shown.customer))

    def open(self) -> None:
        self._show(CustomerState(is_open=True, chosen=self.state.chosen))

    def close(self) -> None:
        """One step back: from the form to the search, from the search to the order."""
        if self._is_sending:
            return
        if self.state.is_adding:
            self._show(replace(self.state, is_adding=False, notice=None))
        else:
            self._tasks.stop("customers")
            self._show(CustomerState(chosen=self.state.chosen))

    def leave(self) -> None:
        """To the order at once, unless a new customer is on the way to the server."""
        if self.state.is_open and not self._is_sending:
            self._tasks.stop("customers")
            self._show(CustomerState(chosen=self.state.chosen))

    def search(self, text: str) -> None:
        """Asks who it may be, once the clerk pauses; what was asked before is forgotten."""
        self._show(replace(self.state, search=text, notice=None, is_loading=bool(text.strip())))
        self._tasks.browse("customers", self._search(text))

    def choose(self, customer: Customer) -> None:
        self._order.set_customer(customer)
        self._tasks.stop("customers")
        self._show(CustomerState(chosen=customer))

    def choose_first(self) -> None:
        """The first who was found; where nobody was, the form of a new one."""
        if self.state.found:
            self.choose(self.state.found[0])
        elif self.state.search.strip() and not self.state.is_loading:
            self.begin_adding()

    def remove(self) -> None:
        """Nobody in particular again."""
        self._order.set_customer(None)
        self._show(CustomerState())

    def begin_adding(self) -> None:
        self._show(replace(self.state, is_open=True, is_adding=True, notice=None))

    def add(self, first: str, last: str, mail: str) -> None:
        """Adds a customer on the server, and to the order."""
        first, last, mail = (_plain(text) for text in (first, last, mail))
        if not first and not last:
            self._note(Notice.warning(Code.NAME_MISSING))
        elif mail and not is_mail(mail):
            self._note(Notice.warning(Code.NOT_A_MAIL))
        elif not self._is_sending:
            self._is_sending = True
            self._show(replace(self.state, is_loading=True, notice=None))
            self._tasks.buy(self._add(NewCustomer(first, last, mail)))

    async def _search(self, text: str) -> None:
        if not text.strip():
            self._show(replace(self.state, found=(), is_loading=False))
            return
        await asyncio.sleep(self._typing_seconds)
        try:
            async for page in self._client.customers.pages(text):
                found = page.entries[:_MOST_SHOWN]
                self._show(replace(self.state, found=found, is_loading=False))
                return
        except ConnectError as error:
            notice = notice_of(error, self._client.address)
            self._show(replace(self.state, found=(), is_loading=False, notice=notice))

    async def _add(self, details: NewCustomer) -> None:
        try:
            customer_id = await until_known(
                lambda key: self._client.customers.add(details, key), self._in_doubt
            )
        except ConnectError as error:
            notice = notice_of(error, self._client.address)
            self._show(replace(self.state, is_loading=False, notice=notice))
        else:
            self.choose(Customer(customer_id, details))
        finally:
            self._is_sending = False

    def _in_doubt(self) -> None:
        self._note(Notice.warning(Code.CHECKING))

    def _note(self, notice: Notice) -> None:
        self._show(replace(self.state, notice=notice))

    def _show(self, state: CustomerState) -> None:
        self.state = state
        self._view.show_state(state)


def _plain(text: str) -> str:
    """One line without control characters, of a length that a name has."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST]
