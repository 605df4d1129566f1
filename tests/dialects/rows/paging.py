"""How lists come: page sizes, page numbers, their ends, and markers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.dialects.reading import Reading
from tests.dialects.site import Asked, Told, Turn, result_of

Hear = Callable[[Asked], None]
Say = Callable[[Asked, Told], None]


def _paged(name: str, about: str, *turns: Turn, **toml: Any) -> Reading:
    return Reading(name, frozenset({about}), turns=turns, toml=toml)


def _capped(most: int) -> Turn:
    """No more than so many are granted, whatever is asked for."""

    def hear(asked: Asked) -> None:
        if "pageSize" in asked.row.query:
            asked.query["pageSize"] = str(min(most, int(asked.query.get("pageSize", most))))

    return Turn(hear=hear)


def _refusing(most: int, status: int) -> Turn:
    """More than so many are refused."""

    def hear(asked: Asked) -> None:
        if int(asked.query.get("pageSize", "1")) > most:
            words = f"pageSize: at most {most}"
            asked.told = Told(status, {"error_number": 33, "error_message": words})

    return Turn(hear=hear)


def _from_zero(asked: Asked) -> None:
    if "page" in asked.row.query:
        asked.query["page"] = str(int(asked.query.get("page", "0")) + 1)


def _told_from_zero(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if "page" in result:
        result["page"] -= 1


def _without(*names: str) -> Turn:
    def say(asked: Asked, told: Told) -> None:
        result = result_of(asked, told)
        if asked.row.items:
            for name in names:
                result.pop(name, None)

    return Turn(say=say)


def _with(**values: Any) -> Turn:
    def say(asked: Asked, told: Told) -> None:
        result = result_of(asked, told)
        if asked.row.items and result:
            result |= values

    return Turn(say=say)


def _count_of_page(asked: Asked, told: Told) -> None:
    """`total_count` is that of the page."""
    result = result_of(asked, told)
    if asked.row.items and result:
        result["total_count"] = len(result[asked.row.items])


def _all_at_once(asked: Asked) -> None:
    """Pages are not known: each request gets the whole list."""
    if "pageSize" in asked.row.query:
        asked.query |= {"page": "1", "pageSize": "20000"}


def _past_the_end(then: Callable[[Asked, Told], None]) -> Turn:
    """What happens on the first page that has nothing."""

    def say(asked: Asked, told: Told) -> None:
        result = result_of(asked, told)
        is_past = int(asked.query.get("page", "1")) > 1
        if asked.row.items and result and is_past and not result[asked.row.items]:
            then(asked, told)

    return Turn(say=say)


def _not_found(_: Asked, told: Told) -> None:
    told.status = 404
    told.content = {"error_number": 404, "error_message": "There is no such page."}


def _empty_body(_: Asked, told: Told) -> None:
    told.status, told.content = 204, None


def _repeating(most: int) -> Turn:
    """Past the end, the last page comes again."""

    def hear(asked: Asked) -> None:
        asked.memory.setdefault("ends", {})

    def say(asked: Asked, told: Told) -> None:
        result = result_of(asked, told)
        if not asked.row.items or not result:
            return
        last: dict[str, Any] = asked.memory.setdefault("last", {})
        key = f"{asked.row.title} {asked.values} {asked.query.get('id')}"
        if result[asked.row.items]:
            last[key] = result[asked.row.items]
        elif int(asked.query.get("page", "1")) > 1:
            result[asked.row.items] = last.get(key, [])
        for name in ("total_count", "page", "page_size"):
            result.pop(name, None)

    return Turn(say=say, hear=hear)


# Markers


def _no_marker(asked: Asked) -> None:
    asked.query.pop("last_updated", None)


def _marker_refused(asked: Asked) -> None:
    if "last_updated" in asked.query:
        words = "last_updated: is not supported"
        asked.told = Told(422, {"error_number": 7, "error_message": words})


def _marker_time(asked: Asked, told: Told) -> None:
    """A marker is a time; what the service said stands behind it."""
    for holder in (result_of(asked, told),):
        if asked.row.items and "last_updated" in holder:
            holder["last_updated"] = f"2026-09-25T09:21:55.{int(holder['last_updated']):07d}Z"


def _marker_time_heard(asked: Asked) -> None:
    marker = asked.query.get("last_updated")
    if marker is not None:
        asked.query["last_updated"] = str(int(marker.rsplit(".", 1)[1].removesuffix("Z")))


def _marker_big(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.items and "last_updated" in result:
        result["last_updated"] += 1 << 60


def _marker_big_heard(asked: Asked) -> None:
    if "last_updated" in asked.query:
        asked.query["last_updated"] = str(int(asked.query["last_updated"]) - (1 << 60))


def _marker_text(asked: Asked, told: Told) -> None:
    result = result_of(asked, told)
    if asked.row.items and "last_updated" in result:
        result["last_updated"] = str(result["last_updated"])


def _idle(then: Callable[[Asked, dict[str, Any]], None]) -> Turn:
    """What a poll that finds nothing new is answered with."""

    def say(asked: Asked, told: Told) -> None:
        result = result_of(asked, told)
        is_poll = "last_updated" in asked.query
        if asked.row.items and is_poll and result and not result[asked.row.items]:
            then(asked, result)

    return Turn(say=say)


def _null_list(asked: Asked, result: dict[str, Any]) -> None:
    result[asked.row.items] = None


def _missing_list(asked: Asked, result: dict[str, Any]) -> None:
    del result[asked.row.items]


# Other entries


def _of_another_event(asked: Asked, told: Told) -> None:
    """The list of all events comes, whichever was asked for."""
    result = result_of(asked, told)
    if asked.row.name in ("GetSeatStatus", "GetSalesTypePrice") and result:
        entries = result[asked.row.items]
        foreign = [each | {"event_id": 2, "status": 2, "price": 1} for each in entries[:5]]
        result[asked.row.items] = [*entries, *foreign]
        result["total_count"] += len(foreign)


def _freed_are_deleted(asked: Asked, told: Told) -> None:
    """What changed to be free comes as what is gone."""
    result = result_of(asked, told)
    if asked.row.name == "GetSeatStatus" and result and "last_updated" in asked.query:
        result["seat_states"] = [
            each if each["status"] else {"seat_id": each["seat_id"], "deleted": True}
            for each in result["seat_states"]
        ]


def _twice(asked: Asked, told: Told) -> None:
    """The last entry of a status comes twice."""
    result = result_of(asked, told)
    if asked.row.name == "GetSeatStatus" and result and result["seat_states"]:
        result["seat_states"].append(result["seat_states"][-1])


def _readings() -> Iterator[Reading]:
    small = {"size": 7, "bulk_size": 7}
    yield _paged(
        "pages of 500 at most, by the dialect",
        "size",
        _refusing(500, 422),
        paging={"size": 500, "bulk_size": 500},
    )
    yield _paged("pages of 50 are granted", "size", _capped(50))
    yield _paged("pages of 7 are granted", "size", _capped(7))
    yield _paged(
        "pages of 7 are granted, and nothing counted",
        "size",
        _capped(7),
        _without("total_count", "page", "page_size"),
    )
    yield _paged("pages over 500 are refused with 422", "size", _refusing(500, 422))
    yield _paged("pages over 500 are refused with 400", "size", _refusing(500, 400))
    yield _paged("pages over 40 are refused with 400", "size", _refusing(40, 400))
    zero = (Turn(hear=_from_zero, say=_told_from_zero),)
    yield _paged("the first page is 0", "first page", *zero, paging={"first_page": 0} | small)
    yield _paged("nothing is counted", "counts", _without("total_count", "page", "page_size"))
    yield _paged("counts are null", "counts", _with(total_count=None, page=None, page_size=None))
    yield _paged("counts are -1", "counts", _with(total_count=-1))
    yield _paged("counts are 0", "counts", _with(total_count=0))
    yield _paged("counts are those of the page", "counts", Turn(say=_count_of_page), _capped(30))
    uncounted = _without("total_count", "page", "page_size")
    yield Reading(
        "pages are not known",
        frozenset({"size", "first page"}),
        turns=(Turn(hear=_all_at_once), uncounted),
        toml={"paging": small},
    )
    yield _paged("past the end is 404", "size", _past_the_end(_not_found), uncounted, _capped(20))
    yield _paged(
        "past the end is nothing", "size", _past_the_end(_empty_body), uncounted, _capped(20)
    )
    yield _paged("past the end the last page comes again", "size", _repeating(20), _capped(20))
    yield _paged("no marker is told", "marker", _without("last_updated"))
    yield _paged(
        "markers are not known",
        "marker",
        Turn(hear=_no_marker),
        _without("last_updated"),
        paging={"marker": "none"},
    )
    yield _paged("markers are ignored", "marker", Turn(hear=_no_marker))
    yield _paged("markers are refused", "marker", Turn(hear=_marker_refused))
    yield _paged("markers are times", "marker", Turn(hear=_marker_time_heard, say=_marker_time))
    yield _paged(
        "markers are large numbers",
        "marker",
        Turn(hear=_marker_big_heard, say=_marker_big),
        paging={"marker": "number"},
    )
    yield _paged("markers are numbers as text", "marker", Turn(say=_marker_text))
    yield _paged("an idle poll has null", "idle", _idle(_null_list))
    yield _paged("an idle poll has no list", "idle", _idle(_missing_list))
    yield _paged("entries of another event come too", "entries", Turn(say=_of_another_event))
    yield _paged("freed seats are deleted", "entries", Turn(say=_freed_are_deleted))
    yield _paged("an entry comes twice", "entries", Turn(say=_twice))


READINGS = tuple(_readings())
