"""The start: opens the data, migrates them, adds their venues and settles the service's token."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from boxoffice import private_files
from boxoffice.domain.venue import Venue
from boxoffice.service.data import credentials
from boxoffice.service.data.store import CannotOpen, Collision, Store
from boxoffice.service.errors import Refusal, ServiceError
from boxoffice.service.process.config import ServeConfig
from boxoffice.service.process.seeding import seed

_SEED = 20_260_101


def open_to_serve(config: ServeConfig) -> tuple[Store, str]:
    """Opens the data, which are made if they are new, adds the venues that they lack, and makes the
    service's own credential valid.

    Returns: the data and the token. The token is empty for a database that has one already: another
    service on another machine may have made it, and only its digest is kept.

    Raises:
        ServiceError: one line that says why the data cannot be served.
    """
    store = Store(config.database or config.data)
    try:
        known = store.venue_keys()
        for venue in config.venues:
            if venue.key not in known:
                _seed(store, venue)
        return store, _service_token(config, store)
    except Refusal as refusal:
        store.close()
        raise ServiceError(f"cannot use {store.name}: {refusal.reason}") from refusal
    except BaseException:
        store.close()
        raise


def _seed(store: Store, venue: Venue) -> None:
    today = datetime.datetime.now(datetime.UTC).date()
    try:
        seed(store, venue, today, random.Random(_SEED))  # noqa: S311 - a demo's sales
    except Collision:
        if venue.key not in store.venue_keys():  # otherwise another service was first
            raise


def _service_token(config: ServeConfig, store: Store) -> str:
    """The token of the service's own credential. The data keep its digest; a token that was made
    here is kept in a file beside the data file."""
    kept = "" if config.database else _kept_token(config.data) or credentials.new_token()
    token = credentials.settle_default(store, config.token or "", kept)
    if config.data is not None and not config.database:
        private_files.close(_token_file(config.data))  # it may be an earlier start's
        if not config.token:
            _keep_token(config.data, token)
    return token


def _token_file(data: Path) -> Path:
    return data.with_name(data.name + ".token")


def _kept_token(data: Path | None) -> str:
    if data is None or not _token_file(data).exists():
        return ""
    try:
        return _token_file(data).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotOpen(_token_file(data), str(error)) from error


def _keep_token(data: Path, token: str) -> None:
    path = _token_file(data)
    try:
        private_files.write(path, f"{token}\n".encode())
    except OSError as error:
        raise CannotOpen(path, error.strerror or str(error)) from error
