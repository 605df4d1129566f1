"""The parser of the command line."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from boxoffice import __version__
from boxoffice.cli.argument_types import count, seats, size
from boxoffice.cli.probe_arguments import add_probe
from boxoffice.cli.service_arguments import add_data_commands, add_serve, add_token
from boxoffice.domain.language import LANGUAGES
from boxoffice.service.venues import DEFAULT, VENUES

CHILDREN = ("print", "picture")

_ABOUT = """\
The desktop box office for ticket counters. Without a command it opens the window on the
configured server.
"""
_EPILOG = """\
exit codes:
  0  done
  1  failed: a step of the tour did not show what it should, or a sale lacks something at a server
  2  wrong use: an argument, or a seat-plan file that cannot be used
  3  cannot reach or start what is needed: a port, a file, a screen, a server

The token of a server comes from the environment (BOXOFFICE_TOKEN) or the system's keyring, or is
asked for in the window; it is never an argument.
"""
_ABOUT_SERVE = """\
Runs the Connect service. When it is ready it prints one line of JSON with its url and token. It
ends on SIGTERM, on Ctrl+C, and when its parent process ends. With BOXOFFICE_TOKEN set it takes
that token; else one is made, and kept beside the data file.
"""
_ABOUT_TOUR = """\
Opens the real window on a demo service and makes a whole sale with mouse and key events. Leaves
numbered PNGs, summary.pdf and sale.json.
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` is None if no command is given."""
    common, place, busy = _common(), _place(), _busy()
    top = argparse.ArgumentParser(
        prog="boxoffice",
        parents=[_common()],  # its own: `set_defaults` changes the options that it shares
        description=_ABOUT,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.set_defaults(language=None, log_level=logging.WARNING)
    top.add_argument("--version", action="version", version=f"boxoffice {__version__}")
    top.add_argument(
        "--server",
        metavar="URL",
        help="address of the Connect server, such as https://tickets.example/connect",
    )
    top.add_argument(
        "--profile",
        default="default",
        metavar="NAME",
        help="which of the configured servers to use (default: %(default)s)",
    )
    commands = top.add_subparsers(
        dest="command",
        title="commands",
        metavar="{demo,serve,token,backup,restore,migrate,probe,tour}",
    )
    commands.add_parser(
        "demo",
        parents=[common, place, busy],
        help="try it: a service with a demo venue, and the window",
        description="Starts a Connect service with a demo venue, and the window on it.",
    )
    add_serve(
        commands.add_parser(
            "serve",
            parents=[common, place, busy],
            help="the Connect service alone",
            description=_ABOUT_SERVE,
        )
    )
    add_token(
        commands.add_parser("token", parents=[common], help="the counters' tokens of a service"),
        common,
    )
    add_data_commands(commands, common)
    add_probe(
        commands.add_parser(
            "probe",
            parents=[common],
            help="look at a server: what it answers, and which dialect it speaks",
        )
    )
    # The program starts itself with it for work that may hang or crash; it is hidden from the help.
    commands.add_parser("child", parents=[common]).add_argument("kind", choices=CHILDREN)
    _add_tour(
        commands.add_parser(
            "tour",
            parents=[common, place],
            help="sell seats in the real window, and leave pictures of every step",
            description=_ABOUT_TOUR,
        )
    )
    return top


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: an option before the command is not overwritten by the command's default.
    common.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        default=argparse.SUPPRESS,
        help="language of the window (default: the system's, else English), and of a demo venue's"
        " names (default: the window's; of serve: English)",
    )
    common.add_argument(
        "--log-level",
        type=_level,
        default=argparse.SUPPRESS,
        metavar="L",
        help="debug, info, warning (default) or error",
    )
    return common


def _place() -> argparse.ArgumentParser:
    place = argparse.ArgumentParser(add_help=False)
    source = place.add_mutually_exclusive_group()
    source.add_argument("--venue", choices=tuple(VENUES), help=f"a demo venue (default: {DEFAULT})")
    source.add_argument(
        "--plan",
        type=Path,
        metavar="FILE",
        help="a pretix seating-plan file to make the venue from",
    )
    return place


def _busy() -> argparse.ArgumentParser:
    busy = argparse.ArgumentParser(add_help=False)
    busy.add_argument(
        "--busy",
        type=count,
        default=0,
        metavar="N",
        help="let N simulated counters reserve, sell and release meanwhile",
    )
    return busy


def _add_tour(tour: argparse.ArgumentParser) -> None:
    tour.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder for the pictures, the PDF and sale.json",
    )
    tour.add_argument(
        "--seats",
        type=seats,
        default=2,
        metavar="N",
        help="how many seats to sell (default: %(default)s)",
    )
    tour.add_argument(
        "--size",
        type=size,
        default=(1366, 768),
        metavar="WxH",
        help="size of the window (default: 1366x768)",
    )


def _level(text: str) -> int:
    level = logging.getLevelNamesMapping().get(text.upper())
    if level is None:
        raise argparse.ArgumentTypeError(f"{text!r} is none of debug, info, warning, error")
    return level
