"""What a seat's status, attributes and price are called, wherever a seat is shown by words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import PriceCategoryId
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatState
from boxoffice.views.kit.formats import Formats

_SIGNS = {
    SeatState.FREE: "●",
    SeatState.RESERVED: "○",
    SeatState.SOLD: "·",
    SeatState.MINE: "✓",
    SeatState.PENDING: "…",
}


class PriceWords:
    """What a seat of a category costs at the price type it is taken at; empty without a price."""

    def __init__(self, offer: Offer, formats: Formats) -> None:
        self._words: dict[PriceCategoryId, str] = {}
        for category in offer.categories:
            kind = offer.default_type(category.id)
            price = offer.price_list.get(category.id, kind.id) if kind is not None else None
            if price is not None:
                self._words[category.id] = formats.money(price.total)

    def __call__(self, category: PriceCategoryId) -> str:
        return self._words.get(category, "")

    @property
    def all(self) -> tuple[str, ...]:
        """Every price there is."""
        return tuple(self._words.values())


def attribute_words(attributes: SeatAttribute) -> list[str]:
    """What is special about a seat."""
    translate = QCoreApplication.translate
    words = {
        SeatAttribute.WHEELCHAIR: translate("SeatCard", "Wheelchair place"),
        SeatAttribute.COMPANION: translate("SeatCard", "Companion's seat"),
        SeatAttribute.RESTRICTED_VIEW: translate("SeatCard", "Restricted view"),
        SeatAttribute.AISLE: translate("SeatCard", "On the aisle"),
    }
    return [text for attribute, text in words.items() if attributes & attribute]


def state_sign(state: SeatState) -> str:
    """The seat's shape on the map as a character."""
    return _SIGNS.get(state, "×")


def state_word(state: SeatState) -> str:
    """A seat's status in a word or two."""
    translate = QCoreApplication.translate
    words = {
        SeatState.FREE: translate("SeatCard", "free"),
        SeatState.RESERVED: translate("Legend", "held"),
        SeatState.SOLD: translate("SeatCard", "sold"),
        SeatState.BLOCKED: translate("SeatCard", "blocked"),
        SeatState.MINE: translate("SeatCard", "in this order"),
        SeatState.PENDING: translate("SeatCard", "being taken"),
    }
    return words.get(state, translate("SeatCard", "not on sale"))


def free_words(free: str) -> str:
    """How many places of a standing area are free."""
    text = QCoreApplication.translate("EventDelegate", "{number} free")
    return text.format(number=free)
