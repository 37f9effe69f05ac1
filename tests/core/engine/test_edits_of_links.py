"""Links and verdicts through the recorded edits of a case, with a real store."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.core.engine.test_independence import AREZZO, arezzo, references
from theodolite.clues.metadata import metadata_clues
from theodolite.domain import (
    Case,
    Exhibit,
    GpsClaim,
    HintState,
    LinkReach,
    Metadata,
    Origin,
    Status,
    Strength,
)
from theodolite.engine.edits import Edits
from theodolite.errors import HintNotUnderstood, InputError
from theodolite.geo.world import World
from theodolite.store import CaseStore


@pytest.fixture
def edits(tmp_path: Path) -> Iterator[Edits]:
    """E1 without metadata; E2 in Arezzo, as in the tower photograph."""
    with CaseStore.create(tmp_path / "a.case", Case("t", "q", "A", "2026-01-01T00:00:00Z")) as store:
        claims = (
            Metadata(),
            Metadata(
                gps=GpsClaim(43.46824, 11.88017), taken_at="2008-10-22T16:46:53", camera="NIKON COOLPIX P6000"
            ),
        )
        for number, metadata in enumerate(claims):
            kept = store.store_bytes(io.BytesIO(bytes([number])), name=f"{number}.jpg")
            item = store.add_exhibit(
                Exhibit(
                    "", f"{number}.jpg", kept.sha256, kept.md5, kept.size, "image/jpeg", "", "2026", "A",
                    True, metadata=metadata,
                )
            )  # fmt: skip
            store.put_clues(item.id, metadata_clues(item))
        engine = SimpleNamespace(world=World.load(), gazetteer=None)
        yield Edits(engine, store)  # type: ignore[arg-type]


def test_a_link_of_exhibits_that_are_not_there_is_refused_and_nothing_is_added(edits: Edits) -> None:
    with pytest.raises(HintNotUnderstood, match="no exhibit E9"):
        edits.propose_hints("E1 and E9 show one place; in Italy")
    assert edits.state.hints == ()


def test_a_link_is_recorded_switched_and_removed_like_any_hint(edits: Edits) -> None:
    (hint,) = edits.propose_hints("E1 and E2 show one place within 500 m, certain")
    assert hint.state is HintState.PROPOSED and hint.strength is Strength.CERTAIN
    edits.apply_hint(hint.id)
    (kept,) = edits.state.hints
    assert kept.reach == LinkReach(("E1", "E2"), 0.5) and kept.state is HintState.ON
    edits.remove_hint(hint.id)
    assert edits.state.hints == ()
    actions = [record.action for record in edits.store.log(None)]
    assert actions[-3:] == ["hint added", "hint on", "hint removed"]
    edits.undo()
    assert edits.state.hints == (kept,)


def test_step_13_the_refusal_names_the_shared_origin(edits: Edits) -> None:
    edits.store.put_seen(references("E1"))
    gps = next(clue for clue in edits.state.clues if clue.kind == "exif.gps")
    shared = (
        r"Arezzo has 1 \(E2 and the references share camera model and day: NIKON COOLPIX P6000, 2008-10-22\)"
    )
    with pytest.raises(InputError, match=shared):
        edits.set_verdict("E1", arezzo("retrieval"), Status.VERIFIED)
    with pytest.raises(InputError, match=shared):
        edits.set_verdict("", arezzo("retrieval", gps.id), Status.VERIFIED)
    assert edits.state.verdicts == ()
    assert edits.independence("", arezzo("retrieval", gps.id)).groups == ((gps.id, "retrieval"),)


def test_step_17_with_a_printed_guide_it_is_accepted(edits: Edits) -> None:
    edits.store.put_seen(references("E1"))
    gps = next(clue for clue in edits.state.clues if clue.kind == "exif.gps")
    guide = edits.store.add_clue(
        replace(
            gps,
            id="",
            exhibit="E1",
            kind="hand",
            root="hand:1",
            origins=(Origin("reference", "printed guide"),),
        )
    )
    edits.set_verdict("E1", arezzo("retrieval", guide.id), Status.VERIFIED)
    (verdict,) = edits.state.verdicts
    assert verdict.status is Status.VERIFIED and (verdict.lat, verdict.lon) == AREZZO
