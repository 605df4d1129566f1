"""Outlines for areas whose plan draws none: the hull of their seats, a little wider."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import Point

Points = NDArray[np.float64]
_MARGIN = 0.75  # of the usual distance between two seats


def hulls(
    places: Mapping[str, Sequence[Point]], needed: Collection[str] = ()
) -> dict[str, tuple[Point, ...]]:
    """Convex outlines by area, in the units of the places.

    An area whose hull would cover seats of another one (a ring around a floor) gets none: an
    outline that lies would be worse than no outline. Areas `needed` always get theirs.
    """
    columns = {key: np.array(points, dtype=np.float64) for key, points in places.items()}
    everything = np.concatenate(list(columns.values())) if columns else np.zeros((0, 2))
    result = {}
    for key, points in columns.items():
        hull = _widened(_hull(points), _pitch(points) * _MARGIN)
        is_alone = key in needed or _count_inside(everything, hull) <= len(points)
        if len(hull) >= 3 and is_alone:
            result[key] = tuple((float(x), float(y)) for x, y in hull)
    return result


def _pitch(points: Points) -> float:
    """The usual distance from a seat to the next, from a sample of them."""
    if len(points) < 2:
        return 50.0
    sample = points[:: max(1, len(points) // 200)]
    away = np.hypot(*(sample[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
    away[away == 0] = np.inf
    nearest = away.min(axis=1)
    finite = nearest[np.isfinite(nearest)]
    return float(np.median(finite)) if len(finite) else 50.0


def _hull(points: Points) -> Points:
    """Corners of the convex hull, in order around it (Andrew's monotone chain)."""
    ordered = np.unique(points, axis=0)
    if len(ordered) < 3:
        return ordered
    lower, upper = _chain(ordered.tolist()), _chain(ordered[::-1].tolist())
    return np.array(lower[:-1] + upper[:-1])


def _chain(points: list[list[float]]) -> list[list[float]]:
    chain: list[list[float]] = []
    for x, y in points:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], (x, y)) <= 0:
            chain.pop()
        chain.append([x, y])
    return chain


def _turn(a: Sequence[float], b: Sequence[float], c: Sequence[float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _widened(hull: Points, margin: float) -> Points:
    """The hull of squares of `margin` around the corners: also a single row becomes an area."""
    if not len(hull):
        return hull
    around = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], dtype=np.float64) * margin
    return _hull((hull[:, None, :] + around[None, :, :]).reshape(-1, 2))


def _count_inside(points: Points, hull: Points) -> int:
    """How many of the points lie in the convex hull, its border included."""
    near = np.all((points >= hull.min(axis=0)) & (points <= hull.max(axis=0)), axis=1)
    candidates = points[near]
    if not len(candidates):
        return 0
    inside = np.ones(len(candidates), dtype=bool)
    for start, end in zip(hull, np.roll(hull, -1, axis=0), strict=True):
        edge, to = end - start, candidates - start
        inside &= edge[0] * to[:, 1] - edge[1] * to[:, 0] >= -1e-9
    return int(inside.sum())
