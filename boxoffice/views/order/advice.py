"""Under the order's lines: what stands in the way of selling it, and what could be better."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.domain.ids import Place
from boxoffice.presenters.order.state import OrderState
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import button, label, restyle, set_tip, wrap
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import row_and_seat, seat_words, shortened
from boxoffice.views.order.rule_words import called_off_words, left_alone_words, rule_words

_MOST_RULES = 4
_AREA = 14  # letters of an area's name on a button


class AdviceView(QWidget):
    """Cancelled events, rules that are not met, seats left alone, and seats in place of lost ones.

    Signals:
        give_back_asked(object): a tuple of `Place`, of cancelled events.
        instead_asked(): take what is offered.
        anyway_asked(): sell and leave the single seats behind.
    """

    give_back_asked = Signal(object)
    instead_asked = Signal()
    anyway_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.setObjectName("orderAdvice")
        self._off_places: tuple[Place, ...] = ()
        self._off = _words("orderCalledOff", "error")
        self._give_back = button("giveBackCalledOff", self.tr("Give back its seats"))
        self._give_back.clicked.connect(self._ask_to_give_back)
        self._rules = _words("orderRules", "warning")
        self._alone = _words("orderLeftAlone", "info")
        self._instead = button("insteadButton", "")
        self._instead_words = ("", "")
        self._instead.clicked.connect(self.instead_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._anyway = button("sellAnyway", self.tr("Sell anyway"))
        self._anyway.clicked.connect(self.anyway_asked)
        for widget in (
            self._off,
            self._give_back,
            self._instead,
            self._rules,
            self._alone,
            self._anyway,
        ):
            layout.addWidget(widget)
        for made in (self._give_back, self._instead, self._anyway):  # the panel gives their width
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_state(self, state: OrderState) -> None:
        rules = [rule_words(row, self._formats) for row in state.broken]
        more = len(rules) - _MOST_RULES
        shown = rules[:_MOST_RULES] + ([self.tr("… and %n more", "", more)] if more > 0 else [])
        _show(self._rules, "\n".join(shown))
        set_tip(self._rules, "\n".join(rules) if more > 0 else "")
        told = {gap for row in state.broken for gap in row.gaps}
        alone = tuple(gap for gap in state.left_alone if gap not in told)
        _show(self._alone, left_alone_words(alone) if alone else "")
        self._anyway.setVisible(bool(alone) and not rules and not state.called_off)
        self._anyway.setEnabled(state.can_pay)
        self._show_called_off(state)
        self._show_instead(state)
        self.setVisible(bool(state.called_off or rules or alone or state.instead))

    def _show_called_off(self, state: OrderState) -> None:
        off = {event.id for event in state.called_off}
        self._off_places = tuple(row.line.place for row in state.rows if row.line.event_id in off)
        _show(self._off, "\n".join(map(called_off_words, state.called_off)))
        self._give_back.setVisible(bool(off))
        self._give_back.setEnabled(not state.is_busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_instead()

    def _fit_instead(self) -> None:
        """The name of the area goes where it has no room."""
        whole, short = self._instead_words
        room = self.width() - 2 * STEPS[2]
        fits = self._instead.fontMetrics().horizontalAdvance(whole) <= room
        self._instead.setText(whole if fits else short)

    def _ask_to_give_back(self) -> None:
        self.give_back_asked.emit(self._off_places)

    def _show_instead(self, state: OrderState) -> None:
        offered = () if state.called_off else state.instead
        self._instead.setVisible(bool(offered))
        if not offered:
            return
        if len(offered) == 1:
            seat = replace(offered[0], area=shortened(offered[0].area, _AREA))
            text = self.tr("Take {seat} instead")
            words = text.format(seat=seat_words(seat))
            self._instead_words = (words, text.format(seat=row_and_seat(seat)))
        else:
            words = self.tr("Take the %n nearest instead", "", len(offered))
            self._instead_words = (words, words)
        self._fit_instead()
        self._instead.setAccessibleName("; ".join([words, *map(seat_words, offered)]))
        self._instead.setEnabled(not state.is_busy)


def _words(name: str, severity: str) -> QLabel:
    made = label(name)
    wrap(made)
    made.setIndent(10)
    restyle(made, "severity", severity)
    made.hide()
    return made


def _show(made: QLabel, text: str) -> None:
    if made.text() != text:
        made.setText(text)
        made.setAccessibleName(text)
    made.setVisible(bool(text))
