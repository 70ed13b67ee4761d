from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from playground.checks.images import MAX_PHOTO, check_photo, measure
from playground.errors import ApiError
from tests.playground.kit import png

SIZES = st.integers(1, 300)


@given(SIZES, SIZES, st.sampled_from(["PNG", "JPEG"]), st.sampled_from([{}, {"progressive": True}]))
def test_pictures_are_measured(width: int, height: int, kind: str, way: dict[str, bool]) -> None:
    file = BytesIO()
    Image.new("RGB", (width, height)).save(file, kind, exif=Image.Exif(), **way)
    assert measure(file.getvalue()) == (width, height)


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b""]), st.binary(max_size=100))
def test_whatever_comes_is_measured_or_not(start: bytes, rest: bytes) -> None:
    measured = measure(start + rest)
    assert measured is None or len(measured) == 2


@given(st.integers(0, 12_000), st.integers(0, 12_000))
def test_how_large_and_how_narrow_a_photo_may_be(width: int, height: int) -> None:
    if width + height <= 10_000 and max(width, height) <= 20 * min(width, height) and width and height:
        assert check_photo(png(width, height)) == (width, height)
    else:
        with pytest.raises(ApiError, match="PHOTO_INVALID_DIMENSIONS"):
            check_photo(png(width, height))


def test_what_is_no_photo() -> None:
    with pytest.raises(ApiError, match="IMAGE_PROCESS_FAILED"):
        check_photo(b"GIF89a....")
    with pytest.raises(ApiError, match="file of size 10485761 bytes is too big for a photo"):
        check_photo(png(9, 9).ljust(MAX_PHOTO + 1))
    assert check_photo(png(9, 9).ljust(MAX_PHOTO)) == (9, 9)
