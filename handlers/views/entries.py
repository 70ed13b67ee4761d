"""One entry: as a line of a list, and as a page of its own."""

from datetime import date
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.editing import undoable
from council.permissions import Right, may
from council.records import Change, Kind, PlanEntry, Printed, Role, Status
from council.refusals import NothingToUndo
from handlers.screen import bold, italic, struck
from services.plan import EntryPage
from texts.dates import say_moment, say_under_month, say_when
from texts.escape import safe
from texts.tongue import N_, Tongue

KINDS = {
    Kind.MEETING: N_("meeting"),
    Kind.EVENT: N_("event"),
    Kind.HEARING: N_("hearing"),
    Kind.DEADLINE: N_("deadline"),
    Kind.TASK: N_("task"),
    Kind.RECESS: N_("recess"),
    Kind.ELECTION: N_("election"),
}

ROLES = {
    Role.CHAIR: N_("chair"),
    Role.DEPUTY_CHAIR: N_("deputy chair"),
    Role.SECRETARY: N_("secretary"),
    Role.MEMBER: N_("member"),
    Role.DEPUTY: N_("deputy member"),
    Role.VOLUNTEER: N_("volunteer"),
}

_DID = {
    "added": N_("put it on the plan"),
    "title": N_("changed the title"),
    "when": N_("changed the time"),
    "place": N_("changed the place"),
    "responsible": N_("changed who is responsible"),
    "activity_id": N_("changed the activity"),
    "kind": N_("changed what it is"),
    "note": N_("changed the note"),
}


_STATES = {
    Status.PLANNED: N_("noted that it takes place"),
    Status.WAITING: N_("noted that it waits for an answer"),
    Status.CANCELLED: N_("cancelled it"),
    Status.DONE: N_("noted that it is done"),
}


def line(t: Tongue, entry: PlanEntry, today: date) -> Markup:
    """An entry under the heading of its month, its state at a glance."""
    return _marked(t, entry, say_under_month(t, entry.when, today))


def dated_line(t: Tongue, entry: PlanEntry, today: date) -> Markup:
    """An entry with its whole time, where no heading says the month."""
    return _marked(t, entry, say_when(t, entry.when, today))


def printed_line(t: Tongue, printed: Printed, today: date) -> Markup:
    """A line of a published plan, under the heading of its month."""
    time = say_under_month(t, printed.when, today)
    title = _state(t, safe(printed.title), printed.status, printed.when.uncertain, printed.waiting_for)
    if printed.kind is Kind.RECESS:
        title = italic(title)
    return t("{time} · {title}", time=bold(time), title=title) if time else title


def full_title(t: Tongue, entry: PlanEntry) -> Markup:
    """The title with the state of the entry."""
    title = safe(entry.title, 300)
    if entry.kind is Kind.RECESS:
        title = italic(title)
    if entry.status is Status.DONE:
        return t("✅ {title}", title=title)
    shown = _state(t, title, entry.status, entry.tentative, entry.waiting_for)
    if entry.moved and entry.status is not Status.CANCELLED:
        return t("{title} (moved)", title=shown)
    return shown


def facts(t: Tongue, page: EntryPage) -> list[Markup]:
    """Everything known about an entry, one fact a line, most important first."""
    entry, today = page.entry, page.plan.today
    activity = page.plan.activity_name(entry)
    lines = [bold(full_title(t, entry)), t("📅 {when}", when=say_when(t, entry.when, today))]
    if entry.was is not None:
        lines.append(t("Before: {when}", when=struck(say_when(t, entry.was, today))))
    if entry.place:
        lines.append(t("📍 {place}", place=entry.place))
    if entry.kind is not Kind.EVENT:
        lines.append(t("What it is: {kind}", kind=t(KINDS[entry.kind])))
    if activity:
        lines.append(t("Part of: {activity}", activity=activity))
    if entry.responsible:
        lines.append(t("Responsible: {who}", who=entry.responsible))
    lines += [state for state in _states(t, entry) if state]
    if entry.note:
        lines.append(italic(entry.note))
    return lines


def origin(t: Tongue, entry: PlanEntry) -> Markup | None:
    """The document an entry comes from, with page or line."""
    source = entry.source
    if source is None:
        return t("Added in the chat")
    if source.page:
        return t("From {document}, page {page}", document=source.document, page=source.page)
    if source.line:
        return t("From {document}, line {line}", document=source.document, line=source.line)
    return t("From {document}", document=source.document)


def history_line(t: Tongue, change: Change, page: EntryPage) -> Markup:
    """Who did what when: by first name and role."""
    zone = ZoneInfo(page.plan.council.zone)
    moment = say_moment(t, change.at.astimezone(zone), page.plan.today)
    who = {
        "moment": moment,
        "name": change.by_name.split(" ")[0] or t("somebody"),
        "role": t(ROLES[change.by_role]),
    }
    if change.undoes:
        return t("{moment}: {name} ({role}) took a change back", **who)
    did = t.listed(_deeds(t, change))
    told = t("{moment}: {name} ({role}) {did}", **who, did=did)
    steps = _steps(t, change, page)
    return t("{told}: {changes}", told=told, changes=t.listed(steps)) if steps else told


def _steps(t: Tongue, change: Change, page: EntryPage) -> list[Markup]:
    """What it was and what it became, of what can be said in a line."""
    before, after = change.before, change.after
    if before is None:
        return []
    today = page.plan.today
    said: dict[str, tuple[str, str]] = {
        "when": (say_when(t, before.when, today), say_when(t, after.when, today)),
        "title": (before.title, after.title),
        "place": (before.place or "–", after.place or "–"),
        "responsible": (before.responsible or "–", after.responsible or "–"),
    }
    return [
        t("{before} → {after}", before=said[name][0], after=said[name][1])
        for name in said
        if name in change.fields
    ]


def _deeds(t: Tongue, change: Change) -> list[Markup]:
    """What somebody did, each as "changed the time"."""
    source = change.after.source
    if "added" in change.fields and source is not None:
        return [t("took it over from {document}", document=source.document)]
    deeds = [t(_DID[name]) for name in change.fields if name in _DID]
    if {"status", "waiting_for"} & set(change.fields):
        deeds.append(_new_state(t, change.after))
    if "removed" in change.fields:
        deeds.append(t("took it off the plan") if change.after.removed else t("put it back on the plan"))
    return deeds


def _new_state(t: Tongue, entry: PlanEntry) -> Markup:
    if entry.status is Status.WAITING and entry.waiting_for:
        return t("noted that it waits for {who}", who=entry.waiting_for)
    return t(_STATES[entry.status])


def editable(page: EntryPage) -> bool:
    """Whether whoever looks may change the entry."""
    return may(page.viewer, Right.EDIT_PLAN, page.entry.activity_id)


def last_change(page: EntryPage) -> Change | None:
    """The change that could be taken back."""
    try:
        return undoable(page.history)
    except NothingToUndo:
        return None


def _marked(t: Tongue, entry: PlanEntry, time: Markup | None) -> Markup:
    title = full_title(t, entry)
    return t("{time} · {title}", time=bold(time), title=title) if time else title


def _state(t: Tongue, title: Markup, status: Status, tentative: bool, waiting_for: str) -> Markup:  # noqa: FBT001  # the entry's own flag
    if status is Status.CANCELLED:
        return t("{title} (cancelled)", title=struck(title))
    if status is Status.WAITING:
        if waiting_for:
            return t("⏳ {title} (waiting for {who})", title=title, who=waiting_for)
        return t("⏳ {title} (waiting for an answer)", title=title)
    return t("❓ {title}", title=title) if tentative else title


def _states(t: Tongue, entry: PlanEntry) -> list[Markup | None]:
    return [
        t("This is no longer on the plan.") if entry.removed else None,
        t("Tentative: it is not certain yet.") if entry.tentative else None,
    ]
