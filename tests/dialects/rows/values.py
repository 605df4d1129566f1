"""How values are written: money, times, ids, numbers, flags and enumerations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from tests.dialects import published
from tests.dialects.reading import Reading
from tests.dialects.site import Asked, Layer, Told, Turn, in_values


def _is_money(name: str) -> bool:
    return name in published.MONEY


def _is_time(name: str) -> bool:
    return name in published.TIMES


def _valued(name: str, about: str, *turns: Turn, **toml: Any) -> Reading:
    return Reading(name, frozenset({about}), turns=turns, toml=toml)


def _bodies(turn: Callable[[str, Any], Any]) -> Turn:
    """Requests with each value of their body made what the contract has."""

    def hear(asked: Asked) -> None:
        for _, each in published.inside(asked.row.title, asked.body):
            for name, value in each.items():
                if not isinstance(value, dict | list):
                    each[name] = turn(name, value)

    return Turn(hear=hear)


# Money


def _in_cents(_: str, __: str, value: Any) -> Any:
    return value if value is None else int((Decimal(str(value)) * 100).to_integral_value())


def _from_cents(name: str, value: Any) -> Any:
    return float(Decimal(str(value)) / 100) if _is_money(name) and value is not None else value


def _money_text(_: str, __: str, value: Any) -> Any:
    return value if value is None else f"{value:.2f}"


def _noisy(_: str, __: str, value: Any) -> Any:
    return value if value is None else value + 3e-10


# Times


def _time(value: Any, turn: Callable[[datetime], str]) -> Any:
    return turn(datetime.fromisoformat(value)) if isinstance(value, str) and value else value


def _times(turn: Callable[[datetime], str]) -> Turn:
    return in_values(lambda _, __, value: _time(value, turn), _is_time)


def _unset(value: str) -> Turn:
    return in_values(lambda _, __, told: value if told is None else told, _is_time)


def _local(moment: datetime) -> str:
    """As the clock at the venue shows it; the house is in Germany."""
    return moment.astimezone(ZoneInfo("Europe/Berlin")).replace(tzinfo=None).isoformat()


def _old_net(moment: datetime) -> str:
    return f"/Date({int(moment.timestamp() * 1000)}+0200)/"


# Ids and numbers


def _id_text(_: str, __: str, value: Any) -> Any:
    return value if value is None else str(value)


def _unset_ref(value: Any) -> Turn:
    def say(_: str, name: str, told: Any) -> Any:
        return value if told is None and name != "id" else told

    return in_values(say, published.is_id)


def _number_text(_: str, __: str, value: Any) -> Any:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value


def _any_name(_: str) -> bool:
    return True


def _flags(yes: Any, no: Any) -> Turn:
    def say(_: str, __: str, value: Any) -> Any:
        return {True: yes, False: no}[value] if isinstance(value, bool) else value

    return in_values(say, _any_name)


# Enumerations

_PLACES: Mapping[tuple[str, str], str] = {
    ("EventCnct", "status"): "event_status",
    ("SeatStatusCnct", "status"): "seat_status",
    ("EventSeatDataCnct", "status"): "seat_status",
    ("OrderCnctResult", "status"): "order_status",
    ("OrderBaseCnctResult", "status"): "order_status",
    ("TicketCnct", "status"): "ticket_status",
    ("AreaCnct", "kind"): "area_kind",
}
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "event_status": ("draft", "on_sale", "sold_out", "cancelled", "ended"),
    "seat_status": ("free", "reserved", "sold", "blocked"),
    "order_status": ("open", "completed", "cancelled", "expired"),
    "ticket_status": ("valid", "void"),
    "area_kind": ("seated", "standing", "table", "decoration"),
    "payment_type": ("none", "cash", "card", "voucher", "invoice", "mixed"),
}


def _enum(name: str, about: str, enums: Mapping[str, Mapping[str, Any]]) -> Reading:
    said = {enum: [table[m] for m in _NUMBERS[enum]] for enum, table in enums.items()}

    def say(entity: str, field: str, value: Any) -> Any:
        enum = _PLACES.get((entity, field), "")
        first = said.get(enum, ())
        return _first(first[value]) if enum in said and isinstance(value, int) else value

    def hear(field: str, value: Any) -> Any:
        if field != "payment_type" or "payment_type" not in said:
            return value
        known = [_first(each) for each in said["payment_type"]]
        return known.index(value) if value in known else value

    turns = (in_values(say, lambda field: field in ("status", "kind")), _bodies(hear))
    return Reading(name, frozenset({about}), turns=turns, toml={"enums": enums})


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _names(enum: str, *more: str) -> dict[str, str]:
    return dict(zip(_NUMBERS[enum], more, strict=True))


# What is left out, or empty


def _currency(text: str) -> Turn:
    return in_values(lambda _, __, told: told and text, lambda name: name == "currency")


def _totals_without_fees(asked: Asked, told: Told) -> None:
    for entity, each in published.objects(asked.row, told.content):
        if entity == "OrderCnctResult":
            each["total"] -= sum(line["fee"] for line in each["seats"])


def _fees_inside(asked: Asked, told: Told) -> None:
    for entity, each in published.objects(asked.row, told.content):
        if entity in ("SeatInOrderCnct", "SalesTypePriceCnct"):
            each["price"] += each.pop("fee")


def _lacking(entity: str, *names: str) -> Turn:
    """These fields of an entity are not told."""

    def say(asked: Asked, told: Told) -> None:
        for found, each in published.objects(asked.row, told.content):
            for name in names if found == entity else ():
                each.pop(name, None)

    return Turn(say=say)


def _holds_in_seconds(asked: Asked, told: Told) -> None:
    for _, each in published.objects(asked.row, told.content):
        if each.get("hold_till"):
            each["hold_till"] = 600


def _without_holds(asked: Asked, told: Told) -> None:
    for _, each in published.objects(asked.row, told.content):
        each.pop("hold_till", None)


def _one_more_state(asked: Asked, told: Told) -> None:
    for entity, each in published.objects(asked.row, told.content):
        if entity == "SeatStatusCnct" and each["seat_id"] == 20:
            each["status"] = 7


def _own_seats_apart(asked: Asked, told: Told) -> None:
    """What this counter holds has a state of its own."""
    for entity, each in published.objects(asked.row, told.content):
        if entity == "SeatStatusCnct" and each["status"] == 1:
            each["status"] = 11 if each.get("order_id") else 1


def _free_seats_left_out(asked: Asked, told: Told) -> None:
    for _, each in published.objects(asked.row, told.content):
        if "seat_states" in each:
            each["seat_states"] = [one for one in each["seat_states"] if one["status"]]
            each["total_count"] = len(each["seat_states"])


def _needs_state(asked: Asked) -> None:
    if asked.row.title == "Order PUT":
        process = asked.body.get("process_info") or {}
        told = process.pop("payment_state", ""), process.pop("send_type", "")
        if told != ("paid", "immediately"):
            words = f"process_info: it is neither paid nor sent, but {told}"
            asked.told = Told(422, {"error_number": 422, "error_message": words})


def _without_empty(asked: Asked, told: Told) -> None:
    for _, each in published.objects(asked.row, told.content):
        for name in [n for n, v in each.items() if v in (None, "", []) and n != asked.row.items]:
            del each[name]


def _nulls(asked: Asked, told: Told) -> None:
    """Every empty text and list is null."""
    for _, each in published.objects(asked.row, told.content):
        for name, value in each.items():
            if value == "" or (value == [] and name != asked.row.items):
                each[name] = None


def _bare_entries(*keep: str) -> Turn:
    """Entries have nothing but these fields, and what they are told apart by."""

    def say(asked: Asked, told: Told) -> None:
        for entity, each in published.objects(asked.row, told.content):
            if entity in ("EventCnct", "SeatCnct", "AreaCnct", "SalesTypeCnct", "EventLocation"):
                for name in [n for n in each if n not in keep]:
                    del each[name]

    return Turn(say=say)


def _attribute_names(asked: Asked, told: Told) -> None:
    for entity, each in published.objects(asked.row, told.content):
        if entity == "SeatCnct":
            each["attributes"] = ["wheelchair"] if each.get("attributes") else []


def _unknown_fields(asked: Asked, told: Told) -> None:
    for entity, each in list(published.objects(asked.row, told.content)):
        if entity not in (published.ENVELOPE, asked.row.result):
            each |= {"guid": "9e107d9d", "tags": [], "translations": {"de": {"name": "x"}}}


def _new_order(value: str) -> Turn:
    def hear(asked: Asked) -> None:
        if isinstance(asked.body, dict) and asked.body.get("order_id") == value:
            asked.body["order_id"] = ""
        elif isinstance(asked.body, dict) and asked.body.get("order_id") == "":
            words = "order_id: '' is no number"
            asked.told = Told(422, {"error_number": 422, "error_message": words})

    return Turn(hear=hear)


_KEPT = (
    "id name start_date location_id currency status event_id area_id price_category_id row number"
    " x y kind is_default timezone"
)


def _readings() -> Iterator[Reading]:
    yield _valued("money as text", "money", in_values(_money_text, _is_money))
    yield _valued("money with noise", "money", in_values(_noisy, _is_money))
    cents = in_values(_in_cents, _is_money)
    yield _valued("money in cents", "money", cents, _bodies(_from_cents), values={"money": "cents"})
    cents_text = Turn(Layer.ENVELOPE, in_values(_id_text, _is_money).say)
    yield replace(
        _valued(
            "money in cents as text",
            "money",
            cents,
            cents_text,
            _bodies(_from_cents),
            values={"money": "cents"},
        )
    )
    yield _valued("times in UTC with Z", "times", _times(_utc))
    yield _valued("times of the venue's clock without offset", "times", _times(_local))
    yield _valued(
        "times in UTC without offset",
        "times",
        _times(lambda m: _utc(m).removesuffix("Z")),
        values={"zone": "UTC"},
    )
    yield _valued("times of seven digits", "times", _times(_seven_digits))
    yield _valued("times with a space", "times", _times(lambda m: m.isoformat(" ")))
    yield _valued("times of year 1 for none", "unset times", _unset("0001-01-01T00:00:00"))
    yield _valued("times of year 1 with Z for none", "unset times", _unset("0001-01-01T00:00:00Z"))
    yield _valued(
        "times of 1900 for none",
        "unset times",
        _unset("1900-01-01T00:00:00"),
        values={"unset_time": "1900-01-01T00:00:00"},
    )
    yield _valued("empty texts for unset times", "unset times", _unset(""))
    yield replace(_valued("times of old .NET", "times", _times(_old_net)), is_refused=True)
    yield _valued(
        "times as milliseconds", "times", _times(lambda m: str(int(m.timestamp() * 1000)))
    )
    yield _valued("ids as text", "ids", in_values(_id_text, published.is_id))
    yield _valued("ids of 0 for none", "unset ids", _unset_ref(0), values={"unset_id": [0]})
    yield _valued("ids of -1 for none", "unset ids", _unset_ref(-1), values={"unset_id": ["-1"]})
    yield _valued(
        "empty texts for unset ids", "unset ids", _unset_ref(""), values={"unset_id": [""]}
    )
    yield _valued("all numbers as text", "ids", in_values(_number_text, _any_name))
    yield _valued("all flags as 1 and 0", "flags", _flags(1, 0))
    yield _valued("all flags as text", "flags", _flags("true", "false"))
    yield _valued("all flags as Y and N", "flags", _flags("Y", "N"))
    yield _enum(
        "states of seats are names",
        "seat enum",
        {"seat_status": _names("seat_status", "Free", "Reserved", "Sold", "Blocked")},
    )
    yield _enum(
        "states of seats count otherwise",
        "seat enum",
        {"seat_status": dict(zip(_NUMBERS["seat_status"], (10, 20, 30, 40), strict=True))},
    )
    yield _enum(
        "states of seats are turned round",
        "seat enum",
        {"seat_status": dict(zip(_NUMBERS["seat_status"], (3, 2, 1, 0), strict=True))},
    )
    yield _enum(
        "states of events are names",
        "event enum",
        {
            "event_status": _names(
                "event_status", "Draft", "OnSale", "SoldOut", "Cancelled", "Ended"
            )
        },
    )
    yield _enum(
        "states of orders are names",
        "order enum",
        {"order_status": _names("order_status", "Open", "Done", "Cancelled", "Expired")},
    )
    yield _enum(
        "kinds of areas are names",
        "area enum",
        {"area_kind": _names("area_kind", "Seats", "Standing", "Tables", "Nothing")},
    )
    yield _enum(
        "ways to pay are names",
        "payment enum",
        {
            "payment_type": _names(
                "payment_type", "None", "Cash", "Card", "Voucher", "Bill", "Mixed"
            )
        },
    )
    yield _enum(
        "ways to pay count otherwise",
        "payment enum",
        {"payment_type": dict(zip(_NUMBERS["payment_type"], (9, 5, 4, 3, 2, 1), strict=True))},
    )
    yield _enum(
        "tickets are granted and blocked",
        "ticket enum",
        {"ticket_status": {"valid": ["Grant", "Used"], "void": "Block"}},
    )
    yield replace(
        _valued(
            "states of seats are names, and nobody says so",
            "seat enum",
            *_enum("", "", {"seat_status": _names("seat_status", "F", "R", "S", "B")}).turns,
        ),
        is_refused=True,
    )
    yield _valued("what is empty is left out", "empty", Turn(say=_without_empty))
    yield _valued("what is empty is null", "empty", Turn(say=_nulls))
    yield _valued("bare entries", "empty", _bare_entries(*_KEPT.split()))
    yield _valued("fields that nobody knows", "more fields", Turn(say=_unknown_fields))
    yield _valued("attributes of seats are names", "attributes", Turn(say=_attribute_names))
    yield replace(_valued("currencies are signs", "currency", _currency("€")), is_refused=True)
    yield replace(_valued("currencies are numbers", "currency", _currency("978")), is_refused=True)
    yield replace(
        _valued("totals without fees", "money", Turn(say=_totals_without_fees)), is_refused=True
    )
    yield _valued("holds are seconds", "hold", Turn(say=_holds_in_seconds))
    yield _valued("fees are inside prices", "money", Turn(say=_fees_inside))
    line, price = "SeatInOrderCnct", "SalesTypePriceCnct"
    bare = ("event_id", "last_updated", "deleted", "valid_from", "valid_till", "vat_rate")
    yield _valued("lines have no currency", "lines", _lacking(line, "currency"))
    yield _valued("lines have no tax", "lines", _lacking(line, "vat_rate"))
    yield _valued("lines have no names", "lines", _lacking(line, "area_name", "row", "number"))
    yield _valued("lines have no area", "lines", _lacking(line, "area_id"))
    yield replace(
        _valued("lines have no category", "lines", _lacking(line, "price_category_id")),
        is_refused=True,
        may_be_held=True,  # the page of sold orders says which order cannot be read
    )
    yield _valued("prices have no more than they need", "prices", _lacking(price, *bare))
    yield replace(
        _valued("prices have no currency", "prices", _lacking(price, "currency")), is_refused=True
    )
    yield replace(
        _valued("orders have no total", "lines", _lacking("OrderCnctResult", "total")),
        is_refused=True,
        may_be_held=True,
    )
    yield _valued("holds are not told", "hold", Turn(say=_without_holds))
    yield _valued("a state that nobody knows", "one more state", Turn(say=_one_more_state))
    own = {"seat_status": dict(zip(_NUMBERS["seat_status"], (0, [1, 11], 2, 3), strict=True))}
    yield _valued(
        "own seats have another state", "seat enum", Turn(say=_own_seats_apart), enums=own
    )
    yield replace(
        _valued("free seats are not listed", "entries", Turn(say=_free_seats_left_out)),
        is_refused=True,
    )
    yield _valued(
        "a sale needs a state of payment",
        "constants",
        Turn(hear=_needs_state),
        constants={
            "Order PUT": {"process_info": {"payment_state": "paid", "send_type": "immediately"}}
        },
    )
    yield _valued("a new order is 0", "new order", _new_order("0"), values={"new_order": "0"})
    yield _valued("a new order is -1", "new order", _new_order("-1"), values={"new_order": "-1"})


def _utc(moment: datetime) -> str:
    return re.sub(r"\+00:00$", "Z", moment.astimezone(UTC).isoformat())


def _seven_digits(moment: datetime) -> str:
    offset = moment.isoformat()[-6:]
    return f"{moment.replace(tzinfo=None, microsecond=0).isoformat()}.1234567{offset}"


READINGS = tuple(_readings())
