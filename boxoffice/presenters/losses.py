"""What a counter cannot do on a server that does not offer some operation; it does all the rest.
The table is told in the contract, `connect/README.md`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from boxoffice.presenters.common import Loss

_OF: Mapping[Loss, tuple[str, ...]] = {
    Loss.EVENTS: ("Events GET",),
    Loss.MAP: ("GetSeat GET",),
    Loss.PRICES: ("GetSalesTypes GET", "GetSalesTypePrice GET"),
    Loss.SINGLE_SEATS: ("ReserveSeat POST",),
    Loss.BEST_SEATS: ("ReserveBestSeat POST",),
    Loss.SELLING: ("Order PUT",),
    Loss.GIVING_BACK: ("OrderSeat DELETE",),
    Loss.PRICE_TYPES: ("OrderSeat PUT",),
    Loss.CODES: ("OrderTickets GET",),
    Loss.CUSTOMERS: ("Customers GET",),
    Loss.NEW_CUSTOMERS: ("Customers POST",),
    Loss.VENUES: ("GetLocation GET",),
    Loss.NAMES: (
        "GetOrganizer GET",
        "GetEventCategory GET",
        "GetEventSet GET",
        "GetPriceCategory GET",
    ),
    Loss.RULES: ("GetSalesRule GET",),
    Loss.AREAS: ("GetArea GET",),
    Loss.ENTRANCES: ("GetEntrances GET",),
    Loss.REASONS: ("GetEventSeatData GET",),
    Loss.HOUSE: (
        "TicketSystemsForService PUT",
        "ImportEntrances POST",
        "ImportLocations POST",
        "ImportOrganizers POST",
        "ImportEventSets POST",
        "ImportAreas POST",
        "ImportSalesTypes POST",
        "ImportSalesRules POST",
        "ImportPriceCategories POST",
        "ImportSeats POST",
        "ImportSeatStatus POST",
        "Events POST",
        "UploadAreaPicture POST",
    ),
    # The status of seats is asked for by either way; an order is read whole, or in two parts, and
    # cancelled as such, or by all of its seats.
    Loss.NOTHING: (
        "GetSeatStatus GET",
        "GetJTSeatStatus GET",
        "Order GET",
        "OrderBase GET",
        "OrderSeats GET",
        "Order DELETE",
        "OrderEvents DELETE",
        "OrderEvent DELETE",
        "GetCountries GET",
        "TicketSystemsForService GET",
        "CustomerTypeMapping POST",
        "SalesConditionMapping POST",
        "SalesTypeForSalesConditionMapping GET",
        "IDMapping GET",
    ),
}
LOSSES: Mapping[str, Loss] = MappingProxyType(
    {title: loss for loss, titles in _OF.items() for title in titles}
)
"""What is lost with each operation, by its title."""
