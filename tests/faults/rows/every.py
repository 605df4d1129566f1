"""All rows, by number."""

from __future__ import annotations

from tests.faults.rows import answers, certificates, network, refusals, signed_out, values

_ROOMS = (answers, certificates, network, refusals, signed_out, values)
ROWS = tuple(sorted((row for room in _ROOMS for row in room.ROWS), key=lambda row: row.number))
