"""How it is paid: the ways to pay, what is entered, the parts taken, and what is still due."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.presenters.payment.state import PaymentState
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.ask_strip import answers
from boxoffice.views.kit.controls import KeyButton, button, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.payment_words import payment_words
from boxoffice.views.payment.entry import CashEntry, ReferenceEntry
from boxoffice.views.payment.parts import PartsList

_CALLING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_GAP = 4  # pixels around the field with the focus


class TenderPage(QWidget):
    """Shows a `PaymentState` that is tendering.

    Args:
        keys: filters the keys of the buttons.

    Attributes:
        cash, other: where a payment is entered.

    Signals:
        kind_chosen(object): a `PaymentKind`.
        remove_asked(int): the place of a part in the list.
        part_asked(), confirm_asked(), cancel_asked().
        stay_asked(): the payment is not left after all.
    """

    kind_chosen = Signal(object)
    remove_asked = Signal(int)
    part_asked = Signal()
    confirm_asked = Signal()
    cancel_asked = Signal()
    stay_asked = Signal()

    def __init__(self, formats: Formats, keys: QObject) -> None:
        super().__init__()
        self.setObjectName("paymentTender")
        self._formats = formats
        self.cash = CashEntry(formats, keys)
        self.other = ReferenceEntry(formats)
        self._parts = PartsList(formats, keys)
        self._parts.remove_asked.connect(self.remove_asked)
        for entry in (self.cash, self.other):
            entry.field.installEventFilter(self)
        self._ways: dict[PaymentKind, KeyButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._kinds(keys))
        layout.addWidget(self._entry(), 1)
        layout.addLayout(self._sums())
        self._add = button("addPart", self.tr("Part payment"), key="Ctrl+Enter", flat=True)
        self._add.clicked.connect(self.part_asked)
        self._confirm = button("confirmButton", "", key="Enter", primary=True)
        self._confirm.clicked.connect(self.confirm_asked)
        self._question = label("leaveQuestion", self.tr("Leave the payment?"), "strong")
        self._stay = button("paymentStay", self.tr("Stay"), key="Esc")
        self._stay.clicked.connect(self.stay_asked)
        self._leave = button("paymentLeave", self.tr("Leave"))
        self._leave.clicked.connect(self.cancel_asked)
        self._cancel = button("paymentCancel", self.tr("Back"), key="Esc", flat=True)
        self._cancel.setAccessibleName(self.tr("Back to the order"))
        self._cancel.clicked.connect(self.cancel_asked)
        for made in (self._add, self._stay, self._leave, self._confirm, self._cancel):
            made.installEventFilter(keys)
        layout.addWidget(self._question)
        layout.addLayout(answers(self._stay, self._leave))
        row = QHBoxLayout()
        row.setSpacing(STEPS[1])
        row.addWidget(self._cancel)
        row.addStretch(1)
        row.addWidget(self._add)
        layout.addLayout(row)
        layout.addWidget(self._confirm)

    def show_state(self, state: PaymentState) -> None:
        is_cash, is_covered = state.kind.traits.gives_change, _is_covered(state)
        for kind, way in self._ways.items():
            way.setChecked(kind is state.kind)
            way.setEnabled(not is_covered)
            way.setVisible(kind.traits.pays_out or not state.pays_out)
        may_enter = not is_covered and not state.asks_to_leave
        self.cash.setVisible(is_cash and may_enter and not state.pays_out)
        self.other.setVisible(not is_cash and may_enter)
        (self.cash if is_cash else self.other).show_state(state)
        self._parts.show_parts(state.parts)
        self._show_rest(state)
        self._show_change(state)
        self._show_question(state)
        self._add.setVisible(not is_covered and not state.pays_out and not state.asks_to_leave)
        self._add.setEnabled(state.can_add)
        self._confirm.setText(self._confirm_words(state))
        self._confirm.setAccessibleName(self._confirm.text())
        self._confirm.setEnabled(state.can_confirm)
        self._area.updateGeometry()

    def focus(self, state: PaymentState) -> None:
        """To where the clerk goes on."""
        self.home(state).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_focus_soon()

    def home(self, state: PaymentState) -> QWidget:
        """Where the clerk goes on."""
        is_cash = state.kind.traits.gives_change
        if state.asks_to_leave:
            return self._stay
        if _is_covered(state) or (state.pays_out and is_cash):
            return self._confirm if self._confirm.isEnabled() else self._cancel
        return self.cash if is_cash else self.other

    def _show_focus_soon(self) -> None:
        QTimer.singleShot(0, self, self._show_focus)  # once all inside has its place

    def _show_focus(self) -> None:
        focused, inside = QApplication.focusWidget(), self._area.widget()
        if focused is not None and inside is not None and inside.isAncestorOf(focused):
            middle = focused.mapTo(inside, focused.rect().center())
            self._area.ensureVisible(middle.x(), middle.y(), 0, focused.height() // 2 + _GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The letter of a way to pay chooses it where only digits are typed."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and not event.modifiers() & _CALLING:
            way = self._way_of(event.text())
            if way is not None:
                if not event.isAutoRepeat():
                    way.click()
                return True
        return super().eventFilter(watched, event)

    def _way_of(self, letter: str) -> QPushButton | None:
        if not letter.isalpha():
            return None
        for way in self._ways.values():
            _, _, rest = way.text().partition("&")
            if rest[:1].casefold() == letter.casefold() and way.isVisible() and way.isEnabled():
                return way
        return None

    def goes_on_by_enter(self, watched: QObject) -> bool:
        """Whether Enter on this control sells, in place of pressing it."""
        is_way = watched in self._ways.values()
        return is_way or watched.objectName().startswith("tender-")

    # --- how it is made ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = self._ways.values()
        has_room = all(way.has_room_for_key for way in ways)
        for way in ways:
            way.show_key(has_room)

    def _kinds(self, keys: QObject) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for index, kind in enumerate(PaymentKind):
            key, words = f"Ctrl+{index + 1}", payment_words(kind)
            made = button(f"pay{kind.value.capitalize()}", words.letter, key=key)
            made.setAccessibleName(words.name)
            made.setShortcut(QKeySequence())  # the letter alone does, where digits are typed
            made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            made.setProperty("slim", True)
            made.setCheckable(True)
            made.installEventFilter(keys)
            made.clicked.connect(lambda _=False, k=kind: self.kind_chosen.emit(k))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(made.click)
            self._ways[kind] = made
            grid.addWidget(made, 0, index)
        self._parts.follow(list(self._ways.values())[-1])
        return grid

    def _entry(self) -> QScrollArea:
        """Scrolls where the window is low, so that the buttons below stay in it."""
        inside = QWidget()
        inside.setObjectName("paymentEntry")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._parts, self.cash, self.other):
            layout.addWidget(part)
        layout.addStretch(1)
        area = self._area = EntryArea()
        area.setObjectName("paymentScroll")
        area.setAccessibleName(self.tr("Payment"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.verticalScrollBar().rangeChanged.connect(self._show_focus_soon)
        return area

    def _sums(self) -> QVBoxLayout:
        """What is due and what goes back: below what scrolls, so that it is always seen."""
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self._rest_label = label("restLabel", self.tr("Still due"), "faint")
        self._rest = label("restDue", "", "sum")
        self._change_label = label("changeLabel", self.tr("Change"), "faint")
        self._change = label("paymentChange", "", "sum")
        for words, value in ((self._rest_label, self._rest), (self._change_label, self._change)):
            row = QHBoxLayout()
            row.addWidget(words)
            row.addStretch(1)
            row.addWidget(value)
            rows.addLayout(row)
        return rows

    # --- what is shown ---

    def _show_question(self, state: PaymentState) -> None:
        """Whether to leave: the answers take the place of what sells."""
        for asked in (self._question, self._stay, self._leave):
            asked.setVisible(state.asks_to_leave)
        for usual in (self._cancel, self._confirm):
            usual.setVisible(not state.asks_to_leave)

    def _show_rest(self, state: PaymentState) -> None:
        """What the parts leave; while an amount is typed, what it leaves as well."""
        rest = state.due
        if rest is not None and state.tendered is not None and state.tendered < rest:
            rest = rest - state.tendered
        is_shown = rest is not None and (bool(state.parts) or rest != state.due)
        self._rest_label.setVisible(is_shown)
        self._rest.setVisible(is_shown)
        if rest is not None:
            self._rest.setText(self._formats.money(rest))

    def _show_change(self, state: PaymentState) -> None:
        has_change = state.change is not None and not _is_covered(state)
        self._change_label.setVisible(has_change)
        self._change.setVisible(has_change)
        self._change.setText(self._formats.money(state.change) if state.change else "")
        if has_change and not state.change:
            self._change.setText("–")

    def _confirm_words(self, state: PaymentState) -> str:
        if state.changed is not None and state.total is not None:
            text = self.tr("Agree to {amount}")
            return text.format(amount=self._formats.money(state.total))
        if state.pays_out and state.total is not None:
            text = self.tr("Pay out {amount}")
            return text.format(amount=self._formats.money(-state.total))
        if state.total is not None and not state.total:
            return self.tr("Nothing to pay: sell")
        if _is_covered(state):
            return self.tr("Sell")
        is_cash = state.kind.traits.gives_change
        if is_cash and state.tendered_text.strip():
            return self.tr("Sell")
        if is_cash and state.parts:
            return self.tr("The rest in cash")
        return payment_words(state.kind).confirm


class EntryArea(QScrollArea):
    """Wants just the height of what is in it."""

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return super().sizeHint() if inside is None else inside.sizeHint()


def _is_covered(state: PaymentState) -> bool:
    return bool(state.parts) and not state.due
