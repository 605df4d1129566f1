"""The lines of the order on screen: what the server told, in the words of the offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId, Place, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderLine
from boxoffice.presenters.common import LineRow

_GREY = "#808080"


def line_rows(order: Order, offers: Mapping[EventId, Offer]) -> tuple[LineRow, ...]:
    """The order's lines with their events, categories, and the price types each may have."""
    return tuple(_row(line, offers.get(line.event_id)) for line in order.lines)


def _row(line: OrderLine, offer: Offer | None) -> LineRow:
    if offer is None:
        return LineRow(line, None, None, "", _GREY, ())
    category = next((c for c in offer.categories if c.id == line.category_id), None)
    kinds = offer.types_of(line.category_id)
    prices = (offer.price_list.get(line.category_id, kind.id) for kind in kinds)
    return LineRow(
        line=line,
        event=offer.event,
        starts_at=offer.starts_at,
        category_name=category.name if category else "",
        category_color=category.color if category else _GREY,
        price_types=kinds,
        prices=tuple(price.total for price in prices if price is not None),
    )


def prices_of(
    rows: Iterable[LineRow], offers: Mapping[EventId, Offer]
) -> dict[tuple[Place, PriceTypeId], Money]:
    """What each seat costs by these offers, at each price type that it may have."""
    found = {}
    for line in (row.line for row in rows):
        offer = offers[line.event_id]
        for kind in offer.types_of(line.category_id):
            price = offer.price_list.get(line.category_id, kind.id)
            if price is not None:
                found[line.place, kind.id] = price.total
    return found
