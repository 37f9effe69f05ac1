"""Videos into custody, and their key frames as exhibits that can be made again to the same hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.evidence import videos

from theodolite.clues import record
from theodolite.domain import Case, Exhibit
from theodolite.errors import DecodeFailed, InputError
from theodolite.evidence import intake, video_intake
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end
from theodolite.store import CaseStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    case = Case("t", "q", "A", "2026-01-01T00:00:00Z")
    with CaseStore.create(tmp_path / "case", case) as opened:
        yield opened


def taken(store: CaseStore, decoder: Decoder, path: Path) -> Exhibit:
    result = run_to_end(intake.add_file(store, decoder, path))
    assert result.stored
    return next(item for item in store.state().exhibits if item.id == result.exhibit_id)


def test_a_video_becomes_an_exhibit_and_so_do_its_frames(store, decoder, tmp_path) -> None:
    stated = {"creation_time": "2023-05-06T07:08:09Z", "location": "+43.4645+011.8815/"}
    video = taken(store, decoder, videos.scenes(tmp_path / "walk.mp4", metadata=stated))
    assert (video.media_type, video.readable, video.width) == ("video/mp4", True, videos.WIDTH)
    assert video.metadata.gps is not None
    seen = []
    frames = run_to_end(video_intake.frames(store, decoder, video), seen.append)
    assert [frame.at_seconds for frame in frames] == [0.0, 1.0, 2.0]
    assert [frame.name for frame in frames][1] == "walk 00m01.000s.png"
    assert {progress.text for progress in seen} >= {"Opening walk.mp4", "Keeping frames of walk.mp4"}
    for frame in frames:
        assert (frame.parent, frame.media_type, frame.readable) == (video.id, "image/png", True)
        assert (frame.width, frame.height) == (videos.WIDTH, videos.HEIGHT)
        recipe = json.loads(frame.recipe)
        assert (recipe["operation"], recipe["parent_sha256"]) == ("video.frame", video.sha256)
        kept = store.vault_path(frame.sha256).read_bytes()
        assert hashlib.sha256(kept).hexdigest() == frame.sha256
        again = video_intake.again(decoder, store.vault_path(video.sha256), frame.recipe)
        assert hashlib.sha256(again).hexdigest() == frame.sha256
    made = [entry for entry in store.log() if entry.action == "video frames made"]
    assert json.loads(made[0].payload)["detail"]["frames"] == [frame.id for frame in frames]


def test_frames_taken_twice_are_the_same_exhibits(store, decoder, tmp_path) -> None:
    video = taken(store, decoder, videos.scenes(tmp_path / "walk.mp4"))
    first = run_to_end(video_intake.frames(store, decoder, video))
    assert run_to_end(video_intake.frames(store, decoder, video)) == first
    assert len(store.state().exhibits) == 4


def test_the_most_is_kept_to_and_the_first_frame_is_always_there(store, decoder, tmp_path) -> None:
    colours = [((number * 97) % 256, (number * 53) % 256, (number * 151) % 256) for number in range(12)]
    video = taken(store, decoder, videos.scenes(tmp_path / "cuts.mp4", colours=colours, seconds=0.3))
    frames = run_to_end(video_intake.frames(store, decoder, video, most=5))
    assert 1 < len(frames) <= 5
    assert frames[0].at_seconds == 0.0


def test_clues_of_frames_rest_on_the_video(store, decoder, tmp_path) -> None:
    video = taken(store, decoder, videos.scenes(tmp_path / "walk.mp4"))
    frames = run_to_end(video_intake.frames(store, decoder, video))
    shared = set(record.origins(video))
    assert all(shared & set(record.origins(frame)) for frame in frames)
    assert record.parent_sha256(frames[0]) == video.sha256
    assert record.parent_sha256(video) == ""


def test_a_recipe_that_was_changed_is_refused(store, decoder, tmp_path) -> None:
    video = taken(store, decoder, videos.scenes(tmp_path / "walk.mp4"))
    frame = run_to_end(video_intake.frames(store, decoder, video))[1]
    path = store.vault_path(video.sha256)
    other = json.loads(frame.recipe) | {"pts": 0}
    with pytest.raises(DecodeFailed, match="pixels that were recorded"):
        video_intake.again(decoder, path, json.dumps(other))
    for broken in (
        "",
        "[]",
        "{}",
        json.dumps(other | {"operation": "x"}),
        json.dumps(other | {"index": "1"}),
    ):
        with pytest.raises(InputError, match="no recipe"):
            video_intake.again(decoder, path, broken)


def test_a_cancelled_extraction_keeps_what_was_stored_and_ends_the_child(store, decoder, tmp_path) -> None:
    video = taken(store, decoder, videos.scenes(tmp_path / "walk.mp4"))
    job = video_intake.frames(store, decoder, video)
    for _ in job:
        if any(item.parent and item.readable for item in store.state().exhibits):
            break
    job.close()
    kept = [item for item in store.state().exhibits if item.parent]
    assert 1 <= len(kept) < 3
    assert len(run_to_end(video_intake.frames(store, decoder, video))) == 3


def test_a_broken_video_is_stored_and_its_frames_are_refused(store, decoder, tmp_path) -> None:
    whole = videos.scenes(tmp_path / "walk.mp4").read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])
    video = taken(store, decoder, cut)
    assert (video.readable, video.error_code) == (False, "cannot-decode")
    with pytest.raises(DecodeFailed, match="cannot be opened"):
        run_to_end(video_intake.frames(store, decoder, video))


def test_a_video_that_breaks_off_gives_what_came_before(store, decoder, tmp_path) -> None:
    whole = videos.scenes(tmp_path / "walk", container="matroska", seconds=2.0).read_bytes()
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(whole[: len(whole) // 2])
    video = taken(store, decoder, cut)
    frames = run_to_end(video_intake.frames(store, decoder, video))
    assert 1 <= len(frames) < 3
    (made,) = [entry for entry in store.log() if entry.action == "video frames made"]
    assert "ends" in made.payload


def test_a_picture_has_no_frames(store, decoder, make) -> None:
    picture = taken(store, decoder, make.image(".jpg"))
    with pytest.raises(InputError, match="no video"):
        run_to_end(video_intake.frames(store, decoder, picture))


def test_a_thumbnail_can_be_asked_for_between_two_steps(store, decoder, tmp_path) -> None:
    """One thread drives the work and answers the window: neither may wait for the other."""
    video = taken(store, decoder, videos.scenes(tmp_path / "walk.mp4"))
    job = video_intake.frames(store, decoder, video)
    next(job)
    for _ in range(5):
        next(job)
    assert decoder.thumbnail(store.vault_path(video.sha256)).startswith(b"\xff\xd8")
    assert len(run_to_end(job)) == 3
