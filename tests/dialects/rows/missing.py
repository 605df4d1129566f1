"""Operations that a site does not have: what the counter can still do, it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.dialects.reading import WHOLE, Part, Reading
from tests.dialects.site import Asked, Told, Turn

_BEST = WHOLE - {Part.SINGLE, Part.GIVEN_BACK, Part.RIVAL}


def _without(*titles: str, status: int = 404, parts: frozenset[Part] = WHOLE) -> Reading:
    def hear(asked: Asked) -> None:
        if asked.row.title in titles:
            asked.told = Told(status, {"error_number": status, "error_message": "Not here."})

    name = f"{status} for {' and '.join(titles)}"
    return Reading(name, frozenset({"missing", "errors"}), turns=(Turn(hear=hear),), parts=parts)


def _refused(*titles: str, status: int = 404) -> Reading:
    return replace(_without(*titles, status=status), is_refused=True)


def _readings() -> Iterator[Reading]:
    venues = WHOLE - {Part.VENUES}
    yield _without("GetLocation GET", parts=venues)
    yield _without("GetLocation GET", parts=venues, status=501)
    yield _without("GetOrganizer GET", "GetEventCategory GET", "GetEventSet GET")
    yield _without("GetSalesRule GET", status=405)
    yield _without("GetArea GET")
    yield _without("GetEntrances GET", status=501)
    yield _without("GetEventSeatData GET")
    yield _without("OrderTickets GET")
    yield _without("OrderSeat PUT", parts=WHOLE - {Part.REDUCED}, status=405)
    yield _without("OrderSeat DELETE", parts=WHOLE - {Part.GIVEN_BACK}, status=405)
    yield _without("GetSeatStatus GET")
    yield _without("GetJTSeatStatus GET")
    yield _without("Order GET")
    yield _without("Order GET", status=405)
    yield _without("OrderBase GET", "OrderSeats GET")
    yield _without("ReserveSeat POST", parts=_BEST)
    yield _without("ReserveSeat POST", parts=_BEST, status=501)
    yield _without("ReserveBestSeat POST")
    yield _without("Customers GET", "Customers POST")
    yield _without("GetCountries GET", "IDMapping GET", "TicketSystemsForService GET")
    yield _refused("Events GET")
    yield _refused("GetSeat GET")
    yield _refused("GetSalesTypePrice GET")
    yield _refused("GetSalesTypes GET", status=501)
    yield _without("GetPriceCategory GET", status=405)
    yield _refused("Order PUT")
    yield _refused("Order PUT", status=501)
    yield _refused("ReserveSeat POST", "ReserveBestSeat POST")


READINGS = tuple(_readings())
