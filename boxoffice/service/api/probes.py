"""What those ask who run the service: does it answer, and how does it do."""

from __future__ import annotations

import asyncio

import msgspec
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from boxoffice.service.api.admission import Door, is_this_machine
from boxoffice.service.api.envelope import refusal_response
from boxoffice.service.api.metrics import MEDIA_TYPE, Metrics
from boxoffice.service.api.observed import record_of
from boxoffice.service.data.credentials import bearer
from boxoffice.service.data.schema import counters, orders
from boxoffice.service.data.status import OPEN
from boxoffice.service.data.store import Store
from boxoffice.service.errors import Refusal
from boxoffice.service.paths import HEALTH, METRICS

_PATIENCE = 5.0  # seconds for the data to answer in
_NEVER_KEPT = {"Cache-Control": "no-store"}


class Probes:
    """Both are outside of the API, and their paths with it."""

    def __init__(self, store: Store, door: Door, metrics: Metrics) -> None:
        self._store = store
        self._door = door
        self._metrics = metrics

    def routes(self) -> list[Route]:
        return [Route(HEALTH, self._health), Route(METRICS, self._figures)]

    async def _health(self, request: Request) -> Response:
        """Whether the data answer; asked without a credential."""
        record_of(request).path = HEALTH
        try:
            self._door.peek(request)
            await asyncio.wait_for(asyncio.to_thread(self._ask), _PATIENCE)
        except Refusal as refusal:
            if refusal.status == 429:
                return refusal_response(refusal)
            return _health(503, "unavailable")
        except (SQLAlchemyError, TimeoutError):
            return _health(503, "unavailable")
        return _health(200, "ok")

    def _ask(self) -> None:
        with self._store.reading() as connection:
            connection.execute(select(counters.c.value).limit(1)).all()

    async def _figures(self, request: Request) -> Response:
        """The figures; asked from this machine, or with a credential."""
        record_of(request).path = METRICS
        try:
            if not is_this_machine(request):
                await self._require_credential(request)
            open_holds = await run_in_threadpool(self._open_holds)
        except Refusal as refusal:
            return refusal_response(refusal)
        text = await run_in_threadpool(self._metrics.text, open_holds)
        return Response(text, headers=_NEVER_KEPT, media_type=MEDIA_TYPE)

    async def _require_credential(self, request: Request) -> None:
        digest = self._door.enter(request)
        try:
            record_of(request).credential = await run_in_threadpool(self._bearer, digest)
        except Refusal as refusal:
            if refusal.status == 401:
                self._door.turn_away(digest)
            raise
        self._door.recognise(request, digest)

    def _bearer(self, digest: str) -> str:
        with self._store.reading() as connection:
            return bearer(connection, digest)[1]

    def _open_holds(self) -> int | None:
        query = select(func.count()).where(
            orders.c.status == OPEN, orders.c.hold_till >= self._store.clock.now()
        )
        try:
            with self._store.reading() as connection:
                return int(connection.execute(query).scalar_one())
        except (Refusal, SQLAlchemyError):
            return None  # the other figures are needed most just then


def _health(status: int, word: str) -> Response:
    content = msgspec.json.encode({"status": word})
    return Response(content, status, _NEVER_KEPT, "application/json")
