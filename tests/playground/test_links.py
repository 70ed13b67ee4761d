import pytest

from playground.links import start_payload
from playground.wire import User

BOT = User(id=1, is_bot=True, first_name="S", username="samspil_bot")


@pytest.mark.parametrize(
    ("url", "payload"),
    [
        ("https://t.me/samspil_bot?start=o_42-x", "o_42-x"),
        ("t.me/Samspil_Bot?start=1", "1"),
        ("https://telegram.me/samspil_bot?start=1", "1"),
        ("https://t.me/samspil_bot", ""),
        ("https://t.me/samspil_bot?start=" + "x" * 65, None),
        ("https://t.me/samspil_bot?start=å", None),
        ("https://t.me/samspil_bot?startgroup=x", None),
        ("https://t.me/another_bot?start=1", None),
        ("https://hj.dk/samspil_bot?start=1", None),
        ("tg://resolve?domain=samspil_bot&start=1", None),
    ],
)
def test_links_to_the_bot(url: str, payload: str | None) -> None:
    assert start_payload(url, BOT) == payload
