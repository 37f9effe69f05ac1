"""What a file claims about itself becomes clues, and its camera becomes their origin."""

from __future__ import annotations

from tests.core.clues.making import SHA, exhibit
from theodolite.clues.metadata import metadata_clues
from theodolite.clues.record import origins
from theodolite.domain import GpsClaim, Metadata, Origin, PointReach, Strength

FULL = Metadata(
    gps=GpsClaim(43.468243, 11.880172, altitude_m=267.4, direction=118.2),
    taken_at="2008-10-22T16:46:53",
    camera="NIKON COOLPIX P6000",
    serial="4711",
    orientation=6,
)


def test_every_claim_is_a_clue_with_one_root() -> None:
    found = {clue.kind: clue for clue in metadata_clues(exhibit(FULL))}
    assert list(found) == ["exif.gps", "exif.time", "exif.camera", "exif.orientation"]
    assert {clue.root for clue in found.values()} == {f"metadata:{SHA}"}
    assert all("claimed" in clue.observation for clue in found.values())
    gps = found["exif.gps"]
    assert gps.reach == PointReach(43.468243, 11.880172, 0.05, "claimed GPS position")
    assert gps.strength is Strength.CERTAIN
    assert "pointing 118°" in gps.observation
    assert "time zone unknown" in found["exif.time"].inference
    assert found["exif.time"].reach is None


def test_a_stated_zone_is_not_called_unknown() -> None:
    for taken in ("2008-10-22T16:46:53+02:00", "2008-10-22T16:46:53Z", "2008-10-22T16:46:53-05:00"):
        (clue, _) = metadata_clues(exhibit(Metadata(taken_at=taken)))
        assert "as stated" in clue.inference


def test_doubtful_gps_is_not_certain() -> None:
    metadata = Metadata(gps=GpsClaim(1.0, 2.0), problems=("EXIF and XMP GPS name different positions",))
    (clue,) = metadata_clues(exhibit(metadata))
    assert clue.strength is Strength.LIKELY
    assert "different" in clue.note


def test_origins_name_camera_and_day() -> None:
    assert origins(exhibit(FULL)) == (
        Origin("file", SHA),
        Origin("camera", "NIKON COOLPIX P6000 4711"),
        Origin("series", "NIKON COOLPIX P6000 4711 2008-10-22"),
    )
    assert origins(exhibit()) == (Origin("file", SHA),)


def test_nothing_is_a_record_with_its_reason() -> None:
    (clue,) = metadata_clues(exhibit())
    assert (clue.kind, clue.reach) == ("none.metadata", None)
    (damaged,) = metadata_clues(exhibit(Metadata(problems=("EXIF is damaged",))))
    assert damaged.note == "EXIF is damaged"
    kinds = [clue.kind for clue in metadata_clues(exhibit(Metadata(camera="X")))]
    assert kinds == ["exif.camera", "none.gps"]
