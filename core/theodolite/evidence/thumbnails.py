"""Does the small picture a camera embeds show the same as the large one? Runs inside the decode sandbox.

Programs that edit a picture often leave the camera's thumbnail behind. Both are made grey and small and
their middle frequencies are compared by normalised cross-correlation (Lewis, Fast Normalized
Cross-Correlation, 1995): brightness, contrast, colour and compression do not count, content does. Black
bars (a 4:3 thumbnail of a 3:2 picture), thumbnails cut to another shape and all eight turns are allowed for.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from theodolite.domain import EmbeddedThumbnail

SAME = 0.80
"""Correlation from which two pictures are taken for the same (see the test on untouched photographs)."""

DIFFERS = 0.50
"""Correlation below which they are said to differ; between the two nothing is said."""

CROP = 0.88
"""Correlation from which the picture is taken for a part of what the thumbnail shows."""

SURE = 0.95
SHOWN = 512
_MIRRORED = (2, 4, 5, 7)
_SIDE = 96
_MAX_BYTES = 1024 * 1024
_MAX_PIXELS = 4_000_000
_MIN_SIDE = 48
_EVEN = 0.1  # a picture that looks much the same in a mirror is not called mirrored
_FLAT = 2.0  # grey levels of detail (root mean square) below which there is nothing to compare

Grey = NDArray[np.float32]


def opened(jpeg: bytes) -> Image.Image | None:
    """The embedded picture as RGB; None when it is no readable JPEG of sensible size."""
    if not jpeg.startswith(b"\xff\xd8") or len(jpeg) > _MAX_BYTES:
        return None
    try:
        with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
            if image.width * image.height > _MAX_PIXELS:
                return None
            return image.convert("RGB")
    except Exception:  # a decoder raises whatever its parsing meets
        return None


def compare(jpeg: bytes, picture: Image.Image, orientation: int = 1) -> EmbeddedThumbnail:
    """How the thumbnail ``jpeg`` and the upright ``picture`` agree; ``orientation`` is what EXIF says."""
    small = opened(jpeg)
    if small is None:
        return EmbeddedThumbnail(0, 0, "unreadable")
    if min(*small.size, *picture.size) < _MIN_SIDE:
        return EmbeddedThumbnail(*small.size, "unclear")
    ours = _grey(picture, _SIDE * 2)
    theirs = _grey(small, _SIDE * 2)
    bare = _without_bars(theirs)  # a dark sky is no bar: both readings count
    if _detail(_resized(bare, _fit(bare))) < _FLAT or _detail(_resized(ours, _fit(ours))) < _FLAT:
        return EmbeddedThumbnail(*small.size, "unclear")
    if orientation not in _MIRRORED and (plain := _whole(theirs, ours)) >= SURE:
        return EmbeddedThumbnail(*small.size, "same", round(plain, 3))  # as nearly always
    readings = [theirs] if bare.shape == theirs.shape else [theirs, bare]
    scores = [(_whole(_turned(one, turn), ours), turn) for one in readings for turn in range(8)]
    straight = max(score for score, turn in scores if turn < 4)
    mirrored = max(score for score, turn in scores if turn >= 4)
    if orientation in _MIRRORED:  # stored mirrored, and the thumbnail with it
        straight, mirrored = max(straight, mirrored), -1.0
    if max(straight, mirrored) >= SAME:
        best = round(max(straight, mirrored), 3)
        mirrored_more = mirrored - straight > _EVEN
        return EmbeddedThumbnail(*small.size, "mirrored" if mirrored_more else "same", best)
    part = max(_part(_turned(bare, turn), ours) for turn in range(4))
    if part >= CROP:
        return EmbeddedThumbnail(*small.size, "crop", round(part, 3))
    score = round(max(straight, mirrored), 3)
    return EmbeddedThumbnail(*small.size, "differs" if score < DIFFERS else "unclear", score)


def shown(jpeg: bytes) -> bytes:
    """The thumbnail written anew as a JPEG of at most 512 pixels; empty when it cannot be read."""
    small = opened(jpeg)
    if small is None:
        return b""
    small.thumbnail((SHOWN, SHOWN))
    packed = io.BytesIO()
    small.save(packed, "JPEG", quality=90)
    return packed.getvalue()


def _grey(image: Image.Image, side: int) -> Grey:
    scale = side / max(image.size)
    size = (max(8, round(image.width * scale)), max(8, round(image.height * scale)))
    small = image.resize(
        size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC, reducing_gap=2.0
    )
    return np.asarray(small.convert("L"), np.float32)


def _without_bars(grey: Grey) -> Grey:
    """Without dark, even bars of equal width at two opposite sides."""
    for _ in range(2):
        dark = (grey.mean(axis=1) < 24) & (grey.std(axis=1) < 10)
        top, bottom = _leading(dark), _leading(dark[::-1])
        if top and bottom and abs(top - bottom) <= 0.04 * len(grey) + 2 and top + bottom < 0.6 * len(grey):
            grey = grey[top + 1 : len(grey) - bottom - 1]
        grey = grey.T
    return grey


def _leading(flags: NDArray[Any]) -> int:
    return int(np.argmin(flags)) if not flags.all() else 0


def _turned(grey: Grey, turn: int) -> Grey:
    turned = np.rot90(grey, turn % 4)
    return turned[:, ::-1] if turn >= 4 else turned


def _fit(grey: Grey, side: int = _SIDE) -> tuple[int, int]:
    """(height, width) with ``side`` pixels on the longer side."""
    scale = side / max(grey.shape)
    return max(8, round(grey.shape[0] * scale)), max(8, round(grey.shape[1] * scale))


def _resized(grey: Grey, size: tuple[int, int]) -> Grey:
    image = Image.fromarray(np.ascontiguousarray(grey))
    return np.asarray(image.resize((size[1], size[0]), Image.Resampling.BOX), np.float32)


def _band(grey: Grey) -> Grey:
    """Middle frequencies: fine grain and compression smoothed away, slow changes of light taken off."""
    from PIL import ImageFilter

    image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    fine = np.asarray(image.filter(ImageFilter.GaussianBlur(1.0)), np.float32)
    slow = np.asarray(image.filter(ImageFilter.GaussianBlur(6.0)), np.float32)
    return fine - slow


def _detail(grey: Grey) -> float:
    return float(np.sqrt(np.mean(_band(grey) ** 2)))


def _whole(theirs: Grey, ours: Grey) -> float:
    """Best correlation of the whole pictures: stretched onto each other, or cut to one shape."""
    shape, other = theirs.shape[1] / theirs.shape[0], ours.shape[1] / ours.shape[0]
    pairs = [(theirs, ours)]
    if max(shape, other) / min(shape, other) > 1.02:
        pairs += [(theirs, _cut(ours, shape)), (_cut(theirs, other), ours)]
    best = -1.0
    for first, second in pairs:
        size = _fit(second)
        best = max(best, _shifted(_band(_resized(first, size)), _band(_resized(second, size))))
    return best


def _cut(grey: Grey, shape: float) -> Grey:
    """The middle of ``grey`` with width / height = ``shape``."""
    height, width = grey.shape
    if width / height > shape:
        keep = max(8, round(height * shape))
        left = (width - keep) // 2
        return grey[:, left : left + keep]
    keep = max(8, round(width / shape))
    top = (height - keep) // 2
    return grey[top : top + keep]


def _shifted(first: Grey, second: Grey, reach: int = 4) -> float:
    """Best correlation over shifts of up to ``reach`` pixels in each direction."""
    height, width = first.shape
    best = -1.0
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            a = first[max(0, down) : height + min(0, down), max(0, across) : width + min(0, across)]
            b = second[max(0, -down) : height + min(0, -down), max(0, -across) : width + min(0, -across)]
            best = max(best, _correlation(a, b))
    return best


def _correlation(first: Grey, second: Grey) -> float:
    a, b = first - first.mean(), second - second.mean()
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / size if size > 0 else 0.0


def _part(theirs: Grey, ours: Grey) -> float:
    """Best correlation of ``ours`` with any part of ``theirs`` of its shape, 0.4 to 0.92 as wide."""
    field = _resized(theirs, _fit(theirs, 128))
    shape = ours.shape[1] / ours.shape[0]
    height, width = field.shape
    best = -1.0
    for scale in np.geomspace(0.4, 0.92, 12):
        across = int(width * scale)
        down = int(across / shape)
        if down > 0.97 * height or min(across, down) < 20:
            continue
        best = max(best, _search(_band(field), _band(_resized(ours, (down, across)))))
    return best


def _search(field: Grey, part: Grey) -> float:
    """The highest normalised cross-correlation of ``part`` anywhere inside ``field``."""
    height, width = part.shape
    pattern = part - part.mean()
    strength = float(np.sqrt((pattern**2).sum()))
    if strength <= 0:
        return -1.0
    size = field.shape
    spectrum = np.fft.rfft2(field)
    product = np.fft.irfft2(spectrum * np.conj(np.fft.rfft2(pattern, size)), size)
    product = product[: size[0] - height + 1, : size[1] - width + 1]
    sums = _sums(field, height, width)
    squares = _sums(field**2, height, width)
    spread = np.sqrt(np.maximum(squares - sums**2 / (height * width), 1.0))
    return float((product / (spread * strength)).max())


def _sums(grey: Grey, height: int, width: int) -> NDArray[np.float64]:
    """Sum over each window of ``height`` by ``width``."""
    total = np.pad(grey.astype(np.float64), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    return np.asarray(
        total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]
    )
