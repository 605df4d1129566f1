"""Many seats in few words: those side by side as one run."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from boxoffice.presenters.common import SeatName
from boxoffice.views.kit.names import shortened

_SHORT = 12


def runs_words(seats: Iterable[SeatName]) -> str:
    """'B 1–3, 7; C 2' for seats of one area, row by row; empty for standing places. A row is not
    broken from its first seats."""
    rows: dict[str, list[str]] = {}
    for seat in seats:
        if seat.row or seat.number:
            rows.setdefault(seat.row, []).append(seat.number)
    return "; ".join(_row_words(row, numbers) for row, numbers in rows.items())


def places_words(seats: Iterable[SeatName]) -> str:
    """'Stalls B 1–3; Floor, 4 standing' for seats of several areas, area by area."""
    areas: dict[str, list[SeatName]] = {}
    for seat in seats:
        areas.setdefault(seat.area, []).append(seat)
    return "; ".join(_area_words(area, some) for area, some in areas.items())


def _area_words(area: str, seats: list[SeatName]) -> str:
    name, runs = shortened(area, 60) or "?", runs_words(seats)
    standing = sum(not seat.row and not seat.number for seat in seats)
    if standing == 1:
        name = QCoreApplication.translate("Notices", "{area}, standing").format(area=name)
    elif standing:
        text = QCoreApplication.translate("Notices", "{area}, {count} standing")
        name = text.format(area=name, count=standing)
    return f"{name} {runs}" if runs else name


def _row_words(row: str, numbers: list[str]) -> str:
    runs = ", ".join(_runs_of(numbers))
    return f"{shortened(row, _SHORT)}\N{NO-BREAK SPACE}{runs}" if row else runs


def _runs_of(numbers: list[str]) -> list[str]:
    plain = sorted({int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 8})
    others = [n for n in numbers if not (n.isascii() and n.isdigit() and len(n) < 8)]
    found = []
    for _, some in groupby(enumerate(plain), key=lambda each: each[1] - each[0]):
        run = [number for _, number in some]
        first, last = run[0], run[-1]
        found += [f"{first}–{last}"] if last - first > 1 else [str(number) for number in run]
    return found + [shortened(n, _SHORT) or "?" for n in others]
