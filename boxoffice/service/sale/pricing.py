"""The price of a seat, by its price category and the price type that it is sold at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select

from boxoffice.service.data.schema import events, prices, sales_types
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.sale.sales_period import PERIOD, why_closed


@dataclass(frozen=True, slots=True)
class Priced:
    """A seat's price; `vat_rate` in per cent, included in price and fee."""

    sales_type_id: int
    price_category_id: int
    price: Decimal
    fee: Decimal
    vat_rate: Decimal

    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


# A row for each price of the event, and one row if it has none; the default type comes first.
_OFFERS = (
    select(
        *PERIOD,
        events.c.currency,
        prices.c.sales_type_id,
        prices.c.price_category_id,
        prices.c.price,
        prices.c.fee,
        prices.c.vat_rate,
    )
    .select_from(events)
    .outerjoin(
        prices.join(
            sales_types,
            and_(sales_types.c.id == prices.c.sales_type_id, sales_types.c.deleted.is_(False)),
        ),
        and_(prices.c.event_id == events.c.id, prices.c.deleted.is_(False)),
    )
    .where(events.c.id == bindparam("event"), events.c.deleted.is_(False))
    .order_by(sales_types.c.is_default.desc(), sales_types.c.sort, sales_types.c.id)
)


class Offers:
    """The prices of an event, read once.

    Attributes:
        currency: of all its prices.

    Raises:
        Refusal: 404, there is no such event, or it was deleted.
    """

    def __init__(self, connection: Connection, event_id: int) -> None:
        self._rows = connection.execute(_OFFERS, {"event": event_id}).all()
        if not self._rows:
            raise not_found("event", event_id)
        self.currency = str(self._rows[0].currency)

    def why_closed(self, now: float) -> str:
        """Why no seats of the event are taken now; empty if they may be."""
        return why_closed(self._rows[0], now)

    def price(
        self, seat_id: int, category_id: int, sales_type_id: int | None, index: int
    ) -> Priced:
        """The price of a seat at a price type, or at the default one.

        Args:
            sales_type_id: None for the default one.
            index: of the seat in the request's list, for the refusal.

        Raises:
            Refusal: 422, the seat is not sold at this type.
        """
        for row in self._rows:
            type_id = row.sales_type_id
            if row.price_category_id == category_id and sales_type_id in (None, type_id):
                return Priced(type_id, category_id, row.price, row.fee, row.vat_rate)
        reason = f"seat {seat_id} is not sold at price type {sales_type_id}"
        raise Refusal(422, reason, items={index: reason}, fields=[("sales_type_id", reason)])
