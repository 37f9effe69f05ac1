"""Files made for the tests: every odd thing a camera, a program or an attacker writes."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from theodolite.evidence.decode import Decoder, Inspection
from theodolite.evidence.formats import sniff_file

_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" {attributes}/>'
    "</rdf:RDF></x:xmpmeta>"
)


class Maker:
    """Writes images below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def path(self, suffix: str) -> Path:
        self._count += 1
        return self.folder / f"made-{self._count}{suffix}"

    def bytes(self, data: bytes, suffix: str = ".bin") -> Path:
        path = self.path(suffix)
        path.write_bytes(data)
        return path

    def exif(
        self,
        lat: tuple[Any, ...] | None = None,
        lat_ref: str | None = None,
        lon: tuple[Any, ...] | None = None,
        lon_ref: str | None = None,
        **tags: Any,
    ) -> Image.Exif:
        """EXIF with a GPS directory; a coordinate part may be a pair (numerator, denominator)."""
        exif = Image.Exif()
        gps = {}
        for tag, value in ((1, lat_ref), (3, lon_ref)):
            if value is not None:
                gps[tag] = value
        for tag, parts in ((2, lat), (4, lon)):
            if parts is not None:
                gps[tag] = tuple(IFDRational(*p) if isinstance(p, tuple) else IFDRational(p) for p in parts)
        if gps:
            exif.get_ifd(0x8825).update(gps)
        for name, value in tags.items():
            exif[{"orientation": 0x0112, "make": 0x010F, "model": 0x0110}[name]] = value
        return exif

    def xmp(self, **attributes: str) -> bytes:
        pairs = " ".join(f'exif:{name}="{value}"' for name, value in attributes.items())
        return _XMP.format(attributes=pairs).encode()

    def image(
        self,
        suffix: str = ".jpg",
        *,
        exif: Image.Exif | None = None,
        xmp: bytes | None = None,
        image: Image.Image | None = None,
        **options: Any,
    ) -> Path:
        path = self.path(suffix)
        if exif is not None:
            options["exif"] = exif
        if xmp is not None:
            options["xmp"] = xmp
        (image or Image.new("RGB", (24, 16), (200, 30, 60))).save(path, **options)
        return path

    def quarters(self, width: int = 64, height: int = 32) -> Image.Image:
        """Upright: red, green above blue, white; tells every orientation from every other."""
        image = Image.new("RGB", (width, height))
        for left, top, colour in (
            (0, 0, (255, 0, 0)),
            (width // 2, 0, (0, 255, 0)),
            (0, height // 2, (0, 0, 255)),
            (width // 2, height // 2, (255, 255, 255)),
        ):
            image.paste(colour, (left, top, left + width // 2, top + height // 2))
        return image

    def png_header(self, width: int, height: int) -> Path:
        """A PNG that promises more pixels than it holds."""

        def chunk(kind: bytes, body: bytes) -> bytes:
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
        return self.bytes(b"\x89PNG\r\n\x1a\n" + body, ".png")

    def gif_frames(self, count: int) -> Path:
        first = io.BytesIO()
        Image.new("P", (400, 400)).save(first, "GIF")
        data = first.getvalue()
        start = data.index(b"\x2c")  # the image descriptor; what follows is one frame
        return self.bytes(data[:start] + data[start:-1] * count + b";", ".gif")


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    folder = tmp_path / "made"
    folder.mkdir()
    return Maker(folder)


@pytest.fixture(scope="session")
def inspected(corpora: Path) -> dict[str, tuple[dict[str, Any], Inspection]]:
    """What exiftool and what we say of each photograph of the corpora, by name; read once a session."""
    found = {}
    with Decoder() as decoder:
        for entry in json.loads((corpora / "exiftool-oracle.json").read_text()):
            path = corpora / entry["SourceFile"]
            if sniff_file(path) is not None:
                found[entry["SourceFile"]] = (entry, decoder.inspect(path))
    assert len(found) > 300
    return found


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as decoder:
        yield decoder
