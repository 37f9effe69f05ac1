"""Field by field against what exiftool says of every photograph: where we differ is listed, with the reason.

The lists are exact: a disagreement that is not listed fails, and so does a listed one that is none any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from theodolite.evidence.decode import Inspection

pytestmark = pytest.mark.corpora

JPG = "photos/exif-py/tests/resources/jpg/"
C2PA = "c2pa/c2pa-python/tests/fixtures/"
NIKON_Z9 = "nikon_z_9_high_efficiency_compressed_dx_cropped_max_overexposed.dng"

XMP_ZONE = (
    "XMP repeats EXIF's clock reading with an offset. Programs put the computer's own offset there, not the "
    "camera's, so the zone stays unknown; the field itself is kept."
)
NOT_EXIF = "The time or camera stands in a maker's own record (see each name), which exifread does not read."
PREVIEW = "The size of a preview or of the raw data; we show the preview that the camera made for showing."
CLAIM = "A size the metadata claims and the picture does not have: reported as conflict.size, not believed."
THUMBNAIL = "It describes the embedded thumbnail, not the picture."
UNDEFINED = "0 is no orientation (Exif 4.6.4.1); viewers show such a picture as it is stored, and so do we."
TWO_DIRECTORIES = "The oracle has EXIF's own directory only; this position stands in XMP."
WORDS = "'Top-left' written out: it means 1."
CODED = "exiftool gives the coded size; libheif turns the picture by the file's irot property."

#: (end of the name, oracle's field) -> why we say something else.
DISAGREEMENTS = {
    (JPG + "Nikon_D70.jpg", "XMP-exif:DateTimeOriginal"): XMP_ZONE,
    (JPG + "Pentax_K10D.jpg", "XMP-exif:DateTimeOriginal"): XMP_ZONE,
    (JPG + "Canon_DIGITAL_IXUS_400.jpg", "XMP-exif:DateTimeOriginal"): XMP_ZONE,
    (JPG + "mobile/jolla.jpg", "XMP-exif:DateTimeOriginal"): XMP_ZONE,
    (JPG + "tests/33-type_error.jpg", "XMP-exif:DateTimeOriginal"): XMP_ZONE,
    (JPG + "exif-org/olympus-d320l.jpg", "PictureInfo:DateTimeOriginal"): NOT_EXIF,
    (JPG + "exif-org/sony-powershota5.jpg", "CIFF:DateTimeOriginal"): NOT_EXIF,
    (JPG + "exif-org/sony-powershota5.jpg", "CIFF:Make"): NOT_EXIF,
    (JPG + "exif-org/sony-powershota5.jpg", "CIFF:Model"): NOT_EXIF,
    (JPG + "Reconyx_HC500_Hyperfire.jpg", "Reconyx:DateTimeOriginal"): NOT_EXIF,
    (JPG + "Panasonic_DMC-FZ30.jpg", "IFD1:Orientation"): THUMBNAIL,
    (JPG + "tests/32-lens_data.jpeg", "XMP-exif:Orientation"): WORDS,
    ("orientation/exif-orientation-examples/Landscape_0.jpg", "IFD0:Orientation"): UNDEFINED,
    ("orientation/exif-orientation-examples/Portrait_0.jpg", "IFD0:Orientation"): UNDEFINED,
    ("photos/mapillary_tools/tests/data/adobe_coords/adobe_coords.jpg", "position"): TWO_DIRECTORIES,
    ("photos/exif-py/tests/resources/heic/mobile/HMD_Nokia_8.3_5G.heif", "File:ImageWidth"): CODED,
    (JPG + "exif-org/kodak-dc210.jpg", "IFD1:ImageWidth"): THUMBNAIL,
    (JPG + "exif-org/sony-d700.jpg", "IFD1:ImageWidth"): THUMBNAIL,
    (JPG + "Nikon_D70.jpg", "XMP-tiff:ImageWidth"): CLAIM,
    (JPG + "Pentax_K10D.jpg", "XMP-tiff:ImageWidth"): CLAIM,
    (JPG + "tests/nikon_D3100_TypeError.jpg", "IFD0:ImageWidth"): CLAIM,
    (JPG + "xmp/no_exif.jpg", "IFD0:ImageWidth"): CLAIM,
    (C2PA + "cloud.jpg", "IFD0:ImageWidth"): CLAIM,
    (C2PA + "files-for-reading-tests/cloud.jpg", "IFD0:ImageWidth"): CLAIM,
    (C2PA + "files-for-signing-tests/cloudx.jpg", "IFD0:ImageWidth"): CLAIM,
    (C2PA + "files-for-signing-tests/earth_apollo17.jpg", "IFD0:ImageWidth"): CLAIM,
    (C2PA + "C.dng", "IFD0:ImageWidth"): PREVIEW,
    (C2PA + "C.dng", "SubIFD:ImageWidth"): PREVIEW,
    (C2PA + "C.dng", "SubIFD2:ImageWidth"): PREVIEW,
    (C2PA + "C.dng", "SubIFD3:ImageWidth"): PREVIEW,
    (NIKON_Z9, "IFD0:ImageWidth"): PREVIEW,
    (NIKON_Z9, "SubIFD:ImageWidth"): PREVIEW,
}


def _differences(entry: dict[str, Any], found: Inspection) -> Iterator[str]:
    """Every field of the oracle that we say otherwise."""
    yield from _times(entry, found.metadata.taken_at or "")
    yield from _cameras(entry, found.metadata.camera or "")
    yield from _orientations(entry, found.metadata.orientation)
    yield from _sizes(entry, found)
    gps = found.metadata.gps
    stated = entry.get("Composite:GPSLatitude"), entry.get("Composite:GPSLongitude")
    if gps is None:
        if stated[0] is not None:
            yield "position"
    elif stated[0] is None or (gps.lat, gps.lon) != pytest.approx(stated, abs=1e-5):
        yield "position"


def _times(entry: dict[str, Any], taken: str) -> Iterator[str]:
    names = [name for name in entry if name.endswith(":DateTimeOriginal")]
    for name in names:
        if not taken.startswith(str(entry[name]).replace(":", "-", 2).replace(" ", "T")):
            yield name
    if not names and taken:
        yield "time"
    if not taken.endswith(entry.get("ExifIFD:OffsetTimeOriginal", "")):
        yield "ExifIFD:OffsetTimeOriginal"


def _cameras(entry: dict[str, Any], camera: str) -> Iterator[str]:
    names = [name for name in entry if name.endswith((":Make", ":Model"))]
    for name in names:
        if str(entry[name]).strip() not in camera:
            yield name
    if not names and camera:
        yield "camera"


def _orientations(entry: dict[str, Any], orientation: int) -> Iterator[str]:
    names = [name for name in entry if name.endswith(":Orientation")]
    for name in names:
        if entry[name] != orientation:
            yield name
    if not names and orientation != 1:
        yield "orientation"


def _sizes(entry: dict[str, Any], found: Inspection) -> Iterator[str]:
    """Ours is the size of the upright picture; a file that cannot be decoded has none."""
    if found.error_code:
        return
    for name in (name for name in entry if name.endswith(":ImageWidth")):
        size = entry[name], entry.get(name.replace("Width", "Height"))
        turned = found.metadata.orientation >= 5
        if size[1] is not None and (found.width, found.height) != (size[::-1] if turned else size):
            yield name


def test_every_disagreement_with_exiftool_is_listed_and_explained(inspected) -> None:
    differing = {
        (name, field) for name, (entry, found) in inspected.items() for field in _differences(entry, found)
    }
    listed = {
        (name, field)
        for end, field in DISAGREEMENTS
        for name in inspected
        if name == end or name.endswith("/" + end)
    }
    assert len(listed) == len(DISAGREEMENTS)
    assert differing - listed == set()
    assert listed - differing == set()


def test_the_oracle_has_enough_of_each_field(inspected) -> None:
    """The agreement is about hundreds of values, not about their absence."""
    endings = (":DateTimeOriginal", ":Make", ":Model", ":Orientation", ":ImageWidth", "Composite:GPSLatitude")
    counted = {
        ending: sum(name.endswith(ending) for entry, _ in inspected.values() for name in entry)
        for ending in endings
    }
    print("\n", counted, "values compared,", len(DISAGREEMENTS), "explained")
    assert min(counted.values()) >= 59
    assert sum(counted.values()) > 800


def test_the_fields_of_a_camera_s_own_file_are_all_there(inspected) -> None:
    """One file, by hand: every block it carries arrives under its name."""
    fields = dict(inspected[JPG + "gps/DSCN0029.jpg"][1].metadata.fields)
    assert fields["EXIF DateTimeOriginal"] == "2008:10:22 16:46:53"
    assert fields["GPS GPSTimeStamp"] == "[14, 45, 2091/100]"
    assert fields["Image Orientation"] == "Horizontal (normal) (1)"
    assert fields["MakerNote NikonCaptureVersion"] == "COOLPIX P6000V1.0"
    assert fields["JPEG Size"] == "640 x 480"
    metadata = inspected[JPG + "gps/DSCN0029.jpg"][1].metadata
    assert metadata.gps_utc == "2008-10-23T14:45:20.910Z"
    assert metadata.optics.focal_mm == pytest.approx(22.1)
    assert metadata.optics.focal_35mm == 103
