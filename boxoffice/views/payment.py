"""Taking the money, and what follows the sale; it stands where the order stood."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.presenters.states import PaymentPhase, PaymentState
from boxoffice.views.controls import NoticeLabel, WaitingBar, button, card, label
from boxoffice.views.formats import Formats
from boxoffice.views.payment_tender import TenderPage

_WAITING = (PaymentPhase.SENDING, PaymentPhase.CHECKING)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaymentPanel(QWidget):
    """Shows a `PaymentState`. Enter goes on, Ctrl+Enter takes a part, Esc goes back.

    A key that is held down does so once.

    Signals:
        kind_chosen(object): a `PaymentKind`.
        amount_typed(str), reference_typed(str): what stands in a field.
        tender_chosen(object): `Money` handed over.
        part_asked(): what is entered is one part of several.
        part_removed(int): the place of a part in the list.
        exact_asked(), confirm_asked(), cancel_asked(), print_asked(), next_asked().
        stop_print_asked(): printing takes too long.
        save_asked(object): the `Path` to save the summary to.
    """

    kind_chosen = Signal(object)
    amount_typed = Signal(str)
    reference_typed = Signal(str)
    tender_chosen = Signal(object)
    part_asked = Signal()
    part_removed = Signal(int)
    exact_asked = Signal()
    confirm_asked = Signal()
    cancel_asked = Signal()
    print_asked = Signal()
    stop_print_asked = Signal()
    save_asked = Signal(object)
    next_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paymentPanel")
        self._formats = formats
        self._state = PaymentState()
        self._dialog: QFileDialog | None = None
        frame, layout = card("paymentCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._title = label("paymentTitle", "", "title")
        self._total = label("paymentTotal", "", "big")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._total)
        layout.addLayout(head)
        self._notice = NoticeLabel("paymentNotice", formats)
        layout.addWidget(self._notice)
        self._tender = self._tender_page(formats)
        self._done = self._done_page()
        self._progress = WaitingBar("paymentProgress", self.tr("Selling"))
        layout.addWidget(self._progress)
        layout.addWidget(self._tender, 1)
        layout.addWidget(self._done, 1)
        layout.addStretch(0)

    def show_state(self, state: PaymentState) -> None:
        before, self._state = self._state, state
        self._title.setText(self._title_words(state))
        total = -state.total if state.pays_out and state.total is not None else state.total
        self._total.setText("" if total is None else self._formats.money(total))
        self._total.setVisible(state.phase is not PaymentPhase.DONE)
        self._notice.show_notice(state.notice)
        self._progress.show_waiting(state.phase in _WAITING)
        self._tender.setVisible(state.phase is PaymentPhase.TENDERING)
        self._done.setVisible(state.phase is PaymentPhase.DONE)
        if state.phase is PaymentPhase.TENDERING:
            self._tender.show_state(state)
        elif state.phase is PaymentPhase.DONE:
            self._show_done(state)
        if _place(state) != _place(before):
            self._focus(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_Escape):
            self._press(event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a button that has the focus presses it; everywhere else it goes on."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and isinstance(watched, QPushButton)
        ):
            if self._tender.goes_on_by_enter(watched) or _has_control(event):
                self._press(event)
            elif not event.isAutoRepeat() and watched.isEnabled():
                watched.click()
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> None:
        """Enter or Esc; a key that is held down counts once."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        elif not _has_control(event):
            self._go_on()
        elif self._state.phase is PaymentPhase.TENDERING:
            self.part_asked.emit()

    # --- how it is made ---

    def _tender_page(self, formats: Formats) -> TenderPage:
        page = TenderPage(formats, self)
        page.kind_chosen.connect(self.kind_chosen)
        page.remove_asked.connect(self.part_removed)
        page.part_asked.connect(self.part_asked)
        page.confirm_asked.connect(self._go_on)
        page.cancel_asked.connect(self.cancel_asked)
        page.cash.amount_typed.connect(self.amount_typed)
        page.cash.tender_chosen.connect(self.tender_chosen)
        page.cash.exact_asked.connect(self.exact_asked)
        page.other.amount_typed.connect(self.amount_typed)
        page.other.reference_typed.connect(self.reference_typed)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paymentDone")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._number = label("orderNumber", "", "total")
        self._due_label = label("changeDueLabel", self.tr("Change"), "faint")
        self._due = label("changeDue", "", "huge")
        self._print = button("printAgain", self.tr("Print again (F12)"))
        self._print.clicked.connect(self.print_asked)
        self._stop = button("printStop", self.tr("Stop printing"))
        self._stop.clicked.connect(self.stop_print_asked)
        self._save = button("savePdf", self.tr("Save as PDF …"))
        self._save.clicked.connect(self._ask_path)
        self._next = button("nextBuyer", self.tr("Next buyer (Enter)"), primary=True)
        self._next.clicked.connect(self.next_asked)
        for made in (self._number, self._due_label, self._due):
            layout.addWidget(made)
        layout.addStretch(1)
        for tool in (self._print, self._stop, self._save, self._next):
            tool.installEventFilter(self)
            layout.addWidget(tool)
        return page

    # --- what is shown ---

    def _title_words(self, state: PaymentState) -> str:
        words = {
            PaymentPhase.TENDERING: self.tr("To pay"),
            PaymentPhase.SENDING: self.tr("Selling …"),
            PaymentPhase.CHECKING: self.tr("Checking …"),
            PaymentPhase.DONE: self.tr("Sold"),
        }
        if state.phase is PaymentPhase.TENDERING and state.replaces is not None:
            back, pay = self.tr("Goes back"), self.tr("To pay")
            return back if state.pays_out else pay
        return words.get(state.phase, "")

    def _show_done(self, state: PaymentState) -> None:
        text = self.tr("Order {number}")
        self._number.setText(text.format(number=state.order_number))
        has_change = state.change is not None and bool(state.change)
        self._due_label.setText(self.tr("Goes back") if state.pays_out else self.tr("Change"))
        self._due_label.setVisible(has_change)
        self._due.setVisible(has_change)
        if state.change is not None:
            self._due.setText(self._formats.money(state.change))
        going = self._print if state.is_printing else self._stop
        if going.hasFocus():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._print.setVisible(not state.is_printing)
        self._stop.setVisible(state.is_printing)

    def _focus(self, state: PaymentState) -> None:
        if state.phase is PaymentPhase.TENDERING:
            self._tender.focus(state)
        elif state.phase is PaymentPhase.DONE:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the clerk does ---

    def _go_on(self) -> None:
        if self._state.phase is PaymentPhase.DONE:
            self.next_asked.emit()
        elif self._state.phase is PaymentPhase.TENDERING:
            self.confirm_asked.emit()

    def _ask_path(self) -> None:
        if self._dialog is not None:
            return
        number = "".join(c for c in self._state.order_number if c.isalnum())
        name = self.tr("order-{number}.pdf").format(number=number)
        dialog = QFileDialog(self, self.tr("Save as PDF"))
        dialog.setObjectName("savePdfDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._save_to)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _save_to(self, path: str) -> None:
        self.save_asked.emit(Path(path))

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _place(state: PaymentState) -> tuple[object, ...]:
    """What the focus depends on."""
    return state.phase, state.kind, len(state.parts)


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
