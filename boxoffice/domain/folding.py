"""Names as they are compared when something is sought: without case and accents."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a plain one and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def folded(text: str) -> str:
    """The text without case and accents, so that 'ozturk' finds 'Öztürk', and 'lodz' 'Łódź'."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)
