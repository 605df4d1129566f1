"""What a seat's status, attributes and price are called, wherever a seat is shown by words."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.closed_sets import complete
from boxoffice.domain.ids import PriceCategoryId
from boxoffice.domain.money import Money
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatState
from boxoffice.views.kit.formats import Formats

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

    def plain(self, category: PriceCategoryId, count: int = 1) -> str:
        """What so many seats cost, as a number without its currency; empty without a price."""
        price = self._prices.get(category)
        if price is None:
            return ""
        return self._formats.plain(replace(price, amount=price.amount * count))

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
