"""What all tests share: a window system that needs no screen, and who collects their garbage."""

from __future__ import annotations

import gc
import itertools
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_EVERY = 20  # tests
_ended = itertools.count(1)


def pytest_configure() -> None:
    """Garbage is collected between tests, by their own thread: a window's remains that a thread of
    a service collects take the whole run down (see `boxoffice.views.collector`)."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    if next(_ended) % _EVERY == 0:
        gc.collect()
