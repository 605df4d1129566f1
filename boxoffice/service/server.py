"""Runs the service: data, token, port, until it is told to end or its parent has ended."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import ipaddress
import os
import random
import secrets
import signal
import socket
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from boxoffice.domain.venue import Venue
from boxoffice.service.errors import ServiceError
from boxoffice.service.http import application, digest_of
from boxoffice.service.paths import ROOT
from boxoffice.service.schema import credentials
from boxoffice.service.seeding import seed
from boxoffice.service.store import CannotOpen, Store
from boxoffice.service.sweeping import sweep

__all__ = ["PortInUse", "ServeConfig", "ServiceError", "serve"]

_PARENT_LOOK = 0.5  # seconds between looks whether the parent lives
_DEFAULT = "default"  # the name of the credential that the service makes itself
_SEED = 20_260_101
_HOLD_VARIABLE = "BOXOFFICE_HOLD_SECONDS"


class PortInUse(ServiceError):
    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"cannot listen on {host} port {port}: {reason}")


@dataclass(frozen=True, slots=True)
class ServeConfig:
    """What to serve.

    Attributes:
        port: 0 takes a free one.
        data: the data file; None keeps nothing beyond the end.
        database: the address of a PostgreSQL database, in place of a file.
        venues: put into the data where these do not know them yet.
        token: the credential; None takes the one kept beside the data, else makes one.
        hold_seconds: how long a hold lasts; None for ten minutes, or what the environment says.
    """

    host: str = "127.0.0.1"
    port: int = 0
    data: Path | None = None
    database: str | None = None
    venues: tuple[Venue, ...] = ()
    token: str | None = None
    hold_seconds: float | None = None


def hold_seconds_of(config: ServeConfig) -> float:
    """The hold's length in seconds.

    Raises:
        ServiceError: the environment says something that is none.
    """
    if config.hold_seconds is not None:
        return config.hold_seconds
    text = os.environ.get(_HOLD_VARIABLE, "600")
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86_400:
        raise ServiceError(f"{_HOLD_VARIABLE} is no number of seconds: {text[:40]!r}")
    return seconds


async def serve(
    config: ServeConfig,
    on_ready: Callable[[str, str], None],
    companions: Callable[[str, str], Sequence[Coroutine[Any, Any, None]]],
) -> None:
    """Serves until SIGTERM, SIGINT, or the parent's end; then ends cleanly.

    Args:
        on_ready: told the address (with `/connect`) and the token once requests are answered.
        companions: what runs beside the service, given the same two.

    Raises:
        ServiceError: it cannot start; one line that says why.
    """
    with contextlib.closing(_listen(config.host, config.port)) as listening:
        hold_seconds = hold_seconds_of(config)
        store = await asyncio.to_thread(_open_store, config)
        try:
            await _serve_store(config, store, hold_seconds, listening, on_ready, companions)
        finally:
            await asyncio.to_thread(store.close)


async def _serve_store(
    config: ServeConfig,
    store: Store,
    hold_seconds: float,
    listening: socket.socket,
    on_ready: Callable[[str, str], None],
    companions: Callable[[str, str], Sequence[Coroutine[Any, Any, None]]],
) -> None:
    token = await asyncio.to_thread(_token, config, store)
    server = _Server(application(store, hold_seconds))
    address = f"http://{_host_in_url(config.host)}:{listening.getsockname()[1]}{ROOT}"

    def beside(address: str, token: str) -> Sequence[Coroutine[Any, Any, None]]:
        return (*companions(address, token), sweep(store, hold_seconds))

    await _run(server, listening, address, token, on_ready, beside)


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling, which would end the whole process."""

    def __init__(self, app: Any) -> None:
        super().__init__(
            uvicorn.Config(
                app, lifespan="off", access_log=False, log_config=None, ws="none",
                timeout_graceful_shutdown=3, server_header=False, timeout_keep_alive=30,
            )
        )  # fmt: skip

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
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not serving.done():  # noqa: ASYNC110 - it has no event to wait for
        await asyncio.sleep(0.005)
    if serving.done():
        await serving
        return
    _end_on_signals(server)
    on_ready(address, token)
    beside = [asyncio.create_task(work) for work in companions(address, token)]
    beside.append(asyncio.create_task(_end_with_parent(server)))
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


async def _end_with_parent(server: uvicorn.Server) -> None:
    """Ends the service when whoever started it is gone, and with it whoever would end us."""
    parent = os.getppid()
    while parent > 1:
        await asyncio.sleep(_PARENT_LOOK)
        if os.getppid() != parent:
            server.should_exit = True
            return


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket.

    Raises:
        PortInUse: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named, or asyncio does not turn Nagle's delay of 40 ms an answer off.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise PortInUse(host, port, error.strerror or str(error)) from error
    listening.setblocking(False)
    return listening


def _host_in_url(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:  # listens everywhere: this machine reaches it by loopback
        return "127.0.0.1" if address.version == 4 else "[::1]"
    return f"[{address}]" if address.version == 6 else str(address)


def _open_store(config: ServeConfig) -> Store:
    store = Store(config.database or config.data)
    try:
        known = store.venue_keys()
        for venue in config.venues:
            if venue.key not in known:
                seed(store, venue, datetime.datetime.now(datetime.UTC).date(), random.Random(_SEED))  # noqa: S311 - a demo's sales
    except BaseException:
        store.close()
        raise
    return store


def _token(config: ServeConfig, store: Store) -> str:
    """The one valid token. The data keep its digest; a file beside them the token, if we made it.

    Raises:
        CannotOpen: the token's file cannot be read or written.
    """
    token = config.token or _kept_token(config.data) or secrets.token_urlsafe(24)
    if config.data is not None and not config.token:
        _keep_token(config.data, token)
    with store.writing() as connection:
        digest = digest_of(token)
        named = credentials.update().where(credentials.c.name == _DEFAULT)
        if connection.execute(named.values(digest=digest)).rowcount == 0:
            connection.execute(credentials.insert().values(digest=digest, name=_DEFAULT))
    return token


def _token_file(data: Path) -> Path:
    return data.with_name(data.name + ".token")


def _kept_token(data: Path | None) -> str:
    if data is None or not _token_file(data).exists():
        return ""
    try:
        return _token_file(data).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotOpen(_token_file(data), str(error)) from error


def _keep_token(data: Path, token: str) -> None:
    path = _token_file(data)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(token + "\n")
    except OSError as error:
        raise CannotOpen(path, error.strerror or str(error)) from error
