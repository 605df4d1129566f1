"""What a seat's status, attributes and price are called, wherever a seat is shown by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.closed_sets import complete
from boxoffice.domain.ids import PriceCategoryId, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.party import Shares, types_of_seats
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatState
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened

_SIGNS = complete(
    SeatState,
    {
        SeatState.FREE: "●",
        SeatState.RESERVED: "○",
        SeatState.SOLD: "·",
        SeatState.BLOCKED: "×",
        SeatState.OTHER: "×",
        SeatState.MINE: "✓",
        SeatState.PENDING: "…",
    },
)
_ATTRIBUTES = complete(
    SeatAttribute,
    {
        SeatAttribute.WHEELCHAIR: QT_TRANSLATE_NOOP("SeatCard", "Wheelchair place"),
        SeatAttribute.COMPANION: QT_TRANSLATE_NOOP("SeatCard", "Companion's seat"),
        SeatAttribute.RESTRICTED_VIEW: QT_TRANSLATE_NOOP("SeatCard", "Restricted view"),
        SeatAttribute.AISLE: QT_TRANSLATE_NOOP("SeatCard", "On the aisle"),
        SeatAttribute.REMOVABLE: "",  # nothing that a buyer asks for
    },
)


class PriceWords:
    """What a seat of a category costs at the price type it is taken at; empty without a price."""

    def __init__(self, offer: Offer, formats: Formats) -> None:
        self._formats = formats
        self._offer = offer
        self._words: dict[PriceCategoryId, str] = {}
        self._prices: dict[PriceCategoryId, Money] = {}
        for category in offer.categories:
            kind = offer.default_type(category.id)
            price = offer.price_list.get(category.id, kind.id) if kind is not None else None
            if price is not None:
                self._words[category.id] = formats.money(price.total)
                self._prices[category.id] = price.total

    def __call__(self, category: PriceCategoryId) -> str:
        return self._words.get(category, "")

    def plain(self, category: PriceCategoryId) -> str:
        """The same as a number without its currency."""
        price = self._prices.get(category)
        return "" if price is None else self._formats.plain(price)

    def together(
        self, categories: Sequence[PriceCategoryId], shares: Shares = ()
    ) -> tuple[str, str]:
        """How the sum of some seats comes about, which is empty for one, and the sum; both are
        empty where one of the seats has no price.

        Args:
            categories: of the seats.
            shares: how many of them, from the first one on, are for which price type; the others
                are at their usual one.
        """
        counts: dict[tuple[PriceTypeId, Money], int] = {}
        for category, kind in zip(
            categories, types_of_seats(shares, categories, self._offer), strict=True
        ):
            price = self._offer.price_list.get(category, kind) if kind is not None else None
            if kind is None or price is None:
                return "", ""
            counts[kind, price.total] = counts.get((kind, price.total), 0) + 1
        if len({price.currency for _, price in counts}) != 1:
            return "", ""
        parts = [(kind, price, count) for (kind, price), count in counts.items()]
        whole = (replace(price, amount=price.amount * count) for _, price, count in parts)
        total = self._formats.plain(Money.total(whole, parts[0][1].currency))
        if len(categories) == 1:
            return "", total
        if len({kind for kind, _, _ in parts}) == 1:
            told = [f"{count} × {self._formats.plain(price)}" for _, price, count in parts]
        else:
            told = [
                f"{count} {self._type_name(kind)} {self._times(price, count)}"
                for kind, price, count in parts
            ]
        return " + ".join(told), total

    def _times(self, price: Money, count: int) -> str:
        return self._formats.plain(replace(price, amount=price.amount * count))

    def _type_name(self, kind: PriceTypeId) -> str:
        found = (each for each in self._offer.price_types if each.id == kind)
        return next((shortened(each.short_name or each.name, 14) for each in found), "")

    @property
    def all(self) -> tuple[str, ...]:
        """Every price there is."""
        return tuple(self._words.values())


def attribute_words(attributes: SeatAttribute) -> list[str]:
    """What is special about a seat."""
    told = [words for attribute, words in _ATTRIBUTES.items() if words and attributes & attribute]
    return [QCoreApplication.translate("SeatCard", str(words)) for words in told]


def state_sign(state: SeatState) -> str:
    """The seat's shape on the map as a character."""
    return _SIGNS[state]


def state_word(state: SeatState) -> str:
    """A seat's status in a word or two."""
    translate = QCoreApplication.translate
    match state:
        case SeatState.FREE:
            return translate("SeatCard", "free")
        case SeatState.RESERVED:
            return translate("Legend", "held")
        case SeatState.SOLD:
            return translate("SeatCard", "sold")
        case SeatState.BLOCKED:
            return translate("SeatCard", "blocked")
        case SeatState.OTHER:
            return translate("SeatCard", "not on sale")
        case SeatState.MINE:
            return translate("SeatCard", "in this order")
        case SeatState.PENDING:
            return translate("SeatCard", "being taken")
        case _:
            assert_never(state)


def free_words(free: str) -> str:
    """How many places of a standing area are free."""
    text = QCoreApplication.translate("EventDelegate", "{number} free")
    return text.format(number=free)
