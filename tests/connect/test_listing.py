"""Lists a page at a time, what changed of them, and a copy that is kept up to date."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from boxoffice.connect import paging
from boxoffice.connect.client import ListChanges, Replica
from boxoffice.connect.errors import BadReply, Unreachable
from boxoffice.connect.replica import Refreshed
from boxoffice.domain.catalogue import Location
from boxoffice.domain.ids import EventId, LocationId
from tests.connect.scripted import Scripted, ok


def page(
    *ids: int, total: int, marker: object = None, gone: tuple[int, ...] = ()
) -> httpx.Response:
    entries: list[dict[str, Any]] = [{"id": i, "name": f"Hall {i}"} for i in ids]
    entries += [{"id": i, "name": "", "deleted": True} for i in gone]
    return ok("LocationCnctResult", locations=entries, total_count=total, last_updated=marker)


async def test_pages_come_with_how_much_is_here() -> None:
    client = Scripted(page(1, 2, total=3), page(3, total=3)).client
    pages = [p async for p in client.locations.pages()]
    assert [[place.id for place in p.entries] for p in pages] == [[1, 2], [3]]
    assert [round(p.share, 2) for p in pages] == [0.67, 1.0]


async def test_a_list_that_grows_while_it_is_read_is_read_again() -> None:
    client = Scripted(
        page(1, 2, total=3),
        page(3, total=4),
        page(total=4),
        page(1, 2, total=4),
        page(3, 4, total=4),
    ).client
    assert [place.id for place in await client.locations.list()] == [1, 2, 3, 4]


async def test_a_list_that_has_no_end_is_left() -> None:
    scripted = Scripted(lambda asked: page(int(asked.url.params["page"]), total=10**9))
    with pytest.raises(BadReply, match="more than 500 pages"):
        await scripted.client.locations.list()
    assert len(scripted.seen) == 500


@pytest.mark.parametrize(
    ("told", "total"),
    [(-1, None), (True, None), ("2", 2), ("x", None), (2.5, None), (2, 2), (0, 0)],
)
async def test_a_total_that_cannot_be_true_is_none(told: Any, total: int | None) -> None:
    found = [p async for p in Scripted(page(1, 2, total=told)).client.locations.pages()]
    assert [(p.done, p.total, p.share) for p in found] == [(2, total, 1.0)]


async def test_a_list_with_pages_of_any_length_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "_MOST_ITEMS", 3)
    with pytest.raises(BadReply, match="more than 3 entries"):
        await Scripted(page(1, 2, 3, 4, total=4)).client.locations.list()
    assert len(await Scripted(page(1, 2, 3, total=3)).client.locations.list()) == 3


async def test_a_server_that_does_not_turn_the_pages_is_found_out() -> None:
    scripted = Scripted(page(1, 2, total=10**9))
    with pytest.raises(BadReply, match="page 2 is the one before it again"):
        await scripted.client.locations.list()
    assert len(scripted.seen) == 2


async def test_changes_tell_what_is_gone_and_of_doubles_the_last() -> None:
    entries = [
        {"id": 1, "name": "old"},
        {"id": 2, "name": "x", "deleted": True},
        {"id": 1, "name": "new"},
        {"id": 3, "name": "y", "deleted": True},
        {"id": 3, "name": "y"},
    ]
    scripted = Scripted(ok("LocationCnctResult", locations=entries, last_updated=7))
    changes = await scripted.client.locations.changes("5")
    assert {i: place.name for i, place in changes.entries.items()} == {1: "new", 3: "y"}
    assert (changes.gone, changes.marker) == (frozenset({2}), "7")
    assert scripted.seen[0].url.params["last_updated"] == "5"


@pytest.mark.parametrize(
    ("told", "marker"),
    [
        (9, "9"),
        ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
        (None, "4"),
        ([], "4"),
        (True, "4"),
        ("9" * 400, "4"),
        ("\n", "4"),
    ],
)
async def test_a_marker_is_a_number_or_a_text(told: object, marker: str) -> None:
    changes = await Scripted(page(total=0, marker=told)).client.locations.changes("4")
    assert changes.marker == marker


async def test_where_the_list_has_no_marker_its_entries_have() -> None:
    entries = [{"id": 1, "name": "", "last_updated": 4}, {"id": 2, "name": "", "last_updated": 12}]
    client = Scripted(ok("LocationCnctResult", locations=entries)).client
    assert (await client.locations.changes()).marker == "12"


async def test_one_entry() -> None:
    scripted = Scripted(page(1, 2, total=2))
    assert (await scripted.client.locations.get(LocationId(2))).name == "Hall 2"
    assert scripted.seen[0].url.params["id"] == "2"
    with pytest.raises(BadReply, match="no entry 3"):
        await scripted.client.locations.get(LocationId(3))


async def test_a_list_of_an_event_asks_for_it() -> None:
    scripted = Scripted(
        ok("SalesRuleCnctResult", sales_rules=[{"id": 1, "max_quantity": 6}], total_count=1)
    )
    (rule,) = await scripted.client.sales_rules.list(EventId(4))
    assert (rule.max_quantity, rule.min_quantity, rule.forbid_single_gap) == (6, None, False)
    await scripted.client.sales_rules.list(None)
    assert [r.url.params.get("id") for r in scripted.seen] == ["4", None]


async def test_a_price_counts_while_it_is_valid() -> None:
    def priced(id_: int, price: int, **more: str) -> dict[str, object]:
        return {
            "id": id_,
            "sales_type_id": 1,
            "price_category_id": id_,
            "price": price,
            "currency": "EUR",
        } | more

    entries = [
        priced(1, 10, valid_from="2020-01-01T00:00:00Z", valid_till="2021-01-01T00:00:00Z"),
        priced(2, 20, valid_from="2020-01-01T00:00:00Z"),
        priced(3, 30, valid_from="2999-01-01T00:00:00Z"),
    ]
    client = Scripted(ok("SalesTypePriceCnctResult", sales_type_prices=entries)).client
    prices = (await client.prices.price_list(EventId(1))).prices
    assert [category for category, _ in prices] == [2]
    assert len(await client.prices.list(EventId(1))) == 3


def locations(*names: str, gone: tuple[int, ...] = (), marker: str = "") -> ListChanges[Location]:
    found = {int(n[0]): Location(LocationId(int(n[0])), n) for n in names}
    return ListChanges(found, frozenset(gone), marker)


class Asked:
    """Answers with one after the other, and knows what it was asked with."""

    def __init__(self, *answers: ListChanges[Location] | Exception) -> None:
        self._answers = list(answers)
        self.markers: list[str] = []

    async def __call__(self, marker: str) -> ListChanges[Location]:
        self.markers.append(marker)
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_a_replica_merges_what_comes_and_forgets_what_is_gone() -> None:
    asked = Asked(
        locations("1a", "2a", marker="5"),
        locations("2b", "3a", gone=(1,), marker="8"),
        locations("2b", gone=(1,), marker="8"),
    )
    replica = Replica(asked)
    assert (await replica.refresh()).changed == {1, 2}
    second = await replica.refresh()
    assert second == Refreshed(frozenset({2, 3}), frozenset({1}))
    told_again = await replica.refresh()
    assert told_again == Refreshed(frozenset(), frozenset())
    assert {i: place.name for i, place in replica.entries.items()} == {2: "2b", 3: "3a"}
    assert asked.markers == ["", "5", "8"]


async def test_a_replica_stays_as_it_is_when_the_server_does_not_answer() -> None:
    asked = Asked(
        locations("1a", marker="5"), Unreachable("GetLocation", "away"), locations("1b", marker="6")
    )
    replica = Replica(asked)
    await replica.refresh()
    with pytest.raises(Unreachable):
        await replica.refresh()
    assert replica.entries[1].name == "1a"
    await replica.refresh()
    assert (replica.entries[1].name, replica.marker) == ("1b", "6")
    assert asked.markers == ["", "5", "5"]


async def test_a_replica_without_markers_is_all_there_is() -> None:
    replica = Replica(Asked(locations("1a", "2a"), locations("2a")))
    await replica.refresh()
    assert (await replica.refresh()).gone == {1}
    assert list(replica.entries) == [2]


async def test_a_replica_goes_on_where_an_earlier_one_ended() -> None:
    asked = Asked(locations("2a", marker="9"))
    replica = Replica(asked, {1: Location(LocationId(1), "1a")}, "7")
    await replica.refresh()
    assert sorted(replica.entries) == [1, 2]
    assert asked.markers == ["7"]
