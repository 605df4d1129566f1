"""The arguments of `boxoffice probe`."""

from __future__ import annotations

import argparse
from pathlib import Path

_ABOUT = """\
Looks at a server and changes nothing: calls each operation that reads, once, and prints what came:
results and lists, fields that are missing or unknown, forms of times, money and ids, members of
enumerations, paging, flags. From that it proposes a dialect: a file beside settings.toml that says
how this server says the API, each guess with its reason. No token and no value that could be
somebody's is printed. Progress goes to standard error; Ctrl+C ends it with what is known.
"""
_EPILOG = """\
exit codes:
  0  a counter can sell there with the dialect that is proposed
  1  something that a sale needs is missing or cannot be told
  2  wrong use: an address, a token or a file that cannot be used, --sale where it is refused
  3  no Connect server was reached: nothing there, a web page, another API, not signed in
"""


def add_probe(probe: argparse.ArgumentParser) -> None:
    probe.description, probe.epilog = _ABOUT, _EPILOG
    probe.formatter_class = argparse.RawDescriptionHelpFormatter
    # SUPPRESS: as of all commands, they may stand before it, too.
    probe.add_argument(
        "--server",
        default=argparse.SUPPRESS,
        metavar="URL",
        help="address of the server (default: that of the profile)",
    )
    probe.add_argument(
        "--profile", default=argparse.SUPPRESS, metavar="NAME", help="whose server is looked at"
    )
    probe.add_argument(
        "--dialect",
        metavar="FILE",
        help="what is known of it already: a dialect's file, or one that is shipped",
    )
    probe.add_argument("--write", type=Path, metavar="FILE", help="where the proposed dialect goes")
    probe.add_argument("--force", action="store_true", help="write over a file that is there")
    probe.add_argument(
        "--sale",
        action="store_true",
        help="on a test environment alone: reserve a seat, change it and give it back",
    )
    probe.add_argument("--no-input", action="store_true", help="ask nobody for a token")
