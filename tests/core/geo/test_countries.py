"""Facts about countries, and the folding of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.geo import countries, regions
from theodolite.geo.names import fold, ocr_fold, without_additions


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(
            ("Italy", "IT"),
            ("italia", "IT"),
            ("ITALIEN", "IT"),
            ("IT", "IT"),
            ("ITA", "IT"),
            ("イタリア", "IT"),
        ),
        *(
            ("USA", "US"),
            ("U.S.", "US"),
            ("America", "US"),
            ("UK", "GB"),
            ("England", "GB"),
            ("Holland", "NL"),
        ),
        *(("the Netherlands", "NL"), ("日本", "JP"), ("中国", "CN"), ("대한민국", "KR"), ("Россия", "RU")),
        *(
            ("Deutschland", "DE"),
            ("España", "ES"),
            ("Ivory Coast", "CI"),
            ("Cote d'Ivoire", "CI"),
            ("Burma", "MM"),
        ),
        *(("Turkey", "TR"), ("Türkiye", "TR"), ("Czech Republic", "CZ"), ("Georgia", "GE"), ("Niger", "NE")),
        *(("Nigeria", "NG"), ("Kosovo", "XK"), ("DR Congo", "CD"), ("مصر", "EG"), ("ไทย", "TH")),
    ],
)
def test_a_country_by_any_of_its_names(text: str, code: str) -> None:
    assert countries.lookup(text) == code


@pytest.mark.parametrize("text", ["", "x", "Congo", "Atlantis", "it", "Europe", "us", "Tuscany", "!"])
def test_what_names_no_country_or_two(text: str) -> None:
    assert countries.lookup(text) is None


def test_every_country_is_found_by_its_own_names() -> None:
    for code in countries.codes():
        assert countries.lookup(countries.name(code)) == code
        for native in countries.native_names(code):
            assert countries.lookup(native) in (code, None)


def test_names_in_other_languages() -> None:
    assert countries.name("DE", "fr") == "Allemagne"
    assert countries.name("DE", "no-such-language") == "Germany"
    assert countries.name("QQ") == "QQ"
    assert "日本" in countries.native_names("JP")


def test_driving_sides() -> None:
    left = ("GB", "IE", "JP", "IN", "AU", "NZ", "ZA", "KE", "TH", "ID", "MT", "CY", "HK", "PK", "WS", "SR")
    right = ("FR", "DE", "US", "CN", "RU", "BR", "EG", "MM", "GI", "NG", "AR", "SE", "IS", "PR")
    sides = {code: countries.driving_side(code) for code in countries.codes()}
    assert all(sides[code] == "left" for code in left)
    assert all(sides[code] == "right" for code in right)
    assert sides["AQ"] == ""
    every = countries.driving_on("left"), countries.driving_on("right")
    assert 70 <= len(every[0]) <= 80
    assert not set(every[0]) & set(every[1])


def test_languages_and_who_speaks_them() -> None:
    assert countries.languages("CH")[0][0] == "de"
    assert set(countries.official_languages("CH")) >= {"de", "fr", "it", "rm"}
    assert countries.speaking("it")[0][0] in ("IT", "SM")
    assert dict(countries.speaking("fr"))["SN"] > 0
    assert countries.speaking("xx") == ()
    for name in ("Italian", "italiano", "ITALIAN"):
        assert countries.language_lookup(name) == "it"
    assert countries.language_lookup("日本語") == "ja"
    assert countries.language_lookup("Chinese") == "zh"
    assert countries.language_lookup("Klingonish") is None


def test_domains() -> None:
    assert countries.domain("GB") == "uk"
    assert countries.of_domain(".de") == "DE"
    assert countries.of_domain("UK") == "GB"
    assert countries.of_domain("рф") == "RU"
    assert countries.of_domain("com") is None
    for code in countries.codes():
        if countries.domain(code) and code not in ("BL", "MF"):
            assert countries.of_domain(countries.domain(code)) == code


def test_continents_and_groups() -> None:
    assert countries.continent("BR") == "South America"
    assert countries.subregion("BR") == "South America"
    assert set(countries.group("western europe")) >= {"FR", "DE", "NL"}
    assert countries.group("Scandinavia") == ("DK", "NO", "SE")
    assert countries.group("Middle-earth") == ()
    assert [code for code in countries.codes() if not countries.subregion(code)] == []


def test_regions_belong_to_known_countries() -> None:
    assert set(regions.codes("IT")) >= {"IT.16", "IT.07"}
    assert regions.iso_code("IT.16") == "IT-52"
    assert "Toscana" in regions.names("IT.16")
    assert len(regions.lookup("Central")) > 3
    for code in regions.codes("FR"):
        assert code in regions.lookup(regions.name(code))


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == once.strip()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("São Paulo", "sao  paulo"), ("ŁÓDŹ", "lodz"), ("Ｔｏｋｙｏ", "tokyo"), ("港 区", "港区")),
        *(("Straße", "STRASSE"), ("L’Aquila", "L'Aquila"), ("القاهرة", "القاهره"), ("Ёлка", "елка")),
        *(("İstanbul", "istanbul"), ("Aix-en-Provence", "aix en provence"), ("Xi'an", "Xian")),
    ],
)
def test_what_folding_joins(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def test_what_folding_keeps_apart() -> None:
    assert fold("ハバ") != fold("バハ")
    assert fold("か") != fold("が")
    assert fold("दिल्ली") != fold("दलल")


def test_what_signs_add() -> None:
    assert without_additions("横浜駅") == "横浜"
    assert without_additions("gare de lyon") == "lyon"
    assert without_additions("港区") == "港区"
    assert without_additions("city") == "city"
    assert ocr_fold("torin0") == ocr_fold("torlno")
