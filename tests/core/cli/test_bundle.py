"""``bundle``, ``case merge | conflicts | resolve`` and ``replay`` as a script uses them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.contract import Command, code_of, runner
from theodolite.engine import Engine, Session, replay


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setattr(Engine, "_recent_file", tmp_path / "recent.json")
    return runner(capsys)


def test_a_case_goes_out_comes_back_is_replayed_and_merged(command: Command, tmp_path: Path) -> None:
    Image.new("RGB", (60, 40), (9, 90, 200)).save(tmp_path / "Secret-Name.png")
    case = tmp_path / "a.case"
    assert command("case", "new", case, "--question", "Where?")[0] == 0
    assert command("case", "add", case, tmp_path / "Secret-Name.png")[0] == 0
    code, document = command("bundle", "export", case, "--out", tmp_path / "out", "--format", "")
    assert (code, document["data"]["bundle"]) == (0, str(tmp_path / "out"))
    assert not [p for p in (tmp_path / "out").rglob("*") if p.is_file() and b"Secret" in p.read_bytes()]
    code, document = command("bundle", "import", tmp_path / "out", "--out", tmp_path / "b")
    assert (code, document["data"]["case"]) == (0, str(tmp_path / "b.case"))
    assert command("verify", tmp_path / "b.case")[0] == 0
    code, document = command("replay", tmp_path / "out")
    assert code == 0
    assert not list(tmp_path.glob(".*"))
    assert {step["outcome"] for step in document["data"]["steps"]} == {"same"}
    assert {step["action"] for step in document["data"]["steps"]} == {"bytes stored", "exhibit read"}
    code, document = command("case", "merge", case, tmp_path / "b.case")
    assert (code, document["data"]["conflicts"]) == (0, [])
    assert command("case", "conflicts", case) == (0, {"ok": True, "error": None, "data": []})
    assert command("verify", case)[0] == 0


def test_an_original_that_tells_its_owner_leaves_only_when_asked(command: Command, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Zelda Owner"  # Artist
    Image.new("RGB", (60, 40), (9, 90, 200)).save(tmp_path / "one.jpg", exif=exif)
    case, words = tmp_path / "a.case", ("--format", "")
    assert command("case", "new", case)[0] == 0
    assert command("case", "add", case, tmp_path / "one.jpg")[0] == 0
    _, document = command("bundle", "export", case, "--out", tmp_path / "out", *words)
    assert code_of(document) == "bad-input"
    assert "(owner)" in str(document["error"])
    assert not (tmp_path / "out").exists()
    chosen = {"--hashes-only": False, "--originals": True}
    for option, there in chosen.items():
        assert command("bundle", "export", case, "--out", tmp_path / option, option, *words)[0] == 0
        assert any(b"Zelda" in p.read_bytes() for p in (tmp_path / option).rglob("*") if p.is_file()) == there


def test_a_bundle_is_replayed_in_a_hidden_folder_of_the_person_s_choice(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, work = tmp_path / "a.case", tmp_path / "work"
    work.mkdir()
    command("case", "new", case)
    assert command("bundle", "export", case, "--out", tmp_path / "out", "--format", "")[0] == 0
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no such folder"))
    seen: list[Path] = []
    plain = replay.replayed

    def watched(session: Session, *more: Any) -> Any:
        seen.append(session.store.folder.parent)
        assert seen[-1].stat().st_mode & 0o777 == 0o700
        return plain(session, *more)

    monkeypatch.setattr(replay, "replayed", watched)
    for where, words in ((tmp_path, ()), (work, ("--work", work))):
        left = where / ".replaying-killed_0"  # of a replay that was killed
        (left / "replay.case").mkdir(parents=True)
        assert command("replay", tmp_path / "out", *words)[0] == 0
        assert (seen[-1].parent, seen[-1].name[:11]) == (where, ".replaying-")
        assert not list(where.glob(".*"))
    assert code_of(command("replay", tmp_path / "out", "--work", tmp_path / "none")[1]) == "not-found"


def test_what_is_wrong_is_named(command: Command, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    command("case", "new", case)
    refused = {
        "bad-input": [
            ("bundle", "export", case, "--out", tmp_path / "o", "--format", "", "--disclose", "names"),
            ("bundle", "export", case, "--out", case / "o", "--format", ""),
            ("bundle", "export", case, "--out", tmp_path / "o", "--format", "docx"),
        ],
        "not-found": [
            ("bundle", "import", tmp_path / "none", "--out", tmp_path / "o"),
            ("bundle", "import", case, "--out", tmp_path / "o"),
            ("replay", tmp_path / "none"),
            ("case", "merge", case, tmp_path / "none"),
            ("case", "resolve", case, "Q1", "ours", "--reason", "because"),
        ],
    }
    for named, words in refused.items():
        for one in words:
            code, document = command(*one)
            assert (code, code_of(document)) == (1, named), one
    command("case", "new", tmp_path / "other.case")
    code, document = command("case", "merge", case, tmp_path / "other.case")
    assert (code, code_of(document)) == (1, "bad-input")
    assert "not copies of one case" in document["error"]["text"]
