"""Every no of the rules as a sentence for its reader: what, why, what instead. The one place for it."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from council import refusals as no
from council.permissions import Right
from council.ports import StoreDamaged, StoreError, StoreFull
from texts.escape import safe
from texts.tongue import N_, Tongue

Say = Callable[[Tongue, Any], Markup]

_RIGHTS = {
    Right.SEE_PLAN: N_("Only people on the council can see that here. Ask the secretary to add you."),
    Right.EDIT_PLAN: N_(
        "The secretary, the chairs and the coordinators change the plan. "
        "Tell one of them what you would change."
    ),
    Right.IMPORT_PLAN: N_(
        "The secretary and the chairs take over the plan. Send the document to one of them."
    ),
    Right.EDIT_ACTIVITIES: N_(
        "The secretary, the chairs and the coordinators change activities. "
        "Tell one of them what you would change."
    ),
    Right.RUN_OPENINGS: N_(
        "The secretary, the chairs and the coordinators look after places and those who sign up. "
        "Ask one of them."
    ),
    Right.SEE_CERTIFICATES: N_("Only the secretary notes that a certificate was seen. Ask the secretary."),
    Right.MANAGE_PEOPLE: N_("The list of people is for the secretary and the chair. Ask one of them."),
    Right.CHANGE_COUNCIL: N_("The secretary and the chair change the settings. Ask one of them."),
}

_UNREADABLE = {
    "empty": N_("<b>{name}</b> is empty. Nothing was changed. Please send the file again."),
    "too_large": N_(
        "<b>{name}</b> is too large: I can read files up to 20 MB. "
        "Send only the pages with the plan, or paste the text after /import."
    ),
    "encrypted": N_(
        "<b>{name}</b> is protected with a password, so I cannot read it. "
        "Save it without the password and send it again."
    ),
    "no_text": N_(
        "<b>{name}</b> holds pictures of pages, no text that I can read. "
        "Send the original document, or paste the text after /import."
    ),
    "bomb": N_(
        "<b>{name}</b> unpacks to far more than a document should, so I left it alone. "
        "Save it anew and send it again, or paste the text after /import."
    ),
    "damaged": N_(
        "<b>{name}</b> is damaged or was cut off on the way. Nothing was changed. Please send it again."
    ),
    "unsupported": N_(
        "I cannot read files like <b>{name}</b>. Send the plan as PDF, Word (.docx), Excel (.xlsx), CSV, "
        "web page, Markdown, text or calendar file (.ics), or paste it after /import."
    ),
    "too_long": N_(
        "<b>{name}</b> is too long for me. Send only the pages with the plan, or paste them after /import."
    ),
    "no_file": N_(
        "I can read text and files, but no pictures and no sound. Send the plan as PDF, Word, Excel, CSV, "
        "web page, Markdown, text or calendar file, or paste it after /import."
    ),
    "too_much": N_(
        "That is more text than I can put together, so I left out the last message. "
        "Take over what I have read, and paste the rest after /import. Or send it all as a file."
    ),
    "too_slow": N_(
        "<b>{name}</b> took too long to read, so I stopped. "
        "Send only the pages with the plan, or paste the text after /import."
    ),
}

_NOT_TAKING = {
    "paused": N_("Nobody can sign up right now. Please try again later, or ask the coordinator."),
    "closed": N_("Nobody new can sign up for this any more. See /openings for what else there is."),
    "cancelled": N_("This does not take place. See /openings for what else there is."),
    "over": N_("This is over already. See /openings for what comes next."),
}

_WRONG_ANSWER = {
    "text": N_("This question needs an answer. Please write it in a few words."),
    "number": N_("That is not a number I can use. Please write it in digits, like 4."),
    "choice": N_("That is not one of the answers. Please choose one of the buttons."),
}

_SENSITIVE = {
    "health": N_("I don't ask about health. Write in the note whom people can tell what has to be known."),
    "belief": N_("I don't ask what people believe or how they vote. Please ask something else."),
    "origin": N_("I don't ask where people come from. Ask about languages, or which country's stand it is."),
    "age": N_("I don't ask how old people are. Write in the note what has to be known beforehand."),
    "number": N_("I don't ask for personal numbers. Please ask something else, or talk to people yourself."),
}


def sentence(t: Tongue, refusal: Exception) -> Markup:
    """What to tell the reader about a refusal."""
    for kind, say in _SENTENCES.items():
        if isinstance(refusal, kind):
            return say(t, refusal)
    return t("That is not possible.")


def _not_allowed(t: Tongue, refusal: no.NotAllowed) -> Markup:
    return t(_RIGHTS[Right(refusal.right)])


def _unreadable(t: Tongue, refusal: no.Unreadable) -> Markup:
    text = _UNREADABLE.get(refusal.reason, _UNREADABLE["unsupported"])
    return t(text, name=refusal.name or t("the file"))


def _no_date(t: Tongue, refusal: no.NoDateUnderstood) -> Markup:
    return t(
        "I found no date in “{text}”. Write it like “18 September at 17”, “week 34”, “in June” or "
        "“first Saturday in October”.",
        text=refusal.text,
    )


def _too_long(t: Tongue, refusal: no.TooLong) -> Markup:
    return t("That is longer than {limit} characters. Please write it shorter.", limit=refusal.limit)


def _wrong_answer(t: Tongue, refusal: no.WrongAnswer) -> Markup:
    return t(_WRONG_ANSWER.get(refusal.asking, _WRONG_ANSWER["text"]))


def _no_room(t: Tongue, refusal: no.NoRoom) -> Markup:
    if refusal.most < 1:
        return t("There is no free place left for that. Somebody may withdraw: please try again later.")
    return t.n(
        "There is room for {count} guest at most.", "There is room for {count} guests at most.", refusal.most
    )


def _capacity_too_low(t: Tongue, refusal: no.CapacityTooLow) -> Markup:
    return t.n(
        "{count} place is needed already, and nobody is thrown out by a number. Take people off first.",
        "{count} places are taken or offered, and nobody is thrown out by a number. Take people off first.",
        refusal.least,
    )


_SENTENCES: dict[type[Exception], Say] = {
    no.NotAllowed: _not_allowed,
    no.NotSetUp: lambda t, _: t(
        "This group is not set up yet. An administrator of the group writes /setup, and then we can begin."
    ),
    no.NotOnCouncil: lambda t, _: t(
        "You are not on a council here yet. Open your council's group and tap “I'm on the council”, "
        "or add me to the group and write /setup there."
    ),
    no.WhichCouncil: lambda t, _: t("Which council do you mean? Choose one with /council."),
    no.GroupOnly: lambda t, _: t(
        "This works in your council's group. Add me to the group and write it there."
    ),
    no.PrivateOnly: lambda t, _: t("That is done in our private chat, where only you see it."),
    no.AdministratorsOnly: lambda t, _: t(
        "Only administrators of this group can do that. Ask one of them to write it."
    ),
    no.Anonymous: lambda t, _: t(
        "You write as the group, so I cannot see who you are. "
        "Turn off “Remain anonymous” in your administrator rights for a moment, and write it again."
    ),
    no.NotInGroup: lambda t, _: t(
        "I can only take people who are in the council's group chat. Ask the secretary to add you."
    ),
    no.LastSecretary: lambda t, _: t("A council needs a secretary. Make somebody else secretary first."),
    no.TooSlow: lambda t, _: t("Somebody else was quicker. Thank you for wanting to help."),
    no.OutOfDate: lambda t, _: t("This button is out of date; it was settled already. Try /plan or /help."),
    no.NoSuchEntry: lambda t, _: t("That is not on the plan any more. See /plan for what is."),
    no.NoSuchActivity: lambda t, _: t("That activity is not there any more. See /activities."),
    no.NoSuchPerson: lambda t, _: t("That person is not on the council any more. See /people."),
    no.NothingToUndo: lambda t, _: t("There is nothing left to undo here."),
    no.NothingUnderstood: lambda t, _: t("I did not understand that. Please write it again."),
    no.NoTitle: lambda t, _: t(
        "What is it about? Write it together with the time, "
        "like “Culture Day: information meeting 3 June at 17”."
    ),
    no.NoDateUnderstood: _no_date,
    no.Unreadable: _unreadable,
    no.NoPlanFound: lambda t, _: t(
        "I found no activity plan in it: no months or dates with something to do. "
        "Paste the dates after /import, send another file, or add one thing at a time with /new."
    ),
    no.TooLong: _too_long,
    no.NoSuchOpening: lambda t, _: t(
        "These places are not there any more. Ask whoever gave you the link, or see /openings."
    ),
    no.NoSuchSignUp: lambda t, _: t(
        "That sign-up is not there any more. Open the list again to see how things stand."
    ),
    no.NotTakingAnybody: lambda t, refusal: t(_NOT_TAKING.get(refusal.reason, _NOT_TAKING["closed"])),
    no.MembersOnly: lambda t, _: t(
        "This is for people on the council. Ask the coordinator, or see /openings for what else there is."
    ),
    no.NoRoom: _no_room,
    no.CapacityTooLow: _capacity_too_low,
    no.CertificateNeeded: lambda t, _: t(
        "Children take part, so the secretary has to see a certificate first. Please talk to the secretary."
    ),
    no.AnswerTaken: lambda t, refusal: t(
        "“{answer}” is taken already. Please choose another one.", answer=safe(refusal.answer, 60)
    ),
    no.WrongAnswer: _wrong_answer,
    no.Sensitive: lambda t, refusal: t(_SENSITIVE[refusal.about]),
    no.TooMany: lambda t, refusal: t.n(
        "There can be {count} at most.", "There can be {count} at most. Take one away first.", refusal.limit
    ),
    no.NobodyToRemind: lambda t, _: t(
        "Nobody can sign up for this yet, so there is nobody to remind. "
        "Remind the group, or find people first."
    ),
    no.TooLate: lambda t, _: t(
        "That moment has passed, or I don't know yet when it is. Choose a shorter time before it, "
        "or come back when it has a date."
    ),
    no.NotANumber: lambda t, _: t("Please write a whole number in digits, like 6."),
    StoreFull: lambda t, _: t(
        "I cannot save anything right now because the disk is full. Nothing was changed. "
        "The operator has been told; please try again later."
    ),
    StoreDamaged: lambda t, _: t(
        "I cannot read your council's data right now. Nothing was changed. The operator has been told."
    ),
    StoreError: lambda t, _: t("I cannot save anything right now. Nothing was changed. Please try later."),
}
