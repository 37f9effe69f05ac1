"""Exhibits with claims, as short as possible."""

from __future__ import annotations

from theodolite.domain import Exhibit, GpsClaim, Metadata


def exhibit(
    number: int,
    *,
    name: str = "",
    sha256: str = "",
    camera: str | None = None,
    serial: str | None = None,
    at: str | None = None,
    gps: tuple[float, float] | None = None,
    gps_utc: str = "",
    parent: str = "",
    fingerprint: tuple[str, ...] = (),
    withdrawn: bool = False,
    width: int = 640,
    height: int = 480,
) -> Exhibit:
    claims = Metadata(
        gps=GpsClaim(*gps) if gps else None, taken_at=at, camera=camera, serial=serial, gps_utc=gps_utc
    )
    return Exhibit(
        id=f"E{number}",
        name=name or f"photo-{number}.jpg",
        sha256=sha256 or f"{number:064x}",
        md5="",
        size=1,
        media_type="image/jpeg",
        source="",
        added_utc="2026-01-01T00:00:00Z",
        operator="A",
        readable=True,
        width=width,
        height=height,
        metadata=claims,
        parent=parent,
        fingerprint=fingerprint,
        withdrawn=withdrawn,
    )
