"""Content credentials as clues: worded as claims, strength by validity, and never 'fake'."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.clues.making import exhibit
from theodolite.clues import provenance, record
from theodolite.domain import Clue, GpsClaim, Metadata, PointReach, Strength, TimeSpan
from theodolite.errors import DecoderDied
from theodolite.evidence.c2pa_report import Action, Ingredient, Provenance

FOUND = Provenance(
    state="unknown trust",
    verdict="Valid",
    issuer="Test Authority",
    signer="Test Signer",
    signed_at="2023-02-12T18:44:26+00:00",
    time_stamped=True,
    generator="camera 1",
    assertions=("stds.exif",),
    actions=(Action("c2pa.opened"), Action("c2pa.color_adjustments", software="editor", detail="brightness")),
    ingredients=(Ingredient("A.jpg", "parentOf"), Ingredient("B.jpg", "componentOf", True, ("x.mismatch",))),
    place=GpsClaim(43.15, -77.58, altitude_m=123.5, error_m=160.0),
    taken_at="2023-02-12T13:44:26-05:00",
    library="c2pa-rs",
)


def by_kind(found: Provenance, metadata: Metadata | None = None) -> dict[str, Clue]:
    return {clue.kind: clue for clue in provenance.clues_of(exhibit(metadata), found)}


def test_everything_that_is_stated_is_a_clue() -> None:
    clues = by_kind(FOUND)
    names = ["state", "signer", "edits", "ingredients", "place", "time"]
    assert list(clues) == [f"c2pa.{name}" for name in names]
    assert {clue.root for clue in clues.values()} == {provenance.root(exhibit())}
    assert [kind for kind, clue in clues.items() if clue.reach is not None] == ["c2pa.place"]
    assert clues["c2pa.place"].reach == PointReach(43.15, -77.58, 0.16, "position stated in C2PA")
    moment = "2023-02-12T18:44:26Z"
    assert clues["c2pa.time"].when == TimeSpan(moment, moment)
    assert "color_adjustments (brightness) with editor" in clues["c2pa.edits"].observation
    assert (
        "B.jpg (componentOf), signed, did not validate: x.mismatch" in clues["c2pa.ingredients"].observation
    )
    assert "time-stamped" in clues["c2pa.signer"].observation


@pytest.mark.parametrize(
    ("state", "strength"),
    [("valid", Strength.CERTAIN), ("unknown trust", Strength.LIKELY), ("invalid", Strength.WEAK)],
)
def test_strength_follows_validity(state, strength) -> None:
    clues = by_kind(replace(FOUND, state=state, codes=("claimSignature.mismatch",)))
    assert clues["c2pa.place"].strength == clues["c2pa.time"].strength == strength


@pytest.mark.parametrize("state", ["valid", "unknown trust", "invalid", "absent", "remote", "unreadable"])
def test_no_state_is_called_fake_or_proven(state) -> None:
    found = replace(FOUND, state=state, codes=("assertion.dataHash.mismatch",), remote_url="https://a/b")
    for clue in provenance.clues_of(exhibit(), found):
        said = f"{clue.observation} {clue.inference} {clue.note}".lower()
        assert not any(word in said for word in ("fake", "forged", "proven", "authentic", "genuine"))


def test_absent_remote_and_unreadable_are_unknown() -> None:
    (absent,) = provenance.clues_of(exhibit(), Provenance("absent"))
    assert (absent.kind, absent.reach) == ("none.c2pa", None)
    assert "unknown" in absent.observation
    (remote,) = provenance.clues_of(exhibit(), Provenance("remote", remote_url="https://example.org/m"))
    assert remote.kind == "c2pa.state"
    assert "was not fetched: https://example.org/m" in remote.observation
    assert remote.inference.startswith("unknown")
    (unreadable,) = provenance.clues_of(exhibit(), Provenance("unreadable", problem="prerelease"))
    assert (unreadable.note, unreadable.inference[:7]) == ("prerelease", "unknown")


def test_reasons_are_in_words_with_their_codes_and_their_place() -> None:
    own = by_kind(replace(FOUND, state="invalid", codes=("assertion.dataHash.mismatch",)))["c2pa.state"]
    assert "not those that were signed (assertion.dataHash.mismatch)" in own.observation
    below = replace(FOUND, state="invalid", ingredient_codes=("claimSignature.mismatch",))
    assert "in an ingredient, the signature" in by_kind(below)["c2pa.state"].observation
    part = by_kind(replace(FOUND, left_out="EXIF"))["c2pa.state"]
    assert part.note == "the signature does not cover: EXIF"


def test_a_position_said_twice_is_one_statement() -> None:
    """EXIF and manifest of one file at one place share one doubt; at two places they contradict."""
    near = by_kind(FOUND, Metadata(gps=GpsClaim(43.1501, -77.5801)))["c2pa.place"]
    assert near.root == record.metadata_root(exhibit().sha256)
    far = by_kind(FOUND, Metadata(gps=GpsClaim(43.77, 11.25)))["c2pa.place"]
    assert far.root == provenance.root(exhibit())


def test_a_signature_without_a_stated_time_bounds_the_time_from_above() -> None:
    signed = by_kind(replace(FOUND, taken_at=""))["c2pa.time"]
    assert signed.when == TimeSpan("", "2023-02-12T18:44:26Z")
    assert by_kind(replace(FOUND, taken_at="", time_stamped=False))["c2pa.time"].strength == Strength.WEAK
    assert "c2pa.time" not in by_kind(replace(FOUND, taken_at="", signed_at=""))
    local = by_kind(replace(FOUND, taken_at="2023-02-12T13:44:26"))["c2pa.time"]
    assert local.when == TimeSpan("2023-02-11T23:44:26Z", "2023-02-13T01:44:26Z")


def test_a_generative_model_is_said_as_stated() -> None:
    made = Action("c2pa.created", source_type="trainedAlgorithmicMedia")
    edits = by_kind(replace(FOUND, actions=(made,)))["c2pa.edits"]
    assert "the file states that a generative model made or changed it" in edits.inference


def test_a_validator_that_dies_leaves_a_record() -> None:
    class Dying:
        def provenance(self, path: Path, anchors: str = "") -> Provenance:
            raise DecoderDied("The decoder ended while working on this file.")

    (clue,) = provenance.provenance_clues(exhibit(), Path("x"), Dying())
    assert (clue.kind, clue.note) == ("none.c2pa", "The decoder ended while working on this file.")


@pytest.mark.corpora
def test_on_real_files(corpora, decoder) -> None:
    folder = corpora / "c2pa/public-testfiles/image/jpeg"
    clues = provenance.provenance_clues(exhibit(), folder / "truepic-20230212-landscape.jpg", decoder)
    place = next(clue for clue in clues if clue.kind == "c2pa.place")
    assert (place.reach.lat, place.reach.lon, place.strength) == (42.9598013, -77.4668075, Strength.LIKELY)
    nikon = provenance.provenance_clues(exhibit(), folder / "nikon-20221019-building.jpeg", decoder)
    assert {clue.strength for clue in nikon} == {Strength.WEAK}
    assert "NIKON CORPORATION" in nikon[1].observation
    tampered = provenance.provenance_clues(exhibit(), folder / "adobe-20220124-E-dat-CA.jpg", decoder)
    assert "the bytes of the file are not those that were signed" in tampered[0].observation
