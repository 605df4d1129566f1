"""What the sums on the payment's screen mean: what is taken, what is due, and what is in the way.

Pure: a `PaymentState` in, another out. Nothing is sold here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import (
    NotAnAmount,
    Payment,
    PaymentKind,
    Reference,
    TooMuch,
    amount_given,
    likely_tenders,
    looks_like_card_number,
    most_cash,
    rest_of,
)
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.payment.state import PaymentState, PriceChange

_LEAVE_FIRST = Notice.warning(Code.LEAVE_FIRST)
_LONGEST_ECHO = 11  # digits: a card's number is never shown again


def read(state: PaymentState, *, is_busy: bool = False) -> PaymentState:
    """The state with all that follows from what was typed and taken.

    Args:
        is_busy: the order is changing, so that nothing may be sold.
    """
    if state.total is None:
        return replace(state, can_confirm=False, can_add=False)
    if state.pays_out:
        return _paid_out(state, is_busy=is_busy)
    due = rest_of(state.total, state.parts)
    state = replace(state, due=due, tendered=None, change=None, tenders=likely_tenders(due))
    typed = _typed_problem(state)
    if typed is None and state.tendered_text.strip():
        tendered = amount_given(state.tendered_text, due)
        is_over = state.kind.traits.gives_change and tendered >= due
        state = replace(state, tendered=tendered, change=tendered - due if is_over else None)
    wrong, missing = part_problem(state), problem(state)
    notice = state.notice if wrong is None or _awaits_reference(state) else wrong
    has_part = bool(state.parts) or bool(state.tendered_text.strip())
    may_add = wrong is None and state.changed is None and has_part
    return replace(
        state,
        can_add=may_add and bool(due) and _part(state) > _no(due),
        can_confirm=not is_busy and (missing is None or state.changed is not None),
        notice=_standing(state) or notice,
    )


def is_covered(state: PaymentState) -> bool:
    """Whether the parts taken are what the order costs."""
    return bool(state.parts) and not state.due


def part_problem(state: PaymentState) -> Notice | None:
    """Why what is entered cannot be taken as a part."""
    wrong = _amount_problem(state)
    return wrong if wrong is not None or is_covered(state) else _reference_problem(state)


def has_card_number(state: PaymentState) -> bool:
    """Whether what is in the way is a card's number in the reference's place."""
    is_read = _amount_problem(state) is None and not is_covered(state)
    is_wrong = is_read and _reference_problem(state) is not None
    return is_wrong and looks_like_card_number(state.reference)


def _awaits_reference(state: PaymentState) -> bool:
    """Whether nothing is in the way but that the reference is still to be typed: that is told only
    once the clerk wants to go on, all else while she types."""
    return not state.reference.strip() and part_problem(replace(state, reference="-")) is None


def _amount_problem(state: PaymentState) -> Notice | None:
    due = state.due
    if due is None:
        return Notice.warning(Code.DOUBT_EMPTY)
    if state.pays_out:
        return None
    if due < _no(due):
        return Notice.error(Code.OVERPAID, excess=-due)
    if is_covered(state):
        return None
    if (typed := _typed_problem(state)) is not None:
        return typed
    if not state.kind.traits.gives_change and _part(state) > due:
        return Notice.warning(Code.MORE_THAN_DUE, due=due)
    return None


def problem(state: PaymentState) -> Notice | None:
    """Why the order cannot be sold for what is entered."""
    wrong = part_problem(state)
    if wrong is not None or state.due is None or is_covered(state):
        return wrong
    if _part(state) < state.due:
        return Notice.warning(Code.NOT_ENOUGH, missing=state.due - _part(state))
    return None


def part(state: PaymentState) -> Payment:
    """What is entered, as a payment; all that is due where no amount is.

    There must be no `part_problem`.
    """
    assert state.due is not None  # noqa: S101 - part_problem said so
    given, traits = _part(state), state.kind.traits
    amount = min(given, state.due) if traits.gives_change else given
    has_reference = traits.refers_to is not Reference.NONE
    return Payment(state.kind, amount, given, state.reference.strip() if has_reference else "")


def payments(state: PaymentState) -> tuple[Payment, ...]:
    """All parts, with what is entered for the rest. There must be no `problem`."""
    return state.parts if is_covered(state) else (*state.parts, part(state))


def taken(state: PaymentState) -> Money | None:
    """What the parts come to; None without any."""
    if state.total is None or not state.parts:
        return None
    return state.total - rest_of(state.total, state.parts)


def changed_price(state: PaymentState, old: Money, new: Money) -> PaymentState:
    """The state at another price, which the clerk has to agree to before anything is sold."""
    first = old if state.changed is None else state.changed.old
    changed = None if first == new else PriceChange(first, new)
    return replace(state, total=new, changed=changed, notice=None)


def _standing(state: PaymentState) -> Notice | None:
    """What is told as long as it is true, whatever is typed."""
    if state.asks_to_leave:
        amount = taken(state)
        return Notice.warning(Code.PARTS_TAKEN, amount=amount) if amount else _LEAVE_FIRST
    if state.changed is not None:
        return Notice.warning(Code.PRICE_CHANGED, old=state.changed.old, new=state.changed.new)
    return None


def _paid_out(state: PaymentState, *, is_busy: bool) -> PaymentState:
    """All of it at once, in cash or another way that pays out: there is nothing to count."""
    kind = state.kind if state.kind.traits.pays_out else PaymentKind.CASH
    state = replace(
        state,
        kind=kind,
        due=state.total,
        tendered_text="",
        tendered=None,
        change=None,
        tenders=(),
        parts=(),
        can_add=False,
    )
    wrong = problem(state)
    at_once = state.notice if wrong is None or _awaits_reference(state) else wrong
    may_be = wrong is None or state.changed is not None
    told = _standing(state) or at_once
    return replace(state, can_confirm=not is_busy and may_be, notice=told)


def _no(due: Money) -> Money:
    return Money.zero(due.currency)


def _part(state: PaymentState) -> Money:
    assert state.due is not None  # noqa: S101 - as `part`
    return state.due if state.tendered is None else state.tendered


def _typed_problem(state: PaymentState) -> Notice | None:
    text, due = state.tendered_text, state.due
    if due is None or not text.strip():
        return None
    try:
        given = amount_given(text, due)
    except TooMuch:
        return Notice.warning(Code.TOO_MUCH)
    except NotAnAmount:
        is_long = sum(c.isdigit() for c in text) > _LONGEST_ECHO
        return Notice.warning(Code.NOT_AN_AMOUNT, text="…" if is_long else text)
    if state.kind.traits.gives_change and given > most_cash(due):
        return Notice.warning(Code.NOT_SENSIBLE, given=given, due=due)
    return None


def _reference_problem(state: PaymentState) -> Notice | None:
    """What the kind of payment still needs: its reference, and a customer."""
    traits = state.kind.traits
    if traits.refers_to is not Reference.NONE and looks_like_card_number(state.reference):
        return Notice.error(Code.CARD_NUMBER)
    if traits.needs_customer and not state.customer:
        return Notice.warning(Code.INVOICE_CUSTOMER)
    is_missing = not state.reference.strip()
    match traits.refers_to:
        case Reference.NONE | Reference.OPTIONAL:
            return None
        case Reference.TERMINAL:
            is_missing = is_missing and state.wants_reference
            return Notice.warning(Code.REFERENCE_MISSING) if is_missing else None
        case Reference.VOUCHER:
            return Notice.warning(Code.VOUCHER_MISSING) if is_missing else None
        case _:
            assert_never(traits.refers_to)
