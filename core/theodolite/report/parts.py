"""Parts of the report value beside the finding: the claim's answer, pairs, people, protection, checks.

Texts are as recorded and already free of what is protected; field names are keys of the JSON rendering.
"""

from __future__ import annotations

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One half of a claim, answered apart: ``answer`` is 'supported', 'contradicted' or 'not established'.

    ``asked``: what the claim says of it; ``sentence``: the answer and its reason; ``clues``: ids it rests on.
    """

    asked: str
    answer: str
    sentence: str
    clues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """The claim for a set of exhibits. ``place`` and ``time`` are None where it says nothing of them."""

    exhibits: tuple[str, ...]
    place: Part | None
    time: Part | None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """What a source gives each compared candidate: printed points, '' where it says nothing or is among the
    smaller ones. ``source`` is '' for the smaller ones together and for the prior: columns add up."""

    source: str
    text: str
    points: tuple[str, ...]
    tenths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The leading candidates of an answer side by side; ``heads`` are (rank, name, status, coordinates)."""

    exhibits: tuple[str, ...]
    heads: tuple[tuple[str, str, str, str], ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[ComparedRow, ...]
    totals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """An exhibit beside a reference. ``picture``: base64 of the reference, '' if it cannot be shown.

    ``sha256``: of the reference's file as it lies here now, '' if it does not. ``marks``: numbers on the
    exhibit, whose places on the reference nobody has marked unless ``matched`` lists them. ``key``: its id
    in the index.
    """

    exhibit: str
    reference: str
    provider: str
    licence: str
    dd: str
    cosine: str
    taken_on: str
    sha256: str
    picture: str
    marks: tuple[int, ...]
    matched: tuple[int, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """A picture made from an original: the recipe, one operation a line, and the hash that it gives."""

    id: str
    exhibit: str
    title: str
    parent_sha256: str
    steps: tuple[str, ...]
    sha256: str
    width: int
    height: int
    person: str
    utc: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Someone who handled the case; ``part``: author, reviewer or handled the case."""

    id: str
    name: str
    part: str
    role: str
    competence: str
    contact: str
    interests: str
    key: str


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """What both examiners make of one clue; ``first`` is how it counts in the case."""

    clue: str
    text: str
    first: str
    opinion: str
    remark: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A second examiner's answer, with both verdicts and the agreement clue by clue."""

    id: str
    exhibit: str
    person: str
    utc: str
    blind: bool
    label: str
    dd: str
    first: str
    agreement: str
    remark: str
    opinions: tuple[OpinionRow, ...]
    counts: str
    signed: str


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """An Ed25519 signature over a log head; ``checked``: what was found when it was checked."""

    id: str
    person: str
    utc: str
    about: str
    head: str
    sequence: int
    key: str
    signature: str
    checked: str


@dataclass(frozen=True, slots=True)
class StampRow:
    """A time stamp over a log head: confirmed, pending or invalid, and what was checked."""

    id: str
    kind: str
    state: str
    stamped_utc: str
    imported_utc: str
    head: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class TombstoneRow:
    """What is left of an exhibit that was destroyed."""

    exhibit: str
    sha256: str
    reason: str
    person: str
    utc: str


@dataclass(frozen=True, slots=True)
class MaskRow:
    """A region that copies do not show: what kind, why, by whom; never what was there."""

    id: str
    exhibit: str
    kind: str
    reason: str
    person: str
    applied: bool


@dataclass(frozen=True, slots=True)
class Protection:
    """What was held back and why. ``withheld``: (field, what stands instead); ``precision``: worded."""

    withheld: Pairs
    disclosed: tuple[str, ...]
    masks: tuple[MaskRow, ...]
    precision: str
    at_risk: str
    handling: str
    distribution: str
    graphic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """How a stranger checks the report: (what, command or text) in order."""

    steps: Pairs
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """The house's template: ``logo`` is a ``data:`` address of ours, ``header`` and ``footer`` one line."""

    logo: str = ""
    header: str = ""
    footer: str = ""
    accent: str = ""
