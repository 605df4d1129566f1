"""How names are put together, and how alike two of them are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from boxoffice.connect.dialects.dialect import Style

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
# What the trade calls one thing. A word may stand in several lines.
_ALIKE = """\
event show performance perf
seat place stool
area block section zone sector
category class cat level
price amount cost value
price rate tariff
sales sale price ticket
type kind tariff rate discount
order booking reservation cart basket
name title caption label designation text
id key identifier no nr number ident
status state condition
start begin begins starts from opening
end finish ends till until to close
date time at datetime moment day
fee charge surcharge
total sum amount gross
currency curr iso
row line rank
number no nr num
hold held expires expiry expiration reserved reservation valid
till until to expires expiry expiration
external ext foreign third
external reference ref
vat tax
rate percent percentage
location venue site hall house
organizer organiser promoter
color colour
sort order position rank index
free available open remaining
total capacity count all
x posx left coordinatex
y posy top coordinatey
deleted removed gone
updated modified changed stamp
attributes flags bits properties features
quantity count number amount
barcode code
reseller client till
kind type
short abbreviated abbreviation
refunded returned repaid
created made issued
completed sold paid done
customer buyer client person
adjacent together neighbouring
message text words
default standard
"""


def words_of(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]


def squeezed(name: str) -> str:
    """Letters and digits alone, small: what stays of a name in any style."""
    return "".join(c for c in name.lower() if c.isalnum())


@cache
def likeness(name: str, other: str) -> float:
    """How alike two names are, from 0 to 1: by their words and what else the trade calls them, and
    by their letters."""
    ours, theirs = words_of(name), words_of(other)
    if not ours or not theirs:
        return 0.0
    if squeezed(name) == squeezed(other):
        return 1.0
    left = list(theirs)
    points = 0.0
    for word in ours:
        best = max(left, key=lambda each: _same(word, each), default=None)
        if best is not None and (alike := _same(word, best)):
            points += alike
            left.remove(best)
    by_words = 2 * points / (len(ours) + len(theirs))
    by_letters = SequenceMatcher(None, squeezed(name), squeezed(other)).ratio()
    return max(by_words, 0.85 * by_letters if by_letters > 0.7 else 0.0)


@cache
def _same(word: str, other: str) -> float:
    if word == other or word + "s" == other or other + "s" == word:
        return 1.0
    if min(len(word), len(other)) >= 3 and (word.startswith(other) or other.startswith(word)):
        return 0.9
    return 0.85 if any(word in line and other in line for line in _lines()) else 0.0


@cache
def _lines() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in _ALIKE.splitlines())


class Spelling(NamedTuple):
    """How a site puts words together in its names.

    Attributes:
        votes: how many names show it.
    """

    style: Style
    acronyms: frozenset[str]
    votes: int


def spelling_of(pairs: Iterable[tuple[str, str]]) -> Spelling | None:
    """The style of names that are the contract's but for it; None where they show none.

    Args:
        pairs: names of the contract, and how they came.
    """
    styles: Counter[Style] = Counter()
    capitals: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for name, here in pairs:
        if name[:1].isupper():
            continue
        style = _style(name, here)
        if style is None:
            continue
        styles[style] += 1
        if style is not Style.SNAKE:
            _count_capitals(name, here, capitals, plain)
    if not styles:
        return None
    style, votes = styles.most_common(1)[0]
    acronyms = frozenset(word for word in capitals if capitals[word] > plain[word])
    return Spelling(style, acronyms if style is not Style.SNAKE else frozenset(), votes)


def _style(name: str, here: str) -> Style | None:
    if "_" in here:
        return Style.SNAKE if here == here.lower() else None
    if here[:1].isupper():
        return Style.PASCAL
    return Style.CAMEL if "_" in name and here != here.lower() else None


def _count_capitals(name: str, here: str, capitals: Counter[str], plain: Counter[str]) -> None:
    at = 0
    for place, word in enumerate(name.split("_")):
        part = here[at : at + len(word)]
        at += len(word)
        if len(word) < 2 or (place == 0 and part.islower()):
            continue
        stem = word[:-1] if word.endswith("s") and part[-1:] == "s" else word
        is_capital = part[: len(stem)].isupper() and len(stem) > 1
        (capitals if is_capital else plain)[stem if is_capital else word] += 1
