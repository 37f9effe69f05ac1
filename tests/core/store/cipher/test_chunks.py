"""Authenticated encryption in chunks: what goes in comes out, and nothing else does."""

from __future__ import annotations

import io
import random
import secrets
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from theodolite.errors import CaseDamaged
from theodolite.store.cipher import chunks
from theodolite.store.cipher.chunks import CHUNK, MAGIC, sealed_size
from theodolite.store.cipher.keys import CaseKeys, derived

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5)
NAME = "ab" * 32
HEAD = len(MAGIC) + 32
STRIDE = CHUNK + 16


@pytest.fixture(scope="module")
def keys() -> CaseKeys:
    return CaseKeys(secrets.token_bytes(32))


def written(keys: CaseKeys, path: Path, plain: bytes, bound: str = NAME) -> Path:
    with path.open("wb", buffering=0) as raw:
        writer = keys.writer(raw)
        writer.write(plain)
        writer.finish(bound)
    return path


def read(keys: CaseKeys, path: Path, bound: str = NAME) -> bytes:
    with io.BufferedReader(keys.reader(path.open("rb", buffering=0), bound)) as stream:
        return stream.read()


@pytest.mark.parametrize("size", SIZES)
def test_round_trip(keys: CaseKeys, tmp_path: Path, size: int) -> None:
    plain = random.randbytes(size)
    path = written(keys, tmp_path / "x", plain)
    assert read(keys, path) == plain
    assert path.stat().st_size == sealed_size(size)
    assert size < 16 or plain[:16] not in path.read_bytes()


def test_pieces_of_any_size_make_the_same_content(keys: CaseKeys, tmp_path: Path) -> None:
    plain = random.randbytes(2 * CHUNK + 77)
    with (tmp_path / "x").open("wb", buffering=0) as raw:
        writer, at = keys.writer(raw), 0
        while at < len(plain):
            at += writer.write(plain[at : at + random.randint(1, CHUNK + 9)])
        writer.finish(NAME)
    assert read(keys, tmp_path / "x") == plain


def test_seeking_reads_what_a_plain_file_would(keys: CaseKeys, tmp_path: Path) -> None:
    plain = random.randbytes(3 * CHUNK + 5)
    path, model = written(keys, tmp_path / "x", plain), io.BytesIO(plain)
    with io.BufferedReader(keys.reader(path.open("rb", buffering=0), NAME), 512) as stream:
        assert stream.seek(0, io.SEEK_END) == len(plain)
        for _ in range(60):
            at, size = random.randint(0, len(plain) + 9), random.choice((1, 100, CHUNK, 2 * CHUNK))
            assert stream.seek(at) == model.seek(at)
            assert stream.read(size) == model.read(size)


def test_the_format_is_as_documented(tmp_path: Path) -> None:
    """Decrypted here from the description alone, with the library's primitives."""
    master, plain = secrets.token_bytes(32), random.randbytes(CHUNK + 3)
    data = written(CaseKeys(master), tmp_path / "x", plain).read_bytes()
    key = derived(derived(master, b"theodolite case files"), b"theodolite file 1", data[len(MAGIC) : HEAD])
    first, last = data[HEAD : HEAD + STRIDE], data[HEAD + STRIDE :]
    assert AESGCM(key).decrypt(bytes(12), first, b"") == plain[:CHUNK]
    assert AESGCM(key).decrypt(bytes(10) + b"\x01\x01", last, NAME.encode()) == plain[CHUNK:]


def test_equal_contents_are_not_equal_on_the_disk(keys: CaseKeys, tmp_path: Path) -> None:
    one, two = (written(keys, tmp_path / name, b"same" * 100).read_bytes() for name in ("a", "b"))
    assert one[HEAD:] != two[HEAD:]


def test_every_way_of_tampering_is_found(keys: CaseKeys, tmp_path: Path) -> None:
    plain = random.randbytes(3 * CHUNK + 5)
    path = written(keys, tmp_path / "x", plain)
    good = path.read_bytes()
    parts = [good[HEAD + i * STRIDE : HEAD + (i + 1) * STRIDE] for i in range(4)]
    other = written(keys, tmp_path / "y", random.randbytes(len(plain))).read_bytes()
    flips = [random.randrange(len(good)) for _ in range(25)]
    bad = [good[:at] + bytes([good[at] ^ 1 << random.randrange(8)]) + good[at + 1 :] for at in flips]
    bad += [good[: random.randrange(len(good))] for _ in range(10)]
    bad += [good[:HEAD], good[: HEAD + STRIDE], good[: HEAD + 3 * STRIDE], b"", good + b"x", good + parts[3]]
    bad += [
        good[:HEAD] + b"".join(parts[i] for i in order) for order in ((1, 0, 2, 3), (0, 2, 3), (0, 1, 1, 3))
    ]
    bad += [
        good[:HEAD] + other[HEAD:],
        other[:HEAD] + good[HEAD:],
        good[:HEAD] + parts[0] + other[HEAD + STRIDE :],
    ]
    for data in bad:
        path.write_bytes(data)
        with pytest.raises(CaseDamaged):
            read(keys, path)
    path.write_bytes(good)
    assert read(keys, path) == plain


def test_another_files_place_another_key_and_an_unfinished_file(keys: CaseKeys, tmp_path: Path) -> None:
    path = written(keys, tmp_path / "x", b"content" * 9)
    with pytest.raises(CaseDamaged, match="x"):
        read(keys, path, "cd" * 32)
    with pytest.raises(CaseDamaged):
        read(CaseKeys(secrets.token_bytes(32)), path)
    with (tmp_path / "half").open("wb", buffering=0) as raw:
        keys.writer(raw).write(random.randbytes(2 * CHUNK + 1))
    with pytest.raises(CaseDamaged):
        read(keys, tmp_path / "half")


def test_a_last_chunk_cannot_be_empty_after_others(keys: CaseKeys, tmp_path: Path) -> None:
    """One content has one form: a file that ends with an empty chunk was not written by us."""
    path = tmp_path / "x"
    with path.open("wb", buffering=0) as raw:
        writer = chunks.Writer(raw, keys._for_file)
        writer._chunk(bytes(CHUNK), last=False)
        writer._chunk(b"", last=True, bound=NAME)
    with pytest.raises(CaseDamaged):
        read(keys, path)


def test_keys_show_nothing_and_differ_by_purpose() -> None:
    master = secrets.token_bytes(32)
    keys = CaseKeys(master)
    assert master.hex() not in repr(keys)
    assert len({master, keys.database, keys._files, keys._names}) == 4
    assert keys.name("ab" * 32) == CaseKeys(master).name("ab" * 32) != CaseKeys(bytes(32)).name("ab" * 32)
