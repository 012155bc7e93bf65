"""Saving a training run and taking it up again."""

import torch


def save(path: str, model: torch.nn.Module, optimizer: torch.optim.Optimizer, epoch: int) -> None:
    """Write parameters and buffers of ``model``, the state of ``optimizer`` and ``epoch`` to a file.

    If writing breaks off, a file that was at ``path`` before is still there, unchanged.
    """
    raise NotImplementedError


def load(path: str, model: torch.nn.Module, optimizer: torch.optim.Optimizer) -> int:
    """Put a checkpoint back into ``model`` and ``optimizer``, in place; return its epoch.

    Raises:
        FileNotFoundError: there is no file at ``path``.
    """
    raise NotImplementedError
