"""What a worker process of ``--cluster local:N`` does first; Dask finds ``dask_setup`` by its name."""

from __future__ import annotations

import signal

from grader.cluster.connect import hush


def dask_setup(worker: object) -> None:
    """Leave Ctrl-C to the batch, and the terminal, too: a worker that was replaced starts like the first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hush()
