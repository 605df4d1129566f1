"""The rows of the seats as a list, a hundred thousand of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import PriceCategoryId, SeatId
from boxoffice.domain.natural_order import natural_key
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.seat_words import PriceWords
from boxoffice.views.seat_list.model import SeatListModel
from boxoffice.views.seat_list.rows import SeatRows
from tests.turns import best_of, held_up
from tests.views.conftest import small_offer


def great() -> tuple[Offer, SeatPlan]:
    """400 rows of 250; their ids run against the order of the rows."""
    offer, _ = small_offer()
    rows, seats = 400, 250
    n = rows * seats
    return offer, SeatPlan(
        ids=np.arange(1, n + 1),
        x=np.tile(np.arange(seats) * 50.0, rows),
        y=np.repeat(np.arange(rows) * 50.0, seats),
        angle=np.zeros(n),
        area_ids=np.repeat([3, 2], n // 2).astype(np.int64),
        row_index=np.repeat(np.arange(rows)[::-1], seats).astype(np.int32),
        row_names=tuple(str(i + 1) for i in range(rows)),
        numbers=tuple(str(1 + i % seats) for i in range(n)),
        category_ids=np.ones(n, dtype=np.int64),
        attributes=np.zeros(n, dtype=np.int32),
    )


def test_a_hundred_thousand_seats_open_at_once(dressed: QApplication) -> None:
    offer, plan = great()
    formats = LocaleFormats("en")
    model = SeatListModel(formats)
    prices = PriceWords(offer, formats)
    states = np.zeros(len(plan), dtype=np.uint8)

    def opening() -> float:
        return held_up(lambda: model.show_plan(offer, plan, states, prices))

    assert best_of(3, opening, lambda held: held < 0.25) < 0.25
    assert model.rowCount() == len(plan)
    first = [model.index(0, column).data() for column in range(3)]
    last = [model.index(len(plan) - 1, column).data() for column in range(3)]
    assert first == ["Stalls", "1", "1"]
    assert last == ["Balcony", "400", "250"]
    model.set_filter("stalls 7 123", None, only_free=True)
    assert model.rowCount() == 2  # row 7 seat 123, row 123 seat 7
    assert not model.data(model.index(0, 0), Qt.ItemDataRole.EditRole)


def test_scattered_changes_are_told_at_once(dressed: QApplication) -> None:
    offer, plan = great()
    formats = LocaleFormats("en")
    model = SeatListModel(formats)
    model.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8), PriceWords(offer, formats))
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(last.row() - first.row()))
    changed = np.arange(0, 100_000, 200)
    model.show_states(changed, np.full(500, SeatState.SOLD, dtype=np.uint8))
    assert len(told) == 1
    told.clear()
    model.show_states(np.array([5, 6]), np.array([2, 2], dtype=np.uint8))
    assert told == [1]


def test_rows_and_numbers_in_the_order_people_count() -> None:
    names = ["10", "2", "AA", "B", "A", "Box 12", "Box 3", "2a"]
    assert sorted(names, key=natural_key) == ["2", "2a", "10", "A", "B", "AA", "Box 3", "Box 12"]


def test_an_empty_plan_and_unknown_areas_are_no_trouble() -> None:
    offer, plan = small_offer()
    assert len(SeatRows(offer, SeatPlan.empty()).entries) == 0
    strange = replace(plan, area_ids=np.full(len(plan), 99), category_ids=np.full(len(plan), 99))
    rows = SeatRows(offer, strange)
    assert len(rows.entries) == 80
    assert len(rows.matching("gold", None)) == 0
    assert len(rows.matching("", PriceCategoryId(1))) == 0


def test_a_seat_that_is_not_there_has_no_row(dressed: QApplication) -> None:
    model = SeatListModel(LocaleFormats("en"))
    assert model.line_of(SeatId(1)) == -1
    assert model.seat_at(0) is None
