"""The numbers of tickets: what is made is accepted, and what is misread is not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.orders.barcode import _check_letter, is_barcode, new_barcode

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALL_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
NUMBERS = st.text(LETTERS, min_size=16, max_size=16)
BARCODES = NUMBERS.map(lambda number: number + _check_letter(number)).filter(is_barcode)


@given(BARCODES)
def test_a_number_with_its_check_letter_is_one(barcode: str) -> None:
    assert is_barcode(barcode)
    assert [letter for letter in ALL_LETTERS if is_barcode(barcode[:-1] + letter)] == [barcode[-1]]


def test_what_is_made_is_accepted_and_never_the_same() -> None:
    made = {new_barcode() for _ in range(500)}
    assert len(made) == 500
    assert all(is_barcode(barcode) and len(barcode) == 17 for barcode in made)
    assert {letter for barcode in made for letter in barcode} == set(LETTERS)


def test_a_number_that_another_keyboard_makes_another_right_one_of_is_not_given_out() -> None:
    mistakable, other = "H335HV6NXHY2SYKYA", "H335HV6NXHZ2SZKZA"
    assert is_barcode(mistakable)
    assert is_barcode(other)
    drawn = (bytes(LETTERS.index(letter) for letter in text) for text in (other[:16], "0" * 16))
    assert new_barcode(lambda _: next(drawn)).startswith("0" * 16)


# Examples of ISBT 128, which numbers donated blood by the same standard.
@pytest.mark.parametrize(("number", "letter"), [("A999914123456", "N"), ("G123498654321", "H")])
def test_the_check_letter_is_that_of_the_standard(number: str, letter: str) -> None:
    assert _check_letter(number) == letter


@given(BARCODES)
def test_every_single_wrong_letter_is_noticed(barcode: str) -> None:
    for place, right in enumerate(barcode):
        for letter in ALL_LETTERS.replace(right, ""):
            assert not is_barcode(barcode[:place] + letter + barcode[place + 1 :])


@given(BARCODES)
def test_every_two_neighbours_that_changed_places_are_noticed(barcode: str) -> None:
    for place, (one, two) in enumerate(itertools.pairwise(barcode)):
        if one != two:
            assert not is_barcode(barcode[:place] + two + one + barcode[place + 2 :])


@given(st.text(max_size=20))
def test_other_texts_are_none(text: str) -> None:
    assert not is_barcode(text)


@given(BARCODES)
def test_what_a_scanner_adds_or_leaves_out_is_noticed(barcode: str) -> None:
    for wrong in (barcode[:-1], barcode + "0", " " + barcode, barcode + "\n", barcode * 2, ""):
        assert not is_barcode(wrong)
