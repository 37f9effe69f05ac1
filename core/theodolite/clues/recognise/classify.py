"""Which script a line is written in, told from its pixels by a small convolutional net of our own.

The net sees windows of a line, grey, 32 x 128 pixels, and says for each how much it looks like each of 28
scripts, like a number (``Zyyy``) or like no writing at all (``Zxxx``), and whether it stands on its head.
Trained on drawn lines only (packaging/train_scripts.py; resources/scripts/README.md says how well it does).
It runs in numpy: a line takes a few milliseconds and no library has to be loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from theodolite import paths

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

#: Pixels of one window.
HEIGHT, WIDTH = 32, 128
#: Windows of one line at most, evenly spread over it.
MAX_WINDOWS = 6

#: Codes of ISO 15924 for what is a number or sign in any script, and for what is not writing.
NUMBER, NO_TEXT = "Zyyy", "Zxxx"

#: (weights, stride, pooling behind it) of the convolutions, in order.
LAYERS = (("c1", 2, 1), ("c2", 1, 2), ("c3", 1, 2), ("c4", 1, 2), ("c5", 1, 1))


#: How much more (or less) often a line of a photograph is of a class than drawn lines were: signs without
#: letters look like syllabics and Tifinagh to any net, and Latin is written everywhere.
PRIOR = {"Latn": 3.0, "Hani": 1.5, NUMBER: 1.5, NO_TEXT: 1.5, "Cans": 0.15, "Tfng": 0.25, "Thaa": 0.3}


@dataclass(frozen=True, slots=True)
class Guess:
    """``scripts``: (ISO 15924 code, probability), likeliest first, sum 1; ``turned``: P(upside down)."""

    scripts: tuple[tuple[str, float], ...]
    turned: float

    @property
    def best(self) -> tuple[str, float]:
        return self.scripts[0]

    def of(self, code: str) -> float:
        return next((share for name, share in self.scripts if name == code), 0.0)

    @property
    def writing(self) -> float:
        """P(this is writing at all), numbers included."""
        return 1.0 - self.of(NO_TEXT)


@cache
def _net() -> tuple[dict[str, Any], tuple[str, ...]]:
    import numpy as np

    with np.load(paths.resources() / "scripts" / "scripts.npz", allow_pickle=False) as stored:
        weights = {name: stored[name].astype(np.float32) for name in stored.files if name != "classes"}
        classes = tuple(str(name) for name in stored["classes"])
    return weights, classes


def grey(pixels: Array) -> Array:
    """The one channel that shows most, 0..255: brightness, or the first principal axis of the colours.

    Red letters on green of the same brightness vanish in plain grey. uint8 [h, w, 3] -> float32 [h, w].
    """
    import numpy as np

    flat = pixels.reshape(-1, 3).astype(np.float32)
    sample = flat[:: max(1, len(flat) // 4000)]
    mean = sample.mean(axis=0)
    spread = np.cov((sample - mean).T) if len(sample) > 3 else np.eye(3)
    _, axes = np.linalg.eigh(spread)
    axis = axes[:, -1] * (1.0 if axes[:, -1].sum() >= 0 else -1.0)
    plain = flat @ np.array([0.299, 0.587, 0.114], np.float32)
    along = (flat - mean) @ axis.astype(np.float32)
    chosen = plain if plain.std() >= 0.6 * along.std() else along
    low, high = np.percentile(chosen, (1, 99))
    stretched = (chosen - low) / max(float(high - low), 1e-3) * 255
    return np.asarray(np.clip(stretched, 0, 255).reshape(pixels.shape[:2]), np.float32)


def windows(line: Array) -> Array:
    """Windows of a rectified line, uint8 [h, w, 3] upright, as float32 [n, HEIGHT, WIDTH] in 0..255."""
    import cv2
    import numpy as np

    tone = grey(line)
    wide = max(8, round(tone.shape[1] * HEIGHT / max(1, tone.shape[0])))
    method = cv2.INTER_AREA if tone.shape[0] > HEIGHT else cv2.INTER_LINEAR
    scaled = cv2.resize(tone, (wide, HEIGHT), interpolation=method)
    if wide <= WIDTH:
        padded = cv2.copyMakeBorder(scaled, 0, 0, 0, WIDTH - wide, cv2.BORDER_REPLICATE)
        return np.asarray(padded, np.float32)[None]
    count = min(MAX_WINDOWS, -(-wide // (WIDTH * 3 // 4)))
    starts = np.linspace(0, wide - WIDTH, max(2, count)).round().astype(int)
    return np.stack([scaled[:, start : start + WIDTH] for start in starts])


def normalised(batch: Array) -> Array:
    """Each window to mean 0 and deviation 1 (at least 8 of 255 grey levels), [n, 1, HEIGHT, WIDTH]."""
    import numpy as np

    flat = batch.astype(np.float32)
    mean = flat.mean(axis=(1, 2), keepdims=True)
    deviation = np.maximum(flat.std(axis=(1, 2), keepdims=True), 8.0)
    return np.asarray(((flat - mean) / deviation)[:, None])


def forward(weights: Mapping[str, Array], batch: Array) -> tuple[Array, Array]:
    """Class logits [n, classes] and upside-down logits [n] of :func:`normalised` windows."""
    import numpy as np

    x = batch
    for name, stride, pool in LAYERS:
        x = _convolved(x, weights[f"{name}.w"], weights[f"{name}.b"], stride)
        np.maximum(x, 0, out=x)
        if pool == 2:
            n, c, h, w = x.shape
            x = x[:, :, : h // 2 * 2, : w // 2 * 2].reshape(n, c, h // 2, 2, w // 2, 2).max(axis=(3, 5))
    columns = x.mean(axis=2).transpose(0, 2, 1)  # [n, columns, features]
    heads = columns @ weights["head.w"].T + weights["head.b"]
    attention = heads[..., -1]
    attention = np.exp(attention - attention.max(axis=1, keepdims=True))
    attention /= attention.sum(axis=1, keepdims=True)
    pooled = (heads[..., :-1] * attention[..., None]).sum(axis=1)
    return pooled[:, :-1], pooled[:, -1]


def _convolved(x: Array, weight: Array, bias: Array, stride: int) -> Array:
    """Cross-correlation with zero padding that keeps the size: [n, c, h, w] * [out, c, kh, kw]."""
    import numpy as np

    out, channels, high, wide = weight.shape
    n = x.shape[0]
    padded = np.pad(x, ((0, 0), (0, 0), (high // 2, high // 2), (wide // 2, wide // 2)))
    seen = np.lib.stride_tricks.sliding_window_view(padded, (high, wide), axis=(2, 3))
    seen = seen[:, :, ::stride, ::stride]
    rows, columns = seen.shape[2], seen.shape[3]
    flat = seen.transpose(0, 2, 3, 1, 4, 5).reshape(n * rows * columns, channels * high * wide)
    made = flat @ weight.reshape(out, -1).T + bias
    return np.ascontiguousarray(made.reshape(n, rows, columns, out).transpose(0, 3, 1, 2))


def classify(lines: Sequence[Array]) -> list[Guess]:
    """A guess for each rectified line, uint8 [h, w, 3]. Windows of one line are weighed together."""
    import numpy as np

    if not lines:
        return []
    weights, classes = _net()
    cut = [windows(line) for line in lines]
    logits, turned = forward(weights, normalised(np.concatenate(cut)))
    guesses = []
    start = 0
    for part in cut:
        chosen = slice(start, start + len(part))
        start += len(part)
        share = _softmax(logits[chosen])
        # What shows letters speaks for the line; a window that fell on a gap does not outvote it.
        weight = 0.05 + 1.0 - share[:, classes.index(NO_TEXT)] - 0.7 * share[:, classes.index(NUMBER)]
        weight = np.maximum(weight, 0.01) / np.maximum(weight, 0.01).sum()
        usual = np.log([PRIOR.get(name, 1.0) for name in classes])
        together = _softmax(((np.log(share + 1e-4) * weight[:, None]).sum(axis=0) + usual)[None])[0]
        order = np.argsort(-together)
        head = float(1 / (1 + np.exp(-float((turned[chosen] * weight).sum()))))
        shares = tuple((classes[i], round(float(together[i]), 4)) for i in order)
        guesses.append(Guess(shares, round(head, 4)))
    return guesses


def _softmax(logits: Array) -> Array:
    import numpy as np

    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))
