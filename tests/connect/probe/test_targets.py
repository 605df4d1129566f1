"""What a probe says of an address where no Connect server, or none that can be used, answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from boxoffice.connect.client import Credential
from boxoffice.connect.http_messages import Deadlines
from boxoffice.connect.probe.probe import Probe, Report, Verdict

ADDRESS = "https://box.example/connect"
SECRET = "a-secret-of-ours"
Answer = Callable[[httpx.Request], httpx.Response]


async def report_of(answer: Answer, **more: Any) -> Report:
    transport = httpx.MockTransport(answer)
    probe = Probe(ADDRESS, Credential.read(SECRET), transport=transport, **more)
    try:
        return await probe.read()
    finally:
        await probe.aclose()


def told(content: object, status: int = 200) -> Answer:
    return lambda _: httpx.Response(status, json=content)


def page(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, html="<!doctype html><p>Welcome")


def away(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody there", request=request)


def never(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("Timeout", request=request)


NEEDS_MORE = {"TIsSuccessful": False, "TIsSecondFactorNeeded": True, "error_message": "Confirm"}
ANOTHER = {"kind": "calendar#events", "entries": 3, "links": {"next": "x"}}
NO = {"TIsSuccessful": False, "error_message": f"no, {SECRET}\x1b[2J is nobody", "error_number": 7}
TARGETS: dict[str, tuple[Answer, Verdict, str]] = {
    "a web page": (page, Verdict.WEB_PAGE, ""),
    "another API": (told(ANOTHER), Verdict.FOREIGN, "kind, entries, links"),
    "nobody": (away, Verdict.NOT_REACHED, "nobody there"),
    "a silent server": (never, Verdict.SILENT, "Timeout"),
    "a second factor": (told(NEEDS_MORE), Verdict.SECOND_FACTOR, "Confirm"),
    "no such user": (told(NO, 401), Verdict.SIGNED_OUT, "no, *** [2J is nobody"),
    "200 and an error": (told(NO), Verdict.ERRORS_ALONE, "no, *** [2J is nobody"),
    "404 for all": (told(NO, 404), Verdict.OTHER_PATHS, "nobody"),
}


@pytest.mark.parametrize("target", TARGETS)
async def test_what_is_no_usable_server_is_said_in_words(target: str) -> None:
    answer, verdict, words = TARGETS[target]
    report = await report_of(answer, deadlines=Deadlines(read=0.3, bulk=0.3))
    assert report.verdict is verdict
    assert words in report.reason
    assert SECRET not in report.text()
    assert "\x1b" not in report.text()


def large(request: httpx.Request) -> httpx.Response:
    """A house of 100,000 seats that gives 500 at once, and whose names are not the contract's."""
    asked = dict(request.url.params)
    path = request.url.path.removeprefix("/connect/v1/")
    rows: list[dict[str, Any]] = []
    total = 1
    if path == "events":
        rows = [
            {"Id": 7, "Title": "Tempest", "StartDate": "2027-01-01T20:00:00", "Currency": "EUR"}
        ]
    elif path == "seats":
        assert asked["page"] == "1", "one page is enough"
        size = min(int(asked["pageSize"]), 500)
        rows = [{"Id": n, "AreaId": 1, "PriceCategoryId": 2} for n in range(1, size + 1)]
        total = 100_000
    name = {"events": ("EventCnctResult", "Events"), "seats": ("SeatCnctResult", "Seats")}
    if path not in name:
        return httpx.Response(404, json={"ErrorMessage": "there is no such thing"})
    result, items = name[path]
    return httpx.Response(200, json={result: {items: rows, "TotalCount": total}})


async def test_one_page_of_a_large_house_is_enough() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.path)
        return large(request)

    probe = Probe(ADDRESS, Credential.read(SECRET), transport=httpx.MockTransport(answer))
    report = await probe.read()
    proposed = probe.proposal()
    await probe.aclose()
    assert len(seen) == len(set(seen)), "each once"
    assert report.verdict is Verdict.IN_PART
    assert "GetSalesTypePrice GET: not there" in report.problems
    assert 'style = "pascal"' in proposed
    assert 'name = "Title"' in proposed
    assert "bulk_size = 500" in proposed
    assert "Tempest" not in report.text() + proposed


async def test_what_is_broken_off_tells_what_is_known() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return large(request)

    def stop(progress: Any) -> None:
        if progress.operation.name == "GetLocation":
            raise KeyboardInterrupt

    probe = Probe(
        ADDRESS, Credential.read(SECRET), transport=httpx.MockTransport(answer), on_progress=stop
    )
    with pytest.raises(KeyboardInterrupt):
        await probe.read()
    report = probe.report()
    await probe.aclose()
    assert report.verdict is Verdict.BROKEN_OFF
    assert "Events GET: 200, result EventCnctResult, list Events, 1 entries" in report.lines


async def test_nothing_that_is_somebodys_is_shown() -> None:
    person = {"id": 1, "first_name": "Ludmilla", "ann@example.org": "Ludmilla", "mail": "l@x.y"}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/customers"):
            assert request.url.params["pageSize"] == "1"
            content = {"CustomerCnctResult": {"customers": [person]}}
            return httpx.Response(200, content=json.dumps(content))
        return large(request)

    text = (await report_of(answer)).text()
    assert "CustomerCnctResult" in text
    for word in ("Ludmilla", "ann@", "l@x"):
        assert word not in text


async def test_a_server_that_falls_silent_is_not_asked_for_ever() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.path)
        return large(request) if request.url.path.endswith("/events") else never(request)

    report = await report_of(answer, deadlines=Deadlines(read=0.2, bulk=0.2))
    assert report.verdict is Verdict.SILENT
    assert len(set(seen)) == 4
    assert "GetSeat GET: not asked: 3 calls before it had no answer" in report.lines
