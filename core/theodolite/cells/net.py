"""The classifier over cached image vectors: a linear layer a partition, behind a common hidden one if asked.

Imported lazily: this module loads torch.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class Classifier(nn.Module):
    """Unit vectors [n, dim] to logits [n, k] for each of ``sizes``.

    Vectors are standardised by ``mean`` and ``scale`` [dim] of the training set (kept in the weights). It
    begins as the prior: the layers to the classes at zero, their biases at ``priors``.
    """

    mean: Tensor
    scale: Tensor

    def __init__(self, mean: Tensor, scale: Tensor, priors: Sequence[Tensor], hidden: int = 0) -> None:
        super().__init__()
        dim = len(mean)
        self.register_buffer("mean", mean.clone())
        self.register_buffer("scale", scale.clone())
        self.hidden = nn.Linear(dim, hidden) if hidden else None
        levels = [nn.Linear(hidden or dim, len(prior)) for prior in priors]
        with torch.no_grad():
            for level, prior in zip(levels, priors, strict=True):
                level.weight.zero_()
                level.bias.copy_(prior)
        self.levels = nn.ModuleList(levels)

    def forward(self, vectors: Tensor) -> list[Tensor]:
        x = (vectors - self.mean) / self.scale
        if self.hidden is not None:
            x = torch.relu(self.hidden(x))
        return [level(x) for level in self.levels]


def loss(logits: Sequence[Tensor], labels: Tensor, soft: Tensor | None) -> Tensor:
    """Mean over the partitions of the cross-entropy; a label of -1 counts in none of them.

    ``labels`` [n, l]; ``soft`` [n, k]: smoothed labels of a single partition instead of the classes.
    """
    from torch.nn import functional

    if soft is not None:
        return -(soft * functional.log_softmax(logits[0], dim=1)).sum(dim=1).mean()
    terms = [
        functional.cross_entropy(level, labels[:, column], ignore_index=-1, reduction="sum")
        / (labels[:, column] >= 0).sum().clamp(min=1)
        for column, level in enumerate(logits)
    ]
    return torch.stack(terms).mean()
