"""What is carried out of a case to be looked at elsewhere: addresses of map services, and Overpass queries.

Text only: nothing is opened. Every coordinate comes rounded by the caller; the digits written are those that
``precision_km`` deserves, so that a text never says more than was chosen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from theodolite.errors import InputError
from theodolite.geo.coordinates import METRES_A_DEGREE

MOST_TAGS = 20
LARGEST_RADIUS_M = 200_000.0
_KEY = r"[A-Za-z][\w:.-]{0,60}"
_TAG = re.compile(rf"({_KEY})(?:\s*(=|!=|~)\s*(.{{1,80}}))?")


@dataclass(frozen=True, slots=True)
class Service:
    """A map service. ``shows``: what its page shows of a place."""

    name: str
    shows: str
    address: Callable[[str, str, int], str]


SERVICES: tuple[Service, ...] = (
    Service(
        "OpenStreetMap", "map", lambda lat, lon, z: f"https://www.openstreetmap.org/#map={z}/{lat}/{lon}"
    ),
    Service("Google Maps", "satellite", lambda lat, lon, z: _google(lat, lon, z)),
    Service(
        "Google Street View",
        "street view",
        lambda lat, lon, _z: f"https://www.google.com/maps/@?api=1&map_action=pano&viewpoint={lat},{lon}",
    ),
    Service("Google Earth", "satellite", lambda lat, lon, z: _earth(lat, lon, z)),
    Service(
        "Bing Maps",
        "satellite",
        lambda lat, lon, z: f"https://www.bing.com/maps?cp={lat}~{lon}&lvl={z}&style=h",
    ),
    Service(
        "Yandex Maps", "satellite", lambda lat, lon, z: f"https://yandex.com/maps/?ll={lon},{lat}&z={z}&l=sat"
    ),
    Service("Apple Maps", "map", lambda lat, lon, z: f"https://maps.apple.com/?ll={lat},{lon}&z={z}"),
    Service(
        "Mapillary",
        "street view",
        lambda lat, lon, z: f"https://www.mapillary.com/app/?lat={lat}&lng={lon}&z={min(z, 17)}",
    ),
    Service(
        "Copernicus Browser",
        "satellite, dated",
        lambda lat, lon, z: f"https://browser.dataspace.copernicus.eu/?zoom={min(z, 16)}&lat={lat}&lng={lon}",
    ),
    Service(
        "Wikimapia",
        "map, described",
        lambda lat, lon, z: f"https://wikimapia.org/#lat={lat}&lon={lon}&z={z}&m=w",
    ),
    Service("geo: address", "any map program", lambda lat, lon, z: f"geo:{lat},{lon}?z={z}"),
)

#: What a place is often searched for: a word for people, and tags of OpenStreetMap.
WANTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Everything with a name", ("name",)),
    ("Places of worship", ("amenity=place_of_worship",)),
    ("Towers and masts", ("man_made=tower", "man_made=mast", "man_made=water_tower")),
    ("Fuel stations", ("amenity=fuel",)),
    ("Schools", ("amenity=school",)),
    ("Bridges", ("bridge=yes", "man_made=bridge")),
    ("Railways and stations", ("railway=rail", "railway=station")),
    ("Power lines", ("power=line", "power=tower")),
    ("Shops", ("shop",)),
    ("Fountains and monuments", ("amenity=fountain", "historic=monument", "historic=memorial")),
)


def _google(lat: str, lon: str, zoom: int) -> str:
    return (
        f"https://www.google.com/maps/@?api=1&map_action=map&center={lat},{lon}&zoom={zoom}&basemap=satellite"
    )


def _earth(lat: str, lon: str, zoom: int) -> str:
    return f"https://earth.google.com/web/@{lat},{lon},0a,{round(4e7 / 2**zoom)}d,35y,0h,0t,0r"


def service(name: str) -> Service:
    """The service of that name; InputError lists those there are."""
    found = next((one for one in SERVICES if one.name.lower() == name.strip().lower()), None)
    if found is None:
        raise InputError(
            f"There is no map service {name!r}. Choose among: {', '.join(one.name for one in SERVICES)}."
        )
    return found


def digits(precision_km: float | None) -> int:
    """Decimals of a degree that a precision deserves; 5 (about a metre) where it was not reduced."""
    if precision_km is None:
        return 5
    return max(0, min(5, math.ceil(-math.log10(precision_km * 1000.0 / METRES_A_DEGREE))))


def zoom_for(precision_km: float | None) -> int:
    """A zoom at which a map shows about the ground that the precision leaves open."""
    if precision_km is None:
        return 17
    return max(3, min(17, round(math.log2(40_000.0 / (2.0 * precision_km)))))


def address(name: str, lat: float, lon: float, precision_km: float | None) -> str:
    """The address of a place at a service. ``lat`` and ``lon`` were rounded already."""
    places = digits(precision_km)
    return service(name).address(f"{lat:z.{places}f}", f"{lon:z.{places}f}", zoom_for(precision_km))


def overpass(
    tags: Iterable[str],
    *,
    around: tuple[float, float, float] | None = None,
    outline: Sequence[tuple[float, float]] = (),
    places: int = 5,
) -> str:
    """A query in Overpass QL for features with any of ``tags``.

    ``around``: latitude, longitude and metres; or ``outline``: corners (latitude, longitude) of the ground.
    A tag is ``shop``, ``amenity=fuel``, ``name!=X`` or ``name~Via`` (a regular expression). InputError for
    what is no tag: nothing of it gets into the query unquoted.
    """
    wanted = [_filter(tag) for tag in tags if tag.strip()]
    if not wanted or len(wanted) > MOST_TAGS:
        raise InputError(f"Name one to {MOST_TAGS} tags of OpenStreetMap, for example amenity=fuel.")
    if around is not None:
        lat, lon, radius = around
        if not 0 < radius <= LARGEST_RADIUS_M:
            raise InputError(f"The radius of a query lies between 0 and {LARGEST_RADIUS_M / 1000:g} km.")
        ground = f"around:{radius:.0f},{lat:z.{places}f},{lon:z.{places}f}"
    elif len(outline) >= 3:
        corners = " ".join(f"{lat:z.{places}f} {lon:z.{places}f}" for lat, lon in outline)
        ground = f'poly:"{corners}"'
    else:
        raise InputError("A query needs a place with a radius, or an area.")
    lines = [f"  nwr{one}({ground});" for one in wanted]
    return "\n".join(["[out:json][timeout:60];", "(", *lines, ");", "out tags center;"])


def _filter(tag: str) -> str:
    found = _TAG.fullmatch(tag.strip())
    if found is None or not tag.strip().isprintable():
        raise InputError(f"{tag[:60]!r} is no tag of OpenStreetMap: write amenity=fuel, name~Via or shop.")
    key, sign, value = found[1], found[2], found[3]
    if sign is None:
        return f'["{key}"]'
    return f'["{key}"{sign}"{_quoted(value.strip())}"]'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
