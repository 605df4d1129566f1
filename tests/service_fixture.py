"""A real service on a free port, and a small house to serve."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.seats.seatplan import NO_ATTRIBUTES, SeatAttribute
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftPriceType,
    DraftSeat,
    Performance,
    Venue,
)
from boxoffice.service.data import credentials, schema
from boxoffice.service.data.status import BLOCKED, FREE
from boxoffice.service.data.store import Store, next_stamp
from boxoffice.service.process.server import ServeConfig, serve
from tests.pictures import SVG
from tests.waiting import PATIENCE

TOKEN = "test-token"
# What the small house gives out, by its order: ids are dense and start at 1.
STALLS, BALCONY, FLOOR = 2, 3, 4
FIRST_EVENT, SECOND_EVENT = 1, 2
FULL, REDUCED, CHILD = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Running:
    address: str
    token: str

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1].split("/")[0])


def small_venue() -> Venue:
    """Stalls of 4 rows of 10, a balcony of 2 rows of 10, and a floor for 20 to stand on.

    Seat ids run from 1 (stalls A 1) over 41 (balcony A 1) to 61 (the first standing place).
    """
    numbers = range(10)
    seats = [
        *(_seat("stalls", row, number, 50.0 * row) for row in range(4) for number in numbers),
        *(_seat("balcony", row, number, 500.0 + 50 * row) for row in (0, 1) for number in numbers),
        *(DraftSeat(f"floor-{i}", "floor", "wood") for i in range(20)),
    ]
    prices = {"full": ("30.00", "2.00"), "reduced": ("20.00", "2.00"), "child": ("10.00", "1.00")}
    cheap = {"full": ("15.50", "0.50"), "reduced": ("10.50", "0.50"), "child": ("5.00", "0.00")}
    return Venue(
        key="small",
        name="Small House",
        street="Am Markt 1",
        zip="99423",
        city="Weimar",
        country_code="DE",
        timezone="Europe/Berlin",
        currency="EUR",
        vat_rate=Decimal(7),
        areas=(
            DraftArea(
                "stage",
                "Stage",
                AreaKind.DECORATION,
                outline=((0, -200), (450, -200), (450, -100), (0, -100)),
                picture=SVG,
            ),
            DraftArea(
                "stalls",
                "Stalls",
                capacity=40,
                outline=((-40, -40), (490, -40), (490, 190), (-40, 190)),
            ),
            DraftArea(
                "balcony",
                "Balcony",
                capacity=20,
                level=1,
                outline=((-40, 460), (490, 460), (490, 590), (-40, 590)),
            ),
            DraftArea(
                "floor",
                "Floor",
                AreaKind.STANDING,
                capacity=20,
                outline=((0, 260), (450, 260), (450, 400), (0, 400)),
                label_at=(225, 330),
            ),
        ),
        categories=(
            DraftCategory("gold", "Gold", "#b0347c", _exact(prices)),
            DraftCategory("wood", "Wood", "#1f8a70", _exact(cheap)),
        ),
        price_types=(
            DraftPriceType("full", "Full price", "Full", is_default=True),
            DraftPriceType("reduced", "Reduced", "Red."),
            DraftPriceType("child", "Child", "Child", requires_proof=True),
        ),
        seats=tuple(seats),
        performances=(
            Performance("first", "The Tempest", "Comedy", 1, 19, 30),
            Performance("second", "Woyzeck", "Fragment", 2, 20, 0, sold_share=0.3),
        ),
        entrances=(
            DraftEntrance("west", "West door", -80.0, 75.0, "stalls"),
            DraftEntrance("main", "Main entrance", 225.0, 640.0),
        ),
    )


def _seat(area: str, row: int, number: int, y: float) -> DraftSeat:
    is_special = area == "stalls" and row == 3 and number == 0
    return DraftSeat(
        f"{area}-{row}-{number}",
        area,
        "gold" if area == "stalls" else "wood",
        "ABCD"[row],
        str(number + 1),
        50.0 * number,
        y,
        attributes=SeatAttribute.WHEELCHAIR if is_special else NO_ATTRIBUTES,
    )


def _exact(prices: dict[str, tuple[str, str]]) -> dict[str, tuple[Decimal, Decimal]]:
    return {key: (Decimal(price), Decimal(fee)) for key, (price, fee) in prices.items()}


@contextmanager
def running_service(
    venue: Venue | None = None,
    *,
    data: Path | None = None,
    database: str | None = None,
    hold_seconds: float = 600,
    token: str = TOKEN,
    port: int = 0,
    rate: int = 0,
    most_orders: int = 0,
) -> Iterator[Running]:
    """Runs the real service in a thread of its own until the block is left."""
    ready = threading.Event()
    told: list[Running] = []
    failed: list[BaseException] = []
    ends: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = []
    config = ServeConfig(
        port=port,
        data=data,
        database=database,
        venues=(venue or small_venue(),),
        token=token,
        hold_seconds=hold_seconds,
        rate=rate,
        most_orders=most_orders,
    )

    def on_ready(address: str, token: str) -> None:
        told.append(Running(address, token))
        ready.set()

    async def until_cancelled() -> None:
        task = asyncio.create_task(serve(config, on_ready, lambda *_: ()))
        ends.append((asyncio.get_running_loop(), task))
        await asyncio.wait([task])
        if not task.cancelled() and (error := task.exception()) is not None:
            failed.append(error)
            ready.set()

    thread = threading.Thread(target=lambda: asyncio.run(until_cancelled()))
    thread.start()
    try:
        assert ready.wait(PATIENCE), "the service did not come up"
        if failed:
            raise failed[0]
        yield told[0]
    finally:
        loop, task = ends[0]
        if thread.is_alive():
            loop.call_soon_threadsafe(task.cancel)
        thread.join(PATIENCE)
        assert not thread.is_alive()


def another_token(data: Path, name: str = "till 2", role: str = credentials.SALES) -> str:
    """The token of another counter of the service on these data."""
    store = Store(data)
    try:
        return credentials.add(store, name, role)
    finally:
        store.close()


def block(data: Path, seat_ids: tuple[int, ...], reason: str | None, event_id: int = 1) -> None:
    """Blocks free seats of an event, or frees them where there is no reason: what no operation of
    the service does, another process on its data may."""
    store = Store(data)
    statuses = schema.event_seats
    changed = statuses.update().where(
        statuses.c.event_id == event_id, statuses.c.seat_id.in_(seat_ids)
    )
    with store.writing() as connection:
        status = FREE if reason is None else BLOCKED
        stamp = next_stamp(connection)
        connection.execute(changed.values(status=status, blocked_reason=reason, stamp=stamp))
    store.close()
