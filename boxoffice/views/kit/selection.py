"""Which lines of a list are selected, by the rules of mouse and keys that every list has."""

from __future__ import annotations

from collections.abc import Iterable

from boxoffice.domain.ids import Place


class Selection:
    """Selected places, in the order of the list."""

    def __init__(self) -> None:
        self._all: tuple[Place, ...] = ()
        self._selected: set[Place] = set()
        self._anchor: Place | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for place in self._all if place in self._selected)

    def __contains__(self, place: Place) -> bool:
        return place in self._selected

    def show(self, places: Iterable[Place]) -> None:
        """The list has these places by now; what went is selected no more."""
        self._all = tuple(places)
        self._selected &= set(self._all)
        if self._anchor not in self._all:
            self._anchor = None

    def choose(self, place: Place) -> None:
        """This one alone; the only one that is selected is let go."""
        is_only = self._selected == {place}
        self._selected = set() if is_only else {place}
        self._anchor = place

    def toggle(self, place: Place) -> None:
        self._selected ^= {place}
        self._anchor = place

    def extend(self, place: Place) -> None:
        """All from the one that was touched last to this one, and no other."""
        first = self._all.index(self._anchor) if self._anchor is not None else 0
        last = self._all.index(place)
        self._selected = set(self._all[min(first, last) : max(first, last) + 1])

    def choose_all(self) -> None:
        self._selected = set(self._all)

    def clear(self) -> None:
        self._selected.clear()
