import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from texts.catalogue import LANGUAGES, catalogue, nearest
from texts.tongue import N_, Tongue, tongue


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Tongue:
    return tongue(request.param)


def test_the_english_sentence_is_the_message() -> None:
    assert tongue("en")("no date yet") == Markup("no date yet")
    assert tongue("da")("no date yet") == Markup("ingen dato endnu")


def test_what_no_catalogue_knows_is_said_in_english(t: Tongue) -> None:
    assert t("Never written by anybody: {x}", x=1) == Markup("Never written by anybody: 1")


def test_values_are_escaped_and_markup_is_not(t: Tongue) -> None:
    assert t("<b>{a}</b> {b}", a="<i>&", b=Markup("<i>x</i>")) == Markup("<b>&lt;i&gt;&amp;</b> <i>x</i>")


@given(st.text())
def test_a_value_is_never_read_as_a_pattern(value: str) -> None:
    t = tongue("en")
    assert t("{a}", a="{b} {0} {a.__class__}") == Markup("{b} {0} {a.__class__}")
    assert "<" not in t("{a}{b}", a=value, b="{a}")
    assert t.plain("{a}", a=value) == value


def test_braces_without_values_stay(t: Tongue) -> None:
    assert t("{a}") == Markup("{a}")
    assert t.plain("{a}") == "{a}"


def test_where_no_html_is_read_nothing_is_escaped(t: Tongue) -> None:
    assert t.plain("{a}", a="<i>&") == "<i>&"
    assert type(t.plain("{a}", a=Markup("x"))) is str


COUNTS = {
    "en": {0: "0 entries", 1: "1 entry", 2: "2 entries", 11: "11 entries", 21: "21 entries"},
    "da": {0: "0 punkter", 1: "1 punkt", 2: "2 punkter", 11: "11 punkter", 21: "21 punkter"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals(language: str) -> None:
    t, one, many = tongue(language), "{count} entry on the plan", "{count} entries on the plan"
    for count, expected in COUNTS[language].items():
        assert t.n(one, many, count).startswith(expected)
        assert t.plain_n(one, many, count) == t.n(one, many, count)


def test_plurals_take_other_values_too(t: Tongue) -> None:
    said = t.n("{name} – {count} entry", "{name} – {count} entries", 2, name="<K>")
    assert said.startswith("&lt;K&gt; – 2 ")
    assert t.plain_n("{count} of {a}", "{count} of {a}", 2, a="<K>") == "2 of <K>"


@pytest.mark.parametrize(
    ("language", "parts", "said"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("da", ["a", "b"], "a og b"),
        ("da", ["a", "b", "c"], "a, b og c"),
        ("da", ["<a>", Markup("<b>b</b>"), 3], "&lt;a&gt;, <b>b</b> og 3"),
        ("en", ["{0}", "{1}"], "{0} and {1}"),
    ],
)
def test_lists(language: str, parts: list[object], said: str) -> None:
    assert tongue(language).listed(parts) == said


def test_marking_for_later_changes_nothing() -> None:
    assert N_("chair") == "chair"


def test_each_language_is_made_once_and_others_are_not_spoken() -> None:
    assert tongue("da") is tongue("da")
    assert catalogue("da") is catalogue("da")
    for unknown in ("de", "", "../da"):
        with pytest.raises(KeyError):
            catalogue(unknown)


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ("da", "da"),
        ("da-DK", "da"),
        ("DA_dk", "da"),
        ("nb", "da"),
        ("nn-NO", "da"),
        ("no", "da"),
        ("fo", "da"),
        ("kl", "da"),
        ("en", "en"),
        ("en-GB", "en"),
        ("sv", "en"),
        ("uk", "en"),
        ("ar", "en"),
        ("pt-br", "en"),
        ("dansk", "en"),
        ("", "en"),
        ("-", "en"),
    ],
)
def test_the_spoken_language_that_suits(wanted: str, spoken: str) -> None:
    assert nearest(wanted) == spoken
