"""Content credentials (C2PA): what a signed manifest states, and whether it holds. Offline.

A signature binds statements to bytes and to a certificate; it says nothing about whether a statement is
true. A file without a manifest is unknown, never suspect for that. States are those of
``evidence.c2pa_report``.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import cos, hypot, radians
from pathlib import Path
from typing import Protocol

from theodolite.clues import record
from theodolite.domain import Clue, Exhibit, PointReach, Strength, TimeSpan
from theodolite.errors import TheodoliteError
from theodolite.evidence.c2pa_report import Action, Provenance

METHOD = "C2PA, validated offline"

#: Standard deviation of a stated satellite position without a stated error (posterior.md).
LEAST_SD_KM = 0.05
#: A position this near to that of the metadata is one statement made twice: one root, one doubt.
SAME_KM = 1.0

_WORDS = {
    "assertion.dataHash.mismatch": "the bytes of the file are not those that were signed",
    "assertion.bmffHash.mismatch": "the bytes of the file are not those that were signed",
    "assertion.boxesHash.mismatch": "the bytes of the file are not those that were signed",
    "assertion.hashedURI.mismatch": "a statement was changed after it was signed",
    "assertion.missing": "a statement that was signed is missing",
    "claimSignature.mismatch": "the signature does not fit what it is said to sign",
    "claimSignature.missing": "there is no signature",
    "claim.missing": "a claim that is referred to is missing",
    "ingredient.manifest.missing": "a claim that is referred to is missing",
    "ingredient.manifest.mismatch": "the manifest of an ingredient was changed",
    "signingCredential.expired": "the certificate was out of date, and no time stamp is older",
    "signingCredential.revoked": "the certificate was revoked",
    "signingCredential.invalid": "the certificate may not sign such a manifest",
}
_STRENGTH = {"valid": Strength.CERTAIN, "unknown trust": Strength.LIKELY}
_GENERATED = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia")


class Validates(Protocol):
    """The sandboxed decoder, as far as this source needs it."""

    def provenance(self, path: Path, anchors: str = "") -> Provenance: ...


def provenance_clues(exhibit: Exhibit, path: Path, decoder: Validates, anchors: str = "") -> list[Clue]:
    """What the C2PA manifest of ``exhibit`` states and how far it holds.

    ``anchors``: certificates (PEM) whose signers count as trusted; with none of them every signer is
    unknown. Never raises for what the file holds.
    """
    try:
        found = decoder.provenance(path, anchors)
    except TheodoliteError as error:
        return [record.nothing(exhibit, "c2pa", "C2PA could not be read", method=METHOD, note=str(error))]
    return clues_of(exhibit, found)


def clues_of(exhibit: Exhibit, found: Provenance) -> list[Clue]:
    """The clues of a validated manifest; pure."""
    if found.state == "absent":
        reason = "No C2PA manifest: where the picture comes from is unknown, which is so for most pictures"
        return [record.nothing(exhibit, "c2pa", reason, method=METHOD, note=found.problem)]
    state = _state(exhibit, found)
    if found.state in ("remote", "unreadable"):
        return [state]
    made = [state, _signer(exhibit, found), _edits(exhibit, found), _ingredients(exhibit, found)]
    made += [_place(exhibit, found), _time(exhibit, found)]
    return [clue for clue in made if clue is not None]


def root(exhibit: Exhibit) -> str:
    return f"c2pa:{exhibit.sha256}"


def explained(code: str) -> str:
    """A status code of the specification in words, followed by the code itself."""
    words = _WORDS.get(code)
    return f"{words} ({code})" if words else code


def _state(exhibit: Exhibit, found: Provenance) -> Clue:
    what, why = _state_in_words(found)
    inputs = [("state", found.state), ("verdict of the library", found.verdict), ("library", found.library)]
    inputs += [("codes", ", ".join(found.codes)), ("codes of ingredients", ", ".join(found.ingredient_codes))]
    inputs += [("remote manifest", found.remote_url), ("outside the signed hash", found.left_out)]
    notes = [f"the signature does not cover: {found.left_out}"] if found.left_out else []
    notes += [found.problem] if found.problem else []
    return record.clue(
        exhibit,
        "c2pa.state",
        observation=what,
        inference=why,
        strength=_STRENGTH.get(found.state, Strength.WEAK),
        method=METHOD,
        root=root(exhibit),
        note="; ".join(notes),
        inputs=tuple((name, value) for name, value in inputs if value),
    )


def _state_in_words(found: Provenance) -> tuple[str, str]:
    """(observation, inference) for each state."""
    if found.state == "remote":
        return (
            f"C2PA: a manifest elsewhere is named and was not fetched: {found.remote_url}",
            "unknown: what that manifest says was not looked up, because asking for it would tell its owner",
        )
    if found.state == "unreadable":
        return (
            "C2PA could not be read in this file",
            "unknown: whether it holds a manifest, and what that says, was not established",
        )
    if found.state == "invalid":
        own = "; ".join(map(explained, found.codes))
        below = "; ".join(map(explained, found.ingredient_codes))
        what = f"C2PA invalid: {own}" if own else f"C2PA invalid: in an ingredient, {below}"
        if own and below:
            what += f"; in an ingredient, {below}"
        why = "the manifest does not hold as it stands; who changed what, and whether it misleads, is open"
        return what, why
    if found.state == "unknown trust":
        return (
            "C2PA: signature and hashes hold; the signer is on no list of trusted signers that was given",
            "the file is as it was signed; who signed is as stated, not established",
        )
    return (
        "C2PA valid: signature and hashes hold, and the signer is on the list of trusted signers",
        "the file is as it was signed by this signer; what it states is still a claim",
    )


def _signer(exhibit: Exhibit, found: Provenance) -> Clue | None:
    names = " / ".join(part for part in (found.issuer, found.signer) if part)
    if not names and not found.generator:
        return None
    text = f"Signer as stated: {names or 'unnamed'}"
    if found.signed_at:
        text += f"; signed {found.signed_at}, " + (
            "time-stamped" if found.time_stamped else "not time-stamped"
        )
    if found.generator:
        text += f"; made with {found.generator}"
    rows = (
        ("issuer", found.issuer),
        ("signer", found.signer),
        ("certificate", found.serial),
        ("algorithm", found.algorithm),
        ("signed at", found.signed_at),
        ("generator", found.generator),
        ("title", found.title),
        ("assertions", ", ".join(found.assertions)[:500]),
    )
    return record.clue(
        exhibit,
        "c2pa.signer",
        observation=text,
        inference="names in a certificate are those its owner gave; an unknown issuer may state any name",
        strength=_STRENGTH.get(found.state, Strength.WEAK),
        method=METHOD,
        root=root(exhibit),
        inputs=tuple((name, value) for name, value in rows if value),
    )


def _edits(exhibit: Exhibit, found: Provenance) -> Clue | None:
    if not found.actions:
        return None
    kinds = {action.source_type for action in found.actions}
    generated = sorted(kinds.intersection(_GENERATED))
    inference = "what the program says it did to the picture; what it did not record is not here"
    if generated:
        inference = f"the file states that a generative model made or changed it ({', '.join(generated)})"
    shown = [_action(action) for action in found.actions[:12]]
    more = len(found.actions) - len(shown)
    return record.clue(
        exhibit,
        "c2pa.edits",
        observation="Edits as stated: " + "; ".join(shown) + (f"; and {more} more" if more > 0 else ""),
        inference=inference,
        strength=_STRENGTH.get(found.state, Strength.WEAK),
        method=METHOD,
        root=root(exhibit),
    )


def _action(action: Action) -> str:
    parts = [action.action.removeprefix("c2pa.")]
    parts += [f"({action.detail})"] if action.detail else []
    parts += [f"with {action.software}"] if action.software else []
    parts += [f"at {action.when}"] if action.when else []
    parts += [f"[{action.source_type}]"] if action.source_type else []
    return " ".join(parts)


def _ingredients(exhibit: Exhibit, found: Provenance) -> Clue | None:
    if not found.ingredients:
        return None
    rows = []
    for item in found.ingredients[:12]:
        text = item.title + (f" ({item.relationship})" if item.relationship else "")
        text += ", signed" if item.signed else ", without a manifest"
        text += f", did not validate: {', '.join(item.codes)}" if item.codes else ""
        rows.append(text)
    more = len(found.ingredients) - len(rows)
    return record.clue(
        exhibit,
        "c2pa.ingredients",
        observation="Made from, as stated: " + "; ".join(rows) + (f"; and {more} more" if more > 0 else ""),
        inference="the picture is said to contain or continue other pictures, which may show other places",
        strength=_STRENGTH.get(found.state, Strength.WEAK),
        method=METHOD,
        root=root(exhibit),
    )


def _place(exhibit: Exhibit, found: Provenance) -> Clue | None:
    place = found.place
    if place is None and not found.address:
        return None
    parts = []
    if place is not None:
        text = f"{place.lat:.6f}, {place.lon:.6f}"
        text += f", altitude {place.altitude_m:.0f} m" if place.altitude_m is not None else ""
        parts.append(text + (f", error {place.error_m:.0f} m" if place.error_m is not None else ""))
    parts += [found.address] if found.address else []
    reach, shared = None, False
    if place is not None:
        sd = max(LEAST_SD_KM, (place.error_m or 0.0) / 1000)
        reach = PointReach(place.lat, place.lon, sd, "position stated in C2PA")
        shared = _near_metadata(exhibit, place.lat, place.lon)
    return record.clue(
        exhibit,
        "c2pa.place",
        observation="Place as stated in the manifest: " + "; ".join(parts),
        inference="the signed statements claim that it was taken there",
        strength=_STRENGTH.get(found.state, Strength.WEAK),
        method=METHOD,
        root=record.metadata_root(exhibit.sha256) if shared else root(exhibit),
        reach=reach,
        note="; ".join(found.problems),
    )


def _near_metadata(exhibit: Exhibit, lat: float, lon: float) -> bool:
    """Whether the file's own metadata claim the same position: then both are one statement."""
    gps = exhibit.metadata.gps
    if gps is None:
        return False
    east = ((gps.lon - lon + 540) % 360 - 180) * cos(radians(lat))
    return hypot(gps.lat - lat, east) * 111.195 <= SAME_KM


def _time(exhibit: Exhibit, found: Provenance) -> Clue | None:
    """When it was taken, as stated; otherwise that it existed when it was signed."""
    strength = _STRENGTH.get(found.state, Strength.WEAK)
    if found.taken_at and (span := _span(found.taken_at)) is not None:
        what, why = f"Time as stated in the manifest: {found.taken_at}", "the claimed moment of capture"
    elif found.signed_at and (signed := _span(found.signed_at)) is not None:
        span = TimeSpan("", signed.end)
        what = f"Signed {found.signed_at}" + (", time-stamped" if found.time_stamped else ", as stated")
        why = "the picture existed then; it may be older"
        strength = strength if found.time_stamped else Strength.WEAK
    else:
        return None
    return record.clue(
        exhibit,
        "c2pa.time",
        observation=what,
        inference=why,
        strength=strength,
        method=METHOD,
        root=root(exhibit),
        when=span,
    )


def _span(text: str) -> TimeSpan | None:
    """A moment in UTC; without an offset every zone from UTC-12 to UTC+14 is possible."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    try:
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
            return TimeSpan(_utc(moment - timedelta(hours=14)), _utc(moment + timedelta(hours=12)))
        return TimeSpan(_utc(moment), _utc(moment))
    except OverflowError:
        return None


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
