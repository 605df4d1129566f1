"""What a scanner and a hand do to a keyboard, as words for xdotool.

A scanner sends the keys of the keyboard that it was set up for, whatever the desktop makes of them:
so keys are told by their numbers, which are those of an English keyboard on a PC.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ROWS = {
    10: "1234567890-=",
    24: "qwertyuiop[]",
    38: "asdfghjkl;'",
    51: "\\",
    52: "zxcvbnm,./",
    49: "`",
    65: " ",
    36: "\r",
    23: "\t",
}
_WITH_SHIFT = dict(zip('!@#$%^&*()_+{}:"|<>?~', "1234567890-=[];'\\,./`", strict=True))
_KEYS = {
    character: first + index
    for first, characters in _ROWS.items()
    for index, character in enumerate(characters)
}
_SHIFT, _CONTROL, _CAPS_LOCK = 50, 37, 66
_LINE_FEED, _GROUP = "j", "]"  # with Ctrl

Step = tuple[
    int, bool, float
]  # a key, whether it goes down, and milliseconds since the step before


@dataclass(frozen=True, slots=True)
class Wedge:
    """A scanner that is a keyboard.

    Attributes:
        report: milliseconds from one of its reports to the next: each has one change of a key.
        character: milliseconds from a character to the next, where it keeps to that instead.
        suffix: CR, LF or Tab, or several of them.
        has_caps_lock: whether somebody has left CapsLock on.
    """

    report: float = 1.0
    character: float = 0.0
    suffix: str = "\r"
    has_caps_lock: bool = False

    def steps(self, text: str) -> Iterator[Step]:
        """What its keys do, one after the other; begins after a pause."""
        yield from _tapped(_CAPS_LOCK, 150) if self.has_caps_lock else ()
        pause = 150.0
        for character in text + self.suffix:
            pressed = list(_pressed(character))
            yield from (
                (key, down, pause if n == 0 else self.report)
                for n, (key, down) in enumerate(pressed)
            )
            pause = max(self.report, self.character - self.report * (len(pressed) - 1))
        yield from _tapped(_CAPS_LOCK, 150) if self.has_caps_lock else ()

    @property
    def slowest(self) -> float:
        """Milliseconds that its strokes may be apart and still are its own."""
        return self.character + 10.0 if self.character else 25.0


def written_by_hand(text: str, rng: random.Random) -> Iterator[Step]:
    """A text as a hand writes it: keys overlap, and no two are as far apart as the others."""
    moment, ends = 200.0, []
    for character in text:
        moment += min(600.0, max(45.0, rng.lognormvariate(4.75, 0.4)))  # 115 ms, more or less
        held = max(35.0, rng.gauss(85, 20))
        pressed = [key for key, down in _pressed(character) if down]
        for index, key in enumerate(pressed):  # Shift goes down well before, and up with the key
            lead = 55.0 * (len(pressed) - 1 - index)
            ends.append((moment + 55.0 * (len(pressed) - 1) - lead, key, True))
            ends.append((moment + 55.0 * (len(pressed) - 1) + held + index, key, False))
        moment += 55.0 * (len(pressed) - 1) + (held if len(pressed) > 1 else 0.0)
    yield from _in_turn(ends)


def script(steps: Iterable[Step]) -> str:
    """The steps as xdotool takes them on its standard input."""
    lines = []
    for key, down, pause in steps:
        if pause > 0:
            lines.append(f"sleep {pause / 1000:.4f}")
        lines.append(f"{'keydown' if down else 'keyup'} --delay 0 {key}")
    return "\n".join(lines) + "\n"


def _in_turn(moments: list[tuple[float, int, bool]]) -> Iterator[Step]:
    """Moments as steps; a key that is down is let go before it goes down again."""
    before, is_down = 0.0, set[int]()
    for moment, key, down in sorted(moments):
        if down and key in is_down:
            yield key, False, moment - before
            before = moment
        elif not down and key not in is_down:
            continue
        yield key, down, moment - before
        before = moment
        (is_down.add if down else is_down.discard)(key)


def _tapped(key: int, pause: float) -> Iterator[Step]:
    yield key, True, pause
    yield key, False, 20.0


def _pressed(character: str) -> Iterator[tuple[int, bool]]:
    """Keys that go down and up for a character."""
    held = 0
    if character == "\n":
        held, character = _CONTROL, _LINE_FEED
    elif character == "\x1d":
        held, character = _CONTROL, _GROUP
    elif character in _WITH_SHIFT or character.isupper():
        held, character = _SHIFT, _WITH_SHIFT.get(character, character.lower())
    key = _KEYS[character]
    if held:
        yield held, True
    yield key, True
    yield key, False
    if held:
        yield held, False
