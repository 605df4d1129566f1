"""A real PostgreSQL server for the tests, from the system's packages: on a free port of this
machine, with data of its own that go with it.

The service under test has the role that the README describes, which may do no more than it needs.
"""

from __future__ import annotations

import atexit
import contextlib
import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from boxoffice.service.data.store import Store
from tests import ROOT
from tests.waiting import PATIENCE, wait_until

_GRANTS = ROOT / "packaging" / "postgresql.sql"
_OWNER, _SERVICE = "boxoffice", "boxoffice_service"
_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@cache
def _programs() -> Path | None:
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("pg_ctl"):
        places.append(Path(found).resolve().parent)
    return next((place for place in places if (place / "initdb").exists()), None)


def why_not() -> str:
    """Why no server can be started here, empty where one can."""
    return "" if _programs() else "no PostgreSQL server is installed (apt-get install postgresql)"


@cache
def shared_server() -> Server:
    """The one server of a test run, started when it is first asked for."""
    server = Server()
    atexit.register(server.stop)
    return server


class Server:
    """A running server, until `stop`.

    Args:
        is_durable: whether what was committed outlives the machine, as on a real one; the tests,
            whose data outlive nothing, go faster without.
    """

    def __init__(self, *, is_durable: bool = False) -> None:
        programs = _programs()
        if programs is None:
            raise RuntimeError(why_not())
        self._programs = programs
        self._names = itertools.count()
        self._folder = Path(tempfile.mkdtemp(prefix="boxoffice-postgresql-"))
        # The server refuses to run as root.
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            self._as = {"user": "postgres", "group": "postgres", "extra_groups": []}
            shutil.chown(self._folder, "postgres", "postgres")
        self._data = self._folder / "data"
        make = f"{programs / 'initdb'} -D {self._data} -A trust -U {_OWNER} -E UTF8 --locale=C"
        subprocess.run(
            [*make.split(), "--no-sync"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self._folder,
            **self._as,
        )
        self._settings = {
            "listen_addresses": "127.0.0.1",
            "max_connections": "200",
            "unix_socket_directories": "",
            **({} if is_durable else _FAST),
        }
        self._start_on_a_free_port()
        self._execute("postgres", f"CREATE ROLE {_SERVICE} LOGIN")

    @property
    def pid(self) -> int:
        """The first of its processes."""
        return self._process.pid

    def start(self) -> None:
        """Starts it, at first and after `stop_serving`; returns when it answers."""
        given = {**self._settings, "port": str(self.port)}
        words = [word for pair in given.items() for word in ("-c", "=".join(pair))]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, *words],
                stdout=log,
                stderr=log,
                cwd=self._folder,
                **self._as,
            )
        wait_until(lambda: self._process.poll() is not None or self._is_ready())
        if (code := self._process.poll()) is not None:
            raise RuntimeError(f"PostgreSQL did not start ({code})")

    def _start_on_a_free_port(self) -> None:
        """Another process may take the port before the server has it: then on another one."""
        for _ in range(3):
            self.port = _free_port()
            with contextlib.suppress(RuntimeError):
                self.start()
                return
        raise RuntimeError("PostgreSQL does not start: " + (self._folder / "log").read_text())

    def _is_ready(self) -> bool:
        ask = f"{self._programs / 'pg_isready'} -q -h 127.0.0.1 -p {self.port}".split()
        return subprocess.run(ask, check=False).returncode == 0

    def stop_serving(self) -> None:
        """Ends it at once, with every connection; `start` brings it back with its data."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(PATIENCE)

    def stop(self) -> None:
        self.stop_serving()
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self, name: str = "") -> str:
        """Makes a database with the newest tables, and returns the service's address of it."""
        name = name or f"house_{next(self._names)}"
        self._execute("postgres", f"CREATE DATABASE {name}")
        Store(self.address(name, _OWNER)).close()
        self._execute(name, _GRANTS.read_text(encoding="utf-8"))
        return self.address(name)

    def copy_of(self, address: str) -> str:
        """Makes a database like another one, which nobody uses at this moment."""
        name = f"house_{next(self._names)}"
        like = address.rsplit("/", 1)[1]
        self._execute("postgres", f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy")
        return self.address(name)

    def drop(self, address: str) -> None:
        """A database goes, and with it every connection to it."""
        self._execute("postgres", f"DROP DATABASE {address.rsplit('/', 1)[1]} WITH (FORCE)")

    def address(self, name: str, role: str = _SERVICE) -> str:
        return f"postgresql://{role}@127.0.0.1:{self.port}/{name}"

    def owners(self, address: str) -> str:
        """The owner's address of a database."""
        return address.replace(f"//{_SERVICE}@", f"//{_OWNER}@")

    def _execute(self, database: str, statements: str) -> None:
        address = self.address(database, _OWNER).replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in filter(str.strip, statements.split(";")):
                connection.execute(text(statement))
        engine.dispose()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
