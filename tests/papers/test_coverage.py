"""What a font file can write."""

import struct
from pathlib import Path

import pytest

from papers import lettering
from papers.coverage import covered

FONTS = sorted(lettering._FONTS.glob("*.ttf"))


def test_each_font_has_its_licence_beside_it() -> None:
    licences = "".join(path.read_text("utf-8") for path in lettering._FONTS.glob("LICENSE-*.txt"))
    assert FONTS
    assert [path.name for path in FONTS if path.name not in licences] == []


@pytest.mark.parametrize(
    ("name", "some", "none"),
    [
        ("DejaVuSans.ttf", "Aæøå–…عپЯא😀", "ቤத文🎉"),
        ("DejaVuSans-Bold.ttf", "Aæøå–…عپЯ", "ቤத文🎉"),
        ("NotoSansEthiopic-Regular.ttf", "ቤትኣ", "æع"),
        ("NotoSansThai-Regular.ttf", "ตลาด", "æع"),
        ("NotoSansTamil-Regular.ttf", "வணக்கம்", "æع"),
    ],
)
def test_coverage_is_that_of_the_font(name: str, some: str, none: str) -> None:
    codes = covered(lettering._FONTS / name)
    assert set(map(ord, some)) <= codes
    assert not set(map(ord, none)) & codes


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x00" + b"\x00" * 20)
    with pytest.raises(struct.error):
        covered(tmp_path / "no.ttf")
