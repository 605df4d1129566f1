"""The real service on either database: a new one for each test, or one of a module for tests that
change nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests import postgresql
from tests.service.api import Api
from tests.service_fixture import Running, running_service

Place = Callable[[], str | None]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest) -> Place:
    """Makes a place for data: none for a temporary SQLite file, or the address of a database."""
    if request.param == "sqlite":
        return lambda: None
    if reason := postgresql.why_not():
        pytest.skip(reason)
    return postgresql.shared_server().new_database


@pytest.fixture
def service(new_place: Place) -> Iterator[Running]:
    with running_service(database=new_place()) as running:
        yield running


@pytest.fixture
def api(service: Running) -> Iterator[Api]:
    with Api(service) as caller:
        yield caller


@pytest.fixture
def brief(new_place: Place) -> Iterator[Api]:
    """A service whose holds last a moment."""
    with running_service(database=new_place(), hold_seconds=0.3) as running, Api(running) as caller:
        yield caller


@pytest.fixture(scope="module")
def still_service(new_place: Place) -> Iterator[Running]:
    with running_service(database=new_place()) as running:
        yield running


@pytest.fixture(scope="module")
def reader(still_service: Running) -> Iterator[Api]:
    """For tests that leave the data as they are."""
    with Api(still_service) as caller:
        yield caller


@pytest.fixture(scope="module")
def still_api(new_place: Place) -> Iterator[Api]:
    """A service of the module's own, that its tests may leave as they like."""
    with running_service(database=new_place()) as running, Api(running) as caller:
        yield caller
