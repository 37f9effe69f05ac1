"""What an exhibit can be compared with: references, pictures made from it, then other exhibits. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite_desktop import wording
from theodolite_desktop.snapshot import Snapshot

MOST = 24


@dataclass(frozen=True, slots=True)
class Subject:
    """A reference photograph (``path``), another exhibit (``exhibit``) or a picture made from this one."""

    key: str
    title: str
    short: str
    path: str = ""
    exhibit: str = ""


def subjects(snapshot: Snapshot) -> tuple[Subject, ...]:
    """Best reference first; titles as the comparison shows them."""
    found = []
    search = snapshot.search
    for number, ref in enumerate(search.references[:MOST] if search else (), 1):
        provider = f" · {wording.visible(ref.provider, 40)}" if ref.provider else ""
        name = wording.visible(ref.name, 80)
        found.append(
            Subject(
                key=f"reference:{ref.id}",
                title=f"REFERENCE R{number}{provider} · {name} · {wording.coordinates(ref.lat, ref.lon)} "
                f"· cosine {ref.cosine:.2f}",
                short=f"R{number} {name[:24]} {ref.cosine:.2f}",
                path=ref.path,
            )
        )
    for made in snapshot.state.derived:
        if made.exhibit == snapshot.exhibit:
            title = wording.visible(made.title, 80)
            found.append(
                Subject(
                    f"derived:{made.id}",
                    f"MADE FROM {made.exhibit} · {made.id} {title}",
                    f"{made.id} {title[:24]}",
                )
            )
    for item in snapshot.exhibits:
        if item.id != snapshot.exhibit and item.readable:
            name = wording.visible(item.name, 80)
            found.append(
                Subject(
                    f"exhibit:{item.id}",
                    f"EXHIBIT {item.id} · {name}",
                    f"{item.id} {name[:24]}",
                    exhibit=item.id,
                )
            )
    return tuple(found)


def nearest_reference(snapshot: Snapshot, lat: float, lon: float) -> str:
    """Key of the best-matching reference within about 50 km of a place, else ''."""
    search = snapshot.search
    for ref in search.references[:MOST] if search else ():
        if abs(ref.lat - lat) < 0.45 and abs(ref.lon - lon) < 0.7:
            return f"reference:{ref.id}"
    return ""
