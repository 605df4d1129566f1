"""Kept children, with real ones: asked, ended at their deadline, replaced, and gone with us."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from boxoffice import respawn
from boxoffice.children.kept import CannotBeDone, ChildFailed, KeptChildren, TooLate
from tests import ROOT
from tests.children.processes import is_there
from tests.pictures import PNG
from tests.print_server import print_server
from tests.waiting import until, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
LONG = 60.0  # seconds: for what has to be done, however busy the machine is


@pytest.fixture
async def children() -> AsyncIterator[KeptChildren]:
    made = KeptChildren("picture")
    yield made
    made.end()
    await until(lambda: not made.pids)


async def works(children: KeptChildren) -> int:
    """Has a picture decoded, and returns the process that is kept after it."""
    answer = await children.ask({}, PNG, seconds=LONG)
    assert answer.head["sizes"] == [[1, 1, False]]
    assert len(answer.body) == 4
    [pid] = children.pids
    return pid


async def stopped(children: KeptChildren) -> int:
    """Has a child that does nothing any more, as one that hangs."""
    pid = await works(children)
    os.kill(pid, signal.SIGSTOP)
    return pid


async def test_a_child_is_kept_for_the_next_job(children: KeptChildren) -> None:
    first = await works(children)
    assert await works(children) == first
    with pytest.raises(CannotBeDone):
        await children.ask({}, b"no picture", seconds=LONG)
    assert await works(children) == first


async def test_it_is_started_ahead_once(children: KeptChildren) -> None:
    children.start_ahead()
    children.start_ahead()
    await until(lambda: children.pids)
    ahead = children.pids
    assert (await works(children),) == ahead


async def test_one_that_hangs_is_ended_at_its_deadline_and_replaced(children: KeptChildren) -> None:
    hung = await stopped(children)
    with pytest.raises(TooLate):
        await children.ask({}, PNG, seconds=0.2)
    await until(lambda: not is_there(hung))
    assert await works(children) != hung


async def test_a_large_job_that_is_never_read_is_too_late(children: KeptChildren) -> None:
    hung = await stopped(children)
    with pytest.raises(TooLate):
        await children.ask({}, bytes(8_000_000), seconds=0.2)
    await until(lambda: not is_there(hung))


async def test_a_job_that_is_given_up_ends_its_child(children: KeptChildren) -> None:
    hung = await stopped(children)
    job = asyncio.create_task(children.ask({}, PNG, seconds=LONG))
    await until(lambda: len(children.pids) == 1 and not job.done())
    await asyncio.sleep(0)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    await until(lambda: not is_there(hung))
    await works(children)


async def test_one_that_dies_at_work_is_told_and_replaced(children: KeptChildren) -> None:
    dead = await stopped(children)
    job = asyncio.create_task(children.ask({}, PNG, seconds=LONG))
    await asyncio.sleep(0)
    os.kill(dead, signal.SIGKILL)
    with pytest.raises(ChildFailed) as failed:
        await job
    assert not isinstance(failed.value, TooLate)
    await until(lambda: dead not in children.pids)
    await works(children)


async def test_one_that_died_between_jobs_is_not_asked(children: KeptChildren) -> None:
    dead = await works(children)
    os.kill(dead, signal.SIGKILL)
    await until(lambda: not is_there(dead))
    await children.ask({}, PNG, seconds=LONG)


async def test_two_jobs_at_once_and_one_child_is_kept(children: KeptChildren) -> None:
    hung = await stopped(children)
    slow = asyncio.create_task(children.ask({}, PNG, seconds=LONG))
    await asyncio.sleep(0)
    answer = await children.ask({}, PNG, seconds=LONG)  # it does not wait for the hung one
    assert answer.head["sizes"]
    os.kill(hung, signal.SIGCONT)
    await slow
    await until(lambda: len(children.pids) == 1)


async def test_no_job_is_done_once_it_has_ended(children: KeptChildren) -> None:
    pid = await works(children)
    children.end()
    await until(lambda: not is_there(pid))
    with pytest.raises(ChildFailed):
        await children.ask({}, PNG, seconds=LONG)
    await until(lambda: children.pids == ())
    children.start_ahead()
    assert children.pids == ()


async def test_what_finishes_is_not_ended_with_the_program() -> None:
    """Where the program goes while it prints, the paper still comes."""
    from boxoffice.printing.jobs import values_of
    from tests.printing.test_summary import line, summary

    children = KeptChildren("print", finishes=True)
    head = {"job": "print", "summary": values_of(summary([line(1)]))}
    with print_server() as server:
        job = asyncio.create_task(children.ask(head, seconds=LONG))
        await until(lambda: children.pids)
        [pid] = children.pids
        children.end()
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
        await until(lambda: server.documents, LONG)
        await until(lambda: not is_there(pid), LONG)


async def test_no_secret_is_in_the_environment_of_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BOXOFFICE_TOKEN", "PGPASSWORD"):
        monkeypatch.setenv(name, "a secret of ours")
    made = KeptChildren("picture")
    pid = await works(made)
    seen = await asyncio.to_thread(Path(f"/proc/{pid}/environ").read_bytes)
    made.end()
    await until(lambda: not made.pids)
    assert b"a secret of ours" not in seen
    assert b"QT_QPA_PLATFORM=offscreen" in seen


PARENT = """
import asyncio, os, signal, sys
from boxoffice.children.kept import KeptChildren
from tests.pictures import PNG

async def main():
    children = KeptChildren(sys.argv[1])
    if sys.argv[1] == "picture":
        await children.ask({}, PNG, seconds=60)
    else:
        from boxoffice.printing.jobs import values_of
        from tests.printing.test_summary import line, summary
        job = {"job": "print", "summary": values_of(summary([line(1)]))}
        asyncio.create_task(children.ask(job, seconds=float(sys.argv[2])))
        while not children.pids:
            await asyncio.sleep(0.01)
    print(*children.pids, flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


def parent(*words: str) -> tuple[subprocess.Popen[str], int]:
    """A program with a child, and the child."""
    started = subprocess.Popen(
        [sys.executable, "-c", PARENT, *words], stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    return started, int(started.stdout.readline())


def kill(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate()


def test_a_child_goes_when_the_program_is_killed() -> None:
    program, child = parent("picture")
    assert is_there(child)
    kill(program)
    wait_until(lambda: not is_there(child))


def test_a_child_that_hangs_goes_when_the_program_was_killed() -> None:
    """Nobody is there to end it, and it is inside a call that keeps the interpreter's lock."""
    with print_server(answers=False) as server:
        program, child = parent("print", "3")
        wait_until(server.connected.is_set)
        kill(program)
        assert is_there(child)
        wait_until(lambda: not is_there(child))


@pytest.mark.parametrize("is_frozen", [False, True])
def test_the_program_starts_itself(is_frozen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOXOFFICE_TOKEN", "secret")
    if is_frozen:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = respawn.command("child", "print")
    assert command[0] == sys.executable
    assert command[1:] == (
        ["child", "print"] if is_frozen else ["-m", "boxoffice", "child", "print"]
    )
    told = respawn.environment(QT_QPA_PLATFORM="offscreen")
    assert "BOXOFFICE_TOKEN" not in told
    assert told["QT_QPA_PLATFORM"] == "offscreen"
    assert respawn.environment(BOXOFFICE_TOKEN="its own")["BOXOFFICE_TOKEN"] == "its own"


def test_the_demo_service_is_found_in_a_frozen_program_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A stand-in for the frozen program: it runs the module, and says that it was asked."""
    program = tmp_path / "boxoffice"
    asked = tmp_path / "asked"
    program.write_text(f'#!/bin/sh\necho "$@" > {asked}\nexec {sys.executable} -m boxoffice "$@"\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    from boxoffice.service.process.child import ServiceProcess

    service = ServiceProcess(["--venue", "theatre"])
    try:
        assert asyncio.run(service.start()).startswith("http://127.0.0.1:")
    finally:
        service.stop()
    assert asked.read_text().startswith("serve --port 0")
