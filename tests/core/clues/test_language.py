"""Scripts, look-alike letters, kinds of Han characters and languages."""

from __future__ import annotations

import pytest

from tests.core.clues.making import lines
from theodolite.clues import scripts
from theodolite.clues.language import LanguageReading, judged, read_languages
from theodolite.clues.territories import (
    country_codes,
    currency_countries,
    language_weights,
    script_weights,
    shares,
    territory_names,
)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("NO LITTER", "Latn"),
        ("清潔できれいな港区を", "Hira"),
        ("ポイント", "Kana"),
        ("愚园路", "Hani"),
        ("港区 MINATO CITY", "Hani"),
        ("Οδός", "Grek"),
        ("улица", "Cyrl"),
        ("서울", "Hang"),
        ("กรุงเทพ", "Thai"),
        ("315 → ¥", ""),
    ],
)
def test_dominant_script(text: str, script: str) -> None:
    assert scripts.dominant(text) == script


def test_greek_with_latin_look_alikes_becomes_greek() -> None:
    assert scripts.unified("KAΦENEIO 24") == "ΚΑΦΕΝΕΙΟ 24"
    assert scripts.unified("SPEED 5Ω") == "SPEED 5Ω"
    assert scripts.unified("PARIS") == "PARIS"
    assert scripts.unified("KAΦE") == "KAΦE"  # КАФЕ as the reader returns it
    assert scripts.ambiguous("KAΦE")
    assert set(scripts.other_readings("KAΦE")) == {"КАФЕ", "ΚΑΦΕ"}


def test_plain_greek_is_greek() -> None:
    (reading,) = read_languages(lines("KAΦENEIO", "AΘHNA"), lambda *_: {})
    assert reading.best[0] == "el"
    assert reading.best[1] > 0.98
    assert not scripts.ambiguous("ΑΘΗΝΑ")


def test_short_groups_of_shared_capitals_are_ambiguous() -> None:
    assert scripts.ambiguous("В ММ 1534")
    assert scripts.ambiguous("A 12")
    assert not scripts.ambiguous("Б 12")
    assert not scripts.ambiguous("1534")


def test_capitals_that_may_be_cyrillic_are_ambiguous() -> None:
    assert "МОСКВА" in scripts.other_readings("MOCKBA")
    assert scripts.ambiguous("MOCKBA")
    assert not scripts.ambiguous("PARIS")
    assert not scripts.ambiguous("Moscow")
    assert read_languages(lines("MOCKBA"), lambda *_: {"en": 1.0}) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("愚园路西东", "zh_Hans"),
        ("强力去污符合国标", "zh_Hans"),
        ("國語學校圖書館", "zh_Hant"),
        ("臺北市大安區", "zh_Hant"),
        ("清潔できれいな港区を", "ja"),
        ("図書館駅前売店", "ja"),
    ],
)
def test_kinds_of_han_characters(text: str, kind: str) -> None:
    kinds = scripts.han_kinds(text)
    assert max(kinds, key=lambda code: kinds[code]) == kind
    assert sum(kinds.values()) == pytest.approx(1.0)


def test_characters_common_to_all_decide_nothing() -> None:
    kinds = scripts.han_kinds("中山")
    assert max(kinds.values()) < 0.5
    assert scripts.han_kinds("LOUVRE 1") == {}


# --- territories -----------------------------------------------------------------------------------------


def test_shares_of_a_country_sum_to_one() -> None:
    assert all(sum(row.values()) == pytest.approx(1.0) for row in shares().values())
    assert {"FR", "JP", "CN", "XK"} <= country_codes()
    assert not {"EU", "IC", "AC"} & country_codes()


def test_official_languages_stand_on_signs() -> None:
    french, english = language_weights("fr"), language_weights("en")
    assert french["FR"] > 0.9
    assert french["FR"] > french["CH"] > french["GB"]
    assert french["BE"] > french["DE"]
    assert english["GB"] > 0.9
    assert english["JP"] == pytest.approx(0.1)


def test_written_chinese_is_told_apart() -> None:
    simplified, traditional = language_weights("zh_Hans"), language_weights("zh_Hant")
    assert simplified["CN"] > 0.9 > 0.1 > simplified.get("TW", 0.0)
    assert traditional["TW"] > 0.9
    assert traditional["HK"] > 10 * traditional["CN"]


def test_scripts_of_countries() -> None:
    kana = script_weights("Hira")
    assert kana["JP"] > 0.9
    assert all(weight < 0.01 for country, weight in kana.items() if country != "JP")
    assert script_weights("Thai")["TH"] > 0.9
    assert min(script_weights("Latn").values()) == pytest.approx(0.35)


def test_money_and_names() -> None:
    assert "HR" in currency_countries("EUR")
    assert "GB" not in currency_countries("EUR")
    assert territory_names()["deutschland"] == "DE"
    assert territory_names()["日本"] == "JP"
    assert territory_names()["africa"] == "002"


# --- languages -------------------------------------------------------------------------------------------

FRENCH = ("Mairie du 1er", "Palais du LOUVRE", "LES ARTS DÉCORATIFS", "Musée du LOUVRE", "Théâtre")


def test_a_sign_is_judged_as_a_whole() -> None:
    (reading,) = read_languages(lines(*FRENCH))
    assert reading.best[0] == "fr"
    assert reading.best[1] > 0.8
    assert reading.lines == (1, 2, 3, 4, 5)
    weights = reading.weights()
    assert weights["FR"] > 0.9 * max(weights.values())
    assert weights["DE"] < 0.1 * weights["FR"]


@pytest.mark.parametrize("text", ["NO LITTER", "Seoul", "je", "TEST", "W", "56Km"])
def test_too_little_text_names_no_language(text: str) -> None:
    assert read_languages(lines(text)) == []


def test_each_writing_system_is_judged_by_itself() -> None:
    found = read_languages(lines("ポイ捨て禁止!", "Clean hands with soap and water", "Avoid close contact"))
    assert [reading.best[0] for reading in found] == ["ja", "en"]


def test_a_clear_exception_is_kept() -> None:
    def detect(text: str, script: str) -> dict[str, float]:
        return {"de": 0.95} if text.startswith("bitte") else {"fr": 0.9}

    found = read_languages(lines(*FRENCH, "Bitte nicht berühren"), detect)
    assert [(reading.best[0], reading.lines) for reading in found] == [
        ("fr", (1, 2, 3, 4, 5, 6)),
        ("de", (6,)),
    ]


def test_a_mixture_is_not_a_third_language() -> None:
    def detect(text: str, script: str) -> dict[str, float]:
        alone = {"kreuzung": "de", "chmielna": "pl"}.get(text)
        return {alone: 0.7, "sw": 0.3} if alone else {"sw": 0.7, "de": 0.3}

    assert read_languages(lines("Kreuzung", "Chmielna"), detect) == []


def test_doubt_between_languages_is_kept_in_the_weights() -> None:
    half = LanguageReading((("es", 0.5), ("pt", 0.5)), (1,))
    weights = half.weights()
    assert weights["ES"] == pytest.approx(weights["PT"], rel=0.2)
    assert LanguageReading((("la", 1.0),), (1,)).weights() == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [("Ausfahrt freihalten", "de"), ("zákaz parkování", "cs"), ("Bäckerei Müller", "de"), ("Nhà hàng", "vi")],
)
def test_short_signs(text: str, language: str) -> None:
    found = judged(text, "Latn")
    assert max(found, key=lambda code: found[code]) == language
