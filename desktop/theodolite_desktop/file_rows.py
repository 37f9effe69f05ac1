"""The words for files: what a file says of itself, and how taking files in went. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from theodolite.domain import Exhibit
from theodolite_desktop import wording
from theodolite_desktop.language import tr


def metadata_rows(exhibit: Exhibit) -> tuple[tuple[str, str, str], ...]:
    """(name, value, kind) with kind head, claim, mono, warn or field; every value a claim of the file."""
    meta = exhibit.metadata
    rows: list[tuple[str, str, str]] = [
        (tr("File"), "", "head"),
        (tr("Name"), wording.visible(exhibit.name), "field"),
        (tr("Kind"), exhibit.media_type, "field"),
        (tr("Size"), wording.exact(exhibit.size), "field"),
        (
            tr("Pixels"),
            f"{exhibit.width} × {exhibit.height}" if exhibit.width else tr("not decoded"),
            "field",
        ),
        ("SHA-256", exhibit.sha256, "mono"),
        ("MD5", exhibit.md5, "mono"),
        (
            tr("Added"),
            tr(
                "{when} by {operator}",
                when=exhibit.added_utc,
                operator=wording.visible(exhibit.operator, 80),
            ),
            "field",
        ),
        (tr("Source"), wording.visible(exhibit.source), "field"),
    ]
    if exhibit.error_text:
        rows.append((tr("Problem"), wording.visible(exhibit.error_text), "warn"))
    claims = _claims(exhibit)
    if claims:
        rows += [(tr("Claimed by the file"), "", "head"), *claims]
    rows += [(tr("Problem"), wording.visible(p), "warn") for p in meta.problems]
    if meta.fields:
        rows.append((_all_fields(len(meta.fields)), "", "head"))
        rows += [(wording.visible(n, 200), wording.visible(v), "field") for n, v in meta.fields]
    return tuple(rows)


def _all_fields(number: int) -> str:
    return tr("All fields ({number})", number=number)


def _claims(exhibit: Exhibit) -> list[tuple[str, str, str]]:
    meta = exhibit.metadata
    rows: list[tuple[str, str, str]] = []
    if meta.gps:
        rows.append(("GPS", wording.coordinates(meta.gps.lat, meta.gps.lon), "claim"))
        if meta.gps.altitude_m is not None:
            rows.append((tr("Altitude"), f"{meta.gps.altitude_m:.0f} m", "claim"))
        if meta.gps.direction is not None:
            rows.append(
                (
                    tr("Direction"),
                    tr("{direction}° from true north", direction=f"{meta.gps.direction:.0f}"),
                    "claim",
                )
            )
    if meta.taken_at:
        taken = wording.visible(meta.taken_at, 60)
        zoned = meta.taken_at.endswith("Z") or "+" in meta.taken_at[10:]
        rows.append((tr("Time"), taken if zoned else tr("{time}, zone unknown", time=taken), "claim"))
    for name, value in (
        (tr("Camera"), meta.camera),
        (tr("Serial"), meta.serial),
        (tr("Software"), meta.software),
    ):
        if value:
            rows.append((name, wording.visible(value, 200), "claim"))
    if meta.orientation != 1:
        rows.append((tr("Orientation"), str(meta.orientation), "claim"))
    return rows


def summary_length(shown: tuple[tuple[str, str, str], ...]) -> int:
    """How many rows of :func:`metadata_rows` come before the list of all fields, its heading included."""
    heads = (
        n + 1
        for n, (name, _, kind) in enumerate(shown)
        if kind == "head" and name == _all_fields(len(shown) - n - 1)
    )
    return next(heads, len(shown))


#: Fields that only say how the pixels are stored, which every file must.
STORAGE = {
    "JFIF Density", "JPEG Size", "JPEG Process", "JPEG Adobe", "JXL Reconstruction", "PNG Density",
    "WebP Canvas", "HEIF Brand", "HEIF Compatible Brands", "HEIF Size", "HEIF Bits", "HEIF Auxiliary",
    "GIF Application",
}  # fmt: skip


def carries_metadata(exhibit: Exhibit) -> bool:
    meta = exhibit.metadata
    told = any(name not in STORAGE for name, _ in meta.fields)
    return bool(told or meta.gps or meta.taken_at or meta.camera or meta.software)


def taken_in(intakes: Sequence[Any]) -> tuple[str, str]:
    """What became of files that were added, and its tone; refusals are named first."""
    refused = [one for one in intakes if not one.stored]
    if refused:
        name, why = wording.visible(Path(refused[0].path).name, 60), refused[0].error_text
        if len(refused) > 1:
            said = tr("Refused {name} and {number} more: {why}", name=name, number=len(refused) - 1, why=why)
        else:
            said = tr("Refused {name}: {why}", name=name, why=why)
        return said, "warn"
    same = sum(1 for one in intakes if getattr(one, "duplicate", False))
    new = len(intakes) - same
    if same:
        return tr("{new} added, hashed and stored, {same} already there", new=new, same=same), "text2"
    return tr("{new} added, hashed and stored", new=new), "text2"
