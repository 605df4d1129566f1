"""The service as a child process of the application: started, watched, restarted, ended."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import secrets
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from boxoffice.respawn import command, environment

_log = logging.getLogger(__name__)
_MOST_RESTARTS = 5


class NotStarted(Exception):
    """The service did not come up; the text is its last line on standard error."""


class ServiceProcess:
    """`boxoffice serve` on a free loopback port with a random token.

    A service that dies is restarted a few times, on the same data, port and token.

    Args:
        words: what to serve, as on the command line: `--venue`, `--plan`, `--busy`, `--language`.
        data: the data file; None for a temporary one, which is removed at the end.
    """

    def __init__(self, words: Sequence[str] = (), data: Path | None = None) -> None:
        self._words = tuple(words)
        self._folder = tempfile.TemporaryDirectory(prefix="boxoffice-") if data is None else None
        self._data = data or Path(self._folder.name if self._folder else "") / "demo.sqlite"
        self._process: subprocess.Popen[str] | None = None
        self._port = 0
        self._ending = threading.Event()
        self._watch: threading.Thread | None = None
        self.token = secrets.token_urlsafe(24)
        self.address = ""

    @property
    def pid(self) -> int:
        """The process id of the child that runs now; 0 before the first."""
        return self._process.pid if self._process else 0

    async def start(self) -> str:
        """Starts the service and returns its address once it answers.

        Raises:
            NotStarted: it ended before it was ready.
        """
        await asyncio.to_thread(self._launch)
        self._watch = threading.Thread(target=self._restart_when_dead, daemon=True)
        self._watch.start()
        return self.address

    def stop(self, seconds: float = 5.0) -> None:
        """Ends the service, by force after so many seconds, and removes temporary data."""
        self._ending.set()
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._watch is not None:
            self._watch.join(seconds)
        if self._folder is not None:
            self._folder.cleanup()

    def _launch(self) -> None:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as last_words:
            process = subprocess.Popen(  # noqa: S603 - our own program with our own words
                command(
                    "serve", "--port", str(self._port), "--data", str(self._data), *self._words
                ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=last_words,
                text=True,
                encoding="utf-8",
                env=environment(BOXOFFICE_TOKEN=self.token),
            )
            self._process = process
            with process.stdout or contextlib.nullcontext(()) as lines:
                line = next(iter(lines), "")
            if not line:
                process.wait()
                last_words.seek(0)
                raise NotStarted(_last_line(last_words.read()) or f"exit {process.returncode}")
        self.address = str(json.loads(line)["url"])
        self._port = int(self.address.rsplit(":", 1)[1].split("/")[0])

    def _restart_when_dead(self) -> None:
        for _ in range(_MOST_RESTARTS):
            if self._process is not None:
                self._process.wait()
            if self._ending.wait(0.2):
                return
            _log.warning("the service ended by itself; starting it again")
            try:
                self._launch()
            except NotStarted as error:
                _log.error("the service could not be started again: %s", error)
                return
            if self._ending.is_set() and self._process is not None:
                self._process.terminate()


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
