"""What lies where in a bundle, and the limits that one from anybody is read under.

A bundle is a bag (BagIt, RFC 8493): tag files on top, the payload under ``data/``. Nothing in it has a name
that depends on what is in the case.
"""

from __future__ import annotations

import re
import unicodedata

FORMAT = "1"
FORMAT_TAG = "Theodolite-Bundle-Format"

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
FETCH = "fetch.txt"
VERIFIER, README = "verify.py", "README.txt"
ROOT = frozenset({DECLARATION, INFO, MANIFEST, VERIFIER, README})  # listed in the tag manifest

LOG, SEALED, WITHHELD = "data/log.jsonl", "data/sealed.jsonl", "data/withheld.json"
ORIGINALS, STATE, REPORT = "data/originals", "data/state", "data/report"
JSONLD = "data/case.jsonld"

MOST_FILES = 200_000
MOST_DEPTH = 6
LONGEST_NAME = 200
LONGEST_LINE = 64 * 1024 * 1024
LARGEST_TAG_FILE = 64 * 1024 * 1024

_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._ -]*\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?\Z", re.IGNORECASE)
_ORIGINAL = re.compile(re.escape(ORIGINALS) + r"/([0-9a-f]{64})\Z")


def original(sha256: str) -> str:
    """The name in the bundle of the original with this hash."""
    return f"{ORIGINALS}/{sha256}"


def sha256_of(name: str) -> str | None:
    """The hash in the name of an original, None for another file."""
    found = _ORIGINAL.match(name)
    return found[1] if found else None


def problem(name: str) -> str:
    """Why ``name`` cannot be the path of a file in a bundle, '' when it can.

    Plain names only: what is absolute, goes up, names a drive, a stream, a share or a device, holds a
    control character or another separator, or ends so that some system drops the end, is refused on every
    system alike.
    """
    if not name or len(name) > LONGEST_NAME:
        return "is empty or too long"
    if unicodedata.normalize("NFC", name) != name or not name.isascii():
        return "is not plain ASCII"
    if any(ord(character) < 32 or ord(character) == 127 for character in name):
        return "holds a control character"
    parts = name.split("/")
    if len(parts) > MOST_DEPTH:
        return "is nested too deep"
    for part in parts:
        if not _PART.match(part) or part.endswith((".", " ")):
            return "is no plain relative path"
        if _RESERVED.match(part):
            return "is the name of a device on some systems"
    return ""
