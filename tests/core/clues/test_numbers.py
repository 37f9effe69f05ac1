"""Dates, area codes and prices, and that ordinary text of many languages says nothing of the kind."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.core.clues.making import gazetteer, lines, place
from theodolite.clues import (
    calendars,
    codes,
    currency,
    dates,
    domains,
    monthnames,
    ocr,
    phone,
    plates,
    postal,
    prices,
    roads,
    units,
)  # fmt: skip
from theodolite.clues.finding import Finding
from theodolite.domain import AreaReach, GradedReach, PointReach, Strength


def weights(finding: Finding) -> dict[str, float]:
    assert isinstance(finding.reach, GradedReach)
    return dict(finding.reach.weights)


# --- dates -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day", "inside", "outside"),
    [
        ("13/05/2019", "2019-05-13", {"GB", "FR", "BR", "IT"}, {"US"}),
        ("05/13/2019", "2019-05-13", {"US"}, {"GB", "FR", "DE"}),
        ("13.05.2019", "2019-05-13", {"DE", "RU", "PL", "TR"}, {"US", "JP"}),
        ("13-05-2019", "2019-05-13", {"NL"}, {"US", "CN"}),
        ("2019/05/13", "2019-05-13", {"JP", "CN"}, {"US", "DE", "FR"}),
        ("2019. 05. 13.", "2019-05-13", {"HU", "KR"}, {"US", "DE"}),
        ("2019年5月13日", "2019-05-13", {"JP", "CN"}, {"KR", "US"}),
        ("令和3年4月1日", "2021-04-01", {"JP"}, {"CN"}),
        ("平成元年1月8日", "1989-01-08", {"JP"}, {"CN"}),
        ("民國108年5月13日", "2019-05-13", {"TW"}, {"CN"}),
        ("2019년 5월 13일", "2019-05-13", {"KR"}, {"JP"}),
        ("13 มีนาคม 2562", "2019-03-13", {"TH"}, {"LA"}),
        ("13/05/2562", "2019-05-13", {"TH"}, {"FR"}),
        ("۱۴۰۲/۰۵/۱۲", "2023-08-03", {"IR"}, {"SA", "US"}),
        ("1402/05/12", "2023-08-03", {"IR"}, {"US"}),
        ("٢٠١٩/٠٥/١٣", "2019-05-13", {"EG"}, {"JP", "US"}),
        ("12. März 2019", "2019-03-12", {"DE", "AT"}, {"US", "FR"}),
        ("12 mars 2019", "2019-03-12", {"FR"}, {"DE", "JP"}),
        ("12 de marzo de 2019", "2019-03-12", {"ES", "MX"}, {"FR"}),
        ("12 marca 2019", "2019-03-12", {"PL"}, {"DE"}),
        ("12 березня 2019", "2019-03-12", {"UA"}, {"RU"}),
        ("12 марта 2019", "2019-03-12", {"RU"}, {"BG"}),
        ("12 Mart 2019", "2019-03-12", {"TR"}, {"DE"}),
        ("12 Μαρτίου 2019", "2019-03-12", {"GR"}, {"TR"}),
        ("12 maaliskuuta 2019", "2019-03-12", {"FI"}, {"SE"}),
        ("March 12, 2019", "2019-03-12", {"US"}, {"CN"}),
        ("12th March 2019", "2019-03-12", {"GB", "AU"}, {"CN"}),
    ],
)
def test_dates(text: str, day: str, inside: set[str], outside: set[str]) -> None:
    (finding,) = dates.findings(lines(text))
    assert finding.when is not None
    # Midnight to midnight in every time zone, from UTC+14 to UTC-12.
    when = date.fromisoformat(day)
    assert finding.when.start == f"{when - timedelta(days=1)}T10:00:00Z"
    assert finding.when.end == f"{when + timedelta(days=1)}T12:00:00Z"
    assert f"a date is written in the picture: {day}" in finding.inference
    found = weights(finding)
    assert all(found.get(code, 0.0) >= 0.4 for code in inside), {code: found.get(code) for code in inside}
    assert all(found.get(code, 0.0) <= 0.31 for code in outside), {c: found.get(c) for c in outside}


def test_a_date_that_may_be_read_both_ways_spans_both() -> None:
    (finding,) = dates.findings(lines("06/07/2019"))
    assert finding.when is not None
    assert (finding.when.start[:10], finding.when.end[:10]) == ("2019-06-06", "2019-07-07")
    found = weights(finding)
    assert found["US"] > 0.6 and found["GB"] > 0.6


def test_iso_dates_and_years_of_founding_say_nothing_about_the_place() -> None:
    (finding,) = dates.findings(lines("2019-05-13"))
    assert finding.reach is None and finding.when is not None
    (since,) = dates.findings(lines("Seit 1887"))
    assert since.reach is None and since.when is not None
    assert (since.when.start, since.when.end) == ("1886-12-31T10:00:00Z", "")


def test_a_camera_stamp_is_named() -> None:
    (finding,) = dates.findings(lines("2020-03-16 10:00:00 AM"))
    assert "cameras" in finding.note


@pytest.mark.parametrize(
    "text",
    ["9-18", "9.00-18.00", "10-12", "192.168.10.12", "1.2.3", "Mo-Fr 9-18", "+49 30 12.05.2019",
     "May 2019", "12 mai",
     "3 set", "2622-04-06", "2819-01-89", "31.02.2019", "13/13/2019", "1/2", "24/7", "2019", "No. 12/2019",
     "Heft 6/2012",
     "V 1.10.2019.3", "12 mar", "10.12.20"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert dates.findings(lines(text)) == []


def test_calendars_against_known_days(seed: int) -> None:
    known = {(1402, 1, 1): "2023-03-21", (1399, 12, 30): "2021-03-20", (1403, 1, 1): "2024-03-20",
             (1357, 11, 22): "1979-02-11", (1404, 1, 1): "2025-03-21",
             (1300, 1, 1): "1921-03-21"}  # fmt: skip
    for parts, expected in known.items():
        assert str(calendars.solar_hijri(*parts)) == expected
    assert calendars.solar_hijri(1400, 12, 30) is None
    first = calendars.solar_hijri(1300, 1, 1)
    assert first is not None
    chance, count = random.Random(seed), 0
    for year in range(1300, 1400):
        for month in range(1, 13):
            for day in range(1, 32):
                found = calendars.solar_hijri(year, month, day)
                if found is not None:
                    assert found == first + timedelta(days=count)
                    count += 1
    assert calendars.japanese("平成", 32, 1, 1) is None
    plain = str(chance.randrange(10**6))
    assert calendars.plain_digits(plain.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))) == plain


def test_styles_come_from_cldr() -> None:
    styles = monthnames.numeric_styles()
    assert len(styles) > 200
    assert max(styles["US"], key=lambda key: styles["US"][key]) == ("mdy", "/")
    assert max(styles["DE"], key=lambda key: styles["DE"][key]) == ("dmy", ".")


# --- phone numbers ---------------------------------------------------------------------------------------

TOWNS = gazetteer(Munich=[place("Munich", "DE", 1_500_000, lat=48.14, lon=11.58)])


@pytest.mark.parametrize(
    ("text", "country", "area"),
    [
        ("+49 89 123456", "DE", "Munich"),
        ("+49 30 901820", "DE", "DE.16"),
        ("+1 212-555-0100", "US", "US.NY"),
        ("(212) 555-0100", "US", "US.NY"),
        ("(416) 555-0123", "CA", "CA.08"),
        ("+81 3-5253-1111", "JP", "JP.40"),
        ("電話 03-5253-1111", "JP", "JP.40"),
        ("+86 10 8511 2345", "CN", "CN.22"),
        ("+380 44 255 12 34", "UA", ""),
        ("+61 2 9374 4000", "AU", ""),
    ],
)
def test_area_codes(text: str, country: str, area: str) -> None:
    found = phone.findings(lines(text), TOWNS)
    assert weights(found[0]) == {country: 1.0}
    assert found[0].strength is Strength.LIKELY
    reach = found[1].reach if len(found) > 1 else None
    if area == "Munich":
        assert isinstance(reach, PointReach) and 25 <= reach.sd_km <= 50 and abs(reach.lat - 48.14) < 0.1
    elif area:
        assert reach == AreaReach("admin1", (area,))
    assert all(item.strength is Strength.WEAK for item in found[1:])


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("тел. 050 123 45 67", {"UA"}, {"FR", "RS"}),
        ("8 (495) 797-84-00", {"RU"}, set()),
        ("τηλ. 210 3214567", {"GR"}, {"US"}),
        ("هاتف 02 27354532", {"EG"}, {"FR"}),
        ("Tel. 93 256 30 00", {"ES"}, {"GB"}),
        ("โทร. 02 123 4567", {"TH"}, {"FR"}),
        ("01 40 20 50 50", {"FR"}, {"US"}),
        ("(11) 3123-4567", set(), set()),
    ],
)
def test_national_numbers(text: str, inside: set[str], outside: set[str]) -> None:
    found = [item for item in phone.findings(lines(text)) if isinstance(item.reach, GradedReach)]
    if inside:
        assert inside <= set(weights(found[0]))
        assert not outside & set(weights(found[0]))


# --- prices ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "most", "less"),
    [
        ("1.299,00 €", {"DE", "ES", "IT"}, {"IE", "MT"}),
        ("€1,299.00", {"IE", "MT"}, {"DE", "FR"}),
        ("1 299,00 €", {"FR", "FI"}, {"IE"}),
        ("₹1,00,000", {"IN"}, set()),
        ("1.299,– €", {"DE"}, {"IE"}),
        ("$1,299.99", {"US", "AU"}, {"AR", "CL"}),
        ("$1.299", {"AR", "CL", "CO"}, {"US", "AU"}),
        ("500 ₽", {"RU"}, set()),
        ("150 лв.", {"BG"}, set()),
        ("250 din.", {"RS"}, set()),
        ("120 ден", {"MK"}, set()),
        ("50 บาท", {"TH"}, set()),
        ("3,50 KM", {"BA"}, set()),
        ("1 290 Ft", {"HU"}, set()),
        ("100 TL", {"TR"}, set()),
        ("5,000원", {"KR"}, set()),
        ("120 ر.س", {"SA"}, set()),
        ("5 000 FCFA", {"CI", "BF"}, set()),
    ],
)
def test_prices(text: str, most: set[str], less: set[str]) -> None:
    (finding,) = currency.findings(lines(text))
    found = weights(finding)
    assert all(found[code] >= 0.5 for code in most), found
    assert all(found.get(code, 0.0) < min(found[one] for one in most) for code in less), found


def test_forms_of_amounts() -> None:
    assert prices.form_of("€ 1.299,00") == prices.Form(",", ".", False, True)
    assert prices.form_of("1'299.00 CHF") == prices.Form(".", "'", False, False)
    assert prices.form_of("Rs 1,50,000") == prices.Form("", ",", True, True)
    assert prices.form_of("€") is None


@pytest.mark.parametrize(
    "text", ["5 KM", "KM 5", "12 LE", "2 DT", "6 Ft", "Euro 2012", "Br 2", "DIN 5008", "din 12"]
)
def test_abbreviations_that_are_other_things(text: str) -> None:
    assert currency.findings(lines(text)) == []


# --- ordinary text ---------------------------------------------------------------------------------------

_ORDINARY = """
The museum is open from 9 to 18 every day except Monday
Please keep the door closed. Thank you for your help
We walked for 3 hours and saw 12 birds in the old park
He was 42 years old and lived in house number 17
Terms and conditions apply. See page 23 for details
Best before: see lid. Store in a cool dry place
Made of 100% cotton, wash at 40 degrees
Version 2.10.3 of the program fixes 14 errors
Score: 3-2 after 90 minutes, 4-3 after penalties
Chapter 12: The long way home
Öffnungszeiten Mo-Fr 9-18 Uhr, Sa 10-14 Uhr
Bitte nicht rauchen! Rauchmelder sind eingebaut
Die Straße ist wegen Bauarbeiten bis Freitag gesperrt
Im Jahr wurden 250 neue Bäume gepflanzt
Zutaten: Wasser, Zucker, 12 % Fruchtsaft, E 330
Gruppe 7, Zimmer 12, Tisch 4
Ouvert du mardi au samedi de 10h à 19h
Défense de stationner jour et nuit
Le train part à 14 h 35 de la voie 3
Ingrédients : farine, sucre, oeufs 15 %, sel
Il fait 25 degrés et le vent souffle à peine
Abierto de lunes a viernes de 9 a 14 y de 17 a 20
Prohibido fijar carteles en esta pared
Chiuso per ferie fino a settembre
Vietato l'ingresso ai non addetti ai lavori
营业时间 9:00-18:00
请勿吸烟 谢谢合作
本产品净含量 500 克，保质期 12 个月
第 3 页 共 15 页
今天天气很好，我们去公园玩
小心地滑
立入禁止 関係者以外の方はご遠慮ください
営業時間 10時から19時まで
Открыто с 9 до 18 часов
Не влезай, убьёт
Осторожно, двери закрываются
SIZE M 38-40
100% POLYESTER
NET WT 12 OZ (340g)
MODEL XR-7 220V 50HZ
S/N 4B72K9910234
ISO 9001:2015
A4 80 g/m2 500 Blatt
LOT 24A17 EXP 12/26
4 x AA 1.5V
Ref. 2719-B
Gate 12 Row 24 Seat 7A
3 for 2
50% OFF
No. 5
Lv 12 HP 340/400
BMW 320i
F1 2.8 50mm
"""


@pytest.mark.parametrize("text", _ORDINARY.strip().splitlines())
def test_ordinary_text_says_nothing(text: str) -> None:
    found: list[Finding] = []
    for source in (postal, plates, units, dates, roads, codes, phone, domains, currency):
        found += [item for item in source.findings(lines(text)) if item.active]
    assert found == []


def test_ordinary_text_all_together_says_nothing() -> None:
    rows = lines(*_ORDINARY.strip().splitlines())
    for source in (postal, plates, units, dates, roads, codes, phone, domains, currency):
        assert [item for item in source.findings(rows) if item.active] == [], source.__name__


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ocr/EasyOCR/examples/chinese.jpg", set()),
        ("ocr/EasyOCR/examples/french.jpg", set()),
        ("ocr/EasyOCR/examples/english.png", set()),
        ("ocr/EasyOCR/examples/japanese.jpg", set()),
        ("ocr/RapidOCR/python/tests/test_files/ch_en_num.jpg", set()),
        ("ocr/RapidOCR/python/tests/test_files/en.jpg", set()),
        (
            "ocr/RapidOCR/python/tests/test_files/check_return_word_len.jpeg",
            {("text.date", "2018-06-29"), ("text.date", "2022-03-18")},
        ),
        (
            "ocr/RapidOCR/python/tests/test_files/return_word_debug.jpg",
            {("text.phone", "027-88852022"), ("text.phone", "027-88859022")},
        ),
    ],
)
def test_photographs(read: Callable[[str], ocr.Reading], name: str, expected: set[tuple[str, str]]) -> None:
    rows = read(name).lines
    found = {
        (item.kind, item.observation.split("“")[1].split("”")[0])
        for source in (postal, plates, units, dates, roads, codes, phone, domains, currency)
        for item in source.findings(rows)
        if item.active
    }
    assert found == expected
