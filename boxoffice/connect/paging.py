"""Lists that come in pages.

The marker to ask again with is the one that the first page tells: a change that is made while the
other pages are turned is at or after it, whichever page it is on, so that none is missed. Where a
list tells none, it is the highest of the first page's entries.

Where a list ends is never guessed: with the count that it tells, or with a page that is empty, is
the one before it again, or is shorter than that; where nothing is counted, with one that is not
there, too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sized
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from boxoffice.connect.dialects.learned import SINCE, Learned, is_number
from boxoffice.connect.envelope import Reply, named
from boxoffice.connect.errors import BadReply, Refused
from boxoffice.connect.operations import ORDER_TICKETS, Operation
from boxoffice.connect.sender import Sender

_MOST_PAGES = 500
_MOST_ITEMS = 500_000
_MOST_READINGS = 3
_MOST_TOLD = 2**31 - 1  # what a screen can count to
_SMALLER = (500, 100, 50, 20, 10)  # what is asked for where more is refused
_REFUSED = (400, 413, 422)
_NOT_THERE = 404
# What may stand in a result beside its list, and means nothing by itself.
_BESIDE = frozenset(
    {"page", "page_size", "total_count", "last_updated", "errors", "warnings", "field_errors"}
)


class _Page(Protocol):
    """`came` counts the rows that came, those that are left out too."""

    @property
    def came(self) -> int: ...
    @property
    def rows(self) -> Sized: ...
    @property
    def total_count(self) -> int | None: ...
    @property
    def page_size(self) -> int | None: ...


P = TypeVar("P", bound=_Page)
Ask = Callable[[Mapping[str, str]], Awaitable[P]]


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it came. `done` counts the items up to its end, `total` all there are.

    Attributes:
        is_whole: of the whole list, whatever was asked for.
    """

    items: list[Any]
    done: int
    total: int | None
    marker: str
    is_whole: bool = True


async def turned(
    learned: Learned,
    operation: Operation,
    ask: Ask[P],
    query: Mapping[str, str],
    most_pages: int = _MOST_PAGES,
) -> AsyncIterator[tuple[P, bool]]:
    """The pages of a list, the first even if it is empty, and whether they are of the whole list.

    Raises:
        Refused: whichever way it is asked.
        BadReply: it has no end, its pages are always the same, or there are fewer entries than it
            tells.
    """
    first, size, is_whole = await _first(learned, operation, ask, query)
    if not first.came and first.total_count and is_whole:
        raise BadReply(operation.name, f"nothing came of {first.total_count} entries")
    yield first, is_whole
    asked = {name: value for name, value in query.items() if not is_whole or name != SINCE}
    granted = _granted(operation, first, size)
    done, before = first.came, first
    for number in range(1, most_pages):
        if _is_over(before, done):
            break
        turn = asked | _page(number + learned.first_page, granted)
        is_counted = (total := _total(before, done)) is not None and done < total
        page = await _later(ask, operation, turn, before, is_counted=is_counted)
        if page is None:
            break
        done += page.came
        if is_whole and _is_short(operation, first, page, done):
            raise BadReply(operation.name, f"{done} entries came of {page.total_count}")
        yield page, is_whole
        if _total(page, done) is None and page.came < before.came:
            break
        before = page
    else:
        if not _is_over(before, done):
            raise BadReply(operation.name, f"more than {most_pages} pages")
    if granted < size and done > first.came:
        learned.grant(operation, granted)


async def _later(
    ask: Ask[P], operation: Operation, asked: Mapping[str, str], before: P, *, is_counted: bool
) -> P | None:
    """A page after the first; None where a list of which no more is counted has no such page, or
    has the one before it again."""
    try:
        page = await ask(asked)
    except Refused as refused:
        if refused.code != _NOT_THERE or is_counted:
            raise
        return None
    if is_same_page(before.rows, page.rows):
        if not is_counted:
            return None
        raise BadReply(operation.name, f"page {asked['page']} is the one before it again")
    return page


def _granted(operation: Operation, first: P, size: int) -> int:
    """The size to turn the pages by. One that is shorter than asked for seems to be what is
    granted: servers count by either. Tickets come in containers, which are not what is counted."""
    if first.page_size:
        return min(size, first.page_size)
    is_counted = first.came and operation is not ORDER_TICKETS
    return min(size, first.came) if is_counted else size


def _total(page: P, done: int) -> int | None:
    """How many entries there are; None where nothing is said, or what cannot be: more have come."""
    told = page.total_count
    return None if told is None or told < done else told


def _is_over(page: P, done: int) -> bool:
    """Whether no page follows. Some servers count the entries of the page: a first one that is full
    may not be all, although it counts no more."""
    is_full = done == page.came and page.page_size is not None and page.came >= page.page_size
    return not page.came or (_total(page, done) == done and not is_full)


def _is_short(operation: Operation, first: P, last: P, done: int) -> bool:
    """Whether a list ends before all that it tells has come. One whose count changes meanwhile is
    read again."""
    total = last.total_count
    is_same = total is not None and total == first.total_count
    ends = not last.came and operation is not ORDER_TICKETS
    return ends and is_same and total is not None and done < total


async def _first(
    learned: Learned, operation: Operation, ask: Ask[P], query: Mapping[str, str]
) -> tuple[P, int, bool]:
    """The first page, of what size it is, and whether of the whole list: a marker or a size that
    the server refuses is left out, and is not asked for again."""
    usual = learned.size(operation)
    whole = {name: value for name, value in query.items() if name != SINCE}
    ways = [(query, usual)]
    if len(whole) < len(query):
        ways.append((whole, usual))
    if not learned.takes(operation, str(usual)):
        ways += [(whole, size) for size in _SMALLER if size < usual]
    refused: Refused | None = None
    for asked, size in ways:
        try:
            page = await ask({**asked, **_page(learned.first_page, size)})
        except Refused as error:
            if error.code not in _REFUSED:
                raise refused or error from None
            refused = refused or error
            continue
        if size < usual:
            learned.grant(operation, size)
        elif refused is not None:
            learned.refuse_marker(operation)
        learned.took(operation, str(size))
        if SINCE in asked:
            learned.took(operation, SINCE)
        return page, size, SINCE not in asked
    raise refused or BadReply(operation.name, "no page was asked for")


def _page(number: int, size: int) -> dict[str, str]:
    return {"page": str(number), "pageSize": str(size)}


@dataclass(frozen=True, slots=True)
class _Items:
    rows: list[Any]
    total_count: int | None
    page_size: int | None
    marker: str

    @property
    def came(self) -> int:
        return len(self.rows)


async def raw_pages(
    sender: Sender,
    operation: Operation,
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
    marker: str = "",
) -> AsyncIterator[RawPage]:
    """The pages of a list, the first even if it is empty; with a marker, of what changed.

    Raises:
        BadReply: it is not a list, or has no end.
    """
    learned = sender.learned

    async def ask(asked: Mapping[str, str]) -> _Items:
        reply = await sender.send(operation, path, asked)
        items = items_of(operation, reply, is_idle=SINCE in asked)
        told = reply.result
        total, size = _count(told.get("total_count")), _count(told.get("page_size"))
        return _Items(items, total, size, _marker(told, items))

    done = 0
    asked = {**query, **learned.since(operation, marker)}
    async for page, is_whole in turned(learned, operation, ask, asked):
        done += page.came
        if done > _MOST_ITEMS:
            raise BadReply(operation.name, f"more than {_MOST_ITEMS} entries")
        yield RawPage(
            page.rows, done, page.total_count, learned.marker(operation, page.marker), is_whole
        )


async def whole_list(
    sender: Sender,
    operation: Operation,
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
    marker: str = "",
) -> RawPage:
    """Every item of the operation's list, in the server's order, as one page.

    A list that grows or shrinks while its pages are turned is read again: the pages after do not
    begin where those before ended.
    """
    for _ in range(_MOST_READINGS):
        items: list[Any] = []
        pages: list[RawPage] = []
        async for page in raw_pages(sender, operation, query, path, marker):
            items.extend(page.items)
            pages.append(page)
        if len({page.total for page in pages}) == 1:
            break
    return RawPage(items, len(items), len(items), pages[0].marker, pages[0].is_whole)


def is_same_page(before: Sized, page: Sized) -> bool:
    """Whether a page is the one before it again: the server does not turn the pages, and what it
    has beyond the first cannot be had."""
    try:
        return bool(page) and before == page
    except RecursionError:
        return False


def items_of(operation: Operation, reply: Reply, *, is_idle: bool = False) -> list[Any]:
    """The list inside a result. A result without one is empty, if nothing else is in it.

    Args:
        is_idle: what changed was asked for: no result at all is nothing new, where the server says
            that it succeeded.

    Raises:
        BadReply: it is no list, or neither result nor list came; the text names what did.
    """
    found = reply.result.get(operation.items)
    if isinstance(found, list):
        return found
    if found is not None:
        raise BadReply(operation.name, f"{operation.items} is no list")
    is_bare = reply.result is reply.flags
    if is_bare and operation.items not in reply.result:
        if is_idle and reply.flags.get("TIsSuccessful") is True:
            return []
        raise BadReply(
            operation.name,
            f"neither {operation.result} nor {operation.items} came, but {named(reply.flags)}",
        )
    others = [
        name
        for name, value in reply.result.items()
        if isinstance(value, list | dict) and name not in _BESIDE
    ]
    if others and not is_bare:
        raise BadReply(operation.name, f"{operation.items} did not come, but {named(others)}")
    return []


def higher(known: str, found: int | str | None) -> str:
    """The higher of two markers: by value where both are numbers, else the later one."""
    text = _text(found)
    if is_number(known) and is_number(text):
        return max(known, text, key=int)
    return text or known


def _count(told: object) -> int | None:
    """How many the server says there are; None where it says nothing that can be true."""
    if isinstance(told, str) and told.isascii() and told.isdigit() and len(told) < 20:
        told = int(told)
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
