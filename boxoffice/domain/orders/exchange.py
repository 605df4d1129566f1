"""An exchange: seats of a sold order that go back while others are sold in their place."""

from __future__ import annotations

from dataclasses import dataclass

from boxoffice.domain.ids import OrderId, Place
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderLine


@dataclass(frozen=True, slots=True)
class Exchange:
    """Which seats of which order go back; at least one, all in one currency.

    Attributes:
        is_returned: they are given back already: the same seats are sold at another price type, or
            the buyer gets the money.
    """

    order_id: OrderId
    lines: tuple[OrderLine, ...]
    is_returned: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(line.place for line in self.lines)

    @property
    def value(self) -> Money:
        """What they cost."""
        return Money.total((line.total for line in self.lines), self.lines[0].price.currency)

    def due(self, new_total: Money) -> Money:
        """What the buyer still pays for the new seats; negative where money goes back.

        Raises:
            CurrencyMismatch: the new seats are in another currency.
        """
        return new_total - self.value
