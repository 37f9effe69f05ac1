"""One step of contrastive training, also when the batch does not fit into memory at once.

A contrastive loss is no sum over rows: every row is a negative of every other, so adding the gradients of
small batches trains with fewer negatives, which is another loss. Here ``micro`` divides the memory and not
the batch (gradient cache; Gao et al. 2021, "Scaling deep contrastive learning batch size under memory
limited setup"): all vectors of the batch first, without a graph; then the loss over the whole batch and its
gradient for each vector; then each part once more with a graph, to carry these gradients into the weights.
The result is the gradient of the whole batch up to rounding. What remains in memory at once are the vectors
[n, d] and the logits [n, n].
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theodolite.align import losses

if TYPE_CHECKING:
    from torch import Tensor

    from theodolite.align.net import Aligner


@dataclass(frozen=True, slots=True)
class Batch:
    """``image`` [n, d] un-normalised, ``plane`` [n, 2] places as ``LocationEncoder.project`` gives them,
    ``text`` [n, e] un-normalised or None: no text in this training."""

    image: Tensor
    plane: Tensor
    text: Tensor | None = None

    def __len__(self) -> int:
        return len(self.image)

    def part(self, rows: slice) -> Batch:
        return Batch(self.image[rows], self.plane[rows], None if self.text is None else self.text[rows])


@dataclass(frozen=True, slots=True)
class Precision:
    """Where the products of matrices are computed: in bfloat16 under autocast, or as the weights are."""

    device: str
    bf16: bool

    def context(self) -> AbstractContextManager[object]:
        import torch

        return torch.autocast(self.device, torch.bfloat16) if self.bf16 else nullcontext()


def embed(aligner: Aligner, batch: Batch) -> dict[str, Tensor]:
    """The vectors of every branch that the batch feeds, un-normalised."""
    vectors = {"image_gps": aligner.image_gps(batch.image), "location": aligner.location_of(batch.plane)}
    if batch.text is not None:
        vectors["image_text"] = aligner.image_text(batch.image)
        vectors["text"] = aligner.text(batch.text)
    return vectors


def backward(
    aligner: Aligner, batch: Batch, micro: int = 0, precision: Precision | None = None
) -> dict[str, Tensor]:
    """Add the gradient of the loss over the whole ``batch`` to the weights; the detached terms of the loss.

    ``micro``: rows that hold a graph at once; 0: all.
    """
    import torch

    context = (precision or Precision("cpu", bf16=False)).context
    scales = {"gps": aligner.log_scale_gps}
    if batch.text is not None:
        scales["text"] = aligner.log_scale_text
    if not 0 < micro < len(batch):
        with context():
            vectors = embed(aligner, batch)
        terms = losses.g3(vectors, scales)
        torch.stack(list(terms.values())).sum().backward()  # type: ignore[no-untyped-call]
        return {name: term.detach() for name, term in terms.items()}
    parts = [slice(start, min(start + micro, len(batch))) for start in range(0, len(batch), micro)]
    with torch.no_grad(), context():
        seen = [embed(aligner, batch.part(rows)) for rows in parts]
    whole = {name: torch.cat([one[name] for one in seen]).requires_grad_() for name in seen[0]}
    del seen
    terms = losses.g3(whole, scales)
    torch.stack(list(terms.values())).sum().backward()  # type: ignore[no-untyped-call]
    for rows in parts:
        with context():
            again = embed(aligner, batch.part(rows))
        pulls = []
        for name in again:
            gradient = whole[name].grad
            assert gradient is not None
            pulls.append(gradient[rows])
        torch.autograd.backward(list(again.values()), pulls)
    return {name: term.detach() for name, term in terms.items()}
