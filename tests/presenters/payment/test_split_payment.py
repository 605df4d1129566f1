"""One order paid in several parts, and what must be settled before money is taken."""

from __future__ import annotations

import asyncio
from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.connect.errors import Refused
from boxoffice.domain.ids import CustomerId, EventId, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.presenters.notices import Code
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState, PaymentView, PriceChange
from tests.presenters.conftest import Bench
from tests.service_fixture import REDUCED
from tests.waiting import until


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def state(bench: Bench) -> PaymentState:
    return bench.payment.state


def code(bench: Bench) -> Code | None:
    notice = state(bench).notice
    return notice.code if notice else None


async def tendering(bench: Bench, *seats: int) -> None:
    """At the till with 64.00 to pay."""
    await bench.open_event()
    await bench.take(*(seats or (1, 2)))
    bench.payment.open()
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)
    await bench.idle()


async def done(bench: Bench) -> None:
    await until(lambda: state(bench).phase is PaymentPhase.DONE)


def give(bench: Bench, kind: PaymentKind, amount: str, reference: str = "") -> None:
    """Enters a part and takes it."""
    bench.payment.choose(kind)
    bench.payment.type_amount(amount)
    if reference:
        bench.payment.type_reference(reference)
    bench.payment.add_part()


async def buyer(bench: Bench) -> Customer:
    """A customer the server knows, put to the order as the customers' screen does it."""
    details = NewCustomer("Ada", "Lovelace")
    known = Customer(await bench.client.customers.add(details, new_key()), details)
    bench.order.set_customer(known)
    return known


async def cheaper(bench: Bench, rival: ConnectClient, seat: int = 1) -> None:
    """A seat gets another price at the server, which the counter's screen does not know of."""
    order = bench.order.order
    assert order is not None
    await rival.orders.set_price_type(
        order.id, EventId(1), SeatId(seat), PriceTypeId(REDUCED), new_key()
    )


# --- parts ---


async def test_voucher_card_and_cash_with_change(bench: Bench) -> None:
    await tendering(bench)
    give(bench, PaymentKind.VOUCHER, "20", " V-7 ")
    assert (state(bench).due, state(bench).kind) == (euros("44"), PaymentKind.CASH)
    assert (state(bench).tendered_text, state(bench).reference) == ("", "")
    give(bench, PaymentKind.CARD, "13,50", "T-8")
    assert state(bench).due == euros("30.50")
    assert state(bench).tenders[0] == euros("35")
    bench.payment.type_amount("50")
    assert state(bench).change == euros("19.50")
    bench.payment.confirm()
    await done(bench)
    sale = bench.payment.last
    assert sale is not None
    told = [(p.kind, p.amount, p.tendered, p.reference) for p in sale.payments]
    assert told == [
        (PaymentKind.VOUCHER, euros("20"), euros("20"), "V-7"),
        (PaymentKind.CARD, euros("13.50"), euros("13.50"), "T-8"),
        (PaymentKind.CASH, euros("30.50"), euros("50"), ""),
    ]
    assert state(bench).change == euros("19.50")
    last = bench.journal.last_sold(bench.client.address)
    assert last is not None
    assert last.payments == sale.payments


async def test_the_rest_is_taken_by_confirming(bench: Bench) -> None:
    await tendering(bench)
    give(bench, PaymentKind.CASH, "50")
    bench.payment.confirm()
    await done(bench)
    assert bench.payment.last is not None
    assert [p.amount for p in bench.payment.last.payments] == [euros("50"), euros("14")]
    assert state(bench).change == euros("0")


async def test_parts_that_cover_it_are_all_that_is_sent(bench: Bench) -> None:
    await tendering(bench)
    give(bench, PaymentKind.CARD, "60", "T-8")
    give(bench, PaymentKind.CASH, "10")
    assert (state(bench).due, state(bench).can_add) == (euros("0"), False)
    assert state(bench).can_confirm
    bench.payment.add_part()
    assert len(state(bench).parts) == 2
    bench.payment.confirm()
    await done(bench)
    assert bench.payment.last is not None
    paid = [(p.amount, p.tendered) for p in bench.payment.last.payments]
    assert paid == [(euros("60"), euros("60")), (euros("4"), euros("10"))]
    assert state(bench).change == euros("6")


async def test_a_part_may_be_removed(bench: Bench) -> None:
    await tendering(bench)
    give(bench, PaymentKind.CARD, "20", "T-1")
    give(bench, PaymentKind.CARD, "30", "T-2")
    bench.payment.remove_part(0)
    assert [p.reference for p in state(bench).parts] == ["T-2"]
    assert state(bench).due == euros("34")
    bench.payment.remove_part(0)
    assert (state(bench).parts, state(bench).due) == ((), euros("64"))


@pytest.mark.parametrize(
    ("kind", "amount", "reference", "told"),
    [
        (PaymentKind.CARD, "20", "", Code.REFERENCE_MISSING),
        (PaymentKind.VOUCHER, "20", "", Code.VOUCHER_MISSING),
        (PaymentKind.CARD, "65", "T-8", Code.MORE_THAN_DUE),
        (PaymentKind.VOUCHER, "20x", "V-7", Code.NOT_AN_AMOUNT),
        (PaymentKind.CARD, "20", "4111-1111-1111-1111", Code.CARD_NUMBER),
        (PaymentKind.VOUCHER, "20", "4111 1111 1111 1111", Code.CARD_NUMBER),
        (PaymentKind.INVOICE, "20", "", Code.INVOICE_CUSTOMER),
        (PaymentKind.CASH, "7000.", "", Code.NOT_SENSIBLE),
        (PaymentKind.CASH, "-20", "", Code.NOT_AN_AMOUNT),
    ],
)
async def test_parts_that_are_not_taken(
    bench: Bench, kind: PaymentKind, amount: str, reference: str, told: Code
) -> None:
    await tendering(bench)
    give(bench, kind, amount, reference)
    assert code(bench) is told
    assert state(bench).parts == ()
    assert not state(bench).can_add
    bench.payment.confirm()
    assert state(bench).phase is PaymentPhase.TENDERING


async def test_nothing_is_no_part(bench: Bench) -> None:
    await tendering(bench)
    bench.payment.type_amount("0")
    assert not state(bench).can_add
    bench.payment.add_part()
    assert state(bench).parts == ()


async def test_what_was_typed_stays_for_another_way_to_pay_where_it_can_be_a_part(
    bench: Bench,
) -> None:
    await tendering(bench)
    bench.payment.type_amount("20")
    bench.payment.choose(PaymentKind.CARD)
    assert state(bench).tendered == euros("20")
    bench.payment.choose(PaymentKind.CASH)
    bench.payment.type_amount("70")
    bench.payment.choose(PaymentKind.CARD)
    assert (state(bench).tendered, state(bench).tendered_text) == (None, "")


async def test_parts_are_not_dropped_by_one_press(bench: Bench) -> None:
    await tendering(bench)
    give(bench, PaymentKind.CARD, "20", "T-1")
    bench.payment.cancel()
    assert (state(bench).phase, code(bench)) == (PaymentPhase.TENDERING, Code.PARTS_TAKEN)
    bench.payment.type_amount("5")
    bench.payment.cancel()
    assert state(bench).phase is PaymentPhase.TENDERING
    bench.payment.cancel()
    assert state(bench).phase is PaymentPhase.CLOSED
    assert bench.lines == [1, 2]


async def test_parts_that_were_taken_go_back_when_the_seats_are_lost(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    give(bench, PaymentKind.CARD, "20", "T-1")
    gone = Refused("Order", 409, "seats are gone")
    monkeypatch.setattr(bench.client.orders, "complete", AsyncMock(side_effect=gone))
    bench.payment.confirm()
    await until(lambda: state(bench).phase is PaymentPhase.CLOSED)
    [notice] = bench.told()
    assert notice.code is Code.GIVE_BACK
    assert notice.params == {"amount": euros("20"), "reason": "seats are gone"}


# --- references ---


async def test_a_card_number_does_not_stay_in_the_field(bench: Bench) -> None:
    await tendering(bench)
    bench.payment.choose(PaymentKind.CARD)
    bench.payment.type_reference("4111 1111 1111 1111")
    assert "4111" not in repr(state(bench))
    await until(lambda: not state(bench).reference)
    assert code(bench) is Code.CARD_NUMBER
    bench.payment.type_reference("5555-5555-5555-4444")
    bench.payment.confirm()
    assert (state(bench).reference, code(bench)) == ("", Code.CARD_NUMBER)
    bench.payment.type_reference("T-1")
    assert code(bench) is None
    bench.payment.confirm()
    await done(bench)


async def test_no_card_number_is_said_again_nor_written(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    await tendering(bench)
    bench.payment.type_amount("4111 1111 1111 1111")
    assert code(bench) in (Code.NOT_AN_AMOUNT, Code.TOO_MUCH)
    assert "4111" not in repr(state(bench))
    give(bench, PaymentKind.VOUCHER, "", "4111111111111111")
    give(bench, PaymentKind.CASH, "")
    bench.payment.confirm()
    await done(bench)
    assert "4111111111111111" not in caplog.text.replace(" ", "")
    bench.journal.close()
    for file in (path for path in bench.folder.rglob("*") if path.is_file()):
        assert b"4111111111111111" not in file.read_bytes(), file


async def test_an_invoice_goes_to_the_customer(bench: Bench) -> None:
    await tendering(bench)
    bench.payment.choose(PaymentKind.INVOICE)
    assert (code(bench), state(bench).can_confirm) == (Code.INVOICE_CUSTOMER, False)
    ada = await buyer(bench)
    await bench.order.reload()  # the order's screen is shown anew
    assert (code(bench), state(bench).can_confirm) == (None, True)
    assert state(bench).customer == ada
    bench.payment.confirm()
    await done(bench)
    sale = bench.payment.last
    assert sale is not None
    assert (sale.customer, sale.order.customer_id) == (ada, ada.id)
    [paid] = sale.payments
    assert (paid.kind, paid.amount, paid.reference) == (PaymentKind.INVOICE, euros("64"), "")


async def test_a_customer_whom_the_server_does_not_know_is_no_sale(bench: Bench) -> None:
    await tendering(bench)
    await buyer(bench)
    stranger = Customer(CustomerId(999), NewCustomer("No", "Body"))
    bench.order.set_customer(stranger)
    await bench.order.reload()
    bench.payment.exact()
    await until(lambda: code(bench) is Code.REFUSED)
    assert state(bench).phase is PaymentPhase.TENDERING


# --- what must be settled first ---


async def test_a_price_that_changed_is_agreed_to_first(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1)
    # A server may have set another price when the hold is renewed.
    renewed = bench.client.orders.set_price_type

    async def renew(*words: object) -> None:
        await renewed(*words)  # type: ignore[arg-type]
        await cheaper(bench, rival)

    monkeypatch.setattr(bench.client.orders, "set_price_type", renew)
    bench.payment.open()
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)
    assert code(bench) is Code.PRICE_CHANGED
    assert state(bench).notice is not None
    assert state(bench).notice.params == {"old": euros("32"), "new": euros("22")}  # type: ignore[union-attr]
    bench.payment.type_amount("40")
    assert code(bench) is Code.PRICE_CHANGED
    assert not state(bench).can_add
    bench.payment.confirm()
    assert state(bench).phase is PaymentPhase.TENDERING
    assert (code(bench), state(bench).change) == (None, euros("18"))
    bench.payment.confirm()
    await done(bench)
    assert bench.payment.last is not None
    assert bench.payment.last.order.total == euros("22")


async def test_a_price_that_changes_while_the_money_is_counted(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench, 1)
    await cheaper(bench, rival)
    give(bench, PaymentKind.CARD, "10", "T-1")
    bench.payment.confirm()
    await until(lambda: code(bench) is Code.PRICE_CHANGED)
    assert (state(bench).total, state(bench).due) == (euros("22"), euros("12"))
    bench.payment.exact()
    assert state(bench).phase is PaymentPhase.TENDERING
    bench.payment.exact()
    await done(bench)
    assert bench.payment.last is not None
    assert [p.amount for p in bench.payment.last.payments] == [euros("10"), euros("12")]


async def test_a_price_that_changes_twice_is_told_from_the_first(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench)
    for seat, total in ((1, "54"), (2, "44")):
        await cheaper(bench, rival, seat)
        await bench.order.reload()
        assert (code(bench), state(bench).total) == (Code.PRICE_CHANGED, euros(total))
    assert state(bench).changed == PriceChange(euros("64"), euros("44"))
    bench.payment.confirm()
    bench.payment.confirm()
    await done(bench)


async def test_parts_may_be_more_than_an_order_that_became_cheaper(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench)
    give(bench, PaymentKind.CARD, "60", "T-1")
    for seat in (1, 2):
        await cheaper(bench, rival, seat)
    await bench.order.reload()
    bench.payment.confirm()
    assert (code(bench), state(bench).due) == (Code.OVERPAID, euros("-16"))
    assert not state(bench).can_confirm
    bench.payment.exact()
    assert state(bench).phase is PaymentPhase.TENDERING
    bench.payment.remove_part(0)
    bench.payment.exact()
    await done(bench)


async def test_opening_twice_asks_for_the_money_once(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.payment.open()
    bench.payment.open()
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)
    bench.payment.type_amount("50")
    await asyncio.gather(*(asyncio.sleep(0) for _ in range(3)))
    await bench.idle()
    assert state(bench).tendered == euros("50")
    shown = [call.args[0] for call in bench.views[PaymentView].show_state.call_args_list]
    assert [s.phase for s in shown] == [PaymentPhase.TENDERING] * 2
