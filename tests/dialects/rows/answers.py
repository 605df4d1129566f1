"""What stands around a result, what a write is answered with, and answers that are lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tests.dialects.reading import Reading
from tests.dialects.site import Asked, Layer, Told, Turn, result_of

Say = Callable[[Asked, Told], None]


def _said(name: str, about: str, say: Say, layer: Layer = Layer.WIRE, **toml: Any) -> Reading:
    return Reading(name, frozenset({about}), turns=(Turn(layer, say),), toml=toml)


def _is_write(asked: Asked, told: Told) -> bool:
    """Whether it is a good answer that nobody reads."""
    return told.is_good and asked.row.result == "SimpleResult"


def _written(change: Callable[[Told], None]) -> Say:
    def say(asked: Asked, told: Told) -> None:
        if _is_write(asked, told):
            change(told)

    return say


def _empty(status: int) -> Say:
    def change(told: Told) -> None:
        told.status, told.content = status, None

    return _written(change)


def _raw(content: bytes, media_type: str) -> Say:
    def change(told: Told) -> None:
        told.raw, told.media_type = content, media_type

    return _written(change)


def _bare(asked: Asked, told: Told) -> None:
    if result := result_of(asked, told):
        told.content = result


def _bare_list(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.items and result:
        told.content = result[asked.row.items]


def _without_flags(asked: Asked, told: Told) -> None:
    if isinstance(told.content, dict):
        for name in [n for n in told.content if n.startswith(("TIs", "IsTest"))]:
            del told.content[name]


def _with_block(**block: Any) -> Say:
    """Good answers with an error block in which nothing is wrong."""

    def say(_: Asked, told: Told) -> None:
        if told.is_good and isinstance(told.content, dict):
            told.content |= block

    return say


def _block_inside(asked: Asked, told: Told) -> None:
    if result := result_of(asked, told):
        result |= {"error_type": 0, "error_number": 0, "error_message": "", "errors": []}


def _flags_inside(asked: Asked, told: Told) -> None:
    """The flags stand in the result."""
    result = result_of(asked, told)
    if result:
        flags = [name for name in told.content if name != asked.row.result]
        result |= {name: told.content.pop(name) for name in flags}


def _created(asked: Asked, told: Told) -> None:
    if told.is_good and asked.row.verb == "POST":
        told.status = 201


def _simple_for_reserving(asked: Asked, told: Told) -> None:
    """Who reserves is told the number of the order alone."""
    result = result_of(asked, told)
    if asked.row.name.startswith("Reserve") and result:
        kept = {"id": result["id"]}
        result.clear()
        result |= kept


def _as_simple_result(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.name.startswith("Reserve") and result:
        del told.content[asked.row.result]
        told.content["SimpleResult"] = {"id": result["id"], "message": ""}


def _without_seats(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.name.startswith("Reserve"):
        result.pop("seats", None)


def _null_seats(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.name.startswith("Reserve") and result:
        result["seats"] = None


def _only_new_seats(asked: Asked, told: Told) -> None:
    """Who reserves is told the seats of this request alone, and what they cost."""
    result = result_of(asked, told)
    if asked.row.name == "ReserveSeat" and result:
        wanted = {each["seat_id"] for each in asked.body["seats_info"]}
        result["seats"] = [line for line in result["seats"] if line["seat_id"] in wanted]


def _simple_true(asked: Asked, told: Told) -> None:
    if _is_write(asked, told) and isinstance(told.content, dict):
        told.content["SimpleResult"] = True


def _result_null(asked: Asked, told: Told) -> None:
    if _is_write(asked, told) and isinstance(told.content, dict):
        told.content["SimpleResult"] = None


def _bom(asked: Asked, told: Told) -> None:
    if told.content is not None and told.raw is None:
        told.raw = b"\xef\xbb\xbf" + json.dumps(told.content).encode()


def _text_type(asked: Asked, told: Told) -> None:
    told.media_type = "text/plain; charset=utf-8"


def _json_in_text(asked: Asked, told: Told) -> None:
    """A JSON text that holds JSON, as some services write it."""
    if told.content is not None:
        told.raw = json.dumps(json.dumps(told.content)).encode()


def _warning(field: str) -> Say:
    def say(asked: Asked, told: Told) -> None:
        if asked.row.title == "Events GET" and isinstance(told.content, dict):
            told.content["warnings"] = [{"error_index": "", field: "Maintenance at ten"}]

    return say


def _no_events(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.title == "Events GET" and result:
        result |= {"events": [], "total_count": 0}


def _second_factor(asked: Asked) -> None:
    block = {"TIsSuccessful": False, "TIsSecondFactorNeeded": True, "TIsAuthorizedUser": True}
    asked.told = Told(200, block | {"TTextMessage": "Enter the code"})


def _untrusted(asked: Asked) -> None:
    block = {"TIsSuccessful": False, "TIsTrustedApplication": False, "error_message": "Not known"}
    asked.told = Told(403, block)


def _web_page(asked: Asked) -> None:
    asked.told = Told(200, None, raw=b"<html><title>Welcome</title></html>", media_type="text/html")


def _all_fail(asked: Asked) -> None:
    block = {"TIsSuccessful": False, "error_number": 17, "error_message": "The licence has ended"}
    asked.told = Told(200, block)


def _lost(*titles: str) -> Turn:
    """The first answer to each of these does not arrive, though it was done."""

    def say(asked: Asked, told: Told) -> None:
        lost = asked.memory.setdefault("lost", set())
        if asked.row.title in titles and asked.row.title not in lost:
            lost.add(asked.row.title)
            told.is_lost = True

    return Turn(Layer.WIRE, say)


def _late(asked: Asked, told: Told) -> None:
    """The first two looks after a sale do not show it yet."""
    if asked.row.title == "Order PUT":
        asked.memory["late"] = 2
    result = result_of(asked, told)
    if result.get("status") == 1 and asked.memory.get("late", 0):
        asked.memory["late"] -= 1
        result["status"] = 0


def _busy(asked: Asked) -> None:
    """Each fifth request comes too early."""
    asked.memory["count"] = asked.memory.get("count", 0) + 1
    if asked.memory["count"] % 5 == 0:
        asked.told = Told(429, {"error_message": "Later"}, {"Retry-After": "0"})


def _moved(asked: Asked) -> None:
    asked.told = Told(307, None, {"Location": "https://other.example/connect"})


def _without_keys(asked: Asked) -> None:
    asked.headers.pop("idempotency-key", None)


def _refused(name: str, about: str, hear: Callable[[Asked], None]) -> Reading:
    turns = (Turn(Layer.VALUES, hear=hear),)
    return Reading(name, frozenset({about, "errors"}), turns=turns, is_refused=True)


def _readings() -> Iterator[Reading]:
    bare = Layer.ENVELOPE
    yield _said("bare results", "envelope", _bare, bare)
    yield replace(_said("bare lists", "envelope", _bare_list, bare), is_refused=True)
    yield _said("no flags", "flags shown", _without_flags, bare)
    empty = {"error_type": 0, "error_number": 0, "error_message": "", "errors": []}
    yield _said("an empty error block", "block", _with_block(**empty), bare)
    nulls = dict.fromkeys((*empty, "warnings", "field_errors", "ErrorLink", "TTextMessage"))
    yield _said("an error block of nulls", "block", _with_block(**nulls), bare)
    texts = {"error_type": "0", "error_number": "", "error_message": None, "errors": None}
    yield _said("an empty error block as text", "block", _with_block(**texts), bare)
    names = {"error_type": "None", "error_number": "0"}
    yield _said("error types are names", "block", _with_block(**names), bare)
    yield _said("words on success", "block", _with_block(error_message="OK", error_number=0), bare)
    yield _said("an error block in the result", "block", _block_inside, bare)
    yield _said("flags in the result", "envelope", _flags_inside, bare)
    yield _said("201 for what is new", "status", _created)
    yield _said("204 for writes", "writes", _empty(204))
    yield _said("200 and nothing for writes", "writes", _empty(200))
    yield _said("202 and nothing for writes", "writes", _empty(202))
    late = (Turn(Layer.ENVELOPE, _late), Turn(Layer.WIRE, _empty(202)))
    yield Reading("202 for writes, and seen later", frozenset({"writes"}), turns=late)
    yield _said("a sale is seen later", "writes", _late, Layer.ENVELOPE)
    yield _said("OK in plain text for writes", "writes", _raw(b"OK", "text/plain"))
    yield _said("true for writes", "writes", _raw(b"true", "application/json"))
    yield _said("a number for writes", "writes", _raw(b"17", "application/json"))
    yield _said("null for writes", "writes", _raw(b"null", "application/json"))
    yield _said("an empty object for writes", "writes", _raw(b"{}", "application/json"))
    yield _said("a result that is true", "writes", _simple_true, bare)
    yield _said("a result that is null", "writes", _result_null, bare)
    yield _said("reserving tells the order's id alone", "reserving", _simple_for_reserving, bare)
    yield _said("reserving has a SimpleResult", "reserving", _as_simple_result, bare)
    yield _said("reserving tells no seats", "reserving", _without_seats, bare)
    yield _said("reserving tells null for seats", "reserving", _null_seats, bare)
    yield _said("reserving tells the new seats alone", "reserving", _only_new_seats, bare)
    yield _said("a byte order mark", "bytes", _bom)
    yield _said("JSON as plain text", "bytes", _text_type)
    yield replace(_said("JSON in a JSON text", "bytes", _json_in_text), is_refused=True)
    yield _said("warnings with error_message", "warnings", _warning("error_message"), bare)
    yield _said("warnings with message", "warnings", _warning("message"), bare)
    yield replace(_said("no events", "events", _no_events, bare), is_refused=True)
    yield _refused("a second factor", "flags shown", _second_factor)
    yield _refused("an application that is not trusted", "flags shown", _untrusted)
    yield _refused("a web page", "bytes", _web_page)
    yield _refused("200 and an error for all", "status", _all_fail)
    yield Reading("429 now and then", frozenset({"busy", "errors"}), turns=(Turn(hear=_busy),))
    yield _refused("the server has moved", "status", _moved)
    writes = ("ReserveSeat POST", "Order PUT", "OrderSeat PUT", "OrderSeat DELETE")
    known = {"keys": {"known": False}}
    yield Reading("no keys", frozenset({"keys"}), turns=(Turn(hear=_without_keys),), toml=known)
    for title in writes:
        name = f"the answer of {title} is lost"
        yield Reading(name, frozenset({"lost"}), turns=(_lost(title),))
        yield Reading(
            f"{name}, without keys",
            frozenset({"lost", "keys"}),
            turns=(_lost(title), Turn(hear=_without_keys)),
            toml=known,
        )


READINGS = tuple(_readings())
