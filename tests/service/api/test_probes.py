"""/healthz and /metrics, as the tools of those ask them who run the service."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from boxoffice.service.data.credentials import settle_default
from boxoffice.service.data.store import Store
from boxoffice.service.process.config import ServeConfig
from boxoffice.service.process.uvicorn_setup import service_app
from tests import postgresql
from tests.service.client import Api
from tests.service_fixture import TOKEN, Running, running_service
from tests.waiting import PATIENCE

Figures = dict[tuple[str, ...], float]


def root(running: Running) -> str:
    return running.address.removesuffix("/connect")


def figures(text: str) -> Figures:
    """Each sample's value by its name and the values of its labels."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_it_is_well_while_the_data_answer(service: Running) -> None:
    answer = httpx.get(root(service) + "/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["Cache-Control"] == "no-store"
    assert httpx.head(root(service) + "/healthz").status_code == 200


def test_it_says_so_when_the_data_cannot_be_read(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    with running_service(data=data) as running:
        data.write_bytes(b"nonsense " * 10_000)
        answer = httpx.get(root(running) + "/healthz")
        assert (answer.status_code, answer.json()) == (503, {"status": "unavailable"})
        assert answer.headers["Cache-Control"] == "no-store"
        # The figures are told all the same, but for the one that is in the data.
        told = httpx.get(root(running) + "/metrics")
        assert told.status_code == 200
        assert "boxoffice_open_holds" not in told.text


@pytest.mark.skipif(bool(postgresql.why_not()), reason=postgresql.why_not())
def test_it_is_well_again_when_the_database_is_back() -> None:
    server = postgresql.Server()
    try:
        with running_service(database=server.new_database()) as running:
            assert httpx.get(root(running) + "/healthz").status_code == 200
            server.stop_serving()
            assert httpx.get(root(running) + "/healthz", timeout=PATIENCE).status_code == 503
            server.start()
            assert httpx.get(root(running) + "/healthz", timeout=PATIENCE).status_code == 200
    finally:
        server.stop()


def test_asking_for_it_too_often_is_refused(service: Running) -> None:
    with httpx.Client(base_url=root(service)) as client:
        answers = [client.get("/healthz") for _ in range(60)]
    assert answers[0].status_code == 200
    [late, *_] = [answer for answer in answers if answer.status_code == 429]
    assert late.headers["Retry-After"] == "1"


def test_the_figures(service: Running) -> None:
    with Api(service) as api:
        order = api.reserve(1, 2).result["id"]
        api.reserve(3)
        assert api.reserve(1).status == 409
        api.complete(order)
        assert api.get("/orders/999").status == 404
    httpx.get(root(service) + "/connect/v1/nothing/canary")
    answer = httpx.get(root(service) + "/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    found = figures(answer.text)
    assert found["boxoffice_requests_total", "ReserveSeat POST", "200"] == 2
    assert found["boxoffice_requests_total", "ReserveSeat POST", "409"] == 1
    assert found["boxoffice_requests_total", "Order PUT", "200"] == 1
    assert found["boxoffice_requests_total", "Order GET", "404"] == 1
    assert found["boxoffice_requests_total", "other", "404"] == 1
    assert found["boxoffice_conflicts_total", "ReserveSeat POST"] == 1
    assert found["boxoffice_request_seconds_count", "ReserveSeat POST"] == 3
    assert found["boxoffice_open_holds",] == 1
    assert found["boxoffice_too_many_requests_total",] == 0
    for secret in ("canary", "default", service.token):
        assert secret not in answer.text


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store(None)
    settle_default(opened, TOKEN, "")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("client", "authorization", "status"),
    [
        ("127.0.0.1", "", 200),
        ("::1", "", 200),
        ("::ffff:127.0.0.1", "", 200),
        ("::ffff:192.0.2.7", "", 401),
        ("", "", 401),
        ("192.0.2.7", "", 401),
        ("192.0.2.7", "AUTHTOKEN wrong", 401),
        ("192.0.2.7", f"AUTHTOKEN {TOKEN}", 200),
        ("2001:db8::7%eth0", f"AUTHTOKEN {TOKEN}", 200),
    ],
)
def test_other_machines_see_the_figures_with_a_credential_only(
    store: Store, client: str, authorization: str, status: int
) -> None:
    async def asked() -> httpx.Response:
        app = service_app(store, 600, ServeConfig())
        transport = httpx.ASGITransport(app, client=(client, 5))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as caller:
            return await caller.get("/metrics", headers={"Authorization": authorization})

    answer = asyncio.run(asked())
    assert answer.status_code == status
    if status == 401:
        assert answer.json()["error_type"] == 1


def test_behind_a_proxy_the_client_is_who_the_proxy_says(service: Running) -> None:
    headers = {"X-Forwarded-For": "192.0.2.7"}
    assert httpx.get(root(service) + "/metrics", headers=headers).status_code == 401
