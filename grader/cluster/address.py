"""Where the workers are: a Dask scheduler's address, or so many processes of this machine."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.errors import UsageError

LOCAL = re.compile(r"local:([1-9][0-9]{0,3})")
REMOTE = re.compile(r"(tcp|tls)://\S+:[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a scheduler; empty where ``workers`` processes are to be started here."""

    scheduler: str = ""
    workers: int = 0

    def __str__(self) -> str:
        return self.scheduler or f"local:{self.workers}"


def read_address(given: str) -> Address:
    """Read ``tcp://HOST:PORT``, ``tls://HOST:PORT`` or ``local:N``; raise `UsageError` for anything else."""
    if REMOTE.fullmatch(given):
        return Address(scheduler=given)
    if found := LOCAL.fullmatch(given):
        return Address(workers=int(found.group(1)))
    raise UsageError(
        f"--cluster {given!r} is no address of a cluster.",
        "Expected tcp://HOST:PORT or tls://HOST:PORT of a Dask scheduler, or local:N for N processes here.",
    )
