"""Every photograph of the corpora, against what exiftool says of it."""

from __future__ import annotations

import json

import pytest

from theodolite.evidence.formats import sniff_file

XMP_ONLY = {
    # The oracle lists EXIF positions only; this one states its in XMP alone.
    "photos/mapillary_tools/tests/data/adobe_coords/adobe_coords.jpg": (-4.21601 / 60, 34 + 22.91611 / 60),
}
ENDS_EARLY = "photos/exif-py/tests/resources/raw/sony_alpha_a7iii_raw_image.ARW"  # 8 KiB of a raw file


def test_all_but_text_files_are_known_formats(corpora) -> None:
    for entry in json.loads((corpora / "exiftool-oracle.json").read_text()):
        known = sniff_file(corpora / entry["SourceFile"])
        expected = None if entry["File:MIMEType"] == "text/plain" else entry["File:MIMEType"]
        assert known == expected, entry["SourceFile"]


def test_positions_agree_to_a_hundred_thousandth_of_a_degree(inspected) -> None:
    positions = 0
    for name, (entry, found) in inspected.items():
        expected = XMP_ONLY.get(name) or (
            entry.get("Composite:GPSLatitude"),
            entry.get("Composite:GPSLongitude"),
        )
        if expected[0] is None:
            assert found.metadata.gps is None, name
            continue
        positions += 1
        assert found.metadata.gps is not None, name
        assert found.metadata.gps.lat == pytest.approx(expected[0], abs=1e-5), name
        assert found.metadata.gps.lon == pytest.approx(expected[1], abs=1e-5), name
    assert positions == 60


def test_everything_decodes_but_the_file_that_ends_early(inspected) -> None:
    failed = {name: found.error_code for name, (_, found) in inspected.items() if found.error_code}
    assert failed == {ENDS_EARLY: "cannot-decode"}
    metadata = inspected[ENDS_EARLY][1].metadata
    assert metadata.camera == "SONY ILCE-7M3"


def test_the_eight_orientations_show_one_picture(corpora, decoder) -> None:
    import numpy as np

    folder = corpora / "orientation/exif-orientation-examples"
    for shape in ("Landscape", "Portrait"):
        upright = decoder.pixels(folder / f"{shape}_1.jpg").astype(float)
        for turn in range(2, 9):
            other = decoder.pixels(folder / f"{shape}_{turn}.jpg").astype(float)
            assert other.shape == upright.shape
            # The pictures carry their own number, so a small part differs.
            assert np.mean(np.abs(other - upright)) < 12, (shape, turn)
