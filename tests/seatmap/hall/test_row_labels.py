"""Where the names of rows stand."""

from __future__ import annotations

import numpy as np
import pytest

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.row_labels import row_labels
from tests.seatmap.conftest import seats_at


def test_names_stand_a_seat_before_the_first_and_after_the_last() -> None:
    plan = seats_at([100, 0, 50, 10, 10], [0, 0, 0, 200, 260], [0, 0, 0, 1, 1])
    labels = row_labels(plan, 50)
    assert labels.x.tolist() == [-50, 10, 150, 10]
    assert labels.y.tolist() == [0, 150, 0, 310]
    assert labels.rows.tolist() == [0, 1, 0, 1]
    assert labels.is_end.tolist() == [False, False, True, True]


def test_a_row_of_one_seat_is_named_once_on_its_left() -> None:
    labels = row_labels(seats_at([7], [7]), 50)
    assert (labels.x[0], labels.y[0]) == (-43, 7)
    assert labels.is_end.tolist() == [False, False]
    assert len(row_labels(seats_at([], []), 50).x) == 0


@pytest.mark.parametrize(("gap", "names"), [(60, 1), (100, 1), (140, 1), (200, 2)])
def test_between_two_sections_there_is_one_name_where_there_is_no_room_for_two(
    small: tuple[Offer, SeatPlan], gap: int, names: int
) -> None:
    x = [0.0, 50.0, 100.0, 100.0 + gap, 150.0 + gap, 200.0 + gap]
    plan = seats_at(x, [0.0] * 6, [0, 0, 0, 1, 1, 1])
    scene = Scene(small[0], plan, np.zeros(6, dtype=np.uint8), PALETTES["light"])
    between = [
        label
        for label in range(4)
        if 100 < scene.rows.x[label] < 100 + gap and scene.has_room(label)
    ]
    assert len(between) == names
