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
_FRENCH: Mapping[str, str] = {
    # prices
    "Full price": "Plein tarif",
    "Full": "Plein",
    "Reduced": "Tarif réduit",
    "Red.": "Réd.",
    "Child": "Enfant",
    "Companion": "Accompagnant",
    "Comp.": "Acc.",
    "Premium": "Premium",
    "Category 1": "1re catégorie",
    "Category 2": "2e catégorie",
    "Category 3": "3e catégorie",
    "Category 4": "4e catégorie",
    "Category 5": "5e catégorie",
    "Floor, standing": "Places debout",
    "Lower tier": "Gradins bas",
    "Lower tier, sides": "Gradins bas, côtés",
    "Upper tier": "Gradins hauts",
    "Upper tier, sides": "Gradins hauts, côtés",
    # the theatre
    "Lindenhof Theatre": "Théâtre du Lindenhof",
    "Stage": "Scène",
    "Stalls": "Parterre",
    "Stalls left": "Parterre gauche",
    "Stalls right": "Parterre droite",
    "Circle": "Balcon",
    "Circle left": "Balcon gauche",
    "Circle right": "Balcon droite",
    "Box": "Loge",
    "Hamlet": "Hamlet",
    "William Shakespeare": "William Shakespeare",
    "The Cherry Orchard": "La Cerisaie",
    "Anton Chekhov": "Anton Tchekhov",
    "The Marriage of Figaro": "Les Noces de Figaro",
    "Wolfgang Amadeus Mozart": "Wolfgang Amadeus Mozart",
    "Hansel and Gretel": "Hansel et Gretel",
    "Family performance": "Pour toute la famille",
    "Faust, Part One": "Faust, première partie",
    "Johann Wolfgang von Goethe": "Johann Wolfgang von Goethe",
    "Last performance": "Pour la dernière fois",
    "The Nutcracker": "Casse-Noisette",
    "Pyotr Ilyich Tchaikovsky": "Piotr Ilitch Tchaïkovski",
    "Ten at most": "Dix au plus",
    "Companions": "Accompagnants",
    # the arena
    "Harbour Arena": "Arena du Port",
    "Floor": "Parterre",
    "North door": "Porte nord",
    "East door": "Porte est",
    "South door": "Porte sud",
    "West door": "Porte ouest",
    "The Northern Lights": "Les Aurores boréales",
    "Winter Tour": "Tournée d’hiver",
    "Night of the Brass Bands": "Nuit des fanfares",
    "Twelve bands, one night": "Douze fanfares, une nuit",
    "Gala on Ice": "Gala sur glace",
    "Figure skating": "Patinage artistique",
    "Symphony of the Screen": "Symphonie de l’écran",
    "Film music live": "Musique de film en direct",
    "Harbour Folk Festival": "Festival folk du port",
    "Day ticket": "Billet d’un jour",
    # the stadium
    "Riverside Stadium": "Stade de la Rive",
    "Pitch": "Terrain",
    "Gate": "Porte",
    "City Derby": "Derby de la ville",
    "United v Rovers": "United contre Rovers",
    "Cup Final": "Finale de la Coupe",
    "The final of the season": "La finale de la saison",
    "Stadium Open Air": "Stade en plein air",
    "Four headliners": "Quatre têtes d’affiche",
    # what is invented for a venue from a file
    "Opening Night": "Première",
    "Family Matinee": "Matinée en famille",
    "Season Gala": "Gala de la saison",
    # why seats are blocked
    "House seats": "Places de service",
    "Technical: camera": "Technique : caméra",
    "Press": "Presse",
}
_ITALIAN: Mapping[str, str] = {
    # prices
    "Full price": "Tariffa intera",
    "Full": "Intero",
    "Reduced": "Ridotto",
    "Red.": "Rid.",
    "Child": "Bambino",
    "Companion": "Accompagnatore",
    "Comp.": "Acc.",
    "Premium": "Premium",
    "Category 1": "1a categoria",
    "Category 2": "2a categoria",
    "Category 3": "3a categoria",
    "Category 4": "4a categoria",
    "Category 5": "5a categoria",
    "Floor, standing": "Posti in piedi",
    "Lower tier": "Anello inferiore",
    "Lower tier, sides": "Inferiore, lati",
    "Upper tier": "Anello superiore",
    "Upper tier, sides": "Superiore, lati",
    # the theatre
    "Lindenhof Theatre": "Teatro Lindenhof",
    "Stage": "Palco",
    "Stalls": "Platea",
    "Stalls left": "Platea sinistra",
    "Stalls right": "Platea destra",
    "Circle": "Galleria",
    "Circle left": "Galleria sinistra",
    "Circle right": "Galleria destra",
    "Box": "Palchetto",
    "Hamlet": "Amleto",
    "William Shakespeare": "William Shakespeare",
    "The Cherry Orchard": "Il giardino dei ciliegi",
    "Anton Chekhov": "Anton Čechov",
    "The Marriage of Figaro": "Le nozze di Figaro",
    "Wolfgang Amadeus Mozart": "Wolfgang Amadeus Mozart",
    "Hansel and Gretel": "Hänsel e Gretel",
    "Family performance": "Per tutta la famiglia",
    "Faust, Part One": "Faust, parte prima",
    "Johann Wolfgang von Goethe": "Johann Wolfgang von Goethe",
    "Last performance": "Per l’ultima volta",
    "The Nutcracker": "Lo schiaccianoci",
    "Pyotr Ilyich Tchaikovsky": "Pëtr Il’ič Čajkovskij",
    "Ten at most": "Dieci al massimo",
    "Companions": "Accompagnatori",
    # the arena
    "Harbour Arena": "Arena del Porto",
    "Floor": "Parterre",
    "North door": "Porta nord",
    "East door": "Porta est",
    "South door": "Porta sud",
    "West door": "Porta ovest",
    "The Northern Lights": "L’aurora boreale",
    "Winter Tour": "Tournée invernale",
    "Night of the Brass Bands": "Notte delle bande",
    "Twelve bands, one night": "Dodici bande, una notte",
    "Gala on Ice": "Gala sul ghiaccio",
    "Figure skating": "Pattinaggio artistico",
    "Symphony of the Screen": "Sinfonia dello schermo",
    "Film music live": "Musica da film dal vivo",
    "Harbour Folk Festival": "Festival folk del porto",
    "Day ticket": "Biglietto giornaliero",
    # the stadium
    "Riverside Stadium": "Stadio sul Fiume",
    "Pitch": "Campo",
    "Gate": "Porta",
    "City Derby": "Derby cittadino",
    "United v Rovers": "United contro Rovers",
    "Cup Final": "Finale di Coppa",
    "The final of the season": "La finale della stagione",
    "Stadium Open Air": "Stadio all’aperto",
    "Four headliners": "Quattro grandi nomi",
    # what is invented for a venue from a file
    "Opening Night": "Prima serata",
    "Family Matinee": "Matinée per famiglie",
    "Season Gala": "Gala di stagione",
    # why seats are blocked
    "House seats": "Posti di servizio",
    "Technical: camera": "Tecnica: telecamera",
    "Press": "Stampa",
}
TABLES: Mapping[str, Mapping[str, str]] = {"de": _GERMAN, "fr": _FRENCH, "it": _ITALIAN}


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
