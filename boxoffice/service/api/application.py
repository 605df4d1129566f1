"""The HTTP application: admits a request, performs its operation in a transaction, and wraps what
comes of it, a refusal too, in the envelope.

`_Endpoint` tells the order of things: rate limit, body, a thread and a transaction, credential,
operation, and last the changes of seats.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

import anyio.to_thread
from anyio import CapacityLimiter
from sqlalchemy import Connection
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from boxoffice.service.api.admission import Admission
from boxoffice.service.api.call import Call, File, FlaggedResult, Operation, Result
from boxoffice.service.api.description import describe
from boxoffice.service.api.envelope import refusal_response, refused, wrapped
from boxoffice.service.api.idempotency import Answer, AnsweredBefore, perform_once
from boxoffice.service.api.operations import OPERATIONS
from boxoffice.service.api.request_body import read_body, refuse_nul_in_json, refuse_nul_in_query
from boxoffice.service.api.request_record import RequestRecord, record_of
from boxoffice.service.data import audit
from boxoffice.service.data.credentials import bearer, digest_in
from boxoffice.service.data.store import Collision, Store
from boxoffice.service.errors import Refusal
from boxoffice.service.paths import DESCRIPTION, ROOT
from boxoffice.service.sale import holds
from boxoffice.service.sale.caller import Caller, HoldTerms
from boxoffice.service.sale.seating_cache import SeatingCache

_log = logging.getLogger(__name__)
# A browser that opens a file neither guesses its type nor runs what is inside.
_ONLY_A_FILE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}
_TRIES = 6  # of a change that collides with others


def application(
    store: Store, terms: HoldTerms, admission: Admission, beside: Sequence[Route] = ()
) -> Starlette:
    """The service over a store, as an ASGI application below `/connect`.

    Args:
        beside: routes outside of the API.
    """
    seating_cache = SeatingCache()
    limits = ConcurrencyLimits(
        CapacityLimiter(store.reads_at_once), CapacityLimiter(store.changes_at_once)
    )
    # One path may have several verbs, and a router answers a wrong verb with the first of them.
    by_path: dict[str, dict[str, Operation]] = {}
    # Routes are searched in order, and most requests are sales.
    for operation in sorted(OPERATIONS, key=lambda each: not each.is_order):
        by_path.setdefault(operation.path, {})[operation.verb] = operation
    routes = [
        Route(
            ROOT + path,
            _Endpoint(store, seating_cache, terms, admission, verbs, limits).answer,
            methods=[*verbs],
        )
        for path, verbs in by_path.items()
    ]
    description = describe(OPERATIONS)

    async def description_response(request: Request) -> Response:
        record_of(request).path = ROOT + DESCRIPTION
        return Response(description, media_type="application/json")

    routes.append(Route(ROOT + DESCRIPTION, description_response, methods=["GET"]))
    handlers: dict[int | type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        HTTPException: _http_problem,
        Exception: _unforeseen,
    }
    return Starlette(routes=[*routes, *beside], exception_handlers=handlers)


@dataclass(frozen=True, slots=True)
class ConcurrencyLimits:
    """How many requests use the data at a time; the others wait, first come, first served."""

    reading: CapacityLimiter
    changing: CapacityLimiter


class _Endpoint:
    """Answers the verbs of one path."""

    def __init__(
        self,
        store: Store,
        seating_cache: SeatingCache,
        terms: HoldTerms,
        admission: Admission,
        verbs: dict[str, Operation],
        limits: ConcurrencyLimits,
    ) -> None:
        self._store = store
        self._limits = limits
        self._seating_cache = seating_cache
        self._terms = terms
        self._admission = admission
        self._verbs = verbs

    async def answer(self, request: Request) -> Response:
        verb = "GET" if request.method == "HEAD" else request.method
        operation = self._verbs[verb]
        record = record_of(request)
        record.operation, record.path = f"{operation.name} {verb}", ROOT + operation.path
        try:
            return await self._answer_admitted(operation, request, record)
        except Refusal as refusal:
            return refusal_response(refusal)
        except ClientDisconnect:
            return Response(status_code=499)

    async def _answer_admitted(
        self, operation: Operation, request: Request, record: RequestRecord
    ) -> Response:
        digest = self._admission.admit(request)
        try:
            body = await read_body(request, operation.most_bytes)
            refuse_nul_in_query(request.query_params.multi_items())
            if not operation.form:
                refuse_nul_in_json(body)
            limiter = self._limits.changing if operation.writes else self._limits.reading
            return await anyio.to_thread.run_sync(
                self._perform, operation, request, body, limiter=limiter
            )
        except Refusal as refusal:
            if refusal.status == 401:
                self._admission.mark_invalid(digest)
            raise
        finally:
            if record.credential:
                self._admission.mark_valid(request, digest)

    def _perform(self, operation: Operation, request: Request, body: bytes) -> Response:
        if operation.writes:
            content, status = self._change(operation, request, body)
            return Response(content, status, media_type="application/json")
        reply = self._read(operation, request, body)
        if isinstance(reply, File):
            return Response(reply.data, headers=_ONLY_A_FILE, media_type=reply.media_type)
        return Response(_wrapped(operation, reply), media_type="application/json")

    def _read(
        self, operation: Operation, request: Request, body: bytes
    ) -> Result | FlaggedResult | File:
        with self._store.reading() as connection:
            call = self._call(connection, operation, request, body)
            if not holds.any_overdue(connection, self._store.clock.now()):
                return operation.answer(call)
        holds.expire(self._store)
        with self._store.reading() as connection:
            return operation.answer(self._call(connection, operation, request, body))

    def _change(self, operation: Operation, request: Request, body: bytes) -> Answer:
        """Performs a change, and repeats it where it collided with another one."""
        transaction = self._store.selling if operation.is_order else self._store.writing
        has_waited = False
        for _ in range(_TRIES):
            try:
                with transaction() as connection:
                    call = self._call(connection, operation, request, body)
                    if not operation.is_order:
                        holds.require_none_overdue(connection, self._store.clock.now())
                    answer = perform_once(
                        call, operation, request, body, partial(_performed, call, operation)
                    )
                    holds.write(connection, call.caller.changes)
                    return answer
            except AnsweredBefore as before:
                return before.answer
            except holds.Overdue:
                holds.expire(self._store, waits=has_waited)
                has_waited = True
            except Collision as collision:
                # Its first line only: in the next one PostgreSQL names the values themselves.
                why = str(collision).partition("\n")[0]
                _log.info("%s collided: %s", operation.name, why)
        raise Refusal(503, "too many others change the same at this moment")

    def _call(
        self, connection: Connection, operation: Operation, request: Request, body: bytes
    ) -> Call:
        """Raises: Refusal: 401, nobody valid asks; 403, not by this role."""
        digest = digest_in(request.headers.get("Authorization", ""))
        who = bearer(connection, digest)
        record_of(request).credential = who.name
        if operation.is_house and not who.is_house:
            raise Refusal(403, f"{operation.name} needs a token with the role 'house'")
        caller = Caller(who.credential_id, who.name, self._terms, self._store.clock)
        return Call(
            connection,
            caller,
            self._seating_cache,
            request.path_params,
            request.query_params,
            body,
            request.headers.get("Content-Type", ""),
            request.query_params.multi_items(),
        )


def _wrapped(operation: Operation, reply: Result | FlaggedResult | File) -> bytes:
    if isinstance(reply, FlaggedResult):
        return wrapped(operation.result, reply.result, reply.flags)
    if isinstance(reply, File):
        raise TypeError(f"{operation.name} writes, and its answer is kept: it is no file")
    return wrapped(operation.result, reply)


def _performed(call: Call, operation: Operation) -> Answer:
    """Performs a change, records it in the audit trail, and returns its answer."""
    try:
        result = operation.answer(call)
    except Refusal as refusal:
        if not refusal.is_kept:
            raise
        return Answer(refused(refusal), refusal.status)
    if not operation.is_order:  # a change of an order writes its own lines
        changed = result.result if isinstance(result, FlaggedResult) else result
        details = {"id": changed.get("id")} if isinstance(changed, dict) else {}
        audit.record(
            call.connection,
            call.caller.clock.now(),
            operation.name,
            counter=call.caller.counter,
            details=details,
        )
    return Answer(_wrapped(operation, result))


async def _http_problem(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    reason = {404: "there is no such operation", 405: "this verb is not for this path"}
    return refusal_response(Refusal(status, reason.get(status, "the request is not understood")))


async def _unforeseen(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return refusal_response(Refusal(500, "the service failed; nothing was changed"))
