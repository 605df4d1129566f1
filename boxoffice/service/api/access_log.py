"""The access log: a line of JSON for each request, on standard error.

A line says who asked for what and what came of it. It never has a token, nor anything from a path,
a query or a body, where names and card references stand: a path is written as the table of
operations has it.
"""

from __future__ import annotations

import datetime
import json
import logging
import sys

from boxoffice.service.api.request_record import RequestRecord

_log = logging.getLogger("boxoffice.access")


def set_up() -> None:
    """Sends the lines to standard error, without any prefix."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    _log.handlers[:] = [handler]
    _log.setLevel(logging.INFO)
    _log.propagate = False


def write(record: RequestRecord) -> None:
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
