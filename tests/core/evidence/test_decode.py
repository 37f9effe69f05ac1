"""The sandbox: what it shows of good files, and that bad ones hurt nobody."""

from __future__ import annotations

import io
import os
import signal
import struct
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from theodolite.errors import DecodeFailed, DecodeTimeout, FormatRefused, ImageTooLarge, InputError, NotFound
from theodolite.evidence.decode import Decoder
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.alone

UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def corners(pixels: np.ndarray) -> list[tuple[int, ...]]:
    """Colours of the four quarters, each channel as 0 or 255."""
    height, width, _ = pixels.shape
    spots = [(height // 4, width // 4), (height // 4, 3 * width // 4)]
    spots += [(3 * height // 4, width // 4), (3 * height // 4, 3 * width // 4)]
    return [tuple(255 if value > 127 else 0 for value in pixels[y, x]) for y, x in spots]


UPRIGHT = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_shown_upright(make, decoder, suffix, orientation) -> None:
    stored = make.quarters()
    undo = UNDO[orientation]
    if undo is not None:
        stored = stored.transpose(undo)
    path = make.image(suffix, image=stored, exif=make.exif(orientation=orientation))
    found = decoder.inspect(path)
    assert (found.width, found.height) == (64, 32)
    assert found.metadata.orientation == orientation
    pixels = decoder.pixels(path)
    assert pixels.shape == (32, 64, 3)
    assert corners(pixels) == UPRIGHT


@pytest.mark.parametrize("suffix", [".heic", ".avif", ".jxl"])
def test_formats_that_turn_themselves_are_not_turned_twice(make, decoder, suffix) -> None:
    import pillow_heif
    import pillow_jxl  # noqa: F401

    pillow_heif.register_heif_opener()
    stored = make.quarters(128, 64).transpose(Image.Transpose.ROTATE_90)
    path = make.image(suffix, image=stored, exif=make.exif(orientation=6).tobytes())
    pixels = decoder.pixels(path)
    with Image.open(path) as image:  # what the format's own library shows
        image.load()
        expected = image.size
    if suffix == ".jxl":
        assert (pixels.shape[1], pixels.shape[0]) == expected
    else:
        assert pixels.shape == (64, 128, 3)
        assert corners(pixels) == UPRIGHT


def test_transparency_lies_on_white(make, decoder) -> None:
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    assert decoder.pixels(make.image(".png", image=image)).min() == 255
    palette = Image.new("P", (8, 8), 0)
    assert decoder.pixels(make.image(".png", image=palette, transparency=0)).min() == 255


def test_sixteen_bits_are_scaled_not_clipped(make, decoder) -> None:
    ramp = Image.fromarray(np.array([[0, 0x4000, 0x8000, 0xFFFF]], np.uint16))
    for suffix in (".png", ".tiff"):
        assert decoder.pixels(make.image(suffix, image=ramp))[0, :, 0].tolist() == [0, 64, 128, 255]


def test_the_first_frame_stands_for_an_animation(make, decoder) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ((250, 0, 0), (0, 250, 0))]
    for suffix in (".gif", ".webp", ".png"):
        path = make.image(suffix, image=frames[0], save_all=True, append_images=frames[1:])
        red, green, _ = decoder.pixels(path)[4, 4]
        assert red > 200 > green


def test_an_embedded_profile_is_converted(make, decoder) -> None:
    swapped = ImageCms.createProfile("LAB")
    path = make.image(".jpg", icc_profile=ImageCms.ImageCmsProfile(swapped).tobytes())
    assert decoder.pixels(path).shape == (16, 24, 3)  # a profile of another kind is left alone
    assert decoder.pixels(make.image(".jpg", icc_profile=b"no profile")).shape == (16, 24, 3)


def test_max_side_and_thumbnail(make, decoder) -> None:
    path = make.image(".jpg", image=make.quarters(640, 320), exif=make.exif(orientation=1))
    assert decoder.pixels(path, max_side=100).shape == (50, 100, 3)
    assert corners(decoder.pixels(path, max_side=100)) == UPRIGHT
    assert decoder.pixels(path, max_side=5000).shape == (320, 640, 3)
    with Image.open(io.BytesIO(decoder.thumbnail(path, 64))) as small:
        assert (small.format, small.size) == ("JPEG", (64, 32))


def test_raw_files_show_their_preview(corpora, decoder) -> None:
    raw = corpora / "photos/exif-py/tests/resources/raw"
    dng = raw / "nikon_z_9_high_efficiency_compressed_dx_cropped_max_overexposed.dng"
    found = decoder.inspect(dng)
    assert (found.media_type, found.error_code) == ("image/x-adobe-dng", None)
    assert (found.width, found.height) == (640, 424)
    assert found.metadata.camera == "NIKON CORPORATION NIKON Z 9"
    assert decoder.pixels(dng).shape == (424, 640, 3)


def test_a_video_that_holds_nothing_is_named(make, decoder) -> None:
    path = make.bytes(b"\0\0\0\x14ftypisom\0\0\0\0isom" + bytes(100), ".mp4")
    assert decoder.inspect(path).error_code == "cannot-decode"
    with pytest.raises(DecodeFailed, match="video cannot be opened"):
        decoder.pixels(path)


def test_what_is_no_image_or_no_file_is_said(make, decoder, tmp_path) -> None:
    with pytest.raises(FormatRefused):
        decoder.inspect(make.bytes(b"hello, this is text"))
    with pytest.raises(FormatRefused, match="is empty"):
        decoder.inspect(make.bytes(b""))
    with pytest.raises(NotFound):
        decoder.inspect(tmp_path / "nothing.jpg")
    with pytest.raises(InputError):
        decoder.inspect(tmp_path)


# --- hostile files ---------------------------------------------------------------------------------


def peak_bytes(decoder: Decoder) -> int:
    for line in Path(f"/proc/{decoder.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmHWM")


linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures through /proc")


@linux
def test_bombs_stay_small(make) -> None:
    with Decoder() as decoder:
        decoder.inspect(make.image(".jpg"))
        before = peak_bytes(decoder)
        huge = decoder.inspect(make.png_header(50_000, 50_000))
        assert huge.error_code == "too-large"
        with pytest.raises(ImageTooLarge):
            decoder.pixels(make.png_header(50_000, 50_000))
        frames = make.gif_frames(5000)
        assert (decoder.inspect(frames).width, decoder.pixels(frames).shape) == (400, (400, 400, 3))
        assert peak_bytes(decoder) - before < 64 * 1024**2
        assert decoder.restarts == 0


def test_jpeg_xl_bomb_is_refused_by_its_header(make, decoder) -> None:
    import pillow_jxl  # noqa: F401

    small = make.image(".jxl", image=make.quarters()).read_bytes()
    assert (decoder.inspect(make.bytes(small, ".jxl")).width) == 64
    sides = (1 << 30) - 1
    header = 0 | (3 << 1) | (sides << 3) | (0 << 33) | (3 << 36) | (sides << 38)
    bomb = b"\xff\x0a" + header.to_bytes(16, "little") + small[20:]
    assert decoder.inspect(make.bytes(bomb, ".jxl")).error_code == "too-large"


def test_exif_that_promises_without_end_costs_seconds(make, decoder) -> None:
    """One maker note of 2^31 - 1 values; directories that contain themselves."""
    image = make.image(".jpg").read_bytes()
    for entries in ([(0x927C, 7, 0x7FFFFFFF, 8)], [(0x8769, 4, 1, 8), (0x8825, 4, 1, 8), (0xA005, 4, 1, 8)]):
        tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries))
        tiff += b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
        segment = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
        start = time.monotonic()
        found = decoder.inspect(make.bytes(image[:2] + segment + image[2:], ".jpg"))
        assert found.error_code is None
        assert time.monotonic() - start < 12


def test_memory_limit_ends_in_a_named_error(make) -> None:
    large = make.image(".png", image=Image.new("1", (9000, 9000)))
    with Decoder(memory=200 * 1024**2) as decoder:
        found = decoder.inspect(large)
        assert found.error_code in ("too-large", "decoder-died")
        assert decoder.inspect(make.image(".jpg")).error_code is None


@linux
def test_the_child_has_its_limits(make) -> None:
    with Decoder() as decoder:
        decoder.inspect(make.image(".jpg"))
        limits = Path(f"/proc/{decoder.pid}/limits").read_text()
        assert decoder.in_force["limits"]["RLIMIT_FSIZE"] == 0
        for name, value in (("Max file size", "0"), ("Max core file size", "0"), ("Max open files", "32")):
            assert next(line for line in limits.splitlines() if line.startswith(name)).split()[-3] == value
        links = Path(f"/proc/{decoder.pid}/ns/net").readlink(), Path("/proc/self/ns/net").readlink()
        assert (links[0] != links[1]) == (not decoder.in_force["network"])


def test_a_stuck_decoder_is_ended(make) -> None:
    good = make.image(".jpg")
    with Decoder(seconds=0.5) as decoder:
        decoder.inspect(good)
        assert decoder.pid is not None
        os.kill(decoder.pid, signal.SIGSTOP)
        with pytest.raises(DecodeTimeout):
            decoder.pixels(good)
        assert decoder.inspect(good).error_code is None


def test_a_killed_decoder_costs_one_file(make) -> None:
    good = make.image(".jpg", exif=make.exif(make="Maker", model="One"))
    with Decoder() as decoder:
        decoder.inspect(good)
        assert decoder.pid is not None
        os.kill(decoder.pid, signal.SIGSTOP)
        job = decoder.inspect_job(good)
        assert next(job).waiting
        os.kill(decoder.pid, signal.SIGKILL)
        found = run_to_end(job)
        assert found.error_code == "decoder-died"
        assert found.metadata.camera == "Maker One"
        assert decoder.inspect(good).error_code is None


def test_closing_a_job_frees_the_decoder(make) -> None:
    good = make.image(".jpg")
    with Decoder() as decoder:
        decoder.inspect(good)
        assert decoder.pid is not None
        os.kill(decoder.pid, signal.SIGSTOP)
        job = decoder.pixels_job(good)
        assert next(job).waiting
        start = time.monotonic()
        job.close()
        assert run_to_end(decoder.pixels_job(good)).shape == (16, 24, 3)
        assert time.monotonic() - start < 10


def test_a_closed_decoder_leaves_no_process(make) -> None:
    decoder = Decoder()
    decoder.inspect(make.image(".jpg"))
    pid = decoder.pid
    assert pid is not None
    decoder.close()
    assert decoder.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
