"""A language that nobody speaks: read from the right, each text in brackets and longer by a third.

What is cut under it will be cut in some language; what has no brackets is not translated.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

PSEUDO = "pseudo"
_LONGER = 0.3


class PseudoTranslator(QTranslator):
    """Translates every text by itself."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """A text of the program; those of Qt stay as they are, such as the names of keys."""
        del disambiguation
        if context.startswith("Q"):
            return None
        return longer(source, n)


def longer(source: str, count: int = -1) -> str:
    """The text as the language writes it; what is filled in stays."""
    text = source.replace("%Ln", str(count)).replace("%n", str(count)) if count >= 0 else source
    return f"[{text}{'~' * max(1, round(len(source) * _LONGER))}]"
