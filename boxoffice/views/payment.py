"""Taking the money, and what follows the sale; it stands where the order stood."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.money import Money
from boxoffice.domain.payment import PaymentKind
from boxoffice.presenters.states import PaymentPhase, PaymentState
from boxoffice.views.controls import NoticeLabel, button, card, label
from boxoffice.views.formats import Formats

_TENDERS = 4
_WAITING = (PaymentPhase.SENDING, PaymentPhase.CHECKING)


class PaymentPanel(QWidget):
    """Shows a `PaymentState`. Enter goes on, Esc goes back.

    Signals:
        kind_chosen(object): a `PaymentKind`.
        amount_typed(str), reference_typed(str): what stands in a field.
        tender_chosen(object): `Money` handed over.
        exact_asked(), confirm_asked(), cancel_asked(), print_asked(), next_asked().
        save_asked(object): the `Path` to save the summary to.
    """

    kind_chosen = Signal(object)
    amount_typed = Signal(str)
    reference_typed = Signal(str)
    tender_chosen = Signal(object)
    exact_asked = Signal()
    confirm_asked = Signal()
    cancel_asked = Signal()
    print_asked = Signal()
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
        layout.addWidget(self._title)
        layout.addWidget(self._total)
        self._notice = NoticeLabel("paymentNotice", formats)
        layout.addWidget(self._notice)
        self._tender = self._tender_page()
        self._done = self._done_page()
        self._progress = QProgressBar()
        self._progress.setObjectName("paymentProgress")
        self._progress.setAccessibleName(self.tr("Selling"))
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        layout.addWidget(self._progress)
        layout.addWidget(self._tender, 1)
        layout.addWidget(self._done, 1)
        layout.addStretch(0)

    def show_state(self, state: PaymentState) -> None:
        before, self._state = self._state, state
        self._title.setText(self._title_words(state))
        self._total.setText("" if state.total is None else self._formats.money(state.total))
        self._total.setVisible(state.phase is not PaymentPhase.DONE)
        self._notice.show_notice(state.notice)
        self._progress.setVisible(state.phase in _WAITING)
        self._tender.setVisible(state.phase is PaymentPhase.TENDERING)
        self._done.setVisible(state.phase is PaymentPhase.DONE)
        if state.phase is PaymentPhase.TENDERING:
            self._show_tender(state)
        elif state.phase is PaymentPhase.DONE:
            self._show_done(state)
        if state.phase is not before.phase or state.kind is not before.kind:
            self._focus(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a button that has the focus presses it; everywhere else it goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and isinstance(watched, QPushButton) and watched.isEnabled():
                if watched in (self._cash, self._card_button) or watched.objectName().startswith(
                    "tender-"
                ):
                    self._go_on()
                else:
                    watched.click()
                return True
        return super().eventFilter(watched, event)

    # --- how it is made ---

    def _tender_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paymentTender")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._kinds())
        self._cash_box = self._cash_page()
        self._card_box = self._card_page()
        layout.addWidget(self._cash_box)
        layout.addWidget(self._card_box)
        layout.addStretch(1)
        self._confirm = button("confirmButton", "", primary=True)
        self._confirm.clicked.connect(self._go_on)
        self._cancel = button("paymentCancel", self.tr("Back to the order (Esc)"))
        self._cancel.clicked.connect(self.cancel_asked)
        layout.addWidget(self._confirm)
        layout.addWidget(self._cancel)
        for made in (self._confirm, self._cancel):
            made.installEventFilter(self)
        return page

    def _kinds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._cash = button("payCash", self.tr("Cash"))
        self._card_button = button("payCard", self.tr("Card"))
        self._group = QButtonGroup(self)
        for made in (self._cash, self._card_button):
            made.setCheckable(True)
            made.installEventFilter(self)
            self._group.addButton(made)
            row.addWidget(made)
        self._cash.clicked.connect(self._choose_cash)
        self._card_button.clicked.connect(self._choose_card)
        return row

    def _cash_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paymentCash")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._amount = QLineEdit()
        self._amount.setObjectName("tenderedField")
        self._amount.setProperty("big", True)
        self._amount.setAccessibleName(self.tr("Amount given"))
        self._amount.setPlaceholderText(self.tr("Exact amount"))
        self._amount.setMaxLength(14)
        self._amount.textEdited.connect(self.amount_typed)
        layout.addWidget(label("tenderedLabel", self.tr("Given"), "faint"))
        layout.addWidget(self._amount)
        grid = QGridLayout()
        grid.setSpacing(6)
        self._exact = button("exactButton", self.tr("Exact"))
        self._exact.clicked.connect(self.exact_asked)
        self._exact.installEventFilter(self)
        grid.addWidget(self._exact, 0, 0)
        self._tenders = [button(f"tender-{i}", "") for i in range(_TENDERS)]
        for i, made in enumerate(self._tenders):
            made.clicked.connect(self._choose_tender)
            made.installEventFilter(self)
            grid.addWidget(made, (i + 1) // 2, (i + 1) % 2)
        layout.addLayout(grid)
        self._change_label = label("changeLabel", self.tr("Change"), "faint")
        self._change = label("paymentChange", "", "big")
        layout.addWidget(self._change_label)
        layout.addWidget(self._change)
        return page

    def _card_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paymentCardPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._reference = QLineEdit()
        self._reference.setObjectName("referenceField")
        self._reference.setProperty("big", True)
        self._reference.setAccessibleName(self.tr("Reference of the card terminal"))
        self._reference.setMaxLength(60)
        self._reference.textEdited.connect(self.reference_typed)
        hint = label("referenceLabel", self.tr("Reference of the card terminal"), "faint")
        layout.addWidget(hint)
        layout.addWidget(self._reference)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paymentDone")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._number = label("orderNumber", "", "total")
        self._due_label = label("changeDueLabel", self.tr("Change"), "faint")
        self._due = label("changeDue", "", "big")
        self._print = button("printAgain", self.tr("Print again (F12)"))
        self._print.clicked.connect(self.print_asked)
        self._save = button("savePdf", self.tr("Save as PDF …"))
        self._save.clicked.connect(self._ask_path)
        self._next = button("nextBuyer", self.tr("Next buyer (Enter)"), primary=True)
        self._next.clicked.connect(self.next_asked)
        for made in (self._number, self._due_label, self._due):
            layout.addWidget(made)
        layout.addStretch(1)
        for tool in (self._print, self._save, self._next):
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
        return words.get(state.phase, "")

    def _show_tender(self, state: PaymentState) -> None:
        is_cash = state.kind is PaymentKind.CASH
        self._cash.setChecked(is_cash)
        self._card_button.setChecked(not is_cash)
        self._cash_box.setVisible(is_cash)
        self._card_box.setVisible(not is_cash)
        # The till's own sums come with a point, whatever the clerk's language writes.
        amount = state.tendered_text.replace(".", self._formats.decimal_point)
        for field, text in (
            (self._amount, amount),
            (self._reference, state.reference),
        ):
            if field.text() != text:
                field.setText(text)
        for made, tender in zip(self._tenders, (*state.tenders, *[None] * _TENDERS), strict=False):
            made.setVisible(tender is not None)
            if tender is not None:
                made.setText(self._formats.money(tender))
                made.setAccessibleName(self._formats.money(tender))
                made.setProperty("tender", tender)
        has_change = state.change is not None
        self._change_label.setVisible(has_change)
        self._change.setText(self._formats.money(state.change) if state.change else "")
        if has_change and not state.change:
            self._change.setText("–")
        self._confirm.setText(self._confirm_words(state))
        self._confirm.setAccessibleName(self._confirm.text())
        self._confirm.setEnabled(state.can_confirm)

    def _confirm_words(self, state: PaymentState) -> str:
        if state.kind is PaymentKind.CARD:
            return self.tr("Paid by card (Enter)")
        if state.tendered_text.strip():
            return self.tr("Sell (Enter)")
        return self.tr("Exact cash (Enter)")

    def _show_done(self, state: PaymentState) -> None:
        text = self.tr("Order {number}")
        self._number.setText(text.format(number=state.order_number))
        has_change = state.change is not None and bool(state.change)
        self._due_label.setVisible(has_change)
        self._due.setVisible(has_change)
        if state.change is not None:
            self._due.setText(self._formats.money(state.change))
        self._print.setEnabled(not state.is_printing)

    def _focus(self, state: PaymentState) -> None:
        if state.phase is PaymentPhase.TENDERING:
            field = self._amount if state.kind is PaymentKind.CASH else self._reference
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.phase is PaymentPhase.DONE:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the clerk does ---

    def _go_on(self) -> None:
        if self._state.phase is PaymentPhase.DONE:
            self.next_asked.emit()
        elif self._state.phase is PaymentPhase.TENDERING:
            self.confirm_asked.emit()

    def _choose_cash(self) -> None:
        self.kind_chosen.emit(PaymentKind.CASH)

    def _choose_card(self) -> None:
        self.kind_chosen.emit(PaymentKind.CARD)

    def _choose_tender(self) -> None:
        sender = self.sender()
        tender = sender.property("tender")
        if isinstance(tender, Money):
            self.tender_chosen.emit(tender)
            self._amount.setFocus(Qt.FocusReason.OtherFocusReason)

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
