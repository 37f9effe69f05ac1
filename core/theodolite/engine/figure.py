"""The map page: folium builds the figure, and everything it refers to becomes local.

Folium's default scripts and styles are addresses on the web, and it writes scripts and styles into the
page. Here the former are replaced by ``pack:`` addresses of the files really used and the latter are moved
to files of their own, so that the page works under a policy without ``unsafe-inline``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SCRIPTS = (("leaflet", "pack://map/leaflet.js"),)
STYLES = (("leaflet_css", "pack://map/leaflet.css"),)
OURS_BEFORE = (
    '<link rel="stylesheet" href="pack://map/map.css"/>\n<link rel="stylesheet" href="pack://map/chrome.css"/>\n'
    '<script src="pack://map/qwebchannel.js"></script>\n'
)
OURS_AFTER = tuple(
    f'<script src="pack://map/{name}.js"></script>\n'
    for name in (
        *("canvas", "tiles", "vector", "land", "labels", "points", "ground"),
        *("map", "chrome", "base", "regions", "shapes", "markers", "areas", "measure", "keys"),
    )
)
INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
MAP_NAME = re.compile(r"map_[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Page:
    """``html`` without any inline script or style, and the files that were in it."""

    html: str
    files: tuple[tuple[str, str], ...]


def build(lat: float = 25.0, lon: float = 10.0, zoom: int = 2) -> Page:
    """The page with an empty world map centred there; needs folium, so not at start-up of a window."""
    import folium

    figure = folium.Map(
        location=[lat, lon],
        zoom_start=zoom,
        tiles=None,
        prefer_canvas=True,
        zoom_control=False,
        attribution_control=False,
        min_zoom=2,
        max_zoom=19,
        world_copy_jump=True,
        zoom_snap=0.5,
    )
    figure.default_js = list(SCRIPTS)
    figure.default_css = list(STYLES)
    return externalise(MAP_NAME.sub("theodolite_map", str(figure.get_root().render())))


def externalise(html: str) -> Page:
    """Move each inline script and style of ``html`` to a file of its own, in place and in order."""
    files: list[tuple[str, str]] = []

    def move(match: re.Match[str]) -> str:
        kind, text = match.group(1), match.group(2).strip()
        name = f"inline-{len(files) + 1}.{'js' if kind == 'script' else 'css'}"
        files.append((name, text + "\n"))
        if kind == "script":
            return f'<script src="pack://map/{name}"></script>'
        return f'<link rel="stylesheet" href="pack://map/{name}"/>'

    moved = INLINE.sub(move, html)
    # Folium puts its last script behind </body>; ours follow it and find the map there.
    moved = moved.replace("</head>", f"{OURS_BEFORE}</head>").replace(
        "</html>", f"{''.join(OURS_AFTER)}</html>"
    )
    return Page(moved, tuple(files))
