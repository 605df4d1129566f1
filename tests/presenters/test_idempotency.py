"""Writes are sent again with one key until it is known what became of them."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from boxoffice.connect.errors import OutcomeUnknown
from boxoffice.presenters.idempotency import until_known

NO_PAUSES = (0.0, 0.0, 0.0)


class Server:
    """Loses some answers, and hears every key."""

    def __init__(self, lost: int) -> None:
        self._lost = lost
        self.keys: list[str] = []

    async def write(self, key: str) -> str:
        self.keys.append(key)
        if len(self.keys) <= self._lost:
            raise OutcomeUnknown("write", "the answer was lost", key=key)
        return "done"


@pytest.mark.parametrize("key", ["", "a key of before"])
async def test_the_key_stays_the_same(key: str) -> None:
    server, on_doubt = Server(lost=2), Mock()
    assert await until_known(server.write, on_doubt, NO_PAUSES, key=key) == "done"
    assert on_doubt.call_count == 2
    assert len(server.keys) == 3
    assert len(set(server.keys)) == 1
    assert all(server.keys)
    assert not key or server.keys[0] == key


async def test_two_writes_have_two_keys() -> None:
    server = Server(lost=0)
    for _ in range(2):
        await until_known(server.write, Mock())
    assert server.keys[0] != server.keys[1]


async def test_after_the_last_pause_nobody_knows() -> None:
    server = Server(lost=9)
    with pytest.raises(OutcomeUnknown):
        await until_known(server.write, Mock(), NO_PAUSES)
    assert len(server.keys) == len(NO_PAUSES) + 1
