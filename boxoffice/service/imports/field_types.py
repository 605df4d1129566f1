"""The types of the fields of imported items, and the checks that a type cannot express."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo

from msgspec import Meta

# `$` alone would let a newline at the end pass; the look-ahead does not.
Colour = Annotated[str, Meta(pattern=r"^(#[0-9a-fA-F]{6})?(?!\n)$", max_length=7)]
Address = Annotated[str, Meta(pattern=r"^(https?://\S+|/(?!/)\S*)?(?!\n)$", max_length=500)]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2})?(?!\n)$", max_length=2)]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}$", max_length=3)]
Coordinate = Annotated[float, Meta(ge=-1e9, le=1e9)]  # venue units; NaN is outside of it, too
Sort = Annotated[int, Meta(ge=-(2**31), lt=2**31)]
Quantity = Annotated[int, Meta(ge=0, le=100_000)]
Moment = Annotated[datetime, Meta(tz=True)]

_CENT = Decimal("0.01")
_YEARS = range(1900, 2200)


def amount(name: str, value: Decimal, most: int) -> Decimal:
    """A price, a fee or a rate: from 0 to `most`, with two decimals.

    Raises:
        ValueError: it is not such an amount.
    """
    # By its exponent first: arithmetic on a Decimal of absurd size takes for ever.
    is_sane = value.is_finite() and value.adjusted() < 12 and len(value.as_tuple().digits) <= 18
    if not (is_sane and 0 <= value <= most and value == value.quantize(_CENT)):
        raise ValueError(f"{name} is no amount from 0 to {most} with two decimals")
    return abs(value.quantize(_CENT))


def check_moments(**moments: datetime | None) -> None:
    """Raises: ValueError: a time is not in the years that the service handles."""
    for name, value in moments.items():
        if value is not None and value.year not in _YEARS:
            raise ValueError(f"{name} is no time of this age")


def check_span(start: datetime | None, end: datetime | None) -> None:
    """Raises: ValueError: the end is before the start."""
    if start is not None and end is not None and end < start:
        raise ValueError("it ends before it begins")


def check_timezone(name: str) -> None:
    """Raises: ValueError: this is no IANA time zone."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        raise ValueError(f"{name[:60]!a} is no time zone") from error


def stored_time(moment: datetime | None, zone: ZoneInfo | None = None) -> str | None:
    """A time as it is stored: ISO 8601 in the zone, or with the offset that it was sent with."""
    return None if moment is None else moment.astimezone(zone or moment.tzinfo).isoformat()
