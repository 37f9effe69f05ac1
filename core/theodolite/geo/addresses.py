"""Addresses of map and street-view services, taken apart as text: position, view direction, zoom. Nothing
is opened, nothing is resolved.

What a service writes into its addresses is documented by few of them; where a number's meaning is known only
from use, the note says so. Angles: heading in degrees clockwise from north, pitch in degrees above the
horizon, field of view in degrees. Datum: WGS84, except where a service is known to shift its maps, which is
refused with the reason instead of being off by hundreds of metres in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from theodolite.errors import InputError
from theodolite.geo import address_readers as readers
from theodolite.geo import formats
from theodolite.geo.address_value import MIDDLE, NUMBER, Kind, MapAddress, Parts, number_of, pair_of, placed

__all__ = ["MIDDLE", "Kind", "MapAddress", "is_address", "parse"]

LONGEST = 8000
"""Characters of an address that is read at all."""
MOST_FIELDS = 200
_SHORTENED = ("goo.gl", "g.co", "bit.ly", "tinyurl.com", "t.co", "is.gd", "aka.ms", "binged.it", "maps.apple")
_LATS_LONS = (("mlat", "mlon"), ("lat", "lon"), ("lat", "lng"), ("latitude", "longitude"), ("lat", "long"))
_Reader = Callable[[Parts], MapAddress | None]


def is_address(text: str) -> bool:
    """Whether a text looks like an address rather than a coordinate."""
    return (
        re.match(r"\s*(?:(?:https?|geo|maps|bingmaps|ge0|om):|(?:www\.|maps\.)\S+/)", text, re.I) is not None
    )


def is_service(text: str) -> bool:
    """Whether an address is of a service whose way of writing is known."""
    try:
        host = _parts(text.strip()).host
    except InputError:
        return False
    return _shortened(host) or any(re.search(hosts, host) for hosts, _ in _SERVICES)


def _shortened(host: str) -> bool:
    return any(host == short or host.endswith("." + short) for short in _SHORTENED)


def parse(text: str, reference: tuple[float, float] | None = None) -> MapAddress:
    """Read one address; ``reference`` (latitude, longitude) completes a short Plus Code in it.

    Raises InputError with what to do where it names no place that can be known offline, Ambiguous where it
    can be read in several ways.
    """
    given = text.strip()
    if len(given) > LONGEST:
        raise InputError(f"An address of more than {LONGEST} characters is not read.")
    if given.lower().startswith("geo:"):
        return _geo(given)
    parts = _parts(given)
    if _shortened(parts.host):
        raise InputError(
            "A shortened address holds no position, and nothing is opened here to resolve it. "
            "Open it on another machine, then paste the long address it leads to."
        )
    reader = next((reader for hosts, reader in _SERVICES if re.search(hosts, parts.host)), _elsewhere)
    if reader is _elsewhere:
        seen, found = _elsewhere(parts), _written(given, parts, reference)
        found = replace(found, zoom=seen.zoom if seen else None) if found else seen
    else:
        found = reader(parts) or _written(given, parts, reference)
    if found is not None:
        return found
    if reader is _elsewhere:
        raise InputError(
            "That address holds no coordinate that we know how to read; addresses are never opened."
        )
    raise InputError(
        f"That address of {_NAMES.get(reader, 'this service')} holds no position. "
        "Copy the address while the map stands at the place."
    )


def _written(given: str, parts: Parts, reference: tuple[float, float] | None) -> MapAddress | None:
    """A coordinate that an address holds in words or in a grid; raises Ambiguous where there are two."""
    try:
        found = formats.in_address(given, given, reference)
    except formats.Ambiguous:
        raise
    except InputError:
        return None
    name = parts.host.removeprefix("www.")
    return MapAddress(name, lat=found.lat, lon=found.lon, precision_m=found.precision_m, note=found.note)


def _parts(given: str) -> Parts:
    whole = given if re.match(r"[a-z][a-z0-9+.-]*:", given, re.I) else f"https://{given}"
    try:
        split: SplitResult = urlsplit(whole)
        host = (split.hostname or "").lower()
        named = parse_qsl(split.query, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise InputError(f"{given[:60]!r} is not an address.") from None
    if split.scheme.lower() not in ("http", "https", "maps", "bingmaps") or not (host or split.query):
        raise InputError(f"{given[:60]!r} is not an address of a map.")
    if host and re.fullmatch(r"[\w.-]*[^\W\d][\w.-]*|[\d.]+", host) is None:
        raise InputError(f"{given[:60]!r} is not an address of a map.")
    host = host or {"maps": "maps.apple.com", "bingmaps": "bing.com"}.get(split.scheme.lower(), "")
    query: dict[str, str] = {}
    for name, value in named:
        query.setdefault(name.lower(), value)
    return Parts(host, unquote(split.path), query, unquote(split.fragment))


def _geo(given: str) -> MapAddress:
    """RFC 5870, with the query that telephones add: ?z= and q=LAT,LON(label)."""
    plain, _, rest = given.partition("?")
    query = dict(parse_qsl(rest))
    marked = pair_of(re.sub(r"\(.*\)$", "", query.get("q", "")))
    stated = formats.read(plain)
    found = MapAddress("geo: address", lat=stated.lat, lon=stated.lon, precision_m=stated.precision_m)
    if marked is not None:
        found = placed(found, marked)
    elif (stated.lat, stated.lon) == (0.0, 0.0) and "q" in query:
        raise InputError("That geo: address names a search, not a position.")
    return replace(found, zoom=number_of(query.get("z"), 0, 24))


def _elsewhere(parts: Parts) -> MapAddress | None:
    """Shapes that many services share; the provider is named by its host."""
    query, found = parts.query, MapAddress(parts.host.removeprefix("www."))
    zoom = number_of(query.get("z") or query.get("zoom"), 0, 24)
    inside = re.findall(r"(?:^|[/?&#!])(\w+)=([^&#]*)", parts.fragment)
    for named in (query, {name.lower(): value for name, value in reversed(inside)}):
        for lat, lon in _LATS_LONS:
            pair = pair_of(f"{named.get(lat, '')},{named.get(lon, '')}")
            if pair is not None:
                near = number_of(named.get("z") or named.get("zoom"), 0, 24)
                return placed(replace(found, zoom=near), pair)
    view = re.search(rf"(?:^|[/=])(\d{{1,2}}(?:\.\d+)?)/({NUMBER})/({NUMBER})(?:/|$|&)", parts.fragment)
    if view:
        return placed(replace(found, zoom=number_of(view[1], 0, 24)), (view[2], view[3]), MIDDLE)
    at = re.search(rf"/@({NUMBER}),({NUMBER})(?:,(\d+(?:\.\d+)?)z)?", parts.path)
    if at:
        return placed(replace(found, zoom=number_of(at[3], 0, 24)), (at[1], at[2]), MIDDLE)
    for name, note in (("q", ""), ("query", ""), ("ll", MIDDLE), ("center", MIDDLE), ("c", MIDDLE)):
        pair = pair_of(query.get(name))
        if pair is not None:
            return placed(replace(found, zoom=zoom), pair, note)
    return None


#: Whose addresses are read how, by host. The order matters: earth.google before google.
_SERVICES: tuple[tuple[str, _Reader], ...] = (
    (r"(?:^|\.)google(?:apis)?\.[a-z]{2,3}(?:\.[a-z]{2})?$", readers.google),
    (r"(?:^|\.)(?:openstreetmap|osm)\.org$", readers.openstreetmap),
    (r"(?:^|\.)bing\.com$", readers.bing),
    (r"(?:^|\.)yandex\.[a-z]{2,3}(?:\.[a-z]{2})?$", readers.yandex),
    (r"(?:^|\.)mapillary\.com$", readers.mapillary),
    (r"(?:^|\.)maps\.apple\.com$|^maps\.apple\.com$", readers.apple),
    (r"(?:^|\.)(?:baidu|amap|autonavi|gaode)\.(?:com|cn)$", readers.shifted),
)
_NAMES: dict[_Reader, str] = {
    readers.google: "Google Maps",
    readers.openstreetmap: "OpenStreetMap",
    readers.bing: "Bing Maps",
    readers.yandex: "Yandex Maps",
    readers.mapillary: "Mapillary",
    readers.apple: "Apple Maps",
}
