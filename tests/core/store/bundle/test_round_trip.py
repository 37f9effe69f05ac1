"""A case leaves as a bundle and comes back: the same case, only what was chosen, every change named."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.store.test_migration import case_of

from theodolite.domain import PROTECTED, Box, Clue, Exhibit, Message, Metadata, Person, Source
from theodolite.errors import BundleRefused, CaseDamaged, InputError, StorageFailed
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore, bundle, verify_case
from theodolite.store.bundle import layout
from theodolite.store.cipher import header

ALL = frozenset(PROTECTED)
MARKERS = {
    "path": "MARKER-PATH-folder",
    "name": "MARKER-NAME-file.jpg",
    "serial": "MARKERSERIAL4711",
    "owner": "Marker Owner Person",
    "account": "marker.account",
    "source": "Marker Source Person",
}


def planted(store: CaseStore) -> None:
    """An exhibit, a source and a person whose protected values also stand in other texts."""
    path = f"/home/{MARKERS['path']}/{MARKERS['name']}"
    kept = store.store_bytes(io.BytesIO(b"planted original" * 50), name=path)
    tags = (("EXIF:SerialNumber", MARKERS["serial"]), ("EXIF:OwnerName", MARKERS["owner"]))
    store.add_exhibit(
        Exhibit(
            *("", MARKERS["name"], kept.sha256, kept.md5, kept.size, "image/jpeg", path, "2026"),
            operator=MARKERS["account"],
            readable=True,
            metadata=Metadata(serial=MARKERS["serial"], fields=tags),
        ),
        operator=MARKERS["account"],
    )
    store.add("source", Source("", MARKERS["source"], "met once"), "source added", undoable=True)
    store.add("person", Person("", "b", name=MARKERS["account"]), "person added", undoable=True)
    for word in (path, *(word for name, word in MARKERS.items() if name != "path")):
        store.add_message(Message("", "person", f"look at {word} again", "2026", MARKERS["account"]))
    store.put_note("E3", f"{MARKERS['name']} was sent by {MARKERS['source']}")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A case with originals, clues, hints, notes, a person's words and planted markers; closed."""
    from tests.core.store.conftest import CASE, exhibit_of

    folder = tmp_path_factory.mktemp("full") / "a.case"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda descriptor: None)
        with CaseStore.create(folder, CASE) as store:
            exhibit_of(store, b"first original" * 100, "one.jpg")
            exhibit_of(store, b"second original" * 100, "two.jpg")
            store.put_clues("E1", [_clue("a"), _clue("b")])
            planted(store)
        yield folder


def _clue(text: str) -> Clue:
    from theodolite.domain import Origin, Strength

    origins = (Origin("file", "f"),)
    return Clue(
        *("", "E1", "text.line", text, "a place", Strength.WEAK, "ocr", "1", "text:1", origins),
        box=Box(0.1, 0.2, 0.3, 0.4),
        confidence=0.875,
    )


@pytest.fixture
def case(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    return Path(shutil.copytree(full, tmp_path / "a.case"))


def leave(case: Path, out: Path, **how: object) -> Path:
    with CaseStore.open(case) as store:
        return run_to_end(bundle.export(store, out, **how))  # type: ignore[arg-type]


def texts(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()
        yield path, os.fsencode(path.name)


def alone(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", "verify.py", ".", *more]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_a_case_comes_back_as_it_left(case: Path, tmp_path: Path) -> None:
    out = leave(case, tmp_path / "bundle", disclose=ALL, report={"report.html": b"<p>x"}, jsonld=b"{}")
    back = run_to_end(bundle.read(out, tmp_path / "b.case", operator="Another Examiner"))
    with CaseStore.open(case) as mine, CaseStore.open(back) as theirs:
        one, two = mine.state(), theirs.state()
        their_log, my_log = theirs.log(), mine.log()
        assert their_log[: len(my_log)] == my_log
        assert [record.action for record in their_log[len(my_log) :]] == ["bundle imported"]
        assert their_log[-1].previous == one.log_head
        assert their_log[-1].operator == "Another Examiner"
        assert {person.account for person in two.persons} - {p.account for p in one.persons} == {
            "Another Examiner"
        }
        same = {"path": one.path, "log_head": one.log_head, "log_length": one.log_length}
        assert replace(two, persons=one.persons, **same) == one  # type: ignore[arg-type]
        for exhibit in one.exhibits:
            assert (
                theirs.vault_path(exhibit.sha256).read_bytes() == mine.vault_path(exhibit.sha256).read_bytes()
            )
    assert run_to_end(verify_case(back)).problems == ()


@pytest.mark.parametrize("disclose", [ALL, frozenset()], ids=["disclosed", "withheld"])
def test_what_comes_back_leaves_with_the_same_payload(
    case: Path, tmp_path: Path, disclose: frozenset[str]
) -> None:
    first = leave(case, tmp_path / "one", disclose=disclose)
    back = run_to_end(bundle.read(first, tmp_path / "b.case", operator="A. Examiner"))
    second = leave(back, tmp_path / "two", disclose=disclose)
    manifests = []
    for folder in (first, second):
        lines = (folder / layout.MANIFEST).read_text().splitlines()
        named = {name: hash_ for hash_, name in (line.split("  ", 1) for line in lines)}
        manifests.append(
            {name: h for name, h in named.items() if name.startswith((layout.ORIGINALS, layout.STATE))}
        )
    kinds = {Path(name).stem for name in manifests[0] if name.startswith(layout.STATE)}
    assert {"case", "clue", "exhibit", "message", "note", "person", "source"} <= kinds
    if not disclose:  # whoever imports a case without names is a person that it did not name
        for manifest in manifests:
            del manifest[f"{layout.STATE}/person.jsonl"]
    assert manifests[0] == manifests[1]
    logs = [(folder / layout.LOG).read_bytes().splitlines() for folder in (first, second)]
    assert logs[1][: len(logs[0])] == logs[0]
    added = [json.loads(line)["action"] for line in logs[1][len(logs[0]) :]]
    assert added == ["bundle imported", "bundle exported"]


def test_nothing_protected_leaves_unless_it_was_chosen(case: Path, tmp_path: Path) -> None:
    words = {name: word.encode() for name, word in MARKERS.items()}
    out = leave(case, tmp_path / "none")
    for path, data in texts(out):
        assert not [name for name, word in words.items() if word in data], path
    back = run_to_end(bundle.read(out, tmp_path / "none.case", operator="Other"))
    for path, data in texts(back):
        assert not [name for name, word in words.items() if word in data], path
    for name in PROTECTED:
        chosen = {name, "name"} if name == "path" else {name}  # a path says the name of the file
        with_one = leave(case, tmp_path / name, disclose=frozenset(chosen))
        sealed = (with_one / layout.SEALED).read_bytes()
        assert words[name] in sealed, name
        others = {other for other, word in words.items() if word in sealed}
        assert others == chosen, name
        assert alone(with_one).returncode == 0


def test_a_word_that_was_written_before_it_was_protected_costs_no_row(case: Path, tmp_path: Path) -> None:
    """The question names a file that is added later; a note has the name in capitals."""
    with CaseStore.open(case) as store:
        store.set_case(replace(store.state().case, question="Where was later.jpg taken?"))
        store.put_note("E1", "LATER.JPG is a copy")
        kept = store.store_bytes(io.BytesIO(b"later" * 50), name="/x/later.jpg")
        facts = ("", "later.jpg", kept.sha256, kept.md5, kept.size, "image/jpeg", "/x/later.jpg", "2026")
        store.add_exhibit(Exhibit(*facts, operator="A. Examiner", readable=True))
    # a name of a member is not a text of the case: somebody may be called like one
    out = leave(
        case, tmp_path / "out", conceals=lambda text: "later.jpg" in text.lower() or "strength" in text
    )
    assert not [path for path, data in texts(out) if b"later.jpg" in data.lower()]
    back = run_to_end(bundle.read(out, tmp_path / "b.case", operator="Other"))
    with CaseStore.open(back) as store:
        state = store.state()
        assert (state.case.title, state.case.question) == ("Tower", "[withheld]")
        assert [note.text for note in state.notes if note.exhibit == "E1"] == ["[withheld]"]
        assert (len(state.exhibits), len(state.clues)) == (4, 2)
    assert run_to_end(verify_case(back)).problems == ()
    with CaseStore.open(case) as store:
        assert store.state().case.question == "Where was later.jpg taken?"
    assert run_to_end(verify_case(case)).problems == ()


def test_strangers_tools_agree(case: Path, tmp_path: Path) -> None:
    with CaseStore.open(case) as store:
        head = store.state().log_head
    out = leave(case, tmp_path / "bundle", report={"report.html": b"<p>x"})
    empty = tmp_path / "empty"
    shutil.copytree(out, empty)
    found = alone(empty, "--head", head)
    assert (found.returncode, found.stderr) == (0, "")
    assert "INTACT: 3 originals" in found.stdout
    bag = subprocess.run([sys.executable, "-m", "bagit", "--validate", str(out)], capture_output=True)
    assert bag.returncode == 0, bag.stderr
    sums = subprocess.run(
        ["sha256sum", "--quiet", "-c", layout.MANIFEST, layout.TAG_MANIFEST], cwd=out, capture_output=True
    )
    assert (sums.returncode, sums.stdout, sums.stderr) == (0, b"", b"")
    assert "verify.py" in (out / layout.README).read_text()


def test_only_hashes_may_leave_and_the_bytes_be_given_later(case: Path, tmp_path: Path) -> None:
    out = leave(case, tmp_path / "bundle", originals=False, disclose=ALL)
    assert not (out / layout.ORIGINALS).exists()
    found = alone(out)
    assert found.returncode == 0
    assert "INTACT: 0 originals" in found.stdout, "bytes that did not leave were not checked"
    back = run_to_end(bundle.read(out, tmp_path / "b.case", operator="Other"))
    assert run_to_end(verify_case(back)).intact
    with CaseStore.open(back) as store:
        item = store.state().exhibits[0]
        assert not store.vault_path(item.sha256).exists()
        with pytest.raises(CaseDamaged):
            run_to_end(store.restore_original(io.BytesIO(b"something else"), item.sha256))
        run_to_end(store.restore_original(io.BytesIO(b"first original" * 100), item.sha256))
    assert run_to_end(verify_case(back)).intact


def rewritten(folder: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change a file as a forger would, with manifests and sizes made to fit."""
    (folder / name).write_bytes(change((folder / name).read_bytes()))
    refit(folder)


def refit(folder: Path) -> None:
    for manifest in (layout.MANIFEST, layout.TAG_MANIFEST):
        if manifest == layout.TAG_MANIFEST:
            payload = [p for p in (folder / "data").rglob("*") if p.is_file()]
            oxum = f"{sum(p.stat().st_size for p in payload)}.{len(payload)}"
            info = (folder / layout.INFO).read_text().splitlines()
            lines = [line for line in info if not line.startswith("Payload-Oxum")]
            (folder / layout.INFO).write_text("\n".join([*lines, f"Payload-Oxum: {oxum}", ""]))
        inside = manifest == layout.MANIFEST
        named = [
            p.relative_to(folder).as_posix()
            for p in sorted(folder.rglob("*"))
            if p.is_file() and (p.relative_to(folder).parts[0] == "data") is inside
        ]
        sums = [
            f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
            for name in named
            if name != layout.TAG_MANIFEST
        ]
        (folder / manifest).write_text("".join(sums))


def flip(data: bytes) -> bytes:
    return bytes([data[0] ^ 1]) + data[1:]


def without(number: int) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        del lines[number]
        return b"".join(lines)

    return change


def swapped(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    lines[2], lines[3] = lines[3], lines[2]
    return b"".join(lines)


def opened(data: bytes) -> bytes:
    """The value of a clue rewritten, its digest left as it was."""
    assert b'"observation\\":\\"a\\"' in data or b"a place" in data
    return data.replace(b"a place", b"a plage")


TAMPER: dict[str, tuple[Callable[[Path], object], str]] = {
    "original": (lambda f: rewritten(f, str(one(f)), flip), "has changed"),
    "original gone": (lambda f: less(f), "is missing"),
    "original more": (lambda f: more(f), "is not in the log"),
    "record": (
        lambda f: rewritten(f, layout.LOG, lambda d: d.replace(b"exhibit added", b"exhibit adde\xc3\xa9", 1)),
        "its content is not what was hashed",
    ),
    "record gone": (lambda f: rewritten(f, layout.LOG, without(4)), "is missing"),
    "record order": (lambda f: rewritten(f, layout.LOG, swapped), "does not follow"),
    "log cut": (
        lambda f: rewritten(f, layout.LOG, without(-1)),
        "that was printed earlier is not in the log",
    ),
    "value": (lambda f: rewritten(f, layout.SEALED, opened), "is not what was hashed"),
    "value gone": (lambda f: rewritten(f, layout.SEALED, without(0)), "its sealed value is missing"),
    "value called withheld": (
        lambda f: called_withheld(f),
        "data/withheld.json is not what was put on record when the bundle left",
    ),
    "state": (
        lambda f: rewritten(f, f"{layout.STATE}/clue.jsonl", lambda d: d.replace(b"a place", b"a plage")),
        "data/state/clue.jsonl: C1 is not what the log says",
    ),
    "state gone": (
        lambda f: rewritten(f, f"{layout.STATE}/clue.jsonl", without(0)),
        "data/state/clue.jsonl: C1 is missing",
    ),
    "report": (
        lambda f: rewritten(f, f"{layout.REPORT}/report.html", flip),
        "data/report/report.html is not the file that was put on record",
    ),
    "report more": (lambda f: report_more(f), "data/report/another.html did not leave with the bundle"),
    "head told": (
        lambda f: rewritten(f, layout.INFO, lambda d: re.sub(rb"Log-Head: .*", b"Log-Head: " + b"0" * 64, d)),
        "its Log-Head is not the head of the log",
    ),
    "a name twice": (
        lambda f: rewritten(f, layout.LOG, lambda d: b'{"action":"shown",' + d[1:]),
        "a name stands twice",
    ),
    "manifest": (
        lambda f: (f / layout.MANIFEST).write_bytes(without(0)((f / layout.MANIFEST).read_bytes())),
        "manifest-sha256.txt",
    ),
    "report, plainly": (
        lambda f: (f / layout.REPORT / "report.html").write_bytes(b"<p>y"),
        "data/report/report.html has changed",
    ),
}


def called_withheld(folder: Path) -> None:
    """A value that is in no row of the state, taken out as if it had never left."""
    lines = [json.loads(line) for line in (folder / layout.SEALED).read_bytes().splitlines()]
    row = next(
        line for line in lines if line["value"] and '"source":' in line["value"] and '"md5"' in line["value"]
    )
    row["salt"] = row["value"] = None
    (folder / layout.SEALED).write_text("".join(json.dumps(line) + "\n" for line in lines))
    withheld = json.loads((folder / layout.WITHHELD).read_bytes())
    withheld["digests"].append(row["digest"])
    (folder / layout.WITHHELD).write_text(json.dumps(withheld))
    refit(folder)


def less(folder: Path) -> None:
    one(folder, whole=True).unlink()
    refit(folder)


def report_more(folder: Path) -> None:
    (folder / layout.REPORT / "another.html").write_bytes(b"<p>forged")
    refit(folder)


def at_the_root(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"read me first")
    refit(folder)


def readme_gone(folder: Path) -> None:
    (folder / layout.README).unlink()
    refit(folder)


def more(folder: Path) -> None:
    (folder / layout.ORIGINALS / ("0" * 64)).write_bytes(b"x")
    refit(folder)


def one(folder: Path, *, whole: bool = False) -> Path:
    path = sorted((folder / layout.ORIGINALS).iterdir())[0]
    return path if whole else path.relative_to(folder)


def test_every_change_is_named_alone_and_refused_on_import(case: Path, tmp_path: Path) -> None:
    clean = leave(case, tmp_path / "clean", disclose=ALL, report={"report.html": b"<p>x"})
    head = json.loads((clean / layout.LOG).read_bytes().splitlines()[-1])["hash"]
    for name, (change, expected) in TAMPER.items():
        folder = Path(shutil.copytree(clean, tmp_path / "forged"))
        change(folder)
        found = alone(folder, "--head", head)
        assert found.returncode == 1, name
        assert expected in found.stdout, (name, found.stdout)
        if name not in ("log cut", "head told"):  # the first only the printed head tells
            with pytest.raises((BundleRefused, CaseDamaged)):
                run_to_end(bundle.read(folder, tmp_path / "b.case", operator="Other"))
        assert {path.name for path in tmp_path.iterdir()} <= {"a.case", "clean", "forged", "b.case"}
        shutil.rmtree(tmp_path / "b.case", ignore_errors=True)
        shutil.rmtree(folder)


AT_THE_ROOT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file at the root": (
        lambda f: at_the_root(f, "notes.txt"),
        "notes.txt does not belong at the root of a bundle: it is on no record",
    ),
    "a folder at the root": (
        lambda f: at_the_root(f, "more/notes.txt"),
        "more does not belong at the root of a bundle",
    ),
    "a second manifest": (
        lambda f: at_the_root(f, "manifest-md5.txt"),
        "manifest-md5.txt does not belong at the root",
    ),
    "a list to fetch": (lambda f: at_the_root(f, "fetch.txt"), "fetch.txt is refused"),
    "a file at the root, unlisted": (
        lambda f: (f / "notes.txt").write_text("x"),
        "notes.txt does not belong at the root",
    ),
    "the readme gone": (lambda f: readme_gone(f), "README.txt is not in tagmanifest-sha256.txt"),
    "another verifier": (
        lambda f: rewritten(f, layout.VERIFIER, lambda d: d + b"# \n"),
        "verify.py is not the file that was put on record",
    ),
}


def test_what_is_at_the_root_and_on_no_record_is_named(case: Path, tmp_path: Path) -> None:
    clean = leave(case, tmp_path / "clean", originals=False)
    assert run_to_end(verify_case(clean)).problems == ()
    for name, (change, expected) in AT_THE_ROOT.items():
        folder = Path(shutil.copytree(clean, tmp_path / "forged"))
        change(folder)
        problems = run_to_end(verify_case(folder)).problems
        assert any(expected in one for one in problems), (name, problems)
        if name != "the readme gone":  # which takes nothing from the case
            with pytest.raises((BundleRefused, CaseDamaged)):
                run_to_end(bundle.read(folder, tmp_path / "b.case", operator="Other"))
        shutil.rmtree(folder)


LINES: dict[str, bytes] = {
    "no object": b"[1]",
    "no JSON": b"{",
    "deep": b"[" * 100_000,
    "a real": b'{"sequence": 1.5}',
    "a name twice": b'{"sequence":1,"sequence":1}',
    "more": b'{"sequence":1,"previous":"","hash":"","utc":"","operator":"","action":"","payload":"{}","x":1}',
    "no hash": b'{"sequence":1,"previous":"","hash":"","utc":"","operator":"","action":"","payload":"{}"}',
    "not text": b"\xff\xfe\x00",
    "nothing": b"",
}


def test_lines_that_are_none_of_ours_are_refused_and_leave_nothing(case: Path, tmp_path: Path) -> None:
    clean = leave(case, tmp_path / "clean")
    for name in (layout.LOG, layout.SEALED):
        for line in LINES.values():
            folder = Path(shutil.copytree(clean, tmp_path / "forged"))
            rewritten(folder, name, lambda data, line=line: line + b"\n" + data)  # type: ignore[misc]
            with pytest.raises((BundleRefused, CaseDamaged)):
                run_to_end(bundle.read(folder, tmp_path / "b.case", operator="Other"))
            shutil.rmtree(folder)
    assert {path.name for path in tmp_path.iterdir()} == {"a.case", "clean"}


def test_a_payload_that_says_what_no_case_says_is_refused(case: Path, tmp_path: Path) -> None:
    """The chain is made to fit, so that only the meaning is wrong."""
    from theodolite.store import log

    clean = leave(case, tmp_path / "clean", disclose=ALL)
    lines = (clean / layout.LOG).read_text().splitlines()
    first = json.loads(lines[0])
    payloads: tuple[dict[str, object], ...] = (
        {"changes": [{"kind": "nonsense", "id": "E1", "after": {"sealed": "0" * 64}}], "detail": {}},
        {"changes": 3, "detail": {}},
        {"changes": [], "detail": {}},
        {"changes": [{"kind": "case", "id": "case", "after": {"title": 3}}], "detail": {}},
        {"changes": [{"kind": "exhibit", "id": "../../x", "after": {"sealed": "0" * 64}}], "detail": {}},
    )
    for payload in payloads:
        text = log.canonical(payload | {"format": 2})
        own = log.record_hash(1, first["utc"], first["operator"], first["action"], text, "0" * 64)
        folder = Path(shutil.copytree(clean, tmp_path / "forged"))
        record = log.canonical({**first, "payload": text, "hash": own})
        rewritten(folder, layout.LOG, lambda data, record=record: record.encode() + b"\n")  # type: ignore[misc]
        with pytest.raises((BundleRefused, CaseDamaged)):
            run_to_end(bundle.read(folder, tmp_path / "b.case", operator="Other"))
        assert alone(folder).returncode == 1
        shutil.rmtree(folder)
    assert {path.name for path in tmp_path.iterdir()} == {"a.case", "clean"}


def test_what_is_cancelled_or_does_not_fit_leaves_nothing(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CaseStore.open(case) as store:
        job = bundle.export(store, tmp_path / "bundle")
        next(job)
        job.close()
        for out in (case / "bundle", case / "vault" / "x"):
            with pytest.raises(InputError):
                run_to_end(bundle.export(store, out))
        assert "bundle exported" not in {record.action for record in store.log()}
    out = leave(case, tmp_path / "out")
    reading = bundle.read(out, tmp_path / "b.case", operator="Other")
    next(reading)
    reading.close()
    with pytest.raises(InputError):
        run_to_end(bundle.read(out, out / "b.case", operator="Other"))
    with pytest.raises(InputError):
        run_to_end(bundle.read(out, case, operator="Other"))
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    with pytest.raises(StorageFailed, match="MB"):
        run_to_end(bundle.read(out, tmp_path / "b.case", operator="Other"))
    with CaseStore.open(case, read_only=True) as store, pytest.raises(StorageFailed, match="read-only"):
        run_to_end(bundle.export(store, tmp_path / "more"))
    assert {path.name for path in tmp_path.iterdir()} == {"a.case", "out"}


def test_a_file_of_a_terabyte_of_nothing_is_refused_before_it_is_read(case: Path, tmp_path: Path) -> None:
    out = leave(case, tmp_path / "out")
    path = one(out, whole=True)
    before = path.stat().st_size
    with path.open("r+b") as stream:
        stream.truncate(1 << 43)
    info = out / layout.INFO
    tag = next(line for line in info.read_text().splitlines() if line.startswith("Payload-Oxum"))
    octets = int(tag.split()[1].split(".")[0])
    info.write_text(info.read_text().replace(f"{octets}.", f"{octets - before + (1 << 43)}."))
    with pytest.raises(StorageFailed, match="needs"):
        run_to_end(bundle.read(out, tmp_path / "b.case", operator="Other"))
    assert {path.name for path in tmp_path.iterdir()} == {"a.case", "out"}


@pytest.mark.parametrize("disclose", [ALL, frozenset()], ids=["disclosed", "withheld"])
def test_a_case_of_format_1_and_one_with_a_destruction_leave_too(
    tmp_path: Path, disclose: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    folder = case_of(tmp_path / "old.case", "format-1.sql")
    for name in ("before", "after"):
        with CaseStore.open(folder) as store:
            if name == "after":
                item = store.state().exhibits[0]
                run_to_end(store.destroy(item.id, "a court order", confirmed=item.sha256[:8]))
            state = store.state()
            how: dict[str, object] = {"disclose": disclose, "originals": False}
            out = run_to_end(bundle.export(store, tmp_path / name, **how))  # type: ignore[arg-type]
            log = store.log()
        assert alone(out, "--head", state.log_head).returncode == 0, alone(out).stdout
        back = run_to_end(bundle.read(out, tmp_path / f"{name}.case", operator="Other"))
        assert run_to_end(verify_case(back, head=state.log_head)).problems == ()
        with CaseStore.open(back, read_only=True) as store:
            ids = [item.id for item in store.state().exhibits]
            assert ids == [item.id for item in state.exhibits]
            if disclose:
                assert store.state().exhibits == state.exhibits
                assert store.log()[: len(log)] == log


def test_a_changed_original_does_not_leave(case: Path, tmp_path: Path) -> None:
    with CaseStore.open(case) as store:
        path = store.vault_path(store.state().exhibits[1].sha256)
        path.chmod(0o644)
        path.write_bytes(b"x")
        with pytest.raises(CaseDamaged):
            run_to_end(bundle.export(store, tmp_path / "bundle"))
    assert {path.name for path in tmp_path.iterdir()} == {"a.case"}


def test_an_encrypted_case_leaves_and_comes_back_encrypted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.core.store.conftest import CASE, exhibit_of

    monkeypatch.setattr(header, "COST", header.Cost(memory=64, passes=1, lanes=1))
    with CaseStore.create(tmp_path / "a.case", CASE, passphrase="a long enough phrase") as store:
        item = exhibit_of(store, b"MARKER bytes" * 100, "MARKER.jpg")
        out = run_to_end(bundle.export(store, tmp_path / "bundle", disclose=ALL))
    assert (out / layout.original(item.sha256)).read_bytes() == b"MARKER bytes" * 100
    back = run_to_end(
        bundle.read(out, tmp_path / "b.case", operator="Other", passphrase="another long phrase")
    )
    assert not [path for path, data in texts(back) if b"MARKER" in data]
    with CaseStore.open(back, passphrase="another long phrase") as store:
        assert store.state().exhibits == (item,)
        with store.read_original(item.sha256) as stream:
            assert stream.read() == b"MARKER bytes" * 100
