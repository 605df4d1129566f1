"""Lists that come in pages, read whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from boxoffice.connect import mapping
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import Operation
from boxoffice.connect.sender import Sender

M = TypeVar("M", bound=BaseModel)
_PAGE_SIZE = 1000
_MOST_PAGES = 500


async def all_pages(
    sender: Sender,
    operation: Operation,
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
) -> list[Any]:
    """Every item of the operation's list, in the server's order.

    Pages are asked for until as many items as `total_count` says have come, or an empty page; a
    server that pages by something else (tickets in containers) ends with the empty one.

    Raises:
        BadReply: the list is none, or has no end.
    """
    items: list[Any] = []
    for page in range(1, _MOST_PAGES + 1):
        asked = {**query, "page": str(page), "pageSize": str(_PAGE_SIZE)}
        result, _ = await sender.send(operation, path, asked)
        found = result.get(operation.items)
        if found is None:
            found = []
        if not isinstance(found, list):
            raise BadReply(operation.name, f"{operation.items} is no list")
        items.extend(found)
        total = result.get("total_count")
        if not found or not isinstance(total, int) or len(items) >= total:
            return items
    raise BadReply(operation.name, f"more than {_MOST_PAGES} pages")


async def all_entities(
    sender: Sender,
    operation: Operation,
    model: type[M],
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
) -> list[M]:
    """As `all_pages`, each item as a wire model."""
    found = await all_pages(sender, operation, query, path)
    return [mapping.parsed(operation, model, item) for item in found]
