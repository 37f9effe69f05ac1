"""One reader a map service: what stands where in its addresses. Each answers None where there is no place."""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.errors import InputError
from theodolite.geo import shortlink
from theodolite.geo.address_value import (
    MIDDLE,
    NUMBER,
    Kind,
    MapAddress,
    Parts,
    number_of,
    pair_of,
    placed,
    turned,
)
from theodolite.geo.coordinates import METRES_A_DEGREE


def google(parts: Parts) -> MapAddress | None:
    query, whole = parts.query, parts.path
    data = whole.partition("/data=")[2] or query.get("pb", "") or query.get("data", "")
    found = MapAddress("Google Maps")
    if query.get("basemap") == "satellite" or query.get("t") in ("k", "h") or "!1e3" in data:
        found = replace(found, kind="satellite")
    panorama = _google_street(parts, data)
    if panorama is not None:
        return panorama
    view = re.search(rf"/@({NUMBER}),({NUMBER})((?:,[^,/]+)*)", whole)
    codes = {code[-1:]: number_of(code[:-1]) for code in (view[3] if view else "").split(",") if code}
    if "m" in codes or "d" in codes:
        found = replace(found, kind="satellite")
    if parts.host.startswith("earth."):
        pitch = codes.get("t")
        found = replace(
            found, provider="Google Earth", heading=turned(codes.get("h")), field_of_view=codes.get("y")
        )
        found = replace(found, pitch=None if pitch is None else pitch - 90.0)
    zoom = codes.get("z", number_of(query.get("zoom") or query.get("z"), 0, 24))
    found = replace(found, zoom=zoom)
    places = re.findall(rf"!3d({NUMBER})!4d({NUMBER})", data)
    if places:
        return placed(found, places[-1])
    for name in ("query", "q", "ll", "sll", "destination", "daddr", "saddr", "origin", "markers"):
        pair = pair_of(query.get(name))
        if pair is not None:
            return placed(found, pair, MIDDLE if name in ("ll", "sll") and "q" not in query else "")
    named = re.search(rf"/(?:place|search|dir/[^/]*)/({NUMBER}),\s*\+?({NUMBER})(?![\d.])", whole)
    if named:
        return placed(found, (named[1], named[2]))
    if view:
        return placed(found, (view[1], view[2]), MIDDLE)
    embedded = re.search(rf"!2d({NUMBER})!3d({NUMBER})", data)
    if embedded:
        return placed(found, (embedded[2], embedded[1]), MIDDLE)
    centre = pair_of(query.get("center"))
    return placed(found, centre, MIDDLE) if centre else None


def _google_street(parts: Parts, data: str) -> MapAddress | None:
    """Four generations of Street View addresses; None where it is none."""
    query, found = parts.query, MapAddress("Google Street View", "street view")
    view = re.search(
        rf"/@({NUMBER}),({NUMBER}),(\d+(?:\.\d+)?)a,({NUMBER})y(?:,({NUMBER})h)?(?:,({NUMBER})t)?",
        parts.path,
    )
    if view and not parts.host.startswith("earth."):
        tilt = number_of(view[6])
        name = re.search(r"!1s([\w-]{10,80})(?:!2e0|!)", data)
        taken = re.search(r"!5s(\d{4})(\d{2})\d{2}T", data)
        found = replace(
            found,
            heading=turned(number_of(view[5])),
            pitch=None if tilt is None else tilt - 90.0,
            field_of_view=number_of(view[4]),
            picture=name[1] if name else "",
            imagery_date=f"{taken[1]}-{taken[2]}" if taken else "",
            note="The service does not say whether its field of view is measured across or upright.",
        )
        return placed(found, (view[1], view[2]))
    embedded = re.search(
        rf"!1s([\w-]{{10,80}})!2m2!1d({NUMBER})!2d({NUMBER})!3f({NUMBER})!4f({NUMBER})", data
    )
    if embedded:
        found = replace(
            found, picture=embedded[1], heading=turned(number_of(embedded[4])), pitch=number_of(embedded[5])
        )
        return placed(found, (embedded[2], embedded[3]))
    asked = query.get("map_action") == "pano" or parts.path.endswith("/streetview")
    pair = pair_of(query.get("viewpoint") or query.get("location")) if asked else None
    if asked:
        found = replace(
            found,
            heading=turned(number_of(query.get("heading"))),
            pitch=number_of(query.get("pitch"), -90, 90),
            field_of_view=number_of(query.get("fov"), 1, 180),
            picture=query.get("pano", "")[:80],
        )
        if pair is None and found.picture:
            return replace(found, note="The address names a panorama, not a position.")
        return placed(found, pair) if pair else None
    old = pair_of(query.get("cbll"))
    if old is None:
        return None
    codes = (query.get("cbp", "").split(",") + [""] * 5)[:5]
    down = number_of(codes[4], -90, 90)
    found = replace(found, heading=turned(number_of(codes[1])), pitch=None if down is None else 0.0 - down)
    return placed(replace(found, picture=query.get("panoid", "")[:80]), old)


def openstreetmap(parts: Parts) -> MapAddress | None:
    query, found = parts.query, MapAddress("OpenStreetMap")
    short = re.fullmatch(r"/go/([\w~@=-]+)", parts.path)
    if short:
        lat, lon, zoom, step = shortlink.decode(short[1])
        middle = "" if "m" in query else MIDDLE
        return replace(found, lat=lat, lon=lon, precision_m=step * METRES_A_DEGREE, zoom=zoom, note=middle)
    view = re.search(rf"(?:^|&)map=(\d+(?:\.\d+)?)/({NUMBER})/({NUMBER})", parts.fragment)
    zoom_of = number_of(view[1], 0, 24) if view else number_of(query.get("zoom"), 0, 24)
    found = replace(found, zoom=zoom_of)
    for north, east, note in (("mlat", "mlon", ""), ("lat", "lon", MIDDLE)):
        pair = pair_of(f"{query.get(north, '')},{query.get(east, '')}")
        if pair is not None:
            return placed(found, pair, note)
    asked = pair_of(query.get("query"))
    if asked is not None:
        return placed(found, asked)
    return placed(found, (view[2], view[3]), MIDDLE) if view else None


def bing(parts: Parts) -> MapAddress | None:
    query = parts.query
    style = query.get("style") or query.get("sty") or "r"
    kind: Kind = "street view" if style == "x" else "satellite" if style in ("a", "h", "o", "b") else "map"
    found = MapAddress("Bing Streetside" if kind == "street view" else "Bing Maps", kind)
    found = replace(
        found, zoom=number_of(query.get("lvl"), 0, 24), heading=turned(number_of(query.get("dir")))
    )
    if kind == "map":
        found = replace(found, heading=None)
    point = re.match(rf"point\.({NUMBER})_({NUMBER})(?:_|$)", query.get("sp", ""))
    if point:
        return placed(found, (point[1], point[2]))
    for name in ("where1", "q", "pp"):
        pair = pair_of(query.get(name))
        if pair is not None:
            return placed(found, pair)
    centre = pair_of(query.get("cp"))
    return placed(found, centre, "" if kind == "street view" else MIDDLE) if centre else None


def yandex(parts: Parts) -> MapAddress | None:
    """Longitude comes first in every pair of this service."""
    query = parts.query
    zoom = number_of(query.get("z"), 0, 24)
    camera = pair_of(query.get("panorama[point]"), longitude_first=True)
    if camera is not None:
        found = MapAddress("Yandex Panoramas", "street view", zoom=zoom)
        way = pair_of(query.get("panorama[direction]"))
        span = pair_of(query.get("panorama[span]"))
        if way is not None:
            found = replace(found, heading=turned(float(way[0])), pitch=float(way[1]))
        if span is not None:
            found = replace(found, field_of_view=float(span[0]))
        return placed(replace(found, picture=query.get("panorama[id]", "")[:80]), camera)
    kind: Kind = "satellite" if query.get("l", "").split(",")[0].startswith(("sat", "skl")) else "map"
    found = MapAddress("Yandex Maps", kind, zoom=zoom)
    for name in ("whatshere[point]", "pt", "poi[point]"):
        pair = pair_of(",".join(query.get(name, "").split("~")[0].split(",")[:2]), longitude_first=True)
        if pair is not None:
            return placed(found, pair)
    written = pair_of(query.get("text"))
    if written is not None:
        return placed(found, written)
    centre = pair_of(query.get("ll"), longitude_first=True)
    return placed(found, centre, MIDDLE) if centre else None


def mapillary(parts: Parts) -> MapAddress | None:
    query = parts.query
    named = re.search(r"/map/im/([\w-]{3,40})", parts.path)
    picture = query.get("pkey") or query.get("image_key") or (named[1] if named else "")
    found = MapAddress("Mapillary", "street view" if picture else "map", picture=picture[:40])
    found = replace(found, zoom=number_of(query.get("z"), 0, 24))
    pair = pair_of(f"{query.get('lat', '')},{query.get('lng', '')}")
    if pair is not None:
        note = "The middle of the map beside the picture; the camera stands near it." if picture else MIDDLE
        return placed(found, pair, note)
    return replace(found, note="The address names a picture, not a position.") if picture else None


def apple(parts: Parts) -> MapAddress | None:
    query = parts.query
    around = "look-around" in parts.path or "_mvs" in query
    kind: Kind = "street view" if around else "satellite" if query.get("t") in ("k", "h") else "map"
    if query.get("map") in ("satellite", "hybrid"):
        kind = "satellite"
    found = MapAddress(
        "Apple Look Around" if around else "Apple Maps", kind, zoom=number_of(query.get("z"), 0, 24)
    )
    if around:
        found = replace(
            found,
            heading=turned(number_of(query.get("heading"))),
            pitch=number_of(query.get("pitch"), -90, 90),
        )
    for name, note in (
        ("coordinate", ""),
        ("q", ""),
        ("ll", ""),
        ("daddr", ""),
        ("center", MIDDLE),
        ("sll", MIDDLE),
    ):
        pair = pair_of(query.get(name))
        if pair is not None:
            marked = name != "ll" or around or "q" in query or "auid" in query
            return placed(found, pair, note or ("" if marked else MIDDLE))
    return None


def shifted(_parts: Parts) -> MapAddress | None:
    raise InputError(
        "Maps of this service are shifted on purpose (GCJ-02 or BD-09), by up to some hundred metres, so its "
        "numbers are not WGS84. Find the place on a map in WGS84 and take the address from there."
    )
