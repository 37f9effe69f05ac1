"""Names of places: which words are taken for one, and how ambiguity is kept."""

from __future__ import annotations

import pytest

from tests.core.clues.making import gazetteer, lines, place
from theodolite.clues import places
from theodolite.domain import AlternativesReach, AreaReach, Strength

FRANCE = {"FR": 1.0, "BE": 0.4}
JAPAN = {"JP": 1.0}

NAMES = gazetteer(
    louvre=[place("Paris 01 Louvre", "FR", 15_114, main=False)],
    palais=[place("Le Palais", "FR", 2_645, main=False)],
    market=[place("Marquette", "US", 21_297, main=False)],
    limit=[place("Limit", "JM", 2_321)],
    bin=[place("Vienna", "AT", 1_691_468, main=False)],
    seoul=[place("Seoul", "KR", 10_349_312)],
    paris=[place("Paris", "FR", 2_138_551, lat=48.9), place("Paris", "US", 24_782, lat=33.7)],
    springfield=[place("Springfield", "US", n * 1000, lat=n) for n in range(150, 170)],
    minato_city=[place("Minato City", "JP", 260_486)],
    港区=[place("Minato City", "JP", 260_486, main=False)],
    三星=[place("Sanxing", "CN", 7_725, main=False)],
    大阪=[place("Osaka", "JP", 2_753_862, main=False)],
    москва=[place("Moscow", "RU", 10_381_222, main=False)],
    метро=[place("Metro", "ID", 150_000, main=False)],
    bottom=[place("Bottom", "US", 20_000)],
    istanbul=[place("Istanbul", "TR", 14_804_116)],
    africa=[place("África", "MX", 40_000, main=False)],
    toyota=[place("Toyota", "JP", 400_000)],
)


def found(text: str, home: places.Home | None = None) -> list[tuple[str, Strength, bool]]:
    (line,) = lines(text)
    findings = places.findings([line], NAMES, {1: home} if home else {})
    return [(item.inference.split(";")[0], item.strength, item.active) for item in findings]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Palais du", FRANCE),  # an ordinary word of the language
        ("MARKET", None),
        ("SPEED LIMIT", None),
        ("BIN", {"AT": 1.0}),  # three letters that are an alternate name
        ("三星堆の文化財", JAPAN),  # a village of another country inside a word
        ("Rue de Paris", FRANCE),  # a street, wherever it is
        ("TOYOTA", None),
        ("METPO", None),  # the Underground in Cyrillic, and a town in Sumatra
        ("bottom", None),
        ("www.seoul.com", None),
        ("Restaurant Seoul", None),  # businesses are called after far places
    ],
)
def test_not_taken(text: str, home: places.Home | None) -> None:
    assert [row for row in found(text, home) if row[2]] == []


@pytest.mark.parametrize(
    ("text", "home", "name", "strength"),
    [
        ("Seoul", None, "names Seoul, South Korea", Strength.LIKELY),
        ("Palais du LOUVRE", FRANCE, "names Paris 01 Louvre, France", Strength.WEAK),
        ("清潔できれいな港区を", JAPAN, "names Minato City, Japan", Strength.LIKELY),
        ("港区 MINATO CITY", JAPAN, "names Minato City, Japan", Strength.LIKELY),
        ("大阪・関西万博", JAPAN, "names Osaka, Japan", Strength.WEAK),
        ("istanbul", None, "names Istanbul, Türkiye", Strength.LIKELY),
        ("MOCKBA", None, "names Moscow, Russia", Strength.WEAK),
    ],
)
def test_taken(text: str, home: places.Home | None, name: str, strength: Strength) -> None:
    assert found(text, home) == [(name, strength, True)]


def test_obscure_names_are_recorded_switched_off() -> None:
    assert found("Louvre") == [("names Paris 01 Louvre, France", Strength.WEAK, False)]
    assert found("Louvre", FRANCE) == [("names Paris 01 Louvre, France", Strength.LIKELY, True)]
    (line,) = lines("Louvre")
    (finding,) = places.findings([line], NAMES, {})
    assert "Switched off" in finding.note


def test_ambiguity_is_kept_with_shares() -> None:
    (finding,) = places.findings(lines("PARIS"), NAMES, {})
    assert isinstance(finding.reach, AlternativesReach)
    shares = [share for share, _ in finding.reach.options]
    assert sum(shares) == pytest.approx(1.0)
    assert [point.label for _, point in finding.reach.options] == ["Paris, France", "Paris, United States"]
    assert [point.sd_km for _, point in finding.reach.options] == [25.0, 5.0]
    assert shares[0] > 0.85
    (english,) = places.findings(lines("PARIS"), NAMES, {1: {"US": 1.0}})
    assert isinstance(english.reach, AlternativesReach)
    assert {p.label: q for q, p in english.reach.options}["Paris, United States"] > 1 - shares[0]


def test_readings_are_limited() -> None:
    (finding,) = places.findings(lines("Springfield"), NAMES, {})
    assert isinstance(finding.reach, AlternativesReach)
    assert len(finding.reach.options) == places.MAX_READINGS
    assert sum(share for share, _ in finding.reach.options) == pytest.approx(1.0)


def test_a_direction_sign_widens_the_place() -> None:
    findings = places.findings(lines("Seoul", "56Km"), NAMES, {})
    assert [item.line for item in findings] == [1]
    assert isinstance(findings[0].reach, AlternativesReach)
    assert findings[0].reach.options[0][1].sd_km == 56.0
    assert "56 km from it" in findings[0].inference
    assert places.distance_to(lines("Seoul 120 km")[0], ()) == 120.0
    assert places.distance_to(lines("80 km/h")[0], ()) is None


def test_a_country_is_an_area_and_a_continent_is_nothing() -> None:
    (country,) = places.findings(lines("DEUTSCHLAND"), NAMES, {})
    assert country.reach == AreaReach("country", ("DE",))
    assert country.strength is Strength.WEAK
    (continent,) = places.findings(lines("AFRICA"), NAMES, {})
    assert continent.reach is None
