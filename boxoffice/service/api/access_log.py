"""The access log: a line of JSON for each request, on standard error.

It says who asked for what and what came of it; never a token, nor what stood in an address, a query
or a body, where names and card references are. Paths are told as the table of operations has them.
"""

from __future__ import annotations

import datetime
import json
import logging
import sys

from boxoffice.service.api.observed import Record

_log = logging.getLogger("boxoffice.access")


def set_up() -> None:
    """Lets the lines appear, each as it is."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    _log.handlers[:] = [handler]
    _log.setLevel(logging.INFO)
    _log.propagate = False


def write(record: Record) -> None:
    line = {
        "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds"),
        "request_id": record.request_id,
        "client": record.client,
        "credential": record.credential or None,
        "method": record.method[:20],
        "path": record.path or None,
        "operation": record.operation or None,
        "status": record.status,
        "milliseconds": round(record.seconds * 1000, 1),
        "bytes": record.size,
    }
    _log.info("%s", json.dumps(line))
