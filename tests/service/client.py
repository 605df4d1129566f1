"""The service as any client meets it: plain HTTP and JSON, nothing of our own client."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import msgspec

from tests.service_fixture import Running
from tests.waiting import PATIENCE

Json = Any


class Answer:
    """An answer: its status and its body, money as exact decimals."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.text = response.text
        self.content = response.content
        self.body: Json = None
        if self.headers["Content-Type"] == "application/json":
            self.body = msgspec.json.Decoder(float_hook=Decimal).decode(response.content)

    @property
    def result(self) -> Json:
        """The result object, which is under the name of its type."""
        assert self.status == 200, self.text
        [name] = [name for name in self.body if name.endswith("Result")]
        return self.body[name]

    @property
    def lost(self) -> list[int]:
        """The indices of the items that were refused."""
        return [item["error_index"] for item in self.body["errors"]]


class Api:
    """A caller with a credential. Closed by its `with`."""

    def __init__(self, service: Running, authorization: str | None = None) -> None:
        bearing = f'AUTHTOKEN auth_token="{service.token}"' if authorization is None else None
        self._client = httpx.Client(
            base_url=service.address,
            timeout=PATIENCE,
            headers={"Authorization": bearing or authorization or ""},
        )

    def __enter__(self) -> Api:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, path: str, **query: object) -> Answer:
        return self.send("GET", path, params=query)

    def put(self, path: str, body: Json, key: str = "") -> Answer:
        return self.send("PUT", path, body, key)

    def post(self, path: str, body: Json, key: str = "") -> Answer:
        return self.send("POST", path, body, key)

    def delete(self, path: str, key: str = "") -> Answer:
        return self.send("DELETE", path, key=key)

    def send(
        self, verb: str, path: str, body: Json = None, key: str = "", params: Json = None
    ) -> Answer:
        content = body if isinstance(body, bytes) else None
        return Answer(
            self._client.request(
                verb,
                "/v1" + path,
                content=content,
                params=params or None,
                json=body if content is None and body is not None else None,
                headers={"Idempotency-Key": key} if key else {},
            )
        )

    def upload(self, data: bytes, area: object = 2, key: str = "", operator: object = 7) -> Answer:
        """Uploads a picture of an area as a browser's form does."""
        headers = {"Idempotency-Key": key} if key else {}
        files = {"file": ("picture", data)}
        path = f"/v1/pictures/areas/{operator}"
        sent = self._client.post(path, data={"area_id": str(area)}, files=files, headers=headers)
        return Answer(sent)

    def raw(self, path: str, content: bytes, content_type: str, key: str = "") -> Answer:
        """Posts anything as anything."""
        headers = {"Content-Type": content_type} | ({"Idempotency-Key": key} if key else {})
        return Answer(self._client.post("/v1" + path, content=content, headers=headers))

    def reserve(self, *seats: int, event: int = 1, order: object = "") -> Answer:
        wanted = [{"event_id": event, "seat_id": seat} for seat in seats]
        return self.post("/orders/reserve-seat", {"order_id": str(order), "seats_info": wanted})

    def best(self, quantity: int, order: object = "", **pattern: object) -> Answer:
        wanted = {"event_id": 1, "quantity": quantity} | pattern
        return self.post(
            "/orders/reserve-best-seat", {"order_id": str(order), "search_pattern": wanted}
        )

    def complete(self, order: int, number: str = "BX-1", /, **process: object) -> Answer:
        """Completes an order; in cash for what it costs where no `payments` are given."""
        if "payments" not in process:
            process["payments"] = self.cash_for(order)
        body = {"external_order_reseller_id": number, "process_info": process}
        return self.put(f"/orders/{order}", body)

    def cash_for(self, order: int) -> Json:
        """What pays for an order; nothing where it is not told."""
        told = self.get(f"/orders/{order}/base")
        total = told.result["total"] if told.status == 200 else 0
        return [{"payment_type": 1, "amount": float(total)}] if total else []

    def statuses(self, event: int = 1, **query: object) -> dict[int, int]:
        """Seat id -> status."""
        answer = self.get(f"/events/{event}/seat-status", pageSize=20_000, **query)
        return {seat["seat_id"]: seat["status"] for seat in answer.result["seat_states"]}
