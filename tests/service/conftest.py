"""The real service: a new one for each test, or one of a module for tests that change nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.service.api import Api
from tests.service_fixture import Running, running_service


@pytest.fixture
def service() -> Iterator[Running]:
    with running_service() as running:
        yield running


@pytest.fixture
def api(service: Running) -> Iterator[Api]:
    with Api(service) as caller:
        yield caller


@pytest.fixture
def brief() -> Iterator[Api]:
    """A service whose holds last a moment."""
    with running_service(hold_seconds=0.3) as running, Api(running) as caller:
        yield caller


@pytest.fixture(scope="module")
def still_service() -> Iterator[Running]:
    with running_service() as running:
        yield running


@pytest.fixture(scope="module")
def reader(still_service: Running) -> Iterator[Api]:
    """For tests that leave the data as they are."""
    with Api(still_service) as caller:
        yield caller


@pytest.fixture(scope="module")
def still_api() -> Iterator[Api]:
    """A service of the module's own, that its tests may leave as they like."""
    with running_service() as running, Api(running) as caller:
        yield caller
