"""Runs the service in this process until it is told to end, or its parent has ended."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import uvicorn

from boxoffice.service.data.store import Store
from boxoffice.service.errors import ServiceError
from boxoffice.service.process.config import ServeConfig, hold_seconds_of
from boxoffice.service.process.listening import PortInUse, address_of, listen_as
from boxoffice.service.process.startup import open_to_serve
from boxoffice.service.process.sweeper import Sweeper
from boxoffice.service.process.uvicorn_setup import service_app, uvicorn_config

__all__ = ["PortInUse", "ServeConfig", "ServiceError", "serve"]

_PARENT_LOOK = 0.5  # seconds between checks that the parent lives


async def serve(
    config: ServeConfig,
    on_ready: Callable[[str, str], None],
    companions: Callable[[str, str], Sequence[Coroutine[Any, Any, None]]],
) -> None:
    """Serves until SIGTERM, SIGINT, or the parent's end; then ends cleanly.

    Args:
        on_ready: is called with the address (with `/connect`) and the token once requests are
            answered; the token is empty where a database has one that is not known here.
        companions: makes what runs beside the service, from the same two.

    Raises:
        ServiceError: it cannot start; one line that says why.
    """
    with contextlib.closing(listen_as(config)) as listening:
        hold_seconds = hold_seconds_of(config)
        store, token = await asyncio.to_thread(open_to_serve, config)
        try:
            await _serve_store(config, store, token, hold_seconds, listening, on_ready, companions)
        finally:
            store.close()


async def _serve_store(
    config: ServeConfig,
    store: Store,
    token: str,
    hold_seconds: float,
    listening: socket.socket,
    on_ready: Callable[[str, str], None],
    companions: Callable[[str, str], Sequence[Coroutine[Any, Any, None]]],
) -> None:
    app = Sweeper(service_app(store, hold_seconds, config), store, hold_seconds)
    server = _Server(uvicorn_config(app, config))
    address = address_of(config, listening)
    await _run(server, listening, address, token, on_ready, companions)


class _Server(uvicorn.Server):
    """uvicorn without its signal handling, which would end the whole process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Any:
        yield


async def _run(
    server: _Server,
    listening: socket.socket,
    address: str,
    token: str,
    on_ready: Callable[[str, str], None],
    companions: Callable[[str, str], Sequence[Coroutine[Any, Any, None]]],
) -> None:
    parent = os.getppid()  # read first: it may end as soon as it learns that we are ready
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event to wait for
        await asyncio.sleep(0.005)
    if serving.done():
        await serving
        return
    _end_on_signals(server)
    on_ready(address, token)
    beside = [asyncio.create_task(work) for work in companions(address, token)]
    beside.append(asyncio.create_task(_end_with_parent(server, parent)))
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


def _end_on_signals(server: uvicorn.Server) -> None:
    loop = asyncio.get_running_loop()

    def end() -> None:
        server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        # Only the main thread of a POSIX process can watch signals.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, end)


async def _end_with_parent(server: uvicorn.Server, parent: int) -> None:
    """Ends the service when its parent is gone, which would otherwise have ended it."""
    while parent > 1:
        await asyncio.sleep(_PARENT_LOOK)
        if os.getppid() != parent:
            server.should_exit = True
            return
