"""The application as uvicorn serves it: put together, with TLS and limits for its connections."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from boxoffice.service.api import access_log
from boxoffice.service.api.admission import Admission
from boxoffice.service.api.application import application
from boxoffice.service.api.metrics import Metrics
from boxoffice.service.api.probes import Probes
from boxoffice.service.api.request_record import RecordingMiddleware
from boxoffice.service.data.store import Store
from boxoffice.service.process.config import ServeConfig
from boxoffice.service.sale.caller import HoldTerms


def service_app(
    store: Store, hold_seconds: float, config: ServeConfig, shared: Path | None = None
) -> ASGIApp:
    """The whole ASGI application over a store, with its probes and observers.

    Args:
        shared: the folder where workers keep their figures; None for a single process.
    """
    admission, metrics = Admission(config.rate), Metrics(shared)
    probes = Probes(store, admission, metrics)
    observers = [metrics.observe]
    if config.access_log:
        access_log.set_up()
        observers.append(access_log.write)
    return RecordingMiddleware(
        application(store, HoldTerms(hold_seconds, config.most_orders), admission, probes.routes()),
        observers,
    )


GRACE = 10  # seconds that requests under way have to finish in when the service is told to end
_MOST_CONNECTIONS = 800  # of one process; well below the 1,024 files it may usually have open
_MOST_HEAD_BYTES = 16_384
_GOODBYE = 2.0  # seconds


class BoundedConnection(HttpToolsProtocol):
    """A connection that limits the size of a request's head, and the time of a TLS goodbye.

    A client that keeps a connection and does not read from it does not answer TLS's close_notify.
    asyncio would wait half a minute for it, and with it the end of the service.
    """

    _is_in_head = True
    _head_bytes = 0  # of a head that is not complete yet

    def data_received(self, data: bytes) -> None:
        self._head_bytes += len(data)
        super().data_received(data)
        if not self._is_in_head:
            self._head_bytes = 0
        elif self._head_bytes > _MOST_HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response("The head of the request is too large.")

    def on_headers_complete(self) -> None:
        self._is_in_head = False
        length = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if length > _MOST_HEAD_BYTES:
            raise ValueError("the head of the request is too large")  # the parser answers it
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._is_in_head = True
        self._head_bytes = 0
        super().on_message_complete()

    def shutdown(self) -> None:
        super().shutdown()
        self._limit_goodbye()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._limit_goodbye()

    def _limit_goodbye(self) -> None:
        if self.scheme == "https" and self.transport.is_closing():
            self.loop.call_later(_GOODBYE, self.transport.abort)


def uvicorn_config(app: Callable[..., Any], config: ServeConfig, **more: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=BoundedConnection,
        lifespan="on",
        access_log=False,
        log_config=None,
        ws="none",
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=_MOST_CONNECTIONS,
        # A proxy on this machine may say who the client is, and no other may.
        proxy_headers=True,
        forwarded_allow_ips=["127.0.0.1", "::1"],
        ssl_context_factory=_TlsContextFactory(config) if config.certificate else None,
        **more,
    )


class _TlsContextFactory:
    """Makes the TLS context in the process that serves; it can be pickled for that process."""

    def __init__(self, config: ServeConfig) -> None:
        self._certificate = config.certificate

    def __call__(self, *_: object) -> ssl.SSLContext:
        if self._certificate is None:
            raise ValueError("there is no certificate")
        return self._certificate.context()
