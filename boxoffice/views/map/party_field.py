"""The party beside the map: how many seats are wanted, and at which price types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit

from boxoffice.domain.catalogue import Offer, PriceType
from boxoffice.domain.ids import EventId
from boxoffice.domain.orders.party import MOST, Party, Shares, party_of, usual_types
from boxoffice.presenters.order.state import OrderState
from boxoffice.tokens.sizes import SMALL, TITLE
from boxoffice.views.kit.controls import plain_tip
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import color, typeface

_TYPED = r"[0-9+ ]?[\w+ ]{0,29}"
_USUAL_WIDTH, _LEAST_WIDTH = 184, 78
_EDGE, _LEAST_EDGE, _GAP = 12, 4, 10


class PartyField(QLineEdit):
    """Counts by price type: '2+1' is two at the usual price type and one at the next.

    Beside the counts it says what they mean. When seats were taken for them it keeps them and says
    so, and the next digit begins anew; a party ends with its buyer.

    Signals:
        changed(): another party is meant.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("partySize")
        self.setAccessibleName(self.tr("Size of the party"))
        self.setFont(typeface(TITLE))
        self.setProperty("party", True)
        self.setValidator(QRegularExpressionValidator(_TYPED, self))
        self.setPlaceholderText("1")
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMaximumWidth(_USUAL_WIDTH)
        self._offer: Offer | None = None
        self._state = OrderState()
        self._is_taken = False
        self._asked_with: int | None = None  # seats in the order when seats were asked for
        self._party = Party()
        self._kinds: tuple[PriceType, ...] = ()
        self.textEdited.connect(self._edited)
        self._read()

    # --- what is meant ---

    @property
    def count(self) -> int:
        """How many seats a click takes: one where no party is meant."""
        return self._party.size if self._party.is_good and not self._is_taken else 1

    @property
    def is_meant(self) -> bool:
        """Whether seats are to be taken for what was typed, and may be."""
        return self._party.is_good and not self._is_taken

    @property
    def is_wrong(self) -> bool:
        """Whether something was typed that no seats can be taken for."""
        return bool(self.text()) and not self._is_taken and not self._party.is_good

    @property
    def shares(self) -> Shares:
        """How many are for which price type; empty where all are at the usual one."""
        shares = self._party.shares if self.is_meant else ()
        is_plain = len(shares) == 1 and any(kind.id == shares[0][0] for kind in self._kinds[:1])
        return () if is_plain else shares

    def show_offer(self, offer: Offer | None) -> None:
        """The price types are those of this event from now on."""
        self._offer = offer
        self._read()

    def follow(self, state: OrderState) -> None:
        """Hears what became of the order: its seats were taken, or it is another buyer's."""
        before, self._state = self._state, state
        now, was = (each.order.id if each.order else None for each in (state, before))
        is_asked = self._asked_with is not None
        is_other = now != was and (was is not None or not is_asked)
        is_empty = bool(before.rows) and not state.rows and not state.pending
        if is_other or is_empty:
            self.forget()
        elif self._asked_with is not None and len(state.rows) > self._asked_with:
            self._asked_with, self._is_taken = None, True
            self._read()
        elif state.frequent != before.frequent:
            self._read()

    def note_asked(self) -> None:
        """Seats are being asked for in the name of this party."""
        if self.is_meant:
            self._asked_with = len(self._state.rows)

    def forget(self) -> None:
        """There is no party any more."""
        self._asked_with, self._is_taken = None, False
        if self.text():
            self.clear()
        self._read()

    # --- how it is typed ---

    def type_on_map(self, text: str) -> bool:
        """A key on the map: whether it belongs to the party. A digit does; a plus and a nought do
        where counts have begun, else they zoom."""
        begun = "" if self._is_taken else self.text()
        if text in "+0" and not begun:
            return False
        if text == "+" and begun.endswith("+"):
            return True
        self._is_taken, self._asked_with = False, None
        self.setText(begun + text)
        self._read()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        begins = self._is_taken and event.text().isdigit()
        if step and (self.text().isdigit() or not self.text()):
            self._is_taken = False
            self.setText(str(min(max(int(self.text() or "1") + step, 1), MOST)))
            self._read()
        elif begins:
            self.clear()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _edited(self) -> None:
        self._is_taken, self._asked_with = False, None
        self._read()

    def _read(self) -> None:
        usual = usual_types(self._offer, self._state.frequent) if self._offer else ()
        self._party = party_of(self.text(), usual) if self.text() else Party()
        self._kinds = usual
        words = self._words(is_whole=True)
        tip = self.tr("Size of the party, such as 3, or 2+1 by price type (1–9 on the map)")
        self.setToolTip(plain_tip(f"{words}\n{tip}" if words else tip))
        self.setAccessibleDescription(words or tip)
        self.update()
        self.changed.emit()

    # --- how it looks ---

    def sizeHint(self) -> QSize:
        return QSize(_USUAL_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = _EDGE - _LEAST_EDGE if self.width() > _USUAL_WIDTH // 2 else 0
        self.setTextMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = self._words(is_whole=False)
        font = typeface(SMALL)
        taken = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText())
        room = self.rect().adjusted(_EDGE + taken + _GAP, 0, -_EDGE, 0)
        if not words or QFontMetrics(font).horizontalAdvance(words) > room.width():
            return  # the tool tip has it
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(color("danger" if self.is_wrong else "quiet"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, flags, words)

    def _words(self, *, is_whole: bool) -> str:
        """What stands beside the counts."""
        party = self._party
        if self._is_taken:
            return self.tr("✓ taken")
        if party.is_too_many:
            return self.tr("at most {count}").format(count=MOST)
        if party.unknown:
            return self.tr("no such price type")
        limit = self._limit()
        if limit is not None and party.size > limit:
            return self.tr("at most {count}").format(count=limit)
        kinds = [kind for kind, _ in party.counts]
        names = [kind.name if is_whole else kind.short_name or kind.name for kind in kinds]
        is_plain = len(names) == 1 and party.counts[0][0] in self._kinds[:1]
        if is_whole:
            return " + ".join(
                f"{count} {shortened(name, 30)}"
                for (_, count), name in zip(party.counts, names, strict=True)
            )
        return "" if is_plain else " + ".join(shortened(name, 14) for name in names)

    def _limit(self) -> int | None:
        """What a sales rule of the event allows in one order, whatever the price type."""
        rules = self._offer.rules if self._offer else ()
        event: EventId | None = self._offer.event.id if self._offer else None
        limits = [
            rule.max_quantity
            for rule in rules
            if rule.max_quantity is not None
            and rule.price_type_id is None
            and rule.category_id is None
            and rule.valid_from is None
            and rule.valid_till is None
            and rule.event_id in (None, event)
        ]
        return min(limits, default=None)
