"""Sales rules that are not met, in the words of the counter."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.catalogue import Event
from boxoffice.domain.rules import Breach
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.order.state import RuleRow
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import seat_words, shortened

_MOST_GAPS = 3


def rule_words(row: RuleRow, formats: Formats) -> str:
    """What is missing, how many of what it takes, and how long the rule holds."""
    words = _breach(row)
    if row.event:
        words = f"{shortened(row.event, 40)}: {words}"
    if row.until is not None:
        text = QCoreApplication.translate("Rules", "{rule} (until {time})")
        words = text.format(rule=words, time=formats.date_time(row.until))
    return words


def called_off_words(event: Event) -> str:
    """That an event of the order was cancelled."""
    text = QCoreApplication.translate(
        "Rules", "{event} was cancelled; its seats are no longer sold."
    )
    return text.format(event=shortened(event.name, 60))


def left_alone_words(gaps: tuple[SeatName, ...]) -> str:
    """Which single seats the order leaves behind."""
    if not gaps:
        return QCoreApplication.translate("Rules", "A single seat is left alone.")
    text = QCoreApplication.translate("Rules", "A single seat is left alone: {seats}.")
    shown = "; ".join(seat_words(gap) for gap in gaps[:_MOST_GAPS])
    return text.format(seats=shown + (" …" if len(gaps) > _MOST_GAPS else ""))


def _breach(row: RuleRow) -> str:
    translate, broken = QCoreApplication.translate, row.broken
    match broken.kind:
        case Breach.TOO_FEW:
            text = translate("Rules", "At least {limit}; {count} in the order.")
        case Breach.TOO_MANY:
            text = translate("Rules", "At most {limit}; {count} in the order.")
        case Breach.NO_MULTIPLE:
            text = translate("Rules", "Only in sets of {limit}; {count} in the order.")
        case Breach.RATIO if broken.needed is None:
            text = translate("Rules", "Not to be sold in this order: {seats}.")
        case Breach.RATIO:
            return _ratio(row)
        case Breach.SINGLE_GAP:
            return left_alone_words(row.gaps)
        case _:
            assert_never(broken.kind)
    return text.format(
        seats=_counted(broken.counted, row.price_type, row.category),
        limit=_counted(broken.limit, row.price_type, row.category),
        count=broken.counted,
    )


def _ratio(row: RuleRow) -> str:
    translate, broken = QCoreApplication.translate, row.broken
    if broken.counted == 1:
        text = translate("Rules", "{seats} needs {needed}; {others} in the order.")
    else:
        text = translate("Rules", "{seats} need {needed}; {others} in the order.")
    return text.format(
        seats=_counted(broken.counted, row.price_type, row.category),
        needed=_counted(broken.needed or 0, row.other_type, ""),
        others=broken.others or translate("Rules", "none"),
    )


def _counted(count: int, kind: str, category: str) -> str:
    """Such as '2 × Companion, Premium', or '3 seats'."""
    translate = QCoreApplication.translate
    names = [shortened(name, 40) for name in (kind, category) if name]
    if names:
        text = translate("Rules", "{count} × {names}")
        return text.format(count=count, names=", ".join(names))
    if count == 1:
        return translate("Rules", "1 seat")
    text = translate("Rules", "{count} seats")
    return text.format(count=count)
