"""The guide for clerks: a text a language in `resources/help`, a picture a topic beside it.

A topic begins with `# name: Title`; blank lines part its paragraphs. `{F9}` stands for the key of
the action that is delivered with F9. The pictures are made by `python -m tests.shots.guide`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from boxoffice.domain.language import WRITTEN
from boxoffice.resources import resource
from boxoffice.views.kit.keymap import shown_key

_TOPIC = re.compile(r"^# (\w+): (.*)$", re.MULTILINE)
_KEY = re.compile(r"\{([\w+,]+)\}")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clerk may want to know.

    Attributes:
        name: the same in every language.
        paragraphs: plain text, with the keys that are in force.
        picture: a file; None where there is none.
    """

    name: str
    title: str
    paragraphs: tuple[str, ...]
    picture: Path | None

    def is_about(self, words: tuple[str, ...]) -> bool:
        """Whether it has all of these words, or their beginnings."""
        text = " ".join((self.title, *self.paragraphs)).casefold()
        return all(word in text for word in words)


def guide(language: str) -> tuple[Topic, ...]:
    """All topics in their order; in English where nobody has translated them."""
    folder = resource("help")
    file = folder / f"{language}.txt"
    if not file.exists():
        language, file = WRITTEN, folder / f"{WRITTEN}.txt"
    _, *parts = _TOPIC.split(file.read_text(encoding="utf-8"))
    found = []
    for name, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        picture = folder / language / f"{name}.png"
        paragraphs = tuple(
            _KEY.sub(lambda key: shown_key(key[1]) or "–", " ".join(each.split()))
            for each in text.strip().split("\n\n")
        )
        found.append(Topic(name, title, paragraphs, picture if picture.exists() else None))
    return tuple(found)
