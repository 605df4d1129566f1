"""A sale of many seats asks the database as often as a sale of one, and in the same words, which
are understood once."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event, text

from boxoffice.service.data.store import Store
from boxoffice.service.errors import Refusal
from boxoffice.service.sale import holds
from tests.postgresql import Server
from tests.service.client import Api


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
    words: list[set[str]] = []
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
        words.append(set(asked))
    assert counts[0] == counts[1] > 0
    assert words[0] == words[1]


def test_tickets_are_read_in_few_statements(api: Api) -> None:
    order = reserved(api, 1, 2, 3)
    api.complete(order)
    with counted() as asked:
        tickets = api.get(f"/orders/{order}/tickets").result
    assert tickets["total_count"] == 3
    # Beside who asks, the order, and what the sweeper does: each of the three is read once.
    of_tickets = [
        words for words in asked if re.search("(tickets|events|locations|counters)", words)
    ]
    assert len(of_tickets) == 3


@pytest.mark.parametrize("is_refused", [False, True])
def test_what_was_prepared_stays_so_when_a_sale_is_refused(
    server: Server, is_refused: bool
) -> None:
    data = Store(server.new_database())
    try:
        with contextlib.suppress(Refusal), data.selling() as connection:
            for _ in range(10):
                holds.lock(connection, [(1, 1), (1, 2)])
            if is_refused:
                raise Refusal(409, "the seats are taken")
        with data.reading() as connection:  # the pool gives the same connection again
            query = text("SELECT count(*) FROM pg_prepared_statements")
            assert connection.execute(query).scalar_one() == 1
    finally:
        data.close()


def test_a_refused_sale_leaves_nothing(server: Server) -> None:
    data = Store(server.new_database())
    try:
        for number in range(2):
            with contextlib.suppress(Refusal), data.selling() as connection:
                connection.execute(text("UPDATE counters SET value = value + 1"))
                raise Refusal(409, f"not taken, {number}")
        with data.reading() as connection:
            query = text("SELECT value FROM counters WHERE name = 'stamp'")
            assert connection.execute(query).scalar_one() == 1
    finally:
        data.close()
