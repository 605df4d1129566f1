"""A sale of many seats asks the database as often as a sale of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from tests.service.api import Api


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are executed in the block."""
    asked: list[str] = []

    def note(*words: object) -> None:
        asked.append(str(words[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def reserved(api: Api, *seats: int) -> int:
    order = api.reserve(*seats).result["id"]
    assert isinstance(order, int)
    return order


@pytest.mark.parametrize("step", ["reserve", "add", "complete", "cancel"])
def test_as_many_statements_for_ten_seats_as_for_one(api: Api, step: str) -> None:
    counts = []
    for first, number in ((1, 1), (11, 10)):
        seats = tuple(range(first, first + number))
        before = reserved(api, first + 25)
        order = before if step == "reserve" else reserved(api, *seats)
        with counted() as asked:
            if step == "reserve":
                answer = api.reserve(*seats)
            elif step == "add":
                answer = api.reserve(*(seat + 40 for seat in seats), order=before)
            elif step == "complete":
                answer = api.complete(order, f"BX-{number}")
            else:
                answer = api.delete(f"/orders/{order}")
        assert answer.status == 200, answer.body
        counts.append(len(asked))
    assert counts[0] == counts[1] > 0
