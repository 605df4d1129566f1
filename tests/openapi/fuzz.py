"""Asks every described operation with what fits its description and with what does not.

Each operation has a house of its own, with orders in every state. Half of the requests are led to
what is there: their ids become those of its orders, seats and so on, so that they reach further
than 'there is no such order'.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests import postgresql
from tests.service.client import Api
from tests.service_fixture import Running, running_service

_SEED = 20_260_101
_KNOWN = {
    "seat": 80,
    "event": 2,
    "area": 4,
    "order": 12,
    "sales_type": 3,
    "customer": 3,
    "price_category": 2,
    "picture": 2,
    "ticket_system": 3,
    "ticketSystem": 3,
    "salesCondition": 3,
    "customerType": 1,
    "id": 3,
}
_KNOWN_TEXTS = {
    "external_event_id": "small-first",
    "external_area_id": "stalls",
    "external_price_category_id": "gold",
}
# A description's shape is that of the envelope, for what was done as for what was refused.
_CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@dataclass(slots=True)
class Asked:
    """What one operation answered.

    Attributes:
        statuses: how often each status came.
        failures: what was wrong with an answer, each kind once, with the request that shows it.
    """

    operation: str
    statuses: Counter[int] = field(default_factory=Counter)
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        return self.statuses.total()

    @property
    def server_errors(self) -> int:
        return sum(count for status, count in self.statuses.items() if status >= 500)


def ask_all(
    examples: int, seconds: float = float("inf"), database: str = "sqlite"
) -> Iterator[Asked]:
    """Asks each operation, half of the `examples` fitting; those that time is out for, less.

    Args:
        database: 'sqlite' or 'postgresql'.
    """
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        houses = _on_server() if database == "postgresql" else _in_files(Path(folder))
        with running_service(**next(houses)) as service, Api(service) as api:
            fill(api)
            count = len(_operations(service))
        for index in range(count):
            place = next(houses)
            share = (until - time.monotonic()) / (count - index)
            with running_service(**place) as service:
                yield _asked(service, index, examples, share)


def _in_files(folder: Path) -> Iterator[dict[str, Any]]:
    """The house to fill, then copies of it."""
    house = folder / "house.sqlite"
    yield {"data": house}
    for number in itertools.count():
        yield {"data": shutil.copy(house, folder / f"{number}.sqlite")}


def _on_server() -> Iterator[dict[str, Any]]:
    server = postgresql.shared_server()
    house = server.new_database()
    yield {"database": house}
    while True:
        yield {"database": server.copy_of(house)}


def _asked(service: Running, index: int, examples: int, seconds: float) -> Asked:
    operation = _operations(service)[index]
    asked = Asked(operation.label)
    with requests.Session() as session:
        session.headers["Authorization"] = f'AUTHTOKEN auth_token="{service.token}"'
        for mode in GenerationMode:
            until = time.monotonic() + seconds / len(GenerationMode)
            _ask(operation, mode, asked, session, examples // len(GenerationMode), until)
    return asked


def _operations(service: Running) -> list[Any]:
    schema = schemathesis.openapi.from_url(
        f"{service.address}/v1/openapi.json", config=SchemathesisConfig()
    )
    found = list(schema.get_all_operations())
    assert all(isinstance(operation, Ok) for operation in found), found
    return [operation.ok() for operation in found if isinstance(operation, Ok)]


def fill(api: Api) -> None:
    """Orders 1 to 4 are open, 5 to 8 completed, 9 to 12 cancelled; and what else can be named."""
    for name in ("Maier", "Özdemir", "Straße"):
        api.post("/customers", {"last_name": name})
        api.put("/ticket-systems", {"ticket_system": {"name": name, "system_type_area_id": 1}})
    for order in range(1, 13):
        assert api.reserve(2 * order, 2 * order + 1).result["id"] == order
        if order in range(5, 9):
            assert api.complete(order, f"BX-{order}").status == 200
        if order in range(9, 13):
            assert api.delete(f"/orders/{order}").status == 200


def _ask(
    operation: Any,
    mode: GenerationMode,
    asked: Asked,
    session: requests.Session,
    examples: int,
    until: float,
) -> None:
    @seed(_SEED)
    @given(case=operation.as_strategy(generation_mode=mode), known=st.integers(0, 40))
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def send(case: Any, known: int) -> None:
        if asked.cases and time.monotonic() > until:
            return
        if known % 2:
            _lead(case, itertools.count(known // 2))
        response = case.call(session=session)
        asked.statuses[response.status_code] += 1
        try:
            case.validate_response(response, checks=_CHECKS)
        except FailureGroup as group:
            for failure in group.exceptions:
                asked.failures.setdefault(str(failure), case.as_curl_command())

    try:
        send()
    except Unsatisfiable:
        return  # nothing about it can be wrong


def _lead(case: Any, numbers: Iterator[int]) -> None:
    _lead_ids(case.path_parameters, numbers)
    _lead_ids(case.query, numbers)
    _lead_ids(case.body, numbers)


def _lead_ids(content: Any, numbers: Iterator[int]) -> None:
    if isinstance(content, list):
        for part in content:
            _lead_ids(part, numbers)
    elif isinstance(content, dict):
        if {"event_id", "quantity", "adjacent"} & {*content}:
            content.setdefault("seat_id", None)  # a seat is wanted wherever a pattern stands
        for name, part in content.items():
            content[name] = _led(name, part, numbers)
            _lead_ids(part, numbers)


def _led(name: str, part: Any, numbers: Iterator[int]) -> Any:
    """What stands under the name, or what is known by it; whole numbers without a fraction."""
    most = _KNOWN.get(name.removesuffix("ID").removesuffix("_id"), 0)
    if name in _KNOWN_TEXTS:
        return _KNOWN_TEXTS[name]
    if most and (part is None or isinstance(part, (int, float, str))):
        number = 1 + next(numbers) % most
        return str(number) if isinstance(part, str) else number
    if isinstance(part, float) and part.is_integer() and abs(part) < 1e15:
        return int(part)
    return part


def failures(found: Iterable[Asked]) -> list[str]:
    return [
        f"{asked.operation}: {reason}\n  {request}"
        for asked in found
        for reason, request in asked.failures.items()
    ]
