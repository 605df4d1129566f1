"""The next free seat beside some seats: after the last of them, else before the first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from boxoffice.domain.seats.nearest import next_beside
from tests.plans import plan_of
from tests.service_fixture import small_venue

PLAN = plan_of(small_venue())  # stalls A 1 to 10 are 0 to 9, B 1 is 10; 60 is a standing place


@pytest.mark.parametrize(
    ("seats", "taken", "found"),
    [
        ([3, 4], [], 5),
        ([3, 4], [5], 2),
        ([8, 9], [], 7),
        ([3, 4], [2, 5], None),
        ([3, 14], [], 15),
        ([60], [], None),
        ([-1], [], None),
    ],
)
def test_the_next_seat(seats: list[int], taken: list[int], found: int | None) -> None:
    free = np.ones(len(PLAN), dtype=np.bool_)
    free[[seat for seat in (*seats, *taken) if seat >= 0]] = False
    assert next_beside(PLAN, free, np.array(seats, dtype=np.intp)) == found


def test_a_seat_of_another_price_is_none() -> None:
    categories = PLAN.category_ids.copy()
    categories[5] = 9
    free = np.ones(len(PLAN), dtype=np.bool_)
    assert next_beside(replace(PLAN, category_ids=categories), free, np.array([3, 4])) == 2
