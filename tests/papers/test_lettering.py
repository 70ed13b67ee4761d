"""Letters: which are drawn, and how."""

import pytest
from PIL import Image, ImageDraw, ImageFont, features
from PIL.ImageChops import difference

from papers import lettering
from papers.direction import reads_right_to_left
from papers.lettering import Lettering, legible

needs_fribidi = pytest.mark.skipif(
    not features.check("raqm"), reason="compares with FriBiDi, which is not here"
)
MIXED = ["يوم الثقافة (Kulturdag 18/9) 2027", "Kulturdag – (שלום) 50%", "مُحَمَّد، 10-16", "فارسی کتاب‌ها [a]"]


def drawn(text: str, *, shapes: bool = True) -> Image.Image:
    picture = Image.new("L", (1200, 90), 255)
    canvas = ImageDraw.Draw(picture)
    letters = Lettering(40, shapes=shapes)
    letters.draw(canvas, (20, 60), text, 0, right_to_left=reads_right_to_left(text))
    return picture


def changed(one: Image.Image, other: Image.Image) -> float:
    """The share of the ink that stands elsewhere."""
    dark = sum(value < 128 for value in one.tobytes())
    return sum(value > 128 for value in difference(one, other).tobytes()) / dark


@needs_fribidi
@pytest.mark.parametrize("text", MIXED)
def test_a_line_looks_as_fribidi_and_harfbuzz_lay_it_out(text: str) -> None:
    expected = Image.new("L", (1200, 90), 255)
    font = ImageFont.truetype(lettering._FONTS / "DejaVuSans.ttf", 40)
    direction = "rtl" if reads_right_to_left(text) else "ltr"
    ImageDraw.Draw(expected).text((20, 60), text, 0, font, anchor="ls", direction=direction)
    assert changed(expected, drawn(text)) < 0.02


@needs_fribidi
@pytest.mark.parametrize("text", ["مجلس الاندماج", "فارسی کتاب‌ها گچپژ", "لا شكرا"])
def test_arabic_is_joined_also_without_fribidi(text: str) -> None:
    assert changed(drawn(text), drawn(text, shapes=False)) < 0.3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Æbleskiver på Åen – „Ørsted“ …", "Æbleskiver på Åen – „Ørsted“ …"),
        ("🎉 Fest 🇩🇰", "Fest"),
        ("ok 😀", "ok 😀"),
        ("e\u0301", "é"),
        ("a\u202eb\u2066c\u00add\ufe0f", "abcd"),
        ("  to\n linjer\t", "to linjer"),
        ("Z" + "\u0301\u0302" * 50, "Ź\u0302\u0301\u0302"),
        ("کتاب‌ها", "کتاب‌ها"),
        ("文\x00\ud800\ue000\u0378", ""),
    ],
)
def test_what_no_font_can_write_is_left_out(text: str, expected: str) -> None:
    assert legible(text) == expected


@pytest.mark.parametrize(
    "text", ["Çağrı Łódź", "Ласкаво просимо", "ኣስመራ", "ตลาด", "வணக்கம்", "ښوونځی", "ڕێکخراو"]
)
def test_the_languages_of_the_town_can_be_written(text: str) -> None:
    assert legible(text) == text
    for bold in (False, True):
        assert Lettering(40, bold).width(text) > 40


def test_the_letters_of_other_fonts_are_bold_too() -> None:
    inks = []
    for bold in (False, True):
        picture = Image.new("L", (400, 90), 255)
        Lettering(40, bold).draw(ImageDraw.Draw(picture), (20, 60), "ኣስመራ", 0)
        inks.append(sum(255 - value for value in picture.tobytes()))
    assert inks[1] > 1.2 * inks[0]
