import pytest
from telegram import Update

from bot.client import connect
from playground import LoopbackTelegram, Person
from playground.methods import files
from tests.playground.kit import Client, refusal, request


async def test_a_document_goes_up_and_down_unchanged(bot: Client, alice: Person) -> None:
    data = bytes(range(256)) * 500 + b"\r\n--\r\n"
    sent = await bot.send_document(alice.id, data, filename="årsplan.pdf", caption="<b>x</b>")
    post = alice.chat.last_message
    assert (post.document, post.file_name, post.text) == (data, "årsplan.pdf", "<b>x</b>")
    assert sent.document is not None
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == data
    again = await bot.send_document(alice.id, sent.document.file_id)
    assert again.document == sent.document


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        (
            "tilmeldte – Kulturdag æøå.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("شرکت کنندگان.csv", "text/csv"),
        ("Møde; juni, 2027.ics", "text/calendar"),
        ("plakat 50 %.png", "image/png"),
    ],
)
@pytest.mark.parametrize("ours", [False, True])
async def test_names_arrive_as_they_were_sent(
    bot: Client, tg: LoopbackTelegram, alice: Person, name: str, mime: str, *, ours: bool
) -> None:
    async with connect(tg.token, root=tg.url) as other:
        sent = await (other if ours else bot).send_document(alice.id, b"abc\r\n", filename=name)
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == (name, mime)
    assert (alice.chat.last_message.document, alice.chat.last_message.file_name) == (b"abc\r\n", name)
    assert alice.chat.last_message.photo is None


async def test_a_file_from_a_person(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    await alice.sends_file("plan.docx", b"abc", "application/msword", caption="/import @samspil_bot")
    (update,) = await bot.get_updates()
    assert isinstance(update, Update)
    message = update.message
    assert message is not None
    assert message.document is not None
    assert message.document.file_name == "plan.docx"
    assert [entity.type for entity in message.caption_entities] == ["bot_command", "mention"]
    assert tg.transcript.lines[-1].file == "plan.docx"


async def test_what_is_too_big_cannot_be_fetched(bot: Client, alice: Person) -> None:
    post = await alice.sends_file("film.mp4", b"x" * (files.MAX_DOWNLOAD + 1))
    document = post.message.document
    assert document is not None
    assert await refusal(bot.get_file(document.file_id)) == "BadRequest: File is too big"
    assert "nvalid file_id" in await refusal(bot.get_file("nothing"))


async def test_files_that_are_refused(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    assert "must be non-empty" in await refusal(bot.send_document(alice.id, b"", filename="x"))
    assert "wrong file identifier" in (await refusal(bot.send_document(alice.id, "abc"))).lower()
    _, answer = await request(tg, "sendDocument", chat_id=alice.id)
    assert answer["description"] == "Bad Request: there is no document in the request"
