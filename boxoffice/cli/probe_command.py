"""`boxoffice probe`: what a server speaks, as a report and as a dialect's file."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from boxoffice.connect.client import (
    CONTRACT,
    SHIPPED,
    AddressNotValid,
    Credential,
    Dialect,
    DialectNotValid,
    checked_address,
    load_dialect,
)
from boxoffice.connect.probe.probe import (
    CannotTry,
    Fate,
    NoTestEnvironment,
    Probe,
    Progress,
    Report,
    Step,
    Verdict,
    Way,
)
from boxoffice.desktop import settings
from boxoffice.desktop.bounded import within
from boxoffice.domain.closed_sets import complete

_DONE, _FAILED, _WRONG_USE, _CANNOT_REACH = 0, 1, 2, 3
_CODES = complete(
    Verdict,
    {
        Verdict.READY: _DONE,
        Verdict.IN_PART: _FAILED,
        Verdict.NO_EVENTS: _FAILED,
        Verdict.BROKEN_OFF: _FAILED,
        Verdict.ERRORS_ALONE: _FAILED,
        Verdict.WEB_PAGE: _CANNOT_REACH,
        Verdict.FOREIGN: _CANNOT_REACH,
        Verdict.OTHER_PATHS: _CANNOT_REACH,
        Verdict.NOT_REACHED: _CANNOT_REACH,
        Verdict.SILENT: _CANNOT_REACH,
        Verdict.SIGNED_OUT: _CANNOT_REACH,
        Verdict.SECOND_FACTOR: _CANNOT_REACH,
    },
)
# After these there is something to be said of the dialect.
_KEYRING_SECONDS = 60.0  # it may ask for a password, which takes a while to type
_PROPOSES = (Verdict.READY, Verdict.IN_PART, Verdict.NO_EVENTS)
Say = Callable[[str], None]


class ProbeRefused(Exception):
    """It cannot be begun: wrong use."""


@dataclass(frozen=True)
class _Target:
    address: str
    ca_file: Path | None
    way: Way


def run(options: argparse.Namespace, say: Say) -> int:
    """Runs the command and returns its exit code.

    Args:
        say: has every line of the report; progress goes to standard error.

    Raises:
        ProbeRefused: wrong use; one line.
    """
    target = _target(options)
    if options.write is not None and options.write.exists() and not options.force:
        raise ProbeRefused(f"{options.write} is there already; --force writes over it")
    credential = Credential.read(_token(options, target.address))
    return asyncio.run(_probed(options, target, credential, say))


async def _probed(
    options: argparse.Namespace, target: _Target, credential: Credential, say: Say
) -> int:
    probe = Probe(
        target.address,
        credential,
        way=target.way,
        ca_file=target.ca_file,
        on_progress=_tell_progress,
    )
    code = _DONE
    try:
        with contextlib.suppress(asyncio.CancelledError):  # Ctrl+C: with what is known
            report = await probe.read()
            if options.sale and report.verdict in (Verdict.READY, Verdict.IN_PART):
                code = await _try_sale(probe)
        report = probe.report()
        return max(code, _told(options, probe, report, say))
    finally:
        with contextlib.suppress(asyncio.CancelledError):
            await probe.aclose()


async def _try_sale(probe: Probe) -> int:
    try:
        await probe.sell(_tell_step)
    except NoTestEnvironment:
        _note("--sale was refused: the server does not say that it is a test environment")
        return _WRONG_USE
    except CannotTry as error:
        _note(f"--sale came to nothing: {error}")
        return _FAILED
    except TimeoutError:
        return _FAILED
    finally:
        for order in probe.held:
            _note(f"order {order} may still hold its seats: give it back, or wait until it ends")
    return _FAILED if probe.held else _DONE


def _told(options: argparse.Namespace, probe: Probe, report: Report, say: Say) -> int:
    say(report.text())
    if report.verdict not in _PROPOSES:
        return _CODES[report.verdict]
    proposal = probe.proposal()
    if options.write is None:
        say("")
        say(proposal)
        return _CODES[report.verdict]
    try:
        with options.write.open("w" if options.force else "x", encoding="utf-8") as file:
            file.write(proposal)
    except OSError as error:
        _note(f"{options.write} cannot be written: {error.strerror}")
        return max(_FAILED, _CODES[report.verdict])
    say("")
    say(f"{options.write}: written; dialect = {str(options.write.name)!r} in settings.toml uses it")
    return _CODES[report.verdict]


def _target(options: argparse.Namespace) -> _Target:
    """Raises ProbeRefused where there is none."""
    profile = settings.load_profile(options.profile, settings.settings_file()).profile
    server = options.server or profile.server
    if not server:
        raise ProbeRefused("which server? --server URL, or a profile of settings.toml has it")
    try:
        address = checked_address(server)
    except AddressNotValid as error:
        raise ProbeRefused(
            "the server's address is https://..., or http:// to this machine, without a user, a"
            " password, a query"
        ) from error
    ca_file = profile.ca_file if server == profile.server else None
    way = _way(options.dialect, options.write)
    if options.dialect is None and server == profile.server and profile.dialect.operations:
        way = replace(way, base=way.base.with_operations(profile.dialect.operations))
    return _Target(address, ca_file, way)


def _way(name: str | None, write: Path | None) -> Way:
    if name is None:
        return Way()
    dialect, based = _loaded(name)
    if name in SHIPPED:
        return Way(dialect, name if dialect is not CONTRACT else "")
    beside = write is not None and write.absolute().parent == based.parent
    return Way(dialect, based.name if beside else str(based))


def _loaded(name: str) -> tuple[Dialect, Path]:
    path = Path(name).absolute()
    try:
        if name in SHIPPED:
            return load_dialect(name, Path()), path
        return load_dialect(path.name, path.parent), path
    except DialectNotValid as error:
        raise ProbeRefused(str(error)) from error


def _stored_token(address: str) -> str:
    """The environment's or the keyring's, which may wait for somebody who unlocks it."""
    stored = partial(settings.stored_token, address, is_configured=True)
    try:
        return asyncio.run(within(_KEYRING_SECONDS, stored))
    except TimeoutError:
        return ""


def _token(options: argparse.Namespace, address: str) -> str:
    """From the environment, the keyring, or whoever sits there.

    Raises:
        ProbeRefused: from nowhere.
    """
    token = _stored_token(address)
    if not token and sys.stdin.isatty() and not options.no_input:
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            token = getpass.getpass(f"Token for {address}: ").strip()
    if not token:
        raise ProbeRefused(
            f"there is no token: {settings.TOKEN_VARIABLE} in the environment, or the keyring has"
            " it"
        )
    return token


def _tell_progress(progress: Progress) -> None:
    head = f"{progress.number:2}/{progress.count} {progress.operation.title}"
    if progress.heard is None:
        sys.stderr.write(f"{head} ...\n")
    elif progress.heard.fate is not Fate.ANSWERED:
        sys.stderr.write(f"{head}: {progress.heard.fate.value}\n")
    sys.stderr.flush()


def _tell_step(step: Step) -> None:
    _note(str(step))


def _note(text: str) -> None:
    sys.stderr.write(f"boxoffice: {text}\n")
    sys.stderr.flush()
