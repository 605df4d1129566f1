from __future__ import annotations

import random

import pytest

from boxoffice.presenters.map.polling import Attention, pause_after


@pytest.mark.parametrize(
    ("attention", "failures", "least", "most"),
    [
        (Attention.ACTIVE, 0, 0.8, 1.2),
        (Attention.BACKGROUND, 0, 1.2, 1.8),
        (Attention.ACTIVE, 3, 6.4, 9.6),
        (Attention.ACTIVE, 60, 24, 36),
        (Attention.HIDDEN, 0, 1.2, 1.8),
    ],
)
def test_pauses_grow_with_failures_and_differ_between_counters(
    attention: Attention, failures: int, least: float, most: float, rng: random.Random
) -> None:
    pauses = [pause_after(attention, failures, rng) for _ in range(200)]
    assert least <= min(pauses) < max(pauses) <= most
    assert len(set(pauses)) > 100
