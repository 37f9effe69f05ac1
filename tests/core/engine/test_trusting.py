"""Signing, stamping and reviewing a real case, through the steps that a person takes."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.core.store.trust.authority import Authority
from theodolite.domain import (
    Candidate,
    Case,
    Clue,
    ClueOpinion,
    Disclosure,
    Exhibit,
    Message,
    Origin,
    Person,
    Review,
    SearchArea,
    Status,
    Strength,
)
from theodolite.engine.trusting import Trusting
from theodolite.errors import InputError, NotFound
from theodolite.store import CaseStore
from theodolite.store.trust.keys import ExaminerKey
from theodolite.store.trust.signatures import message
from theodolite.store.verify import single_file

AREZZO = (43.4645, 11.8815)
PLACE = Candidate("K1", 1, *AREZZO, "Arezzo, Italy", "IT", 0.5, 25.0, 0.0, ())


def examiner(name: str) -> ExaminerKey:
    seed = hashlib.sha256(name.encode()).digest()
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return ExaminerKey(name, public.hex(), seed)


def opened(folder: Path) -> Trusting:
    return Trusting(SimpleNamespace(prepared=False), CaseStore.open(folder))  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """E1 with one clue and a second examiner, P2."""
    with CaseStore.create(tmp_path / "a.case", Case("t", "q", "ada", "2026-01-01T00:00:00Z")) as store:
        kept = store.store_bytes(io.BytesIO(b"x"), name="a.jpg")
        store.add_exhibit(
            Exhibit(
                "",
                "a.jpg",
                kept.sha256,
                kept.md5,
                kept.size,
                "image/jpeg",
                "",
                "2026-01-01T00:00:00Z",
                "ada",
                True,
            )
        )
        origins = (Origin("person", "ada"),)
        store.add_clue(
            Clue(
                *("", "E1", "person", "a tower", "Arezzo", Strength.LIKELY, "person", "1", "p:1", origins),
                by_person=True,
            )
        )
        store.add("person", Person("", "bob"), "person added", undoable=False)
    return folder_of(tmp_path)


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "a.case"


@pytest.fixture
def session(folder: Path) -> Iterator[Trusting]:
    session = opened(folder)
    yield session
    session.store.close()


def bob(session: Trusting) -> str:
    return next(one.id for one in session.store.state().persons if one.account == "bob")


def answer(session: Trusting, **changes: Any) -> Review:
    given = Review("", "E1", bob(session), "", False, "Arezzo", *AREZZO, 1.0)
    return replace(given, **changes)


def verified(session: Trusting) -> None:
    session.set_verdict("E1", PLACE, Status.VERIFIED, "the secret reason", override=True)


# --- signatures -----------------------------------------------------------------------------------------


def test_both_examiners_sign_and_the_log_grows_after_the_head_that_was_signed(session: Trusting) -> None:
    verified(session)
    before = session.state
    session.sign("V1", key=examiner("ada"))
    session.sign(key=examiner("bob"))
    first, second = session.state.signatures
    log = {record.sequence: record for record in session.log(None)}
    assert (first.about, log[first.sequence].hash) == ("V1", first.head)
    assert log[first.sequence].action == "key named" and first.sequence == before.log_length + 1
    assert log[first.sequence + 1].action == "signed"
    assert second.person == bob(session) and log[second.sequence + 1].operator == "bob"
    assert all(check.good and check.known for check in session.signature_checks())
    session.undo()  # the verdict can be taken back, a signature cannot
    assert session.state.verdicts == () and len(session.state.signatures) == 2


def test_a_new_signer_becomes_a_person_and_a_second_key_of_one_person_is_refused(session: Trusting) -> None:
    session.sign(key=examiner("eve"))
    eve = next(one for one in session.state.persons if one.account == "eve")
    assert eve.key == examiner("eve").public and session.state.signatures[0].person == eve.id
    with pytest.raises(InputError, match="Sign with that key"):
        session.sign(key=replace(examiner("other"), name="eve"))
    with pytest.raises(NotFound, match="no record V9"):
        session.sign("V9", key=examiner("eve"))
    session.put_person(replace(eve, key=""))
    assert [one.known for one in session.signature_checks()] == [False]


def test_a_signature_over_a_log_that_was_changed_is_named(session: Trusting) -> None:
    session.sign(key=examiner("ada"))
    made = session.state.signatures[0]
    session.store.change(
        "signature", made.id, replace(made, sequence=made.sequence - 1), "forged", undoable=False
    )
    (check,) = session.signature_checks()
    assert not check.good and "another hash" in check.text


def test_a_stranger_checks_the_signatures_without_any_library(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_text(single_file(), encoding="utf-8")
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(folder)]
    session = opened(folder)
    session.sign(key=examiner("ada"))
    session.store.close()
    good = subprocess.run(command, capture_output=True, text=True)
    assert good.returncode == 0, good.stdout + good.stderr
    session = opened(folder)
    made = session.state.signatures[0]
    forged = replace(made, key=examiner("bob").public)
    session.store.change("signature", made.id, forged, "forged", undoable=False)
    session.store.close()
    bad = subprocess.run(command, capture_output=True, text=True)
    assert bad.returncode == 1 and "signature G1: it is not by its key" in bad.stdout


# --- time stamps ----------------------------------------------------------------------------------------


def test_a_stamp_is_asked_for_imported_pending_and_confirmed_later(session: Trusting, tmp_path: Path) -> None:
    tsa, head = Authority(), session.state.log_head
    text, query = session.request_stamp(tmp_path / "out")
    assert text.read_bytes() == message(head) and query.stat().st_size > 40
    session.store.record("viewed", {})  # the log goes on meanwhile
    (tmp_path / "a.tsr").write_bytes(tsa.answer(hashlib.sha256(text.read_bytes()).digest()))
    session.import_stamp(tmp_path / "a.tsr")
    (stamp,) = session.state.stamps
    assert (stamp.id, stamp.state, stamp.head) == ("Z1", "pending", head)
    length = session.state.log_length
    session.import_stamp(tmp_path / "a.tsr")
    assert session.state.log_length == length  # nothing new
    (tmp_path / "ca.pem").write_bytes(tsa.root.pem)
    session.import_stamp(tmp_path / "a.tsr", [tmp_path / "ca.pem"])
    (stamp,) = session.state.stamps
    assert (stamp.id, stamp.state) == ("Z1", "confirmed")
    session.import_stamp(tmp_path / "a.tsr")  # without the certificate nothing is taken back
    assert session.state.stamps == (stamp,)


def test_files_that_are_no_stamps_leave_the_case_as_it_is(session: Trusting, tmp_path: Path) -> None:
    length = session.state.log_length
    (tmp_path / "a.tsr").write_bytes(Authority().answer(hashlib.sha256(b"else").digest()))
    (tmp_path / "large").write_bytes(bytes((1 << 20) + 1))
    for name in ("a.tsr", "large", "missing"):
        with pytest.raises(InputError):
            session.import_stamp(tmp_path / name)
    ours = hashlib.sha256(message(session.state.log_head)).digest()
    (tmp_path / "a.tsr").write_bytes(Authority().answer(ours))
    (tmp_path / "a.txt").write_text("no certificate")
    with pytest.raises(InputError, match="no certificate in PEM or DER"):
        session.import_stamp(tmp_path / "a.tsr", [tmp_path / "a.txt"])
    assert session.state.log_length == length


def test_a_clock_that_was_ahead_is_seen_by_the_stamp(session: Trusting, tmp_path: Path) -> None:
    early = datetime(2020, 6, 1, tzinfo=UTC)
    digest = hashlib.sha256(message(session.state.log_head)).digest()
    (tmp_path / "a.tsr").write_bytes(Authority().answer(digest, at=early))
    assert session.clock_warnings() == ()
    session.import_stamp(tmp_path / "a.tsr")
    assert [one.about for one in session.clock_warnings()] == ["Z1"]


# --- the second examiner --------------------------------------------------------------------------------


def test_the_first_verdict_is_out_of_sight_until_the_review_is_on_record(session: Trusting) -> None:
    verified(session)
    session.store.add_message(Message("", "person", "the secret reason again", "2026-01-02T00:00:00Z"))
    session.snapshot("secret reason found")
    area = SearchArea("", "round the secret reason", ((43.4, 11.8), (43.4, 11.9), (43.5, 11.9)), 1000.0)
    session.store.add("area", area, "search area drawn", undoable=True)
    link = Disclosure("", "link", "E1", "", None, "text", "secret reason", "ada", "2026-01-02T00:00:00Z")
    session.store.add("disclosure", link, "link carried out", undoable=False)
    session.begin_review(bob(session))
    for seen in (
        session.state,
        session.snapshots(),
        session.log(None),
        session.reviewer_view(bob(session)),
        session.clue_agreement(),
    ):
        assert "secret reason" not in repr(seen)
    assert [one.id for one in session.state.verdicts] == [] and session.reviewer == bob(session)
    assert "verified" not in repr(session.log(None))
    session.set_graphic("E1", True)
    assert session.log(1)[0].operator == "bob" and session.state.case.operator == "bob"
    session.review(answer(session, opinions=(ClueOpinion("C1", "disagree", "weaker than likely"),)))
    (review,) = session.state.reviews
    assert (review.id, review.blind, review.agrees) == ("R1", True, True)
    assert session.state.verdicts[0].reason == "the secret reason"  # the answer is given, so it is shown
    assert [(one.clue, one.agreed) for one in session.clue_agreement("E1")] == [("C1", False)]
    session.end_review()
    assert session.state.case.operator == "ada"
    session.sign("R1", key=examiner("bob"))
    actions = [record.action for record in session.log(None)]
    given, shown = actions.index("review given"), actions.index("first verdict shown")
    assert actions.index("blind review begun") < given < shown < actions.index("blind review ended")
    assert session.log(None)[given].operator == "bob"


def test_a_crash_does_not_open_the_reviewers_eyes(folder: Path) -> None:
    session = opened(folder)
    verified(session)
    session.begin_review(bob(session))
    session.store.close()
    again = opened(folder)
    assert again.reviewer == bob(again) and again.state.verdicts == ()
    again.end_review()
    again.store.close()
    open_eyed = opened(folder)
    assert [record.operator for record in open_eyed.log(1)] == ["bob"]
    assert open_eyed.reviewer == "" and len(open_eyed.state.verdicts) == 1
    open_eyed.store.close()


def test_what_the_first_examiner_had_typed_is_not_shown_and_not_lost(session: Trusting) -> None:
    typed = {"drafts": {"verdict": "the secret reason"}, "notes": {"E1": "an old note"}}
    session.set_view_state(typed)
    assert session.note("E1") == "an old note"
    session.begin_review(bob(session))
    assert session.view_state() == {} and session.note("E1") == ""
    session.set_view_state({"drafts": {"review": "mine"}})
    assert session.view_state() == {"drafts": {"review": "mine"}}
    session.end_review()
    assert session.view_state() == typed


def test_nothing_that_tells_or_takes_back_is_done_during_a_blind_review(session: Trusting) -> None:
    verified(session)
    session.begin_review(bob(session))
    for doing in (
        session.undo,
        session.redo,
        lambda: session.write_note("E1", "mine"),
        lambda: session.set_case(title="another"),
        lambda: session.set_verdict("E1", PLACE, Status.REJECTED, "no"),
        lambda: session.destruction_of("E1"),
        lambda: session.destroy("E1", "why", confirmed=""),
    ):
        with pytest.raises(InputError, match="reviewing blind"):
            doing()
    assert session.next_steps() == ("", "")
    with pytest.raises(InputError, match="end that review first"):
        session.begin_review(bob(session))


def test_a_review_with_open_eyes_or_after_work_on_the_case_does_not_count_as_blind(session: Trusting) -> None:
    verified(session)
    session.review(answer(session))
    assert session.state.reviews[0].blind is False
    session.begin_review(bob(session))
    session.review(answer(session))
    assert session.state.reviews[1].blind is False  # they know the verdict since their first review
    session.end_review()


def test_a_reviewer_who_worked_on_it_after_the_verdict_is_not_blind(session: Trusting) -> None:
    verified(session)
    session.store.record("viewed", {}, operator="bob")
    session.begin_review(bob(session))
    session.review(answer(session, blind=True))
    assert session.state.reviews[0].blind is False


def test_the_first_examiner_is_no_second_and_a_changed_verdict_is_compared_again(session: Trusting) -> None:
    verified(session)
    first = session.store.state().persons[0].id
    with pytest.raises(InputError, match="Somebody else"):
        session.review(answer(session, person=first))
    session.review(answer(session))
    session.set_verdict("E1", PLACE, Status.REJECTED, "not after all")
    session.compare_review("R1")
    assert session.state.reviews[0].agrees is False
    with pytest.raises(NotFound):
        session.compare_review("R9")


@pytest.mark.parametrize(
    "detail", [{}, {"person": "P9", "begun": 1, "before": []}, {"begun": "x", "before": 3}]
)
def test_a_record_of_a_review_that_makes_no_sense_does_not_keep_a_case_shut(
    folder: Path, detail: dict[str, Any]
) -> None:
    with CaseStore.open(folder) as store:
        store.record("blind review begun", detail)
    session = opened(folder)
    assert session.reviewer == ""
    session.store.close()
