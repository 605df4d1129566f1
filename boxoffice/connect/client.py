"""The Connect API as the counter uses it: calls grouped by noun, domain values in and out.

Every call raises nothing but the errors of `boxoffice.connect.errors`.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from boxoffice.connect import mapping, operations, wire
from boxoffice.connect.calls.customers import CustomerCalls
from boxoffice.connect.calls.id_mappings import IdPair, MappedKind, MappingCalls
from boxoffice.connect.calls.imports import ImportCalls
from boxoffice.connect.calls.orders import OrderCalls
from boxoffice.connect.calls.pictures import PictureCalls
from boxoffice.connect.calls.prices import PriceCalls
from boxoffice.connect.calls.seats import SeatCalls
from boxoffice.connect.calls.ticket_systems import TicketSystemCalls
from boxoffice.connect.credentials import Credential
from boxoffice.connect.dialects.dialect import CONTRACT, Dialect
from boxoffice.connect.dialects.paths import NotValid, read_operations
from boxoffice.connect.dialects.reading import SHIPPED, DialectNotValid, load_dialect
from boxoffice.connect.errors import ServerWarning
from boxoffice.connect.http_messages import Deadlines
from boxoffice.connect.listing import Catalogue, ListChanges, Page, PerEvent
from boxoffice.connect.operations import Operation
from boxoffice.connect.replica import Replica
from boxoffice.connect.sender import Sender
from boxoffice.connect.signing_in import SigningIn
from boxoffice.connect.transport import Network, Transport, is_safe_address
from boxoffice.domain.ids import (
    CountryId,
    EventCategoryId,
    EventId,
    EventSetId,
    LocationId,
    OrganizerId,
    PriceTypeId,
)
from boxoffice.domain.orders.reservation import BestSeatsRequest, SeatRequest

__all__ = [
    "CONTRACT",
    "SHIPPED",
    "AddressNotValid",
    "BestSeatsRequest",
    "ConnectClient",
    "Credential",
    "Deadlines",
    "Dialect",
    "DialectNotValid",
    "IdPair",
    "ListChanges",
    "MappedKind",
    "NotValid",
    "Operation",
    "Page",
    "Replica",
    "SeatRequest",
    "ServerWarning",
    "checked_address",
    "load_dialect",
    "new_key",
    "read_operations",
]

W = TypeVar("W", bound=wire.Entity)
K = TypeVar("K", bound=int)
T = TypeVar("T")


class AddressNotValid(ValueError):
    """The text is no address that a credential may be sent to."""


def checked_address(text: str) -> str:
    """The base URL of a server, without a slash at its end.

    Raises:
        AddressNotValid: no http(s) address, plain http to another machine, or it carries a user,
            a password, a query or a fragment.
    """
    plain = text.strip().rstrip("/")
    if any(mark in plain for mark in "?#@\\ ") or any(not c.isprintable() for c in plain):
        raise AddressNotValid(text)
    try:
        host = urlsplit(plain).hostname
    except ValueError as error:
        raise AddressNotValid(text) from error
    if not host or not is_safe_address(plain):
        raise AddressNotValid(text)
    return plain


def new_key() -> str:
    """A fresh idempotency key: one for each intent, the same for each of its retries."""
    return str(uuid.uuid4())


class ConnectClient:
    """A counter's connection to a server. Its calls are grouped by noun; `platform` is what the
    server tells of itself.

    Args:
        base_url: as `checked_address` returns it.
        credential: a token, or any form that `Credential.read` knows.
        language: what the server should speak, such as 'de'.
        ca_file: certificates of the venue's own, in PEM, that count beside the system's.
        dialect: how this site says the API; see `load_dialect`.
        on_warning: called with each warning that comes with an answer.
        on_signed_out: as `wait_for_credential`.
        knows_keys: the server does a change with an idempotency key once; one that knows none is
            looked at before it is asked again.
        transport: stands in for the network, in tests.
        pause: seconds between two attempts.
    """

    def __init__(
        self,
        base_url: str,
        credential: str | Credential,
        *,
        language: str = "en",
        ca_file: Path | None = None,
        dialect: Dialect = CONTRACT,
        on_warning: Callable[[ServerWarning], None] | None = None,
        on_signed_out: Callable[[], None] | None = None,
        knows_keys: bool = True,
        transport: Network | None = None,
        deadlines: Deadlines | None = None,
        pause: float = 1.0,
    ) -> None:
        self.address = base_url
        deadlines = deadlines or Deadlines()
        self._transport = Transport(base_url, deadlines, ca_file=ca_file, stand_in=transport)
        self._signing_in = SigningIn(_credential(credential), on_signed_out)
        sender = Sender(
            self._transport,
            self._signing_in,
            language,
            deadlines,
            pause=pause,
            dialect=dialect,
            on_warning=on_warning,
            knows_keys=knows_keys,
        )
        self.dialect = dialect
        self._oddities = sender.oddities
        self.platform = sender.platform
        self.knows_keys = sender.knows_keys
        read = _Reader(sender)
        self.events = read.catalogue(operations.EVENTS, wire.EventWire, mapping.event, EventId)
        self.organizers = read.catalogue(
            operations.ORGANIZERS, wire.OrganizerWire, mapping.organizer, OrganizerId
        )
        self.locations = read.catalogue(
            operations.LOCATIONS, wire.LocationWire, mapping.location, LocationId
        )
        self.event_sets = read.catalogue(
            operations.EVENT_SETS, wire.EventSetWire, mapping.event_set, EventSetId
        )
        self.event_categories = read.catalogue(
            operations.EVENT_CATEGORIES,
            wire.EventCategoryWire,
            mapping.event_category,
            EventCategoryId,
        )
        self.countries = read.catalogue(
            operations.COUNTRIES, wire.CountryWire, mapping.country, CountryId
        )
        self.price_types = read.catalogue(
            operations.SALES_TYPES, wire.SalesTypeWire, mapping.price_type, PriceTypeId
        )
        self.areas = read.per_event(operations.AREAS, wire.AreaWire, mapping.area)
        self.entrances = read.per_event(operations.ENTRANCES, wire.EntranceWire, mapping.entrance)
        self.price_categories = read.per_event(
            operations.PRICE_CATEGORIES, wire.PriceCategoryWire, mapping.price_category
        )
        self.sales_rules = read.per_event(
            operations.SALES_RULES, wire.SalesRuleWire, mapping.sales_rule
        )
        self.prices = PriceCalls(
            sender, operations.SALES_TYPE_PRICES, wire.SalesTypePriceWire, mapping.price
        )
        self.seats = SeatCalls(sender)
        self.orders = OrderCalls(sender)
        self.customers = CustomerCalls(sender)
        self.imports = ImportCalls(sender)
        self.mappings = MappingCalls(sender)
        self.ticket_systems = TicketSystemCalls(sender)
        self.pictures = PictureCalls(sender, self._transport, base_url, deadlines)

    def __repr__(self) -> str:
        return f"ConnectClient({self.address!r})"

    @property
    def oddities(self) -> Mapping[str, int]:
        """What of the answers did not fit and was left out, and how often."""
        return self._oddities.counts

    def use_token(self, credential: str | Credential) -> None:
        """Goes on with another credential; calls that wait for one are made again with it."""
        self._signing_in.use(_credential(credential))

    def wait_for_credential(self, on_signed_out: Callable[[], None]) -> None:
        """From now on, a call whose credential is not valid does not fail: it waits for another.

        Args:
            on_signed_out: called once when one is needed; then `use_token`, or `give_up_waiting`.
        """
        self._signing_in.wait_from_now_on(on_signed_out)

    def give_up_waiting(self) -> None:
        """There is no other credential: the calls that wait end with `SignedOut`."""
        self._signing_in.give_up()

    async def aclose(self) -> None:
        """Ends what is under way, and the connections; a call that comes after is not sent."""
        self._signing_in.close()
        await self._transport.aclose()


class _Reader:
    """Makes the lists of one sender; `kind` is the type of their ids."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def catalogue(
        self,
        operation: Operation,
        model: type[W],
        mapped: Callable[[W], T | None],
        kind: Callable[[int], K],  # noqa: ARG002 - tells the type of the ids
    ) -> Catalogue[K, T]:
        return Catalogue(self._sender, operation, model, mapped)

    def per_event(
        self, operation: Operation, model: type[W], mapped: Callable[[W], T | None]
    ) -> PerEvent[T]:
        return PerEvent(self._sender, operation, model, mapped)


def _credential(given: str | Credential) -> Credential:
    return Credential.read(given) if isinstance(given, str) else given
