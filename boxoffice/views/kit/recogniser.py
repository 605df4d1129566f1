"""Tells what a scanner sends from what people type: by the time between keys, never by content.

A scanner is a keyboard that no hand can keep up with. What is said here is said of strokes: keys
that go down or up, each with the moment when that happened. Whatever is in doubt is typing.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

FAST = 25.0  # milliseconds from one stroke of a scanner by wire to the next, at most
SLOW = 60.0  # the same of a wireless one
_FROM_FAST, _FROM_SLOW = 2, 6  # characters
_UNEVEN = 9.0  # milliseconds that the gaps of a wireless one are off their middle, on average
_CLEARLY_UNEVEN, _CLEAR_AT = 16.0, (8, 16)  # where so many characters are no machine's
_LONGEST = 4_500  # characters: more than any code has


class Kind(Enum):
    """What a stroke can be."""

    CHARACTER = "character"
    SUFFIX = "suffix"  # Enter, Tab, and the characters that stand for them
    MODIFIER = "modifier"  # Shift, AltGr, CapsLock and the like, down or up
    CONTROL = "control"  # what only a burst may hold: function keys, Ctrl with a letter
    RELEASE = "release"  # of any key that is no modifier
    OTHER = "other"  # what no scanner sends: arrows, Escape, a key that repeats itself


class Verdict(Enum):
    """What a burst of strokes is."""

    OPEN = "open"  # it is not known yet
    SCAN = "scan"
    TYPING = "typing"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that went down or up.

    Attributes:
        key: tells keys apart: the same when it goes down and up.
        text: of a character.
        arrived: when it was seen, in milliseconds.
        stamp: when it happened, in milliseconds on the window system's clock; 0 where nobody says.
    """

    kind: Kind
    key: int = 0
    text: str = ""
    arrived: float = 0.0
    stamp: float = 0.0

    @property
    def counts(self) -> bool:
        """Whether the time to it is measured: a key that goes up late says nothing."""
        return self.kind is not Kind.RELEASE

    def since(self, before: Stroke) -> float:
        """Milliseconds from one before it; by what was seen only where a stamp is missing."""
        if self.stamp and before.stamp:
            return self.stamp - before.stamp
        return self.arrived - before.arrived


class Recogniser:
    """Takes strokes one by one and says what they are.

    A burst is what follows upon its first character without a pause. It is open until a suffix
    closes it, or a pause: then the verdict falls, and the next stroke begins anew.
    """

    def __init__(self) -> None:
        self._burst: list[Stroke] = []
        self._count = 0  # of its characters
        self._is_sure = False
        self._after: Stroke | None = None  # what closed the scan before

    @property
    def is_open(self) -> bool:
        """Whether a burst has begun and is not judged."""
        return bool(self._burst)

    @property
    def text(self) -> str:
        """The characters of the burst that is open, or was judged last."""
        return "".join(s.text for s in self._burst if s.kind is Kind.CHARACTER)

    def belongs(self, stroke: Stroke) -> bool:
        """Whether the stroke goes on with the open burst, or begins one where none is open."""
        if not self._burst:
            return stroke.kind is Kind.CHARACTER
        if stroke.kind is Kind.OTHER or len(self._burst) > 4 * _LONGEST:
            return False
        return not stroke.counts or 0 <= stroke.since(self._last()) <= SLOW

    def take(self, stroke: Stroke) -> Verdict:
        """Takes a stroke that belongs to the burst. With a verdict the burst is over."""
        self._burst.append(stroke)
        self._count += stroke.kind is Kind.CHARACTER
        if stroke.kind is Kind.CHARACTER:
            return self._so_far()
        if stroke.kind is not Kind.SUFFIX:
            return Verdict.OPEN
        if not self._is_scan():
            return Verdict.TYPING
        self._after = stroke
        return Verdict.SCAN

    def pause(self) -> Verdict:
        """What the open burst is, now that nothing goes on with it: a scan without a suffix only
        where the window system itself says that it was as fast as one."""
        if self._is_sure:
            self._after = self._last()
            return Verdict.SCAN
        return Verdict.TYPING

    def begin_anew(self) -> None:
        """Forgets the burst that was judged."""
        self._burst = []
        self._count = 0
        self._is_sure = False

    def is_rest(self, stroke: Stroke) -> bool:
        """Whether the stroke is the end of the scan before, as LF is after CR."""
        if stroke.kind is not Kind.SUFFIX or self._after is None or self._burst:
            return False
        if not 0 <= stroke.since(self._after) <= SLOW:
            return False
        self._after = stroke
        return True

    def _so_far(self) -> Verdict:
        if not self._is_sure and self._count >= _FROM_SLOW:
            self._is_sure = self._is_stamped() and max(self._gaps()) <= FAST
        is_clear = not self._is_sure and self._count in _CLEAR_AT
        return Verdict.TYPING if is_clear and not self._is_even(_CLEARLY_UNEVEN) else Verdict.OPEN

    def _is_scan(self) -> bool:
        """Whether what a suffix has closed is one."""
        if self._is_sure:
            return True
        if max(self._gaps()) > FAST:
            return self._count >= _FROM_SLOW and self._is_even(_UNEVEN)
        is_long = self._count >= _FROM_FAST
        return is_long or self._goes_on_from_scan() or self._is_tapped()

    def _goes_on_from_scan(self) -> bool:
        """Whether it follows upon the scan before as fast as that was: a code of several lines."""
        if self._after is None or not self._is_stamped():
            return False
        return 0 <= self._burst[0].since(self._after) <= FAST

    def _is_tapped(self) -> bool:
        """Whether each key was let go before the next went down: no hand lets go that fast."""
        down = {s.key for s in self._burst[:-1] if s.kind is Kind.CHARACTER}
        up = {s.key for s in self._burst[:-1] if s.kind is Kind.RELEASE}
        return self._is_stamped() and down <= up

    def _is_even(self, most: float) -> bool:
        """Whether the gaps are those of a machine: mostly as fast as by wire, or evenly spaced from
        character to character, or from report to report of a keyboard that sends each by itself."""
        gaps = self._gaps()
        if statistics.median(gaps) <= FAST:
            return True
        written = [s for s in self._burst if s.kind in (Kind.CHARACTER, Kind.SUFFIX)]
        return any(_spread(each) <= most for each in (_gaps(written), _gaps(self._burst)))

    def _gaps(self) -> list[float]:
        return _gaps(s for s in self._burst if s.counts) or [0.0]

    def _is_stamped(self) -> bool:
        return all(stroke.stamp for stroke in self._burst if stroke.counts)

    def _last(self) -> Stroke:
        return next(stroke for stroke in reversed(self._burst) if stroke.counts)


def _gaps(strokes: Iterable[Stroke]) -> list[float]:
    return [after.since(before) for before, after in pairwise(strokes)]


def _spread(gaps: Sequence[float]) -> float:
    """How far the gaps are from their middle, on average."""
    middle = statistics.median(gaps)
    return statistics.fmean(abs(gap - middle) for gap in gaps)
