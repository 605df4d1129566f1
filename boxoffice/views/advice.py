"""Under the order's lines: what stands in the way of selling it, and what could be better."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.presenters.states import OrderState
from boxoffice.views.controls import button, label, restyle, set_tip
from boxoffice.views.formats import Formats
from boxoffice.views.rule_words import left_alone_words, rule_words
from boxoffice.views.wording import seat_words

_MOST_RULES = 4


class AdviceView(QWidget):
    """The rules that are not met, seats left alone, and seats in place of lost ones.

    Signals:
        instead_asked(): take what is offered.
        anyway_asked(): sell and leave the single seats behind.
    """

    instead_asked = Signal()
    anyway_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.setObjectName("orderAdvice")
        self._rules = _words("orderRules", "warning")
        self._alone = _words("orderLeftAlone", "info")
        self._instead = button("insteadButton", "")
        self._instead.clicked.connect(self.instead_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._anyway = button("sellAnyway", self.tr("Sell anyway"))
        self._anyway.clicked.connect(self.anyway_asked)
        for widget in (self._instead, self._rules, self._alone, self._anyway):
            layout.addWidget(widget)

    def show_state(self, state: OrderState) -> None:
        rules = [rule_words(row, self._formats) for row in state.broken]
        more = len(rules) - _MOST_RULES
        shown = rules[:_MOST_RULES] + ([self.tr("… and %n more", "", more)] if more > 0 else [])
        _show(self._rules, "\n".join(shown))
        set_tip(self._rules, "\n".join(rules) if more > 0 else "")
        told = {gap for row in state.broken for gap in row.gaps}
        alone = tuple(gap for gap in state.left_alone if gap not in told)
        _show(self._alone, left_alone_words(alone) if alone else "")
        self._anyway.setVisible(bool(alone) and not rules)
        self._anyway.setEnabled(state.can_pay)
        self._show_instead(state)
        self.setVisible(bool(rules or alone or state.instead))

    def _show_instead(self, state: OrderState) -> None:
        offered = state.instead
        self._instead.setVisible(bool(offered))
        if not offered:
            return
        if len(offered) == 1:
            words = self.tr("Take {seat} instead").format(seat=seat_words(offered[0]))
        else:
            words = self.tr("Take the %n nearest instead", "", len(offered))
        self._instead.setText(words)
        self._instead.setAccessibleName("; ".join([words, *map(seat_words, offered)]))
        self._instead.setEnabled(not state.is_busy)


def _words(name: str, severity: str) -> QLabel:
    made = label(name)
    made.setWordWrap(True)
    made.setIndent(10)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    restyle(made, "severity", severity)
    made.hide()
    return made


def _show(made: QLabel, text: str) -> None:
    if made.text() != text:
        made.setText(text)
        made.setAccessibleName(text)
    made.setVisible(bool(text))
