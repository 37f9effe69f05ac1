"""Building and searching an index with the real encoder and real photographs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from theodolite.errors import IndexDamaged, InputError, NotFound, PackHashMismatch
from theodolite.index import blocks, layout, outline, search, store
from theodolite.index.build import build
from theodolite.jobs import run_to_end

LUND = "photos/OpenSfM/data/lund/images"
BERLIN = "photos/OpenSfM/data/berlin/images"


@pytest.fixture(scope="module")
def small_source(corpora, tmp_path_factory) -> Path:
    """Six photographs with a position, one without, one that is none."""
    folder = tmp_path_factory.mktemp("photographs")
    for name in ("01", "02", "03", "04"):
        shutil.copy(corpora / LUND / f"{name}.jpg", folder / f"lund-{name}.jpg")
    for name in ("01", "02"):
        shutil.copy(corpora / BERLIN / f"{name}.jpg", folder / f"berlin-{name}.jpg")
    shutil.copy(corpora / "photos/exif-py/tests/resources/jpg/Canon_40D.jpg", folder / "no-gps.jpg")
    (folder / "notes.txt").write_text("not a photograph")
    for path in folder.iterdir():
        path.chmod(0o644)
    return folder


@pytest.fixture(scope="module")
def small(small_source, pack, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("small") / "index"
    run_to_end(build(str(small_source), str(out), pack, provider="OpenSfM"))
    return out


def vector_of(index: store.OpenIndex, name: str) -> tuple[str, np.ndarray]:
    entries = index.entries
    row = next(row for row, entry in enumerate(entries) if entry.name == name)
    vector = index.segments[0].vectors.rows[row].astype(np.float32)
    return entries[row].id, vector / np.linalg.norm(vector)


# --- the issue's own test --------------------------------------------------------------------------


def test_neighbours_come_from_the_same_series(everything) -> None:
    index = store.open_index(everything.path)
    for series, wanted in (("lund", 4), ("berlin", 2)):
        names = [entry.name for entry in index.entries if f"/{series}/" in entry.name]
        assert len(names) == {"lund": 29, "berlin": 3}[series]
        for name in names:
            own, vector = vector_of(index, name)
            _, found = search.search([everything.path], vector, everything.pack_sha256, exclude=[own])
            near = sum(f"/{series}/" in reference.name for reference in found[:5])
            assert near >= wanted, (name, [reference.name for reference in found[:5]])


def test_what_has_no_position_is_counted_and_named(everything) -> None:
    assert everything.count == 58
    codes = [skipped.code for skipped in everything.skipped]
    assert everything.skipped_count == len(codes)
    assert set(codes) == {"no-position", "unknown-format", "duplicate"}
    assert any("Canon_40D.jpg" in skipped.name for skipped in everything.skipped)


# --- search ----------------------------------------------------------------------------------------


def test_a_file_finds_itself_first(small, small_source, pack) -> None:
    found = run_to_end(search.search_file("E1", str(small_source / "berlin-01.jpg"), [str(small)], pack))
    assert (found.exhibit, found.total, found.pack) == ("E1", 6, "vision-starter")
    assert found.indexes == ((str(small), blocks.sha256_of(small / layout.MANIFEST)),)
    best = found.references[0]
    assert best.id == blocks.sha256_of(small_source / "berlin-01.jpg")
    assert best.cosine == pytest.approx(1, abs=1e-3)
    assert (best.path, best.provider) == (str(small_source / "berlin-01.jpg"), "OpenSfM")
    assert Path(best.path).is_file()
    assert (best.lat, best.lon) == pytest.approx((52.5189166666667, 13.4002944444444), abs=1e-9)
    assert found.references[1].name == "berlin-02.jpg"
    cosines = [reference.cosine for reference in found.references]
    assert cosines == sorted(cosines, reverse=True)


def test_references_say_their_camera_and_day(everything) -> None:
    """What they rest on besides the index; '' where the photograph claims none."""
    index = store.open_index(everything.path)
    name = next(entry.name for entry in index.entries if entry.name.endswith("DSCN0025.jpg"))
    _, vector = vector_of(index, name)
    _, found = search.search([everything.path], vector, everything.pack_sha256)
    claims = {reference.name: (reference.camera, reference.taken_on) for reference in found}
    assert claims[name] == ("NIKON COOLPIX P6000", "2008-10-22")
    assert ("", "") in claims.values()


def test_several_indexes_are_searched_together(small, small_source, pack, corpora, tmp_path) -> None:
    other = tmp_path / "more"
    more = tmp_path / "photographs"
    more.mkdir()
    shutil.copy(small_source / "lund-01.jpg", more)  # in both: one reference
    shutil.copy(corpora / BERLIN / "03.jpg", more)
    info = run_to_end(build(str(more), str(other), pack))
    path = str(small_source / "berlin-01.jpg")
    found = run_to_end(search.search_file("E1", path, [str(small), str(other)], pack))
    assert found.total == 8
    assert len(found.references) == 7
    assert {reference.name for reference in found.references[:3]} == {
        "berlin-01.jpg",
        "berlin-02.jpg",
        "03.jpg",
    }
    assert {reference.index for reference in found.references} == {str(small), str(other)}
    _, few = search.search([str(small), str(other)], np.full(512, 512**-0.5, np.float32), info.pack_sha256, 3)
    assert len(few) == 3


def test_the_same_photograph_saved_again_counts_once(small_source, pack, tmp_path) -> None:
    folder = tmp_path / "photographs"
    folder.mkdir()
    for name in ("lund-01.jpg", "lund-02.jpg"):
        shutil.copy(small_source / name, folder)
    with Image.open(folder / "lund-01.jpg") as image:
        image.resize((512, 384)).save(folder / "again.jpg", quality=60, exif=image.getexif().tobytes())
    out = tmp_path / "index"
    assert run_to_end(build(str(folder), str(out), pack)).count == 3
    found = run_to_end(search.search_file("", str(folder / "lund-01.jpg"), [str(out)], pack))
    assert [reference.name for reference in found.references] == ["lund-01.jpg", "lund-02.jpg"]


def test_outlines_tell_copies_from_neighbouring_frames(corpora) -> None:
    frames = []
    for name in ("01", "02", "03", "04", "05"):
        with Image.open(corpora / LUND / f"{name}.jpg") as image:
            frames.append(np.asarray(image.convert("RGB")))
    outlines = [outline.outline(frame) for frame in frames]
    for number, frame in enumerate(frames):
        half = np.asarray(Image.fromarray(frame).resize((300, 225)))
        assert outline.same(outline.outline(half), outlines[number])
        assert not any(outline.same(outlines[number], other) for other in outlines[number + 1 :])


def test_another_packs_index_is_refused(small) -> None:
    with pytest.raises(PackHashMismatch, match="Build it again"):
        search.search([str(small)], np.zeros(512, np.float32), "0" * 64)


# --- interruption ----------------------------------------------------------------------------------


def test_a_cancelled_build_is_taken_up_again(small_source, pack, tmp_path) -> None:
    out = tmp_path / "index"
    job = build(str(small_source), str(out), pack)
    for step in job:
        if step.text.startswith("Indexing") and step.done == 4:
            break
    job.close()
    assert not out.exists()
    texts = []
    job = build(str(small_source), str(out), pack)
    info = run_to_end(job, lambda step: texts.append((step.text, step.done, step.total)))
    assert (info.count, info.reused) == (6, 4)
    assert not out.with_name("index.partial").exists()
    assert ("Indexing notes.txt", 7, 8) in texts
    again = run_to_end(build(str(small_source), str(tmp_path / "other"), pack))
    assert again.reused == 0
    for part in ("vectors", "coordinates", "ids", "references"):
        one, other = (
            store.check(folder) and layout.read_manifest(folder) for folder in (out, tmp_path / "other")
        )
        assert one.segments[0].file(part).sha256 == other.segments[0].file(part).sha256, part


def test_a_killed_build_leaves_the_previous_index(small_source, pack, corpora, tmp_path) -> None:
    out, folder = tmp_path / "index", tmp_path / "photographs"
    folder.mkdir()
    shutil.copy(small_source / "lund-01.jpg", folder)
    before = run_to_end(build(str(folder), str(out), pack))
    for name in ("02", "03", "04", "05", "06", "07", "08", "09", "10"):
        shutil.copy(corpora / LUND / f"{name}.jpg", folder)
    code = (
        "from theodolite.index.build import build\n"
        f"for step in build({str(folder)!r}, {str(out)!r}, {pack!r}): print(step.done, flush=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) >= 4:
            break
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert store.check(out).sha256 == before.sha256
    assert run_to_end(search.search_file("", str(folder / "02.jpg"), [str(out)], pack)).total == 1
    after = run_to_end(build(str(folder), str(out), pack))
    assert after.count == 10
    assert after.reused >= 3
    assert store.check(out).sha256 == after.sha256 != before.sha256
    kept = {layout.MANIFEST, *(file.name for file in layout.read_manifest(out).all_files)}
    assert {path.name for path in out.iterdir()} == kept


def test_publication_is_one_rename(small, small_source, pack, tmp_path, monkeypatch) -> None:
    """Stopped just before the manifest is replaced: the old index is whole, with new files beside it."""
    out = tmp_path / "index"
    shutil.copytree(small, out)
    before = store.check(out)
    replaced = Path.replace

    def stop_at_manifest(self: Path, target: Path) -> Path:
        if target == out / layout.MANIFEST:
            raise OSError(28, "No space left on device")
        return replaced(self, target)

    folder = tmp_path / "photographs"
    folder.mkdir()
    shutil.copy(small_source / "lund-01.jpg", folder)
    monkeypatch.setattr(Path, "replace", stop_at_manifest)
    with pytest.raises(Exception, match="No space left"):
        run_to_end(build(str(folder), str(out), pack))
    monkeypatch.undo()
    assert store.check(out) == before
    assert run_to_end(build(str(folder), str(out), pack)).count == 1


def test_two_builds_at_one_place(small_source, pack, tmp_path) -> None:
    first = build(str(small_source), str(tmp_path / "index"), pack)
    for step in first:
        if step.text.startswith("Indexing"):
            break
    with pytest.raises(InputError, match="Another build"):
        run_to_end(build(str(small_source), str(tmp_path / "index"), pack))
    first.close()


# --- damage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [*layout.MAPPED, "sums", *layout.INDEX_PARTS])
@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_damage_is_named(small, small_source, pack, tmp_path, part, damage) -> None:
    out = shutil.copytree(small, tmp_path / "index")
    store.open_index(out)
    path = next(out / file.name for file in layout.read_manifest(out).all_files if file.part == part)
    data = bytearray(path.read_bytes())
    time.sleep(0.01)
    if damage == "changed":
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    elif damage == "cut":
        path.write_bytes(data[:-1])
    else:
        path.unlink()
    with pytest.raises(IndexDamaged, match=path.name):
        store.check(out)
    with pytest.raises(IndexDamaged, match=path.name):
        run_to_end(search.search_file("", str(small_source / "lund-01.jpg"), [str(out)], pack))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": 99}', '{"schema": 1, "files": []}', "\0\0"])
def test_a_foreign_manifest_is_named(tmp_path, text) -> None:
    (tmp_path / layout.MANIFEST).write_text(text)
    with pytest.raises(IndexDamaged, match=r"manifest\.json"):
        store.check(tmp_path)


def test_a_folder_that_is_no_index(tmp_path, small_source, pack) -> None:
    with pytest.raises(IndexDamaged, match="no index"):
        store.check(tmp_path)
    with pytest.raises(InputError, match="other files"):
        run_to_end(build(str(small_source), str(small_source), pack))
    with pytest.raises(NotFound):
        run_to_end(build(str(tmp_path / "nothing"), str(tmp_path / "out"), pack))


def test_a_folder_without_positions_makes_no_index(corpora, pack, tmp_path) -> None:
    source = corpora / "orientation/exif-orientation-examples"
    with pytest.raises(InputError, match="no photograph with a valid GPS position"):
        run_to_end(build(str(source), str(tmp_path / "index"), pack))
    assert list(tmp_path.iterdir()) == []
