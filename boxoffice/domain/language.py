"""The languages of the program: their codes, and how each writes numbers and dates.

To add one, add it here, run `packaging/translate.py`, and translate the file that it makes.
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
        locale: language and country, such as 'en_GB': points, groups, names of days and months.
        date: a day with its name, as a pattern of Qt.
        is_symbol_behind: a currency's symbol stands behind its amount, after a space.
        has_percent_space: a space stands before the sign of percent.
    """

    name: str
    locale: str
    date: str
    is_symbol_behind: bool
    has_percent_space: bool


LANGUAGES: Mapping[str, Language] = {
    WRITTEN: Language(
        name="English",
        locale="en_GB",
        date="ddd d MMM yyyy",
        is_symbol_behind=False,
        has_percent_space=False,
    ),
    "de": Language(
        name="Deutsch",
        locale="de_DE",
        date="ddd, d. MMM yyyy",
        is_symbol_behind=True,
        has_percent_space=True,
    ),
}
