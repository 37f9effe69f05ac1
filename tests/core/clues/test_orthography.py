"""Letters that only some languages write."""

from __future__ import annotations

import pytest

from tests.core.clues.making import lines
from theodolite.clues import orthography, scripts
from theodolite.clues.alphabets import INVENTORIES
from theodolite.clues.assemble import findings_of
from theodolite.clues.language import read_languages
from theodolite.clues.territories import language_weights
from theodolite.domain import GradedReach, Strength


@pytest.mark.parametrize(
    ("text", "languages", "first"),
    [
        ("Weiß", {"de"}, {"DE", "AT"}),
        ("Łódź", {"pl", "hsb"}, {"PL"}),
        ("Iași", {"ro"}, {"RO", "MD"}),
        ("Şişli ğ", {"az", "tr"}, {"TR", "AZ"}),
        ("Győr", {"hu"}, {"HU"}),
        ("Þingvellir", {"is"}, {"IS"}),
        ("Ħamrun", {"mt"}, {"MT"}),
        ("Ķekava", {"lv"}, {"LV"}),
        ("Šiauliųė", {"lt"}, {"LT"}),
        ("Třebíč", {"cs"}, {"CZ"}),
        ("Đường Trần", {"vi"}, {"VN"}),
        ("Київ", {"uk"}, {"UA"}),
        ("Воўкавыск", {"be", "uz"}, {"BY"}),
        ("Ђорђе", {"sr", "bs"}, {"RS", "BA"}),
        ("Ќира ѓ", {"mk"}, {"MK"}),
        ("Әсел ұ", {"kk"}, {"KZ"}),
        ("Хоҷаӣ", {"tg"}, {"TJ"}),
        ("ٹرین", {"ur", "pa"}, {"PK"}),
        ("ښار", {"ps"}, {"AF"}),
        ("شەڕ ێ", {"ckb"}, {"IQ"}),
        ("শহর", {"bn"}, {"BD"}),
    ],
)
def test_letters_name_their_languages(text: str, languages: set[str], first: set[str]) -> None:
    (finding,) = orthography.findings(lines(text))
    found = set(orthography.languages(text, scripts.dominant(text)))
    assert found & languages
    assert isinstance(finding.reach, GradedReach)
    assert finding.reach.weights[0][0] in first
    assert finding.kind == "text.orthography"


def test_switzerland_writes_no_sharp_s() -> None:
    (finding,) = orthography.findings(lines("Straße"))
    assert isinstance(finding.reach, GradedReach)
    weights = dict(finding.reach.weights)
    assert weights["DE"] > 0.9
    assert weights["CH"] < 0.1
    assert weights.get("LI", 0.0) < 0.1
    assert finding.strength is Strength.LIKELY


@pytest.mark.parametrize("text", ["Market", "улица", "café", "Zürich Zoë", "كتاب", "서울", "315", "Η οδός"])
def test_common_letters_say_nothing_or_little(text: str) -> None:
    assert all(finding.strength is Strength.WEAK for finding in orthography.findings(lines(text)))


def test_letters_everybody_has_make_no_clue() -> None:
    assert orthography.findings(lines("Market", "315", "서울", "улица")) == []


def test_cantonese() -> None:
    (finding,) = orthography.findings(lines("唔好喺度食煙"))
    assert isinstance(finding.reach, GradedReach)
    assert finding.reach.weights[0][0] == "HK"
    assert orthography.findings(lines("請勿吸煙")) == []


def test_letters_of_a_named_language_are_not_counted_again() -> None:
    text = lines("Zutritt für Unbefugte verboten", "Große Straße")
    readings = read_languages(text, lambda *_: {"de": 1.0})
    kinds = [finding.kind for finding in findings_of(text, readings, None)]
    assert "text.language" in kinds
    assert "text.orthography" not in kinds


def test_letters_count_where_no_language_is_named() -> None:
    text = lines("Łódź")
    found = findings_of(text, [], None)
    (letters,) = [finding for finding in found if finding.kind == "text.orthography"]
    assert letters.reach is not None


def test_a_language_without_the_letter_loses() -> None:
    assert orthography.fit("Łódź", "pl", "Latn") == 1.0
    assert orthography.fit("Łódź", "de", "Latn") < 0.001
    assert orthography.fit("Łódź", "xx", "Latn") == 1.0


def test_alphabets_belong_to_languages_with_a_home() -> None:
    homeless = {"eo", "la", "kok", "mai", "bho", "yi", "se", "dsb", "hsb"}
    for script, table in INVENTORIES.items():
        for code in table:
            assert code in homeless or language_weights(code, script), (code, script)
