"""The harness as tests: a row each, some pairs, and proofs that it notices what it should."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults import invariants
from tests.faults.__main__ import main
from tests.faults.pairs import drawn
from tests.faults.rows.every import ROWS
from tests.faults.sale import Intent, sell
from tests.faults.stage import CARD, TOKEN, Stage
from tests.faults.table import Outcome, Row, perform

_PAIRS = list(drawn(seed=7, count=5))


def assert_as_expected(outcome: Outcome) -> None:
    assert outcome.ok, f"{outcome.fault}: {outcome.seen}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row-{row.number}")
def test_a_row(row: Row) -> None:
    assert_as_expected(perform(row))


def test_every_row_is_there() -> None:
    assert [row.number for row in ROWS] == list(range(1, 28))


@pytest.mark.parametrize("row", _PAIRS, ids=lambda row: row.fault)
def test_a_pair(row: Row) -> None:
    assert_as_expected(perform(row))


def test_pairs_are_drawn_by_their_seed() -> None:
    assert [row.fault for row in drawn(7, 5)] == [row.fault for row in _PAIRS]
    assert [row.fault for row in drawn(8, 5)] != [row.fault for row in _PAIRS]


@pytest.mark.parametrize(
    ("bug", "row", "says"),
    [("new-key", "11", "another key"), ("no-unique", "6", "nothing was raised")],
)
def test_a_seeded_bug_is_caught(bug: str, row: str, says: str, tmp_path: Path) -> None:
    told = tmp_path / "outcomes.json"
    assert main(["--row", row, "--broken", bug, "--json", str(told)]) == 1
    content = json.loads(told.read_text(encoding="utf-8"))
    assert not content["ok"]
    [outcome] = content["rows"]
    assert not outcome["ok"]
    assert says in outcome["seen"]
    assert main(["--row", row]) == 0


def test_a_secret_in_a_log_or_an_error_is_noticed() -> None:
    async def logs(_: Stage) -> str:
        logging.getLogger("some.library").debug("sending %s", TOKEN)
        return ""

    async def raises(stage: Stage) -> str:
        stage.note(ValueError(CARD))
        return ""

    for play in (logs, raises):
        outcome = perform(Row(0, "", "", play))
        assert not outcome.ok
        assert outcome.seen.startswith("I6")


def test_a_stall_is_noticed() -> None:
    async def stalls(_: Stage) -> str:
        time.sleep(0.15)  # noqa: ASYNC251 - this is the stall
        return ""

    outcome = perform(Row(0, "", "", stalls))
    assert not outcome.ok
    assert outcome.seen.startswith("I5")


_RUIN = {
    "I1": "update event_seats set order_id = null, status = 0 where seat_id = 1 and event_id = 1",
    "I2": "update orders set status = 2",
    "I3": "update orders set payment = replace(payment, '\"payments\": [', '\"payments\": [{}, ')",
    "I4": "update event_seats set status = 1 where seat_id = 30 and event_id = 1",
}


@pytest.mark.parametrize("invariant", _RUIN)
def test_ruined_data_are_noticed(invariant: str) -> None:
    async def sells(stage: Stage) -> str:
        receipt = await sell(stage, stage.client(stage.service.address), Intent("BX-1"))
        with closing(sqlite3.connect(stage.data)) as data, data:
            assert data.execute(_RUIN[invariant]).rowcount == 1
        invariants.check(stage, [receipt])
        return ""

    outcome = perform(Row(0, "", "", sells, with_service=True))
    assert not outcome.ok
    assert outcome.seen.startswith(invariant)
