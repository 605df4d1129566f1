"""The names of the demo venues in other languages than English: one table a language.

The venues are written in English. A name that a table does not have stays as it is: a number of a
section, a person, what a seating-plan file calls its areas.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from boxoffice.domain.venue import DraftPriceType, Performance, Venue

_GERMAN: Mapping[str, str] = {
    # prices
    "Full price": "Vollpreis",
    "Full": "Voll",
    "Reduced": "Ermäßigt",
    "Red.": "Erm.",
    "Child": "Kind",
    "Companion": "Begleitung",
    "Comp.": "Begl.",
    "Premium": "Premium",
    "Category 1": "1. Kategorie",
    "Category 2": "2. Kategorie",
    "Category 3": "3. Kategorie",
    "Category 4": "4. Kategorie",
    "Category 5": "5. Kategorie",
    "Floor, standing": "Stehplätze",
    "Lower tier": "Unterrang",
    "Lower tier, sides": "Seite unten",
    "Upper tier": "Oberrang",
    "Upper tier, sides": "Seite oben",
    # the theatre
    "Lindenhof Theatre": "Lindenhof-Theater",
    "Stage": "Bühne",
    "Stalls": "Parkett",
    "Stalls left": "Parkett links",
    "Stalls right": "Parkett rechts",
    "Circle": "Rang",
    "Circle left": "Rang links",
    "Circle right": "Rang rechts",
    "Box": "Loge",
    "Hamlet": "Hamlet",
    "William Shakespeare": "William Shakespeare",
    "The Cherry Orchard": "Der Kirschgarten",
    "Anton Chekhov": "Anton Tschechow",
    "The Marriage of Figaro": "Die Hochzeit des Figaro",
    "Wolfgang Amadeus Mozart": "Wolfgang Amadeus Mozart",
    "Hansel and Gretel": "Hänsel und Gretel",
    "Family performance": "Für die ganze Familie",
    "Faust, Part One": "Faust. Der Tragödie erster Teil",
    "Johann Wolfgang von Goethe": "Johann Wolfgang von Goethe",
    "Last performance": "Zum letzten Mal",
    "The Nutcracker": "Der Nussknacker",
    "Pyotr Ilyich Tchaikovsky": "Pjotr Iljitsch Tschaikowski",
    "Ten at most": "Höchstens zehn",
    "Companions": "Begleitung",
    # the arena
    "Harbour Arena": "Hafenarena",
    "Floor": "Innenraum",
    "North door": "Eingang Nord",
    "East door": "Eingang Ost",
    "South door": "Eingang Süd",
    "West door": "Eingang West",
    "The Northern Lights": "Die Nordlichter",
    "Winter Tour": "Wintertournee",
    "Night of the Brass Bands": "Nacht der Blaskapellen",
    "Twelve bands, one night": "Zwölf Kapellen, eine Nacht",
    "Gala on Ice": "Gala auf dem Eis",
    "Figure skating": "Eiskunstlauf",
    "Symphony of the Screen": "Sinfonie der Leinwand",
    "Film music live": "Filmmusik live",
    "Harbour Folk Festival": "Folkfest am Hafen",
    "Day ticket": "Tagesticket",
    # the stadium
    "Riverside Stadium": "Stadion am Rheinufer",
    "Pitch": "Spielfeld",
    "Gate": "Tor",
    "City Derby": "Stadtderby",
    "United v Rovers": "United gegen Rovers",
    "Cup Final": "Pokalfinale",
    "The final of the season": "Das Endspiel der Saison",
    "Stadium Open Air": "Open Air im Stadion",
    "Four headliners": "Vier große Namen",
    # what is invented for a venue from a file
    "Opening Night": "Premiere",
    "Family Matinee": "Familienmatinee",
    "Season Gala": "Saisongala",
    # why seats are blocked
    "House seats": "Dienstplätze",
    "Technical: camera": "Technik: Kamera",
    "Press": "Presse",
}
TABLES: Mapping[str, Mapping[str, str]] = {"de": _GERMAN}


def in_language(venue: Venue, language: str) -> Venue:
    """A demo venue with its names in a language; its keys, seats and prices stay.

    Args:
        language: a code such as 'de'; English where there is no table for it.
    """
    table = TABLES.get(language)
    if table is None:
        return venue
    return replace(
        venue,
        name=_said(table, venue.name),
        areas=tuple(replace(area, name=_said(table, area.name)) for area in venue.areas),
        categories=tuple(replace(c, name=_said(table, c.name)) for c in venue.categories),
        entrances=tuple(replace(door, name=_said(table, door.name)) for door in venue.entrances),
        rules=tuple(replace(rule, name=_said(table, rule.name)) for rule in venue.rules),
        price_types=_price_types(venue, table),
        performances=_performances(venue, table),
        blocked_reasons=tuple(_said(table, reason) for reason in venue.blocked_reasons),
    )


def invented_in_language(venue: Venue, language: str) -> Venue:
    """A venue from a file with only those names in a language that the file does not have: its
    price types, its events, and why seats are blocked."""
    table = TABLES.get(language)
    if table is None:
        return venue
    return replace(
        venue,
        price_types=_price_types(venue, table),
        performances=_performances(venue, table),
        blocked_reasons=tuple(_said(table, reason) for reason in venue.blocked_reasons),
    )


def _price_types(venue: Venue, table: Mapping[str, str]) -> tuple[DraftPriceType, ...]:
    return tuple(
        replace(kind, name=_said(table, kind.name), short_name=_said(table, kind.short_name))
        for kind in venue.price_types
    )


def _performances(venue: Venue, table: Mapping[str, str]) -> tuple[Performance, ...]:
    return tuple(
        replace(each, name=_said(table, each.name), subtitle=_said(table, each.subtitle))
        for each in venue.performances
    )


def _said(table: Mapping[str, str], name: str) -> str:
    """The name in the table's language; 'Box 3' and 'Gate A' by the word before the number."""
    word, _, number = name.rpartition(" ")
    if name not in table and word in table and (number.isdigit() or len(number) == 1):
        return f"{table[word]} {number}"
    return table.get(name, name)
