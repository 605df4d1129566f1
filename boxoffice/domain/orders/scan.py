"""What a scanner may have meant: the text as it was read, and the forms that it can have lost.

Scanners add prefixes, keyboards change letters: with CapsLock all are small, and a scanner that is
set up for another country's keyboard writes other signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boxoffice.domain.orders.barcode import is_barcode
from boxoffice.domain.orders.order_code import read_order_code

_MOST = 4_500  # characters
# The same keys on an English and on a German keyboard, without and with Shift.
_ENGLISH = "yzYZ-_=+[{]};:'\"\\|/?<>@#^&*()`~"
_GERMAN = "zyZYß?´`üÜ+*öÖäÄ#'-_;:\"§&/(=)^°"
_AS_ENGLISH = str.maketrans(_GERMAN, _ENGLISH)
_AS_GERMAN = str.maketrans(_ENGLISH, _GERMAN)
_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9A-Za-z]")  # what was read, in AIM's three characters
_SIGNS = re.compile(r"^[^0-9A-Za-z]+|[^0-9A-Za-z]+$")


def plain_scan(text: str) -> str:
    """What was read, without control characters and the space around it."""
    return "".join(c for c in text[:_MOST] if c.isprintable()).strip()


def meant_by(text: str) -> str:
    """The form that is one of ours by its check character; where none is, what was read."""
    return forms_of(text)[0]


def forms_of(text: str) -> tuple[str, ...]:
    """What a scan can mean, the likeliest first; never empty. First comes what is ours by its check
    character, then what was read, then what it may have been."""
    read = plain_scan(text)
    forms = list(dict.fromkeys(_forms(read)))
    ours = [form.upper() for form in forms if is_ours(form)]
    return tuple(dict.fromkeys([*ours, *forms]))


def is_ours(text: str) -> bool:
    """Whether the check character of a ticket's number or an order's code is right."""
    return is_barcode(text.upper()) or read_order_code(text) is not None


def _forms(read: str) -> Iterator[str]:
    for layout in (_as_read, _as_english, _as_german):
        written = layout(read)
        yield written
        for prefixless in (_without_symbology(written), _without_signs(written)):
            if prefixless:
                yield prefixless


def _as_read(text: str) -> str:
    return text


def _as_english(text: str) -> str:
    """Read by a scanner for English keyboards on a German one."""
    return text.translate(_AS_ENGLISH)


def _as_german(text: str) -> str:
    """Read by a scanner for German keyboards on an English one."""
    return text.translate(_AS_GERMAN)


def _without_symbology(text: str) -> str:
    return _SYMBOLOGY.sub("", text, count=1) if _SYMBOLOGY.match(text) else text


def _without_signs(text: str) -> str:
    """Without what stands around the code, as the stars of Code 39 do."""
    return _SIGNS.sub("", _without_symbology(text))
