"""A journal that cannot be used is put aside, whole, and nothing is overwritten."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from boxoffice.journal.aside import put_aside

NOW = datetime(2026, 11, 27, 19, 5, 1, tzinfo=UTC)


def test_it_is_kept_with_its_day_and_what_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"damaged")
    path.with_name("journal.sqlite-journal").write_bytes(b"to be played back")
    aside = put_aside(path, NOW)
    assert aside.name == "journal.2026-11-27-190501.sqlite"
    assert aside.read_bytes() == b"damaged"
    beside = aside.with_name("journal.2026-11-27-190501.sqlite-journal")
    assert beside.read_bytes() == b"to be played back"
    assert sorted(tmp_path.iterdir()) == [aside, beside]


def test_twice_in_a_second_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        put_aside(path, NOW)
    assert sorted(each.read_bytes() for each in tmp_path.iterdir()) == [b"one", b"three", b"two"]


def test_what_cannot_be_moved_stays(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        put_aside(tmp_path / "journal.sqlite", NOW)
