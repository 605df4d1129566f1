"""A party by its counts: '2+1' is two at the usual price type and one at the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boxoffice.domain.catalogue import Offer, PriceType
from boxoffice.domain.ids import PriceCategoryId, PriceTypeId

MOST = 500  # seats that are asked for at once: the server's own limit
_PART = re.compile(r"\s*([0-9]{1,4})\s*([^\W\d_][^+0-9]*)?\s*")
_BESIDE = ("companion", "begleit", "accompagn")  # how the type of a wheelchair's companion begins

Shares = tuple[tuple[PriceTypeId, int], ...]


@dataclass(frozen=True, slots=True)
class Party:
    """What was typed of a party.

    Attributes:
        counts: how many of each price type, those without anybody left out. Empty where what was
            typed is no party.
        unknown: the word that is no price type, or the count for which there is none.
    """

    counts: tuple[tuple[PriceType, int], ...] = ()
    unknown: str = ""

    @property
    def size(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def is_too_many(self) -> bool:
        return self.size > MOST

    @property
    def is_good(self) -> bool:
        """Whether seats can be taken for it."""
        return 0 < self.size <= MOST and not self.unknown

    @property
    def shares(self) -> Shares:
        return tuple((kind.id, count) for kind, count in self.counts)


def is_beside_another(kind: PriceType, offer: Offer) -> bool:
    """Whether the type is for the companion of a wheelchair: a sales rule has it only beside
    another type, or its name says so."""
    has_rule = any(
        rule.price_type_id == kind.id and rule.per_price_type_id is not None for rule in offer.rules
    )
    return has_rule or kind.name.casefold().startswith(_BESIDE)


def usual_types(offer: Offer, sold: Sequence[PriceTypeId] = ()) -> tuple[PriceType, ...]:
    """The price types that counts are typed for: the event's default first, then those that were
    `sold`, the most frequent first, then the others in the order of the price list; a companion's
    is none of them."""
    priced = {kind for _, kind in offer.price_list.prices}
    kinds = [
        kind
        for kind in sorted(offer.price_types, key=lambda kind: (kind.sort, kind.id))
        if kind.id in priced and not is_beside_another(kind, offer)
    ]
    ranks = {kind: rank for rank, kind in enumerate(sold)}
    default = next((kind for kind in kinds if kind.is_default), kinds[0] if kinds else None)
    kinds.sort(key=lambda kind: (kind is not default, ranks.get(kind.id, len(ranks))))
    return tuple(kinds)


def party_of(text: str, usual: Sequence[PriceType]) -> Party:
    """Reads what was typed. A count is for the type in its place, or for the one that its word
    begins: '2+1 child'; '0' passes a type over."""
    counts: dict[PriceTypeId, tuple[PriceType, int]] = {}
    for place, part in enumerate(text.split("+")):
        found = _PART.fullmatch(part)
        if found is None:
            return Party()
        count, word = int(found[1]), (found[2] or "").strip()
        kind = _named(word, usual) if word else next(iter(usual[place : place + 1]), None)
        if kind is None:
            return Party(unknown=word or found[1])
        before = counts.get(kind.id, (kind, 0))[1]
        counts[kind.id] = kind, before + count
    return Party(tuple((kind, count) for kind, count in counts.values() if count))


def types_of_seats(
    shares: Shares, categories: Iterable[PriceCategoryId], offer: Offer
) -> tuple[PriceTypeId | None, ...]:
    """The price type of each seat: the first ones get the first share, and so on. A seat beyond
    the shares, or of a category that is not sold at its type, gets its category's default; None
    where there is none."""
    wanted = [kind for kind, count in shares for _ in range(count)]
    found: list[PriceTypeId | None] = []
    for place, category in enumerate(categories):
        kind = wanted[place] if place < len(wanted) else None
        if kind is None or offer.price_list.get(category, kind) is None:
            default = offer.default_type(category)
            kind = default.id if default is not None else None
        found.append(kind)
    return tuple(found)


def _named(word: str, kinds: Sequence[PriceType]) -> PriceType | None:
    """The type that a word begins, in its name or its short name."""
    sought = word.casefold()
    return next(
        (
            kind
            for kind in kinds
            if any(n.casefold().startswith(sought) for n in (kind.name, kind.short_name))
        ),
        None,
    )
