"""The second examiner: a blind session, an answer, and what the two say of each clue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.domain import CaseState, ClueOpinion, Review
from theodolite.errors import InputError
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer wrote. ``place``: coordinates in any format we read, '' for no place."""

    exhibit: str
    person: str
    label: str
    place: str
    radius: str
    opinions: tuple[ClueOpinion, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One clue as both see it. ``agreed`` None: somebody is unsure or said nothing."""

    clue: str
    first: str
    opinions: tuple[tuple[str, str, str, str], ...]
    agreed: bool | None


def begin(*, desk: Desk, person: str) -> Changes:
    """From now on this session is the second examiner's, and blind."""
    return desk.session.begin_review(person)


def give(*, desk: Desk, answer: Answer) -> Changes:
    """Put the reviewer's answer on record; then it is compared with the first verdict."""
    from theodolite.geo import coordinates

    lat = lon = None
    radius = 0.0
    if answer.place.strip():
        lat, lon = coordinates.parse(answer.place)
        radius = kilometres(answer.radius)
    review = Review(
        "",
        answer.exhibit,
        answer.person,
        "",
        True,
        answer.label,
        lat,
        lon,
        radius,
        answer.opinions,
        answer.remark,
    )
    return desk.session.review(review)


def kilometres(text: str) -> float:
    """'1', '0.5 km' or '300 m' as kilometres; InputError says what is missing."""
    said = text.strip().lower().replace(",", ".")
    scale = 0.001 if said.endswith("m") and not said.endswith("km") else 1.0
    try:
        value = float(said.removesuffix("km").removesuffix("m").strip()) * scale
    except ValueError:
        value = 0.0
    if not 0 < value < 20040:
        raise InputError("Say within how many kilometres the place is meant, for example 1 or 300 m.")
    return value


def end(*, desk: Desk) -> Changes:
    """Show everything again."""
    return desk.session.end_review()


def both(*, desk: Desk, exhibit: str) -> tuple[CaseState, tuple[AgreementRow, ...]]:
    """The case as it may be seen now, and what the first examiner and the reviewers say of each clue."""
    found = desk.session.clue_agreement(exhibit)
    rows = tuple(AgreementRow(one.clue, one.first, tuple(one.opinions), one.agreed) for one in found)
    return desk.session.state, rows
