"""The words around noun phrases: what leads to them, what ends them, the verbs they stand with."""

import re
from functools import lru_cache

from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.tenses import TIME


def _roles(*roles: str) -> str:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return "|".join(patterns[role] for role in roles)


_BEEN = "måtte|måste|has been|have been|had been|was|were|var|er blevet|er blitt|har blitt|har blivit|er nu"


@lru_cache(maxsize=64)
def finder(role: str) -> re.Pattern[str]:
    """Finds a whole word of a role."""
    return lexicon(ALL_LANGUAGES).finder(role)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1)
def verb() -> re.Pattern[str]:
    """The verbs that say that something is to be, by what stands with them."""
    return _compiled(
        rf"(?<![\w-])(?:(?P<meets>{_roles('meets')})|(?P<holds>{_roles('holds')})(?!\s(?:been|blevet|blitt|blivit)\s)"
        rf"|(?P<happens>{_roles('happens')}|{_BEEN}))(?![\w-])"
    )


@lru_cache(maxsize=1)
def until_verb() -> re.Pattern[str]:
    """What ends the subject of a deadline."""
    return _compiled(
        rf"\s(?:{_roles('happens', 'holds', 'present', 'latest')}|lukker|stenger|stänger|closes?|sendes"
        rf"|sendt|skickas|lämnas|leveres|indsendes|modtages|mailes|gives|til sekretariatet"
        rf"|til formanden)(?!\w)|{TIME}|:"
    )


@lru_cache(maxsize=1)
def request() -> re.Pattern[str]:
    """What is asked for in front of what is to be sent: "Please send your proposals"."""
    return _compiled(
        r"^(?:please|venligst|vennligst|vänligen)?\s?(?:send|indsend|skicka|submit|return|indlever|lever)\s"
        r"(?:(?:in|inn|ind|your|jeres|din|dine|dit|deres|era|ert|gerne|os|us)\s){0,3}"
    )


@lru_cache(maxsize=1)
def must() -> re.Pattern[str]:
    """What makes a sentence one about a deadline."""
    return _compiled(rf"(?<!\w)(?:{_roles('latest')}|{_roles('deadline')})(?!\w)")


@lru_cache(maxsize=1)
def signup() -> re.Pattern[str]:
    """Sign-ups, and what people send in."""
    return _compiled(rf"(?:{_roles('signup')})(?!\w)")


@lru_cache(maxsize=1)
def opening() -> re.Pattern[str]:
    """Greetings and adverbs in front."""
    return _compiled(rf"^(?:(?:{_roles('welcome', 'adverb')})(?!\w)[,:]?\s{{0,3}}){{1,3}}")


@lru_cache(maxsize=1)
def aside() -> re.Pattern[str]:
    """A subordinate clause without a time of its own."""
    return _compiled(rf",\s(?:{_roles('after')})\s[^,;{TIME}]{{1,200}}(?=[,;{TIME}]|$)")


@lru_cache(maxsize=1)
def pronoun() -> re.Pattern[str]:
    """A subject that names nothing."""
    return _compiled(rf"(?:{_roles('we', 'adverb')})(?:\s(?:{_roles('adverb')})){{0,2}}")


@lru_cache(maxsize=1)
def adverbial() -> re.Pattern[str]:
    """The beginning of "I november", which is no subject."""
    return _compiled(rf"(?:{_roles('in', 'around', 'on', 'at', 'from')}|med|with|traditionen)\s")


@lru_cache(maxsize=1)
def pronoun_it() -> re.Pattern[str]:
    """What stands for something that was named before."""
    return _compiled(r"(?:(?:at|att|that)\s)?(?:den|det|de|denne|dette|disse|it|they|this|these|detta|dessa)")


@lru_cache(maxsize=1)
def tells_of_subject() -> re.Pattern[str]:
    """Such as "har åbent" tells of its subject."""
    return _compiled(r"(?<!\w)(?:åbent|lukket|åpent|ope|stengt|öppet|stängt|open|closed)$")


@lru_cache(maxsize=1)
def bare_infinitive() -> re.Pattern[str]:
    """Such as "at holde", behind which no subject can stand."""
    return _compiled(r"(?:at|to|att|å|vil|skal|ska|will|kommer att)\s")


@lru_cache(maxsize=1)
def there() -> re.Pattern[str]:
    """A pronoun behind the verb: "er der", "holder vi"."""
    return _compiled(rf"^\s{{0,3}}(?:(?:{_roles('we')}|there)\s){{1,2}}")


@lru_cache(maxsize=1)
def short_subject() -> re.Pattern[str]:
    """A pronoun, or one definite or capital word, perhaps with "til" behind."""
    body = r"\w{2,40}(?:et|en|erne|ene|arna|na)|(?-i:[A-ZÆØÅÄÖ])[\w-]{1,40}|the\s\w{2,30}"
    to = lexicon(ALL_LANGUAGES).word("to")
    return _compiled(rf"^\s{{0,3}}(?:(?:{_roles('we')}|{body})\s{{1,3}}(?=\S))?(?:(?:{to})\s)?")


@lru_cache(maxsize=1)
def cut() -> re.Pattern[str]:
    """Where a noun phrase ends: a subordinate clause, "og …", "sammen med"."""
    return _compiled(
        rf",\s(?:{_roles('after', 'joins', 'adverb', 'at first')})(?!\w)|\s(?:sammen med|tillsammans med"
        rf"|together with"
        rf"|på grund af|på grunn av|på grund av|because of|due to|med plads til)(?!\w)|[;(]"
    )


@lru_cache(maxsize=1)
def trailing() -> re.Pattern[str]:
    """Little words at the end of a noun phrase."""
    little = _roles("small", "at", "in", "on", "the", "from", "latest", "clock", "adverb", "joins")
    return _compiled(rf"(?:^|[\s,]{{1,3}})(?:(?:{little})\.?)$")


@lru_cache(maxsize=1)
def leading() -> re.Pattern[str]:
    """Articles and little words in front of one."""
    return _compiled(
        rf"^(?!(?:den|det|de)\s\w{{2,20}}e\s\w)(?:(?:{_roles('article', 'joins', 'adverb')})(?=\s)"
        r"|(?:der|there|at|att|to|that|å)(?=\s))[\s,]{1,3}"
    )
