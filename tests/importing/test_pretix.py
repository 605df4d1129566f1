"""Seating plans of pretix: read whole or refused whole, the culprits named."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from boxoffice.domain.catalogue import AreaKind
from boxoffice.importing.pretix import PlanRefused, read_plan

# A folder of real plans to try, where somebody has one: their licences keep them out of here.
PLANS = os.environ.get("BOXOFFICE_SEATPLANS", "")
real_plans = pytest.mark.skipif(not PLANS, reason="BOXOFFICE_SEATPLANS names no folder")


def seat(guid: str, x: float = 0.0, number: str = "1", category: str = "Gold") -> dict[str, Any]:
    position = {"x": x, "y": 2.0}
    return {"seat_guid": guid, "seat_number": number, "position": position, "category": category}


def plan(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    zone = {"name": "Hall", "position": {"x": 100, "y": 10}, "rows": list(rows)}
    return {
        "name": "Town hall",
        "categories": [{"name": "Gold", "color": "#FFAA00"}, {"name": "Wood"}],
        "zones": [zone],
        "size": {"width": 800, "height": 600},
        **more,
    }


def row(number: str, *seats: dict[str, Any], x: float = 0.0) -> dict[str, Any]:
    return {"row_number": number, "position": {"x": x, "y": 5.0}, "seats": list(seats)}


def write(folder: Path, content: object) -> Path:
    path = folder / "plan.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def refusal(folder: Path, content: object) -> str:
    with pytest.raises(PlanRefused) as refused:
        read_plan(write(folder, content))
    return "\n".join(refused.value.problems)


def test_a_seat_is_placed_by_zone_row_and_itself(tmp_path: Path) -> None:
    venue = read_plan(write(tmp_path, plan(row("A", seat("a1", x=7.0), x=30.0)))).venue
    (found,) = venue.seats
    assert (found.key, found.row, found.number) == ("a1", "A", "1")
    assert (found.x, found.y) == (137.0, 17.0)
    assert found.category_key == "Gold"
    assert [(c.name, c.color) for c in venue.categories] == [
        ("Gold", "#ffaa00"),
        ("Wood", "#808080"),
    ]


def test_the_first_category_costs_most_and_every_type_has_its_price(tmp_path: Path) -> None:
    venue = read_plan(write(tmp_path, plan(row("A", seat("a1"))))).venue
    gold, wood = venue.categories
    assert set(gold.prices) == {t.key for t in venue.price_types}
    assert gold.prices["full"][0] > wood.prices["full"][0] > wood.prices["child"][0] > 0


def test_a_row_named_with_a_dash_holds_standing_places(tmp_path: Path) -> None:
    rows = (row("A", seat("a1"), seat("a2", x=20.0)), row("-", seat("s1", x=60.0), seat("s2")))
    venue = read_plan(write(tmp_path, plan(*rows))).venue
    kinds = {area.kind: area for area in venue.areas}
    standing = [s for s in venue.seats if s.area_key == kinds[AreaKind.STANDING].key]
    assert {s.key for s in standing} == {"s1", "s2"}
    assert all((s.row, s.number, s.x, s.y) == ("", "", None, None) for s in standing)
    assert kinds[AreaKind.STANDING].capacity == 2
    assert len(kinds[AreaKind.STANDING].outline) >= 3


def test_unknown_keys_are_warned_of_and_ignored(tmp_path: Path) -> None:
    odd = seat("a1") | {"wheelchair": True}
    read = read_plan(write(tmp_path, plan(row("A", odd, seat("a2")), segment_breaks=[1])))
    assert read.warnings == (
        "unknown key plan.segment_breaks ignored, 1 times",
        "unknown key seat.wheelchair ignored, 1 times",
    )


@pytest.mark.parametrize(
    "shape",
    [
        {"shape": "rectangle", "rectangle": {"width": 10, "height": 4}},
        {"shape": "circle", "circle": {"radius": 5}},
        {"shape": "ellipse", "ellipse": {"radius": {"x": 5, "y": 3}}, "rotation": 45},
        {"shape": "polygon", "polygon": {"points": [{"x": 0, "y": 0}] * 3}},
        {"shape": "text", "text": {"text": "Exit"}},
    ],
)
def test_drawings_become_decorations(shape: dict[str, Any], tmp_path: Path) -> None:
    content = plan(row("A", seat("a1")))
    content["zones"][0]["areas"] = [shape | {"position": {"x": 1, "y": 2}}]
    venue = read_plan(write(tmp_path, content)).venue
    (drawn,) = (a for a in venue.areas if a.kind is AreaKind.DECORATION)
    assert bool(drawn.outline) is (shape["shape"] != "text")
    assert drawn.label_at is not None


def test_guids_twice_are_refused_by_name(tmp_path: Path) -> None:
    told = refusal(tmp_path, plan(row("A", seat("a1"), seat("a1"), seat("b7"))))
    assert "1 seat_guids occur more than once: a1" in told
    assert "b7" not in told


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("", "line 1"),
        ('{"name": "x",\n "zones": oops}', "line 2, column 11"),
        ("[]", "the file"),
        ("[" * 100_000, "nested too deep"),
        ('{"size": {"width": NaN}}', "NaN"),
        ('{"size": {"width": ' + "9" * 5000 + "}}", "too many digits"),
        (plan(), "no seats"),
        (plan(row("A", seat("a1", category="Lead"))), "a1"),
        (plan(row("A", seat(""))), "zones[0].rows[0].seats[0].seat_guid"),
        (plan(row("A", seat("a1", x=1e300))), "zones[0].rows[0].seats[0].position.x"),
        (plan(row("A", {"seat_guid": "a1"})), "zones[0].rows[0].seats[0].seat_number"),
        (plan(row("A", seat("a1")), categories=[]), "categories"),
        (plan(row("A", seat("a1")), categories=[{"name": "Gold"}, {"name": "Gold"}]), "Gold"),
    ],
)
def test_a_broken_plan_is_refused_and_says_where(
    content: object, named: str, tmp_path: Path
) -> None:
    assert named in refusal(tmp_path, content)


def test_what_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    binary = tmp_path / "plan.json"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PlanRefused, match="UTF-8"):
        read_plan(binary)
    with pytest.raises(PlanRefused, match="No such file"):
        read_plan(tmp_path / "missing.json")
    with pytest.raises(PlanRefused, match="directory"):
        read_plan(tmp_path)


def test_hundreds_of_faults_are_told_shortly(tmp_path: Path) -> None:
    broken = [{"seat_guid": f"s{i}"} for i in range(500)]
    assert len(refusal(tmp_path, plan(row("A", *broken))).splitlines()) == 21


@real_plans
@pytest.mark.parametrize(
    ("name", "seats", "standing"), [("hall-1115", 1115, 900), ("stadium-39616", 39_616, 0)]
)
def test_real_plans_are_read_whole(name: str, seats: int, standing: int) -> None:
    venue = read_plan(Path(PLANS) / f"{name}.json").venue
    assert len(venue.seats) == seats
    assert sum(s.x is None for s in venue.seats) == standing


@real_plans
def test_a_real_plan_with_guids_twice_is_refused() -> None:
    with pytest.raises(PlanRefused, match="Groundfloor-A-1"):
        read_plan(Path(PLANS) / "duplicate-guids-738.json")
