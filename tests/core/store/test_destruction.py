"""What is lawfully destroyed is in no file of the case, and the rest still verifies."""

from __future__ import annotations

import io
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.store.conftest import CASE

from theodolite.domain import (
    AreaReach,
    Clue,
    Comparison,
    Exhibit,
    FiledReference,
    Hint,
    HintState,
    LineText,
    LinkReach,
    Message,
    Metadata,
    Origin,
    PaneView,
    Pin,
    Status,
    Strength,
    Verdict,
)
from theodolite.errors import CaseLocked, InputError, NotFound
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, verify, verify_case
from theodolite.store.cipher import header

#: In the bytes, the path, the name, the serial number, the owner's name, the caption, a line read in it, what
#: was observed, a note, and the thumbnail.
MARKS = tuple(f"PLANTED{number:02}" for number in range(10))
BYTES, PATH, NAME, SERIAL, OWNER, CAPTION, LINE, SEEN, NOTE, THUMBNAIL = MARKS
FIELDS = (("EXIF:Artist", OWNER), ("EXIF:ImageDescription", f"the {CAPTION} square"), ("EXIF:Make", "Nikon"))
ITALY = AreaReach("country", ("IT",))
ORIGINAL = f"{BYTES} ".encode() * 500


def taken(store: CaseStore, data: bytes, path: str, **more: object) -> Exhibit:
    kept = store.store_bytes(io.BytesIO(data), name=path)
    item = Exhibit("", path.rsplit("/", 1)[-1], *kept, "image/jpeg", path, "2026", store.operator, True)
    return store.add_exhibit(replace(item, **more))  # type: ignore[arg-type]


def clue_of(exhibit: str, text: str, line: str = "") -> Clue:
    read = LineText(1, line, "Latin", "ocr") if line else None
    origins = (Origin("file", exhibit),)
    return Clue(
        "", exhibit, "text.line", text, "a place", Strength.WEAK, "ocr", "1", text, origins, line=read
    )


def hint_of(text: str, reach: AreaReach | LinkReach = ITALY) -> Hint:
    return Hint("", text, text, reach, Strength.LIKELY, HintState.ON, "2026-01-01T00:00:00Z")


def fill(store: CaseStore) -> None:
    """E1 with planted words everywhere, E2 of the same camera, and what persons said of both."""
    metadata = Metadata(camera="Nikon D70", serial=SERIAL, fields=FIELDS)
    first = taken(store, ORIGINAL, f"/home/{PATH}/{NAME}.jpg", metadata=metadata)
    taken(store, b"the other photograph" * 50, "/home/anna/other.jpg", metadata=Metadata(camera="Nikon D70"))
    store.put_clues("E1", [clue_of("E1", f"a sign: {SEEN}", f"Bar {LINE}"), clue_of("E1", "Nikon D70")])
    store.put_clues("E2", [clue_of("E2", "Nikon D70")])
    store.put_note("E1", f"{NOTE} noticed")
    store.put_note("E1", f"{NOTE} noticed twice")
    store.add_message(Message("", "person", f"see {NAME}.JPG", "2026", store.operator))
    store.add_message(Message("", "model", f"It says Bar {LINE}.", "2026", "m"), raw=f"Bar {LINE}!")
    store.add_message(Message("", "person", "Nikon D70, both of them", "2026", store.operator))
    store.add_hint(hint_of(f"Bar {LINE} is in Italy"))
    store.add_hint(hint_of("E1 and E2 show one place", LinkReach(("E1", "E2"), 1.0)))
    store.add_hint(hint_of("in Italy"))
    store.add_pin(Pin("", "E1", 43.5, 11.875, 1.0, "Arezzo", "typed"))
    verdict = Verdict("", "E1", 43.5, 11.875, "Arezzo", Status.REJECTED, "no tower", store.operator, "2026")
    store.add_verdict(verdict)
    store.record("exhibit offered again", {"exhibit": "E1", "source": f"/media/{PATH}/copy.jpg"})
    store.keep(first.sha256, "thumbnail-64.jpg", THUMBNAIL.encode())
    store.set_view_state({"selected": f"{NAME}.jpg", "tab": "map"})


def found_in(folder: Path) -> list[str]:
    """Planted words in any file of the case, in any name of a file."""
    found = []
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        found += [f"{mark} in {path}" for mark in MARKS if mark.encode() in data or mark in path.name]
    return found


@pytest.fixture(params=[None, "a passphrase of some length"], ids=["plain", "encrypted"])
def planted(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[CaseStore]:
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))
    with CaseStore.create(tmp_path / "a.case", CASE, request.param) as store:
        fill(store)
        yield store


def destroy(store: CaseStore, exhibit: str = "E1", reason: str = "order of the court, 7 O 12/26") -> None:
    sha256 = next(item.sha256 for item in store.state().exhibits if item.id == exhibit)
    run_to_end(store.destroy(exhibit, reason, confirmed=sha256[:8]))


def test_nothing_of_it_is_left_in_any_file(planted: CaseStore) -> None:
    sha256 = planted.state().exhibits[0].sha256
    if not planted.encrypted:
        assert {mark for mark in MARKS if any(mark in line for line in found_in(planted.folder))} == set(
            MARKS
        )
    destroy(planted)
    state = planted.state()
    assert found_in(planted.folder) == [], "while the case is open"
    assert not any(mark in str(state) + str(planted.log()) for mark in MARKS)
    assert planted.view_state() == {"tab": "map"}
    assert not planted.vault_path(sha256).exists()
    assert not planted.derived_folder(sha256).exists()
    (stone,) = state.tombstones
    assert (stone.exhibit, stone.sha256, stone.person) == ("E1", sha256, CASE.operator)
    assert stone.reason == "order of the court, 7 O 12/26"
    found = run_to_end(verify_case(planted.folder, keys=planted.keys, head=state.log_head))
    assert (found.problems, found.destructions, found.withheld) == ((), 1, 0)
    planted.close()
    assert found_in(planted.folder) == []


def test_what_is_not_its_own_stays(planted: CaseStore) -> None:
    destroy(planted)
    state = planted.state()
    assert [item.id for item in state.exhibits] == ["E2"]
    assert [clue.exhibit for clue in state.clues] == ["E2"]
    assert [message.text for message in state.messages] == ["[destroyed]"] * 2 + ["Nikon D70, both of them"]
    assert [hint.text for hint in state.hints] == ["[destroyed]", "in Italy"]
    assert state.hints[0].reach == ITALY, "what the hint says of places stays"
    assert (state.pins, state.verdicts, state.notes) == ((), (), ())
    assert '"reason":"no tower"' in "".join(record.payload for record in planted.log())
    assert [item.sha256 for item in state.exhibits] == list(planted.held())
    folder, keys = planted.folder, planted.keys
    planted.close()
    with CaseStore(folder, keys=keys) as again:
        assert again.state() == state


def test_the_person_is_told_what_goes_and_nothing_goes_by_telling(planted: CaseStore) -> None:
    before = planted.state()
    lines = planted.destruction_of("E1")
    assert lines[0].startswith(f"E1 {NAME}.jpg: the original, {len(ORIGINAL)} bytes")
    assert "2 clues about it" in lines
    assert "the message M1 repeats its words, which are struck out there" in lines
    assert "the hint H1 repeats its words, which are struck out there" in lines
    assert not any("M3" in line or "E2" in line for line in lines)
    assert planted.state() == before


@pytest.mark.parametrize(
    ("reason", "confirmed", "message"),
    [("", None, "why"), ("because", "00000000", "first 8"), (f"see {NAME}.jpg", None, "Leave them out")],
)
def test_it_needs_a_reason_and_a_second_confirmation(
    store: CaseStore, reason: str, confirmed: str | None, message: str
) -> None:
    fill(store)
    before = store.state()
    sha256 = before.exhibits[0].sha256
    with pytest.raises(InputError, match=message):
        run_to_end(store.destroy("E1", reason, confirmed=confirmed or sha256[:8]))
    with pytest.raises(NotFound):
        run_to_end(store.destroy("E7", "because", confirmed=sha256[:8]))
    assert store.state() == before


def test_undo_brings_nothing_back(store: CaseStore) -> None:
    fill(store)
    store.update_exhibit(replace(store.state().exhibits[0], withdrawn=True), "exhibit withdrawn")
    store.remove_pin("K1")
    destroy(store)
    taken_back = []
    while store.next_step(back=True):
        taken_back.append(store.undo())
    assert taken_back == ["hint added"], "the one that names neither the exhibit nor its words"
    assert not [pin for pin in store.state().pins if pin.exhibit == "E1"]
    assert run_to_end(verify_case(store.folder)).intact


def test_the_same_bytes_may_come_again(store: CaseStore) -> None:
    fill(store)
    destroy(store)
    again = taken(store, ORIGINAL, "/home/other/again.jpg")
    assert again.id == "E3"
    folder = store.folder
    store.close()
    with CaseStore.open(folder) as reopened:
        assert reopened.vault_path(again.sha256).read_bytes() == ORIGINAL
    found = run_to_end(verify_case(folder))
    assert (found.problems, found.destructions, found.files) == ((), 1, 2)


def test_frames_of_a_video_go_with_it(store: CaseStore) -> None:
    fill(store)
    taken(store, b"frame" * 100, "frame 1", parent="E1", recipe="frame 1")
    assert "E3 frame 1" in " ".join(store.destruction_of("E1"))
    destroy(store)
    assert [stone.exhibit for stone in store.state().tombstones] == ["E1", "E3"]
    found = run_to_end(verify_case(store.folder))
    assert (found.problems, found.destructions, found.files) == ((), 2, 1)


def test_what_cannot_be_without_it_goes_too(store: CaseStore) -> None:
    """A comparison that it stands in, and a reference whose picture is the same file; others stay."""
    fill(store)
    beside = (PaneView("exhibit:E2"), PaneView("exhibit:E1"))
    store.add("comparison", Comparison("", "E2", beside, note="the same kerb"), "kept", undoable=True)
    other = (PaneView("exhibit:E2"), PaneView("filed:F2"))
    store.add("comparison", Comparison("", "E2", other), "kept", undoable=True)
    sha256 = store.state().exhibits[0].sha256
    for number, picture in enumerate((sha256, ""), 1):
        filed = FiledReference("", "photograph", f"Square {number}", "an archive", sha256=picture)
        store.add("filed", filed, "reference filed", undoable=True)
    told = " ".join(store.destruction_of("E1"))
    assert "1 kept comparison" in told
    assert "1 filed reference" in told
    destroy(store)
    state = store.state()
    assert ([one.id for one in state.comparisons], [one.id for one in state.filed]) == (["B2"], ["F2"])
    assert run_to_end(verify_case(store.folder)).problems == ()


def test_a_kill_in_the_middle_is_completed_by_opening(store: CaseStore) -> None:
    fill(store)
    sha256 = store.state().exhibits[0].sha256
    job = store.destroy("E1", "because", confirmed=sha256[:8])
    while next(job).text != "Writing the case anew":
        pass
    job.close()  # recorded, and nothing else done: as if killed here
    folder = store.folder
    assert store.vault_path(sha256).exists()
    assert any("should have been destroyed" in one for one in run_to_end(verify_case(folder)).problems)
    store.close()
    with CaseStore.open(folder) as again:
        assert not again.vault_path(sha256).exists()
        assert [stone.exhibit for stone in again.state().tombstones] == ["E1"]
    assert found_in(folder) == []
    assert run_to_end(verify_case(folder)).problems == ()


def test_somebody_in_the_middle_of_reading_stops_it_before_anything_goes(store: CaseStore) -> None:
    fill(store)
    reader = sqlite3.connect(store.folder / "case.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM log").fetchone()
    before = store.state()
    store.add_message(Message("", "person", "more", "2026"))
    with pytest.raises(CaseLocked, match="being read"):
        destroy(store)
    reader.close()
    assert store.state().exhibits == before.exhibits
    destroy(store)
    assert found_in(store.folder) == []


TAMPER: dict[str, tuple[str, str]] = {
    "no tombstone": ("DELETE FROM state WHERE kind = 'tombstone'", "tombstone E1: the row is in the log"),
    "another value gone": ("DELETE FROM sealed WHERE value LIKE '%in Italy%'", "its sealed value is missing"),
    "record edited": (
        'UPDATE log SET payload = replace(payload, \'"digests":[\', \'"digests":["00",\')',
        "its content is not what was hashed",
    ),
}


@pytest.mark.parametrize("name", TAMPER)
def test_a_destruction_covers_nothing_else(store: CaseStore, name: str) -> None:
    fill(store)
    destroy(store)
    folder = store.folder
    store.close()
    statement, expected = TAMPER[name]
    connection = sqlite3.connect(folder / "case.db")
    connection.execute("DROP TRIGGER log_no_update")
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert any(expected in problem for problem in run_to_end(verify_case(folder)).problems)


def test_a_value_that_comes_back_is_named(store: CaseStore) -> None:
    fill(store)
    rows = [row for row in store.sealed_rows() if row.about == "E1"]
    destroy(store)
    folder = store.folder
    store.close()
    connection = sqlite3.connect(folder / "case.db")
    connection.execute("INSERT INTO sealed VALUES (?, ?, ?, ?, ?)", tuple(rows[0]))
    connection.commit()
    connection.close()
    assert any("should have been destroyed" in one for one in run_to_end(verify_case(folder)).problems)


def test_the_single_file_says_so(store: CaseStore, tmp_path: Path) -> None:
    fill(store)
    destroy(store)
    folder = store.folder
    store.close()
    (tmp_path / "verify.py").write_text(verify.single_file(), "utf-8")
    command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("INTACT: 1 originals, ")
    assert "with 1 destruction\n" in said.stdout


def random_edits(store: CaseStore, chance: random.Random, steps: int) -> None:
    """Whatever persons do, repeating words of any exhibit anywhere."""
    words = ["Italy", "Nikon D70", "a tower"]
    taken_ones = 0
    for number in range(steps):
        exhibits = [item.id for item in store.state().exhibits]
        said = f"{chance.choice(words)} {chance.choice(('and', 'near'))} {chance.choice(words)}"
        step = chance.randrange(9) if exhibits else 0
        if step == 0 and taken_ones < 4:
            taken_ones += 1
            words += [f"UNIQUE{taken_ones}x", f"SEEN{taken_ones}x in it"]
            serial = f"serial {chance.choice('ab')}{taken_ones}"
            metadata = Metadata(serial=serial, fields=(("EXIF:Artist", chance.choice(words)),))
            where = f"/home/UNIQUE{taken_ones}x.jpg"
            taken(store, f"bytes {taken_ones}".encode() * 20, where, metadata=metadata)
        elif step == 1:
            one = chance.choice(exhibits)
            seen = [clue_of(one, f"SEEN{one[1:]}x in it"), clue_of(one, said, said if number % 2 else "")]
            store.put_clues(one, seen[: chance.randrange(3)])
        elif step == 2:
            store.add_message(Message("", "person", said, "2026", store.operator), raw=said)
        elif step == 3:
            reach = LinkReach(tuple(exhibits[:2]), 1.0) if len(exhibits) > 1 and number % 2 else ITALY
            store.add_hint(hint_of(said, reach), operator=chance.choice((None, "B. Other", said)))
        elif step == 4:
            store.put_note(chance.choice(exhibits), chance.choice(("", said)))
        elif step == 5:
            store.add_pin(Pin("", chance.choice(["", *exhibits]), 1.0, 2.0, 1.0, said, "typed"))
        elif step == 6:
            item = chance.choice(store.state().exhibits)
            store.update_exhibit(replace(item, withdrawn=not item.withdrawn), "exhibit withdrawn")
        elif step == 7 and store.next_step(back=True):
            store.undo()
        elif step == 8 and store.next_step(back=False):
            store.redo()


def test_whatever_was_done_before_and_after(tmp_path: Path, seed: int, repeat: int) -> None:
    for number in range(max(3, repeat // 5)):
        chance = random.Random(f"{seed} {number}")
        folder = tmp_path / f"{number}.case"
        with CaseStore.create(folder, CASE) as store:
            random_edits(store, chance, 40)
            exhibits = store.state().exhibits
            gone = chance.choice(exhibits)
            destroy(store, gone.id)
            assert run_to_end(verify_case(folder)).problems == (), number
            word = gone.name.removesuffix(".jpg")
            if not any(word in str(item) for item in store.state().exhibits):  # else it is theirs, too
                files = [path for path in folder.rglob("*") if path.is_file()]
                assert not [path for path in files if word.encode() in path.read_bytes()], number
            random_edits(store, chance, 15)
            while store.next_step(back=True):
                store.undo()
            while store.next_step(back=False):
                store.redo()
            assert gone.id not in {clue.exhibit for clue in store.state().clues}
        found = run_to_end(verify_case(folder))
        assert (found.problems, found.destructions) == ((), 1), number


def test_a_name_goes_in_every_form_that_people_repeat_it(store: CaseStore) -> None:
    taken(store, b"one" * 100, "/in/IMG Тайна mark-7.jpg")
    taken(store, b"two" * 100, "/in/other.jpg")
    for text in ("img_тайна_MARK_7", "IMG%20Тайна%20mark-7.jpg", "IMG Таи\u0306на mark 7"):
        store.add_hint(hint_of(f"as {text} says"))
    store.add_hint(hint_of("nothing of the kind"))
    note = {"exhibit": "E1", "text": "not yet confirmed"}
    store.set_view_state({"drafts": {"note": note}, "typed": 'a "IMG Тайна mark-7"', "tab": "map"})
    destroy(store)
    assert [hint.text for hint in store.state().hints] == ["[destroyed]"] * 3 + ["nothing of the kind"]
    assert store.view_state() == {"tab": "map"}
