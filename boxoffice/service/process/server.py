"""Runs the service: data, token, port, until it is told to end or its parent has ended."""

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
from boxoffice.service.process.opening import open_to_serve
from boxoffice.service.process.sweeping import Sweeping
from boxoffice.service.process.web import assembled, uvicorn_config

__all__ = ["PortInUse", "ServeConfig", "ServiceError", "serve"]

_PARENT_LOOK = 0.5  # seconds between looks whether the parent lives


async def serve(
    config: ServeConfig,
    on_ready: Callable[[str, str], None],
    companions: Callable[[str, str], Sequence[Coroutine[Any, Any, None]]],
) -> None:
    """Serves until SIGTERM, SIGINT, or the parent's end; then ends cleanly.

    Args:
        on_ready: told the address (with `/connect`) and the token once requests are answered; the
            token is empty where a database has one that nobody knows but its owner.
        companions: what runs beside the service, given the same two.

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
    app = Sweeping(assembled(store, hold_seconds, config), store, hold_seconds)
    server = _Server(uvicorn_config(app, config))
    address = address_of(config, listening)
    await _run(server, listening, address, token, on_ready, companions)


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling, which would end the whole process."""

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
    parent = os.getppid()  # whoever is told that it is ready may end at once
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - it has no event to wait for
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
        # Only the main thread of a POSIX process can watch signals; elsewhere others end us.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, end)


async def _end_with_parent(server: uvicorn.Server, parent: int) -> None:
    """Ends the service when whoever started it is gone, and with it whoever would end us."""
    while parent > 1:
        await asyncio.sleep(_PARENT_LOOK)
        if os.getppid() != parent:
            server.should_exit = True
            return
