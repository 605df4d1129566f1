"""The code of an order: it is read back, and a misread one is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.order_code import (
    _check_digit,
    is_order_code,
    order_code,
    read_order_code,
)

NUMBERS = st.integers(1, 10**18 - 1).map(OrderId)


def test_the_check_digit_is_that_of_the_standard() -> None:
    assert _check_digit("0794") == "5"  # ISO/IEC 7064's own example
    assert order_code(OrderId(4711)) == "BXO047113"


def test_a_code_is_longer_than_what_may_be_typing() -> None:
    """A slow scanner is told from a hand from six characters on, its Enter not counted."""
    assert len(order_code(OrderId(1))) >= 9
    assert read_order_code("BXO47115") == 4711  # as it was printed before


@given(NUMBERS)
def test_a_code_is_read_back_in_capitals_or_not(number: OrderId) -> None:
    code = order_code(number)
    assert read_order_code(code) == read_order_code(code.lower()) == number
    assert is_order_code(code)


@given(NUMBERS)
def test_the_code_is_the_same_on_an_english_and_a_german_keyboard(number: OrderId) -> None:
    assert not set(order_code(number).casefold()) & set("yz")


@given(NUMBERS)
def test_every_single_wrong_digit_is_noticed(number: OrderId) -> None:
    code = order_code(number)
    for place in range(3, len(code)):
        for digit in set("0123456789") - {code[place]}:
            wrong = code[:place] + digit + code[place + 1 :]
            assert read_order_code(wrong) is None
            assert is_order_code(wrong)


@pytest.mark.parametrize("text", ["", "BXO", "BXO4", "4711", "BXOA715", "XBXO47115", "BXO٤٧١١٥"])
def test_what_is_written_otherwise_is_none(text: str) -> None:
    assert not is_order_code(text)
    assert read_order_code(text) is None
