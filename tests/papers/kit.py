"""Texts that people really send, and a way to look at pictures."""

import io

from hypothesis import strategies as st
from PIL import Image

NASTY = [
    "",
    "😀" * 64,
    "👩🏽‍🚀🏳️‍🌈🇩🇰" * 20,
    "W" * 300,
    "يومالثقافة" * 30,
    "مُحَمَّد (Kulturdag 18/9) שלום",
    "<script>alert(1)</script>",
    "Z" + "\u0301" * 200 + "algo",
    "\u202egadrutluK\u2066\u200b\u00ad",
    "\x00\x1b[0m\ud800\ufffe\ue000",
    "文化日 ቤት ตลาด வணக்கம்",
    "a\nb\r\nc\td",
]
nasty_texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=300))


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture), formats=["PNG"])


def is_blank(picture: Image.Image, edges: tuple[int, int, int, int]) -> bool:
    """Whether nothing but white stands between these left, top, right and bottom edges."""
    return picture.convert("L").crop(edges).getextrema() == (255, 255)
