"""ImportSalesTypes, ImportPriceCategories with their prices, and ImportSalesRules.

In use, and not to be deleted, are a price type that open or completed orders or rules name, and a
price category with seats or rules. The prices of a deleted price type or category are deleted with
it and come back with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import Connection, RowMapping, bindparam, select, update

from boxoffice.service.data.schema import (
    event_seats,
    events,
    order_seats,
    orders,
    price_categories,
    prices,
    sales_rules,
    sales_types,
)
from boxoffice.service.data.sql import constant
from boxoffice.service.data.status import COMPLETED, GONE, OPEN
from boxoffice.service.imports.batch import InvalidItem, read
from boxoffice.service.imports.field_types import (
    Colour,
    Currency,
    Moment,
    Quantity,
    Sort,
    amount,
    check_moments,
    check_span,
    stored_time,
)
from boxoffice.service.imports.references import References, used_by
from boxoffice.service.imports.upsert import Import, Imported, Kind
from boxoffice.service.requests import Id, Key, Text

_Prices = dict[int, dict[str, Any]]  # the columns of prices, by price type
_MOST = 1_000_000  # what a seat may cost, in the currency's units


class SalesTypeEntity(Imported, kw_only=True):
    external_sales_type_id: Key
    name: Text | None = None
    short_name: Annotated[str, Meta(max_length=100)] | None = None
    is_default: bool | None = None
    requires_proof: bool | None = None
    sort: Sort | None = None


class ImportSalesTypes(Struct):
    sales_types: list[SalesTypeEntity]


class PriceEntity(Struct, kw_only=True):
    """The price of a category's seats at a price type; `vat_rate` in per cent, included in it."""

    price: Decimal
    sales_type_id: Id | None = None
    external_sales_type_id: Text | None = None
    fee: Decimal | None = None
    vat_rate: Decimal | None = None
    currency: Currency | None = None

    def __post_init__(self) -> None:
        self.price = amount("price", self.price, _MOST)
        self.fee = amount("fee", self.fee or Decimal(0), _MOST)
        self.vat_rate = amount("vat_rate", self.vat_rate or Decimal(0), 100)


class PriceCategoryEntity(Imported, kw_only=True):
    """A price category. `prices` replace those it has; without them it keeps its own."""

    external_price_category_id: Key
    name: Text | None = None
    color: Colour | None = None
    sort: Sort | None = None
    prices: Annotated[list[PriceEntity], Meta(max_length=500)] | None = None


class ImportPriceCategories(Struct):
    price_categories: list[PriceCategoryEntity]
    external_event_id: Key


class SalesRuleEntity(Imported, kw_only=True):
    """A rule of an event, for all price types and categories unless it names one."""

    external_sales_rule_id: Key
    event_id: Id | None = None
    external_event_id: Text | None = None
    name: Text | None = None
    sales_type_id: Id | None = None
    external_sales_type_id: Text | None = None
    price_category_id: Id | None = None
    external_price_category_id: Text | None = None
    min_quantity: Quantity | None = None
    max_quantity: Quantity | None = None
    step: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    per_sales_type_id: Id | None = None
    external_per_sales_type_id: Text | None = None
    per_ratio: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    valid_from: Moment | None = None
    valid_till: Moment | None = None
    forbid_single_gap: bool | None = None

    def __post_init__(self) -> None:
        Imported.__post_init__(self)
        check_moments(valid_from=self.valid_from, valid_till=self.valid_till)
        check_span(self.valid_from, self.valid_till)
        if self.valid_from is not None and self.valid_from == self.valid_till:
            raise ValueError("it ends when it begins")
        self._check_quantities()
        has_other = self.per_sales_type_id is not None or bool(self.external_per_sales_type_id)
        if not self.deleted and (self.per_ratio is not None) != has_other:
            raise ValueError("per_ratio and per_sales_type_id go together")

    def _check_quantities(self) -> None:
        """Raises: ValueError: no number of seats meets the rule."""
        least, most, step = self.min_quantity or 0, self.max_quantity, self.step or 1
        if most is None:
            return
        if least > most:
            raise ValueError("max_quantity is less than min_quantity")
        if most and most // step * step < max(least, 1):
            raise ValueError("no multiple of step is from min_quantity to max_quantity")


class ImportSalesRules(Struct):
    sales_rules: list[SalesRuleEntity]


_SALES_TYPE = Kind("sales type", sales_types, "external_sales_type_id")
_CATEGORY = Kind("price category", price_categories, "external_price_category_id", owner="event_id")
_RULE = Kind("sales rule", sales_rules, "external_sales_rule_id")
_RULE_IS_THERE = sales_rules.c.deleted.is_(False)


def import_sales_types(connection: Connection, body: bytes) -> int | None:
    """Imports price types and returns the first one's id.

    Raises:
        Refusal: 422 and 409 with the items by index, as every import here.
    """
    task = Import(connection, _SALES_TYPE, read(body, ImportSalesTypes, SalesTypeEntity))
    task.identify()
    task.fill(
        lambda _, item: {
            "name": item.name,
            "short_name": item.short_name or "",
            "is_default": bool(item.is_default),
            "requires_proof": bool(item.requires_proof),
            "sort": item.sort or 0,
        }
    )
    task.check(_used_sales_types)
    task.write()
    return task.first_id()


def _used_sales_types(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    live = select(orders.c.id).where(orders.c.status.in_((constant(OPEN), constant(COMPLETED))))
    found: dict[int, str] = {}
    for column in (sales_rules.c.sales_type_id, sales_rules.c.per_sales_type_id):
        found |= used_by(connection, column, ids, "sales rules", _RULE_IS_THERE)
    return found | used_by(
        connection,
        order_seats.c.sales_type_id,
        ids,
        "seats in orders",
        order_seats.c.order_id.in_(live),
    )


def import_price_categories(connection: Connection, body: bytes) -> int | None:
    """Imports price categories and returns the first one's id.

    Their prices are in the event's currency.
    """
    batch = read(body, ImportPriceCategories, PriceCategoryEntity)
    references = References(connection)
    key = batch.head["external_event_id"]
    event_id = references.head("event", events, "external_event_id", key)
    query = select(events).where(events.c.id == event_id)
    event = connection.execute(query).mappings().one()
    task = Import(connection, _CATEGORY, batch)
    task.identify(lambda _: event_id)
    lists: dict[int, _Prices] = {}  # by category

    def columns(index: int, item: PriceCategoryEntity) -> dict[str, Any]:
        if item.prices is not None:
            lists[task.ids[index]] = _prices(references, event, item.prices)
        return {"name": item.name, "color": item.color or "", "sort": item.sort or 0}

    task.fill(columns)
    task.check(
        lambda on, ids: used_by(
            on,
            event_seats.c.price_category_id,
            ids,
            "seats",
            event_seats.c.event_id == event_id,
            event_seats.c.status < GONE,
        ),
        lambda on, ids: used_by(
            on, sales_rules.c.price_category_id, ids, "sales rules", _RULE_IS_THERE
        ),
    )
    task.write()
    _write_prices(task, event["id"], lists)
    return task.first_id()


def _prices(references: References, event: RowMapping, listed: Sequence[PriceEntity]) -> _Prices:
    found: _Prices = {}
    for price in listed:
        type_id = references.find(
            "sales type", sales_types, price.sales_type_id, price.external_sales_type_id
        )
        if type_id is None:
            raise InvalidItem("a price names no sales type")
        if type_id in found:
            raise InvalidItem(f"sales type {type_id} has two prices")
        if price.currency not in (None, event["currency"]):
            raise InvalidItem(f"its event is sold in {event['currency']}, not in {price.currency}")
        found[type_id] = {
            "price": price.price,
            "fee": price.fee,
            "vat_rate": price.vat_rate,
            "currency": event["currency"],
            "deleted": False,
        }
    return found


def _write_prices(
    task: Import[PriceCategoryEntity], event_id: int, lists: dict[int, _Prices]
) -> None:
    """Makes the prices of these categories those that are listed; writes only what differs."""
    query = select(prices).where(prices.c.event_id == event_id)
    known: dict[int, dict[int, RowMapping]] = {category_id: {} for category_id in lists}
    for row in task.connection.execute(query).mappings():
        if row["price_category_id"] in lists:
            known[row["price_category_id"]][row["sales_type_id"]] = row
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for category_id, listed in lists.items():
        rows = known[category_id]
        same = {"event_id": event_id, "price_category_id": category_id}
        new += [
            same | {"sales_type_id": type_id} | columns
            for type_id, columns in listed.items()
            if type_id not in rows
        ]
        changed += _changed_prices(rows, listed)
    one = update(prices).where(prices.c.id == bindparam("which"))
    for statement, values in ((prices.insert(), new), (one, changed)):
        if values:
            stamp = {"stamp": task.stamp()}
            task.connection.execute(statement, [row | stamp for row in values])


def _changed_prices(rows: dict[int, RowMapping], listed: _Prices) -> list[dict[str, Any]]:
    """All columns of each known price that differs or is not listed any more, as parameters of one
    statement."""
    changed = []
    for type_id, row in rows.items():
        columns = listed.get(type_id, {"deleted": True})
        if any(row[name] != value for name, value in columns.items()):
            kept = {name: row[name] for name in ("price", "fee", "vat_rate", "currency")}
            changed.append({"which": row["id"]} | kept | columns)
    return changed


def import_sales_rules(connection: Connection, body: bytes) -> int | None:
    """Imports sales rules and returns the first one's id.

    A rule cannot change its event: 409.
    """
    task = Import(connection, _RULE, read(body, ImportSalesRules, SalesRuleEntity))
    task.identify()
    references = References(connection)

    def columns(index: int, item: SalesRuleEntity) -> dict[str, Any]:
        event_id = references.find("event", events, item.event_id, item.external_event_id)
        if event_id is None:
            raise InvalidItem("it names no event")
        row = task.rows[index]
        if row is not None and row["event_id"] != event_id:
            task.conflicts[index] = f"sales rule {row['id']} is of event {row['event_id']}"
        counted = references.find(
            "sales type", sales_types, item.sales_type_id, item.external_sales_type_id
        )
        other = references.find(
            "sales type", sales_types, item.per_sales_type_id, item.external_per_sales_type_id
        )
        if counted is not None and counted == other:
            raise InvalidItem("it counts a sales type by itself")
        return _rule(item) | {
            "event_id": event_id,
            "sales_type_id": counted,
            "price_category_id": references.find(
                "price category",
                price_categories,
                item.price_category_id,
                item.external_price_category_id,
                event_id,
            ),
            "per_sales_type_id": other,
        }

    task.fill(columns)
    task.check()
    task.write()
    return task.first_id()


def _rule(item: SalesRuleEntity) -> dict[str, Any]:
    names = ("name", "min_quantity", "max_quantity", "step", "per_ratio")
    return {name: getattr(item, name) for name in names} | {
        "valid_from": stored_time(item.valid_from),
        "valid_till": stored_time(item.valid_till),
        "forbid_single_gap": bool(item.forbid_single_gap),
    }
