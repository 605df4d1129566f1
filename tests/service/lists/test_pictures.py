"""Pictures of areas: uploaded, recognised by what they are, and served as nothing else."""

from __future__ import annotations

import pytest

from boxoffice.service.lists.pictures import MOST_BYTES, media_type_of
from boxoffice.service.venues.stadium import stadium
from tests.pictures import HOSTILE, JPEG, PNG, SVG, claiming
from tests.service.client import Api
from tests.service_fixture import STALLS, Running


def area(api: Api, area_id: int = STALLS) -> dict[str, object]:
    found = api.get("/areas", id=1, pageSize=100).result["areas"]
    return next(a for a in found if a["id"] == area_id)


@pytest.mark.parametrize(
    ("data", "media_type"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (SVG, "image/svg+xml")]
)
def test_a_picture_is_kept_and_served_as_what_it_is(api: Api, data: bytes, media_type: str) -> None:
    marker = api.get("/areas", id=1).result["last_updated"]
    answer = api.upload(data)
    assert answer.result == {"id": STALLS, "message": "uploaded"}
    url = answer.body["TCreatedFileURL"]
    assert url.startswith("/connect/v1/pictures/")
    served = api.get(url.removeprefix("/connect/v1"))
    assert (served.status, served.content) == (200, data)
    assert served.headers["Content-Type"].split(";")[0] == media_type
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert served.headers["Content-Security-Policy"] == "default-src 'none'"
    changed = api.get("/areas", id=1, last_updated=marker).result["areas"]
    assert [(a["id"], a["picture_url"]) for a in changed] == [(STALLS, url)]
    assert area(api)["picture_rect"] == [-40, -40, 530, 230]


def test_the_same_picture_is_kept_once_and_a_new_one_has_a_new_path(api: Api) -> None:
    first = api.upload(PNG).body["TCreatedFileURL"]
    assert api.upload(PNG, area=3).body["TCreatedFileURL"] == first
    second = api.upload(SVG).body["TCreatedFileURL"]
    assert second != first
    assert area(api)["picture_url"] == second
    assert api.get(first.removeprefix("/connect/v1")).content == PNG


def test_any_bytes_come_through_the_form_unchanged(api: Api) -> None:
    data = PNG + bytes(range(256)) * 40 + b"\r\n--\r\n\r\n"
    url = api.upload(data).body["TCreatedFileURL"]
    assert api.get(url.removeprefix("/connect/v1")).content == data


def test_an_upload_can_be_repeated_with_its_key(api: Api) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="area_id"\r\n\r\n2\r\n--x\r\n'
    body = head + b'Content-Disposition: form-data; name="file"\r\n\r\n' + PNG + b"\r\n--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    answers = [api.raw("/pictures/areas/1", body, kind, key="k").body for _ in range(2)]
    assert answers[0] == answers[1]
    assert api.raw("/pictures/areas/1", body[:-2], kind, key="k").status == 422


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + bytes(50),
        b"<html><svg></svg></html>",
        b"<svgx/>",
        b"<!-- <svg/>",
        b"<svg",
        b"<?xml",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        SVG + b"\0",
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + SVG,
        claiming(65_000, 65_000),
        *HOSTILE.values(),
    ],
)
def test_what_is_no_picture_is_refused(api: Api, data: bytes) -> None:
    before = area(api)
    answer = api.upload(data)
    assert answer.status == 422
    assert [f["field"] for f in answer.body["field_errors"]] == ["file"]
    assert area(api) == before


@pytest.mark.parametrize(
    "before",
    [b"", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\r\n', b"<!-- drawn --> <!-- by hand -->\n"],
)
def test_what_may_stand_before_an_svg(before: bytes) -> None:
    assert media_type_of(before + SVG) == "image/svg+xml"


def test_a_picture_that_is_too_large(api: Api) -> None:
    assert api.upload(PNG + bytes(MOST_BYTES - len(PNG))).status == 200
    assert api.upload(PNG + bytes(MOST_BYTES - len(PNG) + 1)).status == 422
    assert api.upload(PNG + bytes(MOST_BYTES + 100_000)).status == 413


@pytest.mark.sqlite_only
@pytest.mark.parametrize(("wanted", "status"), [(99, 404), ("", 422), ("x", 422), (-1, 422)])
def test_an_area_that_is_not_there(api: Api, wanted: object, status: int) -> None:
    assert api.upload(PNG, area=wanted).status == status


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("", b""),
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"--y--"),
        ("multipart/form-data; boundary=x", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b"--x--\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n\r\n" * 30 + b"--x--\r\n"),
        (f"multipart/form-data; boundary={'x' * 5000}", b"--x--\r\n"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ncut off',
        ),
    ],
)
def test_a_form_that_is_none(api: Api, kind: str, body: bytes) -> None:
    answer = api.raw("/pictures/areas/1", body, kind)
    assert answer.status == 422
    assert answer.body["error_type"] == 5


def test_pictures_want_the_credential_as_everything_does(service: Running, api: Api) -> None:
    url = api.upload(PNG).body["TCreatedFileURL"].removeprefix("/connect/v1")
    with Api(service, authorization="AUTHTOKEN wrong") as stranger:
        assert stranger.get(url).status == 401
        assert stranger.upload(SVG).status == 401
    assert api.get("/pictures/99").status == 404
    assert api.get("/pictures/none").status == 404


def test_the_stadium_brings_a_picture_of_its_pitch() -> None:
    pitch = stadium().areas[0]
    assert (pitch.name, media_type_of(pitch.picture)) == ("Pitch", "image/svg+xml")
