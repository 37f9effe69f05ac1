"""C2PA manifests, validated by c2pa-rs without a network. Runs inside the decode sandbox only.

Four settings keep the library from asking anyone (its defaults fetch remote manifests):
``verify.remote_manifest_fetch`` and ``verify.ocsp_fetch`` are off, ``core.allowed_network_hosts`` is an
empty list, which blocks every host, and ``core.decode_identity_assertions`` is off, because looking up a
``did:web`` issuer does not heed that list (c2pa-rs 0.91, sdk/src/settings).
"""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO

from theodolite.evidence.c2pa_report import Provenance, understand

SETTINGS: dict[str, Any] = {
    "version": 1,
    "verify": {
        "verify_after_reading": True,
        "verify_trust": True,
        "verify_timestamp_trust": True,
        "remote_manifest_fetch": False,
        "ocsp_fetch": False,
    },
    "core": {
        "allowed_network_hosts": [],
        "allow_redirects": False,
        "decode_identity_assertions": False,
        "max_decompressed_manifest_size_in_mb": 32,
        "backing_store_memory_threshold_in_mb": 256,
    },
}

_TYPES = {
    "image/jpeg": "image/jpeg",
    "image/png": "image/png",
    "image/webp": "image/webp",
    "image/tiff": "image/tiff",
    "image/gif": "image/gif",
    "image/heic": "image/heic",
    "image/heif": "image/heif",
    "image/heic-sequence": "image/heic",
    "image/heif-sequence": "image/heif",
    "image/avif": "image/avif",
    "image/jxl": "image/jxl",
    "image/x-adobe-dng": "image/dng",
    "image/x-sony-arw": "image/x-sony-arw",
    "image/x-nikon-nef": "image/x-nikon-nef",
    "video/mp4": "video/mp4",
    "video/quicktime": "video/quicktime",
    "video/x-msvideo": "video/avi",
}
_REMOTE = re.compile(r"remote manifests? from url\s+(\S+)|[Rr]emote\S*:?.*?(https?://\S+)")
_NO_MANIFEST = ("ManifestNotFound", "no JUMBF data found")
_MAX_PROBLEM = 200


def reads(media_type: str) -> bool:
    """Whether C2PA manifests can be looked for in files of this type."""
    return media_type in _TYPES


def library() -> str:
    import c2pa

    return f"c2pa-rs {c2pa.sdk_version()}"


def read(stream: BinaryIO, media_type: str, anchors: str = "") -> Provenance:
    """What the manifest store of a file says and whether it holds; never raises for what the file is.

    ``anchors``: certificates (PEM) whose signers count as trusted; '' means that no signer does.
    """
    import c2pa

    if not reads(media_type):
        return Provenance("absent", problem=f"C2PA is not defined for {media_type}", library=library())
    try:
        with _context(anchors) as context, c2pa.Reader(_TYPES[media_type], stream, context=context) as reader:
            report = json.loads(reader.json())
            left_out = _left_out(reader, report, stream) if media_type == "image/jpeg" else None
        return understand(report, left_out=left_out, library=library())
    except c2pa.C2paError as error:
        return _refused(str(error))
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        return Provenance("unreadable", problem=_short(error), library=library())


def _context(anchors: str) -> Any:
    import c2pa

    settings = c2pa.Settings.from_dict(SETTINGS)
    if anchors:
        settings.update({"trust": {"trust_anchors": anchors}})
    return c2pa.Context(settings)


def _refused(text: str) -> Provenance:
    """What an error of the library means for the file."""
    if any(word in text for word in _NO_MANIFEST):
        return Provenance("absent", library=library())
    if text.startswith("Remote") and (found := _REMOTE.search(text)):
        return Provenance("remote", remote_url=(found.group(1) or found.group(2))[:500], library=library())
    return Provenance("unreadable", problem=_short(text), library=library())


def _short(error: object) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", str(error)).strip()[:_MAX_PROBLEM] or type(error).__name__


def _left_out(reader: Any, report: dict[str, Any], stream: BinaryIO) -> str | None:
    """What the signed hash of a JPEG leaves out beside the manifest; None when that may be picture data.

    Versions of the specification before 2.1 let a signer exclude more than the manifest itself; c2pa-rs
    reports that as ``assertion.dataHash.mismatch`` beside ``assertion.dataHash.match``. Application segments
    and comments (ITU-T T.81, B.2.4) hold no picture, so such a hash still binds the picture.
    """
    own = report.get("validation_results", {}).get("activeManifest", {})
    if not any(row.get("code") == "assertion.dataHash.mismatch" for row in own.get("failure", [])):
        return None
    detailed = json.loads(reader.detailed_json())
    store = detailed["manifests"][detailed["active_manifest"]]["assertion_store"]
    excluded = [(int(row["start"]), int(row["length"])) for row in store["c2pa.hash.data"]["exclusions"]]
    names = []
    end_of_header, segments = jpeg_header(stream)
    for start, length in excluded:
        if start < 0 or length < 0 or start + length > end_of_header:
            return None
        names += [name for name, at, size in segments if at < start + length and at + size > start]
    return ", ".join(dict.fromkeys(name for name in names if name != "C2PA"))


def jpeg_header(stream: BinaryIO) -> tuple[int, list[tuple[str, int, int]]]:
    """Where the leading run of application segments and comments ends, and each as (name, offset, size)."""
    stream.seek(0)
    if stream.read(2) != b"\xff\xd8":
        return 0, []
    at, found = 2, []
    while (
        len(head := stream.read(4)) == 4 and head[0] == 0xFF and (0xE0 <= head[1] <= 0xEF or head[1] == 0xFE)
    ):
        size = int.from_bytes(head[2:], "big")
        body = stream.read(size - 2) if size >= 2 else b""
        if len(body) != size - 2:
            break
        found.append((_segment(head[1], body), at, size + 2))
        at += size + 2
    return at, found


def _segment(marker: int, body: bytes) -> str:
    if marker == 0xEB and body.startswith(b"JP"):
        return "C2PA"
    if marker == 0xE1:
        return "EXIF" if body.startswith(b"Exif\0") else "XMP"
    return "comment" if marker == 0xFE else f"APP{marker - 0xE0}"
