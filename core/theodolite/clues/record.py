"""How every source writes its clue: roots, origins, wording, and the record of a source that found nothing.

Roots follow posterior.md (Dependence): all that rests on the metadata of a file shares
``metadata:<sha256>``, all that rests on one line of text shares ``text:<sha256>:<line number>``.
"""

from __future__ import annotations

import json

from theodolite.clues.territories import country_name, size_rank
from theodolite.domain import Box, Clue, Exhibit, GradedReach, Origin, Reach, Strength, TimeSpan

#: Changes whenever a rule or table of this package changes what is concluded.
VERSION = "2"


def metadata_root(sha256: str) -> str:
    return f"metadata:{sha256}"


def text_root(sha256: str, line: int) -> str:
    return f"text:{sha256}:{line}"


def origins(exhibit: Exhibit) -> tuple[Origin, ...]:
    """What every clue of this exhibit rests on: its bytes, its camera, its capture series.

    A camera without a serial number is named by make and model alone, so two cameras of one model count
    as the same origin: rather too few independent clues than too many. The series is camera and day.
    What was made from another exhibit (a frame of a video) rests on the bytes of that one.
    """
    metadata = exhibit.metadata
    found = [Origin("file", parent_sha256(exhibit) or exhibit.sha256)]
    camera = " ".join(part for part in (metadata.camera, metadata.serial) if part)
    if camera:
        found.append(Origin("camera", camera))
        if metadata.taken_at and len(metadata.taken_at) >= 10:
            found.append(Origin("series", f"{camera} {metadata.taken_at[:10]}"))
    return tuple(found)


def parent_sha256(exhibit: Exhibit) -> str:
    """The hash of what a derived exhibit was made from, as its recipe states; '' for an original."""
    if not exhibit.parent:
        return ""
    try:
        stated = json.loads(exhibit.recipe)["parent_sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return stated if isinstance(stated, str) else ""


def clue(
    exhibit: Exhibit,
    kind: str,
    *,
    observation: str,
    inference: str,
    strength: Strength,
    method: str,
    root: str,
    reach: Reach | None = None,
    box: Box | None = None,
    confidence: float | None = None,
    note: str = "",
    active: bool = True,
    when: TimeSpan | None = None,
    inputs: tuple[tuple[str, str], ...] = (),
) -> Clue:
    """A clue made by machine, without an id: the store gives ids."""
    return Clue(
        id="",
        exhibit=exhibit.id,
        kind=kind,
        observation=observation,
        inference=inference,
        strength=strength,
        method=method,
        version=VERSION,
        root=root,
        origins=origins(exhibit),
        reach=reach,
        box=box,
        confidence=None if confidence is None else round(confidence, 4),
        note=note,
        active=active,
        when=when,
        inputs=inputs,
    )


def nothing(
    exhibit: Exhibit, source: str, reason: str, *, method: str, note: str = "", box: Box | None = None
) -> Clue:
    """The record of a source that found nothing, could not read, or is not installed (``none.<source>``)."""
    root = metadata_root(exhibit.sha256) if source == "metadata" else f"none:{exhibit.sha256}:{source}"
    return clue(
        exhibit,
        f"none.{source}",
        observation=reason,
        inference="says nothing about the place",
        strength=Strength.WEAK,
        method=method,
        root=root,
        box=box,
        note=note,
    )


def graded(attribute: str, weights: dict[str, float], *, floor: float = 0.002) -> GradedReach | None:
    """Weights to a reach: scaled to a maximum of 1, the negligible left out, in a fixed order."""
    top = max(weights.values(), default=0.0)
    if top <= 0:
        return None
    kept = {code: weight / top for code, weight in weights.items() if weight / top >= floor}
    ordered = sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    return GradedReach(attribute, tuple((code, round(weight, 4)) for code, weight in ordered))


def countries_in_words(weights: dict[str, float], limit: int = 3) -> str:
    """The likeliest countries by name, 'France, Belgium, Monaco and 9 more'; 'many countries' beyond 40."""
    top = max(weights.values(), default=0.0)
    names = [code for code, weight in weights.items() if weight >= 0.25 * top]
    if len(names) > 40:
        return "many countries"
    names.sort(key=lambda code: (-round(5 * weights[code] / top), size_rank(code), code))
    shown = ", ".join(country_name(code) for code in names[:limit])
    more = len(names) - limit
    return f"{shown} and {more} more" if more > 0 else shown
