"""The numbers of tickets: nobody guesses one, and a misread one is noticed without asking anybody.

A number is 16 random letters and digits (80 bits; without I, L, O and U, which are misread) and a
check letter by ISO/IEC 7064, MOD 37,36, which notices every single wrong letter and every two
neighbours that changed places.
"""

from __future__ import annotations

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # the standard's own
_LENGTH = 16
_MODULUS = 36


def new_barcode() -> str:
    """A number that was never given out, for all that can be told: 17 letters and digits."""
    number = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return number + _check_letter(number)


def is_barcode(text: str) -> bool:
    """Whether the text can be a ticket's number, as it was read; says nothing of the ticket."""
    number, check = text[:-1], text[-1:]
    is_written_so = len(number) == _LENGTH and all(letter in _ALPHABET for letter in number)
    return is_written_so and _check_letter(number) == check


def _check_letter(number: str) -> str:
    rest = _MODULUS
    for letter in number:
        rest = (rest + _CHECKED.index(letter)) % _MODULUS or _MODULUS
        rest = rest * 2 % (_MODULUS + 1)
    return _CHECKED[(_MODULUS + 1 - rest) % _MODULUS]
