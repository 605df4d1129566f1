"""`boxoffice token`: adds, lists and revokes the counters' credentials."""

from __future__ import annotations

import argparse
import datetime

from boxoffice.service.data import credentials
from boxoffice.service.data.credentials import Credential
from boxoffice.service.data.store import Store, open_existing
from boxoffice.service.errors import Refusal, ServiceError


def run(options: argparse.Namespace) -> list[str]:
    """Runs the command and returns the lines to print.

    Raises:
        NotDone: it cannot be done; one line.
        ServiceError: the data cannot be used; one line.
    """
    store = open_existing(options.data, options.database)
    try:
        return _done(store, options)
    except Refusal as refusal:
        raise ServiceError(refusal.reason) from refusal
    finally:
        store.close()


def _done(store: Store, options: argparse.Namespace) -> list[str]:
    if options.action == "add":
        return [credentials.add(store, options.name, options.role)]
    if options.action == "revoke":
        credentials.revoke(store, options.name)
        return []
    return [_line(credential) for credential in credentials.listed(store)]


def _line(credential: Credential) -> str:
    state = "valid" if credential.revoked is None else f"revoked {_day(credential.revoked)}"
    return f"{credential.name}\t{_day(credential.created)}\t{state}\t{credential.role}"


def _day(seconds: float | None) -> str:
    if seconds is None:
        return "unknown"
    local = datetime.datetime.fromtimestamp(seconds, datetime.UTC).astimezone()
    return local.isoformat(sep=" ", timespec="minutes")
