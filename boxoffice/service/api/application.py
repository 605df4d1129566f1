"""The HTTP side: who asks, what of, once per key, and every failure in the envelope."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import anyio.to_thread
from anyio import CapacityLimiter
from sqlalchemy import Connection, bindparam, select
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from boxoffice.service.api.admission import Door
from boxoffice.service.api.call import Call, File, Flagged, Operation, Result
from boxoffice.service.api.description import describe
from boxoffice.service.api.envelope import refusal_response, wrapped
from boxoffice.service.api.nul import NO_NUL, refuse_nul
from boxoffice.service.api.observed import Record, record_of
from boxoffice.service.api.operations import OPERATIONS
from boxoffice.service.data import audit
from boxoffice.service.data.credentials import bearer, digest_in
from boxoffice.service.data.schema import answers
from boxoffice.service.data.store import Collision, Store, insert_new
from boxoffice.service.errors import Refusal
from boxoffice.service.paths import DESCRIPTION, ROOT
from boxoffice.service.sale import holds
from boxoffice.service.sale.caller import Desk
from boxoffice.service.sale.seating_cache import Houses

_log = logging.getLogger(__name__)
# A browser that is led to a file neither guesses what it is nor runs what is inside.
_ONLY_A_FILE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}
_THIS = (answers.c.credential_id == bindparam("caller")) & (answers.c.key == bindparam("its_key"))
_KNOWN = select(answers.c.fingerprint, answers.c.body).where(_THIS)
_TRIES = 6  # of a change that others are in the way of


def application(
    store: Store, hold_seconds: float, door: Door, beside: Sequence[Route] = ()
) -> Starlette:
    """The service over a store, as an ASGI application below `/connect`; and what is beside it."""
    houses = Houses()
    turns = Turns(CapacityLimiter(store.reads_at_once), CapacityLimiter(store.changes_at_once))
    # One path may have several verbs, and a router answers a wrong verb with the first of them.
    by_path: dict[str, dict[str, Operation]] = {}
    # Sales are what most is asked of, and paths are looked through in their order.
    for operation in sorted(OPERATIONS, key=lambda each: not each.is_order):
        by_path.setdefault(operation.path, {})[operation.verb] = operation
    routes = [
        Route(
            ROOT + path,
            _Endpoint(store, houses, hold_seconds, door, verbs, turns).answer,
            methods=[*verbs],
        )
        for path, verbs in by_path.items()
    ]
    description = describe(OPERATIONS)

    async def describes(request: Request) -> Response:
        record_of(request).path = ROOT + DESCRIPTION
        return Response(description, media_type="application/json")

    routes.append(Route(ROOT + DESCRIPTION, describes, methods=["GET"]))
    handlers: dict[int | type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        HTTPException: _http_problem,
        Exception: _unforeseen,
    }
    return Starlette(routes=[*routes, *beside], exception_handlers=handlers)


@dataclass(frozen=True, slots=True)
class Turns:
    """How many are served at a time; who comes first is served first."""

    reading: CapacityLimiter
    changing: CapacityLimiter


class _Endpoint:
    """Answers the verbs of one path."""

    def __init__(
        self,
        store: Store,
        houses: Houses,
        hold_seconds: float,
        door: Door,
        verbs: dict[str, Operation],
        turns: Turns,
    ) -> None:
        self._store = store
        self._turns = turns
        self._houses = houses
        self._hold_seconds = hold_seconds
        self._door = door
        self._verbs = verbs

    async def answer(self, request: Request) -> Response:
        verb = "GET" if request.method == "HEAD" else request.method
        operation = self._verbs[verb]
        record = record_of(request)
        record.operation, record.path = f"{operation.name} {verb}", ROOT + operation.path
        try:
            return await self._answer_known(operation, request, record)
        except Refusal as refusal:
            return refusal_response(refusal)
        except ClientDisconnect:
            return Response(status_code=499)

    async def _answer_known(
        self, operation: Operation, request: Request, record: Record
    ) -> Response:
        digest = self._door.enter(request)
        try:
            body = await _body(request, operation.most_bytes)
            _refuse_nul(operation, request, body)
            limiter = self._turns.changing if operation.writes else self._turns.reading
            return await anyio.to_thread.run_sync(
                self._perform, operation, request, body, limiter=limiter
            )
        except Refusal as refusal:
            if refusal.status == 401:
                self._door.turn_away(digest)
            raise
        finally:
            if record.credential:
                self._door.recognise(request, digest)

    def _perform(self, operation: Operation, request: Request, body: bytes) -> Response:
        if operation.writes:
            content = self._changed(operation, request, body)
        else:
            reply = self._read(operation, request, body)
            if isinstance(reply, File):
                return Response(reply.data, headers=_ONLY_A_FILE, media_type=reply.media_type)
            content = _wrapped(operation, reply)
        return Response(content, media_type="application/json")

    def _read(self, operation: Operation, request: Request, body: bytes) -> Result | Flagged | File:
        with self._store.reading() as connection:
            call = self._call(connection, request, body)
            if not holds.any_overdue(connection, self._store.clock.now()):
                return operation.answer(call)
        holds.expire(self._store)
        with self._store.reading() as connection:
            return operation.answer(self._call(connection, request, body))

    def _changed(self, operation: Operation, request: Request, body: bytes) -> bytes:
        """Performs a change, again where another one was in the way."""
        transaction = self._store.selling if operation.is_order else self._store.writing
        has_waited = False
        for _ in range(_TRIES):
            try:
                with transaction() as connection:
                    call = self._call(connection, request, body)
                    if not operation.is_order:
                        holds.require_none_overdue(connection, self._store.clock.now())
                    answer = _once(call, operation, request, body)
                    holds.write(connection, call.desk.changes)
                    return answer
            except _AnsweredBefore as before:
                return before.answer
            except holds.Overdue:
                holds.expire(self._store, waits=has_waited)
                has_waited = True
            except Collision as collision:
                # Its first line: PostgreSQL tells the values themselves in the next.
                why = str(collision).partition("\n")[0]
                _log.info("%s collided: %s", operation.name, why)
        raise Refusal(503, "too many others change the same at this moment")

    def _call(self, connection: Connection, request: Request, body: bytes) -> Call:
        digest = digest_in(request.headers.get("Authorization", ""))
        credential_id, counter = bearer(connection, digest)
        record_of(request).credential = counter
        desk = Desk(credential_id, counter, self._hold_seconds, self._store.clock)
        return Call(
            connection,
            desk,
            self._houses,
            request.path_params,
            request.query_params,
            body,
            request.headers.get("Content-Type", ""),
            request.query_params.multi_items(),
        )


def _wrapped(operation: Operation, reply: Result | Flagged | File) -> bytes:
    if isinstance(reply, Flagged):
        return wrapped(operation.result, reply.result, reply.flags)
    if isinstance(reply, File):
        raise TypeError(f"{operation.name} writes, and its answer is kept: it is no file")
    return wrapped(operation.result, reply)


def _once(call: Call, operation: Operation, request: Request, body: bytes) -> bytes:
    """Performs a change.

    Its answer is kept with its key last: who asks the same at the same time does it all in vain
    and is told so here, or by the seats and orders that the first one has.

    Raises:
        _AnsweredBefore: the same was done before.
        Refusal: 422, the key was used for another request.
    """
    key = request.headers.get("Idempotency-Key", "")[:200]
    if not key:
        return _performed(call, operation)
    content = f"{operation.verb} {request.url.path}\n".encode() + body
    fingerprint = hashlib.sha256(content).hexdigest()
    values = {"credential_id": call.desk.credential_id, "key": key, "fingerprint": fingerprint}
    if not operation.is_order:  # an import is alone, and not to be done in vain
        _refuse_repeat(call, key, fingerprint)
    try:
        answer = _performed(call, operation)
    except Refusal:
        _refuse_repeat(call, key, fingerprint)
        raise
    if not insert_new(call.connection, answers, values | {"body": answer}):
        _refuse_repeat(call, key, fingerprint)
    return answer


class _AnsweredBefore(Exception):
    """The same was asked before, with the same key: nothing of it is done again."""

    def __init__(self, answer: bytes) -> None:
        super().__init__()
        self.answer = answer


def _refuse_repeat(call: Call, key: str, fingerprint: str) -> None:
    """Nothing, where the key is a new one.

    Raises:
        _AnsweredBefore: it is that of the same request.
        Refusal: 422, it is that of another one.
    """
    this = {"caller": call.desk.credential_id, "its_key": key}
    known = call.connection.execute(_KNOWN, this).first()
    if known is None:
        return
    if known.fingerprint != fingerprint:
        raise Refusal(422, "the Idempotency-Key was used for another request")
    raise _AnsweredBefore(bytes(known.body))


def _performed(call: Call, operation: Operation) -> bytes:
    result = operation.answer(call)
    if not operation.is_order:  # what is done to an order writes its own lines
        changed = result.result if isinstance(result, Flagged) else result
        details = {"id": changed.get("id")} if isinstance(changed, dict) else {}
        audit.record(
            call.connection,
            call.desk.clock.now(),
            operation.name,
            counter=call.desk.counter,
            details=details,
        )
    return _wrapped(operation, result)


def _refuse_nul(operation: Operation, request: Request, body: bytes) -> None:
    """Raises: Refusal: 422, there is a NUL character, which not every database can keep."""
    asked = [name for name, value in request.query_params.multi_items() if "\0" in value]
    if asked:
        raise Refusal(422, NO_NUL, fields=[(name, NO_NUL) for name in asked])
    if not operation.form:
        refuse_nul(body)


async def _body(request: Request, most: int) -> bytes:
    chunks = []
    length = 0
    try:
        async for chunk in request.stream():
            length += len(chunk)
            if length > most:
                raise Refusal(413, f"the body is larger than {most} bytes")
            chunks.append(chunk)
    except asyncio.CancelledError:
        raise Refusal(503, "the service was told to end") from None
    return b"".join(chunks)


async def _http_problem(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    reason = {404: "there is no such operation", 405: "this verb is not for this path"}
    return refusal_response(Refusal(status, reason.get(status, "the request is not understood")))


async def _unforeseen(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return refusal_response(Refusal(500, "the service failed; nothing was changed"))
