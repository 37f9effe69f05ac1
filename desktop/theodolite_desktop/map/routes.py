"""Which bytes answer a ``pack:`` address. No Qt: the scheme handler is thin glue over this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

HOST = "map"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".png": "image/png",
    ".bin": "application/octet-stream",
}
# style-src needs no unsafe-inline: folium's styles are files, Leaflet sets styles through the object model.
POLICY = (
    "default-src 'none'; script-src pack:; style-src pack:; img-src pack: data:; connect-src pack:; "
    "font-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


# The report's page brings its own policy, stricter still: its style sheet by hash. It has no script at all.
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


class NoSuchPage(Exception):
    """Nothing of ours has that address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A body and its media type."""

    body: bytes
    media_type: str


class Routes:
    """Looks a name up in ``made`` (bytes known to the caller), then in ``folders`` in order.

    Names have no folder but ``images/``; anything else, and anything that leaves a folder, does not exist.
    """

    def __init__(self, folders: tuple[Path, ...], made: Mapping[str, Callable[[], bytes]]) -> None:
        self._folders, self._made = folders, dict(made)

    def answer(self, host: str, path: str) -> Answer:
        """The answer for ``pack://host/path``; raises NoSuchPage."""
        name = PurePosixPath(path.lstrip("/"))
        kind = TYPES.get(name.suffix)
        plain = len(name.parts) == 1 or (len(name.parts) == 2 and name.parts[0] == "images")
        if host != HOST or kind is None or not plain or ".." in name.parts:
            raise NoSuchPage(f"{host}{path}")
        if str(name) in self._made:
            return Answer(self._made[str(name)](), kind)
        for folder in self._folders:
            file = folder / name
            if file.is_file():
                return Answer(file.read_bytes(), kind)
        raise NoSuchPage(f"{host}{path}")


def allowed(scheme: str, host: str) -> bool:
    """Whether the page may ask for an address at all: only ours, and data it already holds."""
    return (scheme == "pack" and host == HOST) or scheme == "data"
