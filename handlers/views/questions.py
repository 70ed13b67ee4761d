"""What the reader of a plan asks, one thing at a time: a doubt, or a line that it could not place."""

from datetime import date

from markupsafe import Markup

from council.asking import Line, Question, position
from council.doubts import Sort
from council.records import Printed, Source
from council.when import When
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, italic, screen, visible
from handlers.views.importing_taps import Ask, Choose, DropLine, ShowOffer, Write
from services.asking import choices, keeps
from services.importing import Offer
from texts.dates import far_from, say_when
from texts.doubts import say_doubt
from texts.tongue import Tongue

QUESTION, LINE = "q", "u"
"""What the keys of questions and of lines begin with; alone it means the first one that is open."""
AS_READ = -1
"""The answer that leaves an entry as it was read."""
_WORDS = 400  # characters of the document's own words


def questions_row(t: Tongue, count: int, council_id: str, proposal: str) -> Row:
    """To the questions, if there are any."""
    label = t.plain_n("Answer {count} question", "Answer {count} questions", count)
    return (Button(label, Ask(council_id, proposal, QUESTION)),) if count else ()


def lines_row(t: Tongue, count: int, council_id: str, proposal: str) -> Row:
    """To the lines without a place, if there are any."""
    label = t.plain_n("Find a place for {count} line", "Find a place for {count} lines", count)
    return (Button(label, Ask(council_id, proposal, LINE)),) if count else ()


def years(today: date) -> tuple[int, ...]:
    """Those that a plan may be for, when it does not say."""
    return (today.year, today.year + 1)


def question_view(t: Tongue, offer: Offer, question: Question, council_id: str, today: date) -> Screen:
    """One question, with a button for each answer that is proposed."""
    proposal, key = offer.proposal.id, question.key
    times = choices(question, years(today))
    rows: list[Row] = [
        (Button(time_label(t, question, when, today), Choose(council_id, proposal, key, number)),)
        for number, when in times.items()
    ]
    rows.append((Button(t.plain("Write another time"), Write(council_id, proposal, key)),))
    if not keeps(question, times):
        rows.append((Button(_as_read_label(t, question), Choose(council_id, proposal, key, AS_READ)),))
    after = [each.key for each in offer.questions if position(each.key) > position(key)]
    return screen(
        [
            t.n("{count} question left", "{count} questions left", len(offer.questions)),
            GAP,
            bold(question.read.printed.title),
            say_doubt(t, question.doubt),
            *_in_the_document(t, question.read.source),
        ],
        [*rows, _way_on(t, council_id, proposal, after)],
    )


def line_view(t: Tongue, offer: Offer, line: Line, council_id: str) -> Screen:
    """One line that could not be placed."""
    proposal, key = offer.proposal.id, line.key
    after = [each.key for each in offer.lines if position(each.key) > position(key)]
    return screen(
        [
            t.n("{count} line left", "{count} lines left", len(offer.lines)),
            GAP,
            *_in_the_document(t, line.source),
            GAP,
            t("I could not see when this is. When is it?"),
        ],
        [
            (Button(t.plain("Write when it is"), Write(council_id, proposal, key)),),
            (Button(t.plain("It is not for the plan"), DropLine(council_id, proposal, key)),),
            _way_on(t, council_id, proposal, after),
        ],
    )


def writing_view(t: Tongue, what: str, council_id: str, proposal: str, key: str) -> Screen:
    """Asks for a time to be typed."""
    return screen(
        [
            bold(what),
            t("When is it? Write it like “18 September at 17”, “week 34” or “in June”."),
            t("Write “?” if nobody knows yet."),
        ],
        [(Button(t.plain("◂ Back"), Ask(council_id, proposal, key)),)],
    )


def time_label(t: Tongue, question: Question, when: When, today: date) -> str:
    """A time as an answer; with its year where that is the question."""
    from_day = date.min if question.doubt.sort is Sort.NO_YEAR else far_from(when, today)
    return capitalised(visible(say_when(t, when, from_day)))


def _as_read_label(t: Tongue, question: Question) -> str:
    if question.doubt.sort is Sort.ONE_OF:
        return t.plain("It is not decided yet")
    return t.plain("Leave it open")


def _in_the_document(t: Tongue, source: Source) -> list[Markup]:
    words = italic(source.words[:_WORDS])
    if source.page:
        return [t("In the document, page {page}: {words}", page=source.page, words=words)]
    if source.line:
        return [t("In the document, line {line}: {words}", line=source.line, words=words)]
    return [t("In the document: {words}", words=words)] if source.words.strip() else []


def _way_on(t: Tongue, council_id: str, proposal: str, after: list[str]) -> Row:
    back = Button(t.plain("◂ All of it"), ShowOffer(council_id, proposal))
    following = (Button(t.plain("Skip ▸"), Ask(council_id, proposal, after[0])),) if after else ()
    return (back, *following)


def noted_view(t: Tongue, printed: Printed, today: date, shown: Screen) -> Screen:
    """What is shown next, below what was understood of something typed."""
    when = say_when(t, printed.when, far_from(printed.when, today))
    noted = t("✅ {title}: {when}", title=printed.title, when=when)
    return screen([noted, GAP, shown.text], shown.rows)
