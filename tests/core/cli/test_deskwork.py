"""``note``, ``tag``, ``lead`` and ``reference`` as a script uses them, then a verification and a bundle."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.contract import Command, code_of, runner
from theodolite.engine import Engine

ADDRESS = "https://www.google.com/maps/@43.4668,11.8823,3a,75y,120.5h,95t/data=!3m4!1e1!3m2!1sAF1Qip!2e10"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setattr(Engine, "_recent_file", tmp_path / "recent.json")
    return runner(capsys)


@pytest.fixture
def case(command: Command, tmp_path: Path) -> Path:
    folder = tmp_path / "a.case"
    assert command("case", "new", folder, "--question", "Where?")[0] == 0
    for name, colour in (("one", (9, 90, 200)), ("two", (200, 90, 9))):
        Image.new("RGB", (60, 40), colour).save(tmp_path / f"{name}.png")
        assert command("case", "add", folder, tmp_path / f"{name}.png")[0] == 0
    return folder


def test_notes_name_records_and_records_say_who_names_them(command: Command, case: Path) -> None:
    added = ("clue", "add", case, "--exhibit", "E1", "--observation", "a sign", "--inference", "a shop")
    assert command(*added, "--origin", "a guide")[0] == 0
    assert command("note", "write", case, "E1 before E2")[0] == 0
    assert command("note", "write", case, "C1 is on E2 too", "--exhibit", "E1")[0] == 0
    assert command("note", "show", case)[1]["data"] == [
        {"exhibit": "", "text": "E1 before E2", "names": ["E1", "E2"]},
        {"exhibit": "E1", "text": "C1 is on E2 too", "names": ["C1", "E2"]},
    ]
    said = {(one["where"], one["id"]) for one in command("note", "links", case, "E2")[1]["data"]}
    assert said == {("note", ""), ("note", "E1")}
    code, document = command("note", "links", case, "E9")
    assert (code, code_of(document)) == (1, "not-found")
    assert code_of(command("note", "write", case, "x", "--exhibit", "E9")[1]) == "not-found"


def test_tags(command: Command, case: Path) -> None:
    assert command("tag", "add", case, "3", "E1", "E2")[1]["data"] == {"E1": [3], "E2": [3]}
    assert command("tag", "add", case, "1", "E1")[1]["data"] == {"E1": [1, 3]}
    assert command("tag", "remove", case, "3", "E1", "E1")[1]["data"] == {"E1": [1]}
    found = command("tag", "list", case)[1]["data"]
    assert {tag: names for tag, names in found.items() if names} == {"1": ["E1"], "3": ["E2"]}
    assert command("tag", "add", case, "0", "E1")[0] == 2


def test_leads(command: Command, case: Path) -> None:
    code, document = command("lead", "add", case, "Ask who sent E2", "--about", "E1")
    assert (code, document["data"]["id"], document["data"]["state"]) == (0, "L1", "open")
    assert command("lead", "add", case, "Measure the tower", "--state", "in work")[0] == 0
    assert code_of(command("lead", "change", case, "L1", "--state", "dropped")[1]) == "bad-input"
    assert command("lead", "change", case, "L1", "--state", "done", "--outcome", "the owner")[0] == 0
    rows = command("lead", "list", case)[1]["data"]
    assert [(row["id"], row["state"]) for row in rows] == [("L2", "in work"), ("L1", "done")]
    assert rows[1]["about"] == ["E1"] and rows[1]["outcome"] == "the owner"
    assert command("lead", "remove", case, "L2")[0] == 0
    assert command("lead", "list", case, "--state", "open")[1]["data"] == []


def test_a_reference_is_filed_with_its_picture_and_travels(
    command: Command, case: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "street.png"
    exif = Image.Exif()
    exif[0x013B] = "Zelda Owner"  # Artist
    Image.new("RGB", (80, 30), (1, 2, 3)).save(picture, exif=exif)
    digest = hashlib.sha256(picture.read_bytes()).hexdigest()
    assert code_of(command("reference", "file", case, picture)[1]) == "bad-input", "no provider"
    words = ("--address", ADDRESS, "--licence", "terms of the service", "--about", "E1")
    code, document = command("reference", "file", case, picture, *words)
    row = document["data"]
    assert (code, row["id"], row["kind"], row["sha256"]) == (0, "F1", "street view", digest)
    assert (row["lat"], row["lon"], row["heading"]) == (43.4668, 11.8823, 120.5)
    assert row["pitch"] == pytest.approx(5.0) and row["address"] == ADDRESS and row["provider"]
    code, document = command("reference", "change", case, "F1", "--imagery-date", "2019-07", "--pitch", "-2")
    assert (code, document["data"]["pitch"], document["data"]["sha256"]) == (0, -2.0, digest)
    assert command("reference", "withdraw", case, "F1")[1]["data"]["withdrawn"] is True
    assert code_of(command("reference", "withdraw", case, "F1")[1]) == "bad-input"
    assert command("reference", "restore", case, "F1")[0] == 0
    code, document = command("verify", case)
    assert (code, document["data"]["files"]) == (0, 3)
    out = ("bundle", "export", case, "--out", tmp_path / "out", "--format", "")
    assert "(owner)" in command(*out)[1]["error"]["text"], "the bytes of a reference tell an owner"
    assert command(*out, "--originals")[0] == 0
    assert [p for p in (tmp_path / "out").rglob(digest) if p.read_bytes() == picture.read_bytes()]
    (verifier,) = (tmp_path / "out").rglob("verify.py")
    checked = subprocess.run(
        [sys.executable, "-I", "-S", verifier, tmp_path / "out"], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout.split(":")[0]) == (0, "INTACT")
    assert "3 originals" in checked.stdout
    assert command("bundle", "import", tmp_path / "out", "--out", tmp_path / "b.case")[0] == 0
    assert command("verify", tmp_path / "b.case")[1]["data"]["files"] == 3
    rows = command("reference", "list", tmp_path / "b.case")[1]["data"]
    assert [(one["sha256"], one["imagery_date"]) for one in rows] == [(digest, "2019-07")]
