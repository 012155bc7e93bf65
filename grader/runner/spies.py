"""Spies: a model, a loader, a loss function and an optimiser that write down what is done with them.

A property builds them in the runner by name (`grader.author.remote_spies`), hands them to the submission and
reads the journal afterwards as plain data. They hold nothing that a submission must not know: no expected
value, no property. They live in its interpreter, so that what they write down is a fact of the runner like
aliasing or an operation count, a claim that hostile code can forge: a property holds a submission to the
values as well.
"""

from __future__ import annotations

import gc
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch

MAX_EVENTS = 2000


class _Token:
    """Lives as long as the graph that it hangs on."""


class Journal:
    """What happened, in order; a copy of a spy writes into the same journal."""

    def __init__(self) -> None:
        self._events: list[dict[str, Any]] = []
        self._tokens: list[weakref.ref[_Token]] = []

    def note(self, event: str, **facts: Any) -> None:
        """Write down one event; what is beyond `MAX_EVENTS` is counted by nobody."""
        if len(self._events) < MAX_EVENTS:
            self._events.append({"event": event, **facts})

    def events(self) -> list[dict[str, Any]]:
        """Return the events so far, each a dict with its name under ``event``."""
        return self._events

    def new_token(self) -> _Token:
        """Return something to hang on a graph, so that its life can be watched."""
        token = _Token()
        self._tokens.append(weakref.ref(token))
        return token

    def graphs(self) -> int:
        """Return how many losses there are whose graph is alive; only reference counts free one at once."""
        gc.collect()
        return sum(token() is not None for token in self._tokens)

    def __deepcopy__(self, memo: object) -> Journal:
        return self


class Model(torch.nn.Module):
    """Wraps a module as its child ``inner``.

    Notes ``forward`` with ``training`` (submodule's name → bool, ``""`` for the model itself), ``grad``
    (whether autograd records) and ``shape`` (that of the first argument).
    """

    def __init__(self, journal: Journal, inner: torch.nn.Module) -> None:
        super().__init__()
        self.journal = journal
        self.inner = inner

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Note the modes and pass everything on."""
        shape = list(args[0].shape) if args and isinstance(args[0], torch.Tensor) else []
        self.journal.note("forward", training=modes(self), grad=torch.is_grad_enabled(), shape=shape)
        return self.inner(*args, **kwargs)


class Batches:
    """An iterable of batches without length, indices or data set; with ``once`` the second pass is empty.

    Notes ``iterate`` at the start of a pass and ``batch`` with its ``index``.
    """

    def __init__(self, journal: Journal, batches: list[Any], once: bool = False) -> None:
        self.batches = batches
        self._journal = journal
        self._once = once
        self._passes = 0

    def __iter__(self) -> Iterator[Any]:
        self._journal.note("iterate")
        self._passes += 1
        for index, batch in enumerate(() if self._once and self._passes > 1 else self.batches):
            self._journal.note("batch", index=index)
            yield batch


class SizedBatches(Batches):
    """Batches that can be counted, as those of a DataLoader."""

    def __len__(self) -> int:
        return len(self.batches)


class Loss:
    """Wraps a loss function.

    Notes ``loss`` with ``grad`` (whether the result has a graph) and ``graphs`` (how many earlier results
    have one that is still alive), and ``backward`` where gradients start from the result.
    """

    def __init__(self, journal: Journal, inner: Callable[..., torch.Tensor]) -> None:
        self._journal = journal
        self._inner = inner

    def __call__(self, *args: Any, **kwargs: Any) -> torch.Tensor:
        """Return the wrapped function's answer, watched."""
        graphs = self._journal.graphs()
        value = self._inner(*args, **kwargs)
        self._journal.note("loss", grad=value.requires_grad, graphs=graphs)
        token = self._journal.new_token()
        marked: torch.Tensor = _Mark.apply(value, self._journal, token)  # type: ignore[no-untyped-call]
        return marked


class _Mark(torch.autograd.Function):
    """The identity; notes when gradients pass, and keeps a token alive as long as its graph."""

    @staticmethod
    def forward(ctx: Any, value: torch.Tensor, journal: Journal, token: _Token) -> torch.Tensor:
        ctx.journal, ctx.token = journal, token
        return value.clone()

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None, None]:
        ctx.journal.note("backward")
        return gradients[0], None, None


class Descent(torch.optim.Optimizer):
    """Gradient descent with momentum. Notes ``zero_grad`` and ``step``.

    The constructor of its base is left out: it imports torch's compiler, two seconds for every runner.
    """

    def __init__(
        self, journal: Journal, parameters: Iterable[torch.Tensor], lr: float = 0.1, momentum: float = 0.0
    ) -> None:
        self.defaults = {"lr": lr, "momentum": momentum}
        self.state: defaultdict[torch.Tensor, Any] = defaultdict(dict)
        self.param_groups: list[dict[str, Any]] = [{"params": list(parameters), **self.defaults}]
        self._journal = journal

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Clear the gradients as torch's optimisers do."""
        self._journal.note("zero_grad")
        for weight in self._weights():
            weight.grad = None if set_to_none or weight.grad is None else torch.zeros_like(weight.grad)

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Move every weight that has a gradient; a closure is called first, as torch's optimisers do."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        self._journal.note("step")
        group = self.param_groups[0]
        with torch.no_grad():
            for weight in self._weights():
                if weight.grad is not None:
                    velocity = self.state[weight].setdefault("velocity", torch.zeros_like(weight))
                    weight -= group["lr"] * velocity.mul_(group["momentum"]).add_(weight.grad)
        return loss

    def _weights(self) -> Iterator[torch.Tensor]:
        return (weight for group in self.param_groups for weight in group["params"])


class Dict(dict[Any, Any]):
    """An empty dict that stays in the runner from call to call, unlike a plain one."""


class Leaves(list[torch.nn.Parameter]):
    """A list of parameters that come with gradients, for what works on ``.grad`` in place.

    It stays in the runner, unlike a plain list, and is read with ``values``, ``grads`` and ``kept``.
    """

    def __init__(self, values: list[torch.Tensor], grads: list[torch.Tensor | None]) -> None:
        super().__init__(torch.nn.Parameter(value) for value in values)
        for weight, grad in zip(self, grads, strict=True):
            weight.grad = grad
        self._given = list(self), list(grads)

    def values(self) -> list[torch.Tensor]:
        """Return the parameters' values as they are now."""
        return [weight.detach() for weight in self._given[0]]

    def grads(self) -> list[torch.Tensor | None]:
        """Return the gradients as they are now."""
        return [weight.grad for weight in self._given[0]]

    def kept(self) -> bool:
        """Tell whether the list and every gradient in it are still the same objects."""
        weights, grads = self._given
        same_list = len(self) == len(weights) and all(a is b for a, b in zip(self, weights, strict=True))
        return same_list and all(weight.grad is grad for weight, grad in zip(weights, grads, strict=True))


def modes(model: torch.nn.Module) -> dict[str, bool]:
    """Return every submodule's ``training``, by name; the model's own under the empty name."""
    return {name: module.training for name, module in model.named_modules()}


def set_modes(model: torch.nn.Module, training: dict[str, bool]) -> None:
    """Set ``training`` of the submodules named, of each by itself."""
    for name, module in model.named_modules():
        module.training = training.get(name, module.training)


def state(model: torch.nn.Module) -> dict[str, dict[str, Any]]:
    """Return all that a call may leave changed in a model, by name.

    ``values`` (parameters and buffers), ``training``, ``requires_grad`` and ``grad`` (of parameters).
    """
    weights = dict(model.named_parameters())
    return {
        "values": {name: value.detach() for name, value in (*weights.items(), *model.named_buffers())},
        "training": modes(model),
        "requires_grad": {name: weight.requires_grad for name, weight in weights.items()},
        "grad": {name: weight.grad for name, weight in weights.items()},
    }
