"""What a rehearsed sale left on the server, read back after it, as `sale.json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import OrderId


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the sale and how long it took, pictures not counted."""

    name: str
    ms: float


class SeatRecord(msgspec.Struct):
    area: str
    row: str
    number: str
    price_type: str
    price: Decimal
    fee: Decimal


class StepRecord(msgspec.Struct):
    name: str
    ms: float


class SaleRecord(msgspec.Struct):
    venue: str
    event_id: int
    order_id: int
    external_id: str
    status: str
    currency: str
    total: Decimal
    seats: list[SeatRecord]
    tickets: list[str]
    steps: list[StepRecord]


async def read_back(
    address: str, token: str, order_id: OrderId, steps: Sequence[Step]
) -> SaleRecord:
    """The sale as the server tells it, to a client that took no part in it.

    Raises:
        ConnectError: the server does not answer, or does not know the order.
    """
    client = ConnectClient(address, token)
    try:
        order = await client.orders.get(order_id)
        event = await client.events.get(order.lines[0].event_id)
        locations = {place.id: place for place in await client.locations.list()}
        types = {t.id: t.name for t in await client.price_types.list()}
        tickets = await client.orders.tickets(order_id)
    finally:
        await client.aclose()
    place = locations.get(event.location_id) if event.location_id is not None else None
    return SaleRecord(
        venue=place.name if place else "",
        event_id=event.id,
        order_id=order.id,
        external_id=order.external_id,
        status=order.status.value,
        currency=order.currency,
        total=order.total.amount,
        seats=[
            SeatRecord(
                line.area_name,
                line.row,
                line.number,
                types[line.price_type_id],
                line.price.amount,
                line.fee.amount,
            )
            for line in order.lines
        ],
        tickets=[ticket.barcode for ticket in tickets],
        steps=[StepRecord(step.name, step.ms) for step in steps],
    )


def write_record(record: SaleRecord, path: Path) -> None:
    """Writes the record as JSON, amounts as exact numbers."""
    text = msgspec.json.Encoder(decimal_format="number").encode(record)
    path.write_bytes(msgspec.json.format(text, indent=2) + b"\n")
