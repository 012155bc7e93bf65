"""Diagnosis: name the chaff whose wrong answers the student's answers equal. No match, no claim."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import numpy as np
import torch

from grader.claims.falsified import Falsified
from grader.client.ending import RunnerEnded
from grader.client.proxy import Call, GradientCall, Observation, RemoteObject
from grader.client.raised import StudentRaised
from grader.compare.law import same_law
from grader.content import Content
from grader.docstring import Specimen, specimen
from grader.judge.corpus import Corpus
from grader.judge.properties import Property
from grader.judge.search import Bench
from grader.model import Diagnosis

EXAMPLES = 12
EVERY = 1000
HEAD = 2  # most chaffs show within so many examples that they are not it
HELD = "held"
RELATIVE = {torch.float64: 1e-7, torch.float32: 1e-4, torch.float16: 1e-2, torch.bfloat16: 5e-2}
LAW_ELEMENTS = 1000


@dataclass(frozen=True, slots=True)
class Trace:
    """What one example showed: the interactions, and how the property's body ended."""

    observations: tuple[Observation, ...]
    end: str


Log = tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Chaff:
    """A wrong submission that comes with the exercise, and what its docstring says."""

    name: str
    source: str
    about: Specimen


def load_chaffs(content: Content, folder: str) -> tuple[Chaff, ...]:
    """Read the chaffs of an exercise, sorted by name."""
    files = (PurePosixPath(name) for name in content.names(f"{folder}/chaffs"))
    sources = [(file.stem, content.read(str(file)).decode()) for file in files if file.suffix == ".py"]
    return tuple(Chaff(name, source, specimen(source)) for name, source in sources)


def log_of(bench: Bench, prop: Property, corpus: Corpus, count: int) -> Log:
    """Run a property's first `count` examples and keep what was answered, whether or not it held.

    In a fresh runner: what was asked before must not matter to a submission that remembers it.
    """
    bench.session.close()
    bench.session.spent = 0.0
    examples = itertools.islice(corpus.examples(prop), count)
    return tuple(trace_of(bench, prop, example) for example in examples)


def trace_of(bench: Bench, prop: Property, example: Mapping[str, Any]) -> Trace:
    """Run one example and keep what was answered."""
    try:
        failure = bench.attempt(prop, example)
    except RunnerEnded as end:
        return Trace(tuple(bench.observations), f"ended: {end.report.ending.value}")
    return Trace(tuple(bench.observations), kind_of(failure.error) if failure else HELD)


def kind_of(error: Exception) -> str:
    """Name the way in which an example failed, without its numbers."""
    if isinstance(error, Falsified):
        return error.difference.kind.value
    return error.record.type_name if isinstance(error, StudentRaised) else type(error).__name__


class Diagnostician:
    """Compares a submission's answers with the chaffs'; theirs are computed once and kept."""

    def __init__(
        self, chaffs: Sequence[Chaff], open_bench: Callable[[str], Bench], corpus: Corpus, *, by_law: bool
    ) -> None:
        self.chaffs = chaffs
        self._open = open_bench
        self._corpus = corpus
        self._by_law = by_law
        self._logs: dict[tuple[str, str, int], Log] = {}

    def diagnose(
        self, bench: Bench, properties: Sequence[Property], wrong: Mapping[str, int]
    ) -> Diagnosis | None:
        """Return the chaff whose answers equal the submission's on every property that fell.

        `wrong` maps these properties to the place of the example that failed. Where several agree, all
        examples are compared, then the other properties; those that still agree must be declared equals.
        """
        fell = [prop for prop in properties if prop.name in wrong]
        counts = {prop.name: max(EXAMPLES, wrong[prop.name] + 1) for prop in fell}
        candidates = self.agreeing(self.chaffs, bench, fell, counts)
        if len(candidates) > 1:
            candidates = self.agreeing(candidates, bench, fell, dict.fromkeys(wrong, EVERY))
        if len(candidates) > 1:
            others = [prop for prop in properties if prop.name not in wrong]
            candidates = self.agreeing(candidates, bench, others, {}) or candidates
        return self.claim(candidates)

    def agreeing(
        self,
        chaffs: Sequence[Chaff],
        bench: Bench,
        properties: Sequence[Property],
        counts: Mapping[str, int],
    ) -> list[Chaff]:
        """Return the chaffs that answer as the submission does on the properties' first examples.

        `counts` says how many, for the properties that fell; a chaff that shows nothing wrong there is out.
        """
        left = list(chaffs)
        for prop in properties:
            if left:
                count, wrong = counts.get(prop.name, EXAMPLES), prop.name in counts
                log = log_of(bench, prop, self._corpus, count)
                left = [chaff for chaff in left if self.agrees(chaff, prop, log, count, wrong=wrong)]
        return left

    def diagnose_forbidden(self, name: str, hit_of: Callable[[Chaff], str | None]) -> Diagnosis | None:
        """Return the chaff that uses the same forbidden operation."""
        return self.claim([chaff for chaff in self.chaffs if hit_of(chaff) == name][:1])

    @staticmethod
    def claim(matches: Sequence[Chaff]) -> Diagnosis | None:
        """Name the misconception if the matches are one chaff or declared equals of one."""
        if not matches:
            return None
        first = matches[0]
        names = {chaff.name for chaff in matches}
        linked = (
            {first.name} | set(first.about.equals) | {c.name for c in matches if first.name in c.about.equals}
        )
        return Diagnosis(first.name, first.about.title, first.about.notes) if names <= linked else None

    def agrees(self, chaff: Chaff, prop: Property, log: Log, count: int, *, wrong: bool) -> bool:
        """Tell whether a chaff answers like the log; where that is `wrong`, so must the chaff be."""
        if count > HEAD and not self.same(self.log(chaff, prop, HEAD), log[:HEAD]):
            return False
        own = self.log(chaff, prop, count)
        return self.same(own, log) and not (wrong and all(trace.end == HELD for trace in own))

    def same(self, own: Log, log: Log) -> bool:
        """Tell whether two logs say the same, example by example."""
        return len(own) == len(log) and all(
            same_trace(a, b, by_law=self._by_law) for a, b in zip(own, log, strict=True)
        )

    def log(self, chaff: Chaff, prop: Property, count: int) -> Log:
        """Return a chaff's answers, computed when first needed."""
        key = chaff.name, prop.name, count
        if key not in self._logs:
            bench = self._open(chaff.source)
            self._logs[key] = log_of(bench, prop, self._corpus, count)
            bench.session.close()
        return self._logs[key]


def same_trace(a: Trace, b: Trace, *, by_law: bool) -> bool:
    """Tell whether two examples showed the same."""
    return (
        a.end == b.end
        and len(a.observations) == len(b.observations)
        and all(same_observation(x, y, by_law) for x, y in zip(a.observations, b.observations, strict=True))
    )


def same_observation(a: Observation, b: Observation, by_law: bool) -> bool:
    """Tell whether two interactions gave the same answer."""
    if (a.raised is None) != (b.raised is None):
        return False
    if a.raised and b.raised:
        return a.raised.record.type_name == b.raised.record.type_name
    if isinstance(a, Call) and isinstance(b, Call):
        facts = conduct(a) == conduct(b)
        return (
            facts and same_value(a.result, b.result, by_law) and same_value(a.arguments, b.arguments, by_law)
        )
    if isinstance(a, GradientCall) and isinstance(b, GradientCall):
        return a.detached == b.detached and same_value(dict(a.gradients), dict(b.gradients), by_law)
    return False


def conduct(call: Call) -> tuple[object, ...]:
    """Return what a call did besides answering."""
    return call.mutated, call.aliases, call.same_as, call.state_changed


def same_value(a: Any, b: Any, by_law: bool) -> bool:
    """Tell whether two plain values are the same answer; equal law is enough for random ones."""
    if isinstance(a, RemoteObject) or isinstance(b, RemoteObject):
        return isinstance(a, RemoteObject) and isinstance(b, RemoteObject)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(same_value(x, y, by_law) for x, y in zip(a, b, strict=True))
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(a) == list(b) and all(same_value(a[key], b[key], by_law) for key in a)
    if isinstance(a, torch.Tensor):
        return same_tensor(a, b, by_law)
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and np.array_equal(a, b)
    if isinstance(a, float):
        return math.isclose(a, b, rel_tol=1e-7) or (math.isnan(a) and math.isnan(b))
    return isinstance(a, torch.Generator) or bool(a == b)


def same_tensor(a: torch.Tensor, b: torch.Tensor, by_law: bool) -> bool:
    """Tell whether two tensors are the same answer."""
    if a.dtype != b.dtype or a.shape != b.shape:
        return False
    a, b = a.detach(), b.detach()
    if torch.equal(a, b):
        return True
    if not a.is_floating_point():
        return False
    if by_law and a.numel() >= LAW_ELEMENTS:
        return same_law(a, b)
    scale = max(float(a.abs().nan_to_num(0, 0, 0).max()), 1e-300)
    relative = RELATIVE.get(a.dtype, 1e-7)
    return torch.allclose(a, b, rtol=relative, atol=relative * scale, equal_nan=True)
