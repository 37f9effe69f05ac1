"""The meaning of sign words: a help, never evidence."""

from __future__ import annotations

import pytest

from theodolite.clues.glossary import meaning, table


@pytest.mark.parametrize(
    ("text", "languages", "said"),
    [
        ("APOTHEKE", ["de"], "pharmacy"),
        ("ECOLE MATERNELLE", ["fr"], "school"),
        ("Salida de emergencia", ["es"], "emergency exit"),
        ("ÇIKIŞ", ["tr"], "exit"),
        ("ВХОД", [], "entrance"),
        ("Вихід", ["uk"], "exit"),
        ("الصيدلية", ["ar"], "pharmacy"),
        ("בית מרקחת", ["he"], "pharmacy"),
        ("東京駅", ["ja"], "station"),
        ("強力禁煙", ["ja"], "no smoking"),
        ("愚园路", ["zh_Hans"], "street"),
        ("강남역", ["ko"], "station"),
        ("ห้ามสูบบุหรี่", ["th"], "no smoking"),
        ("ΦΑΡΜΑΚΕΙΟ", ["el"], "pharmacy"),
        ("入口 出口", ["ja"], "entrance; exit"),
        ("Einbahnstraße", ["de"], ""),
        ("EXIT", ["en"], ""),
        ("315", [], ""),
        ("MARKET", [], ""),
        ("港区", ["ja"], ""),
    ],
)
def test_meaning(text: str, languages: list[str], said: str) -> None:
    assert meaning(text, languages) == said


def test_a_word_of_several_meanings_gives_them_all() -> None:
    both = meaning("Каса Улица")
    assert "street" in both
    assert " or " in meaning("luka", ["hr"]) or meaning("luka", ["hr"]) == "port"


def test_size_of_the_table() -> None:
    meanings = {said for rows in table().values() for _, said in rows}
    words = sum(map(len, table().values()))
    print(f"\nglossary: {len(meanings)} meanings, {len(table())} languages, {words} words")
    assert len(meanings) >= 60
    assert len(table()) >= 20
    assert all(len({said for _, said in rows}) >= 55 for rows in table().values())
    assert all(word == word.strip() and word for rows in table().values() for word, _ in rows)
