"""Sales rules that are not met, in the words of the counter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.rules import Breach
from boxoffice.presenters.states import RuleRow, SeatName
from boxoffice.views.wording import seat_words, shortened

_MOST_GAPS = 3


def rule_words(row: RuleRow) -> str:
    """What is missing, and how many of what it takes."""
    translate, broken = QCoreApplication.translate, row.broken
    seats, limit = _seats(broken.counted, row), _seats(broken.limit, row)
    match broken.kind:
        case Breach.TOO_FEW:
            text = translate("Rules", "At least {limit}: there are {seats} in the order.")
        case Breach.TOO_MANY:
            text = translate("Rules", "At most {limit}: there are {seats} in the order.")
        case Breach.NO_MULTIPLE:
            text = translate("Rules", "Only {limit} at a time: there are {seats} in the order.")
        case Breach.RATIO if broken.needed is None:
            text = translate("Rules", "{seats} cannot be sold with this order.")
        case Breach.RATIO:
            text = translate("Rules", "{seats} need {needed}: {others} in the order.")
        case Breach.SINGLE_GAP:
            return left_alone_words(row.gaps) if row.gaps else _other_gap()
    words = text.format(
        seats=seats,
        limit=limit,
        needed=_counted(broken.needed or 0, row.other_type, ""),
        others=_only(broken.others),
    )
    return f"{shortened(row.event, 40)}: {words}" if row.event else words


def left_alone_words(gaps: tuple[SeatName, ...]) -> str:
    """Which single seats the order leaves behind."""
    text = QCoreApplication.translate("Rules", "A single seat is left alone: {seats}.")
    shown = "; ".join(seat_words(gap) for gap in gaps[:_MOST_GAPS])
    return text.format(seats=shown + (" …" if len(gaps) > _MOST_GAPS else ""))


def _other_gap() -> str:
    return QCoreApplication.translate("Rules", "A single seat is left alone.")


def _seats(count: int, row: RuleRow) -> str:
    return _counted(count, row.price_type, row.category)


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


def _only(count: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate("Rules", "only {count}").format(count=count)
        if count
        else translate("Rules", "there is none")
    )
