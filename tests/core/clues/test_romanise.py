"""Latin letters for other scripts: labelled, never evidence."""

from __future__ import annotations

import pytest

from theodolite.clues.romanise import hepburn, romanised


@pytest.mark.parametrize(
    ("text", "language", "latin", "method"),
    [
        ("улица Ленина", "ru", "ulitsa Lenina", "uroman"),
        ("Αθήνα", "el", "Athena", "uroman"),
        ("თბილისი", "ka", "tbilisi", "uroman"),
        ("서울", "ko", "seoul", "uroman"),
        ("愚园路", "zh_Hans", "yú yuán lù", "pypinyin"),
        ("臺北市", "zh_Hant", "tái běi shì", "pypinyin"),
        ("学校", "ja", "gakkō", "SudachiPy"),
        ("東京駅へはこちら", "ja", "tōkyō eki e wa kochira", "SudachiPy"),
    ],
)
def test_the_method_follows_the_language(text: str, language: str, latin: str, method: str) -> None:
    found, by = romanised(text, language)
    assert found == latin
    assert by.startswith(method)


def test_han_is_not_read_as_chinese_in_japanese() -> None:
    assert romanised("出口", "ja")[0] == "deguchi"
    assert romanised("出口", "zh_Hans")[0] == "chū kǒu"


def test_latin_text_stays() -> None:
    assert romanised("EXIT 24") == ("", "")
    assert romanised("315") == ("", "")


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("トウキョウ", "tōkyō"),
        ("シンジュク", "shinjuku"),
        ("ホッカイドウ", "hokkaidō"),
        ("マッチャ", "matcha"),
        ("キンエン", "kin'en"),
        ("ファミリー", "famirī"),
        ("ウィーン", "wīn"),
        ("サッカー", "sakkā"),
        ("ティー", "tī"),
    ],
)
def test_hepburn(kana: str, latin: str) -> None:
    assert hepburn(kana) == latin


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("theodolite.clues.romanise._version", lambda _: "")
    assert romanised("улица") == ("", "not romanised: uroman is not installed")
