"""Bundles, copies and replay through the engine: what leaves, who may read it, numbers that come again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.core.engine.own_home import own_home
from theodolite.domain import PROTECTED, Person, Strength
from theodolite.engine import Engine, replay
from theodolite.engine.replay import compare, past
from theodolite.errors import CaseDamaged, InputError
from theodolite.jobs import run_to_end
from theodolite.report.choices import Choices
from theodolite.store import CaseStore
from theodolite.store.bundle import layout
from theodolite.store.cipher import header
from theodolite.store.cipher.header import is_encrypted

pytestmark = pytest.mark.packs
NAME, OWNER, SERIAL, FOLDER = "Marker_Courtyard-77", "Marker Ownerson", "MRKSERIAL90210", "Marker-Leak-Folder"
WORDS = (NAME, OWNER, SERIAL, FOLDER, "marker.operator")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with pytest.MonkeyPatch.context() as patch:
        own_home(tmp_path_factory.mktemp("home"), patch)
        made = Engine()
        run_to_end(made.prepare())
        yield made
        made.dispose()


@pytest.fixture(scope="module")
def case(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photograph with a position and a name of its own, a hint, a pin, a note; what is protected stands in
    other texts too, in another case and before it was known."""
    base = tmp_path_factory.mktemp("case")
    folder = base / FOLDER
    folder.mkdir()
    noise = np.random.default_rng(3).integers(100, 140, (120, 160, 3)).astype(np.uint8)
    exif = Image.Exif()
    exif[0x013B] = OWNER
    exif.get_ifd(0x8769)[0xA431] = SERIAL
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 28.0, 0.9), 3: "E", 4: (11.0, 52.0, 56.0)})
    Image.fromarray(noise).save(folder / f"{NAME}.jpg", exif=exif)
    session = engine.new_case(
        base / "a.case", question=f"Where was {NAME}.jpg taken?", operator="marker.operator"
    )
    run_to_end(session.add_files([folder / f"{NAME}.jpg"]))
    session.propose_hints("in Italy, likely", listed=())
    session.apply_hint("H1")
    session.add_pin("E1", "43.7696, 11.2558", "Florence")
    session.write_note("E1", f"{NAME.upper()} came from {FOLDER.lower()}, camera {SERIAL}, of {OWNER}")
    session.add_clue("E1", f"like {NAME}", "Arezzo", "printed guide", place_text="43.4649, 11.8826")
    session.record_located(session.ranking(("E1",)))
    session.close()
    return base / "a.case"


def words_in(folder: Path) -> list[tuple[str, str]]:
    found = []
    for path in folder.rglob("*"):
        data = f"{path.name}\n".encode() + (path.read_bytes() if path.is_file() else b"")
        if layout.ORIGINALS in path.as_posix() or "/vault/" in path.as_posix():
            continue  # an original holds what it holds; leaving originals out is a choice
        found += [(word, path.name) for word in WORDS if word.lower().encode() in data.lower()]
    return found


@pytest.fixture(scope="module")
def bundle(engine: Engine, case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    session = engine.open_case(case)
    try:
        out = tmp_path_factory.mktemp("out") / "bundle"
        return run_to_end(session.bundle(out, formats=("html", "json")))
    finally:
        session.close()


def test_nothing_protected_is_in_a_bundle_nor_in_what_is_made_of_it(
    engine: Engine, bundle: Path, tmp_path: Path
) -> None:
    assert words_in(bundle) == []
    assert (bundle / layout.JSONLD).stat().st_size > 1000
    back = run_to_end(engine.import_bundle(bundle, tmp_path / "b"))
    assert back == tmp_path / "b.case"
    assert words_in(back) == []
    report = json.loads((bundle / layout.REPORT / "report.json").read_text())
    with CaseStore.open(back, read_only=True) as store:
        state = store.state()
        assert [clue.id for clue in state.clues] == ["C1"]
        assert state.pins[0].label == "Florence"
        heads = [record.hash for record in store.log()]
    printed = report["integrity"]["log_head"]
    assert printed in heads
    found = subprocess.run(
        [sys.executable, "-I", "-S", "verify.py", ".", "--head", printed],
        cwd=bundle,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout


def test_the_head_in_the_report_is_the_one_before_its_own_record(bundle: Path) -> None:
    printed = json.loads((bundle / layout.REPORT / "report.json").read_text())["integrity"]["log_head"]
    log = [json.loads(line) for line in (bundle / layout.LOG).read_text().splitlines()]
    after = [record["action"] for record in log if record["previous"] == printed]
    assert after == ["report exported"]
    assert log[-1]["action"] == "bundle exported"


def test_an_examiner_without_packs_opens_a_bundle(bundle: Path, tmp_path: Path) -> None:
    """In a process of its own, whose home is empty: nothing is installed there."""
    command = [sys.executable, "-m", "theodolite.cli"]
    environment = {**os.environ, "THEODOLITE_HOME": str(tmp_path / "home")}
    script = (
        "import sys; from pathlib import Path; from theodolite.engine import Engine\n"
        "from theodolite.jobs import run_to_end\n"
        "engine = Engine()\n"
        "folder = run_to_end(engine.import_bundle(Path(sys.argv[1]), Path(sys.argv[2])))\n"
        "session = engine.open_case(folder)\n"
        "print(session.state.clues[0].id, len(session.thumbnail('E1')) > 500)\n"
        "run_to_end(session.bundle(Path(sys.argv[3]), formats=()))\n"
        "engine.dispose()\n"
    )
    command = [sys.executable, "-c", script, str(bundle), str(tmp_path / "c.case"), str(tmp_path / "again")]
    found = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (found.returncode, found.stdout.strip()) == (0, "C1 True"), found.stderr
    assert (tmp_path / "again" / layout.VERIFIER).is_file()


def test_an_encrypted_case_takes_in_a_bundle_without_a_readable_copy(
    engine: Engine, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))
    back = run_to_end(engine.import_bundle(bundle, tmp_path / "b", passphrase="a long enough one"))
    session = engine.open_case(back, passphrase="a long enough one")
    opened: list[bool] = []
    plain = CaseStore.open

    def seen(folder: Path, **options: Any) -> CaseStore:
        opened.append(is_encrypted(folder))
        return plain(folder, **options)

    monkeypatch.setattr(CaseStore, "open", seen)
    run_to_end(session.merge(bundle))
    session.close()
    assert opened == [True]
    assert [path.name for path in tmp_path.iterdir()] == ["b.case"]


def test_no_replay_during_a_blind_review(engine: Engine, case: Path, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path / "a.case")
    session = engine.open_case(tmp_path / "a.case")
    session.put_person(Person("", "second"))
    session.begin_review("P2")
    for doing in (lambda: replay.replayed(session), lambda: session.merge(tmp_path)):
        with pytest.raises(InputError, match="reviewing blind"):
            run_to_end(doing())
    session.close()


def test_replay_gives_the_same_numbers_and_names_what_differs(
    engine: Engine, bundle: Path, tmp_path: Path
) -> None:
    back = run_to_end(engine.import_bundle(bundle, tmp_path / "b"))
    session = engine.open_case(back)
    found = run_to_end(replay.replayed(session))
    assert {step.action for step in found.steps} >= {"bytes stored", "exhibit read", "hint added", "located"}
    assert {step.outcome for step in found.steps} == {"same"}, found.steps
    assert (found.same, found.packs) == (True, ())
    last = session.log(None)[-2:]
    said = next(json.loads(r.payload)["detail"] for r in session.log(None) if r.action == "located")
    assert last[-1].action == "bundle imported"
    wrong = said | {"scores_sha256": "0" * 64, "leading": said["leading"] | {"score": "-1.5"}}
    session.store.record("located", wrong)
    found = run_to_end(replay.replayed(session))
    session.close()
    assert not found.same
    (step,) = [one for one in found.steps if one.outcome == "differs"]
    named = {one.what: (one.then, one.now) for one in step.differences}
    assert set(named) == {"ranking of E1.scores_sha256", "ranking of E1.leading.score"}
    assert named["ranking of E1.leading.score"] == ("-1.5", said["leading"]["score"])


def test_what_cannot_be_repeated_says_why(engine: Engine, case: Path, tmp_path: Path) -> None:
    session = engine.open_case(case)
    out = run_to_end(session.bundle(tmp_path / "thin", originals=False, formats=()))
    session.close()
    back = run_to_end(engine.import_bundle(out, tmp_path / "b"))
    session = engine.open_case(back, read_only=True)
    found = run_to_end(replay.replayed(session))
    session.close()
    why = {step.action: step.text for step in found.steps if step.outcome == "not repeated"}
    assert set(why) == {"bytes stored", "exhibit read"}
    assert all("not in this copy" in text for text in why.values())
    assert {step.action for step in found.steps if step.outcome == "same"} == {"hint added", "located"}


def test_a_case_that_does_not_verify_does_not_leave(engine: Engine, tmp_path: Path) -> None:
    session = engine.new_case(tmp_path / "a.case")
    Image.new("RGB", (40, 40), (9, 90, 200)).save(tmp_path / "a.png")
    run_to_end(session.add_files([tmp_path / "a.png"]))
    path = session.store.vault_path(session.state.exhibits[0].sha256)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(CaseDamaged, match="E1: vault/"):
        run_to_end(session.bundle(tmp_path / "out", formats=()))
    with pytest.raises(InputError):
        run_to_end(session.bundle(tmp_path / "out", formats=("docx",)))
    session.close()
    assert not (tmp_path / "out").exists()


def test_a_colleague_s_bundle_is_merged_and_a_conflict_decided(
    engine: Engine, case: Path, tmp_path: Path
) -> None:
    session = engine.open_case(case)
    out = run_to_end(
        session.bundle(tmp_path / "out", choices=Choices(disclose=frozenset(PROTECTED)), formats=())
    )
    session.set_hint_strength("H1", Strength.WEAK)
    session.close()
    theirs = engine.open_case(run_to_end(engine.import_bundle(out, tmp_path / "theirs")))
    theirs.set_hint_strength("H1", Strength.CERTAIN)
    theirs.add_clue("E1", "a fountain", "Arezzo", "seen there")
    answer = run_to_end(
        theirs.bundle(tmp_path / "answer", choices=Choices(disclose=frozenset(PROTECTED)), formats=())
    )
    theirs.close()
    found = run_to_end(engine.merge(case, answer))
    assert [(one.kind, one.key) for one in found.conflicts] == [("hint", "H1")]
    session = engine.open_case(case)
    assert [hint.strength for hint in session.state.hints] == [Strength.WEAK]
    assert "a fountain" in {clue.observation for clue in session.state.clues}
    session.resolve_conflict("Q1", "theirs", "they were there")
    assert [hint.strength for hint in session.state.hints] == [Strength.CERTAIN]
    assert run_to_end(session.verify()).problems == ()
    session.undo()
    session.undo()
    session.close()
    assert not list(case.parent.glob(".merging-*"))


def test_two_values_are_compared_leaf_by_leaf() -> None:
    then = {"a": 1.0, "b": [1, 2], "c": "[withheld]", "d": None}
    now = {"a": 1.0 + 2**-52, "b": [1], "c": "name", "d": None}
    found = {one.what: (one.then, one.now) for one in compare.differences(then, now, "x")}
    assert found == {"x.a": ("1.0", "1.0000000000000002"), "x.b[1]": ("2", "nothing")}
    assert compare.leaves(then) == 4
    assert list(compare.differences(then, then)) == []


def test_a_value_sealed_apart_later_is_the_one_that_was_there_unless_it_changed() -> None:
    from theodolite.domain import LogRecord
    from theodolite.store.uniting import APART

    def record(number: int, action: str, after: object) -> LogRecord:
        changes = [{"kind": "hint", "id": "H1", "after": after}]
        return LogRecord(number, "", "", action, json.dumps({"changes": changes, "detail": {}}), "", "")

    gone, value = {"withheld": "0" * 64}, {"id": "H1"}
    records = (record(1, "a", gone), record(2, "b", {"x": 1}), record(3, "c", gone), record(4, APART, value))
    afters = [json.loads(one.payload)["changes"][0]["after"] for one in past.mended(records)]
    assert afters == [gone, {"x": 1}, value, value]
