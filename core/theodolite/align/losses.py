"""The contrastive losses of geo-alignment (G3, section on geo-alignment; CLIP, Radford et al. 2021).

``image <-> text`` and ``image <-> GPS``, each the mean of two cross-entropies; there is no text <-> GPS term.
Every other row of the batch is a negative, also one that shows the same town: so does G3's code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor


def symmetric(a: Tensor, b: Tensor, log_scale: Tensor) -> Tensor:
    """Symmetric averaged cross-entropy of the pairs ``(a[i], b[i])``; a scalar >= 0.

    ``a``, ``b``: [n, d], any lengths (they are normalised here; a row of zeros stays one). The logits are
    ``exp(log_scale) * cos(a[i], b[j])``; the loss is the mean of the cross-entropy over the rows (each a
    against all b) and over the columns (each b against all a).
    """
    from torch.nn import functional

    a, b = (side.float() if side.dtype.itemsize < 4 else side for side in (a, b))  # out of autocast
    logits = functional.normalize(a, dim=-1) @ functional.normalize(b, dim=-1).T * log_scale.exp()
    own = logits.diagonal()
    return 0.5 * ((logits.logsumexp(1) - own).mean() + (logits.logsumexp(0) - own).mean())


def g3(vectors: Mapping[str, Tensor], scales: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The terms of G3's loss, to be added: ``gps`` and, where the batch has text, ``text``.

    ``vectors``: "image_gps" and "location", and "image_text" and "text" or neither; ``scales``: the
    logarithms "gps" and "text".
    """
    terms = {"gps": symmetric(vectors["image_gps"], vectors["location"], scales["gps"])}
    if "text" in vectors:
        terms["text"] = symmetric(vectors["image_text"], vectors["text"], scales["text"])
    return terms
