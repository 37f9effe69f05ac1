"""The tables of numbers and codes: every row reads its own example, names its source, and stays in bounds."""

from __future__ import annotations

import random
import string

import pytest

from tests.core.clues.making import gazetteer, lines, place
from theodolite.clues import (
    checksums,
    codes,
    domains,
    emergency,
    plate_forms,
    plates,
    postal,
    roads,
    tables,
    units,
)
from theodolite.clues.finding import Finding
from theodolite.clues.territories import country_codes
from theodolite.domain import AreaReach, GradedReach, PointReach, Strength
from theodolite.geo import regions


def weights(finding: Finding) -> dict[str, float]:
    assert isinstance(finding.reach, GradedReach)
    return dict(finding.reach.weights)


def first(found: list[Finding]) -> dict[str, float]:
    assert found
    return weights(found[0])


TOWNS = gazetteer(
    Stockholm=[place("Stockholm", "SE", 900_000)], Mumbai=[place("Mumbai", "IN", 9_000_000)],
    Berlin=[place("Berlin", "DE", 3_600_000), place("Berlin", "US", 9_000)],
    Paris=[place("Paris", "FR", 2_100_000), place("Paris", "US", 25_000)],
    Wien=[place("Vienna", "AT", 1_900_000)], Roma=[place("Rome", "IT", 2_800_000)],
    Valencia=[place("Valencia", "ES", 790_000), place("Valencia", "VE", 1_300_000)],
    Amsterdam=[place("Amsterdam", "NL", 870_000)], Warszawa=[place("Warsaw", "PL", 1_800_000)],
    Kraków=[place("Kraków", "PL", 780_000)], Lisboa=[place("Lisbon", "PT", 500_000)],
    São_Paulo=[place("São Paulo", "BR", 12_000_000)],
    Buenos_Aires=[place("Buenos Aires", "AR", 13_000_000)],
)  # fmt: skip

_TABLES = (
    "units", "roads", "eroads", "plates", "plate_regions", "postal", "postal_regions", "aircraft", "uic",
    "emergency", "identifiers", "airports", "domains",
)  # fmt: skip


@pytest.mark.parametrize("name", _TABLES)
def test_every_row_is_whole_and_names_its_source(name: str) -> None:
    for row in tables.rows(name):
        assert None not in row and None not in row.values(), row
        assert len(row["source"]) >= 9, row
        for column in ("country", "countries"):
            cell = row.get(column, "").removeprefix("!")
            assert set(tables.weights(cell)) <= country_codes(), row


@pytest.mark.parametrize("name", ["plate_regions", "postal_regions"])
def test_regions_of_codes_are_regions_of_their_country(name: str) -> None:
    for row in tables.rows(name):
        assert row["region"].startswith(f"{row['country']}."), row
        assert regions.name(row["region"]), row


# --- units -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", tables.rows("units"), ids=lambda row: row["key"])
def test_units(row: dict[str, str]) -> None:
    (finding,) = units.findings(lines(row["example"]))
    assert finding.key == f"unit:{row['key']}"
    inside = weights(finding)
    few = tables.weights(row["countries"].removeprefix("!"))
    assert set(few) <= set(inside)
    if row["countries"].startswith("!"):
        assert len(inside) > 200 and inside["FR"] == 1.0 and inside["US"] <= 0.1


@pytest.mark.parametrize(
    "text",
    ["12", "5 m", "Mi 9-18", "100 % Baumwolle", "20 F", "The mph is a unit that many of us have used",
     "KM", "3 lb",
     "1,5 L", "M 12", "5 G", "f/2.8", "50 mm"],
)  # fmt: skip
def test_no_unit_that_says_anything(text: str) -> None:
    assert units.findings(lines(text)) == []


# --- roads -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", tables.rows("roads"), ids=lambda row: row["key"])
def test_roads(row: dict[str, str]) -> None:
    context = ("出口国道方面 12 km",) if row["context"] else ()
    found = roads.findings(lines(row["example"], *context))
    mine = [item for item in found if item.line == 1]
    assert mine, row["example"]
    assert set(tables.weights(row["countries"])) <= set(weights(mine[0]))
    if row["context"]:
        assert roads.findings(lines(row["example"])) == []


@pytest.mark.parametrize("row", tables.rows("eroads"), ids=lambda row: f"E{row['number']}")
def test_european_roads(row: dict[str, str]) -> None:
    found = roads.findings(lines(f"E {row['number']}", "Paris 125 km"))
    assert set(weights(found[0])) == set(tables.weights(row["countries"]))


@pytest.mark.parametrize(
    "texts",
    [("A4",), ("A4", "A5", "A6"), ("A4", "B5"), ("B12", "D3"), ("E10",), ("E5", "E10", "B7"), ("N95",),
     ("M",),
     ("S", "M", "L", "XL"), ("ROUTE 66",), ("A1", "EXIT"), ("Gate B12",), ("Room A 12",), ("M25", "18 mm"),
     ("E330", "E471"), ("G4", "20 W"), ("US 10", "EU 42"), ("Block C-12",), ("Windows SR 2",), ("A380",)],
)  # fmt: skip
def test_no_road(texts: tuple[str, ...]) -> None:
    assert roads.findings(lines(*texts)) == []


# --- plates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", tables.rows("plates"), ids=lambda row: f"{row['country']} {row['form']}")
def test_plates(row: dict[str, str]) -> None:
    found = plates.findings(lines(row["example"]))
    assert first(found)[row["country"]] >= 0.1
    assert found[0].inference.startswith("reads like a plate of")


def test_sixty_countries_and_more_have_plates() -> None:
    assert len({row["country"] for row in tables.rows("plates")}) >= 100


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("B-AB 1234", "DE", "Berlin"),
        ("D B AB 1234", "DE", "Berlin"),
        ("F AB-123-CD 75", "FR", "Île-de-France"),
        ("京A·12345", "CN", "Beijing"),
        ("粤B12345", "CN", "Guangdong"),
        ("品川 300 あ 12-34", "JP", "Tokyo"),
        ("34 ABC 123", "TR", "Istanbul"),
        ("А123ВС 77", "RU", "Moscow"),
        ("MH 12 AB 1234", "IN", "Maharashtra"),
        ("SK12 ABC", "GB", "Scotland"),
        ("12가 3456", "KR", ""),
        ("1234 УБА", "MN", ""),
        ("01 KG 123 ABC", "KG", ""),
    ],
)
def test_plates_that_name_one_country(text: str, country: str, region: str) -> None:
    found = plates.findings(lines(text))
    assert max(first(found), key=lambda code: first(found)[code]) == country
    assert found[0].active
    areas = [item for item in found if isinstance(item.reach, AreaReach)]
    assert [regions.name(item.reach.codes[0]) for item in areas] == ([region] if region else [])  # type: ignore[union-attr]
    assert all(item.strength is Strength.WEAK for item in areas)


def test_a_letter_read_as_a_digit_weighs_less() -> None:
    right, wrong = plates.findings(lines("AB-123-CD")), plates.findings(lines("A8-123-CD"))
    assert "FR" in first(right) and "FR" in first(wrong)
    assert max(m.weight for m in plate_forms.misread("A8-123-CD")) < max(
        m.weight for m in plate_forms.matches("AB-123-CD")
    )
    assert wrong[0].strength is Strength.WEAK


@pytest.mark.parametrize("text", ["ABC 1234", "AB 1234", "123 ABC", "ABC-123", "WA 12345"])
def test_two_parts_are_for_a_person_to_judge(text: str) -> None:
    assert [item.active for item in plates.findings(lines(text))] == [False]


@pytest.mark.parametrize(
    "text",
    ["GTX 1080", "WD 40", "ISO 9001", "EN 388", "MP3", "7UP", "BOEING 737-800", "A380", "ROOM 12", "5W-30",
     "10W-40",
     "USB 3.0", "COVID-19", "BLK 12A", "PC 470 XL", "HP 302 XL", "9-18", "10A-C", "5-2703", "Mo-Fr 9-18",
     "24H", "IP65",
     "220V 50HZ", "H2O", "2ND FLOOR", "R2-D2", "SPF 50", "12.05.2019", "2018-06-29", "1.299,00",
     "HC50O HYPERFIRE",
     "315", "XXL", "BC 1200", "I AM 25", "SINCE 1987", "EST 1887"],
)  # fmt: skip
def test_no_plate(text: str) -> None:
    assert [item for item in plates.findings(lines(text)) if item.active] == []


# --- postal codes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", tables.rows("postal"), ids=lambda row: row["key"])
def test_postal_codes(row: dict[str, str]) -> None:
    found = postal.findings(lines(row["example"]), TOWNS)
    assert found[0].active
    assert set(first(found)) <= set(tables.weights(row["countries"]))


@pytest.mark.parametrize(
    ("text", "country", "region"),
    [
        ("10115 Berlin", "DE", "Berlin"),
        ("Hauptstr. 5, 10115 Berlin", "DE", "Berlin"),
        ("75001 Paris", "FR", "Île-de-France"),
        ("1010 Wien", "AT", ""),
        ("00184 Roma", "IT", "Lazio"),
        ("46001 Valencia", "ES", "Valencian Community"),
        ("D-80331 München", "DE", "Bavaria"),
        ("CH-8001 Zürich", "CH", ""),
        ("Los Angeles, CA 90210", "US", "California"),
        ("Brisbane QLD 4000", "AU", "Queensland"),
        ("EH1 1YZ", "GB", "Scotland"),
        ("CF10 1EP", "GB", "Wales"),
        ("BT1 5GS", "GB", "Northern Ireland"),
        ("V8X 3X4", "CA", "British Columbia"),
        ("〒530-0001", "JP", "Ōsaka"),
    ],
)
def test_postal_codes_name_country_and_region(text: str, country: str, region: str) -> None:
    found = postal.findings(lines(text), TOWNS)
    assert first(found) == {country: 1.0}
    assert found[0].strength is Strength.LIKELY
    areas = [item.reach for item in found if isinstance(item.reach, AreaReach)]
    assert [regions.name(area.codes[0]) for area in areas] == ([region] if region else [])


@pytest.mark.parametrize(
    "text",
    ["2019 Wien", "10000 Schritte", "90210", "OK 12345", "IN 10 days", "CA 10001", "SA 2000",
     "10 MA 12345", "13579 Produkt",
     "2024 Toyota", "B5 4 ml", "A4 8GB", "12345-678", "1999 DM Preis", "10-200 Volt", "12-345 Teile",
     "1000-200 Euro",
     "5000 AB Serie", "PIN 1234", "100 20 Tabletten", "345 67 Kalle", "Tel. 10115", "440040"],
)  # fmt: skip
def test_no_postal_code(text: str) -> None:
    assert [item for item in postal.findings(lines(text), TOWNS) if item.active] == []


def test_without_a_gazetteer_a_plain_number_is_no_postal_code() -> None:
    assert postal.findings(lines("10115 Berlin")) == []


# --- codes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", tables.rows("aircraft"), ids=lambda row: row["example"])
def test_aircraft(row: dict[str, str]) -> None:
    (finding,) = codes.findings(lines(row["example"], "Airport"))
    assert row["country"] in weights(finding) and finding.active
    assert finding.strength is Strength.WEAK


@pytest.mark.parametrize("row", tables.rows("identifiers"), ids=lambda row: row["key"])
def test_numbers_of_firms(row: dict[str, str]) -> None:
    (finding,) = codes.findings(lines(row["example"]))
    assert finding.strength is Strength.LIKELY
    if row["countries"]:
        assert set(weights(finding)) == set(tables.weights(row["countries"]))
    else:
        assert set(weights(finding)) == {"DE"}


@pytest.mark.parametrize(
    "row", [row for row in tables.rows("identifiers") if row["check"] not in ("none",
    "evse")], ids=lambda r: r["key"]
)  # fmt: skip
def test_a_changed_digit_breaks_the_check(row: dict[str, str]) -> None:
    text = row["example"]
    place = max(i for i, c in enumerate(text) if c.isdigit())
    for digit in string.digits.replace(text[place], ""):
        assert codes.findings(lines(text[:place] + digit + text[place + 1 :])) == []


def test_ibans_by_their_arithmetic() -> None:
    for text in (
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "CH93 0076 2011 6238 5295 7",
    ):
        assert checksums.iban(text)
        assert first(codes.findings(lines(text))) == {text[:2]: 1.0}
    assert not checksums.iban("DE89 3704 0044 0532 0130 01")
    assert not checksums.iban("DE89 3704 0044 0532 0130")


def test_railway_numbers_need_their_check_digit(seed: int) -> None:
    chance = random.Random(seed)
    for row in tables.rows("uic"):
        body = f"91{row['number']}{chance.randrange(10**7):07}"
        right = next(d for d in string.digits if checksums.luhn(body + d))
        text = f"{body[:2]} {body[2:4]} {body[4:8]} {body[8:]}-"
        (finding,) = codes.findings(lines(text + right))
        assert weights(finding) == {row["country"]: 1.0} and finding.strength is Strength.LIKELY
        assert codes.findings(lines(text + str((int(right) + 1) % 10))) == []


@pytest.mark.parametrize(
    ("texts", "country"),
    [
        (("119番",), "JP"),
        (("Notruf 110",), "DE"),
        (("SAMU 15",), "FR"),
        (("Pompiers 18",), "FR"),
        (("In emergency dial 999",), "GB"),
        (("Call 911",), "US"),
        (("полиция 102",), "UA"),
        (("EMERGENCY", "000"), "AU"),
        (("Bombeiros 193",), "BR"),
        (("报警 110",), "CN"),
    ],
)
def test_emergency_numbers(texts: tuple[str, ...], country: str) -> None:
    found = codes.findings(lines(*texts))
    assert [weights(item)[country] >= 0.8 for item in found] == [True]


def test_airports_beside_a_word_of_air_travel() -> None:
    (finding,) = codes.findings(lines("FRA", "Airport"))
    assert isinstance(finding.reach, PointReach) and finding.reach.sd_km == 25.0
    assert codes.findings(lines("FRA")) == []


@pytest.mark.parametrize(
    "texts",
    [("THE END CAN SEA",), ("911 Turbo",), ("PORSCHE", "911"), ("Bus 112",), ("Police station 15 km",),
     ("Fire exit 15",),
     ("G-STAR",), ("E-MAIL",), ("T-SHIRT",), ("D-AIMA",), ("MSCU 123456 5",), ("N95",), ("110 V",),
     ("Menu 15",), ("18+",),
     ("Room 112", "Open 9-18"), ("Police 110 Yokohama",), ("Polizei 9.00-17.00",), ("112 €", "Alarm"),
     ("B-12",)],
)  # fmt: skip
def test_no_code(texts: tuple[str, ...]) -> None:
    assert [item for item in codes.findings(lines(*texts)) if item.active] == []


def test_every_emergency_number_has_a_country() -> None:
    assert all(emergency.numbers().values())


# --- domains of cities and of countries in their own letters -----------------------------------------------


@pytest.mark.parametrize("row", tables.rows("domains"), ids=lambda row: row["top"])
def test_local_domains(row: dict[str, str]) -> None:
    (finding,) = domains.findings(lines(f"www.example.{row['top']}"))
    if row["lat"]:
        assert isinstance(finding.reach, PointReach)
    elif row["region"]:
        assert finding.reach == AreaReach("admin1", (row["region"],))
    else:
        assert weights(finding) == {row["country"]: 1.0}
    assert finding.strength is (Strength.WEAK if row["name"] else Strength.LIKELY)


@pytest.mark.parametrize(
    "text", ["Hotel.Berlin", "Das Ende.wien ist schön", "ОАО.РФ", "中国.中国", "rules.mk"]
)
def test_a_lost_space_is_no_address(text: str) -> None:
    assert domains.findings(lines(text)) == []
