"""What is scanned: forms of codes, and the scanners and keyboards that they come through."""

from __future__ import annotations

from dataclasses import dataclass

from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.order_code import order_code
from tests.scans.wedge import Wedge

LOWER = "0f3ac59e7b1d48a2960be4d17c85f23a"
DIGITS = "4012345678901"
UNKNOWN = "4006381333931"
_LINK = "https://tickets.example/t?id=Zy-81"
_WIRED = Wedge()


@dataclass(frozen=True, slots=True)
class Form:
    """A code, and how it comes.

    Attributes:
        is_known: whether it names the order that was sold.
        layout: of the desktop's keyboard.
    """

    name: str
    text: str
    wedge: Wedge = _WIRED
    is_known: bool = True
    layout: str = "us"


def forms(barcode: str, order_id: OrderId) -> tuple[Form, ...]:
    """All forms of the table.

    Args:
        barcode: a ticket of the order, as our own service numbers it.
        order_id: a number of at least two digits.
    """
    code = order_code(order_id)
    return (
        Form("our ticket, Shift with each capital letter", barcode),
        Form("lower case, 32 characters", LOWER),
        Form("digits only", DIGITS),
        Form("an order's bare number", str(order_id)),
        Form("our order's code", code),
        Form("with AIM's prefix", f"]Q0{code}"),
        Form("CapsLock is on", barcode, Wedge(has_caps_lock=True)),
        Form("Tab behind it", barcode, Wedge(suffix="\t")),
        Form("CR and LF behind it", barcode, Wedge(suffix="\r\n")),
        Form("no suffix", barcode, Wedge(suffix="")),
        Form("wireless, 40 ms a character", barcode, Wedge(report=1, character=40)),
        Form("8 ms a report", barcode, Wedge(report=8)),
        Form("a German keyboard", barcode, layout="de"),
        Form("a German keyboard, AIM's prefix", f"]C1{barcode}", layout="de"),
        Form("stars of Code 39, GS inside", f"*{code[:4]}\x1d{code[4:]}*"),
        Form("a bottle", UNKNOWN, is_known=False),
        Form("a code of another house", _LINK, is_known=False),
        Form("a German keyboard, dead keys", f"{_LINK}&e=`a^e", is_known=False, layout="de"),
    )
