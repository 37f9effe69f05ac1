"""Joint rankings beside single ones, and the time of an exhibit, from the state of a case."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.locate.test_links import WORLD, gps, link
from tests.core.relations.making import exhibit
from theodolite.chronology import parse_span
from theodolite.clues.metadata import metadata_clues
from theodolite.codec import from_plain, to_plain
from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Hint,
    HintState,
    LinkReach,
    SourceSetting,
    Strength,
    TimeSpan,
)
from theodolite.engine import joint, together
from theodolite.engine.session import Session
from theodolite.errors import InputError
from theodolite.evidence.decode import Decoder
from theodolite.locate.rank import Locator

CASE = Case("t", "q", "A", "2026-01-01T00:00:00Z")


def state(clues: list[Clue], hints: list[Hint], **more: object) -> CaseState:
    exhibits = tuple(exhibit(n) for n in (1, 2, 3))
    return replace(CaseState("p", CASE, exhibits, tuple(clues), tuple(hints)), **more)  # type: ignore[arg-type]


def test_the_joint_ranking_stands_beside_each_single_one() -> None:
    hint = link(1, "E1", "E2", km=1.0, strength=Strength.CERTAIN)
    case = state([gps(1, "E2", 11, strength=Strength.CERTAIN)], [hint])
    locator = Locator(WORLD)
    found = joint.rankings(hint, case, locator, Session.evidence)
    assert list(found) == ["E1", "E2"]
    alone, together_ = found["E1"]
    assert alone.abstained and alone.exhibits == together_.exhibits == ("E1",)
    assert alone.candidates == () and together_.candidates[0].probability > 0.5
    single, same = found["E2"]
    assert single == same, "E1 has nothing to lend"
    off = replace(hint, state=HintState.OFF)
    assert joint.rankings(off, state(list(case.clues), [off]), locator, Session.evidence) == found


def test_a_withdrawn_exhibit_lends_nothing_and_gets_no_ranking() -> None:
    hint = link(1, "E1", "E2")
    case = state([gps(1, "E2", 11)], [hint])
    gone = replace(case, exhibits=(case.exhibits[0], replace(case.exhibits[1], withdrawn=True)))
    found = joint.rankings(hint, gone, Locator(WORLD), Session.evidence)
    assert list(found) == ["E1"]
    assert found["E1"][0] == found["E1"][1]


def test_only_links_join() -> None:
    place = gps(1, "E2", 11).reach
    assert place is not None
    with pytest.raises(InputError, match="no link"):
        joint.rankings(
            replace(link(1, "E1", "E2"), reach=place), state([], []), Locator(WORLD), Session.evidence
        )


def test_links_survive_the_store() -> None:
    hint = link(1, "E1", "E2", km=0.5)
    assert from_plain(Hint, json.loads(json.dumps(to_plain(hint)))) == hint
    assert isinstance(hint.reach, LinkReach)


def timed(number: int, name: str, text: str, kind: str = "exif.time") -> Clue:
    clue = gps(number, name, 0)
    return replace(clue, reach=None, kind=kind, when=parse_span(text))


def test_the_time_of_an_exhibit_rests_on_its_own_clues() -> None:
    case = state([timed(1, "E2", "2008-10-22 16:46:53"), timed(2, "E3", "2008-10-22 16:28:39")], [])
    found = together.when_taken(case, "E1")
    assert found.text == "22 Oct 2008, claimed by E2 and E3 only: the time of E1 is not established."
    assert together.when_taken(case, "E2").status == "claimed"
    gone = replace(
        case, exhibits=(case.exhibits[0], *(replace(e, withdrawn=True) for e in case.exhibits[1:]))
    )
    assert "nothing in this case" in together.when_taken(gone, "E1").text
    off = replace(case, case=replace(CASE, sources=(SourceSetting("metadata", on=False),)))
    assert together.when_taken(off, "E2").status == "not established"


def test_a_capture_series_lends_its_time() -> None:
    camera = "X"
    members = (
        exhibit(1, camera=camera, name="DSCN0041.JPG"),
        exhibit(2, camera=camera, name="DSCN0042.JPG", at="2008-10-22T16:46:53"),
    )
    case = replace(state([timed(1, "E2", "2008-10-22 16:46:53")], []), exhibits=members)
    found = together.when_taken(case, "E1")
    assert found.status == "claimed" and "of the same series as E2" in found.text


@pytest.mark.corpora
def test_step_18_with_the_files_themselves(corpora: Path) -> None:
    """E1 has lost its metadata; E2 and E3 keep theirs, as the file says it."""
    folder = corpora / "photos/exif-py/tests/resources/jpg/gps"
    exhibits, clues = [exhibit(1, name="forwarded.jpg")], list(metadata_clues(exhibit(1)))
    with Decoder() as decoder:
        for number, name in ((2, "DSCN0029.jpg"), (3, "DSCN0010.jpg")):
            item = replace(exhibit(number, name=name), metadata=decoder.metadata(folder / name))
            exhibits.append(item)
            clues += metadata_clues(item)
    named = tuple(replace(clue, id=f"C{n}") for n, clue in enumerate(clues, 1))
    case = replace(state([], []), exhibits=tuple(exhibits), clues=named)
    found = together.when_taken(case, "E1")
    assert found.status == "not established"
    assert found.text == "22 Oct 2008, claimed by E2 and E3 only: the time of E1 is not established."
    own = together.when_taken(case, "E2")
    assert own.status in ("claimed", "contradicted")
    assert "22 Oct 2008" in own.text
    print(own)


def test_a_frame_takes_the_time_of_its_video_so_many_seconds_later() -> None:
    video = exhibit(1)
    frame = replace(exhibit(2, parent="E1"), at_seconds=12.0)
    span = TimeSpan("2020-05-01T10:00:00Z", "2020-05-01T10:00:00Z")
    said = replace(gps(1, "E1", 11), reach=None, when=span)
    found = together.when_taken(state([said], [], exhibits=(video, frame)), "E2")
    assert found.status == "claimed"
    assert found.span == TimeSpan("2020-05-01T10:00:12Z", "2020-05-01T10:00:12Z")
    other = together.when_taken(state([said], [], exhibits=(video, exhibit(2))), "E2")
    assert other.status == "not established"
