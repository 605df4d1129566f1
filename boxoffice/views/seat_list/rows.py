"""Which seats the list has, in which order, and which of them some words mean.

All in columns: a seat of 100,000 costs a few bytes here, and no object.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import Area, Offer
from boxoffice.domain.ids import PriceCategoryId
from boxoffice.domain.natural_order import natural_key
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, States

Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
_JOINED = re.compile(r"([^\W\d_]+)(\d+)")
_KEPT = tuple(state for state in SeatState if state.traits.can_be_had)


class SeatRows:
    """The rows of the list: each seat, and each standing area by its first place.

    Attributes:
        entries: intp[m], indices into the plan by area, row and number.
        areas: all areas, in the order of the list.
        standing: the standing areas by the index that stands for them.
        numbers: the different seat numbers there are.
    """

    def __init__(self, offer: Offer, plan: SeatPlan) -> None:
        self._plan = plan
        self._offer = offer
        areas = sorted(range(len(offer.areas)), key=lambda i: (offer.areas[i].sort, i))
        self.areas = [offer.areas[i] for i in areas]
        self._area = _codes(plan.area_ids, [int(area.id) for area in self.areas])
        self._category = _codes(plan.category_ids, [int(c.id) for c in offer.categories])
        known: dict[str, int] = {}
        codes = [known.setdefault(number, len(known)) for number in plan.numbers]
        self._number = np.array(codes, dtype=np.int32)
        self.numbers = tuple(known)
        self.standing = self._standing()
        self.entries = self._sorted()

    def matching(self, text: str, category: PriceCategoryId | None) -> Indices:
        """The entries that all words of a text mean, of a price category or of all."""
        keep = np.ones(len(self._plan), dtype=np.bool_)
        if category is not None:
            keep &= self._plan.category_ids == category
        for word in self._words(text):
            keep &= self._meant_by(word)
        return self.entries[keep[self.entries]]

    def available(self, entries: Indices, states: States) -> Indices:
        """Those of the entries that can be taken, or given back."""
        can = np.isin(states, _KEPT)
        for index, area in self.standing.items():
            can[index] = bool(can[self._plan.area_ids == area.id].any())
        return entries[can[entries]]

    def free_of(self, area: Area, states: States) -> int:
        """How many places of a standing area are free."""
        return int(np.count_nonzero(states[self._plan.area_ids == area.id] == SeatState.FREE))

    def places_of(self, entries: Indices) -> NDArray[np.int32]:
        """int32[n]: where each seat stands among the entries, -1 where it does not; a standing
        place stands where its area does."""
        found = np.full(len(self._plan), -1, dtype=np.int32)
        found[entries] = np.arange(len(entries), dtype=np.int32)
        for index, area in self.standing.items():
            found[self._plan.area_ids == area.id] = found[index]
        return found

    def _standing(self) -> dict[int, Area]:
        found = {}
        for area in self.areas:
            if area.kind.is_standing:
                there = np.flatnonzero(self._plan.area_ids == area.id)
                if len(there):
                    found[int(there[0])] = area
        return found

    def _sorted(self) -> Indices:
        plan = self._plan
        rows = _ranks(plan.row_names)[plan.row_index] if plan.row_names else plan.row_index
        area = np.where(self._area < 0, len(self.areas), self._area)
        order: Indices = np.lexsort((_ranks(self.numbers)[self._number], rows, area))
        shown = np.ones(len(plan), dtype=np.bool_)
        for index, standing in self.standing.items():
            shown[plan.area_ids == standing.id] = False
            shown[index] = True
        return order[shown[order]]

    def _words(self, text: str) -> list[str]:
        """The words of a text; 'c12' is two where it is no name of its own."""
        found: list[str] = []
        for word in text.casefold().split():
            joined = _JOINED.fullmatch(word)
            if joined is not None and not self._meant_by(word).any():
                found.extend(joined.groups())
            else:
                found.append(word)
        return found

    def _meant_by(self, word: str) -> Flags:
        """A row or a number is meant by its whole name, an area or a category by the beginning of
        a word: but what names a row or a number does not begin anything."""
        rows = _equal(self._plan.row_names, word)
        numbers = _equal(self.numbers, word)
        is_name = bool(rows.any() or numbers.any())
        areas = _containing([area.name for area in self.areas], word, whole=is_name)
        names = [category.name for category in self._offer.categories]
        categories = _containing(names, word, whole=is_name)
        found: Flags = _at(rows, self._plan.row_index) | _at(numbers, self._number)
        found |= _at(areas, self._area) | _at(categories, self._category)
        return found


def _ranks(names: Sequence[str]) -> NDArray[np.int64]:
    """Each name's place in natural order; the same name has the same."""
    places = {name: i for i, name in enumerate(sorted(set(names), key=natural_key))}
    return np.array([places[name] for name in names], dtype=np.int64)


def _codes(ids: NDArray[np.int64], known: list[int]) -> NDArray[np.int32]:
    """The place of each id among the known ones, -1 for others."""
    if not known:
        return np.full(len(ids), -1, dtype=np.int32)
    by_id = np.argsort(known)
    ordered = np.array(known, dtype=np.int64)[by_id]
    at = np.minimum(np.searchsorted(ordered, ids), len(known) - 1)
    return np.where(ordered[at] == ids, by_id[at], -1).astype(np.int32)


def _equal(names: Sequence[str], word: str) -> Flags:
    return np.array([name.casefold() == word for name in names], dtype=np.bool_)


def _containing(names: list[str], word: str, *, whole: bool) -> Flags:
    """The names with the word in them, or with one that it begins."""
    parts = [re.split(r"\W+", name.casefold()) for name in names]
    return np.array(
        [
            any(part == word if whole else part.startswith(word) for part in (*some, name))
            for some, name in zip(parts, (n.casefold() for n in names), strict=True)
        ],
        dtype=np.bool_,
    )


def _at(flags: Flags, codes: NDArray[np.int32]) -> Flags:
    """The flag of each code; False for -1."""
    found: Flags = np.append(flags, False)[codes]
    return found
