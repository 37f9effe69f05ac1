"""What a case holds: exhibits, clues, hints, references, pins, verdicts, messages, the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.domain.assistant import Exchange, Observations, Perception, Sentence
from theodolite.domain.custody import (
    Derived,
    Mask,
    MergeConflict,
    Person,
    Review,
    Signature,
    Source,
    Stamp,
    Tombstone,
)
from theodolite.domain.desk import Comparison, Disclosure, FiledReference, Lead, MarkShape, SearchArea
from theodolite.domain.exhibit import Exhibit
from theodolite.domain.reach import Box, Origin, Reach
from theodolite.domain.scales import HintState, Status, Strength
from theodolite.domain.strategy import AlignedLook, StrategyAnswer


@dataclass(frozen=True, slots=True)
class SourceSetting:
    """How a source counts in a case: ``weight`` in [0, 1] scales its log-likelihood (w, posterior.md)."""

    source: str
    on: bool = True
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When, as one source says it: from ``start`` to ``end``, both UTC (ISO 8601, Z), '' where open.

    ``inside`` False: the source says the picture was *not* taken then.
    """

    start: str
    end: str
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """An investigation. ``claim_source`` is a code such as S1, never a name.

    ``claim`` is as it was said; ``claimed_place`` and ``claimed_time`` are what a person read in it, each to
    be answered apart, None where it says nothing. ``handling``: a TLP mark. A final report needs a question
    and a mandate (why and on whose behalf); a draft needs neither.
    """

    title: str
    question: str
    operator: str
    created_utc: str
    claim: str = ""
    claim_source: str = ""
    prior: Literal["mixed", "photo", "population", "land"] = "mixed"
    sources: tuple[SourceSetting, ...] = ()
    number: str = ""
    mandate: str = ""
    legal_basis: str = ""
    classification: str = ""
    handling: Literal["", "TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] = ""
    distribution: str = ""
    at_risk: str = ""
    claimed_place: Reach | None = None
    claimed_place_text: str = ""
    claimed_time: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class LineText:
    """A line of writing as it was read. ``romanised`` and ``meaning`` help a reader and are never evidence.

    ``corrected`` is what the investigator reads instead; the machine's ``text`` stays beside it.
    """

    number: int
    text: str
    script: str
    recogniser: str
    corrected: str = ""
    romanised: str = ""
    romanised_by: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something observed in an exhibit.

    ``root`` names what the clue rests on for the posterior: clues with one root share one doubt.
    ``reach`` None: the clue is recorded but says nothing about places by itself. ``when``: what it says
    about the time, apart from the place. ``inputs``: what was measured or typed, name and value, so that
    the clue can be made again. ``shape``: what was drawn for its mark where that is no box; ``box`` is then
    its bounding box.
    """

    id: str
    exhibit: str
    kind: str
    observation: str
    inference: str
    strength: Strength
    method: str
    version: str
    root: str
    origins: tuple[Origin, ...]
    reach: Reach | None = None
    supports: bool = True
    box: Box | None = None
    mark: int | None = None
    note: str = ""
    confidence: float | None = None
    by_person: bool = False
    active: bool = True
    rejected_reason: str | None = None
    line: LineText | None = None
    when: TimeSpan | None = None
    inputs: tuple[tuple[str, str], ...] = ()
    shape: MarkShape | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Something the investigator says. ``exclude`` masks instead of weighing; only a person may."""

    id: str
    text: str
    reading: str
    reach: Reach
    strength: Strength
    state: HintState
    created_utc: str
    exclude: bool = False
    source: str = ""
    parsed_by: Literal["rules", "model"] = "rules"


@dataclass(frozen=True, slots=True)
class Reference:
    """A geotagged photograph of an index that resembles an exhibit. ``cosine`` in [-1, 1].

    ``camera`` (make and model) and ``taken_on`` (its day, YYYY-MM-DD) as the photograph claims, '' unknown.
    """

    id: str
    index: str
    name: str
    path: str
    lat: float
    lon: float
    cosine: float
    provider: str = ""
    camera: str = ""
    taken_on: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceSearch:
    """The latest search of an exhibit in the indexes of the case: at most 100 references, best first.

    The indexes hold ``total`` references in ``towns`` towns (0: not counted). ``by_chance``: how likely the
    best score is for a place of which they hold nothing (index/novelty.py); None where it was not asked.
    """

    exhibit: str
    indexes: tuple[tuple[str, str], ...]
    pack: str
    pack_sha256: str
    total: int
    references: tuple[Reference, ...]
    towns: int = 0
    by_chance: float | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """An explicit candidate named by a person, for one exhibit or ('') the whole case."""

    id: str
    exhibit: str
    lat: float
    lon: float
    radius_km: float
    label: str
    origin: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's word on a place. Applies to the listed candidate within 25 km of it."""

    id: str
    exhibit: str
    lat: float
    lon: float
    label: str
    status: Status
    reason: str
    person: str
    utc: str
    radius_km: float = 25.0
    override: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of the conversation. Model text is never evidence.

    ``exchange``: the record of the request that the text came out of; ``sentences``: the text of a model
    sentence by sentence, with what each rests on; ``cites``: records that a system text rests on.
    """

    id: str
    author: Literal["person", "model", "system"]
    text: str
    utc: str
    model: str = ""
    model_sha256: str = ""
    exchange: str = ""
    sentences: tuple[Sentence, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a person noticed about ``exhibit`` ('' for the whole case), in free words; one each, and never
    evidence."""

    exhibit: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseState:
    """Everything a view needs to draw a case, at one moment."""

    path: str
    case: Case
    exhibits: tuple[Exhibit, ...] = ()
    clues: tuple[Clue, ...] = ()
    hints: tuple[Hint, ...] = ()
    pins: tuple[Pin, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    messages: tuple[Message, ...] = ()
    searches: tuple[ReferenceSearch, ...] = ()
    looks: tuple[AlignedLook, ...] = ()
    answers: tuple[StrategyAnswer, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    perceptions: tuple[Perception, ...] = ()
    observations: tuple[Observations, ...] = ()
    persons: tuple[Person, ...] = ()
    given_by: tuple[Source, ...] = ()
    reviews: tuple[Review, ...] = ()
    signatures: tuple[Signature, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    derived: tuple[Derived, ...] = ()
    masks: tuple[Mask, ...] = ()
    merge_conflicts: tuple[MergeConflict, ...] = ()
    notes: tuple[Note, ...] = ()
    leads: tuple[Lead, ...] = ()
    filed: tuple[FiledReference, ...] = ()
    areas: tuple[SearchArea, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    indexes: tuple[str, ...] = ()
    log_head: str = ""
    log_length: int = 0


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One link of the audit chain, as shown in Custody. ``payload`` is RFC 8785 JSON text."""

    sequence: int
    utc: str
    operator: str
    action: str
    payload: str
    previous: str
    hash: str
