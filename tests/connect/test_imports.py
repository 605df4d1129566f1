"""Imports of any size: sent in parts, each with a key of its own, refused by their places."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from boxoffice.connect.errors import OutcomeUnknown, Refused
from boxoffice.domain.venue import DraftArea, DraftSeat
from tests.connect.scripted import Scripted, ok, refusal

DONE = ok("SimpleResult", id=1, message="imported")


def seats(count: int) -> list[DraftSeat]:
    return [DraftSeat(f"s{i}", "stalls", "gold", "A", str(i), float(i), 0.0) for i in range(count)]


def sent(scripted: Scripted, name: str) -> list[list[dict[str, Any]]]:
    return [json.loads(request.content)[name] for request in scripted.seen]


def keys(scripted: Scripted) -> list[str]:
    return [request.headers["Idempotency-Key"] for request in scripted.seen]


async def test_a_large_house_goes_out_in_parts_with_progress() -> None:
    scripted = Scripted(DONE)
    shares: list[float] = []
    await scripted.client.imports.seats(
        "event", seats(12_000), "key", gone=["old"], progress=shares.append
    )
    parts = sent(scripted, "seats")
    assert [len(part) for part in parts] == [5000, 5000, 2001]
    assert parts[2][-1] == {"external_seat_id": "old", "deleted": True}
    assert [entry["external_seat_id"] for part in parts for entry in part][:3] == ["s0", "s1", "s2"]
    assert shares == [5000 / 12_001, 10_000 / 12_001, 1.0]
    assert len(set(keys(scripted))) == 3
    assert keys(scripted)[0] == "key"


async def test_the_same_call_again_has_the_same_keys() -> None:
    first, second = Scripted(DONE), Scripted(DONE)
    for scripted in (first, second):
        await scripted.client.imports.seats("event", seats(6000), "key")
    assert keys(first) == keys(second)


async def test_nothing_to_import_asks_nothing() -> None:
    scripted = Scripted(DONE)
    await scripted.client.imports.seats("event", [], "key")
    assert scripted.seen == []


async def test_large_entries_make_small_parts() -> None:
    corners = tuple((float(i), 0.123456789) for i in range(5000))
    areas = [DraftArea(f"a{i}", "Area", outline=corners) for i in range(60)]
    scripted = Scripted(DONE)
    await scripted.client.imports.areas("hall", areas, "key")
    assert len(scripted.seen) > 1
    assert max(len(request.content) for request in scripted.seen) < 2_200_000
    assert sum(len(part) for part in sent(scripted, "venues")) == 60


async def test_items_are_refused_by_their_places_in_the_whole() -> None:
    items = [{"error_index": 7, "error_message": "no area"}, {"error_index": 9999}]
    refused = refusal(422, 5, errors=items)
    shares: list[float] = []
    with pytest.raises(Refused) as error:
        await Scripted(DONE, refused).client.imports.seats(
            "event", seats(6000), "key", progress=shares.append
        )
    assert [item.index for item in error.value.items] == [5007]
    assert shares == [5000 / 6000]


async def test_areas_follow_their_parents_and_keep_their_places() -> None:
    areas = [
        DraftArea("row", "", parent_key="block"),
        DraftArea("block", "", parent_key="tier"),
        DraftArea("tier", ""),
        DraftArea("a", "", parent_key="b"),
        DraftArea("b", "", parent_key="a"),
    ]
    scripted = Scripted(refusal(422, 5, errors=[{"error_index": 0, "error_message": "no"}]))
    with pytest.raises(Refused) as error:
        await scripted.client.imports.areas("hall", areas, "key")
    (part,) = sent(scripted, "venues")
    order = [entry["external_area_id"] for entry in part]
    assert order.index("tier") < order.index("block") < order.index("row")
    assert [item.index for item in error.value.items] == [2]


async def test_an_unknown_outcome_is_settled_by_the_call_s_own_key() -> None:
    with pytest.raises(OutcomeUnknown) as unknown:
        await Scripted(DONE, httpx.ReadError("reset")).client.imports.seats(
            "event", seats(6000), "key"
        )
    assert unknown.value.key == "key"


async def test_letters_that_cannot_be_sent_are_named_before_anything_is() -> None:
    scripted = Scripted(DONE)
    wrong = [*seats(2), DraftSeat("s\ud800", "stalls", "gold")]
    with pytest.raises(Refused) as error:
        await scripted.client.imports.seats("event", wrong, "key")
    assert [item.index for item in error.value.items] == [2]
    assert scripted.seen == []
