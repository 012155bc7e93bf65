"""Reference for kmeans."""

from __future__ import annotations

import torch

__all__ = ["kmeans"]


def kmeans(X: torch.Tensor, centers: torch.Tensor, iters: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Run at most ``iters`` rounds of Lloyd's algorithm on points [N, D] from centres [K, D].

    Returns the labels [N] of the last assignment made and the centres [K, D], both new tensors.
    """
    labels, centers = None, centers.clone()
    for _ in range(iters):
        assigned = nearest(X, centers)
        if labels is not None and torch.equal(assigned, labels):
            break
        labels, centers = assigned, moved(X, assigned, centers)
    return (nearest(X, centers) if labels is None else labels), centers


def nearest(X: torch.Tensor, centers: torch.Tensor) -> torch.Tensor:
    """Return for each point the number of the centre with the least distance, int64 [N]."""
    return (X[:, None] - centers).square().sum(dim=2).argmin(dim=1)


def moved(X: torch.Tensor, labels: torch.Tensor, centers: torch.Tensor) -> torch.Tensor:
    """Return the mean of each cluster's points; a cluster without points keeps its centre."""
    sums = torch.zeros_like(centers).index_add(0, labels, X)
    counts = torch.bincount(labels, minlength=len(centers))[:, None]
    return torch.where(counts > 0, sums / counts.clamp(min=1), centers)
