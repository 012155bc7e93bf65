"""Which devices an attempt runs on, and what a run on the simulated device may conclude."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from grader.claims.falsified import Falsified
from grader.client.ending import RunnerEnded
from grader.client.proxy import Observation
from grader.judge.corpus import Corpus, Example
from grader.judge.properties import Property
from grader.judge.search import Bench, Failure, Ran
from grader.model import DeviceRun, DeviceState, Difference, DifferenceKind, Text, text

PLACEMENT_EXAMPLES = 2


def plan(asked: str) -> tuple[DeviceRun, ...]:
    """Decide what runs where: the CPU always, CUDA where it is, else placement on a simulated device."""
    cpu = DeviceRun("cpu", DeviceState.RAN)
    if asked == "cpu":
        return (cpu,)
    if torch.cuda.is_available():
        return (cpu, DeviceRun("cuda", DeviceState.RAN))
    absent = DeviceRun(
        "cuda",
        DeviceState.ABSENT,
        text("No CUDA device here; device placement was checked on a simulated device."),
    )
    return (cpu, DeviceRun("simulated", DeviceState.SIMULATED), absent)


def placement_examples(prop: Property, corpus: Corpus) -> Sequence[Example]:
    """Choose the examples for the placement pass: spread over the corpus, past its simplest one."""
    examples = list(corpus.examples(prop))
    step = max(1, len(examples) // PLACEMENT_EXAMPLES)
    return examples[step - 1 :: step][:PLACEMENT_EXAMPLES]


def place(bench: Bench, prop: Property, corpus: Corpus) -> Ran:
    """Run a few examples on the simulated device; only a device bug counts.

    Anything else that fails there but held on the CPU may be the simulation's own doing: where no
    example came through, nothing can be told, and the property is not shown as held there.
    """
    through = 0
    for example in placement_examples(prop, corpus):
        try:
            failure = bench.attempt(prop, example)
        except RunnerEnded:
            continue
        observations = tuple(bench.observations)
        found = device_bug(failure, observations)
        if found:
            return Ran(Failure(found, example, observations))
        through += failure is None
    return Ran(inconclusive=through == 0)


def device_bug(failure: Failure | None, observations: Sequence[Observation]) -> Exception | None:
    """Return the device bug an example showed: mixed devices, or a result on the wrong one."""
    for observation in observations:
        for violation in observation.violations:
            return Falsified(
                Difference(DifferenceKind.DEVICE, violation_text(violation.message, violation.line)),
                observation,
            )
    if (
        failure
        and isinstance(failure.error, Falsified)
        and failure.error.difference.kind is DifferenceKind.DEVICE
    ):
        return failure.error
    return None


def violation_text(message: str, line: int | None) -> Text:
    """Say which line mixed devices."""
    if line is None:
        return text("on a second device: {message}", message=message)
    return text("on a second device, line {line}: {message}", line=line, message=message)
