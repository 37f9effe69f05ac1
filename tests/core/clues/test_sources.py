"""Street words, phone numbers, internet addresses and money, each from plain lines of text."""

from __future__ import annotations

import pytest

from tests.core.clues.making import lines
from theodolite.clues import currency, domains, phone, streets
from theodolite.domain import GradedReach, Strength


def countries(reach: object) -> dict[str, float]:
    assert isinstance(reach, GradedReach)
    assert max(weight for _, weight in reach.weights) == 1.0
    return dict(reach.weights)


# --- streets ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rue de Rivoli", "FR"),
        ("Friedrichstraße", "DE"),
        ("Karl-Marx-Allee", "DE"),
        ("Via Garibaldi", "IT"),
        ("ul. Marszałkowska", "PL"),
        ("İstiklal Caddesi", "TR"),
        ("南京东路", "CN"),
        ("桜通り", "JP"),
        ("Πλατεία Συντάγματος", "GR"),
    ],
)
def test_street_words_name_their_country(text: str, first: str) -> None:
    (finding,) = streets.findings(lines(text))
    weights = countries(finding.reach)
    assert weights[first] > 0.8
    assert finding.strength is Strength.LIKELY


@pytest.mark.parametrize(
    "text", ["via", "NO LITTER", "Drive with care on this long and winding road today", "Weg", "315"]
)
def test_no_street(text: str) -> None:
    assert streets.findings(lines(text)) == []


def test_road_in_chinese_is_no_clue_among_japanese() -> None:
    assert streets.findings(lines("姫路"), japanese=True) == []
    assert streets.findings(lines("南京东路"), japanese=True) == []


# --- phone numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Tel. +33 1 40 20 50 50", "FR"),
        ("+380 57 731 50 00", "UA"),
        ("0049 30 901820", "DE"),
        ("+1 212-555-0100", "US"),
        ("(+44) 20 7946 0018", "GB"),
    ],
)
def test_country_codes(text: str, country: str) -> None:
    found = [item for item in phone.findings(lines(text)) if item.strength is Strength.LIKELY]
    assert [countries(item.reach) for item in found] == [{country: 1.0}]


def test_national_numbers_are_weak_and_keep_every_country_they_fit() -> None:
    (finding,) = phone.findings(lines("027-88852022"))
    assert finding.strength is Strength.WEAK
    assert countries(finding.reach)["CN"] == 1.0
    assert len(countries(finding.reach)) > 1


@pytest.mark.parametrize(
    "text", ["2018-06-29", "35,498,648.64", "440040", "06/07/2019", "0.586", "914403681", "+12"]
)
def test_no_phone_number(text: str) -> None:
    assert phone.findings(lines(text)) == []


# --- internet addresses ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "country", "strength"),
    [
        ("www.louvre.fr", "FR", Strength.LIKELY),
        ("info@city.minato.tokyo.jp", "JP", Strength.LIKELY),
        ("bbc.co.uk", "GB", Strength.LIKELY),
        ("WWW.SKROUTZ.GR", "GR", Strength.LIKELY),
        ("allegro.pl", None, None),
        ("louvre.fr", "FR", Strength.WEAK),
    ],
)
def test_country_domains(text: str, country: str | None, strength: Strength | None) -> None:
    found = [(list(countries(item.reach)), item.strength) for item in domains.findings(lines(text))]
    assert found == ([([country], strength)] if country else [])


@pytest.mark.parametrize(
    "text",
    [
        "twitch.tv",
        "t.co",
        "youtu.be",
        "https://youtu.be/dQw4w9",
        "www.linktr.ee/cafe",
        "lin.ee",
        "www.notion.io",
        "openai.ai",
        "example.com",
        "readme.md",
        "foo.py",
        "No.5",
        "e.g.",
        "0.5",
    ],
)
def test_domains_sold_to_everybody_and_files_say_nothing(text: str) -> None:
    assert domains.findings(lines(text)) == []


# --- money -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("12,50 €", {"FR", "DE", "ME", "XK"}, {"GB", "CH", "US"}),
        ("CHF 20", {"CH", "LI"}, {"DE"}),
        ("100円", {"JP"}, {"CN"}),
        ("￥10.0", {"JP", "CN"}, {"KR"}),
        ("12 kr", {"SE", "NO", "DK", "IS"}, {"FI"}),
        ("$5", {"US", "MX", "AU", "CA"}, {"PH", "GB"}),
        ("1 000 Kč", {"CZ"}, {"SK"}),
    ],
)
def test_money(text: str, inside: set[str], outside: set[str]) -> None:
    (finding,) = currency.findings(lines(text))
    found = set(countries(finding.reach))
    assert inside <= found
    assert not outside & found


def test_a_sign_shared_by_many_is_weak() -> None:
    assert currency.findings(lines("$5"))[0].strength is Strength.WEAK
    assert currency.findings(lines("5 €"))[0].strength is Strength.LIKELY


@pytest.mark.parametrize("text", ["ALL 20", "20 TOP", "日常价￥", "5.8", "TRY 5", "kr", "Rm 12", "10.0起"])
def test_no_money(text: str) -> None:
    assert currency.findings(lines(text)) == []
