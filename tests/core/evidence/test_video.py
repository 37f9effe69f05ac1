"""Videos in the sandbox: what containers say, key frames, tracks, and files that are broken."""

from __future__ import annotations

import io
import random
import re
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.core.evidence import signing, videos

from theodolite.errors import DecodeFailed, DecoderDied
from theodolite.evidence import video_claims, video_fixes, video_scenes, video_track
from theodolite.evidence.decode import Decoder
from theodolite.evidence.video_fixes import Fix

FORMATS = [
    ("mpeg4", "mp4", "video/mp4"),
    ("mpeg4", "mov", "video/quicktime"),
    ("libx264", "mp4", "video/mp4"),
    ("libx264", "matroska", "video/x-matroska"),
    ("libvpx", "webm", "video/webm"),
    ("mpeg4", "avi", "video/x-msvideo"),
]


def codec_here(name: str) -> bool:
    import av

    return name in av.codecs_available


def key_frames(decoder: Decoder, path: Path, most: int = 24) -> list[dict]:
    with decoder.video_question(path, {"operation": "key", "most": most}) as question:
        return [
            answer.header["frame"] | {"png": bytes(answer.body)}
            for answer in question
            if "frame" in answer.header
        ]


@pytest.mark.drawn(3)
@pytest.mark.parametrize(("codec", "container", "media_type"), FORMATS)
def test_every_container_gives_its_scenes(tmp_path, decoder, codec, container, media_type) -> None:
    if not codec_here(codec):
        pytest.skip(f"this build of FFmpeg has no {codec}")
    path = videos.scenes(tmp_path / "made", codec=codec, container=container)
    found = decoder.inspect(path)
    assert (found.media_type, found.error_code) == (media_type, None)
    assert (found.width, found.height) == (videos.WIDTH, videos.HEIGHT)
    frames = key_frames(decoder, path)
    assert [round(frame["seconds"], 2) for frame in frames] == [0.0, 1.0, 2.0]
    for frame, colour in zip(frames, videos.SCENES, strict=True):
        pixels = np.asarray(Image.open(io.BytesIO(frame["png"])).convert("RGB"))
        assert np.abs(pixels[60:80, 100:150].mean((0, 1)) - colour).max() < 12


def test_frames_are_the_same_every_time_and_made_again_alone(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made.mp4", seconds=1.7)
    first = key_frames(decoder, path)
    assert first == key_frames(decoder, path)
    for frame in first:
        asked = {"operation": "frame", "pts": frame["pts"], "index": frame["index"]}
        with decoder.video_question(path, asked) as question:
            again = next(iter(question))
        assert bytes(again.body) == frame["png"]
        assert again.header["frame"]["pixels"] == frame["pixels"]


def test_a_frame_that_is_not_there_is_named(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made.mp4")
    asked = {"operation": "frame", "pts": 77, "index": 0}
    with decoder.video_question(path, asked) as question, pytest.raises(DecodeFailed, match="not found"):
        next(iter(question))


def test_frames_are_turned_as_the_container_says(tmp_path, decoder) -> None:
    """Top left is the dark quarter; after a clockwise turn it is top right."""
    path = videos.turned(videos.scenes(tmp_path / "made.mp4"), videos.CLOCKWISE)
    found = decoder.inspect(path)
    assert (found.width, found.height) == (videos.HEIGHT, videos.WIDTH)
    pixels = decoder.pixels(path).astype(int)
    half_down, half_across = videos.WIDTH // 4, videos.HEIGHT // 4
    assert pixels[half_down, -half_across, 0] < 120 < pixels[half_down, half_across, 0]


def test_pixels_and_thumbnail_of_a_video_are_its_first_frame(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made.mp4")
    pixels = decoder.pixels(path, 40)
    assert pixels.shape == (24, 40, 3)
    assert np.abs(pixels[16:20, 25:36].mean((0, 1)) - videos.SCENES[0]).max() < 14
    assert decoder.thumbnail(path, 32).startswith(b"\xff\xd8\xff")


def test_what_a_container_says(tmp_path, decoder) -> None:
    stated = {
        "creation_time": "2023-05-06T07:08:09Z",
        "com.apple.quicktime.creationdate": "2023-05-06T09:08:09+0200",
        "com.apple.quicktime.location.ISO6709": "+43.4645+011.8815+270.5/",
        "com.apple.quicktime.location.accuracy.horizontal": "14.25",
        "com.apple.quicktime.make": "Apple",
        "com.apple.quicktime.model": "iPhone 12",
        "com.apple.quicktime.software": "17.4.1",
    }
    found = decoder.inspect(videos.scenes(tmp_path / "made.mov", container="mov", metadata=stated)).metadata
    assert (found.gps.lat, found.gps.lon, found.gps.altitude_m) == (43.4645, 11.8815, 270.5)
    assert found.gps.error_m == 14.25
    assert found.taken_at == "2023-05-06T09:08:09+02:00"
    assert (found.camera, found.software) == ("Apple iPhone 12", "17.4.1")
    assert ("container com.apple.quicktime.make", "Apple") in found.fields
    assert decoder.metadata(tmp_path / "made.mov") == found


def test_the_position_box_of_other_phones_is_read(tmp_path, decoder) -> None:
    """``©xyz`` in the user data, which FFmpeg writes from ``location``."""
    path = videos.scenes(tmp_path / "made.mp4", metadata={"location": "-33.8568+151.2153/"})
    assert b"\xa9xyz" in path.read_bytes() or b"loci" in path.read_bytes()
    found = decoder.metadata(path)
    assert (round(found.gps.lat, 4), round(found.gps.lon, 4)) == (-33.8568, 151.2153)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("+27.5916+086.5640+8850/", (27.5916, 86.5640, 8850.0)),
        ("+27.5916+086.5640+8850CRSWGS_84/", (27.5916, 86.5640, 8850.0)),
        ("-33.8568+151.2153", (-33.8568, 151.2153, None)),
        ("+4043.5-07400.25/", (40.725, -74.0041667, None)),
        ("+404330-0740015.0/", (40.725, -74.0041667, None)),
        ("+00-025/", (0.0, -25.0, None)),
        ("+91.0+000.0/", None),
        ("+4099.5-07400.25/", None),
        ("48.85, 2.29", None),
        ("", None),
    ],
)
def test_iso_6709(text, point) -> None:
    found = video_claims.iso6709(text)
    assert found == (None if point is None else pytest.approx(point, abs=1e-6))


def test_clocks_that_were_never_set_and_zero_positions_are_said() -> None:
    found = video_claims.claims(
        {"creation_time": "1970-01-01T00:00:00Z", "location": "+00.0000+000.0000/"}, []
    )
    assert (found.taken_at, found.gps) == (None, None)
    assert len(found.problems) == 2
    assert video_claims.claims({"creation_time": "rubbish"}, []).problems


# --- tracks ---------------------------------------------------------------------------------------------

WAY = [(43.4640 + 0.0005 * step, 11.8800 + 0.0004 * step, 300.0 + step) for step in range(6)]


def test_a_gopro_track(tmp_path, decoder) -> None:
    data = [(second, videos.gps5(WAY[2 * second : 2 * second + 2])) for second in range(3)]
    path = videos.scenes(tmp_path / "made.mp4", data=data)
    track, problems = decoder.video_track(path)
    assert problems == ()
    assert (track.source, track.count) == ("GPMF", 6)
    assert track.first == pytest.approx(WAY[0][:2], abs=1e-7)
    assert track.last == pytest.approx(WAY[-1][:2], abs=1e-7)
    assert track.centre == pytest.approx(np.mean([point[:2] for point in WAY], 0), abs=1e-7)
    assert track.start_utc == "2023-05-06T07:08:09Z"
    assert [seconds for seconds, _, _ in track.points] == [0, 0, 1, 1, 2, 2]
    assert len(key_frames(decoder, path)) == 3  # the data track does not disturb the frames


def test_a_gopro_track_without_a_fix_is_no_track(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made.mp4", data=[(0, videos.gps5(WAY[:2], fix=0))])
    assert decoder.video_track(path) == (None, ())


def test_a_newer_gopro_track() -> None:
    days = 8525  # 5 May 2023
    payload = videos.gps9([(48.8577, 2.295, 35.0, 3), (48.9, 2.3, 35.0, 0)], days, 25_689_500)
    assert video_fixes.gpmf(payload) == [Fix(48.8577, 2.295, 35.0, "2023-05-05T07:08:09Z")]


def test_camera_motion_tracks(tmp_path, decoder) -> None:
    seconds = 1_367_391_307.0  # GPS seconds of 2023-05-06T06:54:49Z
    five = [(number, videos.camm5(lat, lon, up)) for number, (lat, lon, up) in enumerate(WAY[:3])]
    track, _ = decoder.video_track(videos.scenes(tmp_path / "five.mp4", data=five, tag="camm"))
    assert (track.source, track.count, track.start_utc) == ("CAMM", 3, "")
    six = [
        (0, videos.camm6(seconds, 43.0, 11.0, 10.0, 80.0)),
        (1, videos.camm6(seconds + 1, 44.0, 12.0, 9, 8, fix=0)),
    ]
    track, _ = decoder.video_track(videos.scenes(tmp_path / "six.mp4", data=six, tag="camm"))
    assert (track.count, track.first, track.sd_km) == (1, (43.0, 11.0), pytest.approx(0.08))
    assert track.start_utc == "2023-05-06T06:54:49Z"


def test_text_tracks_need_a_checksum_that_holds() -> None:
    rmc = videos.nmea("GPRMC,070809.00,A,4328.0672,N,01152.8887,E,0.0,0.0,060523,,")
    assert video_fixes.text(rmc) == [
        Fix(
            pytest.approx(43.467787, abs=1e-6), pytest.approx(11.881478, abs=1e-6), utc="2023-05-06T07:08:09Z"
        )
    ]
    assert video_fixes.text(rmc.replace(b"4328", b"4329")) == []
    assert video_fixes.text(videos.nmea("GPRMC,070809.00,V,4328.0672,N,01152.8887,E,0.0,0.0,060523,,")) == []
    gga = videos.nmea("GPGGA,070809.00,3352.128,S,15112.558,W,1,08,1.0,30.0,M,,M,,")
    assert [(round(fix.lat, 4), round(fix.lon, 4)) for fix in video_fixes.text(gga)] == [
        (-33.8688, -151.2093)
    ]
    drone = b"[iso : 100] [latitude: 48.857700] [longitude: 2.295000] [rel_alt: 1.2 abs_alt: 40.5]"
    assert video_fixes.text(drone) == [Fix(48.8577, 2.295, 40.5)]
    assert video_fixes.text(b"GPS(2.2950,48.8577,19) BAROMETER") == [Fix(48.8577, 2.295)]
    assert video_fixes.text(b"We drove at 48.8577, 2.2950 all day") == []


def test_a_track_over_the_date_line_stays_whole() -> None:
    rows = [(0.0, Fix(10.0, 179.9)), (1.0, Fix(10.0, -179.9))]
    found = video_track.track("GPMF", rows)
    assert abs(abs(found.centre[1]) - 180) < 1e-9
    assert found.sd_km == pytest.approx(0.1 * 111.195 * np.cos(np.radians(10)), rel=0.01)
    assert (found.south_west[1], found.north_east[1]) == (pytest.approx(179.9), pytest.approx(-179.9))
    assert video_track.track("GPMF", []) is None


def test_payloads_of_any_bytes_give_fixes_or_none(seed, repeat) -> None:
    rng = random.Random(seed)
    whole = [videos.gps5(WAY), videos.gps9([(1.0, 2.0, 3.0, 3)], 1, 1), videos.camm6(1e9, 1.0, 2.0, 3.0, 4.0)]
    for _ in range(20 * repeat):
        data = bytearray(rng.choice(whole))
        for _ in range(rng.randrange(1, 8)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        del data[rng.randrange(len(data)) :]
        for read in (video_fixes.gpmf, video_fixes.camm, video_fixes.text):
            assert all(video_fixes.usable(fix.lat, fix.lon) for fix in read(bytes(data)))
    deep = b""
    for _ in range(50):
        deep = videos.nest("DEVC", deep)
    assert video_fixes.gpmf(deep) == []
    assert video_fixes.camm(struct.pack("<HH3d", 0, 5, float("nan"), 1.0, 1.0)) == []


# --- scenes ---------------------------------------------------------------------------------------------


def still(value: int) -> np.ndarray:
    return video_scenes.signature(np.full((video_scenes.HEIGHT, video_scenes.WIDTH, 3), value, np.uint8))


def test_differences_are_a_share() -> None:
    assert video_scenes.difference(still(0), still(0)) == 0
    assert video_scenes.difference(still(0), still(255)) == pytest.approx(1)


def test_a_still_view_is_one_scene_and_many_cuts_are_bounded(seed) -> None:
    rng = np.random.default_rng(seed)
    assert video_scenes.choose([still(90)] * 50) == [0]
    shape = (200, video_scenes.HEIGHT, video_scenes.WIDTH, 3)
    noise = [video_scenes.signature(one) for one in rng.integers(0, 256, shape, np.uint8) // 128 * 255]
    cuts = [still((number * 83) % 256) for number in range(200)]
    for signatures in (noise, cuts):
        kept = video_scenes.choose(signatures, 24)
        assert kept[0] == 0
        assert len(kept) <= 24
        assert kept == sorted(set(kept))
    assert len(video_scenes.choose(cuts, 24)) > 5
    assert video_scenes.choose([]) == []


def views(corpora: Path) -> list[Image.Image]:
    """One photograph a folder, small."""
    found: dict[Path, Image.Image] = {}
    for path in sorted((corpora / "photos").rglob("*.jp*g")):
        if path.parent in found:
            continue
        try:
            image = Image.open(path).convert("RGB")
        except OSError:
            continue
        if min(image.size) >= 240:
            image.thumbnail((480, 480))
            found[path.parent] = image
    return list(found.values())


def part(image: Image.Image, across: float) -> Image.Image:
    """Nine tenths of the picture; ``across`` 0 is its left end, 1 its right."""
    width, height = image.size
    left = int(width * 0.1 * across)
    return image.crop((left, int(height * 0.05), left + int(width * 0.9), int(height * 0.95)))


def measured(image: Image.Image) -> np.ndarray:
    small = image.resize((video_scenes.WIDTH, video_scenes.HEIGHT), Image.Resampling.BOX)
    return video_scenes.signature(np.asarray(small))


@pytest.mark.corpora
def test_the_threshold_separates_cuts_from_movement(corpora) -> None:
    photographs = views(corpora)
    assert len(photographs) >= 8
    first = [measured(part(image, 0)) for image in photographs]
    turned = [measured(part(image, 1)) for image in photographs]
    moved = [video_scenes.difference(a, b) for a, b in zip(first, turned, strict=True)]
    cut = [video_scenes.difference(a, b) for i, a in enumerate(first) for b in first[:i]]
    print(f"\n{len(cut)} cuts: least {min(cut):.3f}, 1 % {np.percentile(cut, 1):.3f}", end="; ")
    print(f"{len(moved)} turns of a tenth: most {max(moved):.3f}")
    assert np.mean(np.array(cut) > video_scenes.THRESHOLD) >= 0.99
    assert np.mean(np.array(moved) > video_scenes.THRESHOLD) <= 0.05


@pytest.mark.corpora
def test_cuts_between_real_views_are_found_where_they_are(corpora, tmp_path, decoder) -> None:
    """Six photographs of one second each, the camera turning slowly: six frames, at 0, 1, ... 5 seconds."""
    import av

    path, photographs = tmp_path / "views.mp4", views(corpora)
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 320, 240, "yuv420p", 2_000_000
        for number in range(60):
            shown = part(photographs[number // 10], number % 10 / 20).resize((320, 240))
            made = av.VideoFrame.from_image(shown)
            made.pts = number
            out.mux(stream.encode(made))
        out.mux(stream.encode())
    assert [frame["seconds"] for frame in key_frames(decoder, path)] == [0, 1, 2, 3, 4, 5]


# --- broken files ---------------------------------------------------------------------------------------


def test_a_video_without_its_index_is_named(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made.mp4")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(path.read_bytes()[:2000])  # the index comes last
    found = decoder.inspect(cut)
    assert (found.error_code, found.media_type) == ("cannot-decode", "video/mp4")
    assert "cannot be opened" in found.error_text
    with pytest.raises(DecodeFailed):
        decoder.pixels(cut)


def test_a_video_cut_short_gives_what_is_left(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made", container="matroska", seconds=3.0)
    cut = tmp_path / "cut"
    cut.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert decoder.inspect(cut).error_code is None
    with decoder.video_question(cut, {"operation": "key", "most": 24}) as question:
        answers = list(question)
    assert 1 <= sum("frame" in answer.header for answer in answers) < 3
    assert "ends" in answers[-1].header["problems"][0]


def test_sound_alone_is_no_video(tmp_path, decoder) -> None:
    import av

    path = tmp_path / "sound.mp4"
    with av.open(str(path), "w", format="mp4") as out:
        stream = out.add_stream("aac", rate=8000)
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        silence.rate = 8000
        out.mux(stream.encode(silence))
        out.mux(stream.encode())
    found = decoder.inspect(path)
    assert (found.error_code, found.error_text) == ("cannot-decode", "The file holds no moving picture.")


@pytest.mark.drawn(1)
@pytest.mark.parametrize(("codec", "container", "_type"), FORMATS[:1] + FORMATS[3:6:2])
def test_damaged_videos_are_answered(tmp_path, repeat, seed, codec, container, _type) -> None:
    if not codec_here(codec):
        pytest.skip(f"this build of FFmpeg has no {codec}")
    data = [(0, videos.gps5(WAY))] if container == "mp4" else ()
    whole = videos.scenes(tmp_path / "made", codec=codec, container=container, data=data).read_bytes()
    rng = random.Random(seed)
    path = tmp_path / "damaged"
    codes = set()
    with Decoder(seconds=10) as decoder:
        for _ in range(max(3, repeat // 10)):
            damaged = bytearray(whole)
            for _ in range(rng.choice((1, 10, 200))):
                damaged[rng.randrange(16, len(damaged))] = rng.randrange(256)
            if rng.random() < 0.3:
                del damaged[rng.randrange(32, len(damaged)) :]
            path.write_bytes(damaged)
            codes.add(decoder.inspect(path).error_code)
            for ask in (lambda: key_frames(decoder, path), lambda: decoder.video_track(path)):
                try:
                    ask()
                except DecodeFailed as error:
                    codes.add(error.code)
    assert codes <= {None, "cannot-decode", "too-large", "decode-timeout", "decoder-died"}


def _png(folder: Path) -> Path:
    path = folder / "plain.png"
    Image.new("RGB", (8, 8)).save(path)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux")
def test_the_child_has_no_network_and_few_rights(tmp_path, decoder) -> None:
    path = videos.scenes(tmp_path / "made.mp4")
    decoder.thumbnail(_png(tmp_path))  # its own child says whether the kernel gives namespaces
    asked = {"operation": "key", "most": 3}
    with decoder.video_question(path, asked) as question:
        next(iter(question))
        process = Path(f"/proc/{question.pid}")
        limits = process.joinpath("limits").read_text()
        namespace = process.joinpath("ns/net").readlink()
    assert re.search(r"Max file size +0 +0 ", limits)
    assert re.search(r"Max open files +32 +32 ", limits)
    assert re.search(r"Max data size +2147483648 ", limits)
    if decoder.in_force["network"]:
        pytest.skip("this kernel gives no network namespace")
    assert namespace != Path("/proc/self/ns/net").readlink()


def test_a_question_given_up_before_it_began_ends_at_once(tmp_path, decoder) -> None:
    question = decoder.video_question(videos.scenes(tmp_path / "made.mp4"), {"operation": "key", "most": 3})
    question.kill()
    with pytest.raises(DecoderDied):
        next(iter(question))


def test_credentials_of_a_video_are_validated(tmp_path, decoder) -> None:
    by = signing.authority()
    plain = videos.scenes(tmp_path / "plain.mp4", seconds=2.0)
    assert decoder.provenance(plain).state == "absent"
    path = tmp_path / "signed.mp4"
    path.write_bytes(signing.signed(by, picture=plain.read_bytes(), media_type="video/mp4"))
    assert decoder.provenance(path).state == "unknown trust"
    assert decoder.provenance(path, by.root).state == "valid"
    assert len(key_frames(decoder, path)) == 3
    changed = bytearray(path.read_bytes())
    changed[changed.index(b"mdat") + 2000] ^= 1
    path.write_bytes(changed)
    found = decoder.provenance(path, by.root)
    assert (found.state, found.codes) == ("invalid", ("assertion.bmffHash.mismatch",))


def test_a_child_that_says_nothing_is_ended(tmp_path) -> None:
    from theodolite.errors import DecodeTimeout
    from theodolite.evidence import decode, video
    from theodolite.workers import limits

    path = videos.scenes(tmp_path / "made.mp4")
    reader = video.Reader(seconds=0.01, memory=limits.MEMORY)
    with pytest.raises(DecodeTimeout):
        reader.answer(path, {"operation": "look", "type": "video/mp4"}, decode._environment())


def test_a_large_video_is_not_held_in_memory(tmp_path, decoder) -> None:
    """A file of 3 GiB, most of it free space between its boxes, opens under 2 GiB of memory."""
    path = videos.scenes(tmp_path / "made.mp4")
    raw = path.read_bytes()
    at = raw.index(b"mdat") - 4
    moov = raw.index(b"moov") - 4
    assert at < moov
    gap = 3 * 1024**3
    with (tmp_path / "large.mp4").open("wb") as out:
        out.write(raw[:moov] + struct.pack(">I4sQ", 1, b"free", gap))
        out.seek(moov + gap)
        out.write(raw[moov:])
    found = decoder.inspect(tmp_path / "large.mp4")
    assert (found.error_code, found.width) == (None, videos.WIDTH)
