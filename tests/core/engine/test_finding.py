"""Finding in an open case through a real store: it follows each step, and a blind reviewer finds no more."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from theodolite.domain import Lead, Person
from theodolite.engine import Engine, Session
from theodolite.errors import InputError
from theodolite.jobs import run_to_end


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    engine = Engine()
    held = engine.new_case(tmp_path / "find", title="t", question="Where is the tower?", operator="ann")
    yield held
    held.close()
    engine.dispose()


def kinds(session: Session, words: str) -> list[str]:
    return [kind for kind, _ in session.find(words).counts]


def test_it_follows_every_step_and_undo(session: Session) -> None:
    assert kinds(session, "campanile") == []
    session.put_lead(Lead("", "ask about the campanile"))
    assert kinds(session, "campanile") == ["lead", "log"]
    session.undo()
    assert kinds(session, "campanile") == ["log"]  # what was written once stays findable in the log
    session.redo()
    found = session.find("campanile", ("lead",))
    assert [hit.id for hit in found.hits] == ["L1"] and found.total == 1
    with pytest.raises(InputError, match="no kind"):
        session.find("x", ("nothing",))


def test_each_record_of_the_log_is_taken_in_once(session: Session) -> None:
    for number in range(5):
        session.put_lead(Lead("", f"needle {number}"))
        found = session.find("needle", ("log",), 1000)
        assert found.total == number + 1
    assert [hit.id for hit in found.hits] == sorted((hit.id for hit in found.hits), key=int, reverse=True)


def test_a_blind_reviewer_finds_no_more_than_they_see(session: Session) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    run_to_end(session.add_image(picture.getvalue(), "p.png"))
    session.put_person(Person("", "Bob", "bob"))
    session.store.record("verdict", {"text": "secretplace"})
    assert kinds(session, "secretplace") == ["log"]
    bob = session.state.persons[-1].id
    session.begin_review(bob)
    seen = {str(record.sequence) for record in session.log(None) if "secretplace" in record.payload}
    assert {hit.id for hit in session.find("secretplace").hits} == seen
    session.end_review()
    assert "log" in kinds(session, "secretplace")


def test_what_was_destroyed_is_found_no_more(session: Session) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")
    run_to_end(session.add_image(picture.getvalue(), "okapi_4711.png"))
    session.write_note("E1", "the word quagga stood there")
    assert "metadata" in kinds(session, "okapi_4711") and "log" in kinds(session, "quagga")
    run_to_end(session.destroy("E1", "asked for", confirmed=session.exhibit("E1").sha256[:8]))
    assert kinds(session, "okapi_4711") == kinds(session, "quagga") == []


@pytest.mark.full
def test_other_letters_are_romanised_in_a_worker(session: Session) -> None:
    session.put_lead(Lead("", "Нижний Новгород, вокзал"))
    session.put_lead(Lead("", "北京南站"))
    before = session.find("nizhny")
    assert before.total == 0 and before.unromanised >= 2
    assert run_to_end(session.prepare_finding()) >= 2
    assert [hit.id for hit in session.find("nizhny vokzal", ("lead",)).hits] == ["L1"]
    (hit,) = session.find("beijing", ("lead",)).hits
    assert hit.id == "L2" and hit.latin[slice(*hit.latin_spans[0])]
    assert session.find("nizhny").unromanised == 0
    assert run_to_end(session.prepare_finding()) == 0
