"""A server that says what it is told to, however wrong."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Any

from tests.faults.wire import Backstage, Request, answer, read_request

Said = bytes | Iterable[bytes]
Script = Callable[[Request], Said]


class Scripted:
    """Answers every request by its script: whole bytes, or parts that are sent one after the other.

    Attributes:
        seen: the requests that came, in their order.
        finished: how many answers were sent to their end.
        handshakes: how often a client began to ask for the certificate.
    """

    def __init__(
        self, backstage: Backstage, script: Script | Said, certificate: Path | None = None
    ) -> None:
        self.seen: list[Request] = []
        self.finished = 0
        self.handshakes = 0
        self._script = script
        tls = None
        if certificate is not None:
            tls = SSLContext(PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(certificate)
            tls.sni_callback = self._greeted
        _, port = backstage.run(backstage.listen(self._serve, tls=tls))
        # A name, so that a certificate can be for another one.
        self.address = f"{'http' if tls is None else 'https'}://localhost:{port}/connect"

    def says(self, script: Script | Said) -> None:
        """From now on."""
        self._script = script

    def _greeted(self, *_: object) -> None:
        self.handshakes += 1

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (request := await read_request(reader)) is not None:
            self.seen.append(request)
            said = self._script(request) if callable(self._script) else self._script
            for part in (said,) if isinstance(said, bytes) else said:
                writer.write(part)
                await writer.drain()
            self.finished += 1


def ok(name: str, result: Any = None, /, **fields: Any) -> bytes:
    """A successful answer with a result object of that name."""
    return answer(200, json.dumps({name: result or fields, "TIsSuccessful": True}).encode())


def raw(body: str | bytes) -> bytes:
    """An answer with status 200 that says it is JSON."""
    return answer(200, body.encode() if isinstance(body, str) else body)


def gzip_bomb(head: bytes, megabytes: int = 10_240) -> Iterable[bytes]:
    """An answer whose gzip body unpacks to `head` and `megabytes` of blanks, made as it is sent.

    A block that was flushed in full unpacks by itself, so that one can be sent over and over. The
    length in the head is that of ten megabytes and a bit; the end never comes.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * 16_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    count = megabytes // 16
    length = len(start) + count * len(block)
    yield answer(200, b"", Content_Encoding="gzip", Content_Length=str(length))
    yield start
    for _ in range(count):
        yield block


def seat(id_: int, **fields: Any) -> dict[str, Any]:
    """A seat that makes sense, but for `fields`."""
    plain = {"id": id_, "area_id": 1, "price_category_id": 1, "row": "A", "number": str(id_)}
    return plain | {"x": 1.0 * id_, "y": 2.0} | fields


def seats(*found: dict[str, Any], **fields: Any) -> bytes:
    """The answer of GetSeat with these seats."""
    return ok("SeatCnctResult", {"seats": found, "total_count": len(found)} | fields)


def event(**fields: Any) -> dict[str, Any]:
    """An event that makes sense, but for `fields`."""
    plain = {"id": 1, "name": "The Tempest", "start_date": "2026-09-25T19:30:00+02:00"}
    return plain | {"currency": "EUR", "status": 1} | fields


def events(*found: Any) -> bytes:
    return ok("EventCnctResult", {"events": found, "total_count": len(found)})


def line(**fields: Any) -> dict[str, Any]:
    """A line of an order that makes sense, but for `fields`."""
    plain = {"event_id": 1, "seat_id": 1, "price_category_id": 1, "sales_type_id": 1}
    return plain | {"price": 30.00, "fee": 2.00, "vat_rate": 7, "currency": "EUR"} | fields


def order(*lines: dict[str, Any], **fields: Any) -> bytes:
    """The answer of Order with these lines."""
    plain = {"id": 9, "status": 0, "currency": "EUR", "total": 32.00, "seats": lines}
    return ok("OrderCnctResult", plain | fields)
