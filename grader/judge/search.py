"""Holding a submission to one property: replay the corpus; if an example fails, search and shrink it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

from hypothesis.errors import Flaky, UnsatisfiedAssumption

from grader.claims.falsified import Falsified
from grader.client.ending import EndingReport, RunnerEnded
from grader.client.proxy import EXAMPLE_SEED, Observation, Student
from grader.client.raised import StudentRaised
from grader.client.session import Session
from grader.judge.copying import copied
from grader.judge.corpus import Corpus, Example, run_hypothesis
from grader.judge.properties import Property
from grader.judge.replay import Replay

LOG = logging.getLogger(__name__)
TRACED_FIRST = 2
TRACED_EVERY = 10


@dataclass(frozen=True, slots=True)
class Failure:
    """A failing example: what was raised, the drawn values, and the calls made until then."""

    error: Exception
    example: Example
    observations: tuple[Observation, ...]
    minimal: bool = True
    repeatable: bool = True


@dataclass(frozen=True, slots=True)
class Ran:
    """How a property went: a failure, an ending of the runner, neither (it held), or inconclusive.

    `index` is the place in the corpus of the first failing example.
    """

    failure: Failure | None = None
    ending: EndingReport | None = None
    example: Example | None = None
    observations: tuple[Observation, ...] = ()
    inconclusive: bool = False
    index: int = 0


class Bench:
    """A submission on the bench: a session, its proxy, and what is needed to run examples on it.

    ``ahead``: whether several cases may be sent in one go; then `hold` may raise `Diverged`.
    """

    def __init__(
        self,
        session: Session,
        reference: ModuleType,
        parameters: dict[str, tuple[str, ...]],
        *,
        ahead: bool = False,
    ) -> None:
        self.session = session
        self.ahead = ahead
        self.student = Student(session)
        self.observations: list[Observation] = []
        self._reference = reference
        self.student.remote_wire.parameters = parameters
        self.student.remote_wire.observer = self.observations.append

    def run(self, prop: Property, example: Example, *, traced: bool) -> None:
        """Run a property's body on one example; what it raises says how it went."""
        self.observations.clear()
        self.session.begin_example(EXAMPLE_SEED, traced=traced)
        fixtures = {"student": self.student, "reference": self._reference, "device": self.session.device}
        prop.inner(**{name: fixtures[name] for name in prop.fixtures}, **example)

    def attempt(self, prop: Property, example: Example, *, traced: bool = False) -> Failure | None:
        """Run one example; return how it failed, or None. An ending of the runner passes through."""
        try:
            self.run(prop, copied(example), traced=traced)
        except UnsatisfiedAssumption:
            return None
        except Exception as error:
            return Failure(error, example, tuple(self.observations))
        return None


def hold(bench: Bench, prop: Property, corpus: Corpus, seed: int | None = None) -> Ran:
    """Replay the corpus; a failing example starts a live search with the same seed, which shrinks it.

    The search begins in a fresh runner: how far the replay has gone ahead must not matter.
    """
    example: Example | None = None
    asked = corpus.asked(prop, seed, bench.session.device) if bench.ahead else None
    replay = Replay(bench.session, asked)
    try:
        for index, example in enumerate(corpus.examples(prop, seed)):
            failure = replay.run(index, partial(bench.attempt, prop, example, traced=is_traced(index)))
            if failure:
                bench.session.close()
                return Ran(shrink(bench, prop, failure, seed), index=index)
        replay.finish()
    except RunnerEnded as end:
        return Ran(ending=end.report, example=example, observations=tuple(bench.observations))
    return Ran()


def is_traced(index: int) -> bool:
    """Tell whether an example's calls are traced operation by operation: the first ones, then one in ten.

    Tracing costs more than most calls; a forbidden operation that no traced example reaches is still
    found in the source and by the guards.
    """
    return index < TRACED_FIRST or index % TRACED_EVERY == 0


def shrink(bench: Bench, prop: Property, found: Failure, seed: int | None) -> Failure:
    """Search live for the smallest failing example; on trouble keep the smallest seen so far."""
    last: list[Failure] = []

    def body(**values: Any) -> None:
        example = {name: value for name, value in values.items() if name not in prop.fixtures}
        failure = bench.attempt(prop, example)
        if failure:
            last[:] = [failure]
            raise failure.error

    try:
        run_hypothesis(prop, body, seed)
    except RunnerEnded:
        return unfinished(last, found)
    except Flaky:
        return changing(last[0] if last else found)
    except Exception as error:
        if not last:
            LOG.error("the search for a smaller example failed by itself", exc_info=error)
        return last[0] if last else unfinished(last, found)
    # Held in the search although it had failed in the replay: the answers differ from call to call.
    return changing(found)


def changing(found: Failure) -> Failure:
    """Return a failure that does not come again with the same inputs."""
    return Failure(found.error, found.example, found.observations, minimal=False, repeatable=False)


def unfinished(last: list[Failure], found: Failure) -> Failure:
    """Return the newest failure of a search that was cut short."""
    best = last[0] if last else found
    return Failure(best.error, best.example, best.observations, minimal=False)


def is_students(error: Exception) -> bool:
    """Tell whether an exception in a property's body speaks about the submission by its type alone."""
    return isinstance(error, (Falsified, StudentRaised, AssertionError))
