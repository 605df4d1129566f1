"""Sales rules: what an order has to look like before it can be sold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from boxoffice.domain.ids import EventId, PriceCategoryId, PriceTypeId, SalesRuleId


@dataclass(frozen=True, slots=True)
class SalesRule:
    """One rule of an event; what is None does not matter to it.

    Attributes:
        price_type_id, category_id: which seats it counts.
        min_quantity, max_quantity, step: how many of them an order may have.
        per_price_type_id, per_ratio: at most `per_ratio` of them for each one of that type.
        valid_from, valid_till: when it holds; both carry their offset.
        forbid_single_gap: no single free seat may be left behind.
    """

    id: SalesRuleId
    name: str
    event_id: EventId | None = None
    price_type_id: PriceTypeId | None = None
    category_id: PriceCategoryId | None = None
    min_quantity: int | None = None
    max_quantity: int | None = None
    step: int | None = None
    per_price_type_id: PriceTypeId | None = None
    per_ratio: Decimal | None = None
    valid_from: datetime | None = None
    valid_till: datetime | None = None
    forbid_single_gap: bool = False
    external_id: str = ""
