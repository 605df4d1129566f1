"""Row 8: certificates that are not right. The good one shows that the others are looked at."""

from __future__ import annotations

import inspect
from pathlib import Path

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import Unreachable
from tests import CERTIFICATES
from tests.faults import scripted
from tests.faults.stage import Stage
from tests.faults.table import row

_FOLDER = CERTIFICATES


@row(8, "expired certificate, wrong host", "refused, no way around")
async def certificates(stage: Stage) -> str:
    options = inspect.signature(ConnectClient).parameters
    assert not [name for name in options if "verify" in name or "insecure" in name], "a way around"
    await _is_refused(stage, "good")
    authority = {"ca_file": _FOLDER / "authority.pem"}
    for name in ("expired", "elsewhere"):
        await _is_refused(stage, name, **authority)
    server = stage.scripted(scripted.events(), _FOLDER / "good.pem")
    assert await stage.client(server.address, **authority).events.list() == ()
    return "unknown, expired and another host's refused at the first handshake; a good one taken"


async def _is_refused(stage: Stage, name: str, **options: Path) -> None:
    """The server is refused at once, and nothing was asked of it."""
    server = stage.scripted(scripted.events(), _FOLDER / f"{name}.pem")
    client = stage.client(server.address, pause=1.0, **options)
    with stage.expects(Unreachable, "certificate"):
        await client.events.list()
    assert not server.seen, "it was asked all the same"
    assert server.handshakes == 1, f"{server.handshakes} handshakes"


ROWS = (certificates,)
