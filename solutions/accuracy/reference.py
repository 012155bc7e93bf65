"""Reference for accuracy: hits counted as an int, divided once."""

import torch


def accuracy(logits: torch.Tensor, labels: torch.Tensor) -> float:
    """Return the share of rows of ``logits`` [N, C] whose largest element stands at ``labels`` [N]."""
    if labels.shape != logits.shape[:1]:
        raise ValueError(f"labels has shape {tuple(labels.shape)}; expected [{logits.size(0)}]")
    if logits.size(0) == 0:
        return 0.0
    hits = (logits.argmax(dim=1) == labels).sum().item()
    return hits / logits.size(0)
