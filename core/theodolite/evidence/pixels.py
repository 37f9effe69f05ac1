"""Untrusted bytes to an upright 8-bit RGB image. Runs inside the decode sandbox only.

Exactly one Pillow plugin may look at a file: the one its leading bytes name. The number of pixels is
checked before anything is allocated for them. Transparency is laid on white, sixteen bits are scaled (not
clipped), the first frame stands for an animation, an embedded RGB or CMYK profile is converted to sRGB.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pillow_heif
import pillow_jxl
from PIL import AvifImagePlugin, Image, ImageCms, UnidentifiedImageError
from pillow_jxl import JpegXLImagePlugin

from theodolite.errors import DecodeFailed, ImageTooLarge
from theodolite.evidence import jxl, pyramid
from theodolite.evidence.formats import RAW_TYPES, is_video, pillow_format

MAX_PIXELS = 200_000_000
"""Pixels of one image; 200 megapixels are 600 MB as RGB."""

_THREADS = 2
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

SIDEWAYS = (5, 6, 7, 8)

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
AvifImagePlugin.DEFAULT_MAX_THREADS = _THREADS
JpegXLImagePlugin.DECODE_THREADS = _THREADS
pillow_heif.register_heif_opener(
    decode_threads=_THREADS, thumbnails=False, depth_images=False, aux_images=False
)
assert pillow_jxl.__name__  # the import above is what registers the plugin


@dataclass(slots=True)
class Decoded:
    """An upright RGB image and what was noticed while decoding it; ``full``: its size were it not shrunk."""

    image: Image.Image
    problems: list[str] = field(default_factory=list)
    exif: bytes | None = None
    packet: bytes | None = None
    full: tuple[int, int] = (0, 0)


def decode(
    data: bytes,
    media_type: str,
    *,
    orientation: int = 1,
    max_side: int | None = None,
    colour: bool = True,
    most_bytes: int | None = None,
) -> Decoded:
    """The image in ``data``, at most ``max_side`` pixels on its longer side (None: as it is).

    ``most_bytes``: as large as its pyramid stays within them (evidence/pyramid.py). ``orientation`` is what
    EXIF says (1 to 8). ``colour`` False leaves embedded profiles alone, which is enough to learn whether a
    file can be decoded. Raises DecodeFailed or ImageTooLarge.
    """
    with _named_failures():
        if media_type in RAW_TYPES:
            return _preview(data, orientation, max_side, colour, most_bytes)
        if is_video(media_type):
            raise DecodeFailed("Videos are read by a decoder of their own.")
        name = pillow_format(media_type)
        if name is None:
            raise DecodeFailed(f"No decoder for {media_type}.")
        return _decode(data, name, orientation, max_side, colour, most_bytes)


@contextmanager
def _named_failures() -> Iterator[None]:
    """Whatever a decoder raises becomes one of our errors, with its own words kept short."""
    try:
        yield
    except DecodeFailed:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageTooLarge(f"The image has more than {MAX_PIXELS // 1_000_000} million pixels.") from error
    except MemoryError as error:
        raise ImageTooLarge("Decoding needs more memory than one file may use.") from error
    except UnidentifiedImageError as error:
        raise DecodeFailed("The image cannot be decoded: it ends after its first bytes.") from error
    except Exception as error:
        words = " ".join(str(error).split())[:200]
        raise DecodeFailed(f"The image cannot be decoded: {words or type(error).__name__}.") from error


def _check(size: tuple[int, int]) -> None:
    width, height = size
    if width < 1 or height < 1:
        raise DecodeFailed("The image has no pixels.")
    if width * height > MAX_PIXELS:
        raise ImageTooLarge(f"{width} x {height} pixels are more than {MAX_PIXELS // 1_000_000} million.")


def _decode(
    data: bytes,
    name: str,
    orientation: int,
    max_side: int | None,
    colour: bool,
    most_bytes: int | None = None,
) -> Decoded:
    if name == "JXL":
        _check(jxl.size(data))  # its plugin decodes while opening
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        opened = Image.open(io.BytesIO(data), formats=[name])
        _check(opened.size)
        size = opened.size
        fits = pyramid.within(*size, most_bytes)
        max_side = min((side for side in (max_side, fits) if side), default=None)
        if name == "JPEG" and max_side:
            opened.draft(None, (max_side, max_side))
        opened.load()
        image: Image.Image = opened
        found = Decoded(image, exif=_bytes(image.info.get("exif")), packet=_bytes(image.info.get("xmp")))
        profile = image.info.get("icc_profile") if colour else None
        turned = _turn(image, name, orientation)
        turn = _TURNS.get(turned)
        size = size if name == "JPEG" else image.size  # a draft of a JPEG is smaller than it
        found.full = size[::-1] if turned in SIDEWAYS else size
        image = _shrink(image, max_side)
        image = _rgb(image, profile, found.problems)
        found.image = image.transpose(turn) if turn is not None else image
    found.problems += sorted({f"decoder: {' '.join(str(item.message).split())[:160]}" for item in caught})
    return found


def _bytes(value: object) -> bytes | None:
    return value if isinstance(value, bytes) else None


def _turn(image: Image.Image, name: str, orientation: int) -> int:
    """The orientation still to be applied: some decoders have done it already.

    TIFF: Pillow turns while loading. HEIF: libheif applies ``irot`` and ``imir``, and EXIF does not count
    (ISO/IEC 23008-12, 6.5.10). AVIF: Pillow reports ``irot`` and ``imir`` as EXIF. JPEG XL: the codestream
    says (ISO/IEC 18181-1) and libjxl obeys, except where it hands out the JPEG it was made from.
    """
    if name in ("TIFF", "HEIF"):
        return 1
    if name == "AVIF":
        return int(image.getexif().get(0x0112, 1))
    if name == "JXL":
        return int(image.getexif().get(0x0112, 1)) if getattr(image, "jpeg", False) else 1
    return orientation


def _shrink(image: Image.Image, max_side: int | None) -> Image.Image:
    """A smaller copy where ``max_side`` asks for it; palettes and 16 bits are resized after conversion."""
    if not max_side or max(image.size) <= max_side:
        return image
    if image.mode not in ("RGB", "L", "CMYK"):
        image = _rgb(image, None, [])
    scale = max_side / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)


def _rgb(image: Image.Image, profile: object, problems: list[str]) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        layered = image.convert("RGBA")
        image = Image.new("RGB", layered.size, (255, 255, 255))
        image.paste(layered, mask=layered.getchannel("A"))
    elif image.mode.startswith("I;16"):
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in ("I", "F"):
        image = _stretch(image)
    if isinstance(profile, bytes) and image.mode in ("RGB", "CMYK"):
        image = _to_srgb(image, profile, problems)
    return image if image.mode == "RGB" else image.convert("RGB")


def _stretch(image: Image.Image) -> Image.Image:
    """32-bit greys have no agreed white: 0..1 and 0..65535 are taken as such, the rest by its extremes."""
    low, high = image.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    if low >= 0 and high <= 1 and image.mode == "F":
        low, high = 0.0, 1.0
    elif low >= 0 and 255 < high <= 65535:
        low, high = 0.0, 65535.0
    scale = 255.0 / (high - low) if high > low else 1.0
    return image.point(lambda value: value * scale + (-low * scale)).convert("L")


def _to_srgb(image: Image.Image, profile: bytes, problems: list[str]) -> Image.Image:
    """Convert when the profile is for the image's own mode and is not sRGB anyway; else say why not."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != image.mode:
            return image
        if "sRGB" in (source.profile.profile_description or ""):
            return image
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        problems.append(f"the colour profile was not used ({type(error).__name__})")
        return image
    return converted if converted is not None else image


def _preview(
    data: bytes, orientation: int, max_side: int | None, colour: bool, most_bytes: int | None = None
) -> Decoded:
    """The preview that a camera embeds in a raw file (LibRaw picks the largest)."""
    import rawpy

    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            thumbnail = raw.extract_thumb()
    except rawpy.LibRawError as error:
        words = error.args[0].decode("ascii", "replace") if error.args else type(error).__name__
        raise DecodeFailed(f"The raw file has no readable preview: {words}.") from error
    if isinstance(thumbnail.data, bytes):
        own = _exif_orientation(thumbnail.data)
        found = _decode(thumbnail.data, "JPEG", own or orientation, max_side, colour, most_bytes)
    else:
        whole = Image.fromarray(thumbnail.data)
        fits = pyramid.within(*whole.size, most_bytes)
        image = _shrink(whole, min((side for side in (max_side, fits) if side), default=None))
        turn = _TURNS.get(orientation)
        found = Decoded(image.transpose(turn) if turn is not None else image)
        found.full = whole.size[::-1] if orientation in SIDEWAYS else whole.size
    found.exif = found.packet = None  # they describe the preview, not the raw file
    return found


def _exif_orientation(jpeg: bytes) -> int | None:
    try:
        with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
            value = image.getexif().get(0x0112)
    except (OSError, SyntaxError, ValueError):
        return None
    return value if isinstance(value, int) and 1 <= value <= 8 else None
