"""The prices of the demo venues: four price types, and categories in their colours with fees."""

from __future__ import annotations

from decimal import Decimal

from boxoffice.domain.venue import DraftCategory, DraftPriceType

PRICE_TYPES = (
    DraftPriceType("full", "Full price", "Full", is_default=True),
    DraftPriceType("reduced", "Reduced", "Red.", requires_proof=True),
    DraftPriceType("child", "Child", "Child"),
    DraftPriceType("companion", "Companion", "Comp.", requires_proof=True),
)
_SHARES = {"full": Decimal(1), "reduced": Decimal("0.75"), "child": Decimal("0.5")}
_HALF = Decimal("0.50")


def category(key: str, name: str, color: str, full: str, fee: str) -> DraftCategory:
    """A category by its full price. Reduced prices are rounded down to 0.50; companions are free.

    Args:
        color: '#rrggbb'.
        full: the full price, such as '48.00'.
        fee: the booking fee of every paid seat.
    """
    price = Decimal(full)
    prices = {key: (_halved(price * share), Decimal(fee)) for key, share in _SHARES.items()}
    prices["companion"] = (Decimal("0.00"), Decimal("0.00"))
    return DraftCategory(key, name, color, prices)


def _halved(amount: Decimal) -> Decimal:
    return (amount // _HALF * _HALF).quantize(Decimal("0.01"))
