"""Sales rules and single seats, told while the clerk picks."""

from __future__ import annotations

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.domain.drafts import DraftSalesRule
from boxoffice.domain.rules import Breach
from tests.presenters.conftest import Bench


async def with_rule(bench: Bench, rival: ConnectClient, **rule: object) -> None:
    draft = DraftSalesRule("rule", "small-first", "The rule", **rule)  # type: ignore[arg-type]
    await rival.imports.sales_rules([draft], new_key())
    await bench.open_event()


def kinds(bench: Bench) -> list[Breach]:
    return [row.broken.kind for row in bench.order.state.broken]


async def test_a_rule_is_told_while_it_is_not_met_and_nothing_can_be_paid(
    bench: Bench, rival: ConnectClient
) -> None:
    await with_rule(bench, rival, step=3)
    await bench.take(1, 2)
    [row] = bench.order.state.broken
    assert (row.broken.kind, row.broken.counted, row.broken.limit) == (Breach.NO_MULTIPLE, 2, 3)
    assert row.event == "The Tempest"
    assert not bench.order.state.can_pay
    await bench.take(3)
    assert bench.order.state.broken == ()
    assert bench.order.state.can_pay


async def test_a_seat_left_alone_is_advice_unless_a_rule_forbids_it(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(2)
    [alone] = bench.order.state.left_alone
    assert (alone.row, alone.number) == ("A", "1")
    assert bench.order.state.can_pay
    await bench.take(1)
    assert bench.order.state.left_alone == ()


async def test_a_rule_that_forbids_single_gaps_names_them(
    bench: Bench, rival: ConnectClient
) -> None:
    await with_rule(bench, rival, forbid_single_gap=True)
    await bench.take(2)
    assert kinds(bench) == [Breach.SINGLE_GAP]
    [gap] = bench.order.state.broken[0].gaps
    assert (gap.row, gap.number) == ("A", "1")
    assert not bench.order.state.can_pay


async def test_a_rule_of_another_event_says_nothing(bench: Bench, rival: ConnectClient) -> None:
    await with_rule(bench, rival, step=3)
    await bench.open_event(2)
    await bench.take(1)
    assert bench.order.state.broken == ()
