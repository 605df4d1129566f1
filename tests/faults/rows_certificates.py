"""Row 8: certificates that are not right. The good one shows that the others are looked at."""

from __future__ import annotations

import inspect
import time
from pathlib import Path

from boxoffice.connect.client import ConnectClient, Deadlines
from boxoffice.connect.errors import Unreachable
from tests.faults import scripted
from tests.faults.stage import Stage
from tests.faults.table import row

_FOLDER = Path(__file__).parent / "certificates"
_MOST_TO_SAY = 2.0
_MOST_HANDSHAKES = 1


@row(
    8, "expired certificate, wrong host", "refused, no way around",
)  # fmt: skip
async def certificates(stage: Stage) -> str:
    options = inspect.signature(ConnectClient).parameters
    assert not [name for name in options if "verify" in name or "insecure" in name], "a way around"
    took = [await _seconds_to_refuse(stage, "good")]
    authority = {"ca_file": _FOLDER / "authority.pem"}
    took += [
        await _seconds_to_refuse(stage, name, **authority) for name in ("expired", "elsewhere")
    ]
    assert max(took) < _MOST_TO_SAY, f"refused after {max(took):.1f} s"
    server = stage.scripted(scripted.events(), _FOLDER / "good.pem")
    assert await stage.client(server.address, **authority).events.list() == ()
    return f"unknown, expired and another host's refused within {max(took):.1f} s; a good one taken"


async def _seconds_to_refuse(stage: Stage, name: str, **options: Path) -> float:
    """How long it takes to refuse the server; nothing was asked of it."""
    server = stage.scripted(scripted.events(), _FOLDER / f"{name}.pem")
    client = stage.client(server.address, pause=1.0, deadlines=Deadlines(), **options)
    begun = time.monotonic()
    with stage.expects(Unreachable, "certificate"):
        await client.events.list()
    assert not server.seen, "it was asked all the same"
    assert 1 <= server.handshakes <= _MOST_HANDSHAKES, f"{server.handshakes} handshakes"
    return time.monotonic() - begun


ROWS = (certificates,)
