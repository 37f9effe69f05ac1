"""Sentences to vectors with CLIP's text tower, for G3's image-to-text loss; packs as for images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.errors import PackError
from theodolite.packs.library import Pack, read_manifest
from theodolite.vision import clip_torch, towers
from theodolite.vision.rows import directed

#: CLIP reads at most this many tokens; the rest of a sentence is cut off, as in the G3 code.
CONTEXT = 77
_BATCH = 64


class TextTower:
    """CLIP's text tower of an image-encoder pack: un-normalised projections of sentences.

    A transformers pack needs ``vocab.json`` and ``merges.txt`` beside its weights; open_clip brings its own.
    """

    def __init__(self, pack_path: Path | str) -> None:
        pack = read_manifest(Path(pack_path))
        self.pack, self.version, self.sha256 = pack.name, pack.version, pack.sha256
        opened = any(entry.name == clip_torch.OPEN_CLIP for entry in pack.files)
        self._tower: _Tower = _OpenClipText(pack) if opened else _TransformersText(pack)
        self.dim = self._tower.dim

    def project(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """float32 [n, dim], as the tower gives them: the text head wants them un-normalised."""
        import torch

        parts = []
        with torch.inference_mode():
            for start in range(0, len(sentences), _BATCH):
                found = self._tower.read(list(sentences[start : start + _BATCH]))
                parts.append(np.asarray(found.float().cpu().numpy(), np.float32))
        return directed(np.concatenate(parts)) if parts else np.empty((0, self.dim), np.float32)


class _TransformersText:
    def __init__(self, pack: Pack) -> None:
        towers.torchvision()
        from transformers import CLIPTextConfig, CLIPTextModelWithProjection, CLIPTokenizer

        plain = clip_torch.tower_config(pack, "text_config", "clip_text_model")
        with clip_torch.described(pack, clip_torch.CONFIG):
            config: Any = CLIPTextConfig(**plain)
            self.dim: int = int(config.projection_dim)
            model = clip_torch.empty(CLIPTextModelWithProjection, config)
        state = clip_torch.weights(pack, clip_torch.WEIGHTS, ("text_model.", "text_projection."))
        self._model = clip_torch.filled(model, state, f"{clip_torch.WEIGHTS} of the pack {pack.name}")
        names = [clip_torch.verified(pack, name) for name in ("vocab.json", "merges.txt")]
        with clip_torch.described(pack, "vocab.json"):
            self._tokens: Any = CLIPTokenizer(*map(str, names))
            if len(self._tokens) > config.vocab_size:
                raise ValueError(f"{len(self._tokens)} tokens for a tower of {config.vocab_size}")
        self._length = min(CONTEXT, int(config.max_position_embeddings))

    def read(self, sentences: list[str]) -> Any:
        tokens = self._tokens(
            sentences, padding="max_length", truncation=True, max_length=self._length, return_tensors="pt"
        )
        return self._model(**tokens.to(clip_torch.device())).text_embeds


class _OpenClipText:
    def __init__(self, pack: Pack) -> None:
        self._model, plain = clip_torch.open_clip_model(pack)
        self.dim: int = int(plain["model_cfg"]["embed_dim"])
        if int(plain["model_cfg"].get("text_cfg", {}).get("vocab_size", 0)) < 49408:
            raise PackError(f"The pack {pack.name} has no text tower of CLIP's vocabulary.")

    def read(self, sentences: list[str]) -> Any:
        tokens = towers.open_clip().tokenize(sentences, context_length=self._model.context_length)
        return self._model.encode_text(tokens.to(clip_torch.device()))


_Tower = _TransformersText | _OpenClipText
