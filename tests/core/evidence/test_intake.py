"""Intake into a real case: stored and logged before decoding, refused by name, never twice."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from dataclasses import replace

import pytest

from theodolite import codec
from theodolite.domain import Case, EmbeddedThumbnail, Exhibit, GpsClaim, Metadata, Optics
from theodolite.evidence import intake
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore

LISTED = ("photos/", "orientation/")


@pytest.fixture
def store(tmp_path):
    case = Case("Test", "Where?", "Tester", "2026-01-01T00:00:00Z")
    with CaseStore.create(tmp_path / "test.case", case) as store:
        yield store


def actions(store: CaseStore) -> list[str]:
    return [record.action for record in store.log()]


def test_one_photograph(store, decoder, make) -> None:
    path = make.image(".jpg", exif=make.exif((48, 51, 30), "S", (2, 17, 40), "W", make="A", model="B"))
    before = path.read_bytes()
    result = run_to_end(intake.add_file(store, decoder, path))
    assert (result.stored, result.readable, result.exhibit_id, result.error_code) == (True, True, "E1", None)
    assert result.sha256 == hashlib.sha256(before).hexdigest()
    assert result.gps is not None
    assert result.gps.lat < 0
    assert result.camera == "A B"
    (exhibit,) = store.state().exhibits
    assert (exhibit.name, exhibit.source, exhibit.operator) == (path.name, str(path), "Tester")
    assert (exhibit.width, exhibit.height, exhibit.media_type) == (24, 16, "image/jpeg")
    assert exhibit.md5 == hashlib.md5(before).hexdigest()
    assert exhibit.added_utc.endswith("Z")
    assert store.vault_path(exhibit.sha256).read_bytes() == before == path.read_bytes()
    assert actions(store)[-3:] == ["bytes stored", "exhibit added", "exhibit read"]


def test_bytes_are_on_record_before_the_decoder_sees_them(store, decoder, make) -> None:
    job = intake.add_file(store, decoder, make.image(".jpg"))
    decoder.inspect(make.image(".jpg"))
    os.kill(decoder.pid, signal.SIGSTOP)
    for step in job:
        if step.waiting:
            break
    assert actions(store)[-2:] == ["bytes stored", "exhibit added"]
    (exhibit,) = store.state().exhibits
    assert (exhibit.readable, exhibit.error_code) == (False, None)
    time.sleep(0.5)  # a request still in the queue would be taken back, and the child left stopped
    job.close()  # cancelled: the exhibit stays, and offering the file again completes it
    result = run_to_end(intake.add_file(store, decoder, store.vault_path(exhibit.sha256)))
    assert (result.exhibit_id, result.readable, result.duplicate) == ("E1", True, True)
    assert len(store.state().exhibits) == 1


def test_what_is_refused_leaves_no_trace(store, decoder, make, tmp_path) -> None:
    length = store.state().log_length
    for path, code in (
        (make.bytes(b"just text"), "unknown-format"),
        (make.bytes(b""), "unknown-format"),
        (tmp_path / "nothing.jpg", "not-found"),
        (tmp_path, "bad-input"),
    ):
        result = run_to_end(intake.add_file(store, decoder, path))
        assert (result.stored, result.exhibit_id, result.error_code) == (False, None, code)
        assert result.error_text
    assert (store.state().exhibits, store.state().log_length) == ((), length)


def test_a_file_that_is_a_pipe_is_refused(store, decoder, tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    result = run_to_end(intake.add_file(store, decoder, tmp_path / "pipe.jpg"))
    assert (result.stored, result.error_code) == (False, "bad-input")


def test_what_cannot_be_decoded_is_kept_with_its_error(store, decoder, make) -> None:
    whole = make.image(".jpg", image=make.quarters(640, 480)).read_bytes()
    result = run_to_end(intake.add_file(store, decoder, make.bytes(whole[: len(whole) // 2], ".jpg")))
    assert (result.stored, result.readable, result.error_code) == (True, False, "cannot-decode")
    assert store.state().exhibits[0].error_text


def test_the_same_bytes_are_one_exhibit(store, decoder, make) -> None:
    path = make.image(".png")
    first = run_to_end(intake.add_file(store, decoder, path))
    again = run_to_end(intake.add_bytes(store, decoder, path.read_bytes(), "pasted image"))
    assert (again.exhibit_id, again.duplicate) == (first.exhibit_id, True)
    assert len(store.state().exhibits) == 1
    assert actions(store)[-1] == "exhibit offered again"


def test_the_time_of_the_file_is_recorded_once(store, decoder, make) -> None:
    path = make.image(".jpg")
    os.utime(path, (1_224_686_813, 1_224_686_813.5))
    run_to_end(intake.add_file(store, decoder, path))
    os.utime(path, (0, 0))
    run_to_end(intake.add_file(store, decoder, path))  # the same bytes: what was seen first stands
    run_to_end(intake.add_bytes(store, decoder, make.image(".png").read_bytes(), "pasted.png"))
    assert [exhibit.file_time for exhibit in store.state().exhibits] == ["2008-10-22T14:46:53Z", ""]


def test_exhibits_of_earlier_versions_open() -> None:
    """What cases held before lens, thumbnail, file time and the rest were read."""
    gps = {"lat": 43.4, "lon": 11.8, "altitude_m": None, "direction": 118.0}
    metadata = {"gps": gps, "taken_at": "2008-10-22T16:46:53", "camera": "NIKON", "fields": [["a", "b"]]}
    plain = dict.fromkeys(
        ("id", "name", "sha256", "md5", "media_type", "source", "added_utc", "operator"), "x"
    )
    found = codec.from_plain(Exhibit, plain | {"size": 1, "readable": True, "metadata": metadata})
    assert found.metadata.gps == GpsClaim(43.4, 11.8, direction=118.0)
    assert (found.file_time, found.metadata.thumbnail, found.metadata.optics) == ("", None, Optics())
    full = replace(
        found,
        file_time="2008-10-22T14:46:53Z",
        metadata=Metadata(
            optics=Optics(6.0, sensor_mm=(7.6, 5.7)),
            claimed_size=(640, 480),
            thumbnail=EmbeddedThumbnail(160, 120, "same", 0.98),
            faults=(("gps-zero", "words"),),
        ),
    )
    for exact in (False, True):
        assert codec.from_plain(Exhibit, json.loads(json.dumps(codec.to_plain(full, exact=exact)))) == full


def test_pasted_bytes(store, decoder, make) -> None:
    result = run_to_end(intake.add_bytes(store, decoder, make.image(".png").read_bytes(), "pasted"))
    assert result.readable
    assert store.state().exhibits[0].source == "pasted"
    assert run_to_end(intake.add_bytes(store, decoder, b"text", "pasted")).error_code == "unknown-format"


def test_a_folder_in_order_without_hidden_files(store, decoder, make) -> None:
    below = make.folder / "below"
    below.mkdir()
    first = make.image(".png")
    (below / "b.jpg").write_bytes(make.image(".jpg").read_bytes())
    (make.folder / ".hidden.jpg").write_bytes(b"x")
    make.bytes(b"notes", ".txt")
    results = run_to_end(intake.add_folder(store, decoder, make.folder))
    assert [result.stored for result in results] == [True, True, False, True]
    assert results[0].path == str(first)
    assert results[3].duplicate
    assert len(store.state().exhibits) == 2


def test_a_name_that_is_no_utf8(store, decoder, make) -> None:
    strange = os.fsencode(make.folder) + b"/caf\xe9.png"
    os.rename(make.image(".png"), strange)  # noqa: PTH104 - the point is the raw name
    (result,) = run_to_end(intake.add_folder(store, decoder, make.folder))
    assert result.stored
    assert store.state().exhibits[0].name == "caf\N{REPLACEMENT CHARACTER}.png"


def test_every_listed_file_is_stored_or_refused_by_name(corpora, store, decoder) -> None:
    listed = [entry["file"] for entry in json.loads((corpora / "MANIFEST.json").read_text())]
    listed = [name for name in listed if name.startswith(LISTED)]
    assert len(listed) == 181
    restarts = decoder.restarts
    refused, unreadable = [], []
    for name in listed:
        result = run_to_end(intake.add_file(store, decoder, corpora / name))
        assert result.stored or result.error_code == "unknown-format", name
        if not result.stored:
            refused.append(name)
        elif not result.readable:
            unreadable.append((name.rsplit("/")[-1], result.error_code))
    assert all(name.endswith((".txt", ".rst")) for name in refused)
    assert unreadable == [("sony_alpha_a7iii_raw_image.ARW", "cannot-decode")]
    assert decoder.restarts == restarts
    assert len({exhibit.sha256 for exhibit in store.state().exhibits}) == len(store.state().exhibits)
