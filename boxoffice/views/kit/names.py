"""What seats and parked orders are called, and how a name of any length and writing is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boxoffice.presenters.common import SeatName
from boxoffice.presenters.order.state import ParkedRow
from boxoffice.views.kit.formats import Formats

_JOINERS = "\u200c\u200d"  # without them Persian words and some emoji fall apart


def seat_words(seat: SeatName) -> str:
    """'Stalls, row B, seat 12'; a standing place is told by its area. What is not known is '?'."""
    translate = QCoreApplication.translate
    area, row, number = (
        shortened(name, most) or "?"
        for name, most in ((seat.area, 60), (seat.row, 12), (seat.number, 12))
    )
    if not seat.row and not seat.number:
        text = translate("Notices", "{area}, standing")
        return text.format(area=area)
    if not seat.row:
        text = translate("Notices", "{area}, seat {number}")
        return text.format(area=area, number=number)
    text = translate("Notices", "{area}, row {row}, seat {number}")
    return text.format(area=area, row=row, number=number)


def row_and_seat(seat: SeatName) -> str:
    """'Row B, seat 12', where its area is told already."""
    translate = QCoreApplication.translate
    row, number = (shortened(name, 12) or "?" for name in (seat.row, seat.number))
    if not seat.row and not seat.number:
        return translate("Notices", "Standing")
    if not seat.row:
        return translate("Notices", "Seat {number}").format(number=number)
    return translate("Notices", "Row {row}, seat {number}").format(row=row, number=number)


def parked_words(row: ParkedRow, formats: Formats) -> str:
    """What a parked order is called: by the clerk, by its buyer, or by time and first seat."""
    name = shortened(row.name, 40) or shortened(row.buyer, 40)
    if name:
        return name
    seat = seat_words(row.first)
    return seat if row.parked_at is None else f"{formats.time(row.parked_at)}, {seat}"


def shortened(text: str, most: int = 60) -> str:
    """At most so many characters on one line, kept from turning the line around."""
    plain = " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in text).split())
    plain = plain if len(plain) <= most else plain[: most - 1] + "…"
    is_plain_ascii = plain.isascii()
    return plain if is_plain_ascii else f"\u2068{plain}\u2069"
