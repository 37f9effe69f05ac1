"""Draws the pictures of the sample case. They are illustrations, not photographs, and say so in EXIF.

Run ``python cases/tower/draw.py`` to draw them again; the recipe names their hashes.
"""

from __future__ import annotations

import math
import random
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from PIL.ExifTags import GPS, IFD, Base

WIDTH, HEIGHT, OVER = 1600, 1200, 2
FONT = "DejaVuSans-Bold.ttf"
NOTE = "Illustration drawn for Theodolite's sample case; not a photograph."
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class View:
    """Where the draughtsman stands: horizontal shift and zoom of the scene, light from 0 dusk to 1 noon."""

    shift: float = 0.0
    zoom: float = 1.0
    light: float = 0.8
    seed: int = 1


class Scene:
    """A canvas in scene units: x 0..16 from left to right, y 0..12 from the ground line upwards at 3."""

    def __init__(self, view: View, sky: tuple[Colour, Colour]) -> None:
        self.view, self.random = view, random.Random(view.seed)
        self.image = Image.new("RGB", (WIDTH * OVER, HEIGHT * OVER))
        self.draw = ImageDraw.Draw(self.image)
        for row in range(HEIGHT * OVER):
            share = row / (HEIGHT * OVER)
            self.draw.line([(0, row), (WIDTH * OVER, row)], fill=self.lit(mix(*sky, share)))

    def lit(self, colour: Colour) -> Colour:
        low = 0.45 + 0.55 * self.view.light
        return (int(colour[0] * low), int(colour[1] * low), int(colour[2] * (low * 0.85 + 0.15)))

    def at(self, x: float, y: float) -> tuple[float, float]:
        unit = 100 * OVER * self.view.zoom
        return (WIDTH * OVER / 2 + (x - 8 + self.view.shift) * unit, 900 * OVER - y * unit)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour) -> None:
        left, bottom = self.at(x, y)
        right, top = self.at(x + w, y + h)
        self.draw.rectangle([left, top, right, bottom], fill=self.lit(colour))

    def poly(self, points: list[tuple[float, float]], colour: Colour) -> None:
        self.draw.polygon([self.at(*p) for p in points], fill=self.lit(colour))

    def arch(self, x: float, y: float, w: float, h: float, colour: Colour) -> None:
        self.box(x, y, w, h - w / 2, colour)
        left, bottom = self.at(x, y + h - w)
        right, top = self.at(x + w, y + h)
        self.draw.pieslice([left, top, right, bottom], 180, 360, fill=self.lit(colour))

    def sign(self, x: float, y: float, w: float, h: float, text: str, ground: Colour, ink: Colour) -> None:
        self.box(x - 0.04, y - 0.04, w + 0.08, h + 0.08, (40, 36, 30))
        self.box(x, y, w, h, ground)
        size = int(h * 0.62 * 100 * OVER * self.view.zoom)
        font = ImageFont.truetype(FONT, size)
        while font.getlength(text) > w * 0.92 * 100 * OVER * self.view.zoom and size > 8:
            size -= 2
            font = ImageFont.truetype(FONT, size)
        self.draw.text(self.at(x + w / 2, y + h / 2), text, font=font, fill=self.lit(ink), anchor="mm")

    def lettering(self, x: float, y: float, h: float, text: str, ink: Colour) -> None:
        """Painted letters, their middle at x, y."""
        font = ImageFont.truetype(FONT, int(h * 100 * OVER * self.view.zoom))
        self.draw.text(self.at(x, y), text, font=font, fill=self.lit(ink), anchor="mm")

    def finish(self) -> Image.Image:
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        grain = Image.effect_noise((WIDTH, HEIGHT), 14).convert("L")
        noise = Image.merge("RGB", (grain, grain, grain))
        return Image.blend(small, noise, 0.035).filter(ImageFilter.GaussianBlur(0.4))


def mix(a: Colour, b: Colour, share: float) -> Colour:
    return tuple(int(p + (q - p) * share) for p, q in zip(a, b, strict=True))  # type: ignore[return-value]


def cobbles(scene: Scene, colour: Colour) -> None:
    scene.box(-20, -6, 60, 6, colour)
    for row in range(26):
        y = -0.06 - row * row * 0.006
        for step in range(-30, 90):
            x = step * (0.5 + row * 0.03) + (row % 2) * 0.25 + scene.random.uniform(-0.04, 0.04)
            tone = scene.random.randint(-14, 14)
            shade = (colour[0] + tone, colour[1] + tone, colour[2] + tone)
            scene.box(x, y - 0.10 - row * 0.008, 0.42 + row * 0.025, 0.10 + row * 0.006, shade)


def house(scene: Scene, x: float, w: float, h: float, wall: Colour, shutter: Colour, roof: Colour) -> None:
    scene.box(x, 0, w, h, wall)
    scene.poly([(x - 0.2, h), (x + w + 0.2, h), (x + w - 0.1, h + 0.55), (x + 0.1, h + 0.55)], roof)
    columns = max(1, round(w / 1.1))
    for row in range(1, int(h / 1.45)):
        for column in range(columns):
            left = x + (column + 0.5) * w / columns - 0.22
            scene.box(left, row * 1.45, 0.44, 0.8, (52, 50, 52))
            scene.box(left - 0.2, row * 1.45, 0.2, 0.8, shutter)
            scene.box(left + 0.44, row * 1.45, 0.2, 0.8, shutter)
    for column in range(columns):
        scene.arch(x + (column + 0.5) * w / columns - 0.3, 0, 0.6, 1.1, (70, 52, 40))


def bell_tower(scene: Scene, x: float) -> None:
    """A square tower with five rows of paired windows and a shaded side."""
    stone, shade, dark = (205, 180, 138), (168, 142, 104), (58, 48, 40)
    scene.box(x, 0, 2.6, 9.2, stone)
    scene.poly([(x + 2.6, 0), (x + 3.3, 0.15), (x + 3.3, 9.05), (x + 2.6, 9.2)], shade)
    for row in range(5):
        y = 2.7 + row * 1.28
        scene.box(x - 0.06, y - 0.22, 2.72, 0.1, (226, 205, 168))
        for column in range(4):
            left = x + 0.28 + column * 0.55 + (0.1 if column > 1 else 0)
            scene.arch(left, y, 0.36, 0.86, dark)
    scene.box(x - 0.12, 9.2, 2.84, 0.22, (226, 205, 168))
    for column in range(5):
        scene.box(x - 0.1 + column * 0.6, 9.42, 0.36, 0.3, stone)


def square(view: View, signs: bool = False) -> Image.Image:
    """The square with the tower: ochre houses, green shutters, tiled roofs."""
    scene = Scene(view, ((106, 154, 205), (236, 226, 200)))
    hills = [
        (-10, 0),
        *((x, 2.0 + 0.7 * math.sin(x * 0.6) + 0.4 * math.sin(x * 1.3)) for x in range(-10, 28)),
        (28, 0),
    ]
    scene.poly(hills, (126, 144, 108))
    roof = (168, 88, 58)
    house(scene, -6.2, 4.0, 5.6, (222, 178, 112), (72, 98, 70), roof)
    house(scene, -2.2, 3.1, 4.6, (214, 150, 104), (88, 74, 56), roof)
    house(scene, 0.9, 3.6, 5.2, (232, 198, 138), (62, 92, 72), roof)
    bell_tower(scene, 5.2)
    house(scene, 8.6, 3.4, 4.8, (226, 168, 118), (70, 96, 72), roof)
    house(scene, 12.0, 4.2, 5.8, (218, 186, 140), (96, 66, 50), roof)
    house(scene, 16.2, 4.0, 5.0, (226, 176, 116), (66, 92, 70), roof)
    cobbles(scene, (150, 138, 122))
    if signs:
        scene.sign(1.05, 1.18, 3.2, 0.52, "FARMACIA", (28, 92, 58), (250, 250, 246))
        scene.sign(8.8, 1.18, 3.0, 0.5, "GELATERIA", (250, 244, 226), (150, 34, 36))
        scene.sign(12.4, 1.18, 2.6, 0.42, "Via Cesalpino", (246, 246, 242), (26, 42, 96))
        scene.sign(9.4, 0.28, 1.7, 0.34, "coni € 2,50", (252, 248, 236), (60, 40, 30))
    return scene.finish()


#: The flagpole and its shadow, in scene units: on 22 October 2025 at 11:20 the sun stood 31.06 degrees high
#: over Arezzo, at azimuth 152. Who looks to 62 degrees sees the shadow run square to him, to the left.
POLE, SHADOW = 3.0, 4.98


def market(view: View) -> Image.Image:
    """A paved yard: a delivery van with its owner's address, a flagpole and its shadow."""
    scene = Scene(view, ((92, 142, 200), (226, 224, 208)))
    roof = (168, 88, 58)
    house(scene, -4.0, 4.4, 4.2, (224, 184, 122), (72, 98, 70), roof)
    house(scene, 0.4, 5.2, 5.0, (216, 160, 112), (96, 66, 50), roof)
    house(scene, 5.6, 4.2, 4.4, (230, 200, 146), (62, 92, 72), roof)
    house(scene, 9.8, 5.4, 5.2, (222, 172, 118), (88, 74, 56), roof)
    house(scene, 15.2, 4.0, 4.6, (226, 178, 120), (66, 92, 70), roof)
    scene.box(-20, -6, 60, 6, (186, 178, 164))
    for row in range(1, 9):
        scene.box(-20, -0.05 * row * (row + 3), 60, 0.02 + 0.004 * row, (160, 152, 140))
    delivery_van(scene, 0.6, -1.5)
    flagpole(scene, 14.4, -1.1)
    return scene.finish()


def delivery_van(scene: Scene, x: float, y: float) -> None:
    """A white van from behind its side: what it sells, where, under which number, and its plate."""
    white, dark, ink = (240, 240, 236), (44, 44, 48), (26, 60, 104)
    scene.poly([(x - 1.9, y + 0.2), (x + 0.4, y + 0.2), (x + 0.4, y), (x - 2.2, y)], (120, 114, 104))
    scene.box(x, y + 0.3, 6.6, 3.1, white)
    scene.poly(
        [(x + 6.6, y + 0.3), (x + 8.1, y + 0.3), (x + 8.0, y + 1.5), (x + 7.1, y + 2.9), (x + 6.6, y + 3.4)],
        white,
    )
    scene.poly(
        [(x + 6.8, y + 1.6), (x + 7.75, y + 1.6), (x + 7.0, y + 2.75), (x + 6.8, y + 2.75)], (96, 116, 132)
    )
    for wheel in (x + 1.2, x + 6.4):
        left, bottom = scene.at(wheel - 0.5, y - 0.1)
        right, top = scene.at(wheel + 0.5, y + 0.9)
        scene.draw.ellipse([left, top, right, bottom], fill=scene.lit(dark))
    scene.lettering(x + 3.3, y + 2.9, 0.5, "FRUTTA E VERDURA", (40, 104, 62))
    scene.lettering(x + 3.3, y + 2.3, 0.34, "Via dei Disegni 7", ink)
    scene.lettering(x + 3.3, y + 1.8, 0.34, "52100 Arezzo", ink)
    scene.lettering(x + 3.3, y + 1.3, 0.34, "Tel. +39 0575 000 000", ink)
    scene.sign(x + 2.4, y + 0.45, 1.9, 0.4, "ZZ 123 ZZ", (250, 250, 250), (20, 20, 24))


def flagpole(scene: Scene, x: float, y: float) -> None:
    """An upright pole on level ground; its shadow falls to the left, square to the line of sight."""
    shade = (118, 112, 104)
    scene.poly([(x, y - 0.05), (x, y + 0.05), (x - SHADOW, y + 0.03), (x - SHADOW, y - 0.03)], shade)
    scene.box(x - 0.06, y, 0.12, POLE, (92, 96, 102))
    scene.poly([(x + 0.06, y + POLE), (x + 1.2, y + POLE - 0.3), (x + 0.06, y + POLE - 0.6)], (178, 48, 44))


def brick_town(view: View) -> Image.Image:
    """A northern street: red brick, stepped gables, birches, flat light."""
    scene = Scene(view, ((178, 190, 200), (222, 226, 228)))
    for number, x in enumerate((-5.0, -1.4, 2.2, 5.8, 9.4, 13.0, 16.6)):
        wall = mix((150, 66, 54), (176, 92, 70), scene.random.random())
        h = 3.6 + (number % 3) * 0.5
        scene.box(x, 0, 3.4, h, wall)
        for step in range(4):
            scene.box(x + step * 0.42, h + step * 0.45, 3.4 - step * 0.84, 0.45, wall)
        for row in range(3):
            for column in range(3):
                scene.box(x + 0.35 + column * 1.0, 0.7 + row * 1.15, 0.6, 0.75, (236, 238, 236))
                scene.box(x + 0.41 + column * 1.0, 0.76 + row * 1.15, 0.48, 0.63, (70, 86, 98))
    scene.box(-20, -6, 60, 6, (112, 116, 118))
    scene.box(-20, -0.35, 60, 0.35, (120, 142, 92))
    for x in (-3.2, 1.9, 7.4, 12.8):
        scene.box(x, 0, 0.16, 3.2, (232, 230, 222))
        for _ in range(60):
            a, b = scene.random.gauss(x + 0.08, 0.6), scene.random.gauss(3.6, 0.6)
            scene.box(a, b, 0.3, 0.24, mix((96, 134, 66), (150, 176, 90), scene.random.random()))
    return scene.finish()


def slab_city(view: View) -> Image.Image:
    """A wide city street: pale slabs with many windows, a thin television tower."""
    scene = Scene(view, ((150, 168, 190), (214, 214, 210)))
    scene.box(7.7, 0, 0.22, 9.0, (190, 190, 188))
    left, bottom = scene.at(7.1, 6.6)
    right, top = scene.at(8.5, 8.0)
    scene.draw.ellipse([left, top, right, bottom], fill=scene.lit((170, 174, 180)))
    for x, w, h in ((-6, 5.4, 5.2), (-0.2, 5.2, 6.1), (9.6, 5.0, 5.6), (14.9, 5.2, 6.4)):
        scene.box(x, 0, w, h, (206, 204, 196))
        for row in range(int(h / 0.62)):
            for column in range(int(w / 0.6)):
                scene.box(x + 0.14 + column * 0.6, 0.2 + row * 0.62, 0.4, 0.36, (88, 100, 112))
    scene.box(-20, -6, 60, 6, (96, 98, 102))
    for step in range(-6, 22):
        scene.box(step * 1.4, -1.2, 0.7, 0.09, (222, 222, 216))
    return scene.finish()


def exif(
    lat: float | None,
    lon: float | None,
    taken: str | None,
    direction: float | None = None,
    model: str = "Sketchbook 1",
    offset: str = "",
) -> Image.Exif:
    """EXIF that says what this is, and where and when it claims to be from."""
    made = Image.Exif()
    made[Base.ImageDescription] = NOTE
    made[Base.Make], made[Base.Model] = "Theodolite", model
    if taken:
        made.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken
    if offset:
        made.get_ifd(IFD.Exif)[Base.OffsetTimeOriginal] = offset
    if lat is not None and lon is not None:
        gps = made.get_ifd(IFD.GPSInfo)
        gps[GPS.GPSLatitudeRef], gps[GPS.GPSLatitude] = ("N" if lat >= 0 else "S"), sexagesimal(abs(lat))
        gps[GPS.GPSLongitudeRef], gps[GPS.GPSLongitude] = ("E" if lon >= 0 else "W"), sexagesimal(abs(lon))
        if direction is not None:
            gps[GPS.GPSImgDirectionRef], gps[GPS.GPSImgDirection] = (
                "T",
                Fraction(direction).limit_denominator(100),
            )
    return made


def sexagesimal(value: float) -> tuple[Fraction, Fraction, Fraction]:
    degrees = int(value)
    minutes = int((value - degrees) * 60)
    seconds = Fraction((value - degrees - minutes / 60) * 3600).limit_denominator(10_000)
    return Fraction(degrees), Fraction(minutes), seconds


def main(folder: Path) -> None:
    def save(name: str, image: Image.Image, data: Image.Exif | None) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path, quality=86, **({"exif": data} if data else {}))

    save("forwarded.jpg", square(View(0.0, 0.9, 0.86, 11), signs=True), None)
    save("square.jpg", square(View(-0.9, 0.92, 0.9, 12)), exif(43.46472, 11.88152, "2025:10:22 16:46:53", 48))
    save("postcard.jpg", square(View(1.4, 1.12, 0.7, 13)), exif(43.7696, 11.2558, "2025:10:22 16:28:39"))
    arezzo = (
        (0.3, 1.04, 0.9),
        (-0.5, 0.96, 0.75),
        (0.8, 1.1, 0.95),
        (-1.4, 0.9, 0.6),
        (1.2, 1.0, 0.85),
        (0.1, 0.86, 1.0),
    )
    for number, (shift, zoom, light) in enumerate(arezzo):
        place = (43.4641 + number * 0.0003, 11.8809 + number * 0.0004)
        save(
            f"references/arezzo-{number + 1}.jpg",
            square(View(shift, zoom, light, 30 + number)),
            exif(*place, f"2024:06:0{number + 1} 11:00:00"),
        )
    for number in range(5):
        view = View(-1.5 + number * 0.8, 0.95 + number * 0.05, 0.7 + number * 0.06, 50 + number)
        save(
            f"references/lund-{number + 1}.jpg",
            brick_town(view),
            exif(55.7040 + number * 0.0006, 13.1910 + number * 0.0005, f"2024:09:0{number + 1} 13:00:00"),
        )
    for number in range(3):
        view = View(-0.8 + number * 0.8, 1.0 + number * 0.06, 0.75 + number * 0.1, 70 + number)
        save(
            f"references/berlin-{number + 1}.jpg",
            slab_city(view),
            exif(52.5200 + number * 0.0006, 13.4050 + number * 0.0009, f"2024:03:0{number + 1} 15:00:00"),
        )
    # Last: the grain comes from one sequence of numbers, so a picture drawn earlier would change the others.
    delivery = exif(None, None, "2025:10:22 11:20:00", model="Sketchbook 2", offset="+02:00")
    save("delivery.jpg", market(View(0.0, 0.95, 0.95, 14)), delivery)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
