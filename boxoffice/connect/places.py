"""What answers leave open and places tell: zones of times without an offset, and locations that are
named by the id of the connected ticket system. And what of the answers did not fit, counted."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from boxoffice.connect.errors import ConnectError
from boxoffice.connect.operations import Operation
from boxoffice.connect.wire import LocationWire, Reading

_log = logging.getLogger(__name__)
_MOST_KINDS = 500
_STRANGERS = "entries of another event"


class Oddities:
    """What of the answers did not fit, and was left out; each kind is logged once."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    @property
    def counts(self) -> Mapping[str, int]:
        """How often, by what: such as 'Events: end_date does not fit'."""
        return MappingProxyType(self._counts)

    def note(self, operation: Operation, what: str, count: int = 1) -> None:
        kind = f"{operation.name}: {what}"
        if kind not in self._counts:
            if len(self._counts) >= _MOST_KINDS:
                return
            _log.warning("%s", kind)
        self._counts[kind] += count

    def dropped(self, operation: Operation, reading: Reading) -> None:
        """Optional fields that took their default."""
        for name in reading.dropped:
            self.note(operation, f"{name} does not fit")

    def strangers(self, operation: Operation, count: int) -> bool:
        """Entries of another event than was asked for; whether they are the first of the list."""
        is_first = f"{operation.name}: {_STRANGERS}" not in self._counts
        self.note(operation, _STRANGERS, count)
        return is_first


class Places:
    """The locations of a server, as far as other answers need them.

    Args:
        zone: of all times without an offset, where the dialect tells one.
    """

    def __init__(self, zone: ZoneInfo | None = None) -> None:
        self._told = zone
        self._zones: dict[int, ZoneInfo | None] = {}
        self._ids: dict[str, int] = {}
        self._is_known = False

    @property
    def zone(self) -> ZoneInfo | None:
        """Of times that belong to no place: that of all places, where they have one."""
        if self._told is not None:
            return self._told
        zones = set(self._zones.values())
        return zones.pop() if len(zones) == 1 else None

    def reading(self, item: Any) -> Reading:
        """For an entry that may name its location."""
        place = self.id_in(item)
        known = None if self._told is not None or place is None else self._zones.get(place)
        return Reading(known or self.zone)

    def id_in(self, item: Any) -> int | None:
        """The location that an entry names, by whichever id."""
        if not isinstance(item, dict):
            return None
        place, reference = item.get("location_id"), item.get("location_ref")
        if isinstance(place, str) and place.isascii() and place.isdigit() and len(place) < 20:
            return int(place)
        if isinstance(place, int):
            return place
        return self.id_of(reference) if isinstance(reference, str) else None

    def id_of(self, reference: str) -> int | None:
        """The location by the id that the connected ticket system uses."""
        return self._ids.get(reference)

    def learn(self, place: LocationWire) -> None:
        told = place.timezone if "timezone" in place.model_fields_set else ""
        self._zones[place.id] = _zone(told)
        if place.external_location_id:
            self._ids[place.external_location_id] = place.id

    async def ask(self, ask: Callable[[], Awaitable[object]]) -> bool:
        """Has the locations asked for, once; whether anything can be known now that was not."""
        if self._is_known:
            return False
        try:
            await ask()
        except ConnectError as error:
            _log.warning("the zones of the places are not known: %s", error)
            return False
        self._is_known = True
        return True


def is_of(item: Any, event_id: int) -> bool:
    """Whether an entry is of the event, or does not say of which it is."""
    told = item.get("event_id") if isinstance(item, dict) else None
    return told is None or str(told) == str(event_id) or told == event_id


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except Exception:  # noqa: BLE001 - names of zones are looked up in files
        return None
