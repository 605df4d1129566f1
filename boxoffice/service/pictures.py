"""Pictures of areas: told apart by their content, kept once each, and never changed.

An area names its picture by the path it is served under. A new picture has a new path, so what a
client keeps of a path stays right.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.paths import PICTURES, ROOT
from boxoffice.service.schema import areas, pictures
from boxoffice.service.store import next_stamp

MOST_BYTES = 4_000_000
_SPACE = b" \t\r\n"


def media_type_of(data: bytes) -> str | None:
    """PNG, JPEG or SVG by what it begins with; None for anything else.

    An SVG that declares entities of its own is none: unfolding them may have no end.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/svg+xml" if _is_svg(data) else None


def _is_svg(data: bytes) -> bool:
    if b"\0" in data or b"<!ENTITY" in data:
        return False
    rest = data.removeprefix(b"\xef\xbb\xbf").lstrip(_SPACE)
    while True:
        if rest.startswith(b"<!--"):
            _, end, rest = rest.partition(b"-->")
        elif rest.startswith((b"<?", b"<!DOCTYPE")):
            _, end, rest = rest.partition(b">")
        else:
            return rest[:4] == b"<svg" and rest[4:5] != b"" and rest[4] in _SPACE + b">/"
        if not end:
            return False
        rest = rest.lstrip(_SPACE)


def keep(connection: Connection, data: bytes) -> str:
    """Keeps the picture, once however often it comes, and returns the path it is served under.

    Raises:
        Refusal: 422, it is no picture that a map can have, or too large.
    """
    media_type = media_type_of(data)
    if len(data) > MOST_BYTES:
        raise _refused(f"the picture is larger than {MOST_BYTES // 1_000_000} MB")
    if media_type is None:
        raise _refused("the file is neither PNG nor JPEG nor SVG")
    digest = hashlib.sha256(data).hexdigest()
    known = connection.execute(select(pictures.c.id).where(pictures.c.sha256 == digest)).scalar()
    if known is None:
        added = pictures.insert().values(media_type=media_type, data=data, sha256=digest)
        known = connection.execute(added.returning(pictures.c.id)).scalar_one()
    return f"{ROOT}{PICTURES}/{known}"


def find(connection: Connection, picture_id: int) -> tuple[bytes, str]:
    """A picture and its media type.

    Raises:
        Refusal: 404, there is none.
    """
    query = select(pictures.c.data, pictures.c.media_type).where(pictures.c.id == picture_id)
    row = connection.execute(query).first()
    if row is None:
        raise not_found("picture", picture_id)
    return bytes(row.data), str(row.media_type)


def give_to_area(connection: Connection, area_id: int, data: bytes) -> str:
    """Makes it the picture of the area, and returns its path.

    It fills what the area said its picture fills before, else the box around the outline.

    Raises:
        Refusal: 404, there is no such area; 422 as `keep`.
    """
    query = select(areas.c.outline, areas.c.picture_rect).where(
        areas.c.id == area_id, areas.c.deleted.is_(False)
    )
    area = connection.execute(query).first()
    if area is None:
        raise not_found("area", area_id)
    path = keep(connection, data)
    connection.execute(
        areas.update()
        .where(areas.c.id == area_id)
        .values(
            picture_url=path,
            picture_rect=area.picture_rect or box_of(area.outline or []),
            stamp=next_stamp(connection),
        )
    )
    return path


def box_of(outline: list[list[float]]) -> list[float] | None:
    """The box around an outline as x, y, width, height; None where that is no area."""
    if not outline:
        return None
    xs, ys = zip(*outline, strict=True)
    box = [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)]
    return box if box[2] > 0 and box[3] > 0 else None


def _refused(reason: str) -> Refusal:
    return Refusal(422, reason, fields=[("file", reason)])
