from __future__ import annotations

from tests.polls.contention import contend
from tests.service_fixture import running_service


async def test_cancelled_polls_cost_no_sale() -> None:
    with running_service() as running:
        seen = await contend(running, 400)
    assert seen.cancelled > 0
    assert seen.begun == seen.cancelled + seen.finished == 400
