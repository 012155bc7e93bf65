"""The same properties without a wall: the submission runs in the judge's process and is called directly.

Exists only to be measured against. It collects the same facts about each call (writes to arguments,
shared memory, global state, operations), so that what differs is the wall: encoding, sockets, processes.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import torch

from grader.client.proxy import Call, GradientCall, RemoteObject, Wire
from grader.client.raised import student_raised
from grader.client.session import Session
from grader.model import Exercise
from grader.runner.calls import is_floating, wanted_inputs, watched
from grader.runner.facts import ArgumentWatch, GlobalState, leaves, tensor_facts
from grader.runner.objects import Handles, Placement
from grader.runner.submission import Submission, describe
from grader.wire import messages as m


class NoWall(Session):
    """A session without a runner: just what the proxies ask of one."""

    def __init__(self, exercise: Exercise, source: str) -> None:
        self.exercise, self.device, self.seed, self.spent, self.traced = exercise, "cpu", None, 0.0, True
        # Nothing is forbidden here: guards would stand in the judge's own way, and cost this side something.
        request = m.Check(source, f"{exercise.slug}.py", exercise.target, [], [])
        self.submission = Submission(request)
        self.submission.load()
        self.placement = Placement("cpu")
        self.handles = Handles()

    def close(self) -> None:
        """Nothing to end."""


class DirectWire(Wire):
    """Calls the submission directly and collects the same facts as a runner does."""

    session: NoWall

    def begin(self) -> None:
        """Start an example as a runner would."""
        seed = self.session.take_seed()
        if seed is not None:
            self.session.handles.clear()
            torch.default_generator.manual_seed(seed)

    def resolve(self, path: m.Path) -> Any:
        """Walk a path from the submission's module or a handle."""
        roots = {m.SUBMISSION: self.session.submission.module, m.TORCH: torch}
        value: Any = roots.get(path.root) or self.session.handles.get(path.root)
        for name in path.names:
            value = getattr(value, name)
        return value

    def plain(self, value: Any) -> Any:
        """Keep what a runner would keep as a handle."""
        if isinstance(value, (torch.nn.Module, torch.optim.Optimizer)):
            return self.remote(self.session.handles.keep(value))
        return value

    def real(self, value: Any) -> Any:
        """Turn proxies back into the objects they stand for."""
        return self.session.handles.get(value.remote_path.root) if isinstance(value, RemoteObject) else value

    def start_call(
        self,
        path: m.Path,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        *,
        want_arguments: bool = False,
        traced: bool = False,
    ) -> Callable[[], Call]:
        """Call and collect facts."""
        self.begin()
        # Copies, as any grader must make that wants to keep its own inputs.
        own, named = copy.deepcopy(
            ([self.real(a) for a in args], {k: self.real(v) for k, v in kwargs.items()})
        )
        session, error, result = self.session, None, None
        before, state = ArgumentWatch(own, named, session.placement), GlobalState()
        rules, filename = session.submission.rules, session.submission.filename
        try:
            with watched(rules, session.placement, filename, traced=traced or session.traced) as watching:
                result = self.resolve(path)(*own, **named)
        except Exception as raised:
            error = student_raised(describe(raised, session.submission.filename))
        found = [] if error else list(leaves(result, "result"))
        facts = {f.path: f for f in tensor_facts(found, session.placement)}
        call = Call(
            path, self.parameters_of(path), args, kwargs, self.plain(result), error,
            tuple(before.mutated()), tuple(before.aliases(found)),
            next((leaf.path for leaf in before.leaves if leaf.value is result), None),
            dict(watching.trace.ops), watching.trace.bytes_allocated, tuple(state.changed()), facts,
            arguments=(tuple(own), named),
        )  # fmt: skip
        self.observer(call)
        return lambda: call

    def start_differentiate(
        self,
        path: m.Path,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        cotangents: list[Any],
        wrt: list[str],
    ) -> Callable[[], GradientCall]:
        """Call and differentiate."""
        self.begin()
        session = self.session
        args, kwargs = copy.deepcopy((args, dict(kwargs)))
        wanted = wanted_inputs(list(args), dict(kwargs), wrt)
        with watched(
            session.submission.rules, session.placement, session.submission.filename, traced=session.traced
        ):
            target = self.resolve(path)
            if "parameters" in wrt:
                wanted |= dict(target.named_parameters())
            result = target(*args, **kwargs)
        outputs = [value for _, value in leaves(result, "result") if is_floating(value)]
        total = torch.stack([(value * seed).sum() for value, seed in zip(outputs, cotangents, strict=True)])
        gradients = torch.autograd.grad(total.sum(), list(wanted.values()), allow_unused=True)
        facts = {f.path: f for f in tensor_facts(list(leaves(result, "result")), session.placement)}
        call = GradientCall(
            path, self.parameters_of(path), args, kwargs, dict(zip(wanted, gradients, strict=True)), (), facts
        )
        self.observer(call)
        return lambda: call

    def read(self, path: m.Path) -> Any:
        """Read an attribute."""
        self.begin()
        value = self.resolve(path)
        if callable(value) and not isinstance(value, torch.nn.Module):
            return RemoteObject(self, path)
        return self.plain(value)

    def iterate(self, path: m.Path) -> list[Any]:
        """Take the elements."""
        return [self.plain(value) for value in self.resolve(path)]
