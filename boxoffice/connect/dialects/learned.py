"""What a server shows of how it pages, beyond what its dialect tells."""

from __future__ import annotations

from typing import assert_never

from boxoffice.connect.dialects.dialect import Dialect, Marker
from boxoffice.connect.operations import Operation

SINCE = "last_updated"


class Learned:
    """What a server has shown of how it pages."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._sizes: dict[str, int] = {}
        self._without_marker: set[str] = set()
        self._taken: set[tuple[str, str]] = set()

    @property
    def first_page(self) -> int:
        return self._dialect.first_page

    def size(self, operation: Operation) -> int:
        dialect = self._dialect
        usual = dialect.bulk_size if operation.is_bulk else dialect.page_size
        return self._sizes.get(operation.title, usual)

    def grant(self, operation: Operation, size: int) -> None:
        self._sizes[operation.title] = size

    def since(self, operation: Operation, marker: str) -> dict[str, str]:
        """The query for what changed at or after a marker; empty for everything, and where the
        server takes no such marker."""
        told = self.marker(operation, marker)
        return {SINCE: told} if told else {}

    def marker(self, operation: Operation, told: str) -> str:
        """A marker that can be sent back; empty for none."""
        if operation.title in self._without_marker:
            return ""
        match self._dialect.marker:
            case Marker.ANY:
                return told
            case Marker.NUMBER:
                return told if is_number(told) else ""
            case Marker.NONE:
                return ""
            case _ as never:
                assert_never(never)

    def took(self, operation: Operation, what: str) -> None:
        """The server has taken a size, or a marker: what it refuses later it refuses for another
        reason."""
        self._taken.add((operation.title, what))

    def takes(self, operation: Operation, what: str) -> bool:
        return (operation.title, what) in self._taken

    def refuse_marker(self, operation: Operation) -> None:
        """None is sent again; where others were taken, it was that one alone."""
        if not self.takes(operation, SINCE):
            self._without_marker.add(operation.title)


def is_number(text: str) -> bool:
    """Whether a marker is a whole number."""
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit()
