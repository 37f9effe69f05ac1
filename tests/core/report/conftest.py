"""A made-up case in the shape of the guide's investigation, whole enough to fill every section."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from theodolite.domain import (
    PROTECTED,
    AlignedLook,
    AnswerLevel,
    AreaReach,
    Box,
    Candidate,
    Case,
    CaseState,
    Clue,
    Contradiction,
    Contribution,
    Disc,
    Exhibit,
    GpsClaim,
    Guess,
    Hint,
    HintState,
    LogRecord,
    Message,
    Metadata,
    Origin,
    PackUse,
    Pin,
    PointReach,
    Ranking,
    Reference,
    ReferenceSearch,
    Region,
    Spoken,
    Status,
    StrategyAnswer,
    Strength,
    Verdict,
    Verification,
)
from theodolite.report.build import build
from theodolite.report.choices import Choices
from theodolite.report.value import Report
from theodolite.store import log

Q = 2.0**20
SHA = {
    name: f"{number:064x}"
    for name, number in (("E1", 0xA1B2C3 << 200), ("E2", 0xD4 << 240), ("E3", 0x77 << 240))
}


def exhibit(key: str, name: str, metadata: Metadata) -> Exhibit:
    return Exhibit(
        *(
            key,
            name,
            SHA[key],
            SHA[key][:32],
            136_101,
            "image/jpeg",
            f"/cards/1/{name}",
            "2026-11-20T09:12:04.120Z",
        ),
        *("A. Examiner", True),
        width=1024,
        height=768,
        metadata=metadata,
        examined=True,
    )


def exhibits() -> tuple[Exhibit, ...]:
    camera = "NIKON COOLPIX P6000"
    here = Metadata(GpsClaim(43.46824, 11.88017, direction=212.0), "2008-10-22 16:46:53", camera)
    there = Metadata(GpsClaim(43.7696, 11.2558), "2008-10-22 16:28:39", camera)
    return (
        exhibit("E1", "forwarded.jpg", Metadata()),
        exhibit("E2", "square.jpg", here),
        exhibit("E3", "postcard.jpg", replace(there, problems=("GPS and file time differ by 18 minutes",))),
    )


def clues() -> tuple[Clue, ...]:
    tower = Clue(
        *("C3", "E1", "hand", "square tower, five rows of paired windows", "Pieve di Santa Maria, Arezzo"),
        *(Strength.LIKELY, "by hand", "", "person:guide", (Origin("person", "printed guide"),)),
        reach=PointReach(43.4649, 11.8826, 0.3, "Arezzo"),
        box=Box(0.335, 0.055, 0.54, 0.745),
        mark=1,
        by_person=True,
    )
    sign = Clue(
        *("C1", "E1", "text.language", "Bar dell'Acropoli · aperto tutti i giorni", "Italian"),
        *(Strength.LIKELY, "lingua", "2.1", "text:1", (Origin("file", SHA["E1"]),)),
        reach=AreaReach("country", ("IT",)),
        box=Box(0.62, 0.55, 0.9, 0.62),
        mark=2,
        confidence=0.91,
    )
    phone = replace(
        sign,
        id="C2",
        kind="text.phone",
        observation="0575 24317",
        inference="area code of Arezzo",
        method="phonenumbers",
        version="9.0",
        box=Box(0.64, 0.64, 0.8, 0.68),
        mark=3,
    )
    gps = Clue(
        *("C4", "E3", "exif.gps", "43.7696, 11.2558", "Florence, Italy", Strength.LIKELY, "exifread", "3.5"),
        *("metadata:e3", (Origin("file", SHA["E3"]), Origin("camera", "NIKON COOLPIX P6000"))),
        reach=PointReach(43.7696, 11.2558, 0.05),
        active=False,
        rejected_reason="rewritten later: conflicts with E2 by 60 km in 18 minutes",
    )
    return (sign, phone, tower, gps)


def candidate(
    rank: int, label: str, lat: float, lon: float, *parts: tuple[str, str, float], **more: Any
) -> Candidate:
    """``parts`` in nats; quantised as locate does it."""
    shares = tuple(Contribution(source, text, round(value * Q) / Q) for source, text, value in parts)
    score = math.fsum(share.log_likelihood for share in shares)
    values: dict[str, Any] = {"probability": 0.5, "radius_km": 25.0, "country": "IT", **more}
    return Candidate(
        f"P{rank}",
        rank,
        lat,
        lon,
        label,
        values.pop("country"),
        values.pop("probability"),
        values.pop("radius_km"),
        score,
        shares,
        **values,
    )


def ranking(**more: Any) -> Ranking:
    arezzo = candidate(
        1,
        "Arezzo, Tuscany",
        43.464455,
        11.881478,
        ("prior", "prior", -10.31),
        ("C3", "Pieve di Santa Maria, Arezzo", 3.91),
        ("retrieval", "12 similar photographs", 3.02),
        ("C2", "area code of Arezzo", 2.11),
        ("C1", "Italian", 2.65),
        ("H1", "in Italy", 1.49),
        ("C9", "drives on the right", 0.12),
        ("H2", "not at the coast", -0.21),
        probability=0.93,
        radius_km=1.0,
        status=Status.VERIFIED,
        explicit=True,
        reason="tower and street match",
    )
    florence = candidate(
        2,
        "Florence, Tuscany",
        43.7696,
        11.2558,
        ("prior", "prior", -9.02),
        ("C1", "Italian", 2.65),
        ("H1", "in Italy", 1.49),
        ("C3", "Pieve di Santa Maria, Arezzo", -1.61),
        ("retrieval", "12 similar photographs", -0.69),
        probability=0.02,
        status=Status.REJECTED,
        reason="only E3's claimed GPS; conflicts with E2",
        explicit=True,
    )
    siena = candidate(
        3,
        "Siena, Tuscany",
        43.3186,
        11.3306,
        ("prior", "prior", -10.9),
        ("C1", "Italian", 2.65),
        ("H1", "in Italy", 1.49),
        ("C2", "area code of Arezzo", -0.94),
        probability=0.015,
    )
    perugia = candidate(
        4,
        "Perugia, Umbria",
        43.1122,
        12.3888,
        ("prior", "prior", -10.7),
        ("C1", "Italian", 2.65),
        ("H1", "in Italy", 1.49),
        probability=0.01,
        status=Status.UNDER_REVIEW,
    )
    values: dict[str, Any] = {
        "contradictions": (),
        "level": AnswerLevel.POINT,
        "calibrated": False,
        "candidates": (arezzo, florence, siena, perugia),
        **more,
    }
    discs = tuple(Disc(43.4645 + 0.02 * i, 11.88 + 0.03 * (i % 3), 3.0) for i in range(-3, 4))
    wide = tuple(Disc(43.40 + 0.05 * i, 11.7 + 0.08 * (i % 4), 7.0) for i in range(-3, 5))
    return Ranking(
        ("E1",),
        "fusion",
        values.pop("level"),
        (("IT", 0.97), ("SM", 0.01)),
        (("IT.16", 0.95),),
        values.pop("candidates"),
        (Region(0.5, 0.51, 190.0, discs), Region(0.9, 0.9, 1400.0, wide)),
        values.pop("contradictions"),
        ("H4",),
        "mixed",
        "ab" * 32,
        "cd" * 32,
        6.2,
        (PackUse("vision-starter", "1.1.0", "2d" * 32), PackUse("gallery", "1.3.0", "6f" * 32)),
        **values,
    )


def records(count: int = 14) -> tuple[LogRecord, ...]:
    steps = [
        (
            "case created",
            {"changes": [{"kind": "case", "id": "case", "after": {}}], "detail": {"program": "theodolite"}},
        ),
        (
            "bytes stored",
            {
                "changes": [],
                "detail": {"sha256": SHA["E1"], "size": 136_101, "source": "/cards/1/forwarded.jpg"},
            },
        ),
        ("exhibit added", {"changes": [{"kind": "exhibit", "id": "E1", "after": {}}], "detail": {}}),
        (
            "exhibit examined",
            {"changes": [{"kind": "clue", "id": f"C{i}", "after": {}} for i in range(1, 10)], "detail": {}},
        ),
        ("hint added", {"changes": [{"kind": "hint", "id": "H1", "after": {}}], "detail": {}}),
        ("hint removed", {"changes": [{"kind": "hint", "id": "H3", "after": None}], "detail": {}}),
        ("verdict: verified", {"changes": [{"kind": "verdict", "id": "V2", "after": {}}], "detail": {}}),
    ]
    found: list[LogRecord] = []
    for number in range(count):
        action, payload = steps[min(number, len(steps) - 1) if number < len(steps) else number % len(steps)]
        found.append(log.following(found[-1] if found else None, "A. Examiner", action, payload))
    return tuple(found)


def state() -> CaseState:
    italy = AreaReach("country", ("IT",))
    references = tuple(
        Reference(
            f"r{i}",
            "/indexes/tuscany",
            f"arezzo-{i}.jpg",
            f"/r/{i}.jpg",
            43.4645 + i / 5000,
            11.881,
            0.88 - i / 40,
        )
        for i in range(6)
    )
    utc = "2026-11-20T10:02:11Z"
    return CaseState(
        path="/cases/tower.case",
        case=Case(
            "The tower photograph",
            "Where was forwarded.jpg taken?",
            "A. Examiner",
            "2026-11-20T09:10:00Z",
            "Florence, 22 Oct 2008",
            "S1",
        ),
        exhibits=exhibits(),
        clues=clues(),
        hints=(
            Hint("H1", "it is in Italy, likely", "in Italy", italy, Strength.LIKELY, HintState.ON, utc),
            Hint(
                "H2",
                "not at the coast",
                "not near the coast",
                italy,
                Strength.WEAK,
                HintState.OFF,
                utc,
                source="S2",
            ),
        ),
        pins=(Pin("K1", "E1", 43.7696, 11.2558, 1.0, "Florence", "pasted"),),
        verdicts=(
            Verdict(
                "V1",
                "E1",
                43.7696,
                11.2558,
                "Florence",
                Status.REJECTED,
                "only E3's claimed GPS; conflicts with E2",
                "A. Examiner",
                utc,
            ),
            Verdict(
                "V2",
                "E1",
                43.464455,
                11.881478,
                "Arezzo",
                Status.VERIFIED,
                "tower and street match",
                "A. Examiner",
                utc,
            ),
        ),
        messages=(
            Message("M1", "person", "it is in Italy, likely", utc),
            Message(
                "M2", "model", "The evidence favours Arezzo in Italy.", utc, "language-starter", "9c" * 32
            ),
            Message("M3", "system", "Not understood: 'somewhere warm'. Try: in Italy, likely.", utc),
        ),
        searches=(
            ReferenceSearch(
                "E1", (("/indexes/tuscany", "11" * 32),), "vision-starter", "2d" * 32, 42, references
            ),
        ),
        looks=(AlignedLook("E1", "own", "own", "5a" * 32, "2d" * 32, 14.0, (0.6, 0.8)),),
        answers=(
            StrategyAnswer(
                "g3",
                "E1",
                "cosine of photograph and place",
                (
                    Guess(43.46824, 11.88017, 0.412, "answer 1.1"),
                    Guess(43.77, 11.25, 0.39, "reference " + "9" * 64),
                ),
                (
                    Spoken(1, 1, "Where is this?", (("similar", 43.4, 11.8),), '{"latitude": 43.46824}', 7),
                    Spoken(1, 2, "Where is this?", (), "north", 8, invalid="not JSON"),
                ),
                (("invalid answers", 1),),
                seed=7,
                settings=(("prompts", "1"),),
                packs=(PackUse("own", "1", "5a" * 32),),
            ),
        ),
        indexes=("/indexes/tuscany",),
        log_head=records()[-1].hash,
        log_length=14,
    )


CONTRADICTION = Contradiction(
    "H3 and C3 name different places",
    "H3 in Florence",
    "C3 Pieve di Santa Maria",
    (("Florence", 0.91), ("Arezzo", 0.02)),
    (("Arezzo", 0.88), ("Siena", 0.03)),
)


def square(west: float, south: float, east: float, north: float, name: str) -> dict[str, Any]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


@pytest.fixture
def case_state() -> CaseState:
    return state()


@pytest.fixture
def make_ranking() -> Callable[..., Ranking]:
    return ranking


@pytest.fixture
def make_candidate() -> Callable[..., Candidate]:
    return candidate


@pytest.fixture
def contradiction() -> Contradiction:
    return CONTRADICTION


@pytest.fixture
def picture() -> bytes:
    """A small real JPEG."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (64, 48), (120, 150, 180)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def make_report(picture: bytes) -> Callable[..., Report]:
    def make(of: CaseState | None = None, *rankings: Ranking, **more: Any) -> Report:
        values: dict[str, Any] = {
            "choices": Choices(disclose=frozenset(PROTECTED)),  # test_protect.py holds it back
            "verification": Verification(True, 3, 14, records()[-1].hash, ()),
            "log": records(),
            "hint_effects": {"H1": "▲2 ▼1"},
            "thumbnails": {"E1": picture, "E2": picture},
            "summary": "E1 shows a square tower. The evidence favours Arezzo.",
            "sandbox": "on",
            "borders": {"features": [square(7, 36, 18, 47, "Italy"), square(18, 40, 24, 46, "Elsewhere")]},
            "borders_source": "Borders: Natural Earth, public domain",
            "places": [("Siena", 43.3186, 11.3306, 54_000), ("Cortona", 43.2756, 11.9880, 22_000)],
            **more,
        }
        return build(of or state(), rankings or (ranking(),), **values)

    return make
