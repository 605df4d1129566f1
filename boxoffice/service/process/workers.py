"""Several processes that serve one database side by side, behind one port.

The parent opens the data, migrates them and listens. The workers share the listening socket and the
database, and nothing else. uvicorn's supervisor replaces a worker that has died, and on SIGHUP
replaces all of them one by one, so that they read a renewed certificate.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from boxoffice import logs
from boxoffice.service.data.store import Store, may_be_shared
from boxoffice.service.errors import ServiceError
from boxoffice.service.process.config import ServeConfig, hold_seconds_of
from boxoffice.service.process.listening import address_of, listen_as
from boxoffice.service.process.startup import open_to_serve
from boxoffice.service.process.sweeper import Sweeper
from boxoffice.service.process.uvicorn_setup import service_app, uvicorn_config

_log = logging.getLogger(__name__)
_FIGURES = "PROMETHEUS_MULTIPROC_DIR"  # prometheus_client looks here when it is imported
_LOOK = 0.5  # seconds between checks that the parent lives
_START = 60.0  # seconds for a worker to come up
_SILENCE = 30  # seconds after which a worker that does not answer is taken for dead


def serve_with_workers(
    config: ServeConfig, count: int, on_ready: Callable[[str, str], None]
) -> None:
    """Serves with so many workers until SIGTERM, SIGINT or the parent's end; in the main thread.

    Args:
        on_ready: is called with the address and the token once the first worker answers.

    Raises:
        ServiceError: it cannot start; one line that says why.
    """
    if not may_be_shared(config.database or config.data):
        raise ServiceError("SQLite serves one process; use --database postgresql://...")
    with (
        contextlib.closing(listen_as(config)) as listening,
        tempfile.TemporaryDirectory(prefix="boxoffice-figures-") as figures,
    ):
        hold_seconds = hold_seconds_of(config)
        store, token = open_to_serve(config)
        store.close()
        os.environ[_FIGURES] = figures
        worker = Worker(config, hold_seconds, Path(figures))
        address = address_of(config, listening)
        supervisor = Supervisor(
            uvicorn_config(
                worker, config, factory=True, workers=count, timeout_worker_healthcheck=_SILENCE
            ),
            listening,
            lambda: on_ready(address, token),
        )
        supervisor.run()
        if supervisor.has_failed:
            raise ServiceError("the workers did not come up")


class Supervisor(Multiprocess):
    """Keeps the workers alive.

    Attributes:
        has_failed: whether the first worker did not come up.
    """

    def __init__(
        self, config: uvicorn.Config, listening: socket.socket, on_ready: Callable[[], None]
    ) -> None:
        super().__init__(config, [listening])
        self.has_failed = False
        self._on_ready = on_ready

    def init_processes(self) -> None:
        super().init_processes()
        self._close_worker_ends()
        watch_parent(os.getppid(), self.should_exit.set)
        if self.processes[0].wait_until_ready(_START, self.should_exit):
            self._on_ready()
        else:
            self.has_failed = not self.should_exit.is_set()
            self.should_exit.set()

    def keep_subprocess_alive(self) -> None:
        before = list(self.processes)
        super().keep_subprocess_alive()
        self._close_worker_ends()
        for old, new in zip(before, self.processes, strict=True):
            if old is not new:
                _log.warning(
                    "worker %s ended by itself (%s); a new one begins", old.pid, old.exitcode
                )

    def _close_worker_ends(self) -> None:
        """Closes the workers' ends of the pipes in this process: else the supervisor would wait for
        a worker that dies while it is asked whether it lives."""
        for process in self.processes:
            process.child_conn.close()

    def terminate_all(self) -> None:
        # Else the system would go on accepting connections that nobody serves.
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


class Worker:
    """Makes the application in a worker's process, to which it is pickled."""

    def __init__(self, config: ServeConfig, hold_seconds: float, figures: Path) -> None:
        self._config = config
        self._hold_seconds = hold_seconds
        self._figures = figures
        self._log_level = logs.level()
        self._supervisor = os.getpid()

    def __call__(self) -> ASGIApp:
        logs.set_up(self._log_level)
        watch_parent(self._supervisor, lambda: os.kill(os.getpid(), signal.SIGTERM))
        try:
            store = Store(self._config.database)
        except ServiceError as error:
            _log.error("%s", error)
            sys.exit(1)  # the supervisor tries again
        app = service_app(store, self._hold_seconds, self._config, self._figures)
        return Sweeper(app, store, self._hold_seconds)


def watch_parent(parent: int, on_gone: Callable[[], None]) -> None:
    """Calls `on_gone` in another thread once this process has another parent than `parent`."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        on_gone()

    if parent > 1:  # the system's first process outlives this one
        threading.Thread(target=watch, daemon=True).start()
