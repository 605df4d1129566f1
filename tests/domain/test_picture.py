"""What a picture says of itself before anything of it is decoded."""

from __future__ import annotations

import pytest

from boxoffice.domain.picture import PictureKind, Raster, bitmap_kind, bitmap_size
from tests.pictures import JPEG, PNG, SVG, claiming, jpeg_claiming


def test_kinds_are_told_by_content() -> None:
    kinds = [bitmap_kind(data) for data in (PNG, JPEG, SVG, b"", b"\x89PNG")]
    assert kinds == [PictureKind.PNG, PictureKind.JPEG, None, None, None]


@pytest.mark.parametrize("size", [(1, 1), (65_000, 65_000), (640, 480)])
def test_the_size_is_read_from_the_head(size: tuple[int, int]) -> None:
    assert bitmap_size(claiming(*size)) == size
    assert bitmap_size(jpeg_claiming(*size)) == size
    with_fill = jpeg_claiming(*size).replace(b"\xff\xc0", b"\xff\xff\xff\xc0")
    assert bitmap_size(with_fill) == size


def test_a_head_that_is_cut_or_mad_says_nothing() -> None:
    whole = jpeg_claiming(640, 480)
    assert {bitmap_size(whole[:length]) for length in range(len(whole))} <= {None, (640, 480)}
    assert {bitmap_size(PNG[:length]) for length in range(24)} == {None}
    for data in (JPEG, b"\xff\xd8" + b"\xff" * 100_000, b"\xff\xd8" + b"\xff\xd0" * 100_000):
        assert bitmap_size(data) is None


def test_pixels_fit_their_size() -> None:
    assert Raster(2, 1, bytes(8)).pixels == bytes(8)
    for width, height, length in ((2, 1, 7), (0, 1, 0), (1, -1, 4), (2, 2, 8)):
        with pytest.raises(ValueError, match="bytes are not"):
            Raster(width, height, bytes(length))
