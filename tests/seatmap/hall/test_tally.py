"""Free seats by group, counted on from change to change."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.hall.tally import Tally

KEYS = st.lists(st.integers(1, 6), min_size=1, max_size=40)


@given(KEYS, st.data())
def test_counting_on_is_counting_anew(keys: list[int], data: st.DataObject) -> None:
    groups = (5, 2, 3, 1)  # in no order, and not all of them
    ids = np.array(keys, dtype=np.int64)
    states = np.array(
        data.draw(st.lists(st.sampled_from(SeatState), min_size=len(keys), max_size=len(keys))),
        dtype=np.uint8,
    )
    tally = Tally(ids, groups, states)
    for _ in range(3):
        some = data.draw(st.sets(st.integers(0, len(keys) - 1)))
        seats = np.array(sorted(some), dtype=np.intp)
        after = np.array([data.draw(st.sampled_from(SeatState)) for _ in seats], dtype=np.uint8)
        before, free = states[seats].copy(), tally.free.copy()
        states[seats] = after
        changed = tally.take(seats, before, after)
        fresh = Tally(ids, groups, states)
        assert tally.free.tolist() == fresh.free.tolist()
        assert tally.total.tolist() == [keys.count(group) for group in groups]
        assert set(np.flatnonzero(free != tally.free)) <= set(changed.tolist())


def test_shares_of_nothing() -> None:
    none = np.zeros(0, dtype=np.int64)
    tally = Tally(none, (1, 2), none.astype(np.uint8))
    assert tally.share.tolist() == [0.0, 0.0]
    assert Tally(np.array([7]), (), np.zeros(1, np.uint8)).free.tolist() == []
