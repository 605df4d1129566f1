"""Pictures of areas: each content is kept once, under a path of its own, and never changes.

An area names its picture by that path. A new picture has a new path, so clients may cache a path
for ever.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from boxoffice.domain.drawing import DrawingRefused, cleaned
from boxoffice.domain.picture import MOST_PIXELS, PictureKind, bitmap_kind, bitmap_size
from boxoffice.service.data.schema import areas, pictures
from boxoffice.service.data.store import next_stamp
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.paths import PICTURES, ROOT

MOST_BYTES = 4_000_000
_BEFORE_A_DRAWING = b" \t\r\n\xef\xbb\xbf\xff\xfe\0"  # white space and byte order marks


def media_type_of(data: bytes) -> str:
    """The media type of a PNG, a JPEG or an SVG, by its content.

    Raises:
        Refusal: 422, it is of another type, or no map should draw it: an SVG that has more than
            lines, areas, words and shades, or a picture of too many pixels.
    """
    kind = bitmap_kind(data)
    if kind is not None:
        width, height = bitmap_size(data) or (0, 0)
        if width * height > MOST_PIXELS:
            raise _refused(f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels")
        return kind.value
    if not data.lstrip(_BEFORE_A_DRAWING).startswith(b"<"):
        raise _refused("the file is neither PNG nor JPEG nor SVG")
    try:
        cleaned(data)
    except DrawingRefused as error:
        raise _refused(str(error)) from error
    return PictureKind.SVG.value


def keep(connection: Connection, data: bytes) -> str:
    """Keeps the picture, once however often it is sent, and returns its path.

    Raises:
        Refusal: 422, it is too large, or as `media_type_of`.
    """
    if len(data) > MOST_BYTES:
        raise _refused(f"the picture is larger than {MOST_BYTES // 1_000_000} MB")
    media_type = media_type_of(data)
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

    It fills the rectangle that the area names for its picture, else the box around its outline.

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
    """The box around an outline as x, y, width, height; None if it has no size."""
    if not outline:
        return None
    xs, ys = zip(*outline, strict=True)
    box = [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)]
    return box if box[2] > 0 and box[3] > 0 else None


def _refused(reason: str) -> Refusal:
    return Refusal(422, reason, fields=[("file", reason)])
