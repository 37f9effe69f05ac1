"""The model card of the script classifier, from what was measured (train_scripts.py)."""

from __future__ import annotations

import argparse

import numpy as np
from script_words import Font

_TOP = """# Script classifier

`scripts.npz` (SHA-256 `{digest}`) tells from the pixels of one line of writing which script it is in. It is
our own: a convolutional net of five layers, trained by `packaging/train_scripts.py` on lines that were drawn
for it, on no photograph. It decides which recogniser reads a line and what is said of a line nothing can
read; it is never evidence of a place by itself.

- Input: windows of a line, grey, 32 x 128 pixels. Output: {classes} classes (28 scripts by ISO 15924 code;
  `Hani` includes kana; `Zyyy` numbers; `Zxxx` no writing) and whether the line stands on its head.
- Lines drawn: {lines} a class, {epochs} epochs, fixed seeds. Words: native names of the gazetteer pack and
  CLDR names; syllabics, Thaana and Tifinagh partly invented words. Fonts: Debian packages fonts-noto-core,
  fonts-noto-extra, fonts-noto-cjk, fonts-freefont-ttf, fonts-dejavu, fonts-lohit-*, and the packages of each
  script (thai-tlwg, nanum, culmus, bpg-georgian, khmeros, sil-padauk, smc, ...).
- Not trained: handwriting, Fraktur, 3-D letters, neon; Mongolian, Syriac, Cherokee and rarer scripts.
- The shipped net (float16, run in numpy) differs from the trained one by at most {worst:.3f} in a logit.

## Held-out designs

300 lines a class in designs (font families) no training line was drawn in, one window each, with the same
blur, noise, low contrast and distortion. Upside down or not is right for {heads:.1%} of the lines of writing.
Overall {overall:.1%} right. On real photographs see the table that
`tests/core/clues/test_ocr_corpus.py` prints.

| class | designs trained | held out | right | precision | taken for |
|---|---|---|---|---|---|
"""


def card(
    names: tuple[str, ...],
    chosen: dict[str, tuple[list[Font], list[Font]]],
    words: dict[str, list[str]],
    arguments: argparse.Namespace,
    confusion: np.ndarray,
    heads: float,
    worst: float,
    digest: str,
) -> str:
    """Markdown; ``confusion`` [true, told]."""
    text = _TOP.format(
        digest=digest, classes=len(names), lines=arguments.lines, epochs=arguments.epochs, worst=worst,
        heads=heads, overall=np.trace(confusion) / confusion.sum(),
    )  # fmt: skip
    told = np.maximum(confusion.sum(axis=0), 1)
    for at, name in enumerate(names):
        row = confusion[at]
        others = sorted(
            (n for n in range(len(names)) if n != at and row[n] >= 0.01 * row.sum()), key=lambda n: -row[n]
        )
        taken = ", ".join(f"{names[n]} {row[n] / row.sum():.0%}" for n in others[:4])
        own, held = ({font.family for font in part} for part in chosen[name])
        text += (
            f"| {name} | {len(own)} | {len(held)} | {row[at] / row.sum():.1%} |"
            f" {confusion[at, at] / told[at]:.1%} | {taken} |\n"
        )
    return text
