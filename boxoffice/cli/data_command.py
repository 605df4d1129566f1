"""`boxoffice backup`, `restore` and `migrate`, which work on all of the data."""

from __future__ import annotations

import argparse

from boxoffice.service.data.backup import HasOwnTools, back_up, restore
from boxoffice.service.data.migrations import HEAD
from boxoffice.service.data.store import Store


def run(options: argparse.Namespace) -> list[str]:
    """Runs the command and returns the lines to print.

    Raises:
        ServiceError: it cannot be done; one line, and nothing was changed.
    """
    if options.command == "migrate":
        store = Store(options.database or options.data)
        store.close()
        return [f"{store.name}: the tables are those of step {HEAD}"]
    if options.database:
        raise HasOwnTools(options.command)
    if options.command == "backup":
        size = back_up(options.data, options.file)
        return [f"{options.file}: {size:,} bytes"]
    restored = restore(options.file, options.data)
    return [
        f"{options.data}: restored",
        f"orders that were begun after the backup and are gone: {restored.orders_lost}",
    ]
