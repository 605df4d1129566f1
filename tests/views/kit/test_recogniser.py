"""What is a scan and what is typing, by the time between strokes alone."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.views.kit.recogniser import FAST, SLOW, Kind, Recogniser, Stroke, Verdict

TEXTS = st.text("ABCxyz0123456789-*]", min_size=6, max_size=40)


class Keyboard:
    """Strokes at moments; what comes of them is noted down."""

    def __init__(self, *, has_stamps: bool = True) -> None:
        self.recogniser = Recogniser()
        self.scans: list[str] = []
        self.typed = ""
        self.now = 10_000.0
        self._has_stamps = has_stamps
        self._held = ""

    def does(self, kind: Kind, text: str = "", after: float = 0.0, key: int = 0) -> None:
        self.now += after
        stamp = self.now if self._has_stamps else 0.0
        self.sees(Stroke(kind, key or ord(text or "\0"), text, self.now, stamp))

    def sees(self, stroke: Stroke) -> None:
        if self.recogniser.is_open and not self.recogniser.belongs(stroke):
            self._end(self.recogniser.pause())
        if self.recogniser.belongs(stroke):
            self._held += stroke.text
            self._end(self.recogniser.take(stroke))
        elif not self.recogniser.is_rest(stroke):
            self.typed += stroke.text

    def pauses(self) -> None:
        if self.recogniser.is_open:
            self._end(self.recogniser.pause())
        self.now += 1_000

    def keys(self, text: str, gaps: Iterable[float]) -> None:
        for character, gap in zip(text, gaps, strict=True):
            kind = Kind.SUFFIX if character in "\r\n\t" else Kind.CHARACTER
            self.does(kind, character, gap)

    def scans_as_a_wedge(self, text: str, report: float, suffix: str = "\r") -> None:
        """Each report changes one key: Shift down, letter down, letter up, Shift up."""
        self.now += 500
        for character in text + suffix:
            has_shift = character.isupper()
            if has_shift:
                self.does(Kind.MODIFIER, after=report, key=1)
            kind = Kind.SUFFIX if character in "\r\n\t" else Kind.CHARACTER
            self.does(kind, character, report)
            self.does(Kind.RELEASE, after=report, key=ord(character))
            if has_shift:
                self.does(Kind.MODIFIER, after=report, key=1)

    def _end(self, verdict: Verdict) -> None:
        if verdict is Verdict.OPEN:
            return
        if verdict is Verdict.SCAN:
            self.scans.append(self.recogniser.text)
        else:
            self.typed += self._held
        self._held = ""
        self.recogniser.begin_anew()


@given(st.text("ABz19-", min_size=2, max_size=30), st.sampled_from("\r\t"), st.data())
def test_gaps_of_a_wire_closed_by_a_suffix_are_a_scan_from_two_characters(
    text: str, suffix: str, data: st.DataObject
) -> None:
    keyboard = Keyboard(has_stamps=data.draw(st.booleans()))
    gaps = data.draw(st.lists(st.floats(0.1, FAST - 0.1), min_size=len(text), max_size=len(text)))
    keyboard.keys(text + suffix, [200.0, *gaps])
    assert (keyboard.scans, keyboard.typed) == ([text], "")


@given(TEXTS, st.floats(1, 12), st.sampled_from(["\r", "\t", "\r\n", ""]))
def test_a_wedge_is_recognised_with_the_shift_key_whatever_it_sends(
    text: str, report: float, suffix: str
) -> None:
    keyboard = Keyboard()
    keyboard.scans_as_a_wedge(text, report, suffix)
    keyboard.pauses()
    assert keyboard.scans == [text]
    assert keyboard.typed == ""


@given(TEXTS, st.floats(30, 55), st.integers(0, 2**32))
def test_an_even_wireless_scanner_is_recognised(text: str, middle: float, seed: int) -> None:
    rng = random.Random(seed)
    keyboard = Keyboard()
    keyboard.keys(text + "\r", [200, *(middle + rng.uniform(-4, 4) for _ in text)])
    assert (keyboard.scans, keyboard.typed) == ([text], "")


def test_a_wireless_scanner_with_a_report_for_each_key_is_recognised() -> None:
    """Its capital letters take twice as long as its digits."""
    keyboard = Keyboard()
    keyboard.scans_as_a_wedge("AB12CD34", 15)
    assert (keyboard.scans, keyboard.typed) == (["AB12CD34"], "")


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("12345\r", [0, 40, 40, 40, 40, 40]),  # five characters
        ("1234567\r", [0, 28, 59, 30, 58, 27, 59, 30]),  # uneven
        ("123456", [0, 40, 40, 40, 40, 40]),  # nothing closes it
        ("1234567\r", [0, 40, 40, 40, 40, 40, 40, 90]),  # Enter comes later
        ("1\r", [0, 20]),  # one character
        ("12\r", [0, 26, 10]),
        ("12\r", [0, 10, 26]),
        ("12345", [0, 10, 10, 10, 10]),
        ("\r", [0]),
    ],
)
def test_what_is_in_doubt_is_typing(text: str, gaps: Sequence[float]) -> None:
    keyboard = Keyboard()
    keyboard.keys(text, gaps)
    keyboard.pauses()
    assert (keyboard.scans, keyboard.typed) == ([], text)


def test_a_burst_without_a_suffix_is_a_scan_only_where_the_keys_have_stamps() -> None:
    for has_stamps in (True, False):
        keyboard = Keyboard(has_stamps=has_stamps)
        keyboard.keys("4012345", [0, 5, 5, 5, 5, 5, 5])
        keyboard.pauses()
        expected = (["4012345"], "") if has_stamps else ([], "4012345")
        assert (keyboard.scans, keyboard.typed) == expected


def test_one_digit_and_enter_are_a_scan_where_no_hand_lets_keys_go_like_that() -> None:
    keyboard = Keyboard()
    keyboard.scans_as_a_wedge("7", 4)
    assert keyboard.scans == ["7"]
    keyboard = Keyboard()
    keyboard.does(Kind.CHARACTER, "7")
    keyboard.does(Kind.SUFFIX, "\r", after=20)
    keyboard.does(Kind.RELEASE, key=ord("7"), after=60)
    assert (keyboard.scans, keyboard.typed) == ([], "7\r")


def test_a_hiccup_in_a_scan_that_is_sure_does_not_cut_it() -> None:
    keyboard = Keyboard()
    keyboard.keys("ABCDEFGH\r", [0, 5, 5, 5, 5, 5, 5, 55, 50])
    assert (keyboard.scans, keyboard.typed) == (["ABCDEFGH"], "")


def test_a_line_feed_after_a_scan_is_its_end_and_a_key_later_is_not() -> None:
    keyboard = Keyboard()
    keyboard.keys("41\r\n\r", [0, 5, 5, 5, 20])
    assert (keyboard.scans, keyboard.typed) == (["41"], "")
    keyboard.keys("\r", [SLOW + 30])
    assert keyboard.typed == "\r"


def test_lines_of_one_code_leave_nothing_behind() -> None:
    keyboard = Keyboard()
    keyboard.keys("BEGIN\rN\r\rEND\r", [0, *([4] * 12)])
    assert keyboard.typed == ""


def test_scans_one_right_after_the_other_are_two() -> None:
    keyboard = Keyboard()
    keyboard.keys("41\r4012345\r", [0, *([4] * 10)])
    assert keyboard.scans == ["41", "4012345"]


def test_a_key_that_repeats_itself_is_no_scan() -> None:
    keyboard = Keyboard()
    keyboard.keys("1", [0])
    for _ in range(30):
        keyboard.does(Kind.OTHER, "1", 20)
    keyboard.does(Kind.SUFFIX, "\r", 20)
    assert (keyboard.scans, keyboard.typed) == ([], "1" * 31 + "\r")


@given(st.integers(0, 2**32), st.text("abcABC 0123\r\t", min_size=1, max_size=60), st.booleans())
def test_a_hand_is_never_a_scanner_and_loses_nothing(
    seed: int, text: str, is_stalled: bool
) -> None:
    """Also where the window stood still, and all keys of that time arrive at once: each has its
    own stamp."""
    rng = random.Random(seed)
    keyboard = Keyboard()
    moment, arrives = 10_000.0, 10_000.0
    for character in text:
        moment += min(400, max(45, rng.lognormvariate(4.75, 0.4)))
        arrives = max(arrives, moment)
        if is_stalled and rng.random() < 0.1:
            arrives += 500
        kind = Kind.SUFFIX if character in "\r\t" else Kind.CHARACTER
        keyboard.sees(Stroke(kind, ord(character), character, arrives, moment))
    keyboard.pauses()
    assert (keyboard.scans, keyboard.typed) == ([], text)
