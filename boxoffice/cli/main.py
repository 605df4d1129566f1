"""The command line: `boxoffice`, `boxoffice demo`, `boxoffice serve` and so on."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import os
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from boxoffice import logs
from boxoffice.cli.arguments import parser
from boxoffice.cli.service_arguments import serve_problem
from boxoffice.domain.language import WRITTEN
from boxoffice.domain.venue import Venue
from boxoffice.service.venues import DEFAULT, VENUES
from boxoffice.service.venues.names import in_language, invented_in_language

DONE, FAILED, WRONG_USE, CANNOT_START = 0, 1, 2, 3


def main(words: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    options = parser().parse_args(words)
    logs.set_up(options.log_level)
    command: str = options.command or "open"
    commands = {
        "open": _open,
        "demo": _demo,
        "serve": _serve,
        "token": _token,
        "tour": _tour,
        "child": _child,
        "probe": _probe,
    }
    return commands.get(command, _data)(options)


def _open(options: argparse.Namespace) -> int:
    if not _has_screen():
        return _no_screen()
    from boxoffice.desktop.starting import open_window

    return open_window(options.server or "", options.profile, options.language)


def _demo(options: argparse.Namespace) -> int:
    if not _has_screen():
        return _no_screen()
    if problem := _plan_problem(options.plan):
        return _complain(WRONG_USE, problem)
    from boxoffice.desktop.starting import open_demo

    return open_demo(_service_words(options), options.language)


def _tour(options: argparse.Namespace) -> int:
    if problem := _plan_problem(options.plan):
        return _complain(WRONG_USE, problem)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / ".probe").touch()
        (options.out / ".probe").unlink()
    except OSError as error:
        return _complain(CANNOT_START, f"cannot write to {options.out}: {error.strerror}")
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from boxoffice.rehearsal.tour import TourOrder, run_tour

    return run_tour(
        TourOrder(
            out=options.out,
            service_words=tuple(_service_words(options)),
            seats=options.seats,
            size=options.size,
            language=options.language or "en",
        )
    )


def _serve(options: argparse.Namespace) -> int:
    # prometheus_client looks here when it is imported; the workers get a folder of their own.
    os.environ.pop("PROMETHEUS_MULTIPROC_DIR", None)
    from boxoffice.service.process.server import ServeConfig, ServiceError, serve
    from boxoffice.service.process.tls import Certificate
    from boxoffice.service.process.workers import serve_with_workers

    if problem := serve_problem(options):
        return _complain(WRONG_USE, problem)
    try:
        venues = _venues_of(options)
    except _PlanProblem as error:
        return _complain(WRONG_USE, str(error))

    def companions(address: str, token: str) -> Sequence[Coroutine[Any, Any, None]]:
        if not options.busy:
            return ()
        from boxoffice.rehearsal.counters import run_counters

        return (run_counters(address, token, options.busy),)

    config = ServeConfig(
        host=options.host,
        port=options.port,
        data=options.data,
        database=options.database,
        venues=venues,
        token=os.environ.get("BOXOFFICE_TOKEN") or None,
        certificate=Certificate(options.tls_cert, options.tls_key) if options.tls_cert else None,
        rate=options.rate,
        most_orders=options.open_orders,
        access_log=options.access_log,
    )
    try:
        if options.workers > 1:
            serve_with_workers(config, options.workers, _announce)
        else:
            gc.collect()
            gc.freeze()  # no request waits while what was imported is searched for garbage
            asyncio.run(serve(config, _announce, companions))
    except ServiceError as error:
        return _complain(CANNOT_START, str(error))
    except KeyboardInterrupt:
        return DONE
    return DONE


def _token(options: argparse.Namespace) -> int:
    from boxoffice.cli.token_command import run
    from boxoffice.service.data.credentials import NotDone
    from boxoffice.service.errors import ServiceError

    try:
        for line in run(options):
            print(line)  # noqa: T201 - what was asked for
    except NotDone as error:
        return _complain(FAILED, str(error))
    except ServiceError as error:
        return _complain(CANNOT_START, str(error))
    return DONE


def _data(options: argparse.Namespace) -> int:
    from boxoffice.cli.data_command import run
    from boxoffice.service.errors import ServiceError

    try:
        for line in run(options):
            print(line)  # noqa: T201 - what was asked for
    except ServiceError as error:
        return _complain(CANNOT_START, str(error))
    return DONE


def _probe(options: argparse.Namespace) -> int:
    from boxoffice.cli.probe_command import ProbeRefused, run

    try:
        return run(options, lambda line: print(line, flush=True))  # noqa: T201 - what was asked for
    except ProbeRefused as refused:
        return _complain(WRONG_USE, str(refused))
    except KeyboardInterrupt:
        return FAILED


def _child(options: argparse.Namespace) -> int:
    if options.kind == "print":
        from boxoffice.children.print_child import run
    else:
        from boxoffice.children.picture_child import run
    run()


class _PlanProblem(Exception):
    pass


def _venues_of(options: argparse.Namespace) -> tuple[Venue, ...]:
    """The venues to put into the data: the one asked for; the default where a file is new."""
    language = options.language or WRITTEN
    if options.plan is not None:
        return (invented_in_language(_read_plan(options.plan), language),)
    is_new = options.database is None and not (options.data and options.data.exists())
    if options.venue is None and not is_new:
        return ()
    return (in_language(VENUES[options.venue or DEFAULT](), language),)


def _read_plan(path: Path) -> Venue:
    from boxoffice.importing.pretix import PlanRefused, read_plan

    try:
        plan = read_plan(path)
    except PlanRefused as error:
        raise _PlanProblem("\n".join(f"{path}: {p}" for p in error.problems)) from error
    for warning in plan.warnings:
        logging.getLogger(__name__).warning("%s: %s", path, warning)
    return plan.venue


def _plan_problem(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        _read_plan(path)
    except _PlanProblem as error:
        return str(error)
    return ""


def _service_words(options: argparse.Namespace) -> list[str]:
    words = []
    if options.venue:
        words += ["--venue", options.venue]
    if options.plan:
        words += ["--plan", str(options.plan)]
    if getattr(options, "busy", 0):
        words += ["--busy", str(options.busy)]
    return words


def _announce(address: str, token: str) -> None:
    print(json.dumps({"url": address, "token": token or None}), flush=True)  # noqa: T201 - the contract of `serve`


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _no_screen() -> int:
    return _complain(
        CANNOT_START, "there is no display here; 'boxoffice tour --out DIR' works without one"
    )


def _complain(code: int, text: str) -> int:
    for line in text.splitlines():
        print(f"boxoffice: {line}", file=sys.stderr)  # noqa: T201 - the command line's own voice
    return code
