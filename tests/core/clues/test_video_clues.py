"""The track of a video as one clue, as wide as the way it covers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.clues.making import exhibit
from tests.core.evidence import videos
from theodolite.clues import record
from theodolite.clues.video import track_clue, video_clues
from theodolite.domain import GpsClaim, Metadata, Strength, TimeSpan
from theodolite.errors import DecoderDied

WAY = [(43.4640 + 0.001 * step, 11.8800, 300.0) for step in range(11)]  # 1.112 km due north


def video(metadata: Metadata | None = None):  # type: ignore[no-untyped-def]
    return replace(exhibit(metadata), name="walk.mp4", media_type="video/mp4")


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    return videos.scenes(tmp_path / "walk.mp4", data=[(0, videos.gps5(WAY))])


def test_a_track_is_a_place_as_wide_as_its_extent(walk, decoder) -> None:
    (clue,) = video_clues(video(), walk, decoder)
    assert (clue.kind, clue.strength, clue.root) == (
        "video.track",
        Strength.CERTAIN,
        f"video:{video().sha256}",
    )
    assert clue.reach.lat == pytest.approx(43.469, abs=1e-6)
    # rms of 11 even steps over 1.112 km is 0.3516 km; with the 50 m of a single position 0.3552
    assert clue.reach.sd_km == pytest.approx(0.3552, abs=0.0005)
    values = dict(clue.inputs)
    assert (values["first"], values["last"]) == ("43.464000, 11.880000", "43.474000, 11.880000")
    assert (values["positions"], values["length"]) == ("11", "1.112 km")
    assert clue.when == TimeSpan("2023-05-06T07:08:09Z", "2023-05-06T07:08:09Z")
    assert "claims" in clue.inference


def test_a_container_position_on_the_track_is_the_same_statement(walk, decoder) -> None:
    (near,) = video_clues(video(Metadata(gps=GpsClaim(43.4641, 11.8801))), walk, decoder)
    assert near.root == record.metadata_root(video().sha256)
    (far,) = video_clues(video(Metadata(gps=GpsClaim(48.0, 2.0))), walk, decoder)
    assert far.root == f"video:{video().sha256}"


def test_no_track_no_video_and_no_answer(tmp_path, decoder) -> None:
    plain = videos.scenes(tmp_path / "plain.mp4")
    (none,) = video_clues(video(), plain, decoder)
    assert (none.kind, none.reach) == ("none.video", None)
    assert video_clues(exhibit(), plain, decoder) == []

    class Dying:
        def video_track(self, path: Path):  # type: ignore[no-untyped-def]
            raise DecoderDied("It ended.")

    (clue,) = video_clues(video(), plain, Dying())
    assert (clue.kind, clue.note) == ("none.video", "It ended.")


def test_what_was_wrong_lowers_the_strength(walk, decoder) -> None:
    found, _ = decoder.video_track(walk)
    clue = track_clue(video(), found, ("the data track ends early",))
    assert (clue.strength, clue.note) == (Strength.LIKELY, "the data track ends early")
