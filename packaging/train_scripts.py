"""Trains the script classifier and writes resources/scripts/ (weights, model card).

    python packaging/train_scripts.py --gazetteer ~/.local/share/theodolite/packs/gazetteer/*/gazetteer.db

Draws lines in every script with the installed fonts (the more designs the better: the model card lists the
Debian packages used), trains on three designs in four, and measures on the fourth. Fixed seeds; one process
draws the same lines each time for the same fonts and pack. Needs torch; about twenty minutes on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import time
from pathlib import Path

import cv2
import numpy as np
import script_card
import torch  # noqa: TID253
from script_lines import HEIGHT, WIDTH, line, mask_of, nothing, text_of
from script_words import CLASSES, Font, fonts, split, words
from torch import nn  # noqa: TID253

from theodolite.clues.recognise.classify import LAYERS, forward, normalised

OUT = Path(__file__).resolve().parents[1] / "resources" / "scripts"
NAMES = tuple(CLASSES)
#: Output channels and kernel of each convolution of LAYERS.
SIZES = ((16, (5, 5)), (32, (3, 3)), (64, (3, 3)), (112, (3, 3)), (144, (3, 3)))
FLIPPED = 0.25


class Net(nn.Module):
    """The layers of classify.forward, with batch normalisation that is folded in at the end."""

    def __init__(self) -> None:
        super().__init__()
        channels, blocks = 1, []
        for (_, stride, pool), (size, kernel) in zip(LAYERS, SIZES, strict=True):
            padding = (kernel[0] // 2, kernel[1] // 2)
            layers = [nn.Conv2d(channels, size, kernel, stride, padding), nn.BatchNorm2d(size), nn.ReLU()]
            blocks.append(nn.Sequential(*layers, nn.MaxPool2d(2) if pool == 2 else nn.Identity()))
            channels = size
        self.blocks = nn.Sequential(*blocks)
        self.drop = nn.Dropout(0.15)
        self.head = nn.Linear(channels, len(NAMES) + 2)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        columns = self.blocks(x).mean(dim=2).transpose(1, 2)
        heads = self.head(self.drop(columns))
        attention = heads[..., -1].softmax(dim=1)
        pooled = (heads[..., :-1] * attention[..., None]).sum(dim=1)
        return pooled[:, :-1], pooled[:, -1]

    def folded(self) -> dict[str, np.ndarray]:
        """Weights with the normalisation folded into the convolutions, float16."""
        made = {}
        for (name, _, _), block in zip(LAYERS, self.blocks, strict=True):
            conv, norm = block[0], block[1]
            scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            made[f"{name}.w"] = conv.weight * scale[:, None, None, None]
            made[f"{name}.b"] = (conv.bias - norm.running_mean) * scale + norm.bias
        made["head.w"], made["head.b"] = self.head.weight, self.head.bias
        return {key: value.detach().numpy().astype(np.float16) for key, value in made.items()}


def usable(name: str, known: list[Font], table: dict[str, list[str]]) -> list[Font]:
    """Fonts that can write class ``name``."""
    if name == "Zxxx":
        return [font for font in known if font.covers("→") or font.covers("★") or font.covers("🚗")]
    if name == "Zyyy":
        return [font for font in known if font.covers("0123456789 -./:+$%,")]
    probe = table[name][:40]
    return [font for font in known if sum(font.covers(word) for word in probe) >= 0.9 * len(probe)]


def draw(task: tuple[str, int, int, list[Font], dict[str, list[str]]]) -> tuple[np.ndarray, np.ndarray]:
    """``count`` lines of one class, uint8 [count, HEIGHT, WIDTH], and whether each stands on its head."""
    name, count, seed, own, table = task
    cv2.setNumThreads(1)
    generator, numbers = random.Random(f"{name}{seed}"), np.random.default_rng([seed, NAMES.index(name)])
    designs: dict[str, list[Font]] = {}
    for font in own:
        designs.setdefault(font.family, []).append(font)
    names = sorted(designs)
    images = np.empty((count, HEIGHT, WIDTH), np.uint8)
    turned = np.zeros(count, np.uint8)
    made, previous = 0, None
    while made < count:
        if name == "Zxxx":
            images[made] = nothing(own, generator, numbers)
            made += 1
            continue
        font = generator.choice(designs[generator.choice(names)])
        text = text_of(name, table, generator)
        if not font.covers(text):
            text = text.translate({ord(digit): None for digit in "0123456789"}).strip()
            if not text or not font.covers(text):
                continue
        mask = mask_of(text, font, generator)
        if mask is None:
            continue
        if name not in ("Zyyy", "Zxxx") and generator.random() < FLIPPED:
            turned[made] = 1
        image = line(mask[::-1, ::-1].copy() if turned[made] else mask, previous, generator, numbers)
        images[made], previous = image, mask
        made += 1
    return images, turned


def lines(
    count: int, seed: int, chosen: dict[str, list[Font]], table: dict[str, list[str]]
) -> tuple[np.ndarray, ...]:
    """``count`` lines of every class: images, class numbers, upside down."""
    tasks = [(name, count, seed, chosen[name], table) for name in NAMES]
    with multiprocessing.Pool(2) as pool:
        parts = pool.map(draw, tasks, chunksize=1)
    images = np.concatenate([part[0] for part in parts])
    return images, np.repeat(np.arange(len(NAMES)), count), np.concatenate([part[1] for part in parts])


def shaken(batch: np.ndarray, numbers: np.random.Generator) -> np.ndarray:
    """A little of everything anew each epoch: a shift, the contrast turned round, noise."""
    moved = np.roll(batch, int(numbers.integers(-2, 3)), axis=1).astype(np.float32)
    turned = numbers.random(len(batch)) < 0.5
    moved[turned] = 255 - moved[turned]
    return moved + numbers.normal(0, 3, moved.shape).astype(np.float32)


def train(data: tuple[np.ndarray, ...], epochs: int) -> Net:
    torch.manual_seed(4)
    net = Net()
    images, labels, turned = data
    numbers = np.random.default_rng(5)
    size = 256
    steps = len(images) // size
    best = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, max_lr=6e-3, total_steps=steps * epochs, pct_start=0.15)
    marks = np.array([name not in ("Zyyy", "Zxxx") for name in NAMES])
    for epoch in range(epochs):
        order, total, started = numbers.permutation(len(images)), 0.0, time.time()
        net.train()
        for step in range(steps):
            chosen = order[step * size : (step + 1) * size]
            x = torch.from_numpy(normalised(shaken(images[chosen], numbers)))
            with torch.autocast("cpu", torch.bfloat16):
                logits, head = net(x)
            loss = nn.functional.cross_entropy(
                logits.float(), torch.from_numpy(labels[chosen]), label_smoothing=0.03
            )
            known = torch.from_numpy(marks[labels[chosen]])
            aim = torch.from_numpy(turned[chosen]).float()
            loss = loss + 0.3 * nn.functional.binary_cross_entropy_with_logits(
                head.float()[known], aim[known]
            )
            best.zero_grad()
            loss.backward()
            best.step()
            plan.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total / steps:.4f}, {time.time() - started:.0f} s", flush=True)
    return net.eval()


def measured(weights: dict[str, np.ndarray], data: tuple[np.ndarray, ...]) -> tuple[np.ndarray, float]:
    """Confusion [true, told] on single windows, and the share of right heads, by the numpy net that ships."""
    images, labels, turned = data
    table = np.zeros((len(NAMES), len(NAMES)), int)
    right = total = 0
    for start in range(0, len(images), 500):
        logits, head = forward(weights, normalised(images[start : start + 500]))
        np.add.at(table, (labels[start : start + 500], logits.argmax(axis=1)), 1)
        writing = labels[start : start + 500] < NAMES.index("Zyyy")
        right += int(((head > 0) == turned[start : start + 500])[writing].sum())
        total += int(writing.sum())
    return table, right / total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=4000, help="lines of each class")
    parser.add_argument("--epochs", type=int, default=6)
    arguments = parser.parse_args()
    table, known = words(arguments.gazetteer), fonts()
    chosen = {name: split(usable(name, known, table)) for name in NAMES}
    for name, (own, held) in chosen.items():
        print(name, len(own), "fonts,", len(held), "held out", flush=True)
    started = time.time()
    data = lines(arguments.lines, 11, {name: own for name, (own, _) in chosen.items()}, table)
    test = lines(300, 12, {name: held or own for name, (own, held) in chosen.items()}, table)
    print(f"drawn in {time.time() - started:.0f} s", flush=True)
    net = train(data, arguments.epochs)
    weights = net.folded()
    single = {key: value.astype(np.float32) for key, value in weights.items()}
    with torch.no_grad():
        expected = net(torch.from_numpy(normalised(test[0][:64])))[0].numpy()
    worst = float(np.abs(forward(single, normalised(test[0][:64]))[0] - expected).max())
    confusion, heads = measured(single, test)
    OUT.mkdir(exist_ok=True)
    np.savez_compressed(OUT / "scripts.npz", classes=np.array(NAMES), **weights)
    digest = hashlib.sha256((OUT / "scripts.npz").read_bytes()).hexdigest()
    card = script_card.card(NAMES, chosen, table, arguments, confusion, heads, worst, digest)
    (OUT / "README.md").write_text(card, encoding="utf-8")
    print(card)


if __name__ == "__main__":
    main()
