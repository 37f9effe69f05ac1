"""Draws one synthetic line of writing as a camera might show it: for training the script classifier."""

from __future__ import annotations

import random
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from script_words import SYMBOLS, Font

#: What the classifier sees: grey, this high and this wide (core/theodolite/clues/recognise/classify.py).
HEIGHT, WIDTH = 32, 128

_CASED = ("Latn", "Cyrl", "Grek", "Armn")


@lru_cache(maxsize=400)
def _face(path: str, index: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.RAQM)


def text_of(name: str, words: dict[str, list[str]], generator: random.Random) -> str:
    """One to three words of class ``name``; sometimes in capitals, spaced, or with a number."""
    if name == "Zyyy":
        return _number(generator)
    count = generator.choices((1, 2, 3), (5, 3, 2))[0]
    chosen = [generator.choice(words[name]) for _ in range(count)]
    if name in _CASED and generator.random() < 0.4:
        chosen = [word.upper() for word in chosen]
    joined = ("" if name == "Hani" else " ").join(chosen)
    if generator.random() < 0.1 and len(joined) <= 8:
        joined = " ".join(joined) if name in ("Hani", "Hang", *_CASED) else joined
    if generator.random() < 0.1:
        number = str(generator.randint(1, 999))
        joined = f"{joined} {number}" if generator.random() < 0.5 else f"{number} {joined}"
    return joined[:40]


def _number(generator: random.Random) -> str:
    digits = "".join(generator.choice("0123456789") for _ in range(generator.randint(1, 10)))
    form = generator.random()
    if form < 0.3:
        return digits
    if form < 0.6:
        return generator.choice(" -./:").join((digits, str(generator.randint(0, 9999))))
    return generator.choice("+$€£#%") + digits if form < 0.8 else f"{digits},{generator.randint(0, 99):02}"


def mask_of(text: str, font: Font, generator: random.Random) -> np.ndarray | None:
    """``text`` as coverage, uint8 [about 30 to 80, width]; None when the font draws nothing."""
    face = _face(font.path, font.index, generator.choice((36, 44, 52)))
    stroke = 1 if generator.random() < 0.12 else 0
    left, top, right, bottom = face.getbbox(text, stroke_width=stroke)
    if right - left < 6 or bottom - top < 6 or right - left > 1800:
        return None
    image = Image.new("L", (int(right - left) + 4, int(bottom - top) + 4), 0)
    ImageDraw.Draw(image).text((2 - left, 2 - top), text, fill=255, font=face, stroke_width=stroke)
    mask = np.asarray(image)
    return mask if mask.max() > 100 else None


def background(height: int, width: int, generator: np.random.Generator) -> np.ndarray:
    """A wall, a gradient, a texture: float32 [height, width] around 0, about one unit wide."""
    made = np.zeros((height, width), np.float32)
    for cells in (2, 6, 20):
        if generator.random() < 0.5:
            coarse = generator.normal(
                0, 1, (max(2, cells // 2), max(2, cells * width // (2 * height)))
            ).astype(np.float32)
            made += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC) * generator.uniform(
                0.1, 0.6
            )
    if generator.random() < 0.5:
        made += generator.normal(0, generator.uniform(0.05, 0.5), (height, width)).astype(np.float32)
    return made


def nothing(fonts: list[Font], generator: random.Random, numbers: np.random.Generator) -> np.ndarray:
    """No writing: texture, bars, bricks, leaves, pictograms; uint8 [HEIGHT, WIDTH]."""
    height, width = 64, generator.randint(64, 256)
    image = background(height, width, numbers) * 40 + np.float32(generator.uniform(60, 200))
    kind = generator.random()
    tone = generator.uniform(-120, 120)
    if kind < 0.3:  # strokes without order: twigs, leaves, cracks
        for _ in range(generator.randint(3, 40)):
            points = numbers.integers(0, (width, height), (generator.randint(2, 5), 2)).astype(np.int32)
            size = generator.randint(1, 5)
            level = float(image.mean()) + generator.uniform(-120, 120)
            if generator.random() < 0.5:
                cv2.polylines(image, [points], False, level, size)
            else:
                middle, axes = [int(v) for v in points[0]], [generator.randint(2, 20) for _ in "xy"]
                turn, arc = generator.uniform(0, 360), generator.uniform(90, 360)
                cv2.ellipse(image, middle, axes, turn, 0, arc, level, size)
    elif kind < 0.5:  # railings, bricks, blinds, windows
        step, size = generator.randint(5, 40), generator.randint(1, 10)
        for x in range(generator.randint(0, step), width, step):
            end = (x + generator.randint(-3, 3), height)
            cv2.line(image, (x, 0), end, float(image.mean()) + tone, size)
        if generator.random() < 0.6:
            for y in range(generator.randint(0, step), height, step):
                cv2.line(
                    image, (0, y), (width, y + generator.randint(-2, 2)), float(image.mean()) + tone, size
                )
    elif kind < 0.85:  # arrows and pictograms
        for _ in range(4):
            text = "".join(generator.choice(SYMBOLS) for _ in range(generator.choice((1, 1, 1, 2, 3))))
            usable = [font for font in fonts if font.covers(text)]
            mask = mask_of(text, generator.choice(usable), generator) if usable else None
            if mask is not None:
                mask = cv2.resize(mask, (min(width, max(8, mask.shape[1] * 56 // mask.shape[0])), 56))
                x = generator.randint(0, width - mask.shape[1])
                image[4:60, x : x + mask.shape[1]] += (
                    mask.astype(np.float32) / 255 * (tone if abs(tone) > 30 else 90)
                )
                break
    else:  # one edge, a corner, a disc
        middle = (generator.randint(0, width), generator.randint(0, height))
        level = float(image.mean()) + tone
        cv2.circle(image, middle, generator.randint(8, 60), level, generator.choice((-1, 2, 5)))
    return finish(image, generator, numbers)


def line(
    mask: np.ndarray, beside: np.ndarray | None, generator: random.Random, numbers: np.random.Generator
) -> np.ndarray:
    """Coverage to a photographed line, uint8 [HEIGHT, WIDTH]: placed, bent, lit, blurred, packed."""
    tall = mask.shape[0]
    above, below, side = (int(tall * generator.uniform(0.0, 0.28)) for _ in range(3))
    placed = cv2.copyMakeBorder(mask, above, below, side + 2, side + 2, cv2.BORDER_CONSTANT)
    if beside is not None and generator.random() < 0.2:  # the line above or below peeps in
        part = cv2.resize(beside, (placed.shape[1], tall))[-max(1, above) :] if above else beside[:0]
        if above and part.size:
            placed[:above] = np.maximum(placed[:above], part[:above])
    placed = _bent(placed, generator)
    if generator.random() < 0.25:
        kernel = np.ones((2, 2) if generator.random() < 0.7 else (3, 3), np.uint8)
        placed = cv2.erode(placed, kernel) if generator.random() < 0.4 else cv2.dilate(placed, kernel)
    cover = placed.astype(np.float32) / 255
    contrast = generator.choice((-1, 1)) * generator.uniform(25, 230)
    base = generator.uniform(0, 255 - abs(contrast)) + (abs(contrast) if contrast < 0 else 0)
    ground = base + background(*cover.shape, numbers) * generator.choice((2, 6, 15, 30)) * min(
        1.0, abs(contrast) / 90
    )
    image = ground + cover * contrast
    if generator.random() < 0.1:  # raised or shaded letters
        image += np.roll(cover, (generator.randint(1, 3), generator.randint(1, 3)), (0, 1)) * -contrast * 0.5
    if generator.random() < 0.1:  # a frame or an underline
        y = generator.choice((1, image.shape[0] - 3))
        image[y : y + 2] = base + contrast
    return finish(image, generator, numbers)


def _bent(mask: np.ndarray, generator: random.Random) -> np.ndarray:
    height, width = mask.shape
    stretch = generator.uniform(0.65, 1.4)
    slant = generator.uniform(-0.3, 0.3) * height if generator.random() < 0.4 else 0.0
    jitter = [generator.uniform(-0.08, 0.08) * height for _ in range(8)]
    start = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    wide = width * stretch
    corners = np.float32([[slant, 0], [wide + slant, 0], [wide, height], [0, height]])
    end = corners + np.float32(jitter).reshape(4, 2)
    end -= end.min(axis=0)
    size = np.ceil(end.max(axis=0)).astype(int)
    matrix = cv2.getPerspectiveTransform(start, end.astype(np.float32))
    return cv2.warpPerspective(mask, matrix, (int(size[0]), int(size[1])))


def finish(image: np.ndarray, generator: random.Random, numbers: np.random.Generator) -> np.ndarray:
    """Blur, loss of resolution, noise and JPEG; then one window of the line, uint8 [HEIGHT, WIDTH]."""
    image = np.clip(image, 0, 255)
    if generator.random() < 0.4:
        image = cv2.GaussianBlur(image, (0, 0), generator.uniform(0.4, 2.0))
    if generator.random() < 0.15:
        size = generator.randint(3, 7)
        kernel = np.zeros((size, size), np.float32)
        kernel[size // 2] = 1 / size
        image = cv2.filter2D(image, -1, kernel if generator.random() < 0.5 else kernel.T)
    low = int(np.clip(generator.gauss(28, 12), 12, 64))  # pixels the line was high in the photograph
    wide = max(6, round(image.shape[1] * low / image.shape[0]))
    image = cv2.resize(image, (wide, low), interpolation=cv2.INTER_AREA)
    image = image + numbers.normal(0, generator.choice((0.5, 2, 6, 12)), image.shape)
    small = np.clip(image, 0, 255).astype(np.uint8)
    if generator.random() < 0.5:
        _, packed = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, generator.randint(25, 92)])
        small = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    wide = max(8, round(small.shape[1] * HEIGHT / small.shape[0]))
    scaled = cv2.resize(small, (wide, HEIGHT), interpolation=cv2.INTER_LINEAR)
    if wide >= WIDTH:
        start = generator.randint(0, wide - WIDTH)
        return scaled[:, start : start + WIDTH]
    left = generator.randint(0, WIDTH - wide) if generator.random() < 0.3 else 0
    return cv2.copyMakeBorder(scaled, 0, 0, left, WIDTH - wide - left, cv2.BORDER_REPLICATE)
