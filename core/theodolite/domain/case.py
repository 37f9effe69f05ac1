"""What a case holds: exhibits, clues, hints, references, pins, verdicts, messages, the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.domain.assistant import Exchange, Observations, Perception, Sentence
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
class Case:
    """An investigation. ``claim_source`` is a code such as S1, never a name."""

    title: str
    question: str
    operator: str
    created_utc: str
    claim: str = ""
    claim_source: str = ""
    prior: Literal["mixed", "photo", "population", "land"] = "mixed"
    sources: tuple[SourceSetting, ...] = ()


@dataclass(frozen=True, slots=True)
class GpsClaim:
    """What a file claims about where it was taken, and how the camera was held.

    ``direction`` and ``track`` (direction of movement): degrees clockwise from true north, [0, 360);
    ``magnetic`` instead of ``direction`` where the file refers to magnetic north. ``pitch`` and ``roll``:
    degrees, pitch above the horizon is positive. ``altitude_m``: metres, below sea level negative.
    ``dop``: dilution of precision; ``error_m``: horizontal error as stated. ``datum``: as written.
    """

    lat: float
    lon: float
    altitude_m: float | None = None
    direction: float | None = None
    magnetic: float | None = None
    track: float | None = None
    speed_kmh: float | None = None
    pitch: float | None = None
    roll: float | None = None
    dop: float | None = None
    error_m: float | None = None
    datum: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Optics:
    """What a file claims about lens and sensor; millimetres and pixels, None where it is silent.

    ``focal_35mm``: the focal length that gives the same field of view on 35 mm film (by the diagonal, CIPA
    DCG-001). ``sensor_mm``: width and height of the part of the sensor that made the picture as stored,
    computed from the focal plane resolution. ``digital_zoom``: factor, 1 for none. ``panorama``: the
    projection of a stitched picture, for which a field of view cannot be computed from a focal length.
    """

    focal_mm: float | None = None
    focal_35mm: float | None = None
    sensor_mm: tuple[float, float] | None = None
    digital_zoom: float | None = None
    lens: str = ""
    panorama: str = ""


@dataclass(frozen=True, slots=True)
class EmbeddedThumbnail:
    """The small picture a camera keeps beside the large one, and how far the two agree.

    ``likeness``: correlation of the brightness after the best of the eight turns, [-1, 1]; None: not
    compared. ``relation``: 'same', 'crop' (the picture is a part of what the thumbnail shows), 'mirrored',
    'differs', 'unclear' (too little detail to say), 'unreadable'.
    """

    width: int
    height: int
    relation: Literal["same", "crop", "mirrored", "differs", "unclear", "unreadable"]
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; every value is a claim. ``fields`` are (name, raw value) pairs.

    Times are ISO 8601: ``taken_at``, ``digitised_at`` and ``modified_at`` by the camera's clock, with the
    UTC offset only where the file states one; ``gps_utc`` ends in Z. ``claimed_size``: width and height in
    pixels as EXIF states them, before the picture is turned upright.
    ``faults``: (code, words) of what is wrong with a claim, codes as in ``evidence.gps``.
    """

    gps: GpsClaim | None = None
    taken_at: str | None = None
    camera: str | None = None
    serial: str | None = None
    orientation: int = 1
    software: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    digitised_at: str = ""
    modified_at: str = ""
    gps_utc: str = ""
    optics: Optics = Optics()
    claimed_size: tuple[int, int] | None = None
    thumbnail: EmbeddedThumbnail | None = None
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRun:
    """One clue source at work on one exhibit: how long it took, and what came of it in words."""

    source: str
    seconds: float
    clues: int
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file under custody. ``width`` and ``height`` are pixels of the upright image, 0 if unreadable.

    A derived exhibit names its ``parent`` and the ``recipe`` (operation and parameters) that makes it again;
    ``at_seconds`` is the moment of a video frame, seconds from the start. ``fingerprint``: perceptual hashes
    of the picture (relations.fingerprint), empty until examined.
    ``file_time``: when the file it was taken from was last modified, as the file system said (ISO 8601, Z),
    '' if it had no file.
    """

    id: str
    name: str
    sha256: str
    md5: str
    size: int
    media_type: str
    source: str
    added_utc: str
    operator: str
    readable: bool
    error_code: str | None = None
    error_text: str | None = None
    width: int = 0
    height: int = 0
    metadata: Metadata = Metadata()
    examined: bool = False
    withdrawn: bool = False
    runs: tuple[SourceRun, ...] = ()
    parent: str = ""
    recipe: str = ""
    at_seconds: float | None = None
    fingerprint: tuple[str, ...] = ()
    file_time: str = ""


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
class TimeSpan:
    """When, as one source says it: from ``start`` to ``end``, both UTC (ISO 8601, Z), '' where open.

    ``inside`` False: the source says the picture was *not* taken then.
    """

    start: str
    end: str
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Clue:
    """Something observed in an exhibit.

    ``root`` names what the clue rests on for the posterior: clues with one root share one doubt.
    ``reach`` None: the clue is recorded but says nothing about places by itself. ``when``: what it says
    about the time, apart from the place. ``inputs``: what was measured or typed, name and value, so that
    the clue can be made again.
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
