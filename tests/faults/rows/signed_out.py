"""Row 5: the credential ends in the middle of a checkout; calls wait for another."""

from __future__ import annotations

import asyncio

from tests.faults import injected, invariants
from tests.faults.sale import Intent, sell
from tests.faults.stage import TOKEN, Stage
from tests.faults.table import row
from tests.waiting import PATIENCE


@row(5, "401 in the middle of a checkout", "sign in again, same key", with_service=True)
async def signed_out(stage: Stage) -> str:
    proxy = stage.proxy()
    told: list[int] = []
    is_told = asyncio.Event()

    def on_signed_out() -> None:
        told.append(len(proxy.seen))
        is_told.set()

    client = stage.client(proxy.address, on_signed_out=on_signed_out)

    def before(step: str) -> None:
        if step == "complete":
            proxy.always(injected.signed_out())

    selling = asyncio.create_task(sell(stage, client, Intent("BX-again"), before))
    async with asyncio.timeout(PATIENCE):
        await is_told.wait()
    proxy.always(None)
    assert not selling.done(), "the call did not wait"
    client.use_token(TOKEN)
    receipt = await selling
    assert len(told) == 1, f"told {len(told)} times"
    completing = [request for request in proxy.writes if request.body.count(b"process_info")]
    assert len(completing) == 2, f"completed in {len(completing)} attempts"
    assert len({request.key for request in completing}) == 1, "another key after signing in"
    await asyncio.to_thread(invariants.check, stage, [receipt])
    return "told once, waited, and completed with the same key after signing in"


ROWS = (signed_out,)
