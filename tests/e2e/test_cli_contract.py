"""What a script may rely on: one document, three exit codes, and a named error for whatever is wrong.

Commands run in this process, except where a process of its own is the point.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from tests.e2e.contract import Command, code_of
from theodolite import offline
from theodolite.cli import main, opened
from theodolite.engine import Engine
from theodolite.store import CaseStore

TOWER = Path(__file__).resolve().parents[2] / "cases" / "tower"
Rational = tuple[int, int]


@pytest.fixture(autouse=True)
def _no_trace_in_the_list_of_recent_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "_recent_file", tmp_path / "recent.json")


# --- intake ----------------------------------------------------------------------------------------------


def test_every_photograph_of_the_corpora(command: Command, case: Path, corpora: Path) -> None:
    """All files under photos/ and orientation/: stored or refused by name, GPS as exiftool reads it."""
    manifest = json.loads((corpora / "MANIFEST.json").read_text(encoding="utf-8"))
    listed = {row["file"] for row in manifest if row["file"].startswith(("photos/", "orientation/"))}
    oracle = {row["SourceFile"]: row for row in json.loads((corpora / "exiftool-oracle.json").read_text())}
    code, document = command("case", "add", case, corpora / "photos", corpora / "orientation")
    rows = {str(Path(row["path"]).relative_to(corpora)): row for row in document["data"]}
    assert code == 1
    assert set(rows) == listed
    positions = 0
    for name, row in rows.items():
        assert row["stored"] is (row["sha256"] is not None) is (row["exhibit"] is not None), name
        assert (row["error"] is None) is (row["stored"] and row["readable"]), name
        if not row["stored"]:
            assert Path(name).suffix in (".txt", ".rst"), name
            assert row["error"]["code"] == "unknown-format"
            continue
        lat = oracle[name].get("Composite:GPSLatitude")
        if lat is not None:
            positions += 1
            assert row["gps"] == pytest.approx([lat, oracle[name]["Composite:GPSLongitude"]], abs=1e-5), name
        elif not name.endswith("adobe_coords.jpg"):  # states its position in XMP alone
            assert row["gps"] is None, name
    assert positions == 58


def photograph(
    path: Path,
    lat: tuple[Rational, ...] | None = None,
    lat_ref: str | None = None,
    lon: tuple[Rational, ...] | None = None,
    lon_ref: str | None = None,
    xmp: str = "",
) -> Path:
    exif = Image.Exif()
    gps = exif.get_ifd(0x8825)
    gps.update({tag: ref for tag, ref in ((1, lat_ref), (3, lon_ref)) if ref is not None})
    gps.update({tag: tuple(IFDRational(*p) for p in parts) for tag, parts in ((2, lat), (4, lon)) if parts})
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" {xmp}/></rdf:RDF></x:xmpmeta>'
    )
    Image.new("RGB", (24, 16)).save(path, exif=exif, xmp=packet.encode() if xmp else b"")
    return path


def dms(degrees: int, minutes: int, seconds: int) -> tuple[Rational, ...]:
    return ((degrees, 1), (minutes, 1), (seconds, 1))


def test_positions_made_by_hand(command: Command, case: Path, tmp_path: Path) -> None:
    here, there = dms(33, 51, 36), dms(151, 12, 36)
    made: list[tuple[Path, list[float] | None]] = [
        (photograph(tmp_path / "south-west.jpg", here, "S", there, "W"), [-33.86, -151.21]),
        (photograph(tmp_path / "lower.jpg", here, "s", there, "e"), [-33.86, 151.21]),
        (photograph(tmp_path / "no-letters.jpg", here, None, there, None), None),
        (photograph(tmp_path / "zero.jpg", ((33, 1), (51, 1), (36, 0)), "S", there, "E"), None),
        (photograph(tmp_path / "nowhere.jpg", dms(0, 0, 0), "N", dms(0, 0, 0), "E"), None),
        (photograph(tmp_path / "beyond.jpg", dms(91, 0, 0), "N", there, "E"), None),
        (photograph(tmp_path / "half.jpg", here, "N"), None),
        (
            photograph(tmp_path / "xmp.jpg", xmp='exif:GPSLatitude="33,51.6S" exif:GPSLongitude="151,12.6W"'),
            [-33.86, -151.21],
        ),
    ]
    code, document = command("case", "add", case, *(path for path, _ in made))
    assert code == 0
    assert [row["path"] for row in document["data"]] == [str(path) for path, _ in made]
    for row, (_, expected) in zip(document["data"], made, strict=True):
        if expected is None:
            assert row["gps"] is None, row["path"]
        else:
            assert row["gps"] == pytest.approx(expected, abs=1e-5), row["path"]


def test_odd_files_and_odd_names(command: Command, case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    whole = photograph(folder / "whole.jpg").read_bytes()
    for number, name in enumerate(["a\nb.jpg", "a\x1b[31m.jpg", "gpj\u202eexe.jpg", "日本.jpg", "-rf.jpg"]):
        Image.new("RGB", (20 + number, 9)).save(folder / name)
    undecodable = os.fsencode(folder) + b"/no\xff.jpg"
    Path(os.fsdecode(undecodable)).write_bytes(whole + b"x")
    for name, data in (
        ("again.jpg", whole),
        ("empty.jpg", b""),
        ("text.jpg", b"hello"),
        ("cut.jpg", whole[:100]),
    ):
        (folder / name).write_bytes(data)
    (folder / "link.jpg").symlink_to("whole.jpg")
    (folder / "loop.jpg").symlink_to("loop.jpg")
    os.mkfifo(folder / "pipe.jpg")
    code, document = command("case", "add", case, folder, tmp_path / "none.jpg", "x" * 5000, "/dev/zero")
    assert (code, code_of(document)) == (1, "bad-input"), document["error"]
    rows = {Path(row["path"]).name: row for row in document["data"]}
    errors = {name: row["error"]["code"] for name, row in rows.items() if row["error"]}
    assert errors == {
        "empty.jpg": "unknown-format",
        "text.jpg": "unknown-format",
        "cut.jpg": "cannot-decode",
        "loop.jpg": "bad-input",
        "pipe.jpg": "bad-input",
        "none.jpg": "not-found",
        "x" * 5000: "bad-input",
        "zero": "bad-input",
    }
    assert rows["cut.jpg"]["stored"]
    assert not rows["cut.jpg"]["readable"]
    assert rows["again.jpg"]["exhibit"] == rows["link.jpg"]["exhibit"] == rows["whole.jpg"]["exhibit"]
    assert rows["no\ufffd.jpg"]["readable"]
    assert command("verify", case)[0] == 0


def test_a_terminal_is_not_obeyed(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "a\x1b[31m\nE9 forged.jpg")
    assert main(["case", "add", str(case), str(tmp_path / "a\x1b[31m\nE9 forged.jpg")]) == 0
    assert main(["case", "show", str(case)]) == 0
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out + shown.err
    assert not any(line.startswith("E9") for line in shown.out.splitlines())


# --- where a case is ---------------------------------------------------------------------------------------


def test_a_case_is_found_by_name_suffix_and_dot(
    command: Command, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inquiry").mkdir()  # a folder of photographs beside the case, of the same name
    for words in (tmp_path / "inquiry", case, f"{case}/"):
        assert command("case", "show", words)[1]["data"]["path"] == str(case)
        assert command("verify", words)[0] == 0
    monkeypatch.chdir(case)
    assert command("case", "show", ".")[0] == 0
    monkeypatch.chdir(case / "vault")
    assert command("verify", "..")[0] == 0


@pytest.mark.parametrize("path", ["/", "none", "x" * 300, "/dev/null", "no\udcff"])
def test_no_case_is_named(
    command: Command, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["case", "show"], ["verify"], ["locate"], ["case", "add", "x"]):
        code, document = command(*words[:2], path, *words[2:])
        assert code == 1
        assert code_of(document) in ("not-found", "storage", "case-damaged")


def test_a_case_is_never_written_over(command: Command, case: Path) -> None:
    assert code_of(command("case", "new", case)[1]) == "bad-input"
    assert code_of(command("case", "new", "/")[1]) == "bad-input"
    assert command("case", "show", case)[0] == 0


def test_one_writer_many_readers(command: Command, case: Path) -> None:
    with CaseStore.open(case):
        assert code_of(command("case", "add", case, TOWER / "square.jpg")[1]) == "case-locked"
        assert code_of(command("hint", "remove", case, "H1")[1]) == "case-locked"
        assert command("case", "show", case)[0] == 0
        assert command("verify", case)[0] == 0
    assert command("case", "add", case, TOWER / "square.jpg")[0] == 0


# --- damage ------------------------------------------------------------------------------------------------


def flip(path: Path, at: int) -> None:
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


def test_one_bit_of_an_original(command: Command, case: Path) -> None:
    command("case", "add", case, TOWER / "square.jpg")
    (original,) = (path for path in (case / "vault").rglob("*") if path.is_file())
    flip(original, 1000)
    code, document = command("verify", case)
    assert code == 1
    assert code_of(document) == "case-damaged"
    assert document["error"]["text"].startswith(f"E1: vault/{original.parent.name}/{original.name}")
    assert document["data"]["problems"]
    original.unlink()
    os.mkfifo(original)
    assert "not a regular file" in command("verify", case)[1]["error"]["text"]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE log SET payload = replace(payload, 'sealed', 'healed') WHERE sequence = 2", "log record 2"),
        ("UPDATE log SET payload = x'ff' WHERE sequence = 2", "case.db cannot be read"),
        ("DELETE FROM log WHERE sequence = 3", "record 3 is missing"),
        ("UPDATE sealed SET value = replace(value, 'square', 'circle')", "exhibit E1"),
        ("UPDATE state SET digest = upper(digest) WHERE kind = 'exhibit'", "exhibit E1"),
        ("UPDATE counter SET last = 9", "counter"),
        ("CREATE TABLE more (a)", "table more"),
    ],
)
def test_one_change_of_the_database(command: Command, case: Path, statement: str, named: str) -> None:
    command("case", "add", case, TOWER / "square.jpg")
    connection = sqlite3.connect(case / "case.db")
    triggers = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")]
    for trigger in triggers:
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.commit()
    connection.close()
    code, document = command("verify", case)
    assert code == 1
    assert named in document["error"]["text"]
    assert code_of(command("case", "show", case)[1]) == "case-damaged"  # its own triggers are gone


def test_flipped_bits_never_escape(command: Command, case: Path, seed: int) -> None:
    import random

    command("case", "add", case, TOWER / "square.jpg")
    whole, choose = (case / "case.db").read_bytes(), random.Random(seed)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(choose.choice((1, 3, 10))):
            data[choose.randrange(len(data))] ^= 1 << choose.randrange(8)
        (case / "case.db").write_bytes(bytes(data))
        for words in (["verify", case], ["case", "show", case], ["hint", "remove", case, "H1"]):
            code, document = command(*words)
            assert code == 0 or code_of(document) in ("case-damaged", "not-found", "bad-input"), document


# --- usage, streams, mistakes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [[], ["nope"], ["case"], ["case", "new"], ["case", "show", ""], ["index", "search", "a"], ["locate"],
     ["index", "search", "a", "b", "--count", "x"], ["report", "a"], ["packs", "frob"], ["verify", "a", "b"]],
)  # fmt: skip
def test_wrong_usage_is_two(command: Command, words: list[str]) -> None:
    code, document = command(*words)
    assert code == 2
    assert code_of(document) == "usage"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["report", "CASE", "--out", "/dev/null/x"], "storage"),
        (["report", "CASE", "--out", "out", "--format", "docx"], "bad-input"),
        (["report", "CASE", "--out", "out", "--exhibit", "E9"], "not-found"),
        (["locate", "CASE", "--exhibit", "E9"], "not-found"),
        (["locate", "CASE", "--strategy", "nope"], "bad-input"),
        (["hint", "remove", "CASE", "H9"], "not-found"),
        (["hint", "add", "CASE", "the moon is nice"], "hint-not-understood"),
        (["hint", "add", "CASE", "in It\udcffaly"], "hint-not-understood"),
        (["index", "build", "none", "--out", "out"], "not-found"),
        (["index", "search", "none", str(TOWER / "square.jpg"), "--count", "0"], "bad-input"),
        (["index", "search", "none", "none.jpg"], "not-found"),
        (["case", "use-index", "CASE", "none"], "index-damaged"),
        (["packs", "fetch"], "bad-input"),
        (["packs", "fetch", "none"], "not-found"),
        (["packs", "import", "none"], "not-found"),
        (["packs", "import", str(TOWER / "square.jpg")], "pack"),
        (["packs", "export", "map-ui", "--out", "none"], "not-found"),
        (["packs", "verify", "none"], "not-found"),
    ],
    ids=lambda value: ascii(" ".join(value))[:40] if isinstance(value, list) else "",
)  # fmt: skip
@pytest.mark.packs
def test_a_named_problem_is_one(
    command: Command,
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    expected: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, document = command(*(str(case) if word == "CASE" else word for word in words))
    assert code == 1
    assert code_of(document) == expected


def test_a_mistake_of_ours_is_named_too(
    command: Command, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise KeyError("gone")

    monkeypatch.setattr(opened, "chosen", broken)
    code, document = command("case", "show", case)
    assert code == 1
    assert code_of(document) == "error"
    assert "KeyError" in document["error"]["text"]

    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opened, "chosen", stopped)
    code, document = command("case", "show", case)
    assert code == 130
    assert code_of(document) == "stopped"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_terminal_gets_json(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding)
    monkeypatch.setattr(sys, "stdout", out)
    photograph(tmp_path / "日本.jpg")
    assert main(["case", "add", str(case), str(tmp_path / "日本.jpg"), "--json"]) == 0
    assert main(["case", "show", str(case)]) == 0
    first, *rest = out.buffer.getvalue().decode(encoding).splitlines()
    assert json.loads(first)["data"][0]["path"].endswith("日本.jpg")
    assert rest


def test_nobody_to_write_to() -> None:
    for redirect, code in ((">/dev/full", 1), (">&-", 0), ("2>&- >/dev/null", 0), ("| head -c 1", 0)):
        line = f'"{sys.executable}" -m theodolite.cli packs list --json {redirect}; exit ${{PIPESTATUS[0]}}'
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60)
        assert done.returncode == code, (redirect, done.stderr)
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


# --- locate ------------------------------------------------------------------------------------------------


@pytest.mark.packs
def test_the_document_of_locate(command: Command, case: Path, tmp_path: Path) -> None:
    offline.take_refused()  # what other tests of this process tried
    command("case", "add", case, TOWER / "square.jpg")
    _, plain = command("locate", case)
    data = plain["data"]
    assert set(data) >= {
        "exhibits", "strategy", "abstained", "countries", "candidates", "packs", "refused_connections"
    }  # fmt: skip
    assert (data["exhibits"], data["strategy"], data["refused_connections"]) == (["E1"], "fusion", [])
    assert data["countries"][0]["code"] == "IT"
    assert all(len(row["code"]) == 2 and row["code"].isupper() for row in data["countries"])
    assert sum(row["probability"] for row in data["countries"]) <= 1 + 1e-9
    assert [row["rank"] for row in data["candidates"]] == list(range(1, len(data["candidates"]) + 1))
    for row in data["candidates"]:
        assert sum(part["log_likelihood"] for part in row["contributions"]) == row["score"]
        assert all(set(part) >= {"source", "text", "log_likelihood"} for part in row["contributions"])
        assert 0 <= row["probability"] <= 1
        assert row["radius_km"] in (1, 25, 200, 750)
    assert all(set(pack) >= {"name", "version", "sha256"} for pack in data["packs"])
    added = command("hint", "add", case, "in France, certain")[1]["data"]
    assert command("locate", case)[1]["data"]["countries"] != data["countries"]
    assert command("hint", "remove", case, added[0]["id"])[0] == 0
    assert command("locate", case)[1] == plain
    (original,) = (path for path in (case / "vault").rglob("*") if path.is_file())
    flip(original, 1000)
    assert command("locate", case)[1] == plain  # from the records; nothing reads the changed bytes
    command("case", "add", case, TOWER / "forwarded.jpg")
    (other,) = (p for p in (case / "vault").rglob("*") if p.is_file() and p != original)
    flip(other, 1000)
    assert code_of(command("locate", case)[1]) == "case-damaged"


@pytest.mark.packs
def test_an_index_with_odd_names_and_a_damaged_one(command: Command, tmp_path: Path) -> None:
    folder, out = tmp_path / "photographs", tmp_path / "index"
    folder.mkdir()
    (folder / "a\u2028b\x85c.jpg").write_bytes((TOWER / "square.jpg").read_bytes())
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text("no picture")
    code, document = command("index", "build", folder, "--out", out)
    assert code == 0
    assert document["data"]["count"] == 1
    found = command("index", "search", out, TOWER / "square.jpg")[1]["data"]
    assert found["references"][0]["name"] == "a\u2028b\x85c.jpg"
    assert code_of(command("index", "build", folder, "--out", folder)[1]) == "bad-input"
    for part in ("vectors", "references", "manifest"):
        (file,) = out.glob(f"{part}*")
        whole = file.read_bytes()
        for data in (whole[:-9], b"", b"[" * 100_000):
            file.write_bytes(data)
            assert code_of(command("index", "search", out, TOWER / "square.jpg")[1]) == "index-damaged"
        file.write_bytes(whole)


def test_nobodys_files_are_replaced(command: Command, case: Path, tmp_path: Path) -> None:
    """A case of a person is no sample case, and a folder of another program is no index."""
    assert code_of(command("sample", "build", case)[1]) == "bad-input"
    assert code_of(command("sample", "build", case, "--fresh")[1]) == "bad-input"
    assert command("verify", case)[0] == 0
    other, partial = tmp_path / "extension", tmp_path / "index.partial"
    for folder in (other, partial):
        folder.mkdir()
        (folder / "manifest.json").write_text('{"name": "of another program"}')
    for out in (other, tmp_path / "index"):
        code, document = command("index", "build", TOWER / "references", "--out", out)
        assert (code, code_of(document)) in [(1, "bad-input"), (1, "pack-missing")]
    assert (other / "manifest.json").read_text() == (partial / "manifest.json").read_text()


def test_a_kept_thumbnail_is_not_believed(case: Path, command: Command, tmp_path: Path) -> None:
    command("case", "add", case, photograph(tmp_path / "red.jpg"))
    engine = Engine()
    session = engine.open_case(case)
    try:
        first = session.thumbnail("E1")
        (kept,) = (case / "derived").rglob("thumbnail-256.jpg")
        assert session.thumbnail("E1")[:2] == first[:2] == b"\xff\xd8"
        for hostile in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff not a picture"):
            kept.write_bytes(hostile)
            assert session.thumbnail("E1") == first
        kept.unlink()
        os.mkfifo(kept)
        assert session.thumbnail("E1") == first
    finally:
        session.close()
        engine.dispose()
