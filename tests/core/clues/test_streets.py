"""Street-type words of the world."""

from __future__ import annotations

import pytest

from tests.core.clues.making import lines
from theodolite.clues.streets import findings, languages, street_words
from theodolite.domain import GradedReach


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rue de Rivoli", "FR"),
        ("Hauptstraße", "DE"),
        ("Calle Mayor", "ES"),
        ("Rua Augusta", "BR"),
        ("Strada Lipscani", "RO"),
        ("ulica Długa", "PL"),
        ("вул. Хрещатик", "UA"),
        ("улица Ленина", "RU"),
        ("Булевар Михајла Пупина", "RS"),
        ("İstiklal Caddesi", "TR"),
        ("Jalan Sudirman", "ID"),
        ("愚园路", "CN"),
        ("中正路", "TW"),
        ("表参道通り", "JP"),
        ("테헤란로", "KR"),
        ("شارع التحرير", "EG"),
        ("خیابان ولیعصر", "IR"),
        ("رחוב", ""),
        ("רחוב דיזנגוף", "IL"),
        ("महात्मा गांधी मार्ग", "IN"),
        ("ถนนสุขุมวิท", "TH"),
        ("ផ្លូវជាតិ", "KH"),
        ("რუსთაველის გამზირი", "GE"),
        ("Աբովյան փողոց", "AM"),
        ("Абай даңғылы", "KZ"),
        ("Nguyễn Huệ đường", "VN"),
        ("Vesterbrogade", "DK"),
        ("Laugavegur", "IS"),
        ("Brīvības iela", "LV"),
        ("Triq ir-Repubblika", "MT"),
        ("Οδός Ερμού", "GR"),
        ("Kenyatta barabara", "KE"),
    ],
)
def test_a_street_word_reaches_its_country(text: str, country: str) -> None:
    found = findings(lines(text))
    if not country:
        assert found == []
        return
    (finding,) = found
    assert isinstance(finding.reach, GradedReach)
    assert dict(finding.reach.weights).get(country, 0.0) >= 0.3


@pytest.mark.parametrize(
    "text",
    [
        "베이징 기술로 농업 새로운 발전 이끌어",
        "Rue",
        "Brigade",
        "Garantie",
        "Drive slowly on this very narrow way please",
        "Amsterdam",
        "Catering",
    ],
)
def test_no_street(text: str) -> None:
    assert street_words(text) == []


def test_at_least_45_languages() -> None:
    print(f"\nstreet-type words: {len(languages())} languages")
    assert len(languages()) >= 45


def test_on_a_japanese_sign_a_chinese_street_says_nothing() -> None:
    assert findings(lines("銀座四丁目街路"), japanese=True) == []
