"""The arguments of the service's commands: `serve`, `token`, `backup`, `restore`, `migrate`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from boxoffice.cli.argument_types import port, rate, workers

_ABOUT_CREDENTIALS = """\
Makes, shows and ends the credentials of the counters. Each counter has one of its own, so that it
can be ended without the others. All work while the service runs.
"""
_BACKUP = "one moment of the data to a file, also while the service runs"
_RESTORE = "put a backup in place of the data, also while the service runs"
_MIGRATE = "bring the tables up to this version, as the owner of the database"
_DATABASE = (
    "address of the PostgreSQL database that keeps the data: postgresql://ROLE@HOST/NAME; its"
    " password stands in PGPASSWORD or the password file"
)


def add_serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="H",
        help="address to listen on (default: %(default)s)",
    )
    serve.add_argument(
        "--port",
        type=port,
        default=8480,
        metavar="P",
        help="port to listen on, 0 for a free one (default: %(default)s)",
    )
    place = serve.add_mutually_exclusive_group()
    place.add_argument(
        "--data",
        type=Path,
        metavar="FILE",
        help="file that keeps the data (default: none, they are gone at the end)",
    )
    place.add_argument("--database", type=_database, metavar="URL", help=_DATABASE)
    serve.add_argument(
        "--tls-cert",
        type=Path,
        metavar="FILE",
        help="certificate in PEM, with those that vouch for it; other machines need https",
    )
    serve.add_argument("--tls-key", type=Path, metavar="FILE", help="its key, without a password")
    serve.add_argument(
        "--rate",
        type=rate,
        default=200,
        metavar="N",
        help="requests a second of one token, twice as many at once, 0 for no limit"
        " (default: %(default)s)",
    )
    serve.add_argument(
        "--open-orders",
        type=rate,
        default=1000,
        metavar="N",
        help="orders that one token may have open at a time, 0 for no limit (default: %(default)s)",
    )
    serve.add_argument(
        "--workers",
        type=workers,
        default=1,
        metavar="N",
        help="processes that serve the database side by side (default: %(default)s)",
    )
    serve.add_argument(
        "--access-log",
        action="store_true",
        help="a line of JSON on standard error for each request",
    )


def serve_problem(options: argparse.Namespace) -> str:
    """What is wrong with the combination of options; empty if nothing is."""
    if (options.tls_cert is None) != (options.tls_key is None):
        return "--tls-cert and --tls-key go together"
    if options.busy and options.tls_cert:
        return "--busy works without TLS only: its counters trust no certificate of a venue's own"
    if options.busy and options.workers > 1:
        return "--busy works with one worker only"
    return ""


def add_token(token: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    token.description = _ABOUT_CREDENTIALS
    actions = token.add_subparsers(
        dest="action", title="actions", metavar="{add,list,revoke}", required=True
    )
    add = _action(actions, common, "add", "make a counter's token and print it, this once")
    add.add_argument(
        "--role",
        choices=["sales", "house"],
        default="sales",
        help="what it may do: sell, or also change the house, by imports (default: %(default)s)",
    )
    _action(
        actions,
        common,
        "list",
        "the counters with a token, since when, whether revoked, and their roles",
    )
    revoke = _action(actions, common, "revoke", "end a counter's token, from the next request on")
    for named in (add, revoke):
        named.add_argument("name", type=_name, metavar="NAME", help="the counter, such as 'till 1'")


def add_data_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """`backup` and `restore` of a data file, `migrate` of either kind of data."""
    backup = _action(commands, common, "backup", _BACKUP, only_file=True)
    backup.add_argument("file", type=Path, metavar="FILE", help="where to; it must not be there")
    restore = _action(commands, common, "restore", _RESTORE, only_file=True)
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    _action(commands, common, "migrate", _MIGRATE)


def _action(
    actions: Any, common: argparse.ArgumentParser, word: str, about: str, *, only_file: bool = False
) -> argparse.ArgumentParser:
    action: argparse.ArgumentParser = actions.add_parser(
        word, parents=[common], help=about, description=about[0].upper() + about[1:] + "."
    )
    place = action.add_mutually_exclusive_group(required=True)
    place.add_argument("--data", type=Path, metavar="FILE", help="file that keeps the data")
    place.add_argument(
        "--database",
        type=_database,
        metavar="URL",
        help="PostgreSQL has tools of its own: pg_dump, pg_restore" if only_file else _DATABASE,
    )
    return action


def _name(text: str) -> str:
    from boxoffice.service.data.credentials import is_name

    if not is_name(text):
        raise argparse.ArgumentTypeError(
            f"{text[:40]!r} is no name: 1 to 100 printable characters, no space at the ends"
        )
    return text


def _database(text: str) -> str:
    if not text.startswith(("postgresql://", "postgres://")):
        # The address is not repeated: it may hold a password.
        raise argparse.ArgumentTypeError("the address begins with postgresql://")
    return text
