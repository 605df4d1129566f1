"""Several processes serve one database: one dies, all end, and who starts them goes."""

from __future__ import annotations

import json
import os
import platform
import shutil
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests import ROOT, postgresql
from tests.cli.test_command_line import boxoffice, clean_environment, serving, wait_until_free
from tests.service.api.test_probes import figures
from tests.service.client import Api
from tests.service_fixture import Running
from tests.waiting import PATIENCE, wait_until

pytestmark = [
    pytest.mark.skipif(bool(postgresql.why_not()), reason=postgresql.why_not()),
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]
CERTIFICATES = ROOT / "tests" / "faults" / "certificates"
Started = tuple["subprocess.Popen[str]", Running]
# The program, to which a worker that says nothing is alive for longer than any test waits.
_PATIENT = f"""
import sys
from boxoffice.cli.main import main
from boxoffice.service.process import workers
if __name__ == "__main__":
    workers._SILENCE = {round(10 * PATIENCE)}
    sys.exit(main())
"""


@pytest.fixture(scope="module")
def words() -> tuple[str, ...]:
    address = postgresql.shared_server().new_database()
    return ("--database", address, "--venue", "theatre", "--workers", "2", "--port", "0")


@pytest.fixture
def started(words: tuple[str, ...]) -> Iterator[Started]:
    with serving(*words, program=("-c", _PATIENT), BOXOFFICE_TOKEN="shared") as made:
        process, url, token = made
        yield process, Running(url, token)
        # Whatever the test left: the workers of a killed parent end by themselves.
        left = workers_of(process.pid)
        process.kill()
        wait_until(lambda: not any(map(is_alive, left)))


def workers_of(parent: int) -> set[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    children = listed.read_text().split() if listed.exists() else []
    return {int(child) for child in children if "spawn_main" in _command(int(child))}


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode()
    except OSError:
        return ""


def is_alive(pid: int) -> bool:
    return "spawn_main" in _command(pid)


def wait_for_another(parent: int, known: set[int]) -> None:
    wait_until(lambda: bool(workers_of(parent) - known))


def waits_for_an_answer(pid: int) -> bool:
    """Whether a process's first thread waits for what another one writes."""
    polls = {"x86_64": ("7", "271"), "aarch64": ("73",)}.get(platform.machine())
    if polls is None:
        pytest.skip("does not know this machine's system calls")
    return Path(f"/proc/{pid}/syscall").read_text().split()[0] in polls


def answers(running: Running) -> bool:
    try:
        with Api(running) as api:
            return api.get("/countries").status == 200
    except httpx.TransportError:
        return False


def test_a_killed_worker_is_replaced_while_the_other_serves(started: Started) -> None:
    process, running = started
    wait_until(lambda: len(workers_of(process.pid)) == 2)
    wait_until(lambda: answers(running))
    for is_asked in (False, True, False, True):
        before = workers_of(process.pid)
        if is_asked:  # it dies while it is asked whether it lives
            os.kill(min(before), signal.SIGSTOP)
            wait_until(lambda: waits_for_an_answer(process.pid))
        os.kill(min(before), signal.SIGKILL)
        wait_for_another(process.pid, before)  # long before its silence would tell
        assert min(before) not in workers_of(process.pid)
        wait_until(lambda: answers(running))
    process.send_signal(signal.SIGTERM)
    out, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert out == ""  # its line was said, once
    assert "a new one begins" in said
    assert "Traceback" not in said


def test_the_figures_are_those_of_all_workers(started: Started) -> None:
    process, running = started
    wait_until(lambda: len(workers_of(process.pid)) == 2)
    for _ in range(20):  # each over a connection of its own
        assert answers(running)
    told = httpx.get(running.address.removesuffix("/connect") + "/metrics").text
    assert figures(told)["boxoffice_requests_total", "GetCountries GET", "200"] == 20
    assert "boxoffice_open_holds" in told


def test_two_workers_sell_no_seat_twice_and_know_each_others_orders(started: Started) -> None:
    _, running = started
    callers = [Api(running) for _ in range(6)]
    orders = [caller.best(2).result for caller in callers]
    seats = [seat["seat_id"] for order in orders for seat in order["seats"]]
    assert len(seats) == len(set(seats)) == 12
    for caller, order in zip(reversed(callers), orders, strict=True):
        assert caller.delete(f"/orders/{order['id']}").status == 200
        caller.__exit__()


def test_a_renewed_certificate_is_taken_without_a_break(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    shown = tmp_path / "venue.pem"
    shutil.copy(CERTIFICATES / "good.pem", shown)
    tls = ("--tls-cert", str(shown), "--tls-key", str(shown))
    with serving(*words, *tls, BOXOFFICE_TOKEN="shared") as (process, url, token):
        port = Running(url, token).port
        before = ssl.get_server_certificate(("127.0.0.1", port))
        shutil.copy(CERTIFICATES / "elsewhere.pem", shown)
        process.send_signal(signal.SIGHUP)
        wait_until(lambda: ssl.get_server_certificate(("127.0.0.1", port)) != before)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0


def test_workers_end_when_their_parent_is_killed(started: Started) -> None:
    process, running = started
    wait_until(lambda: answers(running))
    workers = workers_of(process.pid)
    assert workers
    process.kill()
    process.wait()
    wait_until(lambda: not any(map(is_alive, workers)))


def test_all_end_when_who_started_them_dies(words: tuple[str, ...]) -> None:
    code = (
        "import subprocess, sys, os\n"
        f"p = subprocess.Popen([sys.executable, '-m', 'boxoffice', 'serve', *{words!r}],"
        " stdout=subprocess.PIPE, text=True)\n"
        "print(p.pid, p.stdout.readline(), flush=True)\n"
        "os._exit(0)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean_environment(BOXOFFICE_TOKEN="shared"),
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    pid, line = told.stdout.split(" ", 1)
    wait_until_free(Running(json.loads(line)["url"], "").port, int(pid))


def test_a_file_has_one_process_only(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    for words in (("--data", str(data)), ()):
        told = boxoffice("serve", "--port", "0", "--workers", "2", *words)
        assert told.returncode == 3
        assert told.stderr == (
            "boxoffice: SQLite serves one process; use --database postgresql://...\n"
        )
    assert not data.exists()
    assert boxoffice("serve", "--workers", "2", "--busy", "3").returncode == 2
    assert boxoffice("serve", "--workers", "0").returncode == 2
