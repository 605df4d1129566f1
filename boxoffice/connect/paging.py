"""Lists that come in pages.

The marker to ask again with is the one that the first page tells: a change that is made while the
other pages are turned is at or after it, whichever page it is on, so that none is missed. Where a
list tells none, it is the highest of the first page's entries.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sized
from dataclasses import dataclass
from typing import Any

from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import Operation
from boxoffice.connect.sender import Sender

LEAST_PAGE = 100  # the size of a page where none is asked for
_PAGE_SIZE = 1000
_MOST_PAGES = 500
_MOST_ITEMS = _MOST_PAGES * _PAGE_SIZE
_MOST_READINGS = 3
_MOST_TOLD = 2**31 - 1  # what a screen can count to


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it came. `done` counts the items up to its end, `total` all there are."""

    items: list[Any]
    done: int
    total: int | None
    marker: str


async def raw_pages(
    sender: Sender,
    operation: Operation,
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
) -> AsyncIterator[RawPage]:
    """The pages of a list, the first even if it is empty.

    They are asked for until as many items as `total_count` says have come, or an empty page; a
    server that pages by something else (tickets in containers) ends with the empty one. Without
    `total_count`, the last page is one that has no more than the smallest, or that comes again.

    Raises:
        BadReply: it is not a list, has no end, or its pages are always the same.
    """
    done = 0
    before: list[Any] = []
    for number in range(1, _MOST_PAGES + 1):
        asked = {**query, "page": str(number), "pageSize": str(_PAGE_SIZE)}
        reply = await sender.send(operation, path, asked)
        items = items_of(operation, reply.result)
        total = _total(reply.result)
        if is_same_page(before, items):
            if total is None:
                return
            raise BadReply(operation.name, f"page {number} is the one before it again")
        before = items
        done += len(items)
        if done > _MOST_ITEMS:
            raise BadReply(operation.name, f"more than {_MOST_ITEMS} entries")
        yield RawPage(items, done, total, _marker(reply.result, items))
        if is_last(len(items), done, total):
            return
    raise BadReply(operation.name, f"more than {_MOST_PAGES} pages")


async def whole_list(
    sender: Sender,
    operation: Operation,
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
) -> RawPage:
    """Every item of the operation's list, in the server's order, as one page.

    A list that grows or shrinks while its pages are turned is read again: the pages after do not
    begin where those before ended.
    """
    for _ in range(_MOST_READINGS):
        items: list[Any] = []
        markers, totals = [], set()
        async for page in raw_pages(sender, operation, query, path):
            items.extend(page.items)
            markers.append(page.marker)
            totals.add(page.total)
        if len(totals) == 1:
            break
    return RawPage(items, len(items), len(items), markers[0])


def is_last(count: int, done: int, total: int | None) -> bool:
    """Whether a page of `count` entries, up to `done` of `total`, is the last."""
    return count < LEAST_PAGE if total is None else not count or done >= total


def is_same_page(before: Sized, page: Sized) -> bool:
    """Whether a page is the one before it again: the server does not turn the pages, and what it
    has beyond the first cannot be had."""
    try:
        return bool(page) and before == page
    except RecursionError:
        return False


def items_of(operation: Operation, result: Mapping[str, Any]) -> list[Any]:
    """The list inside a result; a missing one is empty.

    Raises:
        BadReply: it is no list.
    """
    found = result.get(operation.items)
    if found is None:
        return []
    if not isinstance(found, list):
        raise BadReply(operation.name, f"{operation.items} is no list")
    return found


def higher(known: str, found: int | str | None) -> str:
    """The higher of two markers: by value where both are numbers, else the later one."""
    text = _text(found)
    if _is_number(known) and _is_number(text):
        return max(known, text, key=int)
    return text or known


def since(marker: str) -> dict[str, str]:
    """The query for what changed at or after a marker; empty for everything."""
    return {"last_updated": marker} if marker else {}


def _total(result: Mapping[str, Any]) -> int | None:
    """How many entries the server says there are; None where it says nothing that can be true."""
    told = result.get("total_count")
    if not isinstance(told, int) or isinstance(told, bool) or told < 0:
        return None
    return min(told, _MOST_TOLD)


def _marker(result: Mapping[str, Any], items: list[Any]) -> str:
    told = _text(result.get("last_updated"))
    if told:
        return told
    highest = ""
    for item in items:
        if isinstance(item, dict):
            highest = higher(highest, item.get("last_updated"))
    return highest


def _text(marker: object) -> str:
    """A marker as it is sent back: a number, or a text that an address can carry."""
    if isinstance(marker, int) and not isinstance(marker, bool) and abs(marker) < 2**64:
        return str(marker)
    if isinstance(marker, str) and len(marker) <= 200 and marker.isprintable():
        return marker
    return ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
