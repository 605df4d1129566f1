"""The numbers of tickets: nobody guesses one, and a misread one is noticed without asking anybody.

A number is 16 random letters and digits (80 bits; without I, L, O and U, which are misread) and a
check letter by ISO/IEC 7064, MOD 37-2, which notices every single wrong letter and every two that
changed places with each other as neighbours. (Of the standard's MOD 37,36 only the first is true.)
Numbers whose check letter would be none of these 32 are not given out, nor are numbers that become
another right one where a scanner and the keyboard disagree about Y and Z.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"  # the standard's own
_LENGTH = 16
_MODULUS = 37
_VALUES = {letter: value for value, letter in enumerate(_CHECKED)}
_OTHER_LAYOUT = str.maketrans("YZ", "ZY")  # an English and a German keyboard


def new_barcode(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """A number that has practically never been given out: 17 letters and digits."""
    while True:
        number = "".join(ALPHABET[byte & 31] for byte in random_bytes(_LENGTH))
        barcode = number + _check_letter(number)
        if is_barcode(barcode) and not _is_another_elsewhere(barcode):
            return barcode


def is_barcode(text: str) -> bool:
    """Whether the text can be a ticket's number, as it was read; says nothing of the ticket."""
    is_written_so = len(text) == _LENGTH + 1 and all(letter in ALPHABET for letter in text)
    return is_written_so and _check_letter(text[:-1]) == text[-1]


def _is_another_elsewhere(barcode: str) -> bool:
    """Whether a keyboard of the other layout makes another right number of it."""
    elsewhere = barcode.translate(_OTHER_LAYOUT)
    return elsewhere != barcode and is_barcode(elsewhere)


def _check_letter(number: str) -> str:
    """Makes the sum of all letters, each twice as heavy as the next, 1 more than a multiple."""
    rest = 0
    for letter in number:
        rest = (rest + _VALUES[letter]) * 2 % _MODULUS
    return _CHECKED[(1 - rest) % _MODULUS]
