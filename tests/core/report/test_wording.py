"""Every string of a report goes through one table: in a made-up language nothing English is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from theodolite.domain import (
    CaseState,
    ClueOpinion,
    Derived,
    Mask,
    Person,
    PointReach,
    Ranking,
    Review,
    Signature,
    Stamp,
    Step,
    TimeSpan,
    Tombstone,
)
from theodolite.errors import InputError
from theodolite.report import html, wording
from theodolite.report.choices import Choices
from theodolite.report.value import Report

Make = Callable[..., Report]
WORD = r"[A-Za-z]{3,}"
HEXES = r"[a-f]+|[A-HJ-NP-Z]{3}"  # what is left of hashes and of squares of the grid without their digits


class Marked(dict[str, str]):
    """Answers every English text with the same between marks, its fields kept."""

    def get(self, key: str, default: object = None) -> str:
        return f"\u27e6{key}\u27e7"


class Outside(HTMLParser):
    """Text that stands outside of any marks, and of what comes from the case."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.skipped = 0
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in ("style", "title", "pre", "svg")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("style", "title", "pre", "svg")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.found.append(data)


def everything(state: CaseState) -> CaseState:
    """The case with a row of each kind that a report knows."""
    box = next(clue.box for clue in state.clues if clue.box is not None)
    return replace(
        state,
        case=replace(
            state.case,
            claimed_place=PointReach(43.7696, 11.2558, 5.0, "Florence"),
            claimed_time=TimeSpan("2008-10-22T00:00:00Z", "2008-10-23T00:00:00Z"),
        ),
        persons=(Person("P1", "A. Examiner", key="ab" * 32),),
        reviews=(
            Review("R1", "E1", "P2", "2026", True, "Arezzo", 43.4, 11.8, 2.0, (ClueOpinion("C1", "agree"),)),
        ),
        signatures=(Signature("G1", "P1", "2026", "ab" * 32, 3, "cd" * 32, "ef" * 64),),
        stamps=(Stamp("Z1", "rfc3161", "ab" * 32, "cd" * 32, "", "pending", "", "12", "2026"),),
        tombstones=(Tombstone("E9", "ab" * 32, "12", "P1", "2026"),),
        derived=(Derived("D1", "E1", "ab" * 32, (Step("13"),), "cd" * 32, 4, 3, "14", "P1", "2026"),),
        masks=(Mask("A1", "E2", box, "face", "15", "P1"),),
    )  # fmt: skip


def test_nothing_is_said_past_the_table(
    make_report: Make,
    case_state: CaseState,
    make_ranking: Callable[..., Ranking],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made_up = wording.Catalogue("xx", "rtl", Marked())
    monkeypatch.setattr(wording, "catalogue", lambda code: made_up if code == "xx" else wording.ENGLISH)
    state, ranking = everything(case_state), make_ranking()
    report = make_report(state, ranking, choices=Choices(language="xx"), borders_source="", summary="")
    page = html.render(report)
    assert '<html lang="xx" dir="rtl">' in page
    plain = " ".join(Outside(page).found)
    while (stripped := re.sub(r"\u27e6[^\u27e6\u27e7]*\u27e7", " ", plain)) != plain:
        plain = stripped
    given = f"{state} {ranking} {report.custody} {report.packs} Theodolite Python Linux MGRS vault RFC UTC"
    known = set(re.findall(WORD, given))
    left = {word for word in re.findall(WORD, plain) if word not in known and not re.fullmatch(HEXES, word)}
    assert left == set()


def test_a_language_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="Available: en"):
        wording.catalogue("tlh")
    with pytest.raises(InputError):
        wording.catalogue("../../etc/passwd")


def test_fields_of_a_text_are_filled_in_and_braces_of_the_case_are_not() -> None:
    assert wording.say("For {names}", names="{0} {names}") == "For {0} {names}"
    assert wording.say("{7*7}") == "{7*7}"
