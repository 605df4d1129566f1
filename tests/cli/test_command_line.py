"""The command line as its user meets it: a process, its exit code, and what it says."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from boxoffice import __version__
from tests import ROOT
from tests.waiting import PATIENCE, wait_until

HALL = json.dumps(
    {
        "name": "Town hall",
        "categories": [{"name": "Hall", "color": "#FFAA00"}],
        "zones": [
            {
                "name": "Hall",
                "position": {"x": 0, "y": 0},
                "rows": [
                    {
                        "row_number": "A",
                        "position": {"x": 0, "y": 0},
                        "seats": [
                            {
                                "seat_guid": str(number),
                                "seat_number": str(number),
                                "category": "Hall",
                                "position": {"x": 25 * number, "y": 0},
                            }
                            for number in range(1, 5)
                        ],
                    }
                ],
            }
        ],
        "size": {"width": 400, "height": 300},
    }
)


def boxoffice(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "boxoffice", *words],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def clean_environment(**more: str) -> dict[str, str]:
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "BOXOFFICE_TOKEN"}
    return {k: v for k, v in os.environ.items() if k not in left_out} | more


@contextmanager
def serving(
    *words: str, program: Sequence[str] = ("-m", "boxoffice"), **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    process = subprocess.Popen(
        [sys.executable, *program, "serve", *words],
        cwd=ROOT,
        env=clean_environment(**environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        line = process.stdout.readline()
        assert line, process.stderr.read()
        ready = json.loads(line)
        assert set(ready) == {"url", "token"}
        yield process, ready["url"], ready["token"]
    finally:
        process.kill()
        process.communicate()


def events(url: str, token: str) -> list[dict[str, object]]:
    request = urllib.request.Request(
        f"{url}/v1/events", headers={"Authorization": f'AUTHTOKEN auth_token="{token}"'}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        found: list[dict[str, object]] = json.load(answer)["EventCnctResult"]["events"]
    return found


def test_version_and_help() -> None:
    assert boxoffice("--version").stdout.strip() == f"boxoffice {__version__}"
    for command in ([], ["demo"], ["serve"], ["token"], ["token", "add"], ["tour"]):
        told = boxoffice(*command, "--help")
        assert told.returncode == 0
        assert told.stdout.startswith("usage: boxoffice")


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["--token", "secret"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "-1"],
        ["serve", "--port", "abc"],
        ["serve", "--venue", "circus"],
        ["serve", "--venue", "theatre", "--plan", "x.json"],
        ["serve", "--busy", "-3"],
        ["serve", "--database", "mysql://host/name"],
        ["serve", "--database", "postgresql://host/name", "--data", "x.sqlite"],
        ["tour"],
        ["tour", "--out", "x", "--seats", "0"],
        ["tour", "--out", "x", "--size", "big"],
        ["--log-level", "loud"],
        ["--language", "nl"],
    ],
)
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    told = boxoffice(*words)
    assert told.returncode == 2
    assert "usage:" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", [[], ["demo"]])
def test_without_a_display_it_says_so(command: list[str]) -> None:
    told = boxoffice(*command)
    assert told.returncode == 3
    assert told.stderr == (
        "boxoffice: there is no display here; 'boxoffice tour --out DIR' works without one\n"
    )


def test_serve_answers_with_the_token_it_names_and_ends_on_sigterm() -> None:
    somebody_elses = {"PROMETHEUS_MULTIPROC_DIR": "/nowhere"}
    with serving("--port", "0", **somebody_elses) as (process, url, token):
        assert url.endswith("/connect")
        assert events(url, token)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0


def test_serve_names_what_it_invents_in_the_language_asked_for(tmp_path: Path) -> None:
    with serving("--port", "0", "--language", "de") as (_, url, token):
        assert "Der Kirschgarten" in {event["name"] for event in events(url, token)}
    with serving("--port", "0") as (_, url, token):
        assert "The Cherry Orchard" in {event["name"] for event in events(url, token)}
    plan = tmp_path / "hall.json"
    plan.write_text(HALL, encoding="utf-8")
    with serving("--port", "0", "--plan", str(plan), "--language", "de") as (_, url, token):
        assert {event["name"] for event in events(url, token)} == {
            "Premiere",
            "Familienmatinee",
            "Saisongala",
        }


def test_serve_ends_when_its_parent_dies(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, os\n"
        "p = subprocess.Popen([sys.executable, '-m', 'boxoffice', 'serve', '--port', '0'],"
        " stdout=subprocess.PIPE, text=True)\n"
        "print(p.pid, p.stdout.readline(), flush=True)\n"
        "os._exit(0)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    pid, line = told.stdout.split(" ", 1)
    port = int(json.loads(line)["url"].rsplit(":", 1)[1].split("/")[0])
    wait_until_free(port, int(pid))


def wait_until_free(port: int, pid: int) -> None:
    """Waits until nobody answers on the port any more; ends the process where it stays."""
    try:
        wait_until(lambda: is_refused(port))
    except AssertionError:
        os.kill(pid, signal.SIGKILL)
        pytest.fail("the service outlived its parent")


def is_refused(port: int) -> bool:
    """Whether nobody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_data_and_token_survive_a_restart(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    with serving("--port", "0", "--data", str(data)) as (_, url, token):
        before = events(url, token)
    with serving("--port", "0", "--data", str(data)) as (_, url, second):
        assert second == token
        assert [e["id"] for e in events(url, token)] == [e["id"] for e in before]
    assert token.encode() not in data.read_bytes()


def test_a_port_in_use_is_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = boxoffice("serve", "--port", str(taken.getsockname()[1]))
    assert told.returncode == 3
    assert told.stderr.startswith("boxoffice: ")
    assert told.stderr.count("\n") == 1
    assert "port" in told.stderr


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_a_data_file_that_is_not_ours_is_refused_and_left_alone(
    content: bytes, tmp_path: Path
) -> None:
    data = tmp_path / "other.sqlite"
    data.write_bytes(content)
    told = boxoffice("serve", "--port", "0", "--data", str(data))
    assert told.returncode == 3
    assert told.stderr.count("\n") == 1
    assert data.read_bytes() == content


@pytest.mark.parametrize("place", ["", "missing/house.sqlite", "file/house.sqlite"])
def test_a_data_file_that_cannot_be_is_one_clear_line(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    told = boxoffice("serve", "--port", "0", "--data", str(tmp_path / place))
    assert told.returncode == 3
    assert told.stderr.count("\n") == 1
    assert str(tmp_path) in told.stderr


def test_a_tour_into_a_place_that_cannot_be_written_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    told = boxoffice("tour", "--out", str(tmp_path / "file" / "out"))
    assert told.returncode == 3
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["tour", "--out", "unused"]])
@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": "x"}', "\x00"])
def test_a_broken_plan_is_refused_before_anything_starts(
    command: list[str], text: str, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text(text)
    told = boxoffice(*command, "--plan", str(plan))
    assert told.returncode == 2
    assert told.stdout == ""
    assert str(plan) in told.stderr
    assert "Traceback" not in told.stderr
    assert not (ROOT / "unused").exists()


def test_a_plan_with_seats_twice_is_refused_by_their_names(tmp_path: Path) -> None:
    seats = [
        {"seat_guid": guid, "seat_number": "1", "category": "Hall", "position": {"x": n, "y": 0}}
        for n, guid in enumerate(("Stalls-A-1", "Stalls-A-2", "Stalls-A-1"))
    ]
    row = {"row_number": "A", "position": {"x": 0, "y": 0}, "seats": seats}
    content = {
        "name": "Hall",
        "categories": [{"name": "Hall", "color": "#ffaa00"}],
        "zones": [{"name": "Hall", "position": {"x": 0, "y": 0}, "rows": [row]}],
        "size": {"width": 100, "height": 100},
    }
    plan = tmp_path / "twice.json"
    plan.write_text(json.dumps(content))
    told = boxoffice("serve", "--port", "0", "--plan", str(plan))
    assert told.returncode == 2
    assert "Stalls-A-1" in told.stderr
    assert "Stalls-A-2" not in told.stderr


def test_backup_and_restore_while_it_serves(tmp_path: Path) -> None:
    data, file = str(tmp_path / "house.sqlite"), str(tmp_path / "backup")
    with serving("--port", "0", "--data", data):
        done = boxoffice("backup", file, "--data", data)
        assert (done.returncode, done.stderr) == (0, "")
        assert Path(file).stat().st_size > 100_000
        again = boxoffice("backup", file, "--data", data)
        assert again.returncode == 3
        assert again.stderr.startswith(f"boxoffice: cannot use {file}: ")
        restored = boxoffice("restore", file, "--data", data)
        assert (restored.returncode, restored.stderr) == (0, "")
    missing = boxoffice("restore", str(tmp_path / "none"), "--data", data)
    assert (missing.returncode, missing.stderr.count("\n")) == (3, 1)


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_database_is_kept_safe_by_its_own_tools(command: str) -> None:
    done = boxoffice(command, "file", "--database", "postgresql://nobody:secret@localhost/none")
    assert done.returncode == 3
    assert "pg_" in done.stderr
    assert "secret" not in done.stderr


def test_migrate_makes_the_tables_and_says_which(tmp_path: Path) -> None:
    done = boxoffice("migrate", "--data", str(tmp_path / "new.sqlite"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "step 0" in done.stdout
    lost = boxoffice("migrate", "--database", "postgresql://owner:secret@127.0.0.1:1/none")
    assert (lost.returncode, lost.stderr.count("\n")) == (3, 1)
    assert "secret" not in lost.stderr
