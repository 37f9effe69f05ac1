"""Names of places: which words are taken for one, and how ambiguity is kept."""

from __future__ import annotations

import pytest

from tests.core.clues.making import gazetteer, lines, place
from theodolite.clues import places
from theodolite.domain import AlternativesReach, AreaReach, GradedReach, Strength
from theodolite.geo.gazetteer import Gazetteer

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


def test_bare_numbers_are_distances_only_on_signs_that_list_them() -> None:
    alone, listed = lines("Seoul 12"), lines("Seoul 12", "Paris 340")
    assert places.distance_to(alone[0], alone) is None
    assert places.distance_to(listed[1], listed) == 340.0
    assert places.distance_to(listed[1], listed, {"GB": 1.0}) == pytest.approx(547.2, abs=0.1)
    assert places.distance_to(lines("Seoul 45 miles")[0], ()) == pytest.approx(72.4, abs=0.1)


def test_the_kernel_matches_the_size_of_the_place() -> None:
    people = (600, 0, 30_000, 400_000, 5_000_000)
    assert [places.sd_km(n) for n in people] == [1.5, 5.0, 5.0, 15.0, 25.0]


def test_words_beside_a_name_mark_it() -> None:
    """The same small town: not believed among other words, believed beside 'Gemeinde'."""
    look = gazetteer(aldrans=[place("Aldrans", "AT", 6_500)])
    (passing,) = lines("Aldrans bleibt schön und grün")
    (marked,) = lines("Gemeinde Aldrans")
    assert places.findings([passing], look, {}) == []
    (found,) = places.findings([marked], look, {})
    assert found.strength is Strength.LIKELY
    (bar,) = lines("Stadt Seoul Restaurant")
    assert [item.active for item in places.findings([bar], NAMES, {})] == [True]


def test_a_name_over_two_lines() -> None:
    look = gazetteer(new_york=[place("New York City", "US", 8_000_000)], york=[place("York", "GB", 150_000)])
    (found,) = places.findings(lines("NEW", "YORK"), look, {})
    assert found.observation.startswith("“NEW YORK”")
    assert found.line == 1
    assert found.note == "Goes on in line 2."
    glued = gazetteer(düsseldorf=[place("Düsseldorf", "DE", 600_000)])
    assert [item.line for item in places.findings(lines("Düssel-", "dorf"), glued, {})] == [1]
    far = lines("NEW", "x", "x", "x", "YORK")
    assert all(item.observation != "“NEW YORK”" for item in places.findings(far, look, {}))


def test_what_stands_beside_a_name_chooses_its_namesake() -> None:
    look = gazetteer(paris=[place("Paris", "FR", 2_000_000), place("Paris", "US", 25_000, lat=33.7)])

    def share(text: str, home: places.Home, beside: places.Home) -> float:
        (found,) = places.findings(lines(text), look, {1: home}, beside)
        assert isinstance(found.reach, AlternativesReach)
        return sum(share for share, point in found.reach.options if "United States" in point.label)

    plain = share("Paris", {}, {})
    assert share("Paris", {}, {"US": 1.0}) > plain
    assert share("Paris", {"FR": 1.0}, {"US": 1.0}) < share("Paris", {}, {"US": 1.0})
    assert share("Paris, United States", {}, {}) > plain


def test_agreement_never_excludes_a_country() -> None:
    reaches = [GradedReach("phone", (("FR", 1.0),)), AreaReach("country", ("FR", "BE")), None]
    found = places.agreement(reaches)
    assert found["FR"] == pytest.approx(1.0)
    assert found["BE"] == pytest.approx(0.1)
    assert places.agreement([None]) == {}


@pytest.mark.parametrize(
    ("text", "codes", "strength"),
    [
        ("Московская область", ("RU.47",), Strength.LIKELY),
        ("四川省", ("CN.32",), Strength.LIKELY),
        ("Toscana", ("IT.16",), Strength.WEAK),
        ("BAYERN", ("DE.02",), Strength.WEAK),
    ],
)
def test_a_region_is_an_area(text: str, codes: tuple[str, ...], strength: Strength) -> None:
    (found,) = places.findings(lines(text), NAMES, {})
    assert found.reach == AreaReach("admin1", codes)
    assert found.strength is strength


def test_a_country_that_is_a_region_elsewhere_speaks_for_both() -> None:
    (found,) = places.findings(lines("GEORGIA"), NAMES, {})
    assert found.reach == AreaReach("country", ("GE", "US"))


def test_a_country_is_an_area_and_a_continent_is_nothing() -> None:
    (country,) = places.findings(lines("DEUTSCHLAND"), NAMES, {})
    assert country.reach == AreaReach("country", ("DE",))
    assert country.strength is Strength.WEAK
    (continent,) = places.findings(lines("AFRICA"), NAMES, {})
    assert continent.reach is None


# --- with the real gazetteer -----------------------------------------------------------------------------

RU, PL, JP, TH, KR, FR, DE = ({code: 1.0} for code in ("RU", "PL", "JP", "TH", "KR", "FR", "DE"))


@pytest.fixture(scope="module")
def real(starter):  # type: ignore[no-untyped-def]
    gazetteer = Gazetteer(starter("gazetteer").file("gazetteer.db"))

    def lookup(name: str, *, fuzzy: bool = False) -> list[places.Place]:
        return [places.from_gazetteer(match) for match in gazetteer.lookup(name, fuzzy=fuzzy, limit=50)]

    yield lookup
    gazetteer.close()


@pytest.mark.packs
@pytest.mark.parametrize(
    ("text", "home", "label", "strength"),
    [
        ("в Москве", RU, "Moscow, Russia", Strength.LIKELY),
        ("Добро пожаловать в Суздаль", None, "Suzdal’, Vladimir, Russia", Strength.LIKELY),
        ("Администрация города Тулы", RU, "Tula, Russia", Strength.LIKELY),
        ("Witamy w Zakopanem", PL, "Zakopane, Lesser Poland, Poland", Strength.LIKELY),
        ("City Hall of Aveiro", None, "Aveiro, Portugal", Strength.LIKELY),
        ("東京都港区", JP, "Minato City, Tokyo, Japan", Strength.LIKELY),
        ("新宿駅", JP, "Shinjuku, Tokyo, Japan", Strength.LIKELY),
        ("서울역", KR, "Seoul, South Korea", Strength.LIKELY),
        ("평 양", None, "Pyongyang, North Korea", Strength.LIKELY),
        ("เทศบาลนครเชียงใหม่", TH, "Chiang Mai, Thailand", Strength.LIKELY),
        ("ยินดีต้อนรับสู่เชียงใหม่", TH, "Chiang Mai, Thailand", Strength.WEAK),
        ("محطة القاهرة", {"EG": 1.0}, "Cairo, Egypt", Strength.LIKELY),
        ("Δήμος Θεσσαλονίκης", {"GR": 1.0}, "Thessaloníki, Central Macedonia, Greece", Strength.LIKELY),
        ("Springfield, IL", None, "Springfield, Illinois, United States", Strength.WEAK),
        ("Toulcuse", FR, "Toulouse, Occitanie, France", Strength.WEAK),
    ],
)
def test_signs_of_the_world(text, home, label, strength, real) -> None:  # type: ignore[no-untyped-def]
    (found,) = places.findings(lines(text), real, {1: home} if home else {})
    assert isinstance(found.reach, AlternativesReach)
    assert found.reach.options[0][1].label == label
    assert (found.strength, found.active) == (strength, True)


@pytest.mark.packs
@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Zahnarzt", DE), ("Bakery", None), ("Coffee shop", None), ("Apotheke am Markt", DE), ("TAXI", None),
        ("HAMBURGER", None), ("Wiener Schnitzel", DE), ("McDonald's", None), ("Sens unique", FR),
        ("부동산", KR),
        ("ร้านอาหาร", TH), ("薬局", JP), ("صيدلية", {"EG": 1.0}), ("Burger King", None),
        ("Best Western", None), ("Fish and Chips", None), ("Coca Cola", None),
        ("TURKISH AIRLINES", None), ("Hotel Bristol", None), ("Rue de Marseille", FR), ("Boulangerie", FR),
        ("Santa Claus", None), ("Γκαράζ", {"GR": 1.0}), ("Продукты", RU), ("Остановка", RU),
        ("Ausfahrt freihalten", DE),
    ],
)  # fmt: skip
def test_ordinary_words_are_no_places(text, home, real) -> None:  # type: ignore[no-untyped-def]
    found = places.findings(lines(text), real, {1: home} if home else {})
    assert [item.observation for item in found if item.active] == []


@pytest.mark.packs
def test_a_misread_name_says_so(real) -> None:  # type: ignore[no-untyped-def]
    (found,) = places.findings(lines("Toulcuse"), real, {1: FR})
    assert "read as “Toulcuse”, nearest to “Toulouse”" in found.inference
    (form,) = places.findings(lines("в Москве"), real, {1: RU})
    assert "a form of “Москва”" in form.inference


@pytest.mark.packs
def test_a_page_of_print_is_looked_up_in_bounded_time(real) -> None:  # type: ignore[no-untyped-def]
    page = [f"Wort{n} Zeile{n} Etwas{n} Anderes{n} Noch{n}" for n in range(300)]
    names = places._Names(real)
    for line in lines(*page[:40]):
        places.names_in(line, names, DE)
    assert names.left == 0
