"""Single gaps: what an order answers for, in rows drawn as text.

A dot is free, an x somebody else's, an o the order's, a w a free place for a wheelchair; a blank is
an aisle. The gaps are drawn as ^.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.seats.gaps import gaps_left
from boxoffice.domain.seats.rows import rows_of


def gaps(row: str) -> str:
    seats = [(at, what) for at, what in enumerate(row) if what != " "]
    # Far enough to be an aisle however short the row is.
    x = np.array([at + 3.0 * row[:at].count(" ") for at, _ in seats])
    what = np.array([w for _, w in seats])
    count = len(seats)
    rows = rows_of(np.zeros(count, np.int32), np.ones(count, np.int64), x, np.zeros(count))
    taken = np.flatnonzero(what == "o")
    left = gaps_left(rows.neighbours, np.isin(what, [".", "w"]), taken, taken, what == "w")
    signs = [" "] * len(row)
    for index in left:
        signs[seats[int(index)][0]] = "^"
    return "".join(signs)


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ("........", "        "),
        ("oo......", "        "),
        (".oo.....", "^       "),
        ("..oo....", "        "),
        (".oo.oo..", "^  ^    "),
        ("x.oo...x", " ^      "),
        (".o......", "^       "),
        (".oooo.xx", "^    ^  "),
        # one is left whatever is taken
        (".oo", "   "),
        ("x.ox", "    "),
        ("o.o", "   "),
        ("xx.oooxx", "        "),
        # it stood alone already
        ("x.xoo...", "        "),
        # an aisle ends a stretch: one left in each is nobody's fault, two in one are
        ("oo. .oo.", "    ^  ^"),
        ("ooo. oooo", "         "),
        # a wheelchair place may stand alone, and its free neighbour is not alone
        ("wo......", "        "),
        ("w.oo....", "        "),
        (".ow.....", "^       "),
        ("oooooooo", "        "),
    ],
)
def test_gaps(row: str, left: str) -> None:
    assert gaps(row) == left
    assert gaps(row[::-1]) == left[::-1]


@given(st.text("..x", min_size=1, max_size=14), st.data())
def test_a_party_at_the_end_of_a_stretch_leaves_no_gap(row: str, data: st.DataObject) -> None:
    stretches = [part for part in row.split("x") if part]
    if not stretches:
        return
    stretch = data.draw(st.sampled_from(stretches))
    party = data.draw(st.integers(1, len(stretch)))
    seated = "o" * party + "." * (len(stretch) - party)
    assert gaps(row.replace(stretch, seated, 1)).strip() == ""


@given(st.text(".xo", min_size=1, max_size=14))
def test_a_gap_is_a_free_seat_without_a_free_neighbour(row: str) -> None:
    found = gaps(row)
    for at, sign in enumerate(found):
        if sign == "^":
            around = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
            assert row[at] == "."
            assert "." not in around
            assert "o" in around


@given(st.text(".xo", min_size=1, max_size=14))
def test_who_takes_no_seats_leaves_no_gaps(row: str) -> None:
    assert gaps(row.replace("o", "x")).strip() == ""
