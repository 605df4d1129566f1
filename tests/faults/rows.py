"""All rows, by number."""

from __future__ import annotations

from tests.faults import (
    rows_answers,
    rows_certificates,
    rows_network,
    rows_refusals,
    rows_signed_out,
    rows_values,
)

_ROOMS = (
    rows_answers,
    rows_certificates,
    rows_network,
    rows_refusals,
    rows_signed_out,
    rows_values,
)
ROWS = tuple(sorted((row for room in _ROOMS for row in room.ROWS), key=lambda row: row.number))
