"""The payment in a dressed window: parts, what an amount means, and keys that are held down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import CustomerId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState, PriceChange
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, map_state

CONTROL = Qt.KeyboardModifier.ControlModifier


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def paid(kind: PaymentKind, amount: str, reference: str = "") -> Payment:
    return Payment(kind, euros(amount), euros(amount), reference)


PARTS = (paid(PaymentKind.VOUCHER, "20", "V-7"), paid(PaymentKind.CARD, "13.50", "T-8"))


def tendering(window: MainWindow, **more: object) -> None:
    sums = tuple(euros(amount) for amount in ("65", "70", "80", "100"))
    words = {"can_confirm": True, "due": euros("64"), "tenders": sums} | more
    window.show_payment(True)
    window.payment.show_state(
        PaymentState(PaymentPhase.TENDERING, total=euros("64"), **words)  # type: ignore[arg-type]
    )
    QApplication.processEvents()


def press(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    held: bool = False,
) -> None:
    """Presses a key where the focus is; `held` is what a key sends that is still down."""
    focused = QApplication.focusWidget()
    assert focused is not None
    text = "\r" if key == Qt.Key.Key_Return else ""
    QApplication.sendEvent(
        focused, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, autorep=held)
    )


@pytest.fixture
def german(dressed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(LocaleFormats("de"))
    made.show_page("sale")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.allow_close()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# --- keys ---


@pytest.mark.parametrize("name", ["tenderedField", "confirmButton", "payCard", "tender-0"])
def test_enter_that_is_held_down_takes_no_money(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    tendering(window)
    child(window, QWidget, name).setFocus()
    with (
        qtbot.assertNotEmitted(window.payment.confirm_asked),
        qtbot.assertNotEmitted(window.payment.kind_chosen),
    ):
        for _ in range(3):
            press(Qt.Key.Key_Return, held=True)
            press(Qt.Key.Key_Return, CONTROL, held=True)
    with qtbot.waitSignal(window.payment.confirm_asked):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["nextBuyer", "printAgain"])
def test_enter_that_is_held_down_leaves_the_change_on_the_screen(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.map.show_state(map_state())
    window.show_payment(True)
    window.payment.show_state(PaymentState(PaymentPhase.DONE, order_number="17", change=euros("6")))
    child(window, QWidget, name).setFocus()
    with (
        qtbot.assertNotEmitted(window.payment.next_asked),
        qtbot.assertNotEmitted(window.payment.print_asked),
    ):
        for _ in range(3):
            press(Qt.Key.Key_Return, held=True)
    asked = window.payment.next_asked if name == "nextBuyer" else window.payment.print_asked
    with qtbot.waitSignal(asked):
        press(Qt.Key.Key_Return)


def test_esc_and_the_function_keys_count_once_while_they_are_held_down(
    window: MainWindow, qtbot: QtBot
) -> None:
    tendering(window)
    with qtbot.assertNotEmitted(window.payment.cancel_asked):
        press(Qt.Key.Key_Escape, held=True)
    for name in ("actionPay", "actionPayCard", "actionPrint"):
        assert not child_action(window, name).autoRepeat()


def child_action(window: MainWindow, name: str) -> QAction:
    [found] = window.findChildren(QAction, name)
    return found


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, PaymentKind.CASH),
        (Qt.Key.Key_2, PaymentKind.CARD),
        (Qt.Key.Key_3, PaymentKind.VOUCHER),
        (Qt.Key.Key_4, PaymentKind.INVOICE),
    ],
)
def test_the_ways_to_pay_have_keys(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, kind: PaymentKind
) -> None:
    window.map.show_state(map_state())
    tendering(window)
    for focused in (child(window, QLineEdit, "tenderedField"), window.map.canvas):
        focused.setFocus()
        with qtbot.waitSignal(window.payment.kind_chosen) as chosen:
            qtbot.keyClick(focused, key, CONTROL)
        assert chosen.args == [kind]
    window.show_payment(False)
    with qtbot.assertNotEmitted(window.payment.kind_chosen):
        qtbot.keyClick(window.map.canvas, key, CONTROL)


@pytest.mark.parametrize(
    ("letter", "kind"),
    [("d", PaymentKind.CARD), ("V", PaymentKind.VOUCHER), ("i", PaymentKind.INVOICE)],
)
def test_a_letter_chooses_the_way_where_digits_are_typed(
    window: MainWindow, qtbot: QtBot, letter: str, kind: PaymentKind
) -> None:
    tendering(window)
    field = child(window, QLineEdit, "tenderedField")
    with qtbot.waitSignal(window.payment.kind_chosen) as chosen:
        qtbot.keyClicks(field, letter)
    assert (chosen.args, field.text()) == ([kind], "")
    tendering(window, kind=PaymentKind.VOUCHER)
    with qtbot.assertNotEmitted(window.payment.kind_chosen):
        qtbot.keyClicks(child(window, QLineEdit, "referenceField"), letter)


def test_where_no_reference_is_wanted_a_letter_and_enter_sell_by_card(
    window: MainWindow, qtbot: QtBot
) -> None:
    tendering(window, kind=PaymentKind.CARD, needs_reference=False)
    focused = QApplication.focusWidget()
    assert focused is child(window, QLineEdit, "partField")
    with qtbot.waitSignal(window.payment.confirm_asked):
        qtbot.keyClick(focused, Qt.Key.Key_Return)


def test_the_keys_stand_on_the_buttons(window: MainWindow) -> None:
    tendering(window)
    names = ("payCash", "payCard", "payVoucher", "payInvoice")
    words = [child(window, QPushButton, name).text() for name in names]
    assert words == ["&Cash", "Car&d", "&Voucher", "&Invoice"]


def test_tab_goes_from_top_to_bottom(window: MainWindow, qtbot: QtBot) -> None:
    tendering(
        window,
        parts=PARTS,
        due=euros("30.50"),
        can_add=True,
        tendered_text="20",
        tendered=euros("20"),
    )
    child(window, QPushButton, "payCash").setFocus()
    seen = ["payCash"]
    for _ in range(14):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
    assert seen[: seen.index("confirmButton") + 1] == [
        "payCash",
        "payCard",
        "payVoucher",
        "payInvoice",
        "partRemove-0",
        "partRemove-1",
        "tenderedField",
        "exactButton",
        "tender-0",
        "tender-1",
        "tender-2",
        "tender-3",
        "paymentCancel",
        "addPart",
        "confirmButton",
    ]


# --- amounts ---


def test_what_an_amount_means_stands_beside_it(german: MainWindow, qtbot: QtBot) -> None:
    tendering(german, tendered_text="2350", tendered=euros("23.50"))
    meaning = child(german, QLabel, "amountMeaning")
    assert meaning.text() == "= 23,50\N{NO-BREAK SPACE}€"
    field = child(german, QLineEdit, "tenderedField")
    assert field.text() == "2350"
    assert abs(meaning.geometry().center().y() - field.geometry().center().y()) < 3
    tendering(german, tendered_text="x")
    assert meaning.text() == "= ?"
    tendering(german)
    assert not meaning.isVisible()


def test_what_is_typed_stays_as_it_is_typed(german: MainWindow, qtbot: QtBot) -> None:
    tendering(german)
    field = child(german, QLineEdit, "tenderedField")
    typed: list[str] = []
    german.payment.amount_typed.connect(typed.append)

    def echo(text: str) -> None:
        german.payment.show_state(
            PaymentState(
                PaymentPhase.TENDERING, total=euros("64"), due=euros("64"), tendered_text=text
            )
        )

    german.payment.amount_typed.connect(echo)
    qtbot.keyClicks(field, "1.234,50")
    assert (typed[-1], field.text()) == ("1.234,50", "1.234,50")
    tendering(german, tendered_text="70.00", tendered=euros("70"))
    assert field.text() == "70,00"


def test_what_is_missing_and_what_goes_back(window: MainWindow) -> None:
    tendering(window, tendered_text="50", tendered=euros("50"), can_confirm=False, can_add=True)
    assert child(window, QLabel, "restDue").text() == "€14.00"
    assert not child(window, QPushButton, "confirmButton").isEnabled()
    assert child(window, QPushButton, "addPart").isEnabled()
    tendering(window, tendered_text="70", tendered=euros("70"), change=euros("6"))
    assert child(window, QLabel, "paymentChange").text() == "€6.00"
    assert not child(window, QLabel, "restDue").isVisible()
    tendering(window)
    assert not child(window, QLabel, "paymentChange").isVisible()
    window.payment.show_state(PaymentState(PaymentPhase.DONE, order_number="1", change=euros("6")))
    due = child(window, QLabel, "changeDue")
    others = {each for each in window.payment.findChildren(QLabel) if each.isVisible()} - {due}
    assert due.fontInfo().pixelSize() > 1.3 * max(each.fontInfo().pixelSize() for each in others)


# --- parts ---


def test_parts_are_listed_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window, parts=PARTS, due=euros("30.50"))
    shown = [
        (
            child(window, QLabel, f"partWords-{n}").text(),
            child(window, QLabel, f"partAmount-{n}").text(),
        )
        for n in (0, 1)
    ]
    assert shown == [("Voucher · V-7", "€20.00"), ("Card · T-8", "€13.50")]
    assert child(window, QLabel, "restDue").text() == "€30.50"
    assert child(window, QPushButton, "confirmButton").text() == "The rest in cash"
    remove = child(window, QPushButton, "partRemove-1")
    assert remove.accessibleName() == "Remove Card, €13.50"
    with qtbot.waitSignal(window.payment.part_removed) as removed:
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert removed.args == [1]
    child(window, QPushButton, "partRemove-0").setFocus()
    with qtbot.waitSignal(window.payment.part_removed) as removed:
        press(Qt.Key.Key_Return)
    assert removed.args == [0]
    tendering(window)
    assert not child(window, QWidget, "paymentParts").isVisible()
    assert window.payment.findChildren(QWidget, "partRemove-0") == []


def test_control_and_enter_take_a_part(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window, tendered_text="20", tendered=euros("20"), can_add=True)
    with (
        qtbot.assertNotEmitted(window.payment.confirm_asked),
        qtbot.waitSignal(window.payment.part_asked),
    ):
        press(Qt.Key.Key_Return, CONTROL)
    with qtbot.waitSignal(window.payment.part_asked):
        qtbot.mouseClick(child(window, QPushButton, "addPart"), Qt.MouseButton.LeftButton)
    window.payment.show_state(PaymentState(PaymentPhase.SENDING, total=euros("64")))
    with qtbot.assertNotEmitted(window.payment.part_asked):
        qtbot.keyClick(window.payment, Qt.Key.Key_Return, CONTROL)


def test_parts_that_cover_it_leave_nothing_but_to_sell(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window, parts=(paid(PaymentKind.CARD, "64", "T-1"),), due=euros("0"))
    confirm = child(window, QPushButton, "confirmButton")
    assert QApplication.focusWidget() is confirm
    assert confirm.text() == "Sell"
    assert child(window, QLabel, "restDue").text() == "€0.00"
    for name in ("tenderedField", "referenceField", "addPart"):
        assert not child(window, QWidget, name).isVisible()
    assert not child(window, QPushButton, "payCard").isEnabled()
    with qtbot.waitSignal(window.payment.confirm_asked):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "words", "confirm"),
    [
        (PaymentKind.CARD, "Reference of the card terminal", "Paid by card"),
        (PaymentKind.VOUCHER, "Number of the voucher", "Paid by voucher"),
        (PaymentKind.INVOICE, "Reference on the invoice, if there is one", "On invoice"),
    ],
)
def test_ways_with_a_reference(
    window: MainWindow, qtbot: QtBot, kind: PaymentKind, words: str, confirm: str
) -> None:
    ada = Customer(CustomerId(9), NewCustomer("Ada", "Lovelace"))
    tendering(window, kind=kind, customer=ada)
    field = child(window, QLineEdit, "referenceField")
    assert QApplication.focusWidget() is field
    assert (field.accessibleName(), child(window, QLabel, "referenceLabel").text()) == (
        words,
        words,
    )
    assert child(window, QPushButton, "confirmButton").text() == confirm
    to = child(window, QLabel, "invoiceCustomer")
    assert to.isVisible() == (kind is PaymentKind.INVOICE)
    assert not to.isVisible() or to.accessibleName() == "To Ada Lovelace"
    typed: list[str] = []
    window.payment.reference_typed.connect(typed.append)
    window.payment.amount_typed.connect(typed.append)
    qtbot.keyClicks(field, "T")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is child(window, QLineEdit, "partField")
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    assert typed == ["T", "2"]


def test_a_card_number_leaves_the_field(window: MainWindow) -> None:
    tendering(window, kind=PaymentKind.CARD, reference="4111111111111111")
    tendering(window, kind=PaymentKind.CARD, notice=Notice.error(Code.CARD_NUMBER))
    assert child(window, QLineEdit, "referenceField").text() == ""
    assert "card number" in child(window, QLabel, "paymentNotice").text()


def test_a_price_that_changed_has_to_be_agreed_to(window: MainWindow) -> None:
    changed = Notice.warning(Code.PRICE_CHANGED, old=euros("60"), new=euros("64"))
    tendering(window, changed=PriceChange(euros("60"), euros("64")), notice=changed)
    assert child(window, QPushButton, "confirmButton").text() == "Agree to €64.00"
    text = child(window, QLabel, "paymentNotice").text()
    assert "€60.00" in text
    assert "€64.00" in text


# --- room ---


@pytest.mark.parametrize("kind", list(PaymentKind))
@pytest.mark.parametrize("size", [(1000, 640), (1366, 768)])
def test_what_sells_is_on_the_screen_in_a_low_window(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], kind: PaymentKind
) -> None:
    window.resize(*size)
    tendering(
        window,
        kind=kind,
        parts=PARTS * 3,
        due=euros("1234567.50"),
        can_add=True,
        tendered_text="1",
        tendered=euros("1"),
        tenders=tuple(euros("1234567") for _ in range(4)),
        notice=Notice.warning(Code.PARTS_TAKEN, amount=euros("33.50")),
    )
    QApplication.processEvents()
    bottom = window.payment.rect().bottom()
    for name in ("confirmButton", "paymentCancel", "addPart", "restDue", "payInvoice"):
        control = child(window, QWidget, name)
        corner = control.mapTo(window.payment, control.rect().bottomRight())
        assert corner.y() <= bottom, name
        assert corner.x() <= window.payment.rect().right(), name
        assert control.height() >= 40 or isinstance(control, QLabel), name
    area = child(window, QScrollArea, "paymentScroll")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)

    def is_seen() -> bool:
        top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
        return 0 <= top <= area.viewport().height() - field.height()

    qtbot.waitUntil(is_seen)
    for made in window.payment.findChildren(QPushButton):
        if made.isVisible():
            needed = made.fontMetrics().horizontalAdvance(made.text())
            assert made.width() >= needed, made.objectName()
            assert made.height() >= 40, made.objectName()
