"""Every fault that is foreseen has a test, and the register says which."""

from __future__ import annotations

import pytest

from tests.faults.register import REGISTER, TABLE, Entry, is_there, lacking
from tests.faults.rows.every import ROWS


def test_no_fault_is_left_out() -> None:
    assert [entry.number for entry in REGISTER] == list(range(1, 41))
    assert all(entry.places for entry in REGISTER)


def test_every_row_of_the_table_is_entered() -> None:
    entered = {entry.number for entry in REGISTER if TABLE in entry.places}
    assert entered == {row.number for row in ROWS}


@pytest.mark.parametrize("entry", REGISTER, ids=lambda entry: f"row-{entry.number}")
def test_what_is_entered_is_there(entry: Entry) -> None:
    assert not lacking(entry)


def test_what_is_not_there_is_noticed() -> None:
    assert is_there("faults/test_register.py::test_what_is_not_there_is_noticed")
    assert not is_there("faults/test_register.py::test_of_nothing")
    assert not is_there("faults/test_nowhere.py")
    assert lacking(Entry(99, "none", (TABLE,))) == [TABLE]
