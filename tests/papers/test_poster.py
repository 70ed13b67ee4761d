"""Posters, read with a QR reader of another make."""

import dataclasses

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from papers.poster import DPI, HEIGHT, WIDTH, Poster, draw_poster
from tests.papers.kit import NASTY, is_blank, nasty_texts, opened

LINK = "https://t.me/samspil_hjoerring_bot?start=o_" + "Ab9-_xYz" * 7
POSTER = Poster(
    title="Kulturdag – opstilling af borde",
    lines=("lørdag 18. september kl. 8–11", "", "VUC Hjørring"),
    link=LINK,
    how_to=("Scan, tryk Start, og sig ja.", "امسح الرمز، اضغط «ابدأ» وقل نعم."),
    council="Integrationsrådet i Hjørring",
    contact="Spørg Guli: +45 12 34 56 78",
)
BARE = Poster("", (), "https://t.me/b", (), "")


def codes(picture: Image.Image, scale: float = 1.0) -> list[zxingcpp.Barcode]:
    size = (round(picture.width * scale), round(picture.height * scale))
    return zxingcpp.read_barcodes(picture.convert("L").resize(size, Image.Resampling.BILINEAR))


def test_it_is_a5_at_print_resolution() -> None:
    picture = opened(draw_poster(POSTER))
    assert picture.size == (WIDTH, HEIGHT) == (1748, 2480)
    assert picture.info["dpi"] == pytest.approx((DPI, DPI), abs=0.01)  # PNG counts in whole pixels per metre


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.3])
@pytest.mark.parametrize("poster", [POSTER, BARE], ids=["full", "bare"])
def test_the_code_is_read_at_any_size(poster: Poster, scale: float) -> None:
    assert [code.text for code in codes(opened(draw_poster(poster)), scale)] == [poster.link]


def test_the_code_is_read_from_a_slanted_grey_photograph() -> None:
    photograph = opened(draw_poster(POSTER)).convert("L").point([90 + value // 3 for value in range(256)])
    slanted = photograph.resize((874, 1240)).rotate(9, Image.Resampling.BILINEAR, expand=True, fillcolor=160)
    assert [code.text for code in codes(slanted)] == [LINK]


def test_the_code_has_error_correction_and_a_quiet_zone() -> None:
    picture = opened(draw_poster(POSTER))
    (code,) = codes(picture)
    assert code.ec_level in {"M", "Q", "H"}
    left, top, right = code.position.top_left.x, code.position.top_left.y, code.position.bottom_right.x
    # A module is at least as wide as those of version 10, of 57 modules, would be.
    zone = 4 * (right - left) // 57
    assert is_blank(picture, (left - zone, top - zone, right + zone, top - 2))
    assert is_blank(picture, (left - zone, top - zone, left - 2, code.position.bottom_left.y + zone))


def test_dark_is_dark_and_light_is_white() -> None:
    shades = opened(draw_poster(POSTER)).convert("L").histogram()
    nearly_black, white, total = sum(shades[:50]), shades[255], sum(shades)
    assert nearly_black > 0.1 * total
    assert nearly_black + white > 0.95 * total


@settings(max_examples=25)
@given(nasty_texts, nasty_texts, st.lists(nasty_texts, max_size=4))
def test_nothing_breaks_a_poster(title: str, council: str, lines: list[str]) -> None:
    poster = Poster(title, tuple(lines), LINK, tuple(lines), council, contact=title)
    picture = opened(draw_poster(poster))
    assert [code.text for code in codes(picture, 0.5)] == [LINK]
    below_band = 200
    assert is_blank(picture, (0, below_band, 100, HEIGHT))
    assert is_blank(picture, (WIDTH - 100, below_band, WIDTH, HEIGHT))
    assert is_blank(picture, (0, HEIGHT - 20, WIDTH, HEIGHT))


@pytest.mark.parametrize("text", NASTY)
def test_everything_nasty_at_once_leaves_the_code_readable(text: str) -> None:
    poster = Poster(text, (text,) * 8, LINK, (text,) * 8, text, text)
    assert [code.text for code in codes(opened(draw_poster(poster)), 0.3)] == [LINK]


def test_a_title_is_written() -> None:
    assert draw_poster(POSTER) != draw_poster(dataclasses.replace(POSTER, title="Kulturdag"))
    assert draw_poster(POSTER) == draw_poster(dataclasses.replace(POSTER, title=f"{POSTER.title} 🇩🇰\u202e"))


@pytest.mark.parametrize(("link", "reason"), [("", "no link"), ("x" * 2400, "too large")])
def test_a_link_that_no_code_holds_is_refused(link: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        draw_poster(dataclasses.replace(POSTER, link=link))
