"""What changes the catalogue itself: each import puts entries in, changes those that are known by
their key (external id), and takes out the ones whose keys are in `gone`.

A large import goes out in parts, each of which does all or nothing. `progress` is told the share
that is in, 0 to 1. Where one fails, those before it stay, and the error's `done` says how many
entries they are; the same call with the same key goes on where it stopped, since the server answers
for what it has done already.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

import msgspec

from boxoffice.connect import operations
from boxoffice.connect.calls import import_bodies as bodies
from boxoffice.connect.calls.import_bodies import Body
from boxoffice.connect.errors import ConnectError, OutcomeUnknown, Refused, RefusedItem
from boxoffice.connect.operations import Operation
from boxoffice.connect.sender import Sender
from boxoffice.domain.drafts import (
    DraftEvent,
    DraftEventSet,
    DraftLocation,
    DraftOrganizer,
    DraftSalesRule,
    SeatStateChange,
)
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftPriceType,
    DraftSeat,
)

Progress = Callable[[float], None]
_MOST_ENTRIES = 5000
_MOST_BYTES = 2_000_000
# An entry of an import: its place in the call's arguments, and what is sent.
Entry = tuple[int, Body]
_ENCODER = msgspec.json.Encoder(decimal_format="number")


class ImportCalls:
    """Every call takes the key of its intent (see `new_key`), and raises beside all else

    Refused: `items` name the entries by their index, those to go counted after the others; with
        `is_conflict` what is in use and cannot go, else (422) what makes no sense.
    """

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def locations(
        self, locations: Sequence[DraftLocation], key: str, *, gone: Sequence[str] = ()
    ) -> None:
        entries = _entries(map(bodies.location, locations), "external_location_id", gone)
        await self._import(operations.IMPORT_LOCATIONS, "locations", entries, key)

    async def organizers(
        self, organizers: Sequence[DraftOrganizer], key: str, *, gone: Sequence[str] = ()
    ) -> None:
        entries = _entries(map(bodies.organizer, organizers), "external_event_organizer_id", gone)
        await self._import(operations.IMPORT_ORGANIZERS, "organizers", entries, key)

    async def event_sets(
        self, event_sets: Sequence[DraftEventSet], key: str, *, gone: Sequence[str] = ()
    ) -> None:
        entries = _entries(map(bodies.event_set, event_sets), "external_event_set_id", gone)
        await self._import(operations.IMPORT_EVENT_SETS, "event_sets", entries, key)

    async def areas(
        self,
        location_key: str,
        areas: Sequence[DraftArea],
        key: str,
        *,
        gone: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> None:
        """Areas of a location, in any order; their pictures are uploaded by themselves."""
        entries = _entries(map(bodies.area, areas), "external_area_id", gone)
        first = bodies.parents_first(areas)
        entries = [entries[i] for i in first] + entries[len(areas) :]
        more: Body = {"external_location_id": location_key}
        await self._import(operations.IMPORT_AREAS, "venues", entries, key, progress, more)

    async def entrances(
        self,
        entrances: Sequence[DraftEntrance],
        key: str,
        *,
        location_key: str = "",
        parent_area_key: str = "",
        gone: Sequence[str] = (),
    ) -> None:
        """Entrances; those that name no area lead to `parent_area_key`, or to all of a location."""
        made = (bodies.entrance(entrance, location_key) for entrance in entrances)
        entries = _entries(made, "external_entrance_id", gone)
        more: Body = {"external_parent_area_id": parent_area_key}
        operation = operations.IMPORT_ENTRANCES
        await self._import(operation, "entrances", entries, key, None, more)

    async def price_types(
        self, price_types: Sequence[DraftPriceType], key: str, *, gone: Sequence[str] = ()
    ) -> None:
        made = (bodies.price_type(kind, sort) for sort, kind in enumerate(price_types))
        entries = _entries(made, "external_sales_type_id", gone)
        await self._import(operations.IMPORT_SALES_TYPES, "sales_types", entries, key)

    async def price_categories(
        self,
        event_key: str,
        categories: Sequence[DraftCategory],
        key: str,
        *,
        currency: str,
        vat_rate: Decimal,
        gone: Sequence[str] = (),
    ) -> None:
        """Price categories of an event, each with what it costs by price type."""
        made = (
            bodies.price_category(category, sort, currency, vat_rate)
            for sort, category in enumerate(categories)
        )
        entries = _entries(made, "external_price_category_id", gone)
        more: Body = {"external_event_id": event_key}
        operation = operations.IMPORT_PRICE_CATEGORIES
        await self._import(operation, "price_categories", entries, key, None, more)

    async def sales_rules(
        self, rules: Sequence[DraftSalesRule], key: str, *, gone: Sequence[str] = ()
    ) -> None:
        entries = _entries(map(bodies.sales_rule, rules), "external_sales_rule_id", gone)
        await self._import(operations.IMPORT_SALES_RULES, "sales_rules", entries, key)

    async def events(
        self,
        events: Sequence[DraftEvent],
        key: str,
        *,
        event_set_key: str = "",
        organizer_key: str = "",
        gone: Sequence[str] = (),
    ) -> None:
        """Events, of one set and one organiser where those are named."""
        entries = _entries(map(bodies.event, events), "external_event_id", gone)
        more: Body = {
            "external_event_set_id": event_set_key,
            "external_organizer_id": organizer_key,
        }
        await self._import(operations.IMPORT_EVENTS, "events", entries, key, None, more)

    async def seats(
        self,
        event_key: str,
        seats: Sequence[DraftSeat],
        key: str,
        *,
        gone: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> None:
        """Seats of an event's place. One that is held or sold does not go."""
        entries = _entries(map(bodies.seat, seats), "external_seat_id", gone)
        more: Body = {"external_event_id": event_key}
        await self._import(operations.IMPORT_SEATS, "seats", entries, key, progress, more)

    async def seat_states(
        self,
        event_key: str,
        states: Sequence[SeatStateChange],
        key: str,
        *,
        progress: Progress | None = None,
    ) -> None:
        """What a connected ticket system says of an event's seats; ours stay ours."""
        entries = _entries(map(bodies.seat_state, states), "external_seat_id", ())
        more: Body = {"external_event_id": event_key}
        operation = operations.IMPORT_SEAT_STATUS
        await self._import(operation, "seat_states", entries, key, progress, more)

    async def _import(
        self,
        operation: Operation,
        name: str,
        entries: Sequence[Entry],
        key: str,
        progress: Progress | None = None,
        more: Body | None = None,
    ) -> None:
        done = 0
        say = partial(self._sender.here(operation).spoken.entry, name)
        for number, part in enumerate(list(_parts(operation, entries, say))):
            body = {name: [raw for _, raw in part], **(more or {})}
            part_key = _key_of_part(key, number)
            try:
                await self._sender.send(operation, body=body, key=part_key)
            except Refused as error:
                refused = _at_their_places(error, [index for index, _ in part])
                refused.done, refused.may_be_done = done, error.may_be_done
                raise refused from error
            except ConnectError as error:
                error.done = done
                if isinstance(error, OutcomeUnknown):
                    error.key = key  # the whole call is what is asked again
                raise
            done += len(part)
            if progress is not None:
                progress(done / len(entries))


def _key_of_part(key: str, number: int) -> str:
    return key if number == 0 else str(uuid.uuid5(uuid.NAMESPACE_OID, f"{key}/{number}"))


def _entries(made: Iterable[Body], id_name: str, gone: Sequence[str]) -> list[Entry]:
    return list(enumerate([*made, *({id_name: key, "deleted": True} for key in gone)]))


def _parts(
    operation: Operation, entries: Sequence[Entry], say: Callable[[Body], Body]
) -> Iterator[list[tuple[int, msgspec.Raw]]]:
    """Parts of a size that any server takes in one request, their entries as it reads them.

    Raises:
        Refused: an entry has letters that cannot be sent.
    """
    part: list[tuple[int, msgspec.Raw]] = []
    length = 0
    for index, body in entries:
        try:
            raw = _ENCODER.encode(say(body))
        except UnicodeEncodeError as error:
            items = (RefusedItem(index, 422, ""),)
            raise Refused(operation.name, 422, "", items=items) from error
        if part and (length + len(raw) > _MOST_BYTES or len(part) == _MOST_ENTRIES):
            yield part
            part, length = [], 0
        part.append((index, msgspec.Raw(raw)))
        length += len(raw) + 1
    if part:
        yield part


def _at_their_places(error: Refused, indices: Sequence[int]) -> Refused:
    """The refusal of a part, its items named by their places in the whole."""
    items = tuple(
        replace(item, index=indices[item.index])
        for item in error.items
        if 0 <= item.index < len(indices)
    )
    return Refused(
        error.operation,
        error.code,
        error.words,
        items=items,
        fields=error.fields,
        request_id=error.request_id,
    )
