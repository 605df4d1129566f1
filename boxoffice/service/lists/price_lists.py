"""What seats cost: price categories, price types, prices and sales rules."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, select

from boxoffice.service.data.schema import events, price_categories, prices, sales_rules, sales_types
from boxoffice.service.lists.catalogue import event
from boxoffice.service.lists.paging import Entity, Found, Page, page_of


def list_price_categories(connection: Connection, page: Page, event_id: int | None) -> Found:
    table = price_categories
    query = select(table).join(events, events.c.id == table.c.event_id)
    query = query.order_by(table.c.sort, table.c.id)
    if event_id is not None:
        event(connection, event_id)
        query = query.where(table.c.event_id == event_id)
    return page_of(connection, query, page, _price_category, table, events)


def list_sales_types(connection: Connection, page: Page, sales_type_id: int | None) -> Found:
    query = select(sales_types).order_by(sales_types.c.sort, sales_types.c.id)
    if sales_type_id is not None:
        query = query.where(sales_types.c.id == sales_type_id)
    return page_of(connection, query, page, _sales_type, sales_types)


def list_prices(connection: Connection, page: Page, event_id: int | None) -> Found:
    """Prices. One is deleted with its price category and with its price type."""
    query = (
        select(prices)
        .join(events, events.c.id == prices.c.event_id)
        .join(price_categories, price_categories.c.id == prices.c.price_category_id)
        .join(sales_types, sales_types.c.id == prices.c.sales_type_id)
        .order_by(prices.c.id)
    )
    if event_id is not None:
        event(connection, event_id)
        query = query.where(prices.c.event_id == event_id)
    return page_of(connection, query, page, _price, prices, price_categories, sales_types, events)


def list_sales_rules(connection: Connection, page: Page, event_id: int | None) -> Found:
    query = (
        select(sales_rules)
        .join(events, events.c.id == sales_rules.c.event_id)
        .order_by(sales_rules.c.id)
    )
    if event_id is not None:
        event(connection, event_id)
        query = query.where(sales_rules.c.event_id == event_id)
    return page_of(connection, query, page, _sales_rule, sales_rules, events)


def _price_category(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_price_category_id": row["external_id"],
        "event_id": row["event_id"],
        "name": row["name"],
        "color": row["color"],
        "sort": row["sort"],
    }


def _sales_type(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_sales_type_id": row["external_id"],
        "name": row["name"],
        "short_name": row["short_name"],
        "is_default": row["is_default"],
        "requires_proof": row["requires_proof"],
        "sort": row["sort"],
    }


def _price(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "event_id": row["event_id"],
        "sales_type_id": row["sales_type_id"],
        "price_category_id": row["price_category_id"],
        "price": row["price"],
        "fee": row["fee"],
        "vat_rate": row["vat_rate"],
        "currency": row["currency"],
        "valid_from": None,  # a price is valid as long as it is there
        "valid_till": None,
    }


def _sales_rule(row: RowMapping) -> Entity:
    names = (
        "id",
        "event_id",
        "name",
        "sales_type_id",
        "price_category_id",
        "min_quantity",
        "max_quantity",
        "step",
        "per_sales_type_id",
        "per_ratio",
        "valid_from",
        "valid_till",
        "forbid_single_gap",
    )
    return {"external_sales_rule_id": row["external_id"]} | {name: row[name] for name in names}
