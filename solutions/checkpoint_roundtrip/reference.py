"""Reference for checkpoint_roundtrip."""

from __future__ import annotations

import os

import torch

__all__ = ["load", "save"]


def save(path: str, model: torch.nn.Module, optimizer: torch.optim.Optimizer, epoch: int) -> None:
    """Write a checkpoint to ``path``; until it is whole, a file that is there already stays as it is."""
    unfinished = f"{path}.unfinished"
    content = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
    torch.save(content, unfinished)
    os.replace(unfinished, path)  # one step for the file system: never half of a file under this name


def load(path: str, model: torch.nn.Module, optimizer: torch.optim.Optimizer) -> int:
    """Put a checkpoint back into model and optimizer, in place, and return its epoch.

    Raises FileNotFoundError if there is no such file.
    """
    content = torch.load(path)
    model.load_state_dict(content["model"])
    optimizer.load_state_dict(content["optimizer"])
    return int(content["epoch"])
