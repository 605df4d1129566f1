"""Hulls of areas: around their own seats, and never over somebody else's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boxoffice.importing.outlines import hulls

coordinates = st.integers(-500, 500).map(float)
places = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=40)


@given(places)
def test_a_lone_area_is_enclosed_whole(points: list[tuple[float, float]]) -> None:
    outline = hulls({"a": points})["a"]
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    assert min(xs) < min(x for x, _ in points)
    assert max(xs) > max(x for x, _ in points)
    assert min(ys) < min(y for _, y in points)
    assert max(ys) > max(y for _, y in points)


def test_an_area_around_another_gets_no_outline() -> None:
    ring = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
    assert set(hulls({"ring": ring, "floor": [(50.0, 50.0), (51.0, 50.0)]})) == {"floor"}
