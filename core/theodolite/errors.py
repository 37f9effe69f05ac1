"""One small tree of errors; ``str(error)`` is fit to show a user.

Every error has a stable ``code`` (kebab-case) that scripts may match on; the text may change.
"""

from __future__ import annotations

import re
from typing import ClassVar

_SURROGATE = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """``text`` that can be written: bytes of a file name that are no UTF-8 become replacement characters."""
    return _SURROGATE.sub("\ufffd", text)


class TheodoliteError(Exception):
    """Root of every error the engine raises on purpose."""

    code: ClassVar[str] = "error"

    def __str__(self) -> str:
        return legible(super().__str__())


class InputError(TheodoliteError):
    """What was given cannot be used as it is (a path, a coordinate, a hint)."""

    code = "bad-input"


class NotFound(InputError):
    """A case, exhibit, clue, hint or file that was named does not exist."""

    code = "not-found"


class FormatRefused(InputError):
    """The leading bytes are no image or video format we know."""

    code = "unknown-format"


class DecodeFailed(TheodoliteError):
    """The bytes are stored, but no decoder could make pixels of them."""

    code = "cannot-decode"


class ImageTooLarge(DecodeFailed):
    """Decoding would need more pixels or memory than we allow one file."""

    code = "too-large"


class DecodeTimeout(DecodeFailed):
    """The decoder did not finish in time and was ended."""

    code = "decode-timeout"


class DecoderDied(DecodeFailed):
    """The decoder crashed or hit a resource limit on this file; the next file gets a new one."""

    code = "decoder-died"


class CaseDamaged(TheodoliteError):
    """A case folder does not hold what its log says it holds."""

    code = "case-damaged"


class CaseLocked(TheodoliteError):
    """Another process has the case open for writing."""

    code = "case-locked"


class PassphraseNeeded(TheodoliteError):
    """The case is encrypted, and no passphrase was given."""

    code = "passphrase-needed"


class WrongPassphrase(TheodoliteError):
    """The passphrase that was given does not open the case."""

    code = "wrong-passphrase"


class BundleRefused(InputError):
    """A bundle is not whole, not ours, or holds what no bundle of ours does; nothing of it was kept."""

    code = "bundle-refused"


class StorageFailed(TheodoliteError):
    """The disk is full, read-only or gone."""

    code = "storage"


class KeyringMissing(TheodoliteError):
    """This machine has no keyring that protects secrets, or it stayed locked."""

    code = "keyring"


class PackError(TheodoliteError):
    """A pack could not be fetched, verified or installed."""

    code = "pack"


class PackMissing(PackError):
    """Work was asked for that needs a pack which is not installed."""

    code = "pack-missing"


class PackHashMismatch(PackError):
    """A pack file is not the file the lock names."""

    code = "pack-hash"


class TilesRefused(PackError):
    """A file is no map pack that we read, or asks for more than a map may."""

    code = "tiles-refused"


class TilesVersion(TilesRefused):
    """A map pack of a version of its format that we do not read."""

    code = "tiles-version"


class TilesUnsupported(TilesRefused):
    """A map pack whose tiles are of a kind, or packed in a way, that we do not read."""

    code = "tiles-unsupported"


class TilesDamaged(TilesRefused):
    """A map pack is cut short or contradicts itself."""

    code = "tiles-damaged"


class TilesTooLarge(TilesRefused):
    """A part of a map pack unpacks to more than any map needs."""

    code = "tiles-too-large"


class IndexDamaged(TheodoliteError):
    """An index folder is truncated, foreign or changed."""

    code = "index-damaged"


class WorkerDied(TheodoliteError):
    """A worker process ended in the middle of a request; the next request starts a new one."""

    code = "worker-died"


class TemplateRefused(TheodoliteError):
    """The chat template that a model file carries cannot be used, or does harm."""

    code = "chat-template"


class ModelTooLarge(TheodoliteError):
    """A language model, with the context that is asked for, needs more memory than there is."""

    code = "model-too-large"


class HintNotUnderstood(InputError):
    """A sentence holds no hint that we can read with certainty."""

    code = "hint-not-understood"


class NetworkRefused(TheodoliteError):
    """Our own code tried to open a connection; the application never does."""

    code = "network-refused"
