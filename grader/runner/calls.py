"""Carrying out one interaction: call, differentiate, read or iterate, and tell what happened."""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy
import torch

from grader.runner.facts import ArgumentWatch, GlobalState, honest_leaves, leaves, tensor_facts
from grader.runner.fronts import ForbiddenOperation, Sentry, handed_over
from grader.runner.objects import Placement
from grader.runner.submission import describe
from grader.runner.trace import OpTrace
from grader.wire import messages as m
from grader.wire.decoding import Decoder
from grader.wire.encoding import Encoder

# In a folder of the runtime's: code that came after the submission and is not the submission's.
EXPRESSION_FILE = os.path.join(os.path.dirname(os.__file__), "<expression>")


@dataclass(slots=True)
class Watching:
    """What the modes that are active during an interaction collect."""

    trace: OpTrace
    violations: list[m.Violation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Watch:
    """A target to resolve, and what to watch while the submission's code runs.

    ``settings``: torch's global state as the submission's import left it.
    """

    resolve: Callable[[], Any]
    rules: Sentry
    placement: Placement
    filename: str
    traced: bool = True
    settings: GlobalState | None = None

    def watched(self) -> contextlib.AbstractContextManager[Watching]:
        """Enter the modes."""
        return watched(self.rules, self.placement, self.filename, traced=self.traced)


@contextlib.contextmanager
def watched(rules: Sentry, placement: Placement, filename: str, *, traced: bool) -> Iterator[Watching]:
    """Count operations, refuse forbidden ones, and on the simulated device note mixed devices."""
    watching = Watching(OpTrace(rules.check_operator))
    with contextlib.ExitStack() as stack:
        if placement.device.type == "simulated":
            from grader.runner.simulated import Placement as SimulatedModes

            modes = stack.enter_context(SimulatedModes(filename))
            stack.callback(
                lambda: watching.violations.extend(m.Violation(v.message, v.line) for v in modes.violations)
            )
        if traced or rules.needs_modes:
            stack.enter_context(rules.function_mode())
            stack.enter_context(watching.trace)
        yield watching


def call(watch: Watch, request: m.Call, decoder: Decoder, encoder: Encoder) -> m.Reply:
    """Call the target; report the answer, or the exception, and the facts."""
    args, kwargs = arguments(request, decoder)
    before = ArgumentWatch(args, kwargs, watch.placement)
    state = GlobalState(since=watch.settings)
    error, result, watching = None, None, None
    try:
        with watch.watched() as watching:
            result = handed_over(watch.resolve(), *args, **kwargs)
    except ForbiddenOperation:
        return m.Forbidden([])
    except BaseException as raised:
        error = describe(raised, watch.filename)
    changed = state.changed()
    return in_words(error, result, (args, kwargs, before, changed), watch, watching, encoder, request)


def in_words(
    error: m.ExceptionRecord | None,
    result: Any,
    inputs: tuple[list[Any], dict[str, Any], ArgumentWatch, list[str]],
    watch: Watch,
    watching: Watching | None,
    encoder: Encoder,
    request: m.Call,
) -> m.Reply:
    """Build the reply to a call."""
    args, kwargs, before, changed = inputs
    found = [] if error else honest_leaves(result, "result", watch.placement)
    facts = m.Facts(
        mutated=before.mutated(),
        aliases=before.aliases(found),
        same_as=next((leaf.path for leaf in before.leaves if leaf.value is result), None),
        tensors=tensor_facts(found, watch.placement),
        ops=dict(watching.trace.ops) if watching else {},
        bytes_allocated=watching.trace.bytes_allocated if watching else 0,
        state_changed=changed,
        violations=watching.violations if watching else [],
    )
    if error:
        return m.Raised(error, facts)
    after = encoder.encode((args, kwargs)) if request.want_arguments else None
    return m.Returned(encoder.encode(result), facts, after)


def arguments(request: m.Call | m.Differentiate, decoder: Decoder) -> tuple[list[Any], dict[str, Any]]:
    """Decode positional and keyword arguments."""
    args = [decoder.decode(value) for value in request.args]
    return args, {name: decoder.decode(value) for name, value in request.kwargs.items()}


def evaluate(watch: Watch, target: str, request: m.Evaluate, encoder: Encoder) -> m.Reply:
    """Evaluate an author's expression about the target; what the expression does itself is nobody's hit."""
    code = compile(request.expression, EXPRESSION_FILE, "eval", dont_inherit=True)
    try:
        with watch.watched() as watching:
            handed = functools.partial(handed_over, watch.resolve())
            value = eval(code, {"torch": torch, "np": numpy, target: handed})
    except ForbiddenOperation:
        return m.Forbidden([])
    except BaseException as raised:
        return m.Raised(describe(raised, watch.filename))
    found = honest_leaves(value, "result", watch.placement)
    facts = m.Facts(tensors=tensor_facts(found, watch.placement), violations=watching.violations)
    return m.Returned(encoder.encode(value), facts)


def read(watch: Watch, encoder: Encoder) -> m.Reply:
    """Read an attribute."""
    try:
        with watch.watched():
            value = watch.resolve()
    except ForbiddenOperation:
        return m.Forbidden([])
    except BaseException as raised:
        return m.Raised(describe(raised, watch.filename))
    facts = m.Facts(tensors=tensor_facts(honest_leaves(value, "result", watch.placement), watch.placement))
    return m.Returned(encoder.encode(value), facts)


def iterate(watch: Watch, limit: int, encoder: Encoder) -> m.Reply:
    """Take at most `limit` elements."""
    try:
        with watch.watched():
            taken = handed_over(first, limit + 1, watch.resolve())
    except ForbiddenOperation:
        return m.Forbidden([])
    except BaseException as raised:
        return m.Raised(describe(raised, watch.filename))
    return m.Yielded([encoder.encode(value) for value in taken[:limit]], more=len(taken) > limit)


def first(count: int, elements: Iterable[Any]) -> list[Any]:
    """Take at most `count` elements."""
    return list(itertools.islice(elements, count))


def differentiate(watch: Watch, request: m.Differentiate, decoder: Decoder, encoder: Encoder) -> m.Reply:
    """Call the target and pull the cotangents back to the arguments (and parameters) asked for.

    The vector-Jacobian product is computed by ``torch.autograd.grad`` on the sum of result times
    cotangent, here, where the graph is.
    """
    args, kwargs = arguments(request, decoder)
    cotangents = [decoder.decode(value) for value in request.cotangents]
    wanted = wanted_inputs(args, kwargs, request.wrt)
    watching: Watching | None = None
    try:
        with watch.watched() as watching:
            target = watch.resolve()
            if "parameters" in request.wrt:
                wanted |= dict(target.named_parameters())
            result = handed_over(target, *args, **kwargs)
        found = honest_leaves(result, "result", watch.placement)
        outputs = [(path, value) for path, value in found if is_floating(value)]
        facts = m.Facts(tensors=tensor_facts(outputs, watch.placement), violations=watching.violations)
        return pulled_back(outputs, cotangents, wanted, encoder, facts)
    except ForbiddenOperation:
        return m.Forbidden([])
    except BaseException as raised:
        facts = m.Facts(violations=watching.violations if watching else [])
        return m.Raised(describe(raised, watch.filename), facts)


def is_floating(value: object) -> bool:
    """Tell whether gradients can flow through this."""
    return isinstance(value, torch.Tensor) and (value.is_floating_point() or value.is_complex())


def wanted_inputs(args: list[Any], kwargs: dict[str, Any], wrt: list[str]) -> dict[str, torch.Tensor]:
    """Return the argument tensors to differentiate by, made to require grad."""
    everything = itertools.chain(
        (leaf for i, value in enumerate(args) for leaf in leaves(value, f"args[{i}]")),
        (leaf for name, value in kwargs.items() for leaf in leaves(value, f"kwargs[{name}]")),
    )
    wanted = {path: value for path, value in everything if path in wrt and is_floating(value)}
    return {path: value.requires_grad_() for path, value in wanted.items()}


def pulled_back(
    outputs: list[tuple[str, torch.Tensor]],
    cotangents: list[torch.Tensor],
    wanted: dict[str, torch.Tensor],
    encoder: Encoder,
    facts: m.Facts,
) -> m.Reply:
    """Differentiate; outputs that do not fit their cotangent or carry no graph are reported as detached."""
    usable = [
        (value, cotangent)
        for (_, value), cotangent in zip(outputs, cotangents, strict=False)
        if value.requires_grad and value.shape == cotangent.shape
    ]
    detached = [path for path, value in outputs if not value.requires_grad]
    gradients: tuple[torch.Tensor | None, ...] = (None,) * len(wanted)
    if usable and wanted:
        # A sum instead of grad_outputs: checking those makes torch import sympy, half a second a runner.
        total = torch.stack(
            [(value * cotangent.to(value.dtype)).sum().to(usable[0][0].dtype) for value, cotangent in usable]
        )
        gradients = torch.autograd.grad(total.sum(), list(wanted.values()), allow_unused=True)
    return m.Gradients(
        [name[:200] for name in wanted], [encoder.encode(g) for g in gradients], detached, facts
    )
