"""ImportOrganizers, ImportEventSets and the import of events.

In use, and not to be deleted, are an organizer or an event set with events, and an event with held
or sold seats. The prices and rules of a deleted event are deleted with it and come back with it. A
new event has no seats; ImportSeats brings them.
"""

from __future__ import annotations

from typing import Annotated, Any
from zoneinfo import ZoneInfo

from msgspec import Meta, Struct
from sqlalchemy import Connection, select

from boxoffice.service.data.schema import (
    event_categories,
    event_seats,
    event_sets,
    events,
    locations,
    organizers,
    prices,
)
from boxoffice.service.data.status import ON_SALE, RESERVED, SOLD
from boxoffice.service.imports.batch import InvalidItem, read
from boxoffice.service.imports.field_types import (
    Address,
    Country,
    Currency,
    Moment,
    check_moments,
    check_span,
    stored_time,
)
from boxoffice.service.imports.references import References, used_by
from boxoffice.service.imports.upsert import Import, Imported, Kind
from boxoffice.service.requests import Id, Key, Text


class OrganizerEntity(Imported, kw_only=True):
    external_event_organizer_id: Key
    name: Text | None = None
    country_code: Country | None = None
    email: Text | None = None
    phone: Text | None = None
    vat_id: Text | None = None


class ImportOrganizers(Struct):
    organizers: list[OrganizerEntity]


class EventSetEntity(Imported, kw_only=True):
    external_event_set_id: Key
    name: Text | None = None
    start_date: Moment | None = None
    end_date: Moment | None = None

    def __post_init__(self) -> None:
        Imported.__post_init__(self)
        check_moments(start_date=self.start_date, end_date=self.end_date)
        check_span(self.start_date, self.end_date)


class ImportEventSets(Struct):
    event_sets: list[EventSetEntity]


class EventEntity(Imported, kw_only=True):
    """An event. Without a status it is on sale. A `..._ref` is an external id, too."""

    external_event_id: Key
    name: Text | None = None
    subtitle: Text | None = None
    start_date: Moment | None = None
    end_date: Moment | None = None
    doors_open: Moment | None = None
    sales_start: Moment | None = None
    sales_end: Moment | None = None
    currency: Currency | None = None
    status: Annotated[int, Meta(ge=0, le=4)] | None = None
    location_id: Id | None = None
    external_location_id: Text | None = None
    location_ref: Text | None = None
    organizer_id: Id | None = None
    external_event_organizer_id: Text | None = None
    external_organizer_id: Text | None = None
    organizer_ref: Text | None = None
    event_set_id: Id | None = None
    external_event_set_id: Text | None = None
    event_category_id: Id | None = None
    event_category_name: Text | None = None
    picture_url: Address | None = None
    description: Annotated[str, Meta(max_length=10_000)] | None = None

    def needed(self) -> tuple[str, ...]:
        return ("name", "start_date", "currency")

    def __post_init__(self) -> None:
        Imported.__post_init__(self)
        check_moments(
            start_date=self.start_date,
            end_date=self.end_date,
            doors_open=self.doors_open,
            sales_start=self.sales_start,
            sales_end=self.sales_end,
        )
        check_span(self.start_date, self.end_date)
        check_span(self.sales_start, self.sales_end)


class ImportEvents(Struct):
    events: list[EventEntity]
    external_event_set_id: Text | None = None
    external_organizer_id: Text | None = None


_ORGANIZER = Kind("organizer", organizers, "external_event_organizer_id")
_EVENT_SET = Kind("event set", event_sets, "external_event_set_id")
_EVENT = Kind("event", events, "external_event_id")
_IS_THERE = events.c.deleted.is_(False)
_IS_TAKEN = event_seats.c.status.in_((RESERVED, SOLD))


def import_organizers(connection: Connection, body: bytes) -> int | None:
    """Imports organizers and returns the first one's id.

    Raises:
        Refusal: 422 and 409 with the items by index, as every import here.
    """
    task = Import(connection, _ORGANIZER, read(body, ImportOrganizers, OrganizerEntity))
    task.identify()
    names = ("name", "country_code", "email", "phone", "vat_id")
    task.fill(lambda _, item: {name: getattr(item, name) or "" for name in names})
    task.check(lambda on, ids: used_by(on, events.c.organizer_id, ids, "events", _IS_THERE))
    task.write()
    return task.first_id()


def import_event_sets(connection: Connection, body: bytes) -> int | None:
    """Imports event sets and returns the first one's id."""
    task = Import(connection, _EVENT_SET, read(body, ImportEventSets, EventSetEntity))
    task.identify()
    task.fill(
        lambda _, item: {
            "name": item.name,
            "start_date": stored_time(item.start_date),
            "end_date": stored_time(item.end_date),
        }
    )
    task.check(lambda on, ids: used_by(on, events.c.event_set_id, ids, "events", _IS_THERE))
    task.write()
    return task.first_id()


def import_events(connection: Connection, body: bytes) -> int | None:
    """Imports events and returns the first one's id.

    An event with seats cannot change its location, and one with prices not its currency: 409.
    """
    batch = read(body, ImportEvents, EventEntity)
    references, head = References(connection), batch.head
    of_set = references.head(
        "event set", event_sets, "external_event_set_id", head["external_event_set_id"]
    )
    of_organizer = references.head(
        "organizer", organizers, "external_organizer_id", head["external_organizer_id"]
    )
    query = select(locations.c.id, locations.c.timezone)
    zones = {row.id: ZoneInfo(row.timezone) for row in connection.execute(query)}
    task = Import(connection, _EVENT, batch)
    task.identify()

    def columns(_: int, item: EventEntity) -> dict[str, Any]:
        place = references.find(
            "location", locations, item.location_id, item.external_location_id or item.location_ref
        )
        if place is None:
            raise InvalidItem("it names no location")
        organizer_key = (
            item.external_event_organizer_id or item.external_organizer_id or item.organizer_ref
        )
        organizer = references.find("organizer", organizers, item.organizer_id, organizer_key)
        event_set = references.find(
            "event set", event_sets, item.event_set_id, item.external_event_set_id
        )
        return _columns(item, zones[place]) | {
            "location_id": place,
            "organizer_id": of_organizer if organizer is None else organizer,
            "event_set_id": of_set if event_set is None else event_set,
            "event_category_id": _category(task, item),
        }

    task.fill(columns)
    _keep_what_is_sold(task)
    task.check(lambda on, ids: used_by(on, event_seats.c.event_id, ids, "seats taken", _IS_TAKEN))
    task.write(seats_total=0)
    return task.first_id()


def _columns(item: EventEntity, zone: ZoneInfo) -> dict[str, Any]:
    """The columns of an event but for its references. Times are stored in its location's zone."""
    times = ("start_date", "end_date", "doors_open", "sales_start", "sales_end")
    return {name: stored_time(getattr(item, name), zone) for name in times} | {
        "name": item.name,
        "subtitle": item.subtitle or "",
        "currency": item.currency,
        "status": ON_SALE if item.status is None else item.status,
        "picture_url": item.picture_url or "",
        "description": item.description or "",
    }


def _category(task: Import[EventEntity], item: EventEntity) -> int | None:
    """The event's category; a name that is new makes a new one."""
    table = event_categories
    if item.event_category_id is None and not item.event_category_name:
        return None
    query = select(table.c.id)
    if item.event_category_id is not None:
        query = query.where(table.c.id == item.event_category_id)
    else:
        query = query.where(table.c.name == item.event_category_name)
    known = task.connection.execute(query).scalar()
    if known is None and item.event_category_id is not None:
        raise InvalidItem(f"there is no event category {item.event_category_id}")
    if known is None:
        made = table.insert().values(name=item.event_category_name, stamp=task.stamp())
        known = task.connection.execute(made.returning(table.c.id)).scalar_one()
    return int(known)


def _keep_what_is_sold(task: Import[EventEntity]) -> None:
    """Notes a conflict for a change that would make seats or prices of an event wrong."""
    for name, column in (("location_id", event_seats.c.event_id), ("currency", prices.c.event_id)):
        changing = {
            task.ids[index]: index
            for index, columns in task.columns.items()
            if (row := task.rows[index]) is not None and row[name] != columns[name]
        }
        for id_, what in used_by(
            task.connection, column, list(changing), column.table.name
        ).items():
            task.conflicts[changing[id_]] = f"the {name} of event {id_} is in use: {what}"
