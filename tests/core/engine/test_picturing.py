"""Derived pictures and covered regions through a real store, plain and encrypted, and the real decoder."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from theodolite.domain import Box, Case, Clue, Step, Strength
from theodolite.engine import proposing
from theodolite.engine.picturing import Picturing
from theodolite.errors import CaseDamaged, InputError, NotFound, PackMissing
from theodolite.evidence import intake
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case
from theodolite.store.cipher import header

MARKER = "PLANTED-OWNER-NAME"
TURN = Step("rotate", (("degrees", "90"),))
LEVELS = Step("levels", (("black", "10"), ("white", "200")))
BOX = Box(0.25, 0.25, 0.5, 0.5)


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        yield one


def photograph(seed: int) -> bytes:
    rows = np.random.default_rng(seed).integers(0, 256, (12, 16, 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, MARKER
    made = io.BytesIO()
    Image.fromarray(rows).resize((160, 120), Image.Resampling.BICUBIC).save(made, "JPEG", exif=exif)
    return made.getvalue()


@pytest.fixture
def session(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    decoder: Decoder,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Picturing]:
    case = Case("t", "q", "A. Nalyst", "2026-01-01T00:00:00Z")
    passphrase = getattr(request, "param", None)
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))
    with CaseStore.create(tmp_path / "a.case", case, passphrase=passphrase) as store:
        run_to_end(intake.add_bytes(store, decoder, photograph(seed), "p.jpg"))
        yield Picturing(SimpleNamespace(decoder=decoder), store)  # type: ignore[arg-type]


@pytest.mark.parametrize("session", [None, "a long passphrase"], ids=["plain", "encrypted"], indirect=True)
def test_a_derived_picture_is_a_recipe_that_gives_its_hash_again(session: Picturing, tmp_path: Path) -> None:
    before = session.state
    run_to_end(session.derive("E1", (TURN, LEVELS), " Lighter "))
    one = session.derived_picture("D1")
    assert (one.title, one.width, one.height) == ("Lighter", 160, 120)  # upright it is 120 by 160
    assert one.parent_sha256 == before.exhibits[0].sha256
    packed = run_to_end(session.derived_png("D1"))
    assert hashlib.sha256(packed).hexdigest() == one.sha256
    with Image.open(io.BytesIO(packed), formats=["PNG"]) as image:
        assert image.size == (one.width, one.height)
    assert MARKER.encode() not in packed
    assert run_to_end(session.replay_derived("D1"))
    # A picture from a derived one goes back to the original, with all steps.
    run_to_end(session.derive("D1", (Step("gray"),), "gray"))
    two = session.derived_picture("D2")
    assert (two.exhibit, two.steps) == ("E1", (TURN, LEVELS, Step("gray")))
    out = run_to_end(session.export_derived("D2", tmp_path / "two.png"))
    assert hashlib.sha256(out.read_bytes()).hexdigest() == two.sha256
    exported = json.loads(session.store.log()[-1].payload)
    assert session.store.log()[-1].action == "derived picture exported" and exported
    session.remove_derived("D1")
    assert [d.id for d in session.state.derived] == ["D2"]
    session.store.undo()
    assert session.derived_picture("D1") == one
    assert session.state.exhibits == before.exhibits  # the original is what it was
    assert run_to_end(session.preview("E1", (TURN,), 64)).startswith(b"\xff\xd8")


def test_another_recipe_or_another_original_does_not_replay(session: Picturing, decoder: Decoder) -> None:
    run_to_end(session.derive("E1", (LEVELS,), "x"))
    one = session.derived_picture("D1")
    wrong = replace(one, steps=(replace(LEVELS, parameters=(("black", "11"), ("white", "200"))),))
    session.store.change("derived", "D1", wrong, "forged", undoable=False)
    assert not run_to_end(session.replay_derived("D1"))
    with pytest.raises(InputError, match="not what was recorded"):
        run_to_end(session.derived_png("D1"))
    vault = session.store.vault_path(one.parent_sha256)
    data = bytearray(vault.read_bytes())
    data[len(data) // 2] ^= 1
    vault.chmod(0o600)
    vault.write_bytes(data)
    with pytest.raises(CaseDamaged):
        run_to_end(session.replay_derived("D1"))


def test_what_cannot_be_made_is_refused_and_leaves_no_record(session: Picturing) -> None:
    length = session.state.log_length
    for call, kind in (
        (lambda: run_to_end(session.derive("E9", (TURN,), "x")), NotFound),
        (lambda: run_to_end(session.derive("E1", (), "x")), InputError),
        (lambda: run_to_end(session.derive("E1", (Step("melt"),), "x")), InputError),
        (lambda: run_to_end(session.derive("E1", (TURN,), " ")), InputError),
        (lambda: run_to_end(session.derive("E1", (Step("enlarge", (("factor", "99"),)),), "x")), InputError),
        (lambda: session.add_mask("E1", Box(0.2, 0.2, 0.2, 0.4), "face"), InputError),
        (lambda: session.add_mask("E1", BOX, "region", " "), InputError),
        (lambda: session.remove_mask("A7"), NotFound),
        (lambda: session.remove_derived("D7"), NotFound),
    ):
        with pytest.raises(kind):
            call()
    assert session.state.log_length == length


def test_copies_cover_regions_in_the_picture_and_in_what_is_made_of_it(
    session: Picturing, tmp_path: Path
) -> None:
    run_to_end(session.derive("E1", (TURN,), "turned"))
    bare = session.redacted("E1", 160)
    assert MARKER.encode() not in bare
    session.add_mask("E1", BOX, "face")
    session.add_mask("E1", Box(0.9, 1.2, 0.7, 0.8), "region", "a document")
    first, second = session.masks_of("E1")
    assert first.reason and second.box == Box(0.7, 0.8, 0.9, 1.0) and second.reason == "a document"
    upright = pixels(session.redacted("E1", 160))
    assert upright.shape == (160, 120, 3)
    assert upright[44:76, 34:56].max() <= 24  # 40..80 by 30..60, less the ringing of a JPEG at the edge
    turned = pixels(session.redacted("D1", 160))
    assert turned.shape == (120, 160, 3)
    assert turned[34:56, 84:116].max() <= 24
    assert pixels(bare)[44:76, 34:56].max() > 60
    assert (pixels(session.veiled("E1", 160))[55:65, 42:48] < 90).all()
    shown = run_to_end(session.export_derived("D1", tmp_path / "covered.png"))
    with Image.open(shown, formats=["PNG"]) as image:
        assert not np.asarray(image)[30:60, 80:120].any()
    assert hashlib.sha256(shown.read_bytes()).hexdigest() != session.derived_picture("D1").sha256
    whole = run_to_end(session.export_derived("D1", tmp_path / "whole.png", uncovered=True))
    assert hashlib.sha256(whole.read_bytes()).hexdigest() == session.derived_picture("D1").sha256
    path, digest = session.export_copy("E1", tmp_path / "copy.jpg", 160)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert pixels(path.read_bytes())[44:76, 34:56].max() <= 24
    session.change_mask("A1", box=Box(0, 0, 0.25, 0.25), kind="plate")
    assert pixels(session.redacted("E1", 160))[4:36, 4:26].max() <= 24
    session.remove_mask("A1")
    assert [m.id for m in session.masks_of("E1")] == ["A2"]
    actions = [session.store.undo(), session.store.undo()]
    assert actions == ["region no longer covered", "region to be covered changed"]
    assert session.mask("A1") == first
    assert run_to_end(verify_case(session.store.folder)).intact


def pixels(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        assert not image.getexif()
        return np.asarray(image.convert("RGB"))


def test_plates_that_were_read_are_proposed_until_a_person_decides(
    session: Picturing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise PackMissing(name)

    monkeypatch.setattr(proposing.packs, "installed", missing)
    with pytest.raises(PackMissing, match="theodolite packs fetch faces"):
        run_to_end(session.propose_masks("E1"))
    assert dict(session.proposable())["face"] == proposing.WITHOUT
    session.store.add_clue(
        Clue("", "E1", "text.plate", "FI 438", "a plate", Strength.WEAK, "m", "1", "r", (), box=BOX)
    )
    run_to_end(session.propose_masks("E1"))
    (found,) = session.masks_of("E1")
    assert found.proposed and found.kind == "plate" and found.box.left < BOX.left
    run_to_end(session.propose_masks("E1"))
    assert session.masks_of("E1") == (found,)  # not twice
    session.keep_mask(found.id)
    assert not session.mask(found.id).proposed


def test_a_region_is_widened_inside_the_picture_and_counts_as_covered_from_half_on() -> None:
    assert proposing.widened(Box(0.4, 0.4, 0.6, 0.8), 0.5) == Box(0.30000000000000004, 0.2, 0.7, 1.0)
    assert proposing.covers(Box(0, 0, 0.5, 1), Box(0.25, 0, 0.75, 1))
    assert not proposing.covers(Box(0, 0, 0.4, 1), Box(0.25, 0, 0.75, 1))
    assert not proposing.covers(Box(0, 0, 0.1, 0.1), Box(0.5, 0.5, 0.6, 0.6))
