"""The material of the worked investigation, from real photographs: three exhibits, two sets of references."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ARCHIVE = "photos/exif-py/tests/resources/jpg/gps"
TRUTH = (43.464455, 11.881478)  # of DSCN0042; for assertions only
FLORENCE = (43.7696, 11.2558)
AREZZO = ("DSCN0012", "DSCN0021", "DSCN0025", "DSCN0027", "DSCN0038", "DSCN0040")
GPS_IFD, EXIF_IFD = 0x8825, 0x8769
ARTIST, CAMERA_OWNER, BODY_SERIAL = 0x013B, 0xA430, 0xA431
LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE = 1, 2, 3, 4


#: What must stay in the case: planted in the path, in E3's metadata, and as the source's name.
PATH, SERIAL, OWNER, SOURCE = "Quillfeather-drop", "SN7741902QX", "Hollis Vandermeer", "Ondine Castellane"
EXAMINERS = ("A. Examiner", "B. Reviewer")
NAMES = ("forwarded.jpg", "DSCN0029.jpg", "DSCN0010.jpg")
PLANTED = (PATH, SERIAL, OWNER, SOURCE, *EXAMINERS, *NAMES)


@dataclass(frozen=True)
class Material:
    """``exhibits``: E1 to E3 in order; ``elsewhere`` and ``arezzo``: indexes of references."""

    exhibits: tuple[Path, Path, Path]
    elsewhere: Path
    arezzo: Path


def prepare(corpora: Path, folder: Path) -> Material:
    """E1 is re-encoded without metadata, E2 untouched, E3's position rewritten to Florence.

    E3's metadata name a serial number and an owner besides.
    """
    archive, exhibits = corpora / ARCHIVE, folder / PATH
    exhibits.mkdir()
    forwarded, untouched, rewritten = (exhibits / name for name in NAMES)
    with Image.open(archive / "DSCN0042.jpg") as image:
        image.convert("RGB").save(forwarded, quality=85)
    shutil.copyfile(archive / "DSCN0029.jpg", untouched)
    with Image.open(archive / "DSCN0010.jpg") as image:
        exif = image.getexif()
        gps = exif.get_ifd(GPS_IFD)
        gps[LATITUDE_REF], gps[LATITUDE] = "N", sexagesimal(FLORENCE[0])
        gps[LONGITUDE_REF], gps[LONGITUDE] = "E", sexagesimal(FLORENCE[1])
        exif[ARTIST] = OWNER
        exif.get_ifd(EXIF_IFD).update({CAMERA_OWNER: OWNER, BODY_SERIAL: SERIAL})
        image.save(rewritten, quality="keep", exif=exif)
    for name in AREZZO:
        (folder / "arezzo").mkdir(exist_ok=True)
        shutil.copyfile(archive / f"{name}.jpg", folder / "arezzo" / f"{name}.jpg")
    for town in ("lund", "berlin"):
        shutil.copytree(corpora / "photos" / "OpenSfM" / "data" / town, folder / "elsewhere" / town)
    indexes = [index(folder / "elsewhere"), index(folder / "arezzo")]
    return Material((forwarded, untouched, rewritten), *indexes)


def sexagesimal(degrees: float) -> tuple[float, float, float]:
    whole = int(degrees)
    minutes = (degrees - whole) * 60
    return float(whole), float(int(minutes)), round((minutes - int(minutes)) * 60, 4)


def index(folder: Path) -> Path:
    """The index that `theodolite index build` makes of a folder."""
    out = folder.with_name(f"{folder.name}.index")
    command("index", "build", str(folder), "--out", str(out))
    return out


def command(*words: str) -> str:
    """What the command line prints."""
    return finished(begin(*words))


def begin(*words: str | Path) -> subprocess.Popen[str]:
    """A command on its way; :func:`finished` waits for it."""
    line = [sys.executable, "-m", "theodolite.cli", *map(str, words)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(running: subprocess.Popen[str]) -> str:
    """What the command printed."""
    try:
        out, said = running.communicate(timeout=300)
    finally:
        running.kill()
    assert running.returncode == 0, said[-3000:] + out[-2000:]
    return out
