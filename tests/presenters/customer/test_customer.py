"""Whose order it is: found, added, sold with, and never in the way."""

from __future__ import annotations

from unittest.mock import AsyncMock, create_autospec

import pytest

from boxoffice.connect.client import new_key
from boxoffice.connect.errors import OutcomeUnknown, Unreachable
from boxoffice.domain.ids import CustomerId
from boxoffice.domain.orders.customer import Customer, NewCustomer, is_mail
from boxoffice.presenters import idempotency
from boxoffice.presenters.customer.presenter import CustomerPresenter
from boxoffice.presenters.customer.state import CustomerView
from boxoffice.presenters.notices import Code
from boxoffice.presenters.payment.state import PaymentPhase
from tests.presenters.conftest import Bench
from tests.waiting import until


@pytest.fixture
async def customers(bench: Bench) -> CustomerPresenter:
    view = create_autospec(CustomerView, instance=True)
    made = CustomerPresenter(view, bench.client, bench.order, bench.tasks, typing_seconds=0.01)
    bench.order.watch(made.follow)
    return made


def code(customers: CustomerPresenter) -> Code | None:
    return customers.state.notice.code if customers.state.notice else None


async def known(bench: Bench, first: str, last: str, mail: str = "") -> Customer:
    details = NewCustomer(first, last, mail)
    return Customer(await bench.client.customers.add(details, new_key()), details)


async def test_a_customer_is_found_and_the_order_sold_with_them(
    bench: Bench, customers: CustomerPresenter
) -> None:
    ada = await known(bench, "Ada", "Lovelace", "ada@example.org")
    await known(bench, "Grace", "Hopper")
    await bench.open_event()
    await bench.take(1)
    customers.open()
    customers.search("love")
    await until(lambda: [c.id for c in customers.state.found] == [ada.id])
    customers.choose_first()
    assert (customers.state.is_open, bench.order.state.customer) == (False, customers.state.chosen)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    bench.payment.exact()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    assert bench.payment.last is not None
    assert bench.payment.last.order.customer_id == ada.id
    await until(lambda: customers.state.chosen is None)  # the next buyer is nobody again


async def test_only_the_last_search_counts(bench: Bench, customers: CustomerPresenter) -> None:
    ada = await known(bench, "Ada", "Lovelace")
    await known(bench, "Grace", "Hopper")
    customers.open()
    for text in ("h", "ho", "hopper", "ada"):
        customers.search(text)
    await until(lambda: [c.id for c in customers.state.found] == [ada.id])
    customers.search("")
    await until(lambda: customers.state.found == ())


async def test_one_who_is_not_there_is_added_with_the_order(
    bench: Bench, customers: CustomerPresenter
) -> None:
    customers.open()
    customers.search("nobody at all")
    await until(lambda: not customers.state.is_loading)
    customers.choose_first()
    assert customers.state.is_adding
    customers.add("  Ada\n", "Love\x00lace", "ada@example.org")
    customers.add("Ada", "Lovelace", "ada@example.org")  # a second press
    await until(lambda: bench.order.state.customer is not None)
    chosen = bench.order.state.customer
    assert chosen is not None
    assert (await bench.client.customers.get(chosen.id)).name == "Ada Love lace"
    assert len(await bench.client.customers.search("ada@example.org")) == 1


@pytest.mark.parametrize(
    ("first", "last", "mail", "told"),
    [
        ("", "  ", "", Code.NAME_MISSING),
        ("\t\n", "\x07", "a@b.example", Code.NAME_MISSING),
        ("Ada", "", "no mail", Code.NOT_A_MAIL),
        ("Ada", "", "a@b@c.example", Code.NOT_A_MAIL),
    ],
)
async def test_what_is_missing_is_said(
    customers: CustomerPresenter, first: str, last: str, mail: str, told: Code
) -> None:
    customers.begin_adding()
    customers.add(first, last, mail)
    assert code(customers) is told
    assert customers.state.is_adding


async def test_a_lost_answer_adds_nobody_twice(
    bench: Bench, customers: CustomerPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idempotency.until_known, "__defaults__", ((0.01,) * 10,))
    add = bench.client.customers.add

    async def lossy(details: NewCustomer, key: str) -> CustomerId:
        made = await add(details, key)
        if spy.await_count == 1:
            raise OutcomeUnknown("Customers", "connection reset", key=key)
        return made

    spy = AsyncMock(side_effect=lossy)
    monkeypatch.setattr(bench.client.customers, "add", spy)
    customers.add("Ada", "Lovelace", "")
    await until(lambda: bench.order.state.customer is not None)
    assert spy.await_count == 2
    assert len(await bench.client.customers.search("Lovelace")) == 1


async def test_without_a_server_it_says_so_and_the_sale_goes_on(
    bench: Bench, customers: CustomerPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = AsyncMock(side_effect=Unreachable("Customers", "no answer"))
    monkeypatch.setattr(bench.client.customers, "add", gone)
    customers.add("Ada", "Lovelace", "")
    await until(lambda: code(customers) is Code.UNREACHABLE)
    assert not customers.state.is_loading
    customers.close()
    assert not customers.state.is_open


async def test_the_customer_is_taken_off_again(bench: Bench, customers: CustomerPresenter) -> None:
    customers.choose(await known(bench, "Ada", "Lovelace"))
    customers.remove()
    assert bench.order.state.customer is None


async def test_nothing_of_a_person_stands_in_a_state_that_is_logged(
    customers: CustomerPresenter,
) -> None:
    customers.search("CANARY")
    assert "CANARY" not in repr(customers.state)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a@b.example", True),
        ("Ada.L+x@mail.example.org", True),
        ("a@b", False),
        ("@b.c", False),
        ("a@", False),
        ("a b@c.d", False),
        ("a@b..c", False),
        ("<a@b.c>", False),
        ("", False),
    ],
)
def test_what_can_be_a_mail(text: str, is_one: bool) -> None:
    assert is_mail(text) is is_one
