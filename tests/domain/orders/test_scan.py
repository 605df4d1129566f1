"""What a scan can mean, whatever scanner and keyboard did to it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.barcode import new_barcode
from boxoffice.domain.orders.order_code import order_code
from boxoffice.domain.orders.scan import forms_of, meant_by

BARCODES = st.integers(0).map(lambda seed: new_barcode(Random(seed).randbytes))
CODES = BARCODES | st.integers(1, 10**9).map(OrderId).map(order_code)
# An English keyboard's signs, as the same keys write them on a German one.
GERMAN = str.maketrans("yzYZ]-*", "zyZY+ß(")


@given(CODES)
def test_our_own_is_found_through_prefix_case_layout_and_space(code: str) -> None:
    for read in (
        code,
        code.lower(),
        code.swapcase(),
        f" {code}\r\n",
        f"]Q0{code}",
        f"]C1\x1d{code}",
        f"]q0{code.lower()}",
        f"*{code}*",
        f"~{code}",
        code.translate(GERMAN),
        f"]C1{code}".translate(GERMAN),
        f"*{code}*".translate(GERMAN),
        code.translate(GERMAN).swapcase(),
        f"{code[:5]}\x1d{code[5:]}",
    ):
        assert meant_by(read) == code


def test_a_number_of_before_that_another_layout_makes_another_of_is_tried_both_ways() -> None:
    read, other = "H335HV6NXHY2SYKYA", "H335HV6NXHZ2SZKZA"
    assert forms_of(read)[:2] == (read, other)
    assert forms_of(other)[:2] == (other, read)


@given(st.text())
def test_what_was_read_is_always_among_the_forms(text: str) -> None:
    forms = forms_of(text)
    assert "".join(c for c in text if c.isprintable()).strip() in forms
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("text", ["0f3ac59e7b1d48a2", "4006381333931", "41", "Zy-81", "+41"])
def test_what_is_not_ours_stays_as_it_was_read(text: str) -> None:
    assert meant_by(text) == text
    assert forms_of(text)[0] == text


def test_a_foreign_scan_is_tried_in_the_other_layout_too() -> None:
    assert "abz-1" in forms_of("abyß1")
    assert "abyß1" in forms_of("abz-1")
    assert "41" in forms_of("]E041")


def test_nothing_is_nothing() -> None:
    assert forms_of("\x1d\r") == ("",)
