"""Names to places: as written, in native scripts, with what signs add, with reading errors."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
import zoneinfo
from pathlib import Path

import numpy as np
import pytest

from tests.core.geo.sources import ROWS, write_sources
from theodolite.errors import PackError, StorageFailed
from theodolite.geo.gazetteer import Gazetteer, build
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.alone


@pytest.mark.parametrize(
    ("asked", "first", "country"),
    [
        ("florence", "Florence", "IT"),
        ("FIRENZE", "Florence", "IT"),
        ("フィレンツェ", "Florence", "IT"),
        ("Sao  Paulo", "São Paulo", "BR"),
        ("LODZ", "Łódź", "PL"),
        ("L’Aquila", "L'Aquila", "IT"),
        ("Харьков", "Kharkiv", "UA"),
        ("القاهره", "Cairo", "EG"),
        ("港 区", "Minato City", "JP"),
        ("横浜駅", "Yokohama", "JP"),
        ("Gare de Lodz", "Łódź", "PL"),
        ("Fl0rence", "Florence", "IT"),
        ("Kharkw", "Kharkiv", "UA"),
    ],
)
def test_a_name_finds_its_place(small: Gazetteer, asked: str, first: str, country: str) -> None:
    match = small.lookup(asked)[0]
    assert (match.place.name, match.place.country) == (first, country)


def test_every_namesake_is_listed_once_and_the_larger_first(small: Gazetteer) -> None:
    assert [match.place.country for match in small.lookup("Florence")] == ["IT", "US"]
    assert [match.place.name for match in small.lookup("minato")] == ["Minato City", "Minato"]
    assert len(small.lookup("Florence", limit=1)) == 1


def test_a_match_says_how_it_fits(small: Gazetteer) -> None:
    as_written, other, read = (small.lookup(name)[0] for name in ("Florence", "Firenze", "Flroence"))
    assert as_written.score == 1.0
    assert as_written.main
    assert as_written.exact
    assert other.score < 1.0
    assert not other.main
    assert other.exact
    assert other.matched == "Firenze"
    assert read.score < other.score
    assert not read.exact


@pytest.mark.parametrize(
    "nothing", ["", " ", "x", "qqqqqq", "!!", "\x00", '"', "'; drop table place", "%", "市"]
)
def test_what_is_no_name_finds_nothing(small: Gazetteer, nothing: str) -> None:
    assert small.lookup(nothing) == []


def test_exact_lookups_do_not_guess(small: Gazetteer) -> None:
    assert small.lookup("Flroence", fuzzy=False) == []
    assert small.lookup("横浜駅", fuzzy=False) == []


def test_places_of_unknown_countries_are_left_out(small: Gazetteer) -> None:
    assert len(small.all_places().id) == len(ROWS) - 1
    assert small.lookup("Nowhere", fuzzy=False) == []


def test_columns_agree_with_places(small: Gazetteer) -> None:
    columns = small.all_places(1_000_000)
    assert (columns.population >= 1_000_000).all()
    for row, identity in enumerate(columns.id):
        place = small.place(int(identity))
        assert place is not None
        assert (place.lat, place.lon) == (columns.lat[row], columns.lon[row])
        assert (place.country, place.admin1) == (columns.country[row], columns.admin1[row])
    assert small.largest(1_000_000, 2)[0][0] == "São Paulo"


def test_every_place_has_its_time_zone(small: Gazetteer) -> None:
    columns = small.all_places(0)
    assert columns.timezone[columns.id.tolist().index(4)] == "Europe/Rome"
    assert small.all_places(1_000_000).timezone[0] == "Asia/Tokyo"
    assert small.lookup("Łódź")[0].place.timezone == "Europe/Warsaw"
    assert small.zone(43.0, 11.0) == "Europe/Rome"
    assert small.zone(30.0, 31.0) == ""  # Cairo's is not given here


def test_nearest_crosses_the_antimeridian(small: Gazetteer) -> None:
    assert small.nearest(-18.0, -179.9).name == "Suva"
    assert small.nearest(43.8, 11.3).admin1 == "IT.16"
    assert [p.name for p in small.nearest_many(np.array([51.0, 30.0]), np.array([19.0, 31.0]))] == [
        "Łódź",
        "Cairo",
    ]


def test_regions_have_names_both_ways(small: Gazetteer) -> None:
    assert small.admin1_name("IT.16") == "Tuscany"
    assert small.admin1_name("IT.99") == ""
    for name in ("tuscany", "Toscana", "Tuscany region", "IT.16", "IT-52"):
        assert small.admin1_lookup(name) == ("IT.16",)
    assert small.admin1_lookup("東京都") == ("JP.40",)
    assert small.admin1_lookup("no such region") == ()


def test_building_is_whole_or_not_at_all(tmp_path: Path) -> None:
    cities, countries = write_sources(tmp_path)
    out = tmp_path / "out" / "gazetteer.db"
    job = build(cities, countries, out)
    for _ in range(3):
        next(job)
    job.close()
    assert not list((tmp_path / "out").iterdir())
    steps: list[int] = []
    run_to_end(build(cities, countries, out), lambda step: steps.append(step.done))
    assert steps == sorted(steps)
    assert [path.name for path in out.parent.iterdir()] == ["gazetteer.db"]
    first = out.read_bytes()
    run_to_end(build(cities, countries, out))
    assert out.read_bytes() == first


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"1": {"geonameid": 1}}', '{"1": 3}'])
def test_damaged_sources_are_named(tmp_path: Path, damage: str) -> None:
    cities, countries = write_sources(tmp_path)
    cities.write_text(damage, encoding="utf-8")
    with pytest.raises(PackError):
        run_to_end(build(cities, countries, tmp_path / "gazetteer.db"))
    assert not (tmp_path / "gazetteer.db").exists()


def test_coordinates_off_the_globe_are_refused(tmp_path: Path) -> None:
    cities, countries = write_sources(tmp_path)
    rows = json.loads(cities.read_text(encoding="utf-8"))
    rows["1"]["latitude"] = 91
    cities.write_text(json.dumps(rows), encoding="utf-8")
    with pytest.raises(PackError):
        run_to_end(build(cities, countries, tmp_path / "gazetteer.db"))


def test_no_room_is_a_storage_error(tmp_path: Path) -> None:
    cities, countries = write_sources(tmp_path)
    (tmp_path / "blocked").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageFailed):
        run_to_end(build(cities, countries, tmp_path / "blocked" / "gazetteer.db"))


def test_a_foreign_or_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "foreign.db").write_bytes(b"not a database at all, but long enough to look at" * 9)
    for name in ("foreign.db", "missing.db"):
        with pytest.raises(PackError):
            Gazetteer(tmp_path / name)


# --- the real gazetteer ----------------------------------------------------------------------------


@pytest.mark.packs
@pytest.mark.parametrize(
    ("asked", "name", "country"),
    [
        ("港区", "Minato City", "JP"),
        ("MINATO CITY", "Minato City", "JP"),
        ("北京", "Beijing", "CN"),
        ("서울역", "Seoul", "KR"),
        ("Αθήνα", "Athens", "GR"),
        ("กรุงเทพมหานคร", "Bangkok", "TH"),
        ("New York", "New York City", "US"),
        ("Москва", "Moscow", "RU"),
        ("München", "Munich", "DE"),
        ("Arezz0", "Arezzo", "IT"),
        ("Paris", "Paris", "FR"),
        ("london", "London", "GB"),
    ],
)
def test_names_of_the_world(real: Gazetteer, asked: str, name: str, country: str) -> None:
    place = real.lookup(asked)[0].place
    assert (place.name, place.country) == (name, country)


#: (as on a sign, main name, country): cases of many languages, and what signs add.
SIGNS = [
    ("в Москве", "Moscow", "RU"), ("в Нижнем Новгороде", "Nizhniy Novgorod", "RU"),
    ("Екатеринбурге", "Yekaterinburg", "RU"), ("в Казани", "Kazan", "RU"), ("у Києві", "Kyiv", "UA"),
    ("у Львові", "Lviv", "UA"), ("Warszawie", "Warsaw", "PL"), ("w Krakowie", "Kraków", "PL"),
    ("Gdańsku", "Gdańsk", "PL"), ("Łodzi", "Łódź", "PL"), ("Katowicach", "Katowice", "PL"),
    ("Praze", "Prague", "CZ"), ("v Brně", "Brno", "CZ"), ("Karlových Varech", "Karlovy Vary", "CZ"),
    ("Zagrebu", "Zagreb", "HR"), ("Beogradu", "Belgrade", "RS"), ("Vilniuje", "Vilnius", "LT"),
    ("Kaune", "Kaunas", "LT"), ("Helsingissä", "Helsinki", "FI"), ("Turussa", "Turku", "FI"),
    ("Tampereella", "Tampere", "FI"), ("Tallinnas", "Tallinn", "EE"), ("Budapesten", "Budapest", "HU"),
    ("Debrecenben", "Debrecen", "HU"), ("İstanbul'da", "Istanbul", "TR"), ("Bakıda", "Baku", "AZ"),
    ("Алматыда", "Almaty", "KZ"), ("Toshkentda", "Tashkent", "UZ"), ("στην Αθήνα", "Athens", "GR"),
    ("Αθήνας", "Athens", "GR"), ("του Πειραιά", "Piraeus", "GR"), ("بالقاهرة", "Cairo", "EG"),
    ("قاهرة", "Cairo", "EG"), ("בתל אביב", "Tel Aviv", "IL"), ("בירושלים", "Jerusalem", "IL"),
    ("თბილისში", "Tbilisi", "GE"), ("Երևանում", "Yerevan", "AM"), ("서울에서", "Seoul", "KR"),
    ("दिल्ली में", "Delhi", "IN"), ("ঢাকায়", "Dhaka", "BD"), ("சென்னையில்", "Chennai", "IN"),
    ("横浜駅", "Yokohama", "JP"), ("東京都港区", "Minato City", "JP"), ("Ville de Lyon", "Lyon", "FR"),
    ("Mairie de Paris", "Paris", "FR"), ("Comune di Firenze", "Florence", "IT"), ("Wien Hbf", "Vienna", "AT"),
    ("Gmina Warszawa", "Warsaw", "PL"), ("la București", "Bucharest", "RO"),
    ("Praha hlavní nádraží", "Prague", "CZ"), ("New York City Hall", "New York City", "US"),
]  # fmt: skip


@pytest.mark.packs
@pytest.mark.parametrize(("sign", "name", "country"), SIGNS)
def test_names_as_signs_write_them(real: Gazetteer, sign: str, name: str, country: str) -> None:
    assert (name, country) in [(m.place.name, m.place.country) for m in real.lookup(sign, limit=3)]
    first = real.lookup(sign, limit=1, home={country: 1.0})[0]
    assert (first.place.name, first.place.country) == (name, country)


@pytest.mark.packs
@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Bem", "Bern"),
        ("Toulcuse", "Toulouse"),
        ("Stockho1m", "Stockholm"),
        ("Dusse1dorf", "Düsseldorf"),
        ("Екатериибург", "Yekaterinburg"),
        ("Саикт-Петербург", "Saint Petersburg"),
        ("ירושליס", "Jerusalem"),
        ("بعداد", "Baghdad"),
        ("โตเกียว", "Tokyo"),
        ("เชียงใหม", "Chiang Mai"),
        ("フィレンツエ", "Florence"),
        ("Warszavvie", "Warsaw"),
    ],
)
def test_misread_names(real: Gazetteer, read: str, name: str) -> None:
    assert name in [match.place.name for match in real.lookup(read, limit=5)]


@pytest.mark.packs
def test_the_other_clues_order_namesakes(real: Gazetteer) -> None:
    assert real.lookup("Paris")[0].place.country == "FR"
    first = real.lookup("Paris", home={"US": 1.0, "CA": 0.2})[0]
    assert (first.place.name, first.place.admin1) == ("Paris", "US.TX")
    assert first.agreement == 0.0
    france = next(m for m in real.lookup("Paris", home={"US": 1.0}) if m.place.country == "FR")
    assert france.agreement == pytest.approx(math.log(0.1))


@pytest.mark.packs
def test_time_zones_of_the_world(real: Gazetteer) -> None:
    assert real.zone(48.85, 2.35) == "Europe/Paris"
    assert real.zone(-33.87, 151.2) == "Australia/Sydney"
    assert real.zone(27.7, 85.3) == "Asia/Kathmandu"
    known = set(zoneinfo.available_timezones())
    assert set(real.all_places().zones) - {""} <= known


@pytest.mark.packs
def test_a_lookup_needs_little_memory(real: Gazetteer) -> None:
    """In a process of its own: what look-ups add to the memory of Python, numpy and rapidfuzz."""
    code = (
        "import resource, sys; from pathlib import Path; import numpy, rapidfuzz.process;"
        "from theodolite.geo.gazetteer import Gazetteer;"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024;"
        "before = used(); g = Gazetteer(Path(sys.argv[1]));"
        "[g.lookup(n) for n in ('Warszavvie', 'Fl0rence', 'Харкив', 'Санта', '横浜駅', 'Santa Mria') * 20];"
        "print(used() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(real.path)], capture_output=True, check=True)
    assert float(done.stdout) < 60


@pytest.mark.packs
def test_exact_lookups_are_fast(real: Gazetteer) -> None:
    start = time.process_time()
    for name in ("Paris", "港区", "Saint-Denis", "no such place at all") * 25:
        real.lookup(name, fuzzy=False)
    assert (time.process_time() - start) / 100 < 0.020
