"""What is kept of the events comes back as it was, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from boxoffice.domain.catalogue import (
    Event,
    EventCategory,
    EventSet,
    EventStatus,
    Location,
    Organizer,
)
from boxoffice.domain.ids import EventCategoryId, EventId, EventSetId, LocationId, OrganizerId
from boxoffice.domain.listings import Listings
from boxoffice.journal.shelf import Shelf

ADDRESS = "https://tickets.example/connect"
NOW = datetime(2026, 3, 14, 12, 30, 5, tzinfo=timezone(timedelta(hours=2)))
KEPT = Listings(
    NOW,
    (
        Event(
            EventId(1),
            "Frühling \u202e 🎭",
            NOW,
            "EUR",
            EventStatus.CANCELLED,
            "x-1",
            "<b>",
            location_id=LocationId(2),
            seats_total=80,
            seats_free=3,
            category_id=EventCategoryId(4),
        ),
        Event(EventId(2), "", NOW, "CHF", ends_at=NOW + timedelta(hours=2)),
    ),
    (Location(LocationId(2), "Haus", "Weimar", timezone="Europe/Berlin", latitude=50.98),),
    (Organizer(OrganizerId(3), "Bühne e. V."),),
    (EventCategory(EventCategoryId(4), "Schauspiel"),),
    (EventSet(EventSetId(5), "Abo", NOW),),
    {"locations": "17"},
)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "new", ADDRESS)
    assert shelf.load() is None
    shelf.save(KEPT)
    assert Shelf(tmp_path / "new", ADDRESS).load() == KEPT
    later = Listings(datetime(2026, 3, 15, tzinfo=UTC))
    shelf.save(later)
    assert shelf.load() == later
    assert [path.name for path in (tmp_path / "new").iterdir()] == [shelf.path.name]


def test_each_server_has_a_file_of_its_own(tmp_path: Path) -> None:
    Shelf(tmp_path, ADDRESS).save(KEPT)
    other = Shelf(tmp_path, "http://127.0.0.1:8480/connect")
    assert other.load() is None
    other.path.write_bytes(Shelf(tmp_path, ADDRESS).path.read_bytes())
    assert other.load() is None  # whoever put it there


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b'{"version": 1}', b"\0" * 1000, b'{"version": 2}', b"null"],
)
def test_what_cannot_be_read_is_done_without(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf(tmp_path, ADDRESS)
    shelf.path.write_bytes(content)
    assert shelf.load() is None
    assert shelf.path.name in caplog.text
    shelf.save(KEPT)
    assert shelf.load() == KEPT


def test_a_later_version_is_let_be(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, ADDRESS)
    shelf.save(KEPT)
    text = shelf.path.read_text(encoding="utf-8")
    shelf.path.write_text(text.replace('"version":1', '"version":2'), encoding="utf-8")
    assert shelf.load() is None


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("x")
    shelf = Shelf(tmp_path / "file", ADDRESS)
    shelf.save(KEPT)
    assert "could not be kept" in caplog.text
    assert shelf.load() is None
