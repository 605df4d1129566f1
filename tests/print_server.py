"""A print server of the tests' own: it speaks as much IPP (RFC 8010, RFC 8011) as CUPS asks for,
keeps what it is sent, and falls silent where it is told to.

`with print_server(...) as server` has CUPS' library find it, in this process and its children.
"""

from __future__ import annotations

import os
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

NAME = "Counter_1"
GET_DEFAULT, GET_PRINTERS, GET_ATTRIBUTES = 0x4001, 0x4002, 0x000B
CREATE_JOB, SEND_DOCUMENT, VALIDATE = 0x0005, 0x0006, 0x0004
_ABOUT_PRINTERS = (GET_DEFAULT, GET_PRINTERS, GET_ATTRIBUTES)
_OPERATION, _JOB, _PRINTER, _END = 1, 2, 4, 3
_INTEGER, _ENUM, _TEXT, _NAME, _KEYWORD, _URI, _CHARSET, _LANGUAGE, _MIME = (
    0x21,
    0x23,
    0x41,
    0x42,
    0x44,
    0x45,
    0x47,
    0x48,
    0x49,
)


class PrintServer(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine.

    Attributes:
        documents: what was sent to be printed.
        asked: the operations that were asked for, in their order.
        answers: whether it does at all; else it accepts what connects, and that is all.
        silent_from: the operation that is not answered, and none after it.
        refused: the operation that is refused, since the printer takes no jobs.
        has_printer: whether there is one.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, *, answers: bool, silent_from: int | None, refused: int | None, has_printer: bool
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.answers = answers
        self.silent_from = silent_from
        self.refused = refused
        self.has_printer = has_printer
        self.documents: list[bytes] = []
        self.asked: list[int] = []
        self.connected = threading.Event()
        self.is_over = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Conversation(socketserver.StreamRequestHandler):
    server: PrintServer

    def handle(self) -> None:
        self.server.connected.set()
        if not self.server.answers:
            self.server.is_over.wait()
            return
        while (body := self._request()) is not None:
            if len(body) < 8:  # a file, such as a printer's description
                self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                continue
            operation, request_id = struct.unpack(">HI", body[2:8])
            self.server.asked.append(operation)
            if operation == self.server.silent_from:
                self.server.is_over.wait()
                return
            if operation == SEND_DOCUMENT:
                self.server.documents.append(body[body.index(b"%PDF") :])
            is_missing = not self.server.has_printer and operation in _ABOUT_PRINTERS
            if is_missing or operation == self.server.refused:
                self._answer(_refusal(request_id))
            else:
                self._answer(_answer(operation, request_id, self.server.port))

    def _request(self) -> bytes | None:
        """The body of the next request; None where there is none."""
        line = self.rfile.readline()
        if not line.strip():
            return None
        headers = {}
        while (line := self.rfile.readline()).strip():
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        if headers.get("expect"):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if headers.get("transfer-encoding") == "chunked":
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(headers.get("content-length", 0)))

    def _answer(self, body: bytes) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: {len(body)}"
        self.wfile.write(head.encode() + b"\r\n\r\n" + body)


def _value(tag: int, name: str, value: bytes) -> bytes:
    words = name.encode()
    return struct.pack(">BH", tag, len(words)) + words + struct.pack(">H", len(value)) + value


def _texts(tag: int, name: str, *values: str) -> bytes:
    named = [name, *[""] * (len(values) - 1)]
    return b"".join(_value(tag, n, v.encode()) for n, v in zip(named, values, strict=True))


def _number(name: str, value: int, tag: int = _INTEGER) -> bytes:
    return _value(tag, name, struct.pack(">i", value))


def _head(status: int, request_id: int) -> bytes:
    head = struct.pack(">BBHI", 2, 0, status, request_id) + bytes([_OPERATION])
    head += _texts(_CHARSET, "attributes-charset", "utf-8")
    return head + _texts(_LANGUAGE, "attributes-natural-language", "en")


def _refusal(request_id: int) -> bytes:
    words = _texts(_TEXT, "status-message", "The printer takes no jobs.")
    return _head(0x0506, request_id) + words + bytes([_END])


def _answer(operation: int, request_id: int, port: int) -> bytes:
    head = _head(0, request_id)
    if operation in (GET_DEFAULT, GET_PRINTERS, GET_ATTRIBUTES):
        head += bytes([_PRINTER]) + _printer(port)
    elif operation in (CREATE_JOB, SEND_DOCUMENT):
        head += bytes([_JOB]) + _number("job-id", 1) + _number("job-state", 3, _ENUM)
        head += _texts(_URI, "job-uri", f"ipp://127.0.0.1:{port}/jobs/1")
    return head + bytes([_END])


def _printer(port: int) -> bytes:
    return b"".join(
        (
            _texts(_NAME, "printer-name", NAME),
            _texts(_TEXT, "printer-info", NAME),
            _texts(_TEXT, "printer-make-and-model", "Made up"),
            _texts(_URI, "printer-uri-supported", f"ipp://127.0.0.1:{port}/printers/{NAME}"),
            _number("printer-type", 0x0004 | 0x20000),  # black and white, default
            _number("printer-state", 3, _ENUM),
            _texts(_KEYWORD, "printer-state-reasons", "none"),
            _value(0x22, "printer-is-accepting-jobs", b"\1"),
            _value(0x22, "printer-is-shared", b"\0"),
            _texts(_MIME, "document-format-supported", "application/pdf"),
            _texts(_KEYWORD, "media-supported", "iso_a4_210x297mm"),
            _texts(_KEYWORD, "media-default", "iso_a4_210x297mm"),
        )
    )


@contextmanager
def print_server(
    *,
    answers: bool = True,
    silent_from: int | None = None,
    refused: int | None = None,
    has_printer: bool = True,
) -> Iterator[PrintServer]:
    """A print server that CUPS' library finds while the block lasts."""
    before = os.environ.get("CUPS_SERVER")
    made = PrintServer(
        answers=answers, silent_from=silent_from, refused=refused, has_printer=has_printer
    )
    with made as server:
        os.environ["CUPS_SERVER"] = f"127.0.0.1:{server.port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.is_over.set()
            server.shutdown()
            thread.join()
            if before is None:
                del os.environ["CUPS_SERVER"]
            else:
                os.environ["CUPS_SERVER"] = before
