"""Signs drawn for the tests: known words in every script, in fonts of fonts-noto-core and fonts-noto-cjk."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Sign:
    """``lines`` under each other; ``font``: a family fontconfig knows; colours: ground, letters."""

    script: str
    lines: tuple[str, ...]
    font: str
    colours: tuple[tuple[int, int, int], tuple[int, int, int]] = ((20, 70, 150), (245, 245, 245))


GREEN, WHITE, BLUE = (20, 90, 50), (245, 245, 245), (20, 70, 150)
INK, YELLOW, RED = (25, 25, 25), (235, 200, 60), (170, 30, 35)

#: What such signs say: street, station, shop, exit; written as their people write them.
SIGNS = (
    Sign("Cyrl", ("Невский проспект", "Выход в город"), "Noto Sans"),
    Sign("Cyrl", ("вулиця Хрещатик", "Їдальня"), "Noto Serif", (WHITE, INK)),
    Sign("Cyrl", ("РЕСТОРАН", "АПТЕКА"), "Noto Sans", (RED, WHITE)),
    Sign("Cyrl", ("Улица Кнеза Милоша", "Железничка станица"), "Noto Sans", (WHITE, BLUE)),
    Sign("Grek", ("Οδός Ερμού", "Φαρμακείο"), "Noto Sans"),
    Sign("Armn", ("Աբովյան փողոց", "Դեղատուն"), "Noto Sans Armenian"),
    Sign("Geor", ("რუსთაველის გამზირი", "აფთიაქი"), "Noto Sans Georgian"),
    Sign("Hebr", ("רחוב הרצל", "בית מרקחת"), "Noto Sans Hebrew"),
    Sign("Arab", ("شارع الملك فهد", "مستشفى المدينة"), "Noto Naskh Arabic", (GREEN, WHITE)),
    Sign("Arab", ("خیابان ولیعصر", "بیمارستان"), "Noto Sans Arabic"),
    Sign("Deva", ("महात्मा गांधी मार्ग", "रेलवे स्टेशन"), "Noto Sans Devanagari", (YELLOW, INK)),
    Sign("Beng", ("ঢাকা বিশ্ববিদ্যালয়", "হাসপাতাল"), "Noto Sans Bengali", (GREEN, WHITE)),
    Sign("Guru", ("ਅੰਮ੍ਰਿਤਸਰ", "ਰੇਲਵੇ ਸਟੇਸ਼ਨ"), "Noto Sans Gurmukhi", (YELLOW, INK)),
    Sign("Gujr", ("અમદાવાદ જંકશન", "પોલીસ સ્ટેશન"), "Noto Sans Gujarati", (YELLOW, INK)),
    Sign("Orya", ("ଭୁବନେଶ୍ୱର", "ରେଳ ଷ୍ଟେସନ"), "Noto Sans Oriya", (YELLOW, INK)),
    Sign("Taml", ("சென்னை மத்திய நிலையம்", "மருத்துவமனை"), "Noto Sans Tamil", (YELLOW, INK)),
    Sign("Telu", ("హైదరాబాద్", "రైల్వే స్టేషన్"), "Noto Sans Telugu", (YELLOW, INK)),
    Sign("Knda", ("ಬೆಂಗಳೂರು ನಗರ", "ಬಸ್ ನಿಲ್ದಾಣ"), "Noto Sans Kannada", (GREEN, WHITE)),
    Sign("Mlym", ("തിരുവനന്തപുരം", "ആശുപത്രി"), "Noto Sans Malayalam", (GREEN, WHITE)),
    Sign("Sinh", ("කොළඹ කොටුව", "දුම්රිය ස්ථානය"), "Noto Sans Sinhala"),
    Sign("Thai", ("ถนนสุขุมวิท", "โรงพยาบาล"), "Noto Sans Thai", (GREEN, WHITE)),
    Sign("Laoo", ("ວຽງຈັນ", "ໂຮງໝໍ"), "Noto Sans Lao"),
    Sign("Mymr", ("ရန်ကုန်", "ဆေးရုံ"), "Noto Sans Myanmar", (GREEN, WHITE)),
    Sign("Khmr", ("ភ្នំពេញ", "មន្ទីរពេទ្យ"), "Noto Sans Khmer"),
    Sign("Tibt", ("ལྷ་ས་གྲོང་ཁྱེར", "སློབ་གྲྭ"), "Noto Serif Tibetan"),
    Sign("Ethi", ("አዲስ አበባ", "ሆስፒታል"), "Noto Sans Ethiopic"),
    Sign("Hang", ("종로구 세종대로", "서울역"), "Noto Sans CJK KR", (GREEN, WHITE)),
    Sign("Hani", ("南京东路", "人民广场"), "Noto Sans CJK SC"),
    Sign("Hani", ("東京駅", "出口はこちら"), "Noto Sans CJK JP", (WHITE, INK)),
    Sign("Latn", ("Friedrichstraße", "Ausgang"), "Noto Sans"),
    Sign("Latn", ("Plaça de Catalunya", "Sortida"), "Noto Serif", (WHITE, INK)),
)


@cache
def face(family: str, size: int) -> ImageFont.FreeTypeFont:
    """The regular face of ``family``. Raises LookupError when fontconfig finds another family instead."""
    wanted = f"{family}:style=Regular"
    row = subprocess.run(
        ["fc-match", "--format", "%{file}\t%{index}\t%{family}", wanted],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    path, index, found = row.split("\t")
    if family not in found:
        raise LookupError(f"no font {family}, only {found}")
    return ImageFont.truetype(path, size, index=int(index) & 0xFFFF, layout_engine=ImageFont.Layout.RAQM)


def draw(sign: Sign, size: int = 44) -> Array:
    """The sign on a wall, uint8 [h, w, 3]: its board, its lines, a little blur and noise."""
    font = face(sign.font, size)
    ground, letters = sign.colours
    wide = int(max(font.getlength(line) for line in sign.lines)) + 2 * size
    pitch = int(size * 2.1)
    board = Image.new("RGB", (wide, pitch * len(sign.lines) + size // 2), ground)
    pen = ImageDraw.Draw(board)
    for at, line in enumerate(sign.lines):
        pen.text((size, size * 0.35 + at * pitch), line, fill=letters, font=font)
    return on_wall(np.asarray(board))


def on_wall(board: Array, seed: int = 3) -> Array:
    """A board before a wall, photographed a little softly."""
    numbers = np.random.default_rng(seed)
    high, wide = board.shape[0] + 160, board.shape[1] + 200
    wall = np.full((high, wide, 3), (150, 140, 128), np.float32)
    coarse = numbers.normal(0, 9, (high // 16 + 1, wide // 16 + 1)).astype(np.float32)
    wall += cv2.resize(coarse, (wide, high), interpolation=cv2.INTER_CUBIC)[:, :, None]
    wall[80:-80, 100:-100] = board
    soft = cv2.GaussianBlur(wall, (0, 0), 0.8) + numbers.normal(0, 3, wall.shape)
    return np.clip(soft, 0, 255).astype(np.uint8)


def seen_from_the_side(image: Array, amount: float = 0.14) -> Array:
    """Perspective: the right edge of the picture is ``amount`` of its height lower and higher."""
    high, wide = image.shape[:2]
    step = amount * high
    start = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    goal = np.array([[0, 0], [wide * 0.9, step], [wide * 0.9, high - step * 0.4], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(start, goal)
    return np.asarray(cv2.warpPerspective(image, matrix, (wide, high), borderMode=cv2.BORDER_REPLICATE))


def column(text: str, family: str, size: int = 48) -> Array:
    """``text`` as a column of upright characters on a board on a wall."""
    font = face(family, size)
    pitch = int(size * 1.12)
    board = Image.new("RGB", (size * 2, pitch * len(text) + size), WHITE)
    pen = ImageDraw.Draw(board)
    for at, character in enumerate(text):
        pen.text((size, size // 2 + at * pitch), character, fill=INK, font=font, anchor="ma")
    return on_wall(np.asarray(board))


def arched(text: str, family: str, rise: float = 0.6, size: int = 48) -> Array:
    """``text`` bent upwards in the middle by ``rise`` of its height."""
    font = face(family, size)
    wide = int(font.getlength(text)) + 2 * size
    high = int(size * (2.2 + rise))
    flat = np.full((high, wide), 245, np.uint8)
    image = Image.fromarray(flat)
    ImageDraw.Draw(image).text((size, int(size * (0.4 + rise))), text, fill=25, font=font)
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    lift = rise * size * (1 - ((x - wide / 2) / (wide / 2)) ** 2)
    bent = cv2.remap(np.asarray(image), x, (y + lift).astype(np.float32), cv2.INTER_CUBIC, borderValue=245)
    return on_wall(np.repeat(bent[:, :, None], 3, axis=2))


def errors(expected: str, got: str) -> int:
    """Edit distance of characters, spaces left out (Thai, Khmer, Lao, Han ... have none)."""
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(bare(expected), bare(got)))


def bare(text: str) -> str:
    """Without spaces, in one Unicode form."""
    import unicodedata

    return "".join(unicodedata.normalize("NFC", text).split())
