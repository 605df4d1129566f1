"""Price types, price categories with their prices, and sales rules, as imports send them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from boxoffice.service.fields import (
    Colour,
    Currency,
    Moment,
    Quantity,
    Sort,
    amount,
    check_moments,
    check_span,
)
from boxoffice.service.requests import Id, Key, Text
from boxoffice.service.upsert import Imported

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
    """What the seats of a category cost at a price type; `vat_rate` in per cent, inside."""

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
    """A price category. `prices`, where they are given, are all it has; else it keeps its own."""

    external_price_category_id: Key
    name: Text | None = None
    color: Colour | None = None
    sort: Sort | None = None
    prices: Annotated[list[PriceEntity], Meta(max_length=500)] | None = None


class ImportPriceCategories(Struct):
    price_categories: list[PriceCategoryEntity]
    external_event_id: Key


class SalesRuleEntity(Imported, kw_only=True):
    """A rule of an event; where it names no price type or category, it is for all of them."""

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
        """Raises: ValueError: no number of seats would do."""
        least, most, step = self.min_quantity or 0, self.max_quantity, self.step or 1
        if most is None:
            return
        if least > most:
            raise ValueError("max_quantity is less than min_quantity")
        if most and most // step * step < max(least, 1):
            raise ValueError("no multiple of step is from min_quantity to max_quantity")


class ImportSalesRules(Struct):
    sales_rules: list[SalesRuleEntity]
