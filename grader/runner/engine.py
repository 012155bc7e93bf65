"""Autograd's engine on a device written in Python: one thread, and no exception through the engine.

A dispatch mode that raises while PyTorch computes a gradient aborts the process on such a device: on the
way out the engine asks Python for the current device, which fails while an exception is pending. So a
mix of devices that is found there is raised when the engine is done.
"""

from __future__ import annotations

import torch

_deferred: list[Exception] = []


def stay_in_this_thread() -> None:
    """Keep backward passes in the calling thread; call it before the device is registered."""
    # The first backward pass of a process starts a thread for every device there is: have it now. Such a
    # thread would see no frame of the submission, and may abort the process when the interpreter ends.
    torch.ones((), requires_grad=True).backward()  # type: ignore[no-untyped-call]
    torch.autograd.set_multithreading_enabled(False)


def raise_or_defer(error: Exception) -> None:
    """Raise `error` at once, or in a backward pass keep it for `raise_deferred`."""
    if torch._C._current_graph_task_id() == -1:
        raise error
    _deferred.append(error)


def raise_deferred() -> None:
    """Raise the first exception that was kept, if any; called when a public function returns."""
    if _deferred and torch._C._current_graph_task_id() == -1:
        first = _deferred[0]
        forget_deferred()
        raise first


def forget_deferred() -> None:
    """Forget the exceptions that were kept."""
    _deferred.clear()
