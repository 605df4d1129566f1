"""What an event says of its seats beside their geometry."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from boxoffice.service.venues import VENUES
from tests.service.client import Api
from tests.service_fixture import block, running_service


def test_blocked_seats_say_why_and_others_do_not(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    with running_service(data=data) as running, Api(running) as api:
        first = api.get("/event-seat-data", id=1, pageSize=100).result
        assert first["total_count"] == len(first["event_seat_data"]) == 80
        assert first["event_seat_data"][0] == {
            "event_id": 1,
            "seat_id": 1,
            "price_category_id": 1,
            "status": 0,
        }
        block(data, (5, 6), "Press")
        order = api.reserve(7).result["id"]
        changed = api.get("/event-seat-data", id=1, last_updated=first["last_updated"]).result
        assert [
            (s["seat_id"], s["status"], s.get("blocked_reason")) for s in changed["event_seat_data"]
        ] == [(5, 3, "Press"), (6, 3, "Press"), (7, 1, None)]
        assert (
            api.get("/event-seat-data", id=1, last_updated=changed["last_updated"]).result[
                "event_seat_data"
            ]
            == []
        )
        block(data, (5,), None)
        api.delete(f"/orders/{order}")
        seats = api.get("/event-seat-data", id=1).result["event_seat_data"]
        assert [s["seat_id"] for s in seats if "blocked_reason" in s] == [6]


def test_a_first_status_answer_is_not_told_twice() -> None:
    with running_service() as running, Api(running) as api:
        marker = api.get("/events/1/seat-status").result["last_updated"]
        assert api.statuses(last_updated=marker) == {}


def test_house_seats_of_a_demo_venue_are_blocked_a_party_for_one_reason() -> None:
    venue = VENUES["theatre"]()
    parties: dict[tuple[int, str, str], list[str | None]] = defaultdict(list)
    with running_service(venue) as running, Api(running) as api:
        for event in range(1, len(venue.performances) + 1):
            seats = api.get("/event-seat-data", id=event, pageSize=20_000).result
            for seat, drafted in zip(seats["event_seat_data"], venue.seats, strict=True):
                assert ("blocked_reason" in seat) is (seat["status"] == 3)
                if seat["status"] == 3:
                    place = event, drafted.area_key, drafted.row
                    parties[place].append(seat["blocked_reason"])
    assert len(parties) >= 3
    assert sum(len(set(reasons)) == 1 for reasons in parties.values()) >= len(parties) - 1
    assert len({reason for reasons in parties.values() for reason in reasons}) > 1
