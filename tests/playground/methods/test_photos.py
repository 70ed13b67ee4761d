import json
from typing import Any

import httpx
import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
)

from bot.client import connect
from playground import LoopbackTelegram, Person
from tests.playground.kit import PLAIN_HTTP, Client, png, refusal, request

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="y")]])
POSTER = png(1080, 1350)


@pytest.mark.parametrize("ours", [False, True])
@pytest.mark.parametrize("attach", [False, True])
async def test_a_photo(bot: Client, tg: LoopbackTelegram, alice: Person, *, ours: bool, attach: bool) -> None:
    async with connect(tg.token, root=tg.url) as other:
        file = InputFile(POSTER, filename="plakat ø.png", attach=attach)
        sent = await (other if ours else bot).send_photo(
            alice.id, file, caption="<b>Kulturdag</b>", parse_mode="HTML", reply_markup=YES
        )
    post = alice.chat.last_message
    assert (post.photo, post.document) == (POSTER, None)
    assert (post.html, post.rows) == ("<b>Kulturdag</b>", [["Ja"]])
    assert (sent.photo[-1].width, sent.photo[-1].height) == (1080, 1350)
    data = await (await bot.get_file(sent.photo[-1].file_id)).download_as_bytearray()
    assert bytes(data) == POSTER


async def test_a_photo_that_is_attached_by_hand(tg: LoopbackTelegram, alice: Person) -> None:
    async with httpx.AsyncClient(**PLAIN_HTTP) as client:
        answer = await client.post(
            f"{tg.base_url}{tg.token}/sendPhoto",
            data={"chat_id": str(alice.id), "photo": "attach://poster"},
            files={"poster": ("p.png", POSTER, "image/png")},
        )
    assert answer.json()["ok"]
    assert alice.chat.last_message.photo == POSTER


async def test_photos_that_are_refused(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    assert await refusal(bot.send_photo(alice.id, b"no picture")) == "BadRequest: Image_process_failed"
    narrow = png(2100, 100)
    assert await refusal(bot.send_photo(alice.id, narrow)) == "BadRequest: Photo_invalid_dimensions"
    assert "too big for a photo" in await refusal(bot.send_photo(alice.id, POSTER + bytes(10 << 20)))
    assert "caption is too long" in await refusal(bot.send_photo(alice.id, POSTER, caption="x" * 1025))
    unclosed = bot.send_photo(alice.id, POSTER, caption="<b>", parse_mode="HTML")
    assert "an't parse entities" in await refusal(unclosed)
    _, answer = await request(tg, "sendPhoto", chat_id=alice.id)
    assert answer["description"] == "Bad Request: there is no photo in the request"
    assert alice.chat.spoken == []


async def test_a_known_photo_is_sent_again_but_not_as_a_document(bot: Client, alice: Person) -> None:
    sent = await bot.send_photo(alice.id, POSTER)
    await bot.send_photo(alice.id, sent.photo[-1].file_id)
    assert alice.chat.last_message.photo == POSTER
    said = await refusal(bot.send_document(alice.id, sent.photo[-1].file_id))
    assert "can't use file of type photo as document" in said.lower()


async def test_the_caption_of_a_photo_changes(bot: Client, alice: Person) -> None:
    sent = await bot.send_photo(alice.id, POSTER, caption="1", reply_markup=YES)
    await sent.edit_caption("<i>2</i>", parse_mode="HTML", reply_markup=YES)
    post = alice.chat.last_message
    assert (post.html, post.history, post.rows, post.photo) == ("<i>2</i>", ["1"], [["Ja"]], POSTER)
    again = sent.edit_caption("<i>2</i>", parse_mode="HTML", reply_markup=YES)
    assert (await refusal(again)).startswith("BadRequest: Message is not modified")


async def test_another_photo_in_the_same_message(bot: Client, alice: Person) -> None:
    sent = await bot.send_photo(alice.id, POSTER, caption="1")
    other = png(500, 400)
    await sent.edit_media(InputMediaPhoto(other, caption="<b>2</b>", parse_mode="HTML"), reply_markup=YES)
    post = alice.chat.last_message
    assert (post.photo, post.html, post.rows) == (other, "<b>2</b>", [["Ja"]])
    await sent.edit_media(InputMediaDocument(b"a;b", filename="liste.csv"))
    assert (post.photo, post.document, post.file_name, post.text) == (None, b"a;b", "liste.csv", "")
    text = await bot.send_message(alice.id, "Plakat følger")
    await text.edit_media(InputMediaPhoto(sent.photo[-1].file_id))
    assert (alice.chat.last_message.photo, alice.chat.last_message.text) == (POSTER, "")


async def test_media_that_are_refused(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    sent = await bot.send_photo(alice.id, POSTER)
    assert "mage_process_failed" in await refusal(sent.edit_media(InputMediaPhoto(b"no picture")))
    where: dict[str, Any] = {"chat_id": alice.id, "message_id": sent.message_id}
    for media, reason in (
        ("{", "can't parse input media JSON object"),
        (json.dumps({"type": "video", "media": "x"}), 'can\'t parse InputMedia: type "video" is unsupported'),
    ):
        _, answer = await request(tg, "editMessageMedia", media=media, **where)
        assert reason in answer["description"]
    attached = {"type": "photo", "media": "attach://x"}
    _, answer = await request(tg, "editMessageMedia", media=attached, inline_message_id="x")
    assert "wrong file identifier" in answer["description"]
