"""The number of an order in a form that a scanner reads and nobody mistakes: BXO, the number in at
least five digits, and a check digit by ISO/IEC 7064, MOD 11,10. So it is long enough to be told
from typing, however slow the scanner.

The letters are where they are on an English and on a German keyboard, and so are the digits. The
check digit notices every single wrong digit, and nearly every two that changed places.
"""

from __future__ import annotations

import re

from boxoffice.domain.ids import OrderId

_MARK = "BXO"
_LEAST = 5  # digits of the number
_WRITTEN = re.compile(rf"{_MARK}(\d{{1,18}})(\d)", re.IGNORECASE | re.ASCII)


def order_code(order_id: OrderId) -> str:
    """The code of an order, as it is printed."""
    number = str(order_id).zfill(_LEAST)
    return f"{_MARK}{number}{_check_digit(number)}"


def is_order_code(text: str) -> bool:
    """Whether the text is written as an order's code, rightly read or not."""
    return _WRITTEN.fullmatch(text) is not None


def read_order_code(text: str) -> OrderId | None:
    """The order of a code; None where it was misread, or is no such code."""
    written = _WRITTEN.fullmatch(text)
    if written is None or _check_digit(written[1]) != written[2]:
        return None
    return OrderId(int(written[1]))


def _check_digit(number: str) -> str:
    product = 10
    for digit in number:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)
