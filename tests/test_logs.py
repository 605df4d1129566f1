"""What appears in the log of the program, and what never does."""

from __future__ import annotations

import dataclasses
import importlib
import os
import pkgutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import boxoffice
from boxoffice import logs
from tests import ROOT
from tests.waiting import PATIENCE

SECRET = "canary-5b1e"
CODE = """
import asyncio, logging, sys, threading
from boxoffice import logs
logs.set_up(getattr(logging, sys.argv[1]))
FOREIGN = ("qasync._QEventLoop", "asyncio", "httpx", "httpcore.connection", "sqlalchemy.engine",
           "uvicorn.error", "alembic", "keyring", "qt", "PIL", "boxofficer")
for name in FOREIGN:
    for level in (logging.DEBUG, logging.INFO):
        logging.getLogger(name).log(level, "canary-5b1e")
        logging.getLogger(name).setLevel(level)  # as some set their own
        logging.getLogger(name).log(level, "canary-5b1e")
for name in ("asyncio", "qasync._QEventLoop"):  # with PYTHONASYNCIODEBUG, of slow calls
    logging.getLogger(name).setLevel(logging.NOTSET)
    logging.getLogger(name).warning("canary-5b1e")
logging.getLogger("uvicorn.error").error("a foreign error")
logging.getLogger("boxoffice.connect.sender").debug("our detail")
logging.getLogger("boxoffice").warning("our warning")
"""
WRONG = """
import logging, sys, threading
from boxoffice import logs
from boxoffice.journal.intents import JournalFailed
logs.set_up(logging.DEBUG)

def fail():
    try:
        {}["canary-5b1e"]
    except KeyError as error:
        raise ValueError("canary-5b1e") from error

class Clumsy:
    def __del__(self):
        fail()

try:
    raise ExceptionGroup(
        "canary-5b1e", [KeyError("canary-5b1e"), JournalFailed("the disk is full")]
    )
except ExceptionGroup as error:
    logging.getLogger("boxoffice").error("caught", exc_info=error)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
Clumsy()
fail()
"""


def said(code: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING", "ERROR"])
def test_others_are_heard_from_a_warning_on_whatever_is_asked_for(level: str) -> None:
    text = said(CODE, level)
    assert SECRET not in text
    assert "a foreign error" in text
    assert ("our detail" in text) == (level == "DEBUG")
    assert ("our warning" in text) == (level != "ERROR")


def test_errors_are_told_without_what_they_failed_on() -> None:
    text = said(WRONG)
    assert SECRET not in text
    assert text.count("nobody caught this") == 3
    assert text.count("which led to:") == 3
    assert "JournalFailed: the disk is full" in text
    assert "<string>:" in text  # where it happened


def test_a_process_that_we_start_has_our_level() -> None:
    code = "import logging; from boxoffice import logs; logs.set_up(10); print(logs.level())"
    assert said(code).strip() == "10"
    assert logs.level() >= 0


# Fields that hold a secret, or what a person is called or wrote.
_DISCREET = {
    "token",
    "secret",
    "credential",
    "authorization",
    "reference",
    "barcode",
    "buyer",
    "operator",
    "email",
    "phone",
    "street",
    "first_name",
    "last_name",
    "search",
    "body",
    "query",
    "headers",
    "tendered_text",
    "key",
    "database",
}
# The keys of drafts are a house's own, those of lines tell lines apart, others are the keyboard's:
# none is of a request.
_OTHER_KEYS = {
    "boxoffice.views.kit.recogniser",
    "boxoffice.presenters.settings.state",
    "boxoffice.domain.orders.kinds",
    "boxoffice.views.order.items",
    "boxoffice.domain.drafts",
    "boxoffice.domain.venue",
    "boxoffice.service.imports.upsert",
}
# Which fields an operation has, words of the paper, a house's street, a symbol's body, a
# credential's name, and the path of a key.
_NO_SECRETS = {
    "Operation",
    "Labels",
    "Location",
    "DraftLocation",
    "Venue",
    "Symbol",
    "RequestRecord",
    "Certificate",
}


def classes_of_ours() -> Iterator[type]:
    for found in pkgutil.walk_packages(boxoffice.__path__, "boxoffice."):
        if "migrations" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__ == module.__name__:
                yield value


def test_no_value_shows_a_secret_by_itself() -> None:
    shown = [
        f"{kind.__module__}.{kind.__name__}.{each.name}"
        for kind in classes_of_ours()
        for each in (dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ())
        if each.name in _DISCREET
        and each.repr
        and kind.__name__ not in _NO_SECRETS
        and not (each.name == "key" and kind.__module__ in _OTHER_KEYS)
    ]
    assert shown == []


FILED = """
import logging, os, sys
from pathlib import Path
from boxoffice import logs
os.umask(0)
logs._FILE_BYTES = 2000
logs.set_up(logging.WARNING)
ours, path = logging.getLogger("boxoffice.desktop"), Path(sys.argv[1])
with logs.kept_in(path):
    ours.debug("our detail")
    ours.info("our step")
    ours.warning("our warning")
    logging.getLogger("httpx").info("canary-5b1e")
    try:
        {}["canary-5b1e"]
    except KeyError:
        ours.exception("caught")
    for number in range(int(sys.argv[2])):
        ours.info("line %d", number)
ours.info("after it")
"""


def filed(path: Path, lines: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FILED, str(path), str(lines)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )


def test_the_file_has_our_steps_and_standard_error_what_was_asked_for(tmp_path: Path) -> None:
    told = filed(tmp_path / "boxoffice.log")
    kept = (tmp_path / "boxoffice.log").read_text(encoding="utf-8")
    assert "our step" in kept
    assert "our warning" in kept
    assert "our detail" not in kept
    assert "after it" not in kept
    assert "our warning" in told.stderr
    assert "our step" not in told.stderr
    assert SECRET not in kept + told.stderr


def test_the_file_goes_on_where_the_last_start_ended(tmp_path: Path) -> None:
    filed(tmp_path / "boxoffice.log")
    filed(tmp_path / "boxoffice.log")
    assert (tmp_path / "boxoffice.log").read_text(encoding="utf-8").count("our step") == 2


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_files_are_put_aside_at_their_size_the_oldest_goes_and_all_are_their_owners(
    tmp_path: Path,
) -> None:
    filed(tmp_path / "boxoffice.log", lines=500)
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == [
        "boxoffice.log",
        *(f"boxoffice.log.{n}" for n in "123"),
    ]
    assert all(path.stat().st_size <= 2000 for path in files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_costs_lines_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "boxoffice.log").symlink_to("/dev/full")
    told = filed(tmp_path / "boxoffice.log", lines=100)
    assert "our warning" in told.stderr
    assert "Logging error" not in told.stderr
