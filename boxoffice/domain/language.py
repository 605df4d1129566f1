"""The languages of the program: their codes, and how each writes numbers and dates.

To add one, add it here, run `packaging/translate.py`, and translate the file that it makes; its
words go into `resources/translations/glossary.toml`, the names of the demo into
`service/venues/names.py`. The tests name what is missing.

French and Italian are those of Switzerland, where the venues are: days and months in their own
language, but money as all of the country writes it, with a point and apostrophes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WRITTEN = "en"  # the language of the texts in the code


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is written.

    Attributes:
        name: what it is called by those who speak it.
        locale: language and country, such as 'en_GB': names of days and months.
        numbers: the locale that has its points and groups.
        date: a day with its name, as a pattern of Qt.
        is_symbol_behind: a currency's symbol stands behind its amount, after a space.
        has_symbol_space: a space also stands between a sign such as € and the amount behind it.
        has_percent_space: a space stands before the sign of percent.
    """

    name: str
    locale: str
    numbers: str
    date: str
    is_symbol_behind: bool
    has_symbol_space: bool
    has_percent_space: bool


LANGUAGES: Mapping[str, Language] = {
    WRITTEN: Language(
        name="English",
        locale="en_GB",
        numbers="en_GB",
        date="ddd d MMM yyyy",
        is_symbol_behind=False,
        has_symbol_space=False,
        has_percent_space=False,
    ),
    "de": Language(
        name="Deutsch",
        locale="de_DE",
        numbers="de_DE",
        date="ddd, d. MMM yyyy",
        is_symbol_behind=True,
        has_symbol_space=True,
        has_percent_space=True,
    ),
    "fr": Language(
        name="Français",
        locale="fr_CH",
        numbers="de_CH",
        date="ddd d MMM yyyy",
        is_symbol_behind=False,
        has_symbol_space=True,
        has_percent_space=True,
    ),
    "it": Language(
        name="Italiano",
        locale="it_CH",
        numbers="de_CH",
        date="ddd d MMM yyyy",
        is_symbol_behind=False,
        has_symbol_space=True,
        has_percent_space=False,
    ),
}
