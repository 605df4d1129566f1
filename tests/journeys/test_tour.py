"""`boxoffice tour`, as a user runs it: the pictures, the paper, and what the server has of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage

from tests import ROOT
from tests.waiting import PATIENCE

STEPS = ["events", "search", "map", "zoom", "seats", "price-type", "pay", "cash", "sold", "next"]

pytestmark = pytest.mark.gui


def tour(out: Path, *words: str) -> subprocess.CompletedProcess[str]:
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "BOXOFFICE_TOKEN"}
    return subprocess.run(
        [sys.executable, "-m", "boxoffice", "tour", "--out", str(out), *words],
        capture_output=True,
        text=True,
        timeout=4 * PATIENCE,
        cwd=ROOT,
        check=False,
        env={name: value for name, value in os.environ.items() if name not in left_out},
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A hall of six rows of twelve."""
    rows = [
        {
            "row_number": "ABCDEF"[r],
            "position": {"x": 0, "y": 30 * r},
            "seats": [
                {
                    "seat_guid": f"{r}-{n}",
                    "seat_number": str(n + 1),
                    "category": "Hall",
                    "position": {"x": 25 * n, "y": 0},
                }
                for n in range(12)
            ],
        }
        for r in range(6)
    ]
    zone = {"name": "Hall", "position": {"x": 40, "y": 40}, "rows": rows}
    path = tmp_path / "hall.json"
    path.write_text(
        json.dumps(
            {
                "name": "Town hall",
                "categories": [{"name": "Hall", "color": "#FFAA00"}],
                "zones": [zone],
                "size": {"width": 400, "height": 300},
            }
        )
    )
    return path


def check(out: Path, seats: int) -> dict[str, object]:
    """What must hold of every tour; returns its record."""
    pictures = sorted(path.name for path in out.glob("*.png"))
    assert pictures == [f"{n:02}-{name}.png" for n, name in enumerate(STEPS, 1)]
    sizes = {QImage(str(out / name)).size().toTuple() for name in pictures}
    assert len(sizes) == 1
    record = json.loads((out / "sale.json").read_text(), parse_float=Decimal)
    assert record["status"] == "completed"
    assert len(record["seats"]) == len(record["tickets"]) == len(set(record["tickets"])) == seats
    assert [step["name"] for step in record["steps"]] == STEPS
    assert sum(s["price"] + s["fee"] for s in record["seats"]) == record["total"]
    assert len({s["price_type"] for s in record["seats"]}) == (2 if seats > 1 else 1)
    text = " ".join(
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(out / "summary.pdf").pages
    )
    assert str(record["order_id"]) in text
    for seat in record["seats"]:
        assert seat["area"] in text
        assert seat["number"] in text
    assert isinstance(record, dict)
    return record


def test_a_tour_of_the_theatre(tmp_path: Path) -> None:
    done = tour(tmp_path / "out", "--size", "1366x768")
    assert (done.returncode, done.stderr) == (0, "")
    record = check(tmp_path / "out", 2)
    assert QImage(str(tmp_path / "out" / "03-map.png")).size().toTuple() == (1366, 768)
    text = pypdf.PdfReader(tmp_path / "out" / "summary.pdf").pages[0].extract_text()
    assert f"€{record['total']:.2f}" in text


def test_a_tour_of_ones_own_plan_in_german(tmp_path: Path, plan: Path) -> None:
    out = tmp_path / "out"
    done = tour(out, "--plan", str(plan), "--seats", "3", "--language", "de")
    assert done.returncode == 0, done.stderr
    record = check(out, 3)
    assert record["venue"] == "Town hall"
    text = pypdf.PdfReader(out / "summary.pdf").pages[0].extract_text()
    assert f"{record['total']:.2f}".replace(".", ",") in text
    assert "Gesamt" in text or "Summe" in text


def test_a_tour_that_cannot_be_done_ends_with_1_and_a_picture(tmp_path: Path, plan: Path) -> None:
    out = tmp_path / "out"
    done = tour(out, "--plan", str(plan), "--seats", "13")
    assert done.returncode == 1
    assert "13 free seats side by side" in done.stderr
    assert not (out / "sale.json").exists()
    assert list(out.glob("*-failed.png"))
