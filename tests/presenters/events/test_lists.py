"""What only decorates the events never stops them."""

from __future__ import annotations

import httpx
import pytest

from boxoffice.connect.errors import SignedOut, Unreachable
from boxoffice.presenters.events.lists import Lists
from tests.connect.scripted import Scripted, ok, refusal

PLACE = {"id": 1, "name": "House"}


def served(other: httpx.Response) -> Lists:
    """Locations, and one answer to everything else."""

    def answer(request: httpx.Request) -> httpx.Response:
        is_place = request.url.path.endswith("/locations")
        return ok("LocationCnctResult", locations=[PLACE], total_count=1) if is_place else other

    return Lists(Scripted(answer).client)


@pytest.mark.parametrize(
    "other",
    [
        refusal(404, 3),
        refusal(403, 2),
        httpx.Response(405),
        httpx.Response(200, json={"Sets": []}),
        httpx.Response(200, text="<html>"),
    ],
)
async def test_a_list_that_cannot_be_had_is_gone_without(other: httpx.Response) -> None:
    lists = served(other)
    assert await lists.refresh()
    assert not await lists.refresh()


async def test_who_is_not_signed_in_and_whose_server_is_away_is_told() -> None:
    with pytest.raises(SignedOut):
        await served(refusal(401, 1)).refresh()
    with pytest.raises(Unreachable):
        await Lists(Scripted(httpx.ConnectError("away")).client).refresh()
    assert await served(httpx.Response(503)).refresh()
    assert not await Lists(Scripted(refusal(404, 3)).client).refresh()
