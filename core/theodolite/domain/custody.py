"""Who works on a case, what protects it, and what was signed, reviewed, destroyed or merged in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.domain.reach import Box

#: What leaves a case only when it is chosen, field by field.
Protected = Literal["path", "name", "serial", "owner", "account", "source"]
PROTECTED: tuple[Protected, ...] = ("path", "name", "serial", "owner", "account", "source")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who handles the case, shown outside it as the code ``id`` (P1).

    ``account``: the name that records of the log carry. ``key``: the Ed25519 public key (RFC 8032), 64
    lower-case hex digits, '' for none.
    """

    id: str
    account: str
    name: str = ""
    role: str = ""
    competence: str = ""
    contact: str = ""
    interests: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Who gave material or made a claim; shown everywhere as the code ``id`` (S1). ``name`` and ``note`` are
    protected."""

    id: str
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClueOpinion:
    """What a reviewer says of one clue; ``remark`` says why, also where only the strength is doubted."""

    clue: str
    opinion: Literal["agree", "disagree", "unsure"]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A second examiner's answer about one exhibit ('' the whole case), given before the first was shown
    when ``blind``. ``lat`` and ``lon`` are the place that this person names, None for no place.

    ``agrees``: with the first verdict, computed once it was shown; None while there is none to compare.
    """

    id: str
    exhibit: str
    person: str
    utc: str
    blind: bool
    label: str
    lat: float | None
    lon: float | None
    radius_km: float
    opinions: tuple[ClueOpinion, ...] = ()
    remark: str = ""
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature (RFC 8032) by ``person`` over ``theodolite-head/1\\n<head>\\n`` as ASCII.

    ``head`` is the hash of record ``sequence``; ``key`` and ``signature`` are lower-case hex. ``about``:
    the record that is meant beside the whole log, such as R1 or V2, or ''.
    """

    id: str
    person: str
    utc: str
    head: str
    sequence: int
    key: str
    signature: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp made on another machine over a log head, imported and checked here without a network.

    ``content``: the file's bytes in base64. ``state``: 'confirmed' (checked against the certificate or block
    header that was given), 'pending' (sound, but what would confirm it is not here), 'invalid'.
    ``stamped_utc``: the time that it states, '' if none. ``text``: what was checked, in words.
    """

    id: str
    kind: Literal["rfc3161", "opentimestamps"]
    head: str
    sha256: str
    content: str
    state: Literal["confirmed", "pending", "invalid"]
    stamped_utc: str
    text: str
    imported_utc: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a destroyed exhibit."""

    exhibit: str
    sha256: str
    reason: str
    person: str
    utc: str


@dataclass(frozen=True, slots=True)
class Step:
    """One operation on pixels, with its parameters as (name, value) pairs; values are text."""

    operation: str
    parameters: tuple[tuple[str, str], ...] = ()
    version: str = "1"


@dataclass(frozen=True, slots=True)
class Derived:
    """A picture made from an original by ``steps``: a recipe that gives ``sha256`` (of the PNG) each time.

    ``parent_sha256`` is the original's; ``width`` and ``height`` are pixels of the result.
    """

    id: str
    exhibit: str
    parent_sha256: str
    steps: tuple[Step, ...]
    sha256: str
    width: int
    height: int
    title: str
    person: str
    utc: str


@dataclass(frozen=True, slots=True)
class Mask:
    """A region of an exhibit that copies must not show. ``proposed`` by detection until a person keeps it."""

    id: str
    exhibit: str
    box: Box
    kind: Literal["face", "plate", "name", "region"]
    reason: str
    person: str
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Two copies of the case say different things of one record; nothing is chosen until a person does.

    ``ours`` and ``theirs``: the two values as canonical JSON text, '' where a side has none. ``chosen``:
    'ours' or 'theirs' once decided, with ``reason``.
    """

    id: str
    kind: str
    key: str
    ours: str
    theirs: str
    chosen: Literal["", "ours", "theirs"] = ""
    reason: str = ""
