"""All 48 operations, one test each."""

from __future__ import annotations

import pytest

from boxoffice.connect.operations import ALL
from tests.faults.broken import Bug
from tests.operations.case import Case
from tests.operations.show import CASES, show


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.operation.title.replace(" ", "-"))
def test_an_operation(case: Case) -> None:
    shown = show(case)
    assert shown.is_ok, shown


def test_none_is_left_out() -> None:
    assert sorted(case.operation.title for case in CASES) == sorted(op.title for op in ALL)


@pytest.mark.parametrize("title", ["ReserveSeat POST", "Customers POST", "OrderSeat DELETE"])
def test_a_client_that_repeats_with_another_key_is_noticed(title: str) -> None:
    [case] = (case for case in CASES if case.operation.title == title)
    shown = show(case, Bug("new-key"))
    assert shown.lost != "ok"
    assert not shown.is_ok
