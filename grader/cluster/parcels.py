"""Orders as jobs for a worker, and answers as attempts."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import Protocol

from grader import __version__
from grader.batch.orders import Order, program
from grader.catalog import Catalog
from grader.cluster.messages import Files, Job, Program
from grader.model import Attempt
from grader.report.as_json import course_from_json


def this_program() -> Program:
    """Return what grades in this process."""
    return Program(__version__, version("torch"), platform.python_version(), program())


class Sent(Protocol):
    """A worker process, and the versions of exercises that it was sent."""

    token: str
    has: set[str]


class Parcels:
    """Orders as jobs; an exercise's files are read and hashed once."""

    def __init__(self, catalog: Catalog, device: str) -> None:
        self._catalog = catalog
        self._device = device
        self._exercises: dict[str, tuple[str, Files]] = {}

    def job(self, order: Order, worker: Sent) -> Job:
        """Return what a worker has to be sent for an order."""
        handed = order.handed
        version, files = self._exercise(handed.exercise)
        return Job(
            token=worker.token,
            device=self._device,
            exercise=handed.exercise,
            version=version,
            name=handed.name,
            text=handed.content,
            sha256=handed.sha256,
            overruled=handed.overruled,
            hidden=self._catalog.content.hidden,
            files={} if version in worker.has else files,
        )

    def _exercise(self, slug: str) -> tuple[str, Files]:
        if slug not in self._exercises:
            self._exercises[slug] = self._catalog.version(slug), dict(self._catalog.files(slug))
        return self._exercises[slug]


def read_attempt(document: bytes) -> Attempt:
    """Read the attempt of an answer; raise ValueError for anything else."""
    (attempt,) = course_from_json(document).attempts
    return attempt
