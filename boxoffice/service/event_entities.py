"""Organizers, event sets and events, as imports send them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from boxoffice.service.fields import Address, Country, Currency, Moment, check_moments, check_span
from boxoffice.service.requests import Id, Key, Text
from boxoffice.service.upsert import Imported


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
    """An event; one without a status is on sale. A `..._ref` is an external id as well."""

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
