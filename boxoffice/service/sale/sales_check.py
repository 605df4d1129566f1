"""The check of an order at its completion: no cancelled event, and no broken sales rule.

The client checks the same rules while seats are picked; this check decides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import NamedTuple, assert_never

import numpy as np
from sqlalchemy import Connection, RowMapping, bindparam, select

from boxoffice.domain.ids import EventId, Place, PriceCategoryId, PriceTypeId, SalesRuleId, SeatId
from boxoffice.domain.rules import Breach, Broken, SalesRule, broken_rules
from boxoffice.domain.seats.gaps import gaps_left
from boxoffice.domain.seats.rows import Indices
from boxoffice.service.allocation.seating import ACCESSIBLE, Seating
from boxoffice.service.data.schema import (
    event_seats,
    events,
    price_categories,
    sales_rules,
    sales_types,
    seats,
)
from boxoffice.service.data.sql import among
from boxoffice.service.data.status import CALLED_OFF, FREE
from boxoffice.service.errors import Refusal
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.seating_cache import SeatingCache

_MOST_NAMED_GAPS = 5
_others = sales_types.alias()
_RULES = (
    select(
        sales_rules,
        events.c.id.label("of_event"),
        events.c.status.label("event_status"),
        events.c.name.label("event_name"),
        sales_types.c.name.label("type_name"),
        price_categories.c.name.label("category_name"),
        _others.c.name.label("other_name"),
    )
    .select_from(events)
    .outerjoin(
        sales_rules, (sales_rules.c.event_id == events.c.id) & sales_rules.c.deleted.is_(False)
    )
    .outerjoin(sales_types, sales_types.c.id == sales_rules.c.sales_type_id)
    .outerjoin(_others, _others.c.id == sales_rules.c.per_sales_type_id)
    .outerjoin(price_categories, price_categories.c.id == sales_rules.c.price_category_id)
    .where(among(events.c.id, "events"))
    .order_by(sales_rules.c.id)
)
_FREE_ONES = select(event_seats.c.seat_id).where(
    event_seats.c.event_id == bindparam("event"),
    among(event_seats.c.seat_id, "seats"),
    event_seats.c.status == FREE,
)


class _Line(NamedTuple):
    event_id: EventId
    seat_id: SeatId
    category_id: PriceCategoryId
    price_type_id: PriceTypeId


def check_sale(
    connection: Connection,
    caller: Caller,
    seating_cache: SeatingCache,
    ordered: Sequence[RowMapping],
) -> None:
    """Checks that an order may be sold as it is now.

    Args:
        ordered: its rows of `order_seats`.

    Raises:
        Refusal: 409 names the seats of cancelled events by their index; 422 has a field for each
            rule that is broken, `sales_rules[EXTERNAL ID]`.
    """
    lines = [
        _Line(row["event_id"], row["seat_id"], row["price_category_id"], row["sales_type_id"])
        for row in ordered
    ]
    found = _rules(connection, {line.event_id for line in lines})
    _refuse_called_off(lines, {row["of_event"] for row in found if _is_off(row)})
    rows = [row for row in found if row["id"] is not None]
    if not rows:
        return
    now = datetime.fromtimestamp(caller.clock.now(), UTC)
    gaps = _Gaps(connection, seating_cache, lines)
    broken = broken_rules([_rule(row) for row in rows], lines, now, gaps)
    if broken:
        wording = _Wording(connection, rows)
        fields = [(_field(each.rule), wording.sentence(each)) for each in broken]
        raise Refusal(422, "; ".join(text for _, text in fields), fields=fields)


def _rules(connection: Connection, event_ids: Collection[int]) -> Sequence[RowMapping]:
    """A row for each rule of the events, with the names of what it is about; for an event without
    rules, a row with no rule."""
    return connection.execute(_RULES, {"events": event_ids}).mappings().all()


def _is_off(row: RowMapping) -> bool:
    return bool(row["event_status"] == CALLED_OFF)


def _refuse_called_off(lines: Sequence[_Line], off: Collection[int]) -> None:
    items = {
        index: f"event {line.event_id} is cancelled"
        for index, line in enumerate(lines)
        if line.event_id in off
    }
    if items:
        raise Refusal(409, next(iter(items.values())), items=items)


def _rule(row: RowMapping) -> SalesRule:
    ratio = row["per_ratio"]
    return SalesRule(
        id=SalesRuleId(row["id"]),
        name=row["name"],
        event_id=row["event_id"],
        price_type_id=row["sales_type_id"],
        category_id=row["price_category_id"],
        min_quantity=row["min_quantity"],
        max_quantity=row["max_quantity"],
        step=row["step"],
        per_price_type_id=row["per_sales_type_id"],
        per_ratio=None if ratio is None else Decimal(ratio),
        valid_from=_moment(row["valid_from"]),
        valid_till=_moment(row["valid_till"]),
        forbid_single_gap=bool(row["forbid_single_gap"]),
        external_id=row["external_id"] or "",
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _field(rule: SalesRule) -> str:
    return f"sales_rules[{rule.external_id or rule.id}]"


class _Gaps:
    """Finds the single seats that an order leaves behind, when a rule asks for them."""

    def __init__(
        self, connection: Connection, seating_cache: SeatingCache, lines: Sequence[_Line]
    ) -> None:
        self._connection = connection
        self._seating_cache = seating_cache
        self._lines = lines

    def __call__(self, event_id: EventId, beside: Collection[SeatId]) -> tuple[SeatId, ...]:
        seating = self._seating_cache.of(self._connection, event_id)
        ours = [line.seat_id for line in self._lines if line.event_id == event_id]
        taken, asked = _indices(seating, ours), _indices(seating, beside)
        free = np.zeros(len(seating.ids), dtype=np.bool_)
        free[_indices(seating, self._free(event_id, _stretches(seating, asked)))] = True
        may_be_alone = seating.attributes & ACCESSIBLE != 0
        left = gaps_left(seating.rows.neighbours, free, taken, asked, may_be_alone)
        return tuple(SeatId(int(seating.ids[seat])) for seat in left)

    def _free(self, event_id: EventId, seat_ids: Sequence[int]) -> list[int]:
        which = {"event": event_id, "seats": seat_ids}
        return list(self._connection.execute(_FREE_ONES, which).scalars())


def _indices(seating: Seating, seat_ids: Collection[int]) -> Indices:
    """The seats as indices into the seating's columns, without those that are deleted."""
    wanted = np.fromiter(seat_ids, dtype=np.int64, count=len(seat_ids))
    found = np.searchsorted(seating.ids, wanted)
    known = found < len(seating.ids)
    known[known] = seating.ids[found[known]] == wanted[known]
    indices: Indices = found[known]
    return indices


def _stretches(seating: Seating, some: Indices) -> list[int]:
    """The ids of all seats that are side by side with these, with no aisle between them."""
    places = seating.place[some]
    stretches = seating.rows.stretch[places[places < seating.seated]]
    inside = seating.rows.order[np.isin(seating.rows.stretch, stretches)]
    return [int(id_) for id_ in seating.ids[inside]]


class _Wording:
    """Puts broken rules into words that a clerk can act on."""

    def __init__(self, connection: Connection, rows: Sequence[RowMapping]) -> None:
        self._connection = connection
        self._rows = {row["id"]: row for row in rows}

    def sentence(self, broken: Broken) -> str:
        row = self._rows[broken.rule.id]
        return f"{row['event_name']}, {row['name']}: {self._what(row, broken)}"

    def _what(self, row: RowMapping, broken: Broken) -> str:
        counted, limit = (
            _seats(count, row["type_name"], row["category_name"])
            for count in (broken.counted, broken.limit)
        )
        in_order = f"{_are(broken.counted)} in the order"
        match broken.kind:
            case Breach.TOO_FEW:
                return f"at least {limit}, {in_order}"
            case Breach.TOO_MANY:
                return f"at most {limit}, {in_order}"
            case Breach.NO_MULTIPLE:
                return f"{limit} at a time, {in_order}"
            case Breach.RATIO:
                if broken.needed is None:
                    return f"{counted} cannot be sold"
                needed = _seats(broken.needed, row["other_name"], None)
                verb = "needs" if broken.counted == 1 else "need"
                return f"{counted} {verb} {needed}, {_are(broken.others)} in the order"
            case Breach.SINGLE_GAP:
                return f"a single seat would be left free: {self._places(broken.gaps)}"
            case _:
                assert_never(broken.kind)

    def _places(self, gaps: Sequence[Place]) -> str:
        shown = [gap.seat_id for gap in gaps[:_MOST_NAMED_GAPS]]
        query = select(seats.c.id, seats.c.row, seats.c.number).where(seats.c.id.in_(shown))
        names = {
            row.id: f"row {row.row} seat {row.number}" for row in self._connection.execute(query)
        }
        more = len(gaps) - len(shown)
        listed = ", ".join(names[seat_id] for seat_id in shown)
        return f"{listed} and {more} more" if more else listed


def _are(count: int) -> str:
    return f"{count} is" if count == 1 else f"{count} are"


def _seats(count: int, type_name: str | None, category_name: str | None) -> str:
    """Such as: 2 'Companion' seats in 'Premium'."""
    noun = "seat" if count == 1 else "seats"
    kind = f" '{type_name}'" if type_name else ""
    place = f" in '{category_name}'" if category_name else ""
    return f"{count}{kind} {noun}{place}"
