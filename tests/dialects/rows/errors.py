"""How a refusal is told; each sale meets one, for a seat that somebody else was faster for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.dialects.reading import Reading
from tests.dialects.site import Asked, Layer, Told, Turn

Change = Callable[[Told], None]
_WORDS = "Seat 9 belongs to somebody else."


def _refusals(change: Change, layer: Layer = Layer.ENVELOPE) -> Turn:
    def say(_: Asked, told: Told) -> None:
        if not told.is_good and isinstance(told.content, dict):
            change(told)

    return Turn(layer, say)


def _told(name: str, change: Change, layer: Layer = Layer.ENVELOPE, **toml: Any) -> Reading:
    return Reading(name, frozenset({"errors"}), turns=(_refusals(change, layer),), toml=toml)


def _status(status: int) -> Change:
    def change(told: Told) -> None:
        told.status = status

    return change


def _block(status: int, **block: Any) -> Change:
    """This block, and nothing else of what the service said."""

    def change(told: Told) -> None:
        told.status, told.content = status, dict(block)

    return change


def _type(number: Any) -> Change:
    def change(told: Told) -> None:
        told.content["error_type"] = number

    return change


def _index(turn: Callable[[int], Any]) -> Change:
    def change(told: Told) -> None:
        for each in told.content.get("errors") or ():
            each["error_index"] = turn(each["error_index"])

    return change


def _numbers_as_text(told: Told) -> None:
    told.content["error_number"] = str(told.content["error_number"])
    for each in told.content.get("errors") or ():
        each |= {"error_index": str(each["error_index"]), "error_number": "E409"}


def _summary(told: Told) -> None:
    """Only number and message, as the sister API does for a single error."""
    told.content |= {"errors": [], "error_message": _WORDS, "error_number": 4711}


def _raw(status: int, body: bytes, media_type: str) -> Change:
    def change(told: Told) -> None:
        told.status, told.raw, told.media_type = status, body, media_type

    return change


def _readings() -> Iterator[Reading]:
    yield _told("a refusal has 200", _status(200))
    yield _told(
        "a refusal has 200 and a number alone", _block(200, TIsSuccessful=False, error_number=33)
    )
    yield _told(
        "a refusal has 200 and words alone", _block(200, error_message=_WORDS, error_type=4)
    )
    yield _told("a conflict has 400", _status(400))
    yield _told("a conflict has 422", _status(422))
    yield _told("a conflict has 500", _status(500))
    yield _told("a conflict has 404", _status(404))
    yield _told("a conflict has 403", _status(403))
    yield _told("a conflict has 423", _status(423))
    yield _told("every error has type 1", _type(1))
    yield _told("every error has type 0", _type(0))
    yield _told("every error has type 8", _type(8))
    yield _told("error types are words", _type("Conflict"))
    yield _told(
        "the places of errors count from 1", _index(lambda i: i + 1), values={"error_index_from": 1}
    )
    yield _told("the places of errors are text", _index(str))
    yield _told("the places of errors are ids", _index(lambda _: 9))
    yield _told("the places of errors are empty", _index(lambda _: ""))
    yield _told("numbers of errors are text", _numbers_as_text)
    yield _told("errors have a summary alone", _summary)
    yield _told(
        "a code means a conflict, with 400",
        _block(400, error_number="E1207", error_message=_WORDS),
        errors={"conflict": ["E1207"]},
    )
    yield _told(
        "a number means a conflict, with 200",
        _block(200, TIsSuccessful=False, error_number=33, error_message=_WORDS),
        errors={"conflict": [33]},
    )
    yield _told(
        "error_code in place of error_number",
        _block(409, error_code="SEAT_TAKEN", error_message=_WORDS),
    )
    yield _told("words in TTextMessage", _block(409, TIsSuccessful=False, TTextMessage=_WORDS))
    yield _told(
        "words and a link", _block(409, error_message=_WORDS, ErrorLink="https://x.example/9")
    )
    problem = b'{"type": "about:blank", "title": "Conflict", "status": 409, "detail": "Seat taken"}'
    yield _told("problem+json", _raw(409, problem, "application/problem+json"), Layer.WIRE)
    page = b"<html><body><h1>409 Conflict</h1></body></html>"
    yield _told("a page of HTML", _raw(409, page, "text/html"), Layer.WIRE)
    yield _told("no body", _raw(409, b"", "text/plain"), Layer.WIRE)
    yield _told("words in plain text", _raw(409, b"Seat taken", "text/plain"), Layer.WIRE)
    yield _told("words as a JSON text", _raw(409, b'"Seat taken"', "application/json"), Layer.WIRE)
    errors = b'{"errors": {"seats_info[0]": ["Seat taken"]}, "title": "One or more errors"}'
    yield _told("errors by field, of ASP.NET", _raw(400, errors, "application/json"), Layer.WIRE)


READINGS = tuple(_readings())
