from __future__ import annotations

import pytest

from theodolite.evidence.formats import pillow_format, sniff, sniff_file


def box(brand: bytes, *others: bytes) -> bytes:
    body = b"ftyp" + brand + b"\0\0\0\0" + b"".join(others)
    return (len(body) + 4).to_bytes(4, "big") + body + b"rest of the file"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF87a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0AVI LIST", "video/x-msvideo"),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"\xff\x0a\xfa", "image/jxl"),
        (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "image/jxl"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm", "video/webm"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x88matroska", "video/x-matroska"),
        (box(b"heic", b"mif1"), "image/heic"),
        (box(b"mif1", b"heic"), "image/heif"),
        (box(b"mif1", b"avif"), "image/avif"),
        (box(b"avif"), "image/avif"),
        (box(b"isom"), "video/mp4"),
        (box(b"qt  "), "video/quicktime"),
        (b"\0\0\0\x08wide\0\0\0\0mdat", "video/quicktime"),
        (b"II*\0\x08\0\0\0\0\0", "image/tiff"),
        (b"MM\0*\0\0\0\x08\0\0", "image/tiff"),
        (b"II*\0\x10\0\0\0CR\x02\0", "image/x-canon-cr2"),
        (b"BM" + bytes(12) + b"\x28\0\0\0", "image/bmp"),
        (b"BM, a letter", None),
        (b"%PDF-1.7", None),
        (b"PK\x03\x04", None),
        (b"plain text", None),
        (b"", None),
        (b"\xff\xd8", None),
    ],
)
def test_leading_bytes_decide(head: bytes, expected: str | None) -> None:
    assert sniff(head) == expected


def test_every_type_but_raw_and_video_has_one_decoder() -> None:
    assert pillow_format("image/heif") == "HEIF"
    assert pillow_format("image/x-sony-arw") is None
    assert pillow_format("video/mp4") is None


def test_a_raw_file_whose_directory_is_at_the_end_is_still_recognised(corpora) -> None:
    path = corpora / "c2pa/c2pa-python/tests/fixtures/C.dng"
    assert sniff_file(path) == "image/x-adobe-dng"
