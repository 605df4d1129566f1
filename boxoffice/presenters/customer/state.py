"""What the order's customer strip can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from boxoffice.domain.orders.customer import Customer
from boxoffice.presenters.notices import Notice


@dataclass(frozen=True, slots=True)
class CustomerState:
    """Looking for a customer, or adding one; the sale goes on beside it.

    Attributes:
        chosen: whose order it is; None for nobody in particular.
        found: who matches `search`, in the server's order.
        is_loading: the server is being asked.
        is_adding: the form of a new customer is open.
    """

    is_open: bool = False
    chosen: Customer | None = None
    search: str = field(default="", repr=False)
    found: tuple[Customer, ...] = ()
    is_loading: bool = False
    is_adding: bool = False
    notice: Notice | None = None


class CustomerView(Protocol):
    def show_state(self, state: CustomerState) -> None: ...
