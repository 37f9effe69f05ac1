"""An index whose manifest vouches for what it should not: nothing in it is believed before it is checked."""

from __future__ import annotations

import fcntl
import json
import shlex
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.core.index.worlds import PACK, World

from theodolite.errors import IndexDamaged, InputError
from theodolite.evaluate import leaks
from theodolite.index import blocks, layout, search, spool, store, update
from theodolite.index.layout import Skipped
from theodolite.index.stream import Settings, build_stream
from theodolite.jobs import run_to_end

DIM, COUNT = 16, 600
HEAD = 128  # bytes before the numbers of an .npy file
Change = Callable[[bytearray], None]


@pytest.fixture(scope="module")
def world() -> World:
    return World(COUNT, DIM)


@pytest.fixture(scope="module")
def sound(world, tmp_path_factory) -> Path:
    """A compressed segment with some rows removed."""
    out = tmp_path_factory.mktemp("sound") / "index"
    settings = Settings(compressed=True, lists=16, probes=16, rerank=100)
    left_out = [Skipped("x.jpg", "no-position", "No valid GPS position.")]
    run_to_end(build_stream(world.blocks(), out, world.dim, world.origin, settings, left_out))
    run_to_end(update.remove(str(out), [f"p{row}.jpg" for row in range(500, 550)]))
    return out


@pytest.fixture
def index(sound, tmp_path) -> Path:
    return shutil.copytree(sound, tmp_path / "index")


def forge(folder: Path, part: str, change: Change) -> None:
    """Change a part and let sums and manifest vouch for the change."""
    manifest = layout.read_manifest(folder)
    held = {file.part: file for file in manifest.all_files}
    data = bytearray((folder / held[part].name).read_bytes())
    change(data)
    changed = {part: blocks.write_bytes(folder, part, bytes(data))}
    if part in layout.MAPPED:
        sums = b"".join(
            changed[one][1] if one in changed else blocks.digests_of(folder / held[one].name)
            for one in layout.MAPPED
        )
        changed["sums"] = blocks.write_bytes(folder, "sums", sums)
    held |= {one: file for one, (file, _) in changed.items()}
    segment = replace(
        manifest.segments[0], files=tuple(held[file.part] for file in manifest.segments[0].files)
    )
    files = tuple(held[file.part] for file in manifest.files)
    layout.write_manifest(folder, replace(manifest, segments=(segment,), files=files))


def used(folder: Path, world: World) -> None:
    """Everything that reads an index."""
    assert leaks._known(store.open_index(folder)).unseen == COUNT
    search.search([str(folder)], world.vectors[0], PACK, COUNT)
    assert store.open_index(folder).cells is not None
    run_to_end(store.verify(str(folder)))


def write(at: int, array: np.ndarray) -> Change:
    def change(content: bytearray) -> None:
        content[at : at + array.nbytes] = array.tobytes()

    return change


def test_the_sound_one(index, world) -> None:
    used(index, world)
    forge(index, "vectors", lambda data: None)
    used(index, world)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("lists", write(HEAD + 8, np.array([1 << 40]))),
        ("lists", write(HEAD + 8, np.array([-5]))),
        ("lists", write(HEAD, np.array([3]))),
        ("centroids", write(HEAD, np.array([np.nan], "f4"))),
        ("centroids", write(HEAD, np.array([np.inf], "f4"))),
        ("rotation", write(HEAD, np.array([np.nan], "f4"))),
        ("codes", lambda data: data.extend(b"more")),
        ("codes", write(20, np.frombuffer(b"<f8", "u1"))),
        ("removed", write(HEAD, np.array([COUNT + 7]))),
        ("removed", write(HEAD, np.array([-1]))),
        ("removed", write(HEAD + 8, np.array([0]))),
        ("offsets", write(HEAD + 8, np.array([1 << 50]))),
        ("offsets", write(HEAD + 8, np.array([-1]))),
        ("references", lambda data: data.__setitem__(slice(None), b"[" * len(data))),
        ("references", lambda data: data.__setitem__(slice(0, 8), b'{"id": 1')),
        ("coordinates", write(HEAD, np.array([91.0, 0.0]))),
        ("coordinates", write(HEAD, np.array([np.nan, 0.0]))),
        ("vectors", write(HEAD, np.full(DIM, np.nan, "<f2"))),
        ("vectors", write(HEAD, np.full(DIM, np.inf, "<f2"))),
        ("vectors", write(HEAD, np.zeros(DIM, "<f2"))),
        ("vectors", write(20, np.frombuffer(b"<f4", "u1"))),
        ("towns", write(HEAD, np.array([1 << 60]))),
        ("towns", write(HEAD + 8, np.array([-1]))),
        ("skipped", lambda data: data.extend(b"{}\n")),
        ("sums", lambda data: data.extend(bytes(32))),
    ],
)
def test_a_forged_part_is_named(index, world, part, change) -> None:
    forge(index, part, change)
    with pytest.raises(IndexDamaged, match=part):
        used(index, world)


def test_a_query_whose_lists_are_empty_is_answered_from_others(world, tmp_path) -> None:
    out = tmp_path / "index"
    world.build(out, settings=Settings(compressed=True, lists=16, probes=1, rerank=10))

    def all_in_the_last(data: bytearray) -> None:
        write(HEAD, np.array([0] * 16 + [COUNT]))(data)

    forge(out, "lists", all_in_the_last)
    for row in range(0, COUNT, 50):
        assert len(search.search([str(out)], world.vectors[row], PACK, 5)[1]) == 5


def test_codes_that_are_no_numbers_harm_nobody(index, world) -> None:
    """The two factors of each code are numbers of FAISS: any bytes may stand there, the answer stays ours."""

    def scramble(data: bytearray) -> None:
        codes = np.frombuffer(data, np.uint8)[HEAD:].reshape(COUNT, -1)
        codes[:, DIM // 8 :] = 0xFF

    forge(index, "codes", scramble)
    _, found = search.search([str(index)], world.vectors[0], PACK, 5)
    assert all(-1 <= one.cosine <= 1 for one in found)


@pytest.mark.parametrize("part", [*layout.SEGMENT_PARTS, *layout.INDEX_PARTS])
@pytest.mark.parametrize("damage", ["flipped", "cut", "gone"])
def test_damage_is_named(index, world, part, damage, seed) -> None:
    used(index, world)
    path = next(index / file.name for file in layout.read_manifest(index).all_files if file.part == part)
    data = bytearray(path.read_bytes())
    time.sleep(0.01)
    if damage == "flipped":
        bit = seed % (8 * len(data))
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
    elif damage == "cut":
        path.write_bytes(data[:-1])
    else:
        path.unlink()
    with pytest.raises(IndexDamaged, match=path.name):
        run_to_end(store.verify(str(index)))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("count",), 1 << 40),
        (("dim",), 0),
        (("dim",), "16"),
        (("layout",), "other"),
        (("layout",), "g3"),
        (("segments", 0, "count"), 1 << 40),
        (("segments", 0, "probes"), 1 << 30),
        (("segments", 0, "lists"), 15),
        (("segments", 0, "rerank"), 0),
        (("segments", 0, "stage"), "hnsw"),
        (("segments", 0, "stage"), "flat"),
        (("segments", 0, "background"), ["x"]),
        (("segments", 0, "files", 0, "name"), "../../etc/passwd"),
        (("segments", 0, "files", 0, "size"), -1),
        (("segments", 0, "files"), []),
        (("segments",), []),
        (("files",), 7),
        (("files", 0, "sha256"), "\0" * 64),
        (("dim",), 1 << 90),
        (("provider",), "\ud800"),
        (("places",), None),
        (("surprise",), 1),
    ],
)
def test_a_forged_manifest(index, world, where, value) -> None:
    path = index / layout.MANIFEST
    plain = json.loads(path.read_text())
    at = plain
    for step in where[:-1]:
        at = at[step]
    at[where[-1]] = value
    path.write_text(json.dumps(plain))
    with pytest.raises(IndexDamaged):
        used(index, world)


def test_a_bit_of_the_manifest(index, world, seed) -> None:
    """Most bits of it stand for something that is checked; the others change the hash that a case keeps."""
    before = store.check(index).sha256
    path = index / layout.MANIFEST
    data = bytearray(path.read_bytes())
    bit = seed % (8 * len(data))
    data[bit // 8] ^= 1 << bit % 8
    time.sleep(0.01)
    path.write_bytes(data)
    try:
        after = store.check(index).sha256
    except IndexDamaged as error:
        after = str(error)
    assert after != before


def test_an_index_of_the_first_schema(tmp_path) -> None:
    (tmp_path / layout.MANIFEST).write_text('{"schema": 1, "folder": "/photographs", "pack_sha256": "00"}')
    with pytest.raises(IndexDamaged, match="theodolite index build /photographs --out"):
        store.check(tmp_path)
    (tmp_path / "faiss-0123456789abcdef.faiss").write_bytes(b"")
    layout.refuse_foreign(tmp_path)  # a new one may take its place


def test_what_to_type_for_an_index_of_the_first_schema_runs_nothing_else(tmp_path) -> None:
    """The folder in a manifest is anybody's text, and the sentence is there to be pasted into a shell."""
    folder = "it's $(touch stolen)"
    (tmp_path / layout.MANIFEST).write_text(json.dumps({"schema": 1, "folder": folder}))
    with pytest.raises(IndexDamaged) as told:
        store.check(tmp_path)
    words = shlex.split(str(told.value).partition("again: ")[2])
    assert words == ["theodolite", "index", "build", folder, "--out", str(tmp_path)]
    assert "$(" not in str(told.value).replace(shlex.quote(folder), "")


@pytest.mark.parametrize("line", [rb'{"name": "\ud800"}', b'{"outline": "zz"}', b'{"name": "a", "b": "c"}'])
def test_what_is_said_of_a_reference_can_be_written_down(line) -> None:
    with pytest.raises((ValueError, TypeError)):
        spool.row_of(line)


@pytest.mark.parametrize("name", ["lists-groceries.txt", "references-thesis.docx", "removed", "ids.npy"])
def test_files_that_are_only_called_alike_are_left_alone(world, tmp_path, name) -> None:
    mine = tmp_path / "index" / name
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(InputError, match="other files"):
        world.build(mine.parent)
    assert mine.read_text() == "mine"
    mine.unlink()
    world.build(mine.parent)
    mine.write_text("mine")
    with pytest.raises(InputError, match="other files"):
        world.build(mine.parent)
    assert mine.read_text() == "mine"


def test_a_folder_in_the_way_of_the_preparations_is_left_alone(world, tmp_path) -> None:
    mine = tmp_path / "index.partial" / "new-photographs"
    mine.mkdir(parents=True)
    with pytest.raises(InputError, match="in the way"):
        world.build(tmp_path / "index")
    assert mine.is_dir()


def test_who_waited_for_a_lock_that_is_gone_does_not_build(tmp_path, monkeypatch) -> None:
    """The first builder removes its folder, lock and all, between another's opening and locking of it."""
    partial = tmp_path / "index.partial"
    real = fcntl.flock

    def late(file, how) -> None:
        shutil.rmtree(partial)
        real(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(InputError, match="Try again"), layout.sole_builder(partial):
        pytest.fail("two builders may work at once")
