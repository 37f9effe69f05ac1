"""Leads and filed references through a real store, plain and encrypted, and the real decoder."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from theodolite.domain import Case, FiledReference, Lead, Note, Person
from theodolite.engine.deskwork import check_date
from theodolite.engine.edits import Edits
from theodolite.errors import CaseDamaged, FormatRefused, InputError, NotFound
from theodolite.evidence import intake
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify_case
from theodolite.store.cipher import header

PLAIN_AND_ENCRYPTED = pytest.mark.parametrize(
    "session", [None, "a long passphrase"], ids=["plain", "encrypted"], indirect=True
)
STREET = FiledReference("", "street view", "Via Mariano", "A. Mapper", lat=43.46, lon=11.88, heading=-350.0)


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder() as one:
        yield one


def photograph(seed: int) -> bytes:
    rows = np.random.default_rng(seed).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 6
    made = io.BytesIO()
    Image.fromarray(rows).save(made, "JPEG", exif=exif)
    return made.getvalue()


@pytest.fixture
def session(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    decoder: Decoder,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Edits]:
    case = Case("t", "q", "A. Nalyst", "2026-01-01T00:00:00Z")
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))
    passphrase = getattr(request, "param", None)
    with CaseStore.create(tmp_path / "a.case", case, passphrase=passphrase) as store:
        run_to_end(intake.add_bytes(store, decoder, photograph(seed), "p.jpg"))
        yield Edits(SimpleNamespace(decoder=decoder), store)  # type: ignore[arg-type]


def files(session: Edits) -> int:
    """How many originals a verification finds intact."""
    found = run_to_end(verify_case(session.store.folder, keys=session.store.keys))
    assert found.intact, found.problems
    return found.files


@PLAIN_AND_ENCRYPTED
def test_the_picture_of_a_reference_is_kept_hashed_and_verified(session: Edits, seed: int) -> None:
    before, data = files(session), photograph(seed + 1)
    changes = run_to_end(session.file_reference(replace(STREET, about=("E1",)), data, "street.jpg"))
    assert changes.references
    one = session.filed("F1")
    assert (one.sha256, one.media_type) == (hashlib.sha256(data).hexdigest(), "image/jpeg")
    assert (one.width, one.height) == (90, 120), "upright"
    assert (one.heading, one.about) == (10.0, ("E1",))
    assert files(session) == before + 1
    pixels = run_to_end(session.filed_pixels("F1"))
    assert (pixels.width, pixels.height, len(pixels.rgb)) == (90, 120, 3 * 90 * 120)
    with Image.open(io.BytesIO(session.filed_thumbnail("F1", 60)), formats=["JPEG"]) as small:
        assert max(small.size) == 60
    path = session.store.vault_path(one.sha256)
    path.chmod(0o600)
    altered = bytearray(path.read_bytes())
    altered[len(altered) // 2] ^= 1
    path.write_bytes(altered)
    found = run_to_end(verify_case(session.store.folder, keys=session.store.keys))
    assert not found.intact and path.name[:12] in " ".join(found.problems)
    if session.store.keys:
        with pytest.raises(CaseDamaged):
            session.filed_thumbnail("F1")


def test_a_reference_without_a_picture_gets_one_once(session: Edits, tmp_path: Path, seed: int) -> None:
    run_to_end(session.file_reference(STREET))
    assert session.filed("F1").sha256 == ""
    with pytest.raises(NotFound, match="without a picture"):
        session.filed_thumbnail("F1")
    path = tmp_path / "street.jpg"
    path.write_bytes(photograph(seed + 1))
    run_to_end(session.picture_reference("F1", path))
    assert session.filed("F1").width == 90
    with pytest.raises(InputError, match="has a picture"):
        run_to_end(session.picture_reference("F1", path))
    assert session.store.undo() == "reference pictured"
    assert session.filed("F1").sha256 == ""
    assert files(session) == 2, "what was stored stays on record"


def test_what_is_known_of_a_reference_changes_and_its_picture_does_not(session: Edits, seed: int) -> None:
    run_to_end(session.file_reference(STREET, photograph(seed + 1)))
    first = session.filed("F1")
    session.change_reference(replace(first, sha256="0" * 64, width=9, licence=" CC BY 4.0 ", heading=-90.0))
    now = session.filed("F1")
    assert now == replace(first, licence="CC BY 4.0", heading=270.0)
    session.withdraw_reference("F1")
    assert session.filed("F1").withdrawn
    length = session.state.log_length
    session.withdraw_reference("F1")
    session.change_reference(session.filed("F1"))
    assert session.state.log_length == length, "nothing changed: nothing is recorded"
    assert [session.store.undo() for _ in range(3)] == [
        *("reference withdrawn", "reference changed", "reference filed")
    ]
    assert session.state.filed == ()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"provider": " "}, "provider"),
        ({"lat": None}, "latitude and longitude"),
        ({"lat": 90.5}, "latitude lies between -90 and 90"),
        ({"lon": float("nan")}, "longitude"),
        ({"pitch": -91.0}, "pitch"),
        ({"field_of_view": 0.0}, "field of view"),
        ({"imagery_date": "07/2019"}, "2019-07"),
        ({"captured_utc": "2019-02-30"}, "capture date"),
        ({"about": ("E9",)}, "no record E9"),
        ({"kind": "painting"}, "photograph, satellite, street view or map"),
    ],
)
def test_what_cannot_be_filed_is_said(session: Edits, changed: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        run_to_end(session.file_reference(replace(STREET, **changed)))  # type: ignore[arg-type]
    assert session.state.filed == ()


def test_a_picture_that_is_no_image_or_an_exhibit_is_refused(session: Edits, seed: int) -> None:
    for data, error in ((b"%PDF-1.7", FormatRefused), (photograph(seed), InputError)):
        with pytest.raises(error):
            run_to_end(session.file_reference(STREET, data))
    assert session.state.filed == () and files(session) == 1


def test_a_picture_that_cannot_be_decoded_is_kept(session: Edits, seed: int) -> None:
    broken = photograph(seed + 1)[:400]
    run_to_end(session.file_reference(STREET, broken))
    one = session.filed("F1")
    assert (one.width, one.sha256) == (0, hashlib.sha256(broken).hexdigest())
    assert files(session) == 2


@pytest.mark.parametrize(
    "text", ["2019", "2019-07", "2020-02-29", "2019-07-04T10:30Z", "2019-07-04T10:30:59Z"]
)
def test_dates_as_far_as_they_are_known(text: str) -> None:
    check_date(text, "It", moment=True)


@pytest.mark.parametrize(
    "text", ["19", "2019-13", "2019-02-29", "2019-07T10:30Z", "2019-07-04T24:00Z", "2019-07-04T10:30", "٢٠١٩"]
)
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(InputError):
        check_date(text, "It", moment=True)


def test_a_lead_is_opened_worked_on_and_closed_with_each_step_on_record(session: Edits) -> None:
    session.put_person(Person("", "b", "B. Second"))
    session.put_lead(Lead("", " Ask about the shop sign ", about=("E1", "E1")))
    lead = session.lead("L1")
    assert (lead.text, lead.state, lead.about) == ("Ask about the shop sign", "open", ("E1",))
    session.put_lead(replace(lead, owner="P1", state="in work"))
    with pytest.raises(InputError, match="why the lead is dropped"):
        session.put_lead(replace(lead, state="dropped"))
    session.put_lead(replace(session.lead("L1"), state="done", outcome="It closed in 2018"))
    assert session.lead("L1") == Lead(
        "L1", "Ask about the shop sign", "done", "P1", ("E1",), "It closed in 2018"
    )
    assert [r.action for r in session.store.log()][-3:] == ["lead added", "lead in work", "lead done"]
    session.remove_lead("L1")
    assert session.state.leads == ()
    for action in ("lead taken out", "lead done", "lead in work", "lead added"):
        assert session.store.undo() == action
    assert session.state.leads == ()


def test_what_a_lead_was_about_may_be_gone_since(session: Edits) -> None:
    session.add_pin("E1", "43.4645, 11.8815", "Arezzo")
    session.put_lead(Lead("", "Look there", about=("K1", "E1")))
    session.store.remove_pin("K1")
    session.put_lead(replace(session.lead("L1"), state="done"))
    assert session.lead("L1").about == ("K1", "E1")
    with pytest.raises(NotFound, match="no record K2"):
        session.put_lead(replace(session.lead("L1"), about=("K1", "K2")))


@pytest.mark.parametrize(
    ("lead", "error"),
    [
        (Lead("", "  "), InputError),
        (Lead("", "x", owner="P7"), NotFound),
        (Lead("", "x", about=("K1",)), NotFound),
        (Lead("L4", "x"), NotFound),
        (Lead("", "x", state="lost"), InputError),  # type: ignore[arg-type]
    ],
)
def test_a_lead_that_says_nothing_or_names_what_is_not_there(
    session: Edits, lead: Lead, error: type[Exception]
) -> None:
    with pytest.raises(error):
        session.put_lead(lead)
    assert session.state.leads == ()


def test_the_case_has_a_note_of_its_own(session: Edits) -> None:
    session.write_note("", "Both were sent by one person, see E1")
    session.write_note("E1", "a tower")
    assert session.note("") == "Both were sent by one person, see E1"
    assert set(session.state.notes) == {Note("", session.note("")), Note("E1", "a tower")}
    assert session.store.undo() == "note written" and session.store.undo() == "note written"
    assert session.note("") == "" and session.state.notes == ()
    assert files(session) == 1


@PLAIN_AND_ENCRYPTED
def test_a_case_with_a_named_snapshot_verifies(session: Edits) -> None:
    before = session.state
    session.snapshot("  before the   interview ")
    (named,) = session.snapshots()
    assert (named.name, named.head, named.records) == (
        "before the interview", before.log_head, before.log_length,
    )  # fmt: skip
    assert files(session) == 1
    session.store.record("snapshot named", {})
    assert session.snapshots() == (named,), "what was withheld or destroyed has no name"
