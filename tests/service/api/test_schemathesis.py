"""A short run of schemathesis over the service; `python -m tests.openapi` is the long one."""

from __future__ import annotations

from boxoffice.service.api.operations import OPERATIONS
from tests.openapi.fuzz import ask_all, failures


def test_every_operation_answers_as_described() -> None:
    found = list(ask_all(examples=12, seconds=20))
    assert failures(found) == []
    assert len(found) == len(OPERATIONS)
    assert all(asked.cases for asked in found)
    assert sum(asked.server_errors for asked in found) == 0
