"""Pictures of areas: put on the server, and fetched from wherever it says they are.

The server's word is not trusted far: only https (or this machine), no redirect, no more than a
picture's size and time, and the credential goes to the server itself and nobody else.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urljoin

from boxoffice.connect import operations
from boxoffice.connect.call import Body
from boxoffice.connect.errors import BadReply, Refused, SignedOut, Unreachable
from boxoffice.connect.http_messages import (
    Answer,
    AnswerLost,
    Deadlines,
    NotSent,
    Request,
    TooLarge,
)
from boxoffice.connect.sender import Sender
from boxoffice.connect.transport import Transport, is_safe_address
from boxoffice.domain.ids import AreaId

MOST_BYTES = 8_000_000
_MOST_ADDRESS = 2000
_FETCH = "Picture"  # not an operation of the API: what errors name it by
_KINDS = "image/png, image/jpeg, image/svg+xml"


class PictureCalls:
    """Args:
    address: the server's, that relative addresses are read against.
    """

    def __init__(
        self, sender: Sender, transport: Transport, address: str, deadlines: Deadlines
    ) -> None:
        self._sender = sender
        self._transport = transport
        self._address = address
        self._deadlines = deadlines

    async def upload_area(
        self, area_id: AreaId, data: bytes, file_name: str, key: str, *, operator_id: int = 0
    ) -> str:
        """Makes a PNG, JPEG or SVG file the picture of an area; returns the address it has now,
        empty where the server does not tell."""
        operation = operations.UPLOAD_AREA_PICTURE
        called = self._sender.here(operation).spoken.field
        body = _form({called("area_id"): str(area_id)}, called("file"), data, file_name)
        path = {"operatorID": operator_id}
        reply = await self._sender.send(operation, path, body=body, key=key)
        url = reply.flags.get("TCreatedFileURL")
        return url if isinstance(url, str) and len(url) <= _MOST_ADDRESS else ""

    async def fetch(self, url: str) -> bytes:
        """The bytes of a picture, 8 MB at most; what they are is for the reader to find out.

        Args:
            url: as an area names it; relative ones are the server's.

        Raises:
            Refused: there is none, or it is not for us.
            BadReply: an address that nothing may be asked at, a redirect, too many bytes.
            SignedOut, Unreachable: as everywhere.
        """
        where = self._absolute(url)
        is_own = self._transport.is_own(where)
        request = Request(
            "GET", where, self._sender.headers(_FETCH, _KINDS, with_credential=is_own)
        )
        try:
            answer = await self._transport.fetch(request, self._deadlines.read, MOST_BYTES)
        except TooLarge as error:
            raise BadReply(_FETCH, str(error)) from error
        except (NotSent, AnswerLost) as error:
            raise Unreachable(_FETCH, str(error)) from error
        _check(answer, is_own=is_own)
        return answer.body

    def _absolute(self, url: str) -> str:
        # What parsers of addresses are known to read differently is refused before one reads it.
        is_odd = not url or len(url) > _MOST_ADDRESS or not url.isascii() or not url.isprintable()
        if is_odd or "\\" in url or " " in url:
            raise BadReply(_FETCH, "the address of a picture is none")
        try:
            where = urljoin(self._address + "/", url)
        except ValueError as error:
            raise BadReply(_FETCH, "the address of a picture is none") from error
        if not is_safe_address(where):
            raise BadReply(_FETCH, "the address of a picture is not safe")
        return where


def _check(answer: Answer, *, is_own: bool) -> None:
    status = answer.status
    if status == 200:
        return
    if status == 401 and is_own:
        raise SignedOut(_FETCH, "the credential is not valid", request_id=answer.request_id)
    if status in (429, 503) or status >= 500:
        raise Unreachable(_FETCH, f"status {status}", request_id=answer.request_id)
    if status >= 400:
        raise Refused(_FETCH, status, f"status {status}", request_id=answer.request_id)
    raise BadReply(_FETCH, f"status {status}", is_foreign=True, request_id=answer.request_id)


def _form(fields: dict[str, str], file: str, data: bytes, file_name: str) -> Body:
    """A multipart form. The same content is the same form, so that a key can be used again."""
    name = file_name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    boundary = "boxoffice-" + hashlib.sha256(data).hexdigest()[:40]
    parts = [
        f'Content-Disposition: form-data; name="{field}"\r\n\r\n{value}'.encode()
        for field, value in fields.items()
    ]
    head = f'Content-Disposition: form-data; name="{file}"; filename="{name}"\r\n'
    head += "Content-Type: application/octet-stream\r\n\r\n"
    parts.append(head.encode("utf-8", "replace") + data)  # names of files may be no text
    mark = f"--{boundary}".encode()
    content = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"
    return Body(content, f"multipart/form-data; boundary={boundary}")
