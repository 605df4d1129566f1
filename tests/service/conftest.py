"""The real service on either database: a new one for each test, or one of a module for tests that
change nothing. A module whose subject no database makes a difference to is marked `sqlite_only`.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests import postgresql
from tests.postgresql import Server
from tests.service.client import Api
from tests.service_fixture import Running, running_service

# Where `running_service` finds the data of a new small house.
Place = Callable[[], dict[str, Any]]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if _is_for_sqlite(item) and _on_postgresql(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]


def _is_for_sqlite(item: pytest.Item) -> bool:
    return item.get_closest_marker("sqlite_only") is not None


def _on_postgresql(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("new_place") == "postgresql"


@pytest.fixture(scope="session")
def server() -> Server:
    if reason := postgresql.why_not():
        pytest.skip(reason)
    return postgresql.shared_server()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Copies of one small house, which is quicker than to build each anew."""
    if request.param == "postgresql":
        return _on_server()
    folder = tmp_path_factory.mktemp("houses")
    first, numbers = folder / "first.sqlite", itertools.count()
    with running_service(data=first):
        pass
    return lambda: {"data": shutil.copy(first, folder / f"{next(numbers)}.sqlite")}


def _on_server() -> Place:
    if reason := postgresql.why_not():
        pytest.skip(reason)
    server = postgresql.shared_server()
    first = server.new_database()
    with running_service(database=first):
        pass
    return lambda: {"database": server.copy_of(first)}


@pytest.fixture
def service(new_place: Place) -> Iterator[Running]:
    with running_service(**new_place()) as running:
        yield running


@pytest.fixture
def api(service: Running) -> Iterator[Api]:
    with Api(service) as caller:
        yield caller


@pytest.fixture
def brief(new_place: Place) -> Iterator[Api]:
    """A service whose holds last a moment."""
    with running_service(**new_place(), hold_seconds=0.3) as running, Api(running) as caller:
        yield caller


@pytest.fixture(scope="module")
def still_service(new_place: Place) -> Iterator[Running]:
    with running_service(**new_place()) as running:
        yield running


@pytest.fixture(scope="module")
def reader(still_service: Running) -> Iterator[Api]:
    """For tests that leave the data as they are."""
    with Api(still_service) as caller:
        yield caller


@pytest.fixture(scope="module")
def still_api(new_place: Place) -> Iterator[Api]:
    """A service of the module's own, that its tests may leave as they like."""
    with running_service(**new_place()) as running, Api(running) as caller:
        yield caller
