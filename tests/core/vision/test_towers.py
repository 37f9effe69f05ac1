"""torchvision and open_clip import whatever torch they meet, each tried in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def test_open_clip_imports() -> None:
    code = """
from theodolite.vision import towers
missing = towers.declare_missing_operators()
assert towers.declare_missing_operators() == ()
clip = towers.open_clip()
print(clip.__name__, "ViT-B-16" in clip.list_models())
import torch
from torchvision.ops import nms
boxes = torch.tensor([[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0]])
if missing:
    try:
        nms(boxes, torch.tensor([0.9, 0.8]), 0.5)
    except (NotImplementedError, RuntimeError):
        print("declared only")
else:
    print("works" if nms(boxes, torch.tensor([0.9, 0.8]), 0.5).tolist() == [0] else "wrong")
"""
    lines = run(code).splitlines()
    assert lines[0] == "open_clip True"
    assert lines[1] in ("declared only", "works")
