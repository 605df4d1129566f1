"""What is entered for one payment: cash with its likely sums, or an amount with its reference."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Reference
from boxoffice.presenters.payment.state import PaymentState
from boxoffice.views.kit.controls import ElidedLabel, TextField, button, label, wrap
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.payment_words import reference_words

_TENDERS = 4
_SHORT = 5  # characters of a sum that all fit beside each other


class AmountField(QWidget):
    """A field for an amount, and beside it what its text means.

    Signals:
        typed(str): what stands in the field.
    """

    typed = Signal(str)

    def __init__(self, name: str, meaning: str, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._shown = ""
        self.line = TextField(name, most=20)
        self.line.setProperty("big", True)
        self.line.textEdited.connect(self._take)
        self._meaning = label(meaning, "", "title")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._meaning)
        self.setFocusProxy(self.line)

    def show_amount(self, text: str, meaning: Money | None) -> None:
        """Shows a text as its typist left it; the till's own sums with the language's point."""
        if text != self._shown:
            self._shown = text
            is_plain = text.replace(".", "", 1).isdigit()
            self.line.setText(text.replace(".", self._formats.decimal_point) if is_plain else text)
        words = "?" if meaning is None else self._formats.money(meaning)
        self._meaning.setText(f"= {words}")
        self._meaning.setVisible(bool(text.strip()))
        self.line.setAccessibleDescription(self._meaning.text() if text.strip() else "")

    def _take(self, text: str) -> None:
        self._shown = text
        self.typed.emit(text)


class CashEntry(QWidget):
    """Cash.

    Args:
        keys: filters the keys of the buttons.

    Signals:
        amount_typed(str): what was handed over.
        tender_chosen(object): `Money` handed over, by one press.
        exact_asked(): just what is due was handed over.
    """

    amount_typed = Signal(str)
    tender_chosen = Signal(object)
    exact_asked = Signal()

    def __init__(self, formats: Formats, keys: QObject) -> None:
        super().__init__()
        self.setObjectName("paymentCash")
        self._formats = formats
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._amount = AmountField("tenderedField", "amountMeaning", formats)
        self._amount.line.setAccessibleName(self.tr("Amount given"))
        self._amount.typed.connect(self.amount_typed)
        layout.addWidget(label("tenderedLabel", self.tr("Given"), "faint"))
        layout.addWidget(self._amount)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._exact = button("exactButton", self.tr("Exact"))
        self._exact.clicked.connect(self.exact_asked)
        self._tenders = [button(f"tender-{i}", "") for i in range(_TENDERS)]
        for made in self._tenders:
            made.clicked.connect(self._choose_tender)
        for made in (self._exact, *self._tenders):
            made.setProperty("slim", True)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.installEventFilter(keys)
        self._columns = 0
        layout.addLayout(self._grid)
        self._arrange(3)
        self.setFocusProxy(self._amount)

    @property
    def field(self) -> QLineEdit:
        """Where an amount is typed."""
        return self._amount.line

    def show_state(self, state: PaymentState) -> None:
        has_parts = bool(state.parts)
        self._amount.line.setPlaceholderText(
            self.tr("The rest") if has_parts else self.tr("Exact amount")
        )
        self._amount.show_amount(state.tendered_text, state.tendered)
        for made, tender in zip(self._tenders, (*state.tenders, *[None] * _TENDERS), strict=False):
            made.setVisible(tender is not None)
            if tender is not None:
                made.setText(self._formats.short(tender))
                made.setAccessibleName(self._formats.money(tender))
                made.setProperty("tender", tender)
        longest = max((len(self._formats.short(tender)) for tender in state.tenders), default=0)
        self._arrange(_TENDERS + 1 if longest <= _SHORT else 3)

    def _arrange(self, columns: int) -> None:
        """The sums side by side, as many as their words leave room for."""
        if columns != self._columns:
            self._columns = columns
            for index, made in enumerate((self._exact, *self._tenders)):
                self._grid.addWidget(made, index // columns, index % columns)
            for column in range(_TENDERS + 1):
                share = 4 if column == 0 else 3  # 'exact' is a word
                self._grid.setColumnStretch(column, share if column < columns else 0)

    def _choose_tender(self) -> None:
        tender = self.sender().property("tender")
        if isinstance(tender, Money):
            self.tender_chosen.emit(tender)
            self._amount.setFocus(Qt.FocusReason.OtherFocusReason)


class ReferenceEntry(QWidget):
    """What gives no change: an amount, all that is due where none is typed; and a reference.

    Signals:
        amount_typed(str), reference_typed(str): what stands in a field.
    """

    amount_typed = Signal(str)
    reference_typed = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("paymentCardPage")
        self._formats = formats
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._customer = ElidedLabel("invoiceCustomer", "strong")
        layout.addWidget(self._customer)
        self._hint = label("referenceLabel", "", "faint")
        wrap(self._hint)
        layout.addWidget(self._hint)
        self.reference = TextField("referenceField", most=60)
        self.reference.setProperty("big", True)
        self.reference.textEdited.connect(self.reference_typed)
        layout.addWidget(self.reference)
        layout.addWidget(label("partLabel", self.tr("Amount"), "faint"))
        self._amount = AmountField("partField", "partMeaning", formats)
        self._amount.line.setAccessibleName(self.tr("Amount of this part"))
        self._amount.typed.connect(self.amount_typed)
        layout.addWidget(self._amount)
        self.setFocusProxy(self.reference)

    @property
    def field(self) -> QLineEdit:
        """Where an amount is typed."""
        return self._amount.line

    def show_state(self, state: PaymentState) -> None:
        traits = state.kind.traits
        words = reference_words(traits.refers_to)
        is_free = traits.refers_to is Reference.TERMINAL and not state.needs_reference
        if is_free:
            words = self.tr("{reference} (optional)").format(reference=words)
        has_reference = traits.refers_to is not Reference.NONE
        self._hint.setVisible(has_reference)
        self.reference.setVisible(has_reference)
        self.setFocusProxy(self.reference if has_reference and not is_free else self._amount)
        self._hint.setText(words)
        self.reference.setAccessibleName(words)
        if self.reference.text() != state.reference:
            self.reference.setText(state.reference)
        due = "" if state.due is None else self._formats.money(state.due)
        text = self.tr("All that is due: {amount}")
        self._amount.line.setPlaceholderText(text.format(amount=due))
        self._amount.show_amount(state.tendered_text, state.tendered)
        self._customer.setVisible(traits.needs_customer and state.customer is not None)
        if state.customer is not None:
            to = self.tr("To {customer}")
            name = shortened(state.customer.name or str(state.customer.id), 120)
            self._customer.show_text(to.format(customer=name))
