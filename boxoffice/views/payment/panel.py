"""Taking the money, and what follows the sale; it stands where the order stood."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.customer.strip import CustomerStrip
from boxoffice.views.kit.controls import (
    WaitingBar,
    button,
    card,
    heading,
    keep_room,
    label,
    restyle,
)
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.notice_place import NoticePlace
from boxoffice.views.kit.save_pdf import SavePdf
from boxoffice.views.kit.theme import scaled
from boxoffice.views.payment.done import Paper, Receipt
from boxoffice.views.payment.hold import PaymentHold
from boxoffice.views.payment.lines import PaidLines
from boxoffice.views.payment.lost import LostPage
from boxoffice.views.payment.tender import TenderPage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOW_PANEL = 520  # pixels


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
        stay_asked(): go on after all; keep_asked(): renew the hold; again_asked(): take the lost
            seats again.
        phase_shown(object): the `PaymentPhase`, where it is another one.
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
    stay_asked = Signal()
    keep_asked = Signal()
    again_asked = Signal()
    phase_shown = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paymentPanel")
        self._formats = formats
        self._state = PaymentState()
        self._save_dialog = SavePdf("savePdfDialog", self)
        self._save_dialog.path_chosen.connect(self.save_asked)
        self._customer: CustomerStrip | None = None
        frame, layout = card("paymentCard")
        self._frame, self._rows = frame, layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._title = heading("paymentTitle")
        self._total = label("paymentTotal", "", "sum")
        head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._total)
        layout.addLayout(head)
        self._receipt = Receipt(formats)
        self._paper = Paper(self)
        self._paper.print_asked.connect(self.print_asked)
        self._paper.stop_asked.connect(self.stop_print_asked)
        self._paper.save_asked.connect(self._ask_path)
        self._notice = NoticePlace("paymentNotice", formats, is_over=False)
        self._hold = PaymentHold()
        self._hold.keep_asked.connect(self.keep_asked)
        self._hold.keep.installEventFilter(self)
        self._lines = PaidLines(formats)
        self._tender = self._tender_page(formats)
        self._lost = LostPage(formats, self)
        self._lost.again_asked.connect(self.again_asked)
        self._lost.leave_asked.connect(self.cancel_asked)
        self._next = button("nextBuyer", self.tr("Next buyer"), key="Enter", primary=True)
        self._next.clicked.connect(self.next_asked)
        self._next.installEventFilter(self)
        self._progress = WaitingBar("paymentProgress", self.tr("Selling"))
        self._guest = self._guest_page()
        keep_room(self._progress)
        above = (self._receipt, self._paper, self._hold, self._notice, self._lines, self._progress)
        for widget in above:
            layout.addWidget(widget)
        for page in (self._guest, self._tender, self._lost):
            layout.addWidget(page, 1)
        layout.addStretch(0)
        layout.addWidget(self._next)

    def show_state(self, state: PaymentState) -> None:
        before, self._state = self._state, state
        self._title.setText(self._title_words(state))
        total = -state.total if state.pays_out and state.total is not None else state.total
        self._total.setText("" if total is None else self._formats.money(total))
        is_done = state.phase is PaymentPhase.DONE
        restyle(self._total, "role", "title" if is_done else "sum")
        restyle(self._title, "done", is_done)
        self._notice.show_notice(state.notice)
        self._progress.show_waiting(state.phase.is_unsure or state.is_busy)
        is_held = state.phase is PaymentPhase.TENDERING
        self._hold.show_state(state if is_held else PaymentState())
        self._lines.show_state(state)
        self._show_page(state)
        if state.phase is PaymentPhase.TENDERING:
            self._tender.show_state(state)
        elif state.phase is PaymentPhase.LOST:
            self._lost.show_state(state)
        elif state.phase is PaymentPhase.DONE:
            self._receipt.show_state(state)
            self._paper.show_printing(state.is_printing, self._next)
        self._fit_lines()
        if state.phase is not before.phase:
            self.phase_shown.emit(state.phase)
        if _place(state) != _place(before) and not self._is_choosing:
            self._focus(state)

    @property
    def phase(self) -> PaymentPhase:
        return self._state.phase

    @property
    def home(self) -> QWidget:
        """Where the focus belongs."""
        state = self._state
        if self._is_choosing and self._customer is not None:
            return self._customer.home
        if state.phase is PaymentPhase.TENDERING:
            return self._tender.home(state)
        if state.phase is PaymentPhase.LOST:
            return self._lost.home if not state.is_busy else self._frame
        return self._next if state.phase is PaymentPhase.DONE else self._frame

    def host(self, customer: CustomerStrip) -> None:
        """Takes in the strip of the order's customer; it is shown while it is open."""
        self._customer = customer
        self._guests.insertWidget(0, customer)
        self.show_customer()

    def show_customer(self) -> None:
        """The strip of the customer in the money's place, or the money again."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self._frame)
        self._show_page(self._state)
        if had_focus and not self._is_choosing:
            self._focus(self._state)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_lines()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_notice()
        self._fit_lines()

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
            (self.stay_asked if self._state.asks_to_leave else self.cancel_asked).emit()
        elif self._is_choosing:
            event.ignore()  # it is for a name, not for money
        elif not _has_control(event):
            self._go_on()
        elif self._state.asks_to_leave:
            self.stay_asked.emit()
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
        page.stay_asked.connect(self.stay_asked)
        page.cash.amount_typed.connect(self.amount_typed)
        page.cash.tender_chosen.connect(self.tender_chosen)
        page.cash.exact_asked.connect(self.exact_asked)
        page.other.amount_typed.connect(self.amount_typed)
        page.other.reference_typed.connect(self.reference_typed)
        return page

    def _guest_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paymentCustomer")
        self._guests = QVBoxLayout(page)
        self._guests.setContentsMargins(0, 0, 0, 0)
        self._guests.addStretch(1)
        page.hide()
        return page

    # --- what is shown ---

    def _title_words(self, state: PaymentState) -> str:
        match state.phase:
            case PaymentPhase.CLOSED:
                return ""
            case PaymentPhase.TENDERING if state.replaces is not None and state.pays_out:
                return self.tr("Goes back")
            case PaymentPhase.TENDERING:
                return self.tr("To pay")
            case PaymentPhase.SENDING:
                return self.tr("Selling …")
            case PaymentPhase.CHECKING:
                return self.tr("Checking …")
            case PaymentPhase.LOST:
                return self.tr("Not sold")
            case PaymentPhase.DONE:
                return self.tr("Sold")
            case _:
                assert_never(state.phase)

    @property
    def _is_choosing(self) -> bool:
        """Whether the customer is looked for just now."""
        is_open = self._customer is not None and self._customer.is_open
        return is_open and self._state.phase is PaymentPhase.TENDERING

    def _show_page(self, state: PaymentState) -> None:
        self._guest.setVisible(self._is_choosing)
        is_tender = state.phase is PaymentPhase.TENDERING
        self._tender.setVisible(is_tender and not self._is_choosing)
        self._lost.setVisible(state.phase is PaymentPhase.LOST)
        for done in (self._receipt, self._paper, self._next):
            done.setVisible(state.phase is PaymentPhase.DONE)

    def _fit_notice(self) -> None:
        """On a low screen what is said lies over the lines, and the money is seen instead."""
        self._notice.leave_room(2 if self.height() >= scaled(_LOW_PANEL) else 0)

    def _fit_lines(self) -> None:
        """The lines get what the money leaves, and never take from it."""
        if self._lines.isHidden():
            return
        inside = self._frame.contentsRect().marginsRemoved(self._rows.contentsMargins())
        width, high = inside.width(), inside.height()
        others = 0
        for index in range(self._rows.count()):
            item = self._rows.itemAt(index)
            if item is not None and not item.isEmpty() and item.widget() is not self._lines:
                own = item.heightForWidth(width) if item.hasHeightForWidth() else 0
                others += max(own, item.sizeHint().height()) + self._rows.spacing()
        room = max(self._lines.lowest_height, high - others)
        self._lines.setFixedHeight(self._lines.height_within(room))

    def _focus(self, state: PaymentState) -> None:
        if state.phase is PaymentPhase.TENDERING:
            self._tender.focus(state)
        elif state.phase is not PaymentPhase.CLOSED:
            self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the clerk does ---

    def _go_on(self) -> None:
        if self._state.phase is PaymentPhase.DONE:
            self.next_asked.emit()
        elif self._state.phase is PaymentPhase.LOST:
            self.again_asked.emit()
        elif self._state.asks_to_leave:
            self.stay_asked.emit()
        elif self._state.phase is PaymentPhase.TENDERING:
            self.confirm_asked.emit()

    def _ask_path(self) -> None:
        number = "".join(c for c in self._state.order_number if c.isalnum())
        name = self.tr("order-{number}.pdf").format(number=number)
        self._save_dialog.ask(self.tr("Save as PDF"), name)


def _place(state: PaymentState) -> tuple[object, ...]:
    """What the focus depends on."""
    return state.phase, state.kind, len(state.parts), state.asks_to_leave, state.is_busy


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
