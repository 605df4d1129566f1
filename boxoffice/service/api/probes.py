"""`/healthz` and `/metrics`, for those who run the service: whether it can answer, its figures."""

from __future__ import annotations

import asyncio

import msgspec
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from boxoffice.service.api.admission import Admission, is_this_machine
from boxoffice.service.api.envelope import refusal_response
from boxoffice.service.api.metrics import MEDIA_TYPE, Metrics
from boxoffice.service.api.request_record import record_of
from boxoffice.service.data.credentials import bearer
from boxoffice.service.data.schema import counters, orders
from boxoffice.service.data.sql import constant
from boxoffice.service.data.status import OPEN
from boxoffice.service.data.store import Store
from boxoffice.service.errors import Refusal
from boxoffice.service.paths import HEALTH, METRICS

_PATIENCE = 5.0  # seconds for the data to answer in
_NEVER_KEPT = {"Cache-Control": "no-store"}


class Probes:
    """The two routes; they are not part of the API."""

    def __init__(self, store: Store, admission: Admission, metrics: Metrics) -> None:
        self._store = store
        self._admission = admission
        self._metrics = metrics

    def routes(self) -> list[Route]:
        return [Route(HEALTH, self._health), Route(METRICS, self._figures)]

    async def _health(self, request: Request) -> Response:
        """Whether the data answer; takes no credential."""
        record_of(request).path = HEALTH
        try:
            self._admission.admit_anonymous(request)
            await asyncio.wait_for(asyncio.to_thread(self._touch_data), _PATIENCE)
        except Refusal as refusal:
            if refusal.status == 429:
                return refusal_response(refusal)
            return _health(503, "unavailable")
        except (SQLAlchemyError, TimeoutError):
            return _health(503, "unavailable")
        return _health(200, "ok")

    def _touch_data(self) -> None:
        with self._store.reading() as connection:
            connection.execute(select(counters.c.value).limit(1)).all()

    async def _figures(self, request: Request) -> Response:
        """The figures, for a request from this machine or with a credential."""
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
        digest = self._admission.admit(request)
        try:
            record_of(request).credential = await run_in_threadpool(self._bearer, digest)
        except Refusal as refusal:
            if refusal.status == 401:
                self._admission.mark_invalid(digest)
            raise
        self._admission.mark_valid(request, digest)

    def _bearer(self, digest: str) -> str:
        with self._store.reading() as connection:
            return bearer(connection, digest)[1]

    def _open_holds(self) -> int | None:
        query = select(func.count()).where(
            orders.c.status == constant(OPEN), orders.c.hold_till >= self._store.clock.now()
        )
        try:
            with self._store.reading() as connection:
                return int(connection.execute(query).scalar_one())
        except (Refusal, SQLAlchemyError):
            return None  # the other figures are needed most at such a moment


def _health(status: int, word: str) -> Response:
    content = msgspec.json.encode({"status": word})
    return Response(content, status, _NEVER_KEPT, "application/json")
